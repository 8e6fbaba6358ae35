"""Tumours of small texts of our own: name, code, role and seat, each compared as a whole."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import diagnoses, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 61-year-old woman had a polypoid mass of the ascending colon. Biopsy showed adenocarcinoma, and she was"
            " given capecitabine.",
            {("adenocarcinoma of the ascending colon", "COAD", "index")},
            id="organ in the sentence before",
        ),
        pytest.param(
            "A 70-year-old man underwent distal gastrectomy. The specimen contained a tubular adenocarcinoma. S-1 was given.",
            {("tubular adenocarcinoma of the stomach", "TSTAD", "index")},
            id="organ from the operation",
        ),
        pytest.param(
            "A needle biopsy of the prostate yielded cancer in a 66-year-old man. He received bicalutamide.",
            {("cancer of the prostate", "PRAD", "index")},
            id="organ of the biopsy",
        ),
        pytest.param(
            "A 58-year-old man presented with NSCLC (squamous cell carcinoma). He received gemcitabine and cisplatin.",
            {("squamous cell carcinoma of the lung", "LUSC", "index")},
            id="histology in brackets",
        ),
        pytest.param(
            "A 40-year-old woman with carcinoma cervix received cisplatin with radiotherapy.",
            {("carcinoma cervix", "CERVIX", "index")},
            id="organ after the histology without a preposition",
        ),
        pytest.param(
            "A 52-year-old man presented with several nodules of the liver. Liver biopsy revealed metastatic adenocarcinoma,"
            " and colonoscopy disclosed a tumour of the sigmoid colon. FOLFOX was started.",
            {("adenocarcinoma of the sigmoid colon", "COAD", "index")},
            id="a metastasis's place is no seat",
        ),
        pytest.param(
            "A 33-year-old woman was found to have Hodgkin's lymphoma. ABVD was given.",
            {("Hodgkin's lymphoma", "HL", "index")},
            id="eponym in the genitive",
        ),
        pytest.param(
            "A 45-year-old man was diagnosed with acute lymphoblastic (ALL) leukemia. Vincristine was given.",
            {("acute lymphoblastic leukemia", "BLL", "index")},
            id="bracket inside the name",
        ),
    ],
)
def test_histology_and_seat(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 54-year-old man presented with chest pain. Coronary angiography showed a stenosis, and a stent was placed.",
        "A 7-year-old boy with fever and cough had pneumonia, which was treated with ceftriaxone. A lesion was ruled out.",
        "A 30-year-old woman fell from a horse. CT showed a fracture of the tibia, and an osteosynthesis was carried out.",
        "A 41-year-old man had a mass in the neck. To rule out malignancy a biopsy was taken; it showed tuberculosis.",
        "A 25-year-old woman underwent appendectomy for appendicitis. No malignancy was found.",
    ],
)
def test_no_tumour(text: str) -> None:
    assert diagnoses(text) == ()


def test_primary_site() -> None:
    (diagnosis,) = diagnoses("A 61-year-old man had squamous cell carcinoma of the left tonsil. Cetuximab was given.")
    assert diagnosis.primary_site is not None
    assert diagnosis.primary_site.value == "tonsil"
