"""Lines of therapy: one vignette or more for each rule, whole lists of courses compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from caseextract.assembly import lines
from tests.assembly.vignettes import Course, after_change, after_progression, courses, first, planned

THYMOMA = "A 60-year-old man with metastatic thymoma "
MYELOID = "A 44-year-old man with acute myeloid leukemia "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "received sunitinib as first-line treatment, with a partial response. After ten months the disease progressed. "
            "Everolimus was then given, and stable disease was achieved.",
            [
                Course("sunitinib", 1, "stated", "advanced", None, "partial_response", True, ("pfs = 10",), stated=1),
                after_progression("everolimus", 2, response="stable_disease"),
            ],
            id="the next line after progression",
        ),
        pytest.param(
            "received sunitinib. Everolimus was started because of progression.",
            [first("sunitinib", response="progressive_disease", progressed=True), after_progression("everolimus", 2)],
            id="the reason of a change belongs to the course before",
        ),
        pytest.param(
            "received sunitinib. It was stopped because of hepatotoxicity. Everolimus was started instead.",
            [first("sunitinib"), after_change("everolimus", 2)],
            id="the next line after toxicity",
        ),
        pytest.param(
            "received carboplatin and etoposide. A partial response was seen. He continued with maintenance etoposide.",
            [first("carboplatin+etoposide", response="partial_response"), planned("etoposide", 1, phase="maintenance")],
            id="maintenance with a part of the drugs",
        ),
        pytest.param(
            "received carboplatin and etoposide. Etoposide alone was then continued.",
            [first("carboplatin+etoposide"), planned("etoposide", 1, phase="maintenance")],
            id="one drug given further alone",
        ),
        pytest.param(
            "received chemotherapy followed by maintenance sunitinib.",
            [first("chemotherapy"), planned("sunitinib", 1, phase="maintenance")],
            id="maintenance with another drug",
        ),
        pytest.param(
            "received octreotide. Stable disease was seen. Everolimus was added.",
            [first("octreotide", response="stable_disease"), planned("octreotide+everolimus", 1)],
            id="an addition without progression",
        ),
        pytest.param(
            "received octreotide. The disease progressed. Everolimus was added.",
            [first("octreotide", response="progressive_disease", progressed=True), after_progression("everolimus", 2)],
            id="an addition after progression",
        ),
        pytest.param(
            "received sunitinib with a partial response. It was interrupted. Three months later treatment was resumed.",
            [first("sunitinib", response="partial_response"), planned("sunitinib", 1, phase="rechallenge")],
            id="resumption without progression",
        ),
        pytest.param(
            "was treated with sunitinib, with a complete response. Everolimus was given after progression. The disease "
            "progressed again and sunitinib was restarted.",
            [
                first("sunitinib", response="complete_response", progressed=True),
                after_progression("everolimus", 2, response="progressive_disease", progressed=True),
                after_progression("sunitinib", 3, phase="rechallenge"),
            ],
            id="rechallenge after progression",
        ),
        pytest.param(
            "received cisplatin and etoposide, underwent resection and was given sunitinib.",
            [first("cisplatin+etoposide"), Course("surgery"), planned("sunitinib", 1)],
            id="one multimodal plan",
        ),
        pytest.param(
            "received octreotide. Sunitinib was given as third-line treatment. After progression, he was treated with everolimus.",
            [
                first("octreotide"),
                Course("sunitinib", 3, "stated", "advanced", None, "progressive_disease", True, stated=3),
                after_progression("everolimus", 4),
            ],
            id="a stated line overrides the count",
        ),
        pytest.param(
            "received octreotide, then carboplatin, then sunitinib. Everolimus was given as second-line treatment.",
            [
                first("octreotide"),
                Course("carboplatin", 1, "next-after-change", "advanced"),
                Course("sunitinib", 1, "next-after-change", "advanced"),
                Course("everolimus", 2, "stated", "advanced", stated=2),
            ],
            id="a stated line corrects what was counted before",
        ),
        pytest.param(
            "had received three prior lines of chemotherapy. Sunitinib was started.",
            [first("chemotherapy"), after_change("chemotherapy", 2), after_change("chemotherapy", 3), after_change("sunitinib", 4)],
            id="counted prior lines",
        ),
        pytest.param(
            "received carboplatin. Later she was given etoposide. After these two lines of chemotherapy, sunitinib was started.",
            [first("carboplatin"), after_change("etoposide", 2), after_change("sunitinib", 3)],
            id="a count that sums up what was told",
        ),
        pytest.param(
            "received 3 regimens. Sunitinib was started.",
            [first("chemotherapy"), after_change("chemotherapy", 2), after_change("chemotherapy", 3), after_change("sunitinib", 4)],
            id="counted regimens",
        ),
        pytest.param(
            "received two prior lines of chemotherapy (carboplatin, then etoposide). Sunitinib was started.",
            [first("carboplatin"), after_change("etoposide", 2), after_change("sunitinib", 3)],
            id="counted lines of a class, listed",
        ),
        pytest.param(
            "received two previous lines (carboplatin, then etoposide). Sunitinib was started.",
            [first("carboplatin"), after_change("etoposide", 2), after_change("sunitinib", 3)],
            id="counted prior lines, listed",
        ),
        pytest.param(
            "had two lines of immunotherapy and 2 lines of chemotherapy with etoposide and topotecan. Sunitinib was started.",
            [
                first("immunotherapy"), after_change("immunotherapy", 2), after_change("etoposide", 3), after_change("topotecan", 4),
                after_change("sunitinib", 5),
            ],
            id="two counts, the second with its drugs",
        ),
        pytest.param(
            "was put on sunitinib. Her previous treatment had consisted of cisplatin and, at relapse, topotecan.",
            [first("cisplatin", progressed=True), after_progression("topotecan", 2), after_change("sunitinib", 3)],
            id="a sentence that goes back",
        ),
        pytest.param(
            "was operated on and irradiated, and the lung was treated with two lines of chemotherapy.",
            [Course("surgery"), Course("radiotherapy", setting="advanced"), first("chemotherapy"), after_change("chemotherapy", 2)],
            id="counted lines follow what is no drug",
        ),
        pytest.param(
            "had had mitomycin instillations. Etoposide and cisplatin were administered with intrathecal injections.",
            [Course("mitomycin"), first("etoposide+cisplatin")],
            id="local treatment before and beside",
        ),
        pytest.param(
            "received pembrolizumab. Sunitinib was given later. He died 20 months after the start of immunotherapy.",
            [first("pembrolizumab", durations=("os = 20",)), after_change("sunitinib", 2, progressed=None)],
            id="a time counted from the start of a class",
        ),
        pytest.param(
            "was heavily pretreated. Sunitinib was started.",
            [Course("sunitinib", None, "first", "advanced")],
            id="prior lines without a number",
        ),
        pytest.param(
            "was heavily pretreated. Sunitinib was started as fourth-line treatment.",
            [Course("sunitinib", 4, "stated", "advanced", stated=4)],
            id="a stated line after an unknown number",
        ),
        pytest.param(
            "was treated with sunitinib as forth-line therapy.",
            [Course("sunitinib", 4, "stated", "advanced", stated=4)],
            id="a stated line, misspelt",
        ),
        pytest.param(
            "was treated with sunitinib in the 11th line.",
            [Course("sunitinib", 11, "stated", "advanced", stated=11)],
            id="a stated line above ten",
        ),
        pytest.param(
            "had received two prior lines of hormonal therapy. Sunitinib was started.",
            [first("hormone therapy"), after_change("hormone therapy", 2), after_change("sunitinib", 3)],
            id="counted prior lines of another kind",
        ),
        pytest.param(
            "received carboplatin. After third-line treatment had failed, everolimus was given.",
            [first("carboplatin", response="no_response"), after_progression("everolimus", 4)],
            id="after the failure of a numbered line",
        ),
        pytest.param(
            "received everolimus. He had previously been resistant to first-line carboplatin.",
            [
                Course("carboplatin", 1, "stated", "advanced", response="no_response", stated=1),
                after_progression("everolimus", 2),
            ],
            id="the first line told later",
        ),
        pytest.param(
            "received cisplatin and etoposide. Maintenance immunotherapy was given.",
            [first("cisplatin+etoposide"), planned("immunotherapy", 1, phase="maintenance")],
            id="maintenance of which only the class is named",
        ),
        pytest.param(
            "was refractory to carboplatin, etoposide and sunitinib. He then received everolimus.",
            [
                first("carboplatin", response="no_response"),
                after_progression("etoposide", 2, response="no_response"),
                after_progression("sunitinib", 3, response="no_response"),
                after_progression("everolimus", 4),
            ],
            id="several failed drugs",
        ),
        pytest.param(
            "was treated with everolimus after failure of sunitinib and octreotide.",
            [
                first("sunitinib", response="no_response"),
                after_progression("octreotide", 2, response="no_response"),
                after_progression("everolimus", 3),
            ],
            id="what failed is named behind what followed",
        ),
        pytest.param(
            "who had failed all available treatments received sunitinib.", [Course("sunitinib", None, "first", "advanced")], id="unknown before"
        ),
        pytest.param(
            "had received several lines of chemotherapy. Everolimus was given as fifth-line treatment. The disease progressed. "
            "Sunitinib was started.",
            [
                Course("chemotherapy", None, "first", "advanced"),
                Course("everolimus", 5, "stated", "advanced", None, "progressive_disease", True, stated=5),
                after_progression("sunitinib", 6),
            ],
            id="a stated line begins the count anew",
        ),
    ],
)
def test_advanced_disease(text: str, expected: list[Course]) -> None:
    assert courses(THYMOMA + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 49-year-old woman with gastric adenocarcinoma received neoadjuvant oxaliplatin and capecitabine. Gastrectomy was "
            "performed. Adjuvant oxaliplatin and capecitabine were given.",
            [
                Course("oxaliplatin+capecitabine", setting="neoadjuvant", progressed=False),
                Course("surgery"),
                Course("oxaliplatin+capecitabine", setting="adjuvant"),
            ],
            id="around an operation",
        ),
        pytest.param(
            "A 49-year-old woman with recurrent gastric adenocarcinoma after gastrectomy and six cycles of capecitabine received paclitaxel, then irinotecan.",
            [
                Course("surgery"),
                Course("capecitabine", setting="adjuvant"),
                Course("paclitaxel", 1, "first", "advanced"),
                Course("irinotecan", 2, "next-after-change", "advanced"),
            ],
            id="recurrent after what is named first",
        ),
        pytest.param(
            "A 64-year-old man with gastric adenocarcinoma received oxaliplatin and capecitabine. After 4 cycles of chemotherapy he felt well. "
            "Following pre-operative chemotherapy for 3 months, gastrectomy was performed.",
            [
                Course("oxaliplatin+capecitabine", setting="neoadjuvant", progressed=False, durations=("on_treatment = 3",)),
                Course("surgery"),
            ],
            id="a class before an operation that looks back on its drugs",
        ),
        pytest.param(
            "A 9-year-old boy with Burkitt lymphoma received two courses of cyclophosphamide and vincristine followed by two courses of cytarabine.",
            [Course("cyclophosphamide+vincristine", 1, "first"), Course("cytarabine", 1, "same-planned-step")],
            id="blocks that follow each other",
        ),
        pytest.param(
            "A 39-year-old man with acute myeloid leukaemia received cytarabine and daunorubicin, followed by two cycles of high-dose cytarabine and allogeneic stem cell transplantation.",
            [Course("cytarabine+daunorubicin", 1, "first"), Course("cytarabine", 1, "same-planned-step"), Course("transplant", 1, "same-transplant")],
            id="cycles before a transplant do not prepare it",
        ),
        pytest.param(
            "A 49-year-old woman with gastric adenocarcinoma underwent gastrectomy. Capecitabine was given afterwards for six months.",
            [Course("surgery"), Course("capecitabine", setting="adjuvant", durations=("on_treatment = 6",))],
            id="adjuvant by its place",
        ),
        pytest.param(
            "A 60-year-old man with oesophageal carcinoma received cisplatin and fluorouracil. Oesophagectomy was performed; it "
            "showed a pathologic complete response.",
            [
                Course("cisplatin+fluorouracil", setting="neoadjuvant", response="pathologic_complete_response", progressed=False),
                Course("surgery"),
            ],
            id="neoadjuvant by its place",
        ),
        pytest.param(
            "A 49-year-old woman was found to have colon adenocarcinoma with liver metastases. Hemicolectomy was performed. She "
            "received adjuvant capecitabine.",
            [Course("surgery"), Course("capecitabine", 1, "first", "adjuvant")],
            id="adjuvant treatment of metastatic disease counts",
        ),
        pytest.param(
            "A 44-year-old man with a localized rectal cancer underwent resection. Six months later he relapsed. Capecitabine was given.",
            [Course("surgery", progressed=True, durations=("pfs = 6",)), first("capecitabine")],
            id="the first line after a relapse",
        ),
        pytest.param(
            "A 49-year-old woman with breast cancer received doxorubicin and cyclophosphamide. Then weekly paclitaxel was given. "
            "Mastectomy followed. Adjuvant capecitabine was administered. Three years later nodules in the lung were found. Eribulin was "
            "started.",
            [
                Course("doxorubicin+cyclophosphamide", setting="neoadjuvant"),
                Course("paclitaxel", setting="neoadjuvant"),
                Course("surgery"),
                Course("capecitabine", setting="adjuvant", progressed=True, durations=("pfs = 36",)),
                first("eribulin"),
            ],
            id="two courses before an operation, and a relapse years later",
        ),
        pytest.param(
            "A 52-year-old man with metastatic rectal cancer had previously received adjuvant capecitabine. Irinotecan was given.",
            [Course("capecitabine", setting="adjuvant"), first("irinotecan")],
            id="metastatic only later",
        ),
        pytest.param(
            "A 60-year-old man with lung adenocarcinoma received cisplatin with concurrent radiotherapy. Metastases appeared in the "
            "liver. Pembrolizumab was started.",
            [
                Course("cisplatin", setting="definitive", response="progressive_disease", progressed=True),
                first("pembrolizumab"),
            ],
            id="curative chemoradiation has no line",
        ),
        pytest.param(
            "A 60-year-old woman underwent mastectomy for breast cancer; 3 of 14 lymph nodes were positive for metastasis. She received "
            "epirubicin and cyclophosphamide.",
            [Course("surgery"), Course("epirubicin+cyclophosphamide", setting="adjuvant")],
            id="metastases in the nodes of the specimen are no relapse",
        ),
    ],
)
def test_localized_disease(text: str, expected: list[Course]) -> None:
    assert courses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            MYELOID + "received induction with cytarabine and daunorubicin and reached a complete remission. Consolidation with "
            "etoposide was given, followed by allogeneic stem cell transplantation.",
            [
                Course("cytarabine+daunorubicin", 1, "first", phase="induction", response="complete_response"),
                Course("etoposide", 1, "same-planned-step", phase="consolidation"),
                Course("transplant", 1, "same-transplant"),
            ],
            id="induction, consolidation and transplant share a line",
        ),
        pytest.param(
            MYELOID + "received azacitidine. Because of a rash, treatment was switched to gilteritinib.",
            [Course("azacitidine", 1, "first"), Course("gilteritinib", 2, "next-after-change")],
            id="a switch for toxicity",
        ),
        pytest.param(
            "A 44-year-old man with diffuse large B-cell lymphoma received R-CHOP, with a complete response. The lymphoma relapsed. "
            "After salvage chemotherapy with gemcitabine and oxaliplatin he underwent autologous stem cell transplantation. He "
            "relapsed again after the transplant. Lenalidomide was started.",
            [
                Course(
                    "rituximab+cyclophosphamide+doxorubicin+vincristine+prednisone", 1, "first",
                    response="complete_response", progressed=True,
                ),
                after_progression("gemcitabine+oxaliplatin", 2),
                Course("transplant", 2, "same-transplant", progressed=True),
                after_progression("lenalidomide", 3),
            ],
            id="a relapse after the transplant",
        ),
        pytest.param(
            "A 60-year-old man with Burkitt lymphoma received cyclophosphamide and doxorubicin with a complete response. High-dose "
            "methotrexate was given next.",
            [
                Course("cyclophosphamide+doxorubicin", 1, "first", response="complete_response"),
                Course("methotrexate", 1, "same-planned-step"),
            ],
            id="the next block of chemotherapy",
        ),
        pytest.param(
            MYELOID + "received cytarabine and daunorubicin. Etoposide and mitoxantrone were given next.",
            [Course("cytarabine+daunorubicin", 1, "first"), Course("etoposide+mitoxantrone", 2, "next-after-change")],
            id="another regimen without a response",
        ),
        pytest.param(
            MYELOID + "received induction with cytarabine and reached a complete remission. He underwent allogeneic stem cell "
            "transplantation. Azacitidine was given afterwards.",
            [
                Course("cytarabine", 1, "first", phase="induction", response="complete_response"),
                Course("transplant", 1, "same-transplant"),
                Course("azacitidine", 1, "same-planned-step"),
            ],
            id="after a transplant without relapse",
        ),
        pytest.param(
            "A 52-year-old man with relapsed mantle cell lymphoma received ibrutinib.",
            [Course("ibrutinib", None, "first")],
            id="relapsed before the story begins",
        ),
        pytest.param(
            "A 52-year-old man with acute myeloid leukaemia received re-induction with azacitidine. Then gilteritinib was given.",
            [Course("azacitidine", None, "first", phase="induction"), Course("gilteritinib", None, "next-after-change")],
            id="induced again before the story begins",
        ),
        pytest.param(
            "A 52-year-old man with acute myeloid leukaemia had an allogeneic transplantation in second complete remission.",
            [Course("transplant", 2, "same-transplant")],
            id="transplanted in second remission",
        ),
        pytest.param(
            "A 52-year-old man with multiple myeloma received dexamethasone alone. Then bortezomib was started.",
            [Course("bortezomib", 1, "first")],
            id="steroids alone are no line",
        ),
    ],
)
def test_blood_cancers(text: str, expected: list[Course]) -> None:
    assert courses(text) == expected


GASTRIC = "A 63-year-old man had gastric adenocarcinoma; CT demonstrated multiple hepatic metastases. "


@pytest.mark.parametrize(
    "text",
    [
        "Capecitabine and oxaliplatin were started, and the metastases had disappeared after six cycles. Gastrectomy was performed. S-1 was given for one year.",
        "Capecitabine and oxaliplatin were started, and the metastases shrank markedly. Gastrectomy with partial hepatectomy followed; S-1 was continued afterwards.",
        "He responded to capecitabine and oxaliplatin and underwent gastrectomy. Three months later docetaxel was begun as a consolidation of the result.",
        "Six cycles of capecitabine and oxaliplatin were administered. Total gastrectomy was carried out. Then paclitaxel was given.",
        "Capecitabine and oxaliplatin led to a partial response. The stomach was resected. He received adjuvant S-1.",
    ],
)
def test_an_operation_in_response_keeps_the_line(text: str) -> None:
    assert [course.line for course in courses(GASTRIC + text)] == [1, None, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Capecitabine and oxaliplatin led to a partial response. The stomach was resected. One year later ascites was seen. Paclitaxel was given.",
        "Capecitabine and oxaliplatin led to a partial response. The stomach was resected. The tumour recurred. Paclitaxel was given.",
        "Capecitabine and oxaliplatin led to a partial response. The stomach was resected. Two regrowing nodules were seen, and paclitaxel was given.",
        "Capecitabine and oxaliplatin led to a partial response. The disease then progressed. The stomach was resected. Paclitaxel was given.",
        "Capecitabine and oxaliplatin led to a partial response. The stomach was resected. Palliative paclitaxel was given.",
    ],
)
def test_disease_or_time_after_an_operation_raises_the_line(text: str) -> None:
    assert [course.line for course in courses(GASTRIC + text) if course.line] == [1, 2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A 60-year-old man with stage IV colon cancer received FOLFOX for six cycles. Hemicolectomy was performed.", 1),
        ("A 60-year-old man with stage IVB lung adenocarcinoma received cisplatin and pemetrexed. Lobectomy was performed.", 1),
        ("A 60-year-old man with a renal mass, classified as mRCC, received ipilimumab and nivolumab. Nephrectomy was performed.", 1),
        ("A 60-year-old man with stage IVA cancer of the tongue received docetaxel and cisplatin. Glossectomy was performed.", None),
        ("A 60-year-old man whose colon cancer was stage III received FOLFOX for six cycles. Hemicolectomy was performed.", None),
        (
            "A 38-year-old woman with a nodal recurrence of bladder cancer was referred to us. Two years earlier she had undergone transurethral "
            "resection. She received gemcitabine and cisplatin. Lymph node dissection was performed.",
            1,
        ),
        ("A 70-year-old man was admitted for recurrent sarcoma of the thigh. He was given doxorubicin. Amputation was performed.", 1),
        (
            "A 55-year-old woman presented with a local recurrence of endometrial cancer. She had had a hysterectomy before. Carboplatin and "
            "paclitaxel were administered. Pelvic exenteration followed.",
            1,
        ),
        (
            "A 55-year-old woman with recurrent breast cancer was seen. The tumour had been diagnosed in 2010. She received epirubicin and "
            "cyclophosphamide. Mastectomy was performed.",
            None,
        ),
        ("A 70-year-old man had a gastric cancer without recurrence of his colon cancer. He was given S-1 and cisplatin. Gastrectomy was performed.", None),
    ],
)
def test_drugs_before_an_operation_for_spread_or_recurrent_disease(text: str, line: int | None) -> None:
    assert [course.line for course in courses(text) if course.agents not in ("surgery",)] == [line]


def test_drugs_that_follow_chemoradiation_as_planned() -> None:
    text = (
        "A 64-year-old man had a pelvic recurrence of rectal cancer. Radiotherapy with concurrent cisplatin was given, followed by capecitabine for "
        "a year. The tumour progressed and irinotecan was started."
    )
    assert [course.line for course in courses(text)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("He received several oncologic treatments over ten years.", None),
        ("Multiple systemic therapies were tried.", None),
        ("Multiline chemotherapy failed.", None),
        ("He had received seven chemotherapy lines.", 8),
        ("There were two previous hormonal therapy lines.", 3),
        ("He had three treatment lines behind him.", 4),
        ("He had several medical treatments for hypertension.", 1),
    ],
)
def test_counted_and_uncounted_lines_in_other_words(before: str, line: int | None) -> None:
    text = f"A 62-year-old man had breast cancer with lung metastases. {before} In 2014 eribulin was given."
    assert courses(text)[-1].line == line


def test_the_same_drugs_after_a_relapse_are_the_next_line() -> None:
    text = (
        "A 68-year-old man had a metastatic angiosarcoma. Paclitaxel was started and a partial response was seen. Radiotherapy was given after ten "
        "months. Two months later a recurrence in the irradiated skin was noted. Paclitaxel was resumed."
    )
    assert [course.line for course in courses(text)] == [1, None, 2]


def test_the_rules_are_told_in_one_place() -> None:
    told = (Path(__file__).parents[2] / "docs" / "lines.md").read_text(encoding="utf-8")
    assert [rule for rule in lines.RULES if f"| `{rule}` |" not in told] == []
    assert [rule for rule in lines.RULES if f"`{rule}`" not in (lines.__doc__ or "")] == []
