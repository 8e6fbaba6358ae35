"""Which operation or radiation a mention speaks of."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A 66-year-old man had esophageal cancer. Radiotherapy (60 Gy) led to a complete response. A recurrence was found 4 years later. Brachytherapy was delivered.",
            ["radiotherapy", "radiotherapy"],
        ),
        ("A 66-year-old man had sarcoma. A lung metastasis was resected. A second lung metastasis was found and wedge resection was performed.", ["surgery", "surgery"]),
        ("A 66-year-old man had a renal sarcoma. Nephrectomy was performed. There was no recurrence. Nephrectomy had been radical.", ["surgery"]),
        (
            "A 60-year-old man had colon cancer. An emergency operation was done and the tumour was resected. Pathology showed T3. Complete resection of the tumour was performed.",
            ["surgery"],
        ),
        ("A 70-year-old man with rectal cancer had chemoradiation with capecitabine. The tumour vanished, thus avoiding surgical resection.", ["chemoradiation capecitabine"]),
        ("A man with colon cancer underwent ileocecal resection. Eighteen months after surgery a hepatic segmentectomy was performed.", ["surgery", "surgery"]),
        (
            "A 61-year-old woman had carcinoma of the uterus treated with TAH-BSO, followed by radiation therapy. After 17 years, she was diagnosed with an isolated vaginal cuff recurrence and treated with brachytherapy.",
            ["surgery", "radiotherapy", "radiotherapy"],
        ),
        ("A boy of 5 years with fibrosarcoma was cured by surgery.", ["surgery"]),
        ("A 50-year-old woman with breast cancer got docetaxel, then surgery, radiotherapy and tamoxifen.", ["docetaxel", "surgery", "radiotherapy", "tamoxifen"]),
        ("A 70-year-old woman had ovarian cancer. She asked whether removal of the ovary or irradiation still had a place. Carboplatin was given.", ["carboplatin"]),
        (
            "A 66-year-old man with gastric cancer had multimodal therapy including surgery, systemic chemotherapy, and targeted therapy with the PARP inhibitor olaparib.",
            ["chemotherapy", "olaparib"],
        ),
    ],
)
def test_which_procedures(text: str, expected: list[str]) -> None:
    assert told(text) == expected
