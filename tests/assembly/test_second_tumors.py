"""Several tumours of one patient, and what is none: small texts of our own, whole sets compared."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 29-year-old woman had two masses, where pathology showed borderline phyllodes tumor in one and malignant phyllodes tumor in another.", {("MPT", "index")}),
        ("A 60-year-old woman had ductal carcinoma in situ in one quadrant and invasive ductal carcinoma of the breast in another.", {("IDC", "index")}),
        (
            "A 60-year-old woman had a caecal adenocarcinoma, hepatic flexure adenocarcinoma, clear cell carcinoma of the right kidney and pheochromocytoma of the"
            " right adrenal gland, occurring synchronously.",
            {("COAD", "index"), ("CCRCC", "index"), ("PHC", "index")},
        ),
        ("A 50-year-old woman had cancer of the stomach and lymphoma of the duodenum.", {("STAD", "index"), ("LNM", "index")}),
        ("Two girls with BPDCN were treated with the chemotherapy regimen for acute lymphocytic leukemia. A 7-year-old girl with BPDCN had skin nodules.", {("BPDCN", "index")}),
        ("A 60-year-old man had urothelial carcinoma with squamous differentiation of the bladder.", {("BLCA", "index")}),
        ("A 50-year-old woman with gastric carcinoma and lung metastases had synchronous nodules.", {("STAD", "index")}),
        ("We report a collision tumor with adenocarcinoma and diffuse large B-cell lymphoma in the cecum of an elderly man.", {("COAD", "index"), ("DLBCLNOS", "index")}),
        (
            "A 70-year-old man had a collision tumor of a marginal zone lymphoma and an adenocarcinoma of the ascending colon. A follicular lymphoma was identified in the"
            " terminal ileum.",
            {("FL", "index"), ("MZL", "index"), ("COAD", "index")},
        ),
        ("Examination showed small cell carcinoma of the bladder (SCCB) and prostate adenocarcinoma in a 72-year-old man.", {("SCBC", "index"), ("PRAD", "index")}),
        ("A 5-year-old boy had a high-grade spindle cell sarcoma of the arm. High-grade sarcoma appeared in the lungs.", {("MFH", "index")}),
        ("A 70-year-old man had diffuse large B-cell lymphoma. There was no carcinoma.", {("DLBCLNOS", "index")}),
        ("Hairy cell leukemia (HCL) and chronic lymphocytic leukemia (CLL) are rarely combined. A 60-year-old man had HCL and CLL.", {("HCL", "index"), ("CLLSLL", "index")}),
        ("A 45-year-old woman with breast cancer had a hysterectomy performed for fibroids.", {("BRCA", "index"), ("ULM", "other")}),
        (
            "A 58-year-old man was receiving pembrolizumab for NSCLC. Colonoscopy revealed a lesion at the transverse colon, and the biopsy showed an undifferentiated carcinoma.",
            {("NSCLC", "index"), ("COAD", "index")},
        ),
        pytest.param(
            "We report synchronous tumors in a 71-year-old man. Colonoscopy revealed adenocarcinoma of the cecum, and a renal"
            " biopsy revealed clear cell renal cell carcinoma. Both were resected.",
            {("COAD", "index"), ("CCRCC", "index")},
            id="two primaries",
        ),
        pytest.param(
            "A 71-year-old man had synchronous esophageal squamous cell carcinoma and gastric adenocarcinoma. He received S-1.",
            {("ESCC", "index"), ("STAD", "index")},
            id="two named side by side",
        ),
    ],
)
def test_several_of_one_patient(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert coded(text) == expected
