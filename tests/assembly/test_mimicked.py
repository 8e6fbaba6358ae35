"""Diseases taken for a tumour, and tumours beside them."""

from __future__ import annotations

import pytest

from caseextract import extract
from tests.assembly.vignettes import coded


@pytest.mark.parametrize(
    "text",
    [
        "A 47-year-old woman had a breast lump suspicious for carcinoma. Core biopsy revealed granulomatous mastitis.",
        "We report renal malakoplakia masquerading as renal cell carcinoma in a 60-year-old woman who underwent nephrectomy.",
        "A 39-year-old man had enlarged neck nodes. Lymphoma was suspected, but the biopsy showed Kikuchi disease.",
        "Peritoneal tuberculosis was mistaken for advanced ovarian cancer in a 30-year-old woman. Biopsies showed caseating granulomas.",
        "A 66-year-old man had a brain lesion that looked like glioblastoma. Histology showed an abscess. There was no neoplasm.",
        "A 30-year-old woman had a pelvic tumor which was suspected to be an ovarian cancer. Laparoscopy revealed endometriosis.",
        "Our impression was of gallbladder carcinoma in a 65-year-old man. Histology confirmed actinomycosis.",
    ],
)
def test_a_disease_in_the_guise_of_a_tumor_makes_no_case(text: str) -> None:
    assert extract(text).cases == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 61-year-old man was treated for tuberculosis because of a mass thought to be infectious. Biopsy finally showed adenocarcinoma of the lung.", {("LUAD", "index")}),
        ("Sarcoidosis may mimic lymphoma. A 50-year-old woman with sarcoidosis developed follicular lymphoma.", {("FL", "index")}),
        ("A 55-year-old woman with breast cancer had a nodule suspicious for metastasis. Resection revealed a granuloma.", {("BRCA", "index")}),
        ("A 30-year-old man with a mass suspected to be epididymitis underwent orchiectomy. Pathology revealed seminoma.", {("SEM", "index")}),
        ("Renal cell carcinoma presenting as a thyroid tumor was found in a 70-year-old man.", {("RCC", "index")}),
    ],
)
def test_a_tumor_beside_another_disease_makes_a_case(text: str, expected: set[tuple[str, str]]) -> None:
    assert coded(text) == expected
