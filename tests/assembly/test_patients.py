"""One patient, several, or none: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
from caseextract.schema import Case


def cases(text: str) -> tuple[Case, ...]:
    """The cases of a text."""
    return extract(text).cases


def drawn(case: Case) -> tuple[str | None, float | None, str | None, list[list[str]]]:
    """Label, age, sex, and the agents of the courses."""
    patient = case.patient
    return (
        patient.label,
        patient.age_years.value if patient.age_years else None,
        patient.sex.value if patient.sex else None,
        [[agent.name for agent in course.agents] for course in case.treatments],
    )


def test_headings_part_the_cases() -> None:
    text = (
        "Two children with hepatoblastoma\n\nIntroduction\n\nHepatoblastoma is rare.\n\nCase 1\n\nA 2-year-old boy had hepatoblastoma. "
        "He received cisplatin.\n\nCase 2\n\nA 4-year-old girl presented with hepatoblastoma. She was treated with doxorubicin.\n\nDiscussion\n\nSorafenib has been tried."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("case 1", 2, "male", [["cisplatin"]]),
        ("case 2", 4, "female", [["doxorubicin"]]),
    ]


def test_labels_in_running_text() -> None:
    text = (
        "We describe two patients with thymic carcinoma. Patient A, a 51-year-old woman, was treated with sunitinib. "
        "Patient B was a 60-year-old man. He received lenvatinib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient A", 51, "female", [["sunitinib"]]),
        ("patient B", 60, "male", [["lenvatinib"]]),
    ]


def test_numbers_of_a_larger_series() -> None:
    text = (
        "Patients 7 and 31 of a screened group had a cholangiocarcinoma with an IDH1 R132C mutation. Both received ivosidenib. "
        "Patient 7 had stable disease and patient 31 experienced progressive disease."
    )
    found = cases(text)
    assert [drawn(case) for case in found] == [("patient 7", None, None, [["ivosidenib"]]), ("patient 31", None, None, [["ivosidenib"]])]
    assert [[a.gene for a in case.alterations] for case in found] == [["IDH1"], ["IDH1"]]
    assert [[c.best_response.value if c.best_response else None for c in case.treatments] for case in found] == [["stable_disease"], ["progressive_disease"]]


def test_first_and_second() -> None:
    text = (
        "We report two cases of angiosarcoma. The first patient, a 70-year-old man, was treated with paclitaxel. "
        "The second patient was a 48-year-old woman. She received pazopanib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 70, "male", [["paclitaxel"]]),
        ("patient 2", 48, "female", [["pazopanib"]]),
    ]


def test_presentations_as_many_as_announced() -> None:
    text = (
        "We present two cases of gastric cancer treated with nivolumab. A 66-year-old man had a complete response after nivolumab. "
        "A 58-year-old woman had progressive disease on nivolumab."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 66, "male", [["nivolumab"]]), ("patient 2", 58, "female", [["nivolumab"]])]


def test_ages_in_a_list() -> None:
    text = "Three patients, two women (31 and 37 years of age) and one man (19 years of age), had an adrenocortical carcinoma. All received mitotane."
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 31, "female", [["mitotane"]]),
        ("patient 2", 37, "female", [["mitotane"]]),
        ("patient 3", 19, "male", [["mitotane"]]),
    ]


def test_values_shared_out() -> None:
    text = "Patients 2 and 5 with melanoma were treated with dabrafenib. Patients 2 and 5 had a response that lasted 9 and 14 months, respectively."
    assert [[[d.months for d in c.durations] for c in case.treatments] for case in cases(text)] == [[[9.0]], [[14.0]]]


def test_one_another_the_third() -> None:
    text = (
        "Three patients whose thyroid cancers carried a RET fusion received selpercatinib. One patient had a complete response, "
        "another patient had stable disease, and the third patient experienced progressive disease."
    )
    assert [[c.best_response.value if c.best_response else None for c in case.treatments] for case in cases(text)] == [
        ["complete_response"], ["stable_disease"], ["progressive_disease"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We report a 62-year-old man with mesothelioma who received pemetrexed. Only two patients with this course have been reported previously.",
        "A 35-year-old woman was treated with imatinib for a chordoma. Her mother, a 60-year-old woman, had had breast cancer.",
        "Case 1 of our registry was a 44-year-old woman with thymoma. She received cisplatin.",
        "A 50-year-old man with glioblastoma received temozolomide. This is the second case of such a response; the first case was a child.",
        "A 60-year-old man with breast cancer received tamoxifen. Of three metastases two vanished and the third is smaller.",
    ],
)
def test_a_single_patient_is_not_split(text: str) -> None:
    assert len(cases(text)) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "In a randomized phase 3 trial, patients with renal cell carcinoma received axitinib or placebo. Median survival was 12 months.",
            "a summary of a trial in which no patient is described individually",
        ),
        (
            "We reviewed 48 patients with osteosarcoma who were treated with doxorubicin. The median age was 16 years.",
            "a summary of a group of patients none of whom is described individually",
        ),
        ("Melanoma cell lines and xenografts were treated with trametinib, which stopped their growth.", "a laboratory study without a described patient"),
        ("A 30-year-old woman with asthma was treated with budesonide and recovered.", "no tumour of a described patient was found"),
    ],
)
def test_no_case_and_why(text: str, reason: str) -> None:
    record = extract(text)
    assert (record.cases, record.no_case_reason) == ((), reason)


def test_one_patient_of_a_trial_is_a_case() -> None:
    text = "In a phase 1 trial of 40 patients, one patient with a thymoma received sunitinib and had a partial response."
    assert [drawn(case) for case in cases(text)] == [(None, None, None, [["sunitinib"]])]


def test_a_man_and_a_woman_in_one_breath() -> None:
    text = (
        "We describe a 52-year-old man and a 64-year-old woman with a chordoma. The man was treated with imatinib. The woman received erlotinib."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 52, "male", [["imatinib"]]), ("patient 2", 64, "female", [["erlotinib"]])]


def test_two_patients_and_the_remaining_one() -> None:
    text = "We report three cases of epithelioid sarcoma. Two patients received tazemetostat; the remaining patient received pazopanib."
    assert [drawn(case)[3] for case in cases(text)] == [[["tazemetostat"]], [["tazemetostat"]], [["pazopanib"]]]


def test_age_and_sex_in_brackets() -> None:
    text = "Two cases of uveal melanoma: case 1 (F, 55 years) received ipilimumab; case 2 (61/M) received tebentafusp."
    assert [drawn(case) for case in cases(text)] == [("case 1", 55, "female", [["ipilimumab"]]), ("case 2", 61, "male", [["tebentafusp"]])]


def test_a_death_in_a_trial_is_no_case() -> None:
    text = "Cladribine was studied in a phase 2 trial of 34 patients with hairy cell leukemia. The response rate was 91%. One patient died."
    assert extract(text).no_case_reason == "a summary of a trial in which no patient is described individually"


def test_told_apart_without_an_announcement() -> None:
    text = "One patient with a chordoma received imatinib. Another patient with a chordoma was treated with afatinib."
    assert [drawn(case)[3] for case in cases(text)] == [[["imatinib"]], [["afatinib"]]]


def test_a_man_and_a_woman_told_apart_by_their_pronouns() -> None:
    text = (
        "The patients, aged 41 and 59 years, a woman and a man, had a chordoma. She was later given imatinib, "
        "while he received sorafenib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 41, "female", [["imatinib"]]),
        ("patient 2", 59, "male", [["sorafenib"]]),
    ]


def test_former_and_latter() -> None:
    text = "We report a 33-year-old man and a 62-year-old woman with thymoma. The former was given sunitinib; the latter received everolimus."
    assert [drawn(case)[3] for case in cases(text)] == [[["sunitinib"]], [["everolimus"]]]


def test_mother_and_daughter() -> None:
    text = (
        "A mother and her daughter developed ovarian carcinoma. The mother, aged 70, received carboplatin. "
        "The daughter, 45 years old, was treated with paclitaxel."
    )
    assert [drawn(case) for case in cases(text)] == [("mother", 70, "female", [["carboplatin"]]), ("daughter", 45, "female", [["paclitaxel"]])]


def test_one_with_whom_another_is_compared() -> None:
    text = (
        "We describe two patients with melanoma. Patient 1, a 51-year-old man, took dabrafenib. Patient 2, a 66-year-old man, took vemurafenib. "
        "In contrast to patient 1, he was also given cobimetinib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 51, "male", [["dabrafenib"]]),
        ("patient 2", 66, "male", [["vemurafenib"], ["cobimetinib"]]),
    ]


def test_cases_in_brackets() -> None:
    text = "We report two cases of sarcoma. Both went well, with pazopanib for the pulmonary lesions (case 1) and trabectedin for the hepatic ones (case 2)."
    assert [drawn(case)[3] for case in cases(text)] == [[["pazopanib"]], [["trabectedin"]]]


@pytest.mark.parametrize(
    "text",
    [
        "A 50-year-old woman with a mass that mimicked breast carcinoma had granulomatous mastitis. No malignancy was found. Methotrexate was given.",
        "A 12-year-old boy with sickle cell disease took hydroxyurea for 6 years. Marrow examination did not show any leukemia.",
    ],
)
def test_a_drug_for_another_disease_makes_no_tumor_patient(text: str) -> None:
    assert cases(text) == ()


def test_a_stage_is_no_regimen() -> None:
    (case,) = cases("A 50-year-old man had a thymoma, stage IVA. He received cisplatin.")
    assert drawn(case)[3] == [["cisplatin"]]
