"""Settings that follow from operations told in plain words, and from what came back since."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import Course, after_progression, courses, first


@pytest.mark.parametrize(
    "operation",
    [
        "The mass of the thigh was entirely removed.",
        "He was operated upon in June.",
        "An en bloc removal was done.",
        "The left kidney was taken out.",
    ],
)
def test_drugs_after_an_operation_in_plain_words(operation: str) -> None:
    text = f"A 47-year-old man had a sarcoma. {operation} Six cycles of doxorubicin were then administered."
    assert courses(text) == [Course("surgery"), Course("doxorubicin", setting="adjuvant")]


def test_a_risk_is_no_relapse() -> None:
    text = (
        "A 47-year-old man had a sarcoma of the arm, which was widely resected. In view of the risk of recurrence, "
        "doxorubicin was administered for four cycles."
    )
    assert courses(text) == [Course("surgery"), Course("doxorubicin", setting="adjuvant")]


def test_a_lump_years_later_is_a_relapse() -> None:
    text = (
        "A 39-year-old woman had a salivary duct carcinoma. Parotidectomy was done. After two years she noticed a hard swelling "
        "in the neck; the nodes were dissected. She was then treated with cisplatin and vinorelbine."
    )
    assert courses(text)[-1] == first("cisplatin+vinorelbine")


def test_an_organ_full_of_metastases() -> None:
    text = (
        "A 66-year-old man with metastatic gastric cancer was given capecitabine. Five months later the liver was found riddled with metastases; "
        "paclitaxel was tried for two months in vain."
    )
    assert courses(text) == [
        first("capecitabine", progressed=True, durations=("pfs = 5",)),
        after_progression("paclitaxel", 2, response="no_response", durations=("on_treatment = 2",)),
    ]


def test_planned_and_taken() -> None:
    text = "A 58-year-old woman had metastatic cervical cancer. Paclitaxel and carboplatin was planned and she took four cycles."
    assert courses(text) == [first("paclitaxel+carboplatin")]


def test_benefited_from_a_course_is_no_response() -> None:
    text = "A 52-year-old woman with metastatic breast cancer benefited from four courses of docetaxel."
    assert courses(text) == [first("docetaxel")]


def test_weekly_drug_beside_radiation() -> None:
    text = "A 50-year-old woman with locally advanced cervical cancer received radiotherapy of 46 Gy with weekly cisplatin."
    assert [course.agents for course in courses(text)] == ["cisplatin"]


def test_whole_brain_irradiation_means_metastases() -> None:
    text = (
        "A 49-year-old woman had a breast carcinoma. Mastectomy was performed. She later complained of vomiting; whole brain radiotherapy was given "
        "and capecitabine was started."
    )
    assert [course.setting for course in courses(text)] == [None, "advanced", "advanced"]


def test_the_operation_that_came_next() -> None:
    text = (
        "A 63-year-old man had a urothelial carcinoma of the bladder. Transurethral resection was done. He was given three cycles of "
        "gemcitabine and cisplatin and then radical cystectomy."
    )
    assert [(course.agents, course.setting) for course in courses(text)] == [
        ("surgery", None), ("gemcitabine+cisplatin", "neoadjuvant"), ("surgery", None),
    ]


def test_the_same_drugs_beside_radiation() -> None:
    text = (
        "A 5-year-old boy had a Wilms tumour. Two courses of vincristine and dactinomycin were given. Nephrectomy was performed. "
        "Three more courses of the same drugs and abdominal radiotherapy followed."
    )
    assert [course.agents for course in courses(text)] == ["vincristine+dactinomycin", "surgery", "radiotherapy", "vincristine+dactinomycin"]


def test_treated_as_something_else() -> None:
    text = "A 46-year-old man was first treated as chronic eczema with PUVA. Biopsy then showed mycosis fungoides, and bexarotene was started."
    assert [course.agents for course in courses(text)] == ["bexarotene"]


def test_requested_but_not_to_be_had() -> None:
    text = "A 49-year-old woman with metastatic sarcoma had trabectedin requested. Eribulin was requested but not available, so pazopanib was administered."
    assert "eribulin" not in [course.agents for course in courses(text)]


def test_suspended_after_so_long() -> None:
    text = "A 15-year-old girl with metastatic adrenocortical carcinoma took mitotane, which was suspended after 4 months for vomiting."
    assert courses(text)[0].durations == ("on_treatment = 4",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 50-year-old man had a melanoma of the neck, which was excised. Dabrafenib was started together with irradiation.", ["advanced"]),
        ("A 50-year-old man had a lung adenocarcinoma. Pembrolizumab was given concurrently with radiotherapy.", ["advanced"]),
        ("A 50-year-old man had a carcinoma of the tongue. Cisplatin was given concurrently with radiotherapy.", ["definitive"]),
        ("A 50-year-old man had a carcinoma of the tongue. Cetuximab was given concurrently with radiotherapy.", ["definitive"]),
    ],
)
def test_drugs_beside_radiation(text: str, expected: list[str]) -> None:
    assert [course.setting for course in courses(text) if course.agents != "surgery"] == expected


def test_what_went_before_drugs_called_neoadjuvant() -> None:
    text = (
        "A 63-year-old man had anaplastic thyroid cancer. Carboplatin and paclitaxel were begun with little effect, and neoadjuvant treatment was "
        "switched to dabrafenib and trametinib. Thyroidectomy was performed."
    )
    assert [course.setting for course in courses(text)] == ["neoadjuvant", "neoadjuvant", None]


@pytest.mark.parametrize(
    ("told", "setting"),
    [
        ("The disease progressed rapidly under it.", "advanced"),
        ("The residual tumour progressed after three cycles.", "advanced"),
        ("The remaining mass was stable disease at the end.", "advanced"),
        ("A partial response of the residual tumour was seen.", "advanced"),
        ("Two years later metastases appeared in the lungs.", "adjuvant"),
        ("She has remained free of recurrence.", "adjuvant"),
        ("It was well tolerated.", "adjuvant"),
    ],
)
def test_drugs_after_an_operation_that_left_tumour(told: str, setting: str) -> None:
    text = f"A 57-year-old woman had a uterine leiomyosarcoma. Hysterectomy was done. Gemcitabine and docetaxel were then given. {told}"
    assert courses(text)[1].setting == setting


def test_radiosurgery_of_metastases() -> None:
    text = "A 62-year-old woman had a melanoma of the arm. Stereotactic radiosurgery of two brain metastases was performed."
    assert courses(text)[-1].setting == "advanced"


def test_a_long_bracket_keeps_the_setting_with_its_drug() -> None:
    text = (
        "A 60-year-old man underwent nephrectomy for renal cell carcinoma. He received interferon alfa (6 million units; Somemaker Pharma, Osaka, "
        "Japan; subcutaneously in the thigh) three times a week as postoperative adjuvant therapy. Lung metastases were found and sunitinib was started."
    )
    assert [(course.agents, course.line, course.setting) for course in courses(text)] == [
        ("surgery", None, None), ("interferon alfa", None, "adjuvant"), ("sunitinib", 1, "advanced"),
    ]


def test_metastases_of_others_make_nobodys_disease_advanced() -> None:
    text = (
        "In metastatic breast cancer, trastuzumab is effective. A 75-year-old man with Paget disease of the scrotum underwent excision. Although he was "
        "given adjuvant chemotherapy, skin metastases appeared. Paclitaxel was administered."
    )
    assert [course.line for course in courses(text)] == [None, None, 1]


def test_metastases_told_in_the_announcement_that_tells_all() -> None:
    text = (
        "We report a 40-year-old man who was seen with lung and nodal metastases years after nephrectomy for renal cell carcinoma; he underwent "
        "resection of lung nodules, with subsequent systemic therapy with fluorouracil."
    )
    assert courses(text)[-1] == first("fluorouracil")


def test_a_germ_cell_tumour_that_came_back() -> None:
    text = "A 45-year-old man had a relapse of testicular seminoma after 15 years. Etoposide and cisplatin were given."
    assert [course.setting for course in courses(text)] == ["advanced"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prior to surgery, one cycle of trastuzumab was administered. Mastectomy showed no remnant.", ["neoadjuvant"]),
        ("Mastectomy was scheduled; trastuzumab was administered before the planned operation.", ["neoadjuvant"]),
        ("She took letrozole for four months prior to mastectomy.", ["neoadjuvant"]),
        ("Trastuzumab was given before her scheduled surgery.", ["neoadjuvant"]),
        ("Before the operation MRI was done. Mastectomy was performed, and she received adjuvant letrozole.", ["adjuvant"]),
        ("She was seen by a surgeon prior to surgery, and afterwards she received adjuvant letrozole.", ["adjuvant"]),
    ],
)
def test_before_the_operation(text: str, expected: list[str]) -> None:
    found = courses("An 88-year-old woman had a breast cancer of stage I. " + text)
    assert [course.setting for course in found if course.agents != "surgery"] == expected


def test_metastases_that_the_announcement_puts_later() -> None:
    text = (
        "We report a patient with early brain metastases after a complete response of breast cancer. The patient underwent neoadjuvant docetaxel "
        "followed by mastectomy. Five months later brain metastases were seen. She received lapatinib."
    )
    assert [course.line for course in courses(text)] == [None, None, 1]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A 56-year-old woman with a history of breast cancer treated with tamoxifen presented with bone metastases. Letrozole was started.", [None, 1]),
        ("A 66-year-old man with a history of melanoma treated with interferon had a jejunal mass, a metastatic melanoma. Ipilimumab was given.", [None, 1]),
        ("A 66-year-old man, who had received FOLFOX for colon cancer five years earlier, was found to have liver metastases. FOLFIRI was given.", [None, 1]),
        ("A 49-year-old woman with known history of ovarian cancer treated with carboplatin had ascites and liver metastases. Topotecan was given.", [None, 1]),
        ("A 66-year-old man with a history of metastatic colon cancer treated with FOLFOX was admitted. FOLFIRI was given.", [1, 2]),
        ("A 66-year-old man with a history of lung adenocarcinoma treated with gefitinib had brain metastases. Osimertinib was given.", [1, 2]),
        ("A 66-year-old man with colon cancer was treated with FOLFOX. Liver metastases appeared and FOLFIRI was given.", [1, 2]),
    ],
)
def test_therapy_of_earlier_years(text: str, lines: list[int | None]) -> None:
    assert [course.line for course in courses(text)] == lines


@pytest.mark.parametrize(
    "operation",
    ["The melanoma was excised in 2009.", "A wide excision was done.", "Partial mastectomy was performed.", "She underwent subtotal gastrectomy."],
)
def test_operations_that_remove_all(operation: str) -> None:
    text = f"A 47-year-old woman had a skin tumour, a melanoma. {operation} Interferon was then administered for a year."
    assert courses(text)[-1].setting == "adjuvant"


def test_nodes_and_an_organ_are_distant_disease() -> None:
    text = (
        "A 57-year-old man had renal cell carcinoma with metastatic disease to the retroperitoneal lymph nodes and lung. He was given axitinib. "
        "Nephrectomy was performed."
    )
    assert [course.line for course in courses(text)] == [1, None]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("Nephrectomy was performed. Postoperatively she received pembrolizumab.", "adjuvant"),
        ("Nephrectomy was performed. After the operation sunitinib was given for a year.", "adjuvant"),
        ("Following nephrectomy she was treated with pembrolizumab for a year.", "adjuvant"),
        ("Nephrectomy was performed. Sunitinib was given because of a residual mass.", "advanced"),
        ("Nephrectomy was performed. Lung metastases were found. After the operation sunitinib was given.", "advanced"),
    ],
)
def test_other_drugs_said_to_follow_the_operation(text: str, setting: str) -> None:
    assert courses("A 60-year-old woman had a renal cell carcinoma. " + text)[-1].setting == setting
