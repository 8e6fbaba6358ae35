"""Stages and the extent of the disease, and to which tumour they belong."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import diagnoses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 60-year-old man with colon cancer was found to have liver metastases.", "metastatic"),
        ("A 60-year-old man had locally advanced rectal cancer. There were no distant metastases.", "locally_advanced"),
        ("A 60-year-old man had renal cell carcinoma confined to the kidney. There were no metastases.", "localized"),
        (
            "A 60-year-old man had gastric cancer and suspected liver metastases, which were not found at laparotomy.",
            None,
        ),
        ("A 60-year-old woman had breast cancer with axillary lymph node metastases.", None),
        ("A 60-year-old man had colon cancer, which recurred in the lung.", "metastatic"),
        ("A 60-year-old woman had stage IV lung adenocarcinoma.", "metastatic"),
        ("A 60-year-old man had oral squamous cell carcinoma, stage IVA.", None),
        ("A 60-year-old man had a cT1aN0M0 renal cell carcinoma.", "localized"),
        ("A 60-year-old man with acute myeloid leukemia had disseminated disease.", None),
        ("A 60-year-old woman had cervical cancer. For lung recurrence she received paclitaxel.", "metastatic"),
        ("A 6-year-old boy had Wilms tumor and two lung nodules.", "metastatic"),
        ("A 60-year-old man had hepatocellular carcinoma. A new hepatic metastasis was treated with sorafenib.", None),
        ("A 60-year-old woman had vaginal leiomyosarcoma. Metastatic work-up was negative. Doxorubicin was given.", None),
        ("A 3-year-old boy had neuroblastoma, INSS stage 4.", "metastatic"),
        ("A 60-year-old man had a completely resected glioblastoma. Temozolomide was given.", None),
    ],
)
def test_extent(text: str, expected: str | None) -> None:
    (diagnosis,) = diagnoses(text)
    assert (diagnosis.extent.value if diagnosis.extent else None) == expected


def test_stages_go_to_the_tumour_before_them() -> None:
    text = (
        "A 66-year-old woman with a history of breast cancer (T1N0M0) presented with cough. Biopsy revealed small cell lung"
        " cancer, stage IV. She received etoposide."
    )
    found = {(d.histology.codes.get("oncotree"), tuple((s.system, s.value) for s in d.stages)) for d in diagnoses(text)}
    assert found == {("SCLC", (("AJCC", "IV"),)), ("BRCA", (("TNM", "T1N0M0"),))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 60-year-old man had gastric cancer, cT3[SS] N0M0H1P0.", ["TNM T3N0M0"]),
        ("A 60-year-old man had gastric cancer, T3 (SS), N1, H0, P0, M0, stage IIIA.", ["TNM T3N1M0", "AJCC IIIA"]),
        ("A 60-year-old man had bladder cancer, pT2bN0M0R0.", ["TNM T2bN0M0"]),
        ("A 60-year-old man had stage IIIB multiple myeloma.", ["other IIIB"]),
        ("A 60-year-old man had multiple myeloma, stage IIIA (Durie and Salmon).", ["other IIIA"]),
        ("A 60-year-old woman had cervical cancer, stage IIB (squamous, FIGO2008).", ["FIGO IIB"]),
        ("A 40-year-old woman had breast cancer and a medical history of stage IB melanoma excised 2 years before.", []),
        ("A 40-year-old woman had stage IIB breast cancer.", ["AJCC IIB"]),
        ("A 40-year-old man had gastric cancer initially deemed limited stage (cT2N0M0).", ["TNM T2N0M0"]),
        ("A 60-year-old man had lung adenocarcinoma, clinical-stage ⅣB (T3N2M1c).", ["AJCC IVB", "TNM T3N2M1c"]),
        ("A 60-year-old man had lung adenocarcinoma, Stage Ⅲb.", ["AJCC IIIB"]),
        ("A 60-year-old man had Merkel cell carcinoma with extensive disease progression.", []),
        ("A 60-year-old man had small cell lung cancer, limited disease.", ["VALG limited"]),
    ],
)
def test_stage_in_its_system(text: str, expected: list[str]) -> None:
    assert [f"{s.system} {s.value}" for d in diagnoses(text) for s in d.stages] == expected
