"""By what name a tumour goes into the record."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import diagnoses, named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 50-year-old woman with bilateral lung adenocarcinomas took osimertinib.", "lung adenocarcinoma"),
        ("A 3-year-old boy with stage 4 neuroblastoma received carboplatin.", "neuroblastoma"),
        ("A 66-year-old woman with metastatic non-mucinous lung ADC received afatinib.", "non-mucinous lung adenocarcinoma"),
        ("A 63-year-old man had advanced gastric cancer in the gastric antrum.", "gastric cancer"),
        ("A 63-year-old woman had squamous cell carcinoma of the upper third of the vagina.", "squamous cell carcinoma of the upper third of the vagina"),
        ("A man had esophageal cancer. The diagnosis was of squamous carcinoma of the thoracic segment of the esophagus.", "squamous carcinoma of the thoracic segment of the esophagus"),
        ("A 51-year-old man had an esophagogastric junction adenocarcinoma; the nodule was a metastasis of esophagogastric junction cancer.", "esophagogastric junction adenocarcinoma"),
        ("A 50-year-old woman had breast cancer. CT showed metastatic lung tumors.", "breast cancer"),
        ("We present a metastatic clear cell renal cell cancer in the thyroid gland of a 60-year-old woman.", "clear cell renal cell cancer"),
        ("A 45-year-old woman with ovarian cancer had a sister with melanoma.", "ovarian cancer"),
        ("A 45-year-old woman with a family history of melanoma in her uncle presented with ovarian cancer.", "ovarian cancer"),
        ("A 60-year-old man with extensive-stage small cell lung cancer received etoposide.", "small cell lung cancer"),
        ("A 60-year-old woman with recurrent stage IIIC ovarian serous carcinoma received paclitaxel.", "ovarian serous carcinoma"),
    ],
)
def test_name(text: str, expected: str) -> None:
    assert [d.histology.name for d in diagnoses(text)] == [expected]


def test_names_are_lower_case_and_without_passing_words() -> None:
    text = (
        "Case report. Metastatic Ewing Sarcoma of the rib was diagnosed in a 14-year-old girl. Vincristine was given."
    )
    assert named(text) == {("Ewing sarcoma of the rib", "ES", "index")}
