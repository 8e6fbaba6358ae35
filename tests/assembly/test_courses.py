"""Which course a treatment's name speaks of."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import Course, after_change, after_progression, courses, first, planned

THYMOMA = "A 60-year-old man with metastatic thymoma "
LUNG = "A 60-year-old man with ALK-rearranged metastatic lung adenocarcinoma "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            THYMOMA + "received sunitinib. Sunitinib was well tolerated.", [first("sunitinib")], id="the same drug named again"
        ),
        pytest.param(
            THYMOMA + "received chemotherapy. It consisted of cisplatin and doxorubicin. After the chemotherapy, stable disease was noted.",
            [first("cisplatin+doxorubicin", response="stable_disease")],
            id="a class spelled out, and referred to",
        ),
        pytest.param(
            LUNG + "received alectinib, an ALK inhibitor. The ALK inhibitor was continued. A partial response was seen.",
            [first("alectinib", response="partial_response")],
            id="a class that explains the drug",
        ),
        pytest.param(
            THYMOMA + "began lenvatinib 14 mg daily plus pembrolizumab 200 mg every 3 weeks.",
            [first("lenvatinib+pembrolizumab")],
            id="doses between two drugs of one course",
        ),
        pytest.param(
            THYMOMA + "received everolimus 10 mg once daily for 3 weeks on, 1 week off, together with octreotide.",
            [first("everolimus+octreotide")],
            id="a schedule between two drugs of one course",
        ),
        pytest.param(
            THYMOMA + "received docetaxel, gemcitabine and sunitinib sequentially.",
            [first("docetaxel"), after_change("gemcitabine", 2), after_change("sunitinib", 3)],
            id="one after another, said behind the list",
        ),
        pytest.param(
            THYMOMA + "received docetaxel and cisplatin. The tumour was resected. After the operation he completed three more cycles.",
            [first("docetaxel+cisplatin"), Course("surgery"), planned("docetaxel+cisplatin", 1)],
            id="more of the same after an operation",
        ),
        pytest.param(
            THYMOMA + "received cisplatin and pemetrexed. Owing to hearing loss cisplatin was replaced by carboplatin.",
            [first("cisplatin+pemetrexed"), after_change("pemetrexed+carboplatin", 2)],
            id="one drug of two replaced",
        ),
        pytest.param(
            THYMOMA + "received everolimus. He then received octreotide. Everolimus and octreotide were ineffective.",
            [first("everolimus"), after_change("octreotide", 2, response="no_response")],
            id="a summing-up",
        ),
        pytest.param(
            THYMOMA + "received carboplatin and pembrolizumab. After four cycles carboplatin was stopped and pembrolizumab was continued.",
            [first("carboplatin+pembrolizumab"), planned("pembrolizumab", 1, phase="maintenance")],
            id="one drug of two goes on",
        ),
        pytest.param(
            THYMOMA + "underwent radiofrequency ablation and chemoembolization of the liver.",
            [Course("local"), Course("local")],
            id="two kinds of local treatment",
        ),
        pytest.param(
            THYMOMA + "was treated successively with sunitinib, everolimus and carboplatin plus paclitaxel.",
            [first("sunitinib"), after_change("everolimus", 2), after_change("carboplatin+paclitaxel", 3)],
            id="a combination in a sequence",
        ),
        pytest.param(
            THYMOMA + "did not respond to chemotherapy. Sunitinib was started.",
            [first("chemotherapy", response="no_response"), after_progression("sunitinib", 2)],
            id="a class without effect, only mentioned",
        ),
        pytest.param(
            THYMOMA + "received everolimus, which was chosen as salvage therapy.", [first("everolimus")], id="a class behind a verb"
        ),
        pytest.param(
            THYMOMA + "received chemotherapy. The chemotherapy was well tolerated.", [first("chemotherapy")], id="the same class"
        ),
        pytest.param(
            THYMOMA + "received sunitinib. The disease progressed. Chemotherapy was started. Carboplatin and etoposide were given for "
            "four cycles.",
            [
                first("sunitinib", response="progressive_disease", progressed=True),
                after_progression("carboplatin+etoposide", 2),
            ],
            id="a class spelled out in the next sentence",
        ),
        pytest.param(
            THYMOMA + "received sunitinib. It was stopped for surgery. Tyrosine kinase inhibitor therapy was restarted.",
            [first("sunitinib"), planned("sunitinib", 1, phase="rechallenge")],
            id="a class given anew",
        ),
        pytest.param(
            THYMOMA + "received cisplatin and etoposide. Three months later etoposide was restarted.",
            [first("cisplatin+etoposide"), after_change("etoposide", 2, phase="rechallenge")],
            id="a part of the drugs given anew",
        ),
        pytest.param(
            THYMOMA + "received cisplatin. Cisplatin and etoposide were given for four cycles.",
            [first("cisplatin+etoposide")],
            id="a regimen told better in the next sentence",
        ),
        pytest.param(
            THYMOMA + "was referred for everolimus. Carboplatin had been given before. Everolimus was started.",
            [first("carboplatin"), after_change("everolimus", 2)],
            id="a drug that the opening only mentioned",
        ),
        pytest.param(THYMOMA + "received prednisone.", [], id="a steroid alone"),
        pytest.param(
            LUNG + "received alectinib as targeted therapy.", [first("alectinib")], id="a class as which the drug is given"
        ),
        pytest.param(
            LUNG + "received alectinib. Bevacizumab was started while alectinib was continued.",
            [first("alectinib"), after_change("bevacizumab+alectinib", 2)],
            id="what goes on beside a new drug",
        ),
        pytest.param(
            THYMOMA + "received cisplatin and etoposide. Cisplatin caused vomiting.",
            [first("cisplatin+etoposide")],
            id="a part of the drugs, only mentioned",
        ),
        pytest.param(
            THYMOMA + "received chemotherapy. He received second-line treatment with sunitinib. The response to second-line "
            "treatment was good.",
            [first("chemotherapy"), Course("sunitinib", 2, "stated", "advanced", response="response", stated=2)],
            id="the course of a line",
        ),
        pytest.param(
            THYMOMA + "received radiotherapy to the spine. The radiotherapy was well tolerated. Three months later, after a "
            "course of sunitinib, radiotherapy was given to the skull.",
            [
                Course("radiotherapy", setting="advanced"),
                first("sunitinib"),
                Course("radiotherapy", setting="advanced"),
            ],
            id="radiation again, later",
        ),
        pytest.param(
            THYMOMA + "was referred after failure of sunitinib. Everolimus was started.",
            [first("sunitinib", response="no_response"), after_progression("everolimus", 2)],
            id="a drug that had failed",
        ),
        pytest.param(
            THYMOMA + "received everolimus. Sunitinib was planned but never given.", [first("everolimus")], id="a planned drug"
        ),
        pytest.param(
            THYMOMA + "received everolimus. His sister had received tamoxifen.", [first("everolimus")], id="a relative's drug"
        ),
        pytest.param(
            THYMOMA + "received everolimus. The disease progressed. Treatment with everolimus was restarted.",
            [
                first("everolimus", response="progressive_disease", progressed=True),
                after_progression("everolimus", 2, phase="rechallenge"),
            ],
            id="a drug given anew",
        ),
        pytest.param(
            "A 49-year-old woman with gastric adenocarcinoma received neoadjuvant oxaliplatin. Gastrectomy was performed. Oxaliplatin "
            "was given for three further cycles.",
            [Course("oxaliplatin", setting="neoadjuvant", progressed=False), Course("surgery"), Course("oxaliplatin", setting="adjuvant")],
            id="the same drug on both sides of an operation",
        ),
        pytest.param(
            THYMOMA + "received prednisone and sunitinib.", [first("sunitinib")], id="a steroid beside a drug for a solid tumour"
        ),
        pytest.param(
            "A 60-year-old man with multiple myeloma received bortezomib and dexamethasone.",
            [Course("bortezomib+dexamethasone", 1, "first")],
            id="a steroid in a blood cancer",
        ),
        pytest.param(
            THYMOMA + "received octreotide with stable disease. Everolimus was added and a partial response was seen.",
            [first("octreotide", response="stable_disease"), planned("octreotide+everolimus", 1, response="partial_response")],
            id="an addition is a course of both",
        ),
    ],
)
def test_courses(text: str, expected: list[Course]) -> None:
    assert courses(text) == expected


def test_a_later_sentence_looks_back() -> None:
    before, trial = courses(
        "A woman with metastatic urothelial carcinoma responded well to everolimus. She had previously received gemcitabine and cisplatin. "
        "The complete response lasted 21 months."
    )
    assert (before.agents, before.line, before.response) == ("gemcitabine+cisplatin", 1, None)
    assert (trial.agents, trial.line, trial.response, trial.durations) == ("everolimus", 2, "complete_response", ("response = 21",))


def test_a_list_of_previous_lines_behind_the_treatment() -> None:
    told = courses(
        "A man with metastatic lung adenocarcinoma was treated with tepotinib and had a partial response. Previous lines included "
        "carboplatin/pemetrexed, nivolumab and docetaxel. He progressed after 8 months and received gemcitabine."
    )
    assert [(course.agents, course.line) for course in told][2:] == [("docetaxel", 3), ("tepotinib", 4), ("gemcitabine", 5)]
    assert told[3].durations == ("pfs = 8",)


def test_earlier_lines_counted_afterwards() -> None:
    told = courses("A patient with metastatic breast cancer was treated with ipatasertib. Three prior lines of therapy had been given. A partial response was seen.")
    assert [(course.agents, course.line) for course in told] == [("chemotherapy", 1), ("chemotherapy", 2), ("chemotherapy", 3), ("ipatasertib", 4)]
    assert told[-1].response == "partial_response"


def test_a_failure_told_of_the_story_is_no_look_back() -> None:
    told = courses("A man with metastatic melanoma received ipilimumab. New lesions showed that it had failed as well, and he was switched to nivolumab.")
    assert [(course.agents, course.line) for course in told] == [("ipilimumab", 1), ("nivolumab", 2)]


def test_the_drug_of_the_opening_runs_on_behind_what_went_before() -> None:
    told = courses("Report on the use of cobimetinib in a patient with melanoma who relapsed after nivolumab (2 courses), ipilimumab and dacarbazine. Complete remission was seen at 3 months.")
    assert (told[-1].agents, told[-1].line, told[-1].response) == ("cobimetinib", 4, "complete_response")


def test_a_list_of_courses_behind_an_operation() -> None:
    told = courses("A woman with ovarian carcinoma had progressed after debulking surgery, carboplatin/paclitaxel, letrozole and topotecan. She responded to binimetinib.")
    assert [course.agents for course in told] == ["surgery", "paclitaxel+carboplatin", "letrozole", "topotecan", "binimetinib"]


@pytest.mark.parametrize(
    ("words", "response", "progressed", "durations"),
    [
        ("which led to a PR of 5 months duration.", "partial_response", None, ("response = 5",)),
        ("with a partial response, but progressed after 3 months and died.", "partial_response", True, ("pfs = 3",)),
        ("which led to no shrinkage.", "no_response", None, ()),
        ("with a partial response. After 11 months resistance developed.", "partial_response", True, ("pfs = 11",)),
        ("with a tumor reduction of 60% at week 8 and no residual tumor at 1 year.", "complete_response", None, None),
    ],
)
def test_what_became_of_a_course(words: str, response: str, progressed: bool | None, durations: tuple[str, ...] | None) -> None:
    (told,) = courses(f"A man with metastatic melanoma received trametinib, {words}")
    assert (told.response, told.progressed) == (response, progressed)
    assert durations is None or told.durations == durations


def test_a_lost_response_is_one() -> None:
    first_course, _ = courses("A man with metastatic melanoma lost response to trametinib after 14 months, and was switched to nivolumab.")
    assert (first_course.response, first_course.progressed, first_course.durations) == ("response", True, ("pfs = 14",))


def test_hint_of_earlier_therapy_behind_the_treatment() -> None:
    (told,) = courses("A study of erdafitinib included a man with cholangiocarcinoma that had been heavily pretreated. He had stable disease.")
    assert told.line is None


def test_cell_models_are_nobodys_patient() -> None:
    (told,) = courses("A man with metastatic melanoma responded to trametinib. Ba/F3 clones with the mutation were resistant to nivolumab and vemurafenib.")
    assert told.agents == "trametinib"


@pytest.mark.parametrize(
    "told",
    [
        "The chemotherapy was changed to toremifene.",
        "Chemotherapy was then switched to toremifene.",
        "Systemic therapy was replaced by toremifene.",
        "The chemotherapy had been converted to toremifene.",
        "Treatment was changed to toremifene.",
    ],
)
def test_what_was_changed_is_what_was_given_before(told: str) -> None:
    text = f"A 68-year-old woman with metastatic breast cancer received anastrozole. The disease progressed. {told}"
    assert [(course.agents, course.line) for course in courses(text)] == [("anastrozole", 1), ("toremifene", 2)]


@pytest.mark.parametrize(
    ("told", "agents"),
    [
        ("Immunotherapy was replaced by regorafenib.", ["fluorouracil+oxaliplatin", "immunotherapy", "regorafenib"]),
        ("Chemotherapy was stopped and regorafenib was given.", ["fluorouracil+oxaliplatin", "regorafenib"]),
    ],
)
def test_another_class_that_was_replaced(told: str, agents: list[str]) -> None:
    assert [course.agents for course in courses("A 60-year-old man with metastatic colon cancer was given FOLFOX. " + told)] == agents


@pytest.mark.parametrize(
    "told",
    [
        "chemotherapy following the STEP-2 regimen (cisplatin, epirubicin, capecitabine)",
        "chemotherapy as in the STEP-2 trial (cisplatin, epirubicin and capecitabine)",
        "chemotherapy in accordance with the national guidelines (cisplatin, epirubicin, capecitabine)",
        "chemotherapy following surgery (cisplatin, epirubicin, capecitabine)",
        "systemic chemotherapy according to ECX (epirubicin, cisplatin, capecitabine)",
    ],
)
def test_a_class_and_the_drugs_of_its_regimen(told: str) -> None:
    (given,) = [course for course in courses(f"A 57-year-old man with gastric cancer received {told}.") if course.agents != "surgery"]
    assert sorted(given.agents.split("+")) == ["capecitabine", "cisplatin", "epirubicin"]


def test_a_class_after_another_regimen() -> None:
    text = "A 57-year-old man with metastatic colon cancer received FOLFOX followed by chemotherapy after progression (irinotecan)."
    given = courses(text)
    assert given[0].agents == "fluorouracil+oxaliplatin"
    assert len(given) > 1


@pytest.mark.parametrize(
    "told",
    [
        "Lately, treatment of advanced melanoma has moved to antibodies such as nivolumab or ipilimumab.",
        "In recent years, the management of metastatic melanoma has changed with vemurafenib.",
        "Treatment options for metastatic melanoma have expanded to trametinib.",
        "Over the last decade, therapy for stage IV melanoma has been transformed by pembrolizumab.",
        "The treatment of melanoma has evolved from interleukin-2 to ipilimumab.",
    ],
)
def test_how_practice_changed_is_nobodys_treatment(told: str) -> None:
    text = f"A 57-year-old man had metastatic melanoma. {told} He was given dacarbazine."
    assert [(course.agents, course.line) for course in courses(text)] == [("dacarbazine", 1)]


def test_how_his_own_treatment_changed() -> None:
    text = "A 57-year-old man with metastatic melanoma received dacarbazine. The treatment of the lung lesions has been changed to ipilimumab."
    assert [course.agents for course in courses(text)] == ["dacarbazine", "ipilimumab"]


@pytest.mark.parametrize(
    "told",
    [
        "As bevacizumab could not be used, she received carboplatin and pemetrexed.",
        "Because bevacizumab could not be given owing to haemoptysis, she was treated with carboplatin and pemetrexed.",
        "Bevacizumab could not be administered, and she was given carboplatin and pemetrexed.",
        "Since bevacizumab cannot be given in haemoptysis, the patient received carboplatin and pemetrexed.",
        "Bevacizumab could not be obtained, therefore she received carboplatin and pemetrexed.",
    ],
)
def test_another_drug_for_one_that_could_not_be_given(told: str) -> None:
    text = f"A 67-year-old woman had metastatic adenocarcinoma of the lung. {told}"
    assert [(course.agents, course.line) for course in courses(text)] == [("carboplatin+pemetrexed", 1)]


@pytest.mark.parametrize("told", ["could not be started in May and was given in July", "could not be given at first, and she received it in July"])
def test_a_drug_that_was_given_later(told: str) -> None:
    assert [course.agents for course in courses(f"A 67-year-old woman had metastatic adenocarcinoma of the lung. Pembrolizumab {told}.")] == ["pembrolizumab"]


@pytest.mark.parametrize("told", ["deserve consideration", "merit further study", "warrant investigation"])
def test_a_lesson_begins_no_course(told: str) -> None:
    text = "A 67-year-old man with metastatic thymoma received octreotide with a partial response."
    assert [course.agents for course in courses(f"{text} Thus, radiotherapy and immunotherapy {told} in thymoma.")] == ["octreotide"]


@pytest.mark.parametrize(
    "told",
    [
        "Sequential chemotherapy and targeted therapy proved useful in this patient.",
        "Multimodal treatment with chemotherapy and targeted therapy led to long survival.",
        "In our case, the combination of chemotherapy and targeted therapy resulted in good control.",
        "Aggressive chemotherapy and targeted therapy prolonged her life.",
        "Thus, combined chemotherapy and targeted therapy were effective.",
    ],
)
def test_what_all_of_it_achieved(told: str) -> None:
    text = "A 59-year-old woman with metastatic thymic carcinoma progressed on cisplatin and etoposide. Sunitinib was then given with a partial response."
    assert [(course.agents, course.line) for course in courses(f"{text} {told}")] == [("cisplatin+etoposide", 1), ("sunitinib", 2)]


def test_another_course_of_two_classes() -> None:
    text = "A 59-year-old man with metastatic renal cancer received sunitinib. On progression everolimus was given."
    assert len(courses(f"{text} Combined immunotherapy and targeted therapy was then started and led to a response.")) == 3


NSCLC = "A 60-year-old man with lung adenocarcinoma "
GIST = "A 60-year-old man with a jejunal GIST "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(NSCLC + "received cisplatin and pemetrexed as first-line, achieving stable disease.", ["cisplatin+pemetrexed"], id="a first line said behind"),
        pytest.param(THYMOMA + "after induction chemotherapy with docetaxel plus cisplatin and 5-fluorouracil had a response.", ["docetaxel+cisplatin+fluorouracil"], id="one known regimen behind after"),
        pytest.param(THYMOMA + "was enrolled in a trial with sunitinib and axitinib.", ["sunitinib+axitinib"], id="two inhibitors in one trial"),
        pytest.param(
            NSCLC + "underwent chemo-radiotherapy (carboplatin + paclitaxel + 60 Gy) and additionally two courses of chemotherapy (carboplatin + pemetrexed).",
            ["carboplatin+paclitaxel", "carboplatin+pemetrexed"],
            id="additional courses behind chemoradiation",
        ),
        pytest.param(
            NSCLC + "received definitive chemoradiation with cisplatin (CDDP)/etoposide and 60 Gy irradiation, followed by two further cycles of cisplatin and etoposide.",
            ["cisplatin+etoposide", "cisplatin+etoposide"],
            id="the same drugs without radiation",
        ),
        pytest.param(
            THYMOMA + "received two lines of chemotherapy: carboplatin/paclitaxel and then pemetrexed.", ["paclitaxel+carboplatin", "pemetrexed"], id="a list behind a colon"
        ),
        pytest.param(THYMOMA + "received carboplatin/paclitaxel and cisplatin/etoposide.", ["paclitaxel+carboplatin", "etoposide+cisplatin"], id="two platinum doublets"),
        pytest.param(
            THYMOMA + "received sunitinib. A new lesion was found. The patient was given an increased dose of sunitinib.", ["sunitinib"], id="a higher dose is no course"
        ),
        pytest.param(GIST + "was treated with resection followed by imatinib. He experienced a recurrence and was given imatinib at 800 mg.", ["surgery", "imatinib", "imatinib"], id="the adjuvant drug at relapse"),
        pytest.param(
            NSCLC + "underwent lobectomy and adjuvant chemotherapy. He was diagnosed as having brain metastases in 2004, and chemotherapy was given.",
            ["surgery", "chemotherapy", "chemotherapy"],
            id="the class given at relapse",
        ),
        pytest.param(NSCLC + "was treated with carboplatin because of unavailability of cisplatin.", ["carboplatin"], id="a drug that could not be had"),
        pytest.param("A 33-year-old woman with metastatic breast cancer received docetaxel. A GnRH agonist was given to protect ovarian function.", ["docetaxel"], id="the ovaries spared"),
        pytest.param("A 40-year-old woman with metastatic paraganglioma received sunitinib. Iodine-131 metaiodobenzylguanidine ((131)I-MIBG) scintigraphy was positive.", ["sunitinib"], id="a tracer"),
        pytest.param(NSCLC + "had postoperative chemotherapy. Then, docetaxel and the PD-L1 checkpoint inhibitor atezolizumab were given.", ["chemotherapy", "docetaxel+atezolizumab"], id="then opens another course"),
        pytest.param(
            NSCLC + "received cisplatin and etoposide. Ten months later, PET showed hilar (HLN) and adrenal metastases. Four courses of cisplatin and etoposide were performed.",
            ["cisplatin+etoposide", "cisplatin+etoposide"],
            id="so many courses at relapse",
        ),
        pytest.param(
            NSCLC + "received cisplatin and etoposide. A lung nodule recurred and was removed by lobectomy. After four courses of cisplatin and etoposide, the nodes disappeared.",
            ["cisplatin+etoposide", "surgery", "cisplatin+etoposide"],
            id="after so many courses behind an operation",
        ),
        pytest.param(
            "A 57-year-old man with metastatic colon cancer received FOLFIRI followed by hepatectomy, and the above mentioned chemotherapy was continued for five months.",
            ["fluorouracil+irinotecan", "surgery", "fluorouracil+irinotecan"],
            id="the same chemotherapy behind an operation",
        ),
        pytest.param(NSCLC + "was seen. The tumour board recommended cisplatin and etoposide. Re-staging showed a partial response.", ["cisplatin+etoposide"], id="a plan carried out"),
        pytest.param(THYMOMA + "received sunitinib and everolimus in combination with cisplatin plus etoposide (EP) chemotherapy.", ["sunitinib+everolimus+cisplatin+etoposide"], id="a doublet and its acronym"),
        pytest.param(NSCLC + "received erlotinib. We considered that the tumour might grow and changed erlotinib to osimertinib.", ["erlotinib", "osimertinib"], id="what we thought and what we did"),
        pytest.param(
            "We describe a 49-year-old woman with metastatic lung adenocarcinoma who had a complete response to erlotinib for a year. The tumour relapsed, and docetaxel was given. On progression we began retreatment with erlotinib.",
            ["erlotinib", "docetaxel", "erlotinib"],
            id="an announcement that tells the first course",
        ),
        pytest.param(
            "We describe a 49-year-old man with metastatic thymoma who responded to an immune checkpoint inhibitor after progressing on chemotherapy. Testing showed no mutation.",
            ["chemotherapy", "immune checkpoint inhibitor"],
            id="an announcement that alone tells of classes",
        ),
        pytest.param(
            THYMOMA + "received sunitinib after the failure of regimens including carboplatin monotherapy, gemcitabine plus capecitabine, and irinotecan plus oxaliplatin.",
            ["carboplatin", "gemcitabine+capecitabine", "irinotecan+oxaliplatin", "sunitinib"],
            id="two doublets that failed",
        ),
        pytest.param(
            "A 50-year-old woman with breast cancer underwent mastectomy, followed by adjuvant chemotherapy with epirubicin, vincristine, methotrexate and fluorouracil, and adjuvant hormone therapy with letrozole.",
            ["surgery", "epirubicin+vincristine+methotrexate+fluorouracil", "letrozole"],
            id="each class with its drugs",
        ),
        pytest.param(NSCLC + "received cisplatin, pemetrexed and bevacizumab for 4 cycles, followed by 6 cycles of bevacizumab.", ["cisplatin+pemetrexed+bevacizumab", "bevacizumab"], id="one drug given on"),
        pytest.param(THYMOMA + "responded to carboplatin and was retreated with the same regimen upon progression.", ["carboplatin", "carboplatin"], id="retreated with the same"),
        pytest.param(
            "A 60-year-old man with pancreatic cancer received adjuvant gemcitabine after a Whipple procedure. Liver metastases were found. Oxaliplatin was added to the regimen.",
            ["surgery", "gemcitabine", "gemcitabine+oxaliplatin"],
            id="added to the regimen at relapse",
        ),
        pytest.param(THYMOMA + "received sunitinib. The treatment of thymoma, particularly salvage therapy following recurrence, is reviewed.", ["sunitinib"], id="what is reviewed"),
        pytest.param(
            "A 60-year-old man with gastric cancer received three cycles of SOXT regimen (S-1 + oxaliplatin + toripalimab). Gastrectomy was performed. He underwent three cycles of SOXT postoperatively.",
            ["S-1+oxaliplatin+toripalimab", "surgery", "S-1+oxaliplatin+toripalimab"],
            id="an own name spelled out in brackets",
        ),
        pytest.param(
            "A 60-year-old man with metastatic gastric cancer received sintilimab and apatinib (SA protocol). Gastrectomy was performed. SA was continued after the operation.",
            ["sintilimab+apatinib", "surgery", "apatinib+sintilimab"],
            id="an own name behind the drugs",
        ),
        pytest.param(
            NSCLC + "received two courses of cisplatin and etoposide. A nodule was removed by wedge resection. After three subsequent courses of cisplatin and etoposide, lobectomy was performed.",
            ["cisplatin+etoposide", "surgery", "cisplatin+etoposide", "surgery"],
            id="after subsequent courses",
        ),
        pytest.param(NSCLC + "received carboplatin and pemetrexed followed by pemetrexed maintenance therapy and erlotinib.", ["carboplatin+pemetrexed", "pemetrexed", "erlotinib"], id="a maintenance and what came next"),
        pytest.param(
            "Patients experiencing recurrence after cisplatin-based chemotherapy have a poor prognosis. We report a 60-year-old man with bladder cancer who received pembrolizumab.",
            ["pembrolizumab"],
            id="what others received",
        ),
        pytest.param(
            THYMOMA + "proved refractory to various chemotherapies, including carboplatin, pemetrexed and everolimus. Sunitinib was given.",
            ["carboplatin", "pemetrexed", "everolimus", "sunitinib"],
            id="a heading and its list of failures",
        ),
        pytest.param("A 60-year-old man with renal cancer was seen. Management Radical nephrectomy, immunotherapy, chemotherapy and repeat surgery.", ["surgery", "immunotherapy", "chemotherapy"], id="a list of management"),
        pytest.param(THYMOMA + "had a mass of 35 HU on CT. He received sunitinib.", ["sunitinib"], id="Hounsfield units"),
        pytest.param(THYMOMA + "received sunitinib. At progression he was enrolled in a clinical trial of an immunotherapy.", ["sunitinib", "immunotherapy"], id="the class of a trial"),
        pytest.param(
            THYMOMA + "received gemcitabine and docetaxel. Despite different responses, these two cases indicate that gemcitabine plus everolimus is active.",
            ["gemcitabine+docetaxel"],
            id="what the cases indicate",
        ),
        pytest.param(
            "A 44-year-old man with thymic carcinoma received cisplatin, etoposide and irinotecan. A year later the tumour recurred. After 1 course of chemotherapy (cisplatin and irinotecan), it disappeared.",
            ["cisplatin+etoposide+irinotecan", "cisplatin+irinotecan"],
            id="some of the drugs, counted at relapse",
        ),
        pytest.param(
            NSCLC + "underwent lobectomy and chemoradiation with nedaplatin. For the maintenance chemotherapy, from May 2007, ten courses of cisplatin and etoposide were given.",
            ["surgery", "nedaplatin", "cisplatin+etoposide"],
            id="a purpose and its drugs",
        ),
        pytest.param(NSCLC + "received erlotinib, and the tumour progressed. The patient received limited benefit while on erlotinib.", ["erlotinib"], id="the benefit that was received"),
        pytest.param(
            "A 56-year-old man with metastatic gastric cancer was seen. Soon after beginning chemotherapy he vomited. A bypass was made, followed by the first course with S-1 and cisplatin.",
            ["S-1+cisplatin"],
            id="chemotherapy begun in passing",
        ),
        pytest.param(THYMOMA + "received everolimus. The tumour shrank in response to sunitinib, which was substituted for everolimus.", ["everolimus", "sunitinib"], id="a substitute in a relative clause"),
        pytest.param(
            NSCLC + "was treated with chemotherapy and immune checkpoint inhibitor, paclitaxel, carboplatin and atezolizumab.",
            ["paclitaxel+carboplatin+atezolizumab"],
            id="classes and the list of their drugs",
        ),
        pytest.param(
            THYMOMA + "progressed on sunitinib and was given docetaxel. Then retreatment with sunitinib was applied. Following 5 weeks of retreatment, the disease progressed.",
            ["sunitinib", "docetaxel", "sunitinib"],
            id="a retreatment told on",
        ),
        pytest.param(THYMOMA + "received nivolumab, and is still on it 15 months after the induction therapy.", ["nivolumab"], id="a phase of what is given"),
        pytest.param("Local disease is treated with resection or chemo-embolization. We report a man with liver cancer who received sorafenib.", ["sorafenib"], id="how a disease is treated"),
        pytest.param(GIST + "was treated with resection followed by imatinib. He experienced a recurrence and underwent imatinib dose escalation.", ["surgery", "imatinib"], id="a dose changed at relapse"),
    ],
)
def test_courses_told_apart_and_together(text: str, expected: list[str]) -> None:
    assert [course.agents for course in courses(text)] == expected
