"""Age and sex: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("A 54-year-old woman with a thymoma received cisplatin.", 54, "female"),
        ("A sixty-three-year-old man with a chordoma was treated with imatinib.", 63, "male"),
        ("An 18-month-old boy with a hepatoblastoma was treated with cisplatin.", 1.5, "male"),
        ("The patient, a man of 47, had a glioblastoma and received temozolomide.", 47, "male"),
        ("A woman in her 60s with melanoma was treated with nivolumab.", None, "female"),
        ("A male newborn had a fibrosarcoma. Larotrectinib was given.", 0, "male"),
        ("The patient, now aged 15, was 11 years old when a medulloblastoma was found. She received vincristine.", 11, "female"),
        ("Leukaemia in infants under one year of age is rare. A 7-month-old girl with acute lymphoblastic leukemia received blinatumomab.", 0.58, "female"),
        ("A woman had breast cancer. Menarche occurred at age 13. She was 61 years old when tamoxifen was started.", 61, "female"),
        ("A 3-week-old boy with a neuroblastoma received carboplatin.", 0.06, "male"),
        ("A girl aged 10 days with a neuroblastoma received carboplatin.", 0.03, "female"),
        ("An 11month old boy with a neuroblastoma received carboplatin.", 0.92, "male"),
        ("A one-year and five-months-old girl with a neuroblastoma received carboplatin.", 1.42, "female"),
        ("A 40-year-old woman with melanoma and a family history of breast cancer received nivolumab.", 40, "female"),
        ("The patient had an ovarian carcinoma and was treated with olaparib.", None, "female"),
        ("The patient had a prostate adenocarcinoma and was treated with enzalutamide.", None, "male"),
        ("The patient had enlarged cervical nodes from a lung adenocarcinoma and received afatinib.", None, None),
        ("Breast cancer of the HER-family type: the patient received trastuzumab.", None, None),
        ("The median age of patients with chordoma is 58 years old. Our patient is a 49-year-old man with a chordoma of the sacrum.", 49, "male"),
        ("A 40-year-old man with a lymphoma received rituximab. His mother, aged 70 years, had had breast cancer.", 40, "male"),
    ],
)
def test_age_and_sex(text: str, age: float | None, sex: str | None) -> None:
    (case,) = extract(text).cases
    assert (
        case.patient.age_years.value if case.patient.age_years else None,
        case.patient.sex.value if case.patient.sex else None,
    ) == (age, sex)


def test_months_show_the_arithmetic() -> None:
    (case,) = extract("An 18-month-old boy with a hepatoblastoma was treated with cisplatin.").cases
    assert case.patient.age_years is not None
    assert (case.patient.age_years.derived, case.patient.age_years.evidence[0].quote) == ("18 months / 12", "18-month-old")
