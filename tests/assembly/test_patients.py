"""One patient, several, or none: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
from tests.assembly.vignettes import cases, drawn


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
        (
            "Background: Chemotherapy before the resection of liver metastases is debated.\nPatients and methods: 52 patients underwent "
            "preoperative chemotherapy with mFOLFOX6.\nResults: mFOLFOX6 plus bevacizumab was better than mFOLFOX6 alone.",
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


def test_a_death_in_a_trial_is_no_case() -> None:
    text = "Cladribine was studied in a phase 2 trial of 34 patients with hairy cell leukemia. The response rate was 91%. One patient died."
    assert extract(text).no_case_reason == "a summary of a trial in which no patient is described individually"


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
