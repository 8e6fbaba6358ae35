"""Radiation and drugs that other sentences tell to have been one treatment."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import told

GASTRIC = "A 61-year-old woman with gastric cancer had liver metastases. "
RECTAL = "A 58-year-old man had a local recurrence of rectal cancer. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            GASTRIC + "She was given eight courses of S-1 and radiation therapy (45 Gy). CT showed disappearance of the metastases after chemoradiotherapy.",
            ["chemoradiation S-1"],
        ),
        (GASTRIC + "Capecitabine and radiotherapy were given. Chemoradiation was well tolerated.", ["chemoradiation capecitabine"]),
        (GASTRIC + "Capecitabine was followed by radiotherapy. After chemoradiation CT was done.", ["capecitabine", "radiotherapy", "chemoradiation chemotherapy"]),
        (
            RECTAL + "Radiochemotherapy was begun. Radiotherapy was given to the pelvis (60 Gy). Chemotherapy with cisplatin and 5-FU was administered weekly.",
            ["chemoradiation cisplatin+fluorouracil"],
        ),
        (RECTAL + "Chemoradiotherapy was started. The drugs were capecitabine and oxaliplatin.", ["chemoradiation capecitabine+oxaliplatin"]),
        (RECTAL + "Chemoradiotherapy was completed. Two months later, panitumumab was given.", ["chemoradiation chemotherapy", "panitumumab"]),
        (
            RECTAL + "He underwent CCRT (60 Gy) with cisplatin and 5-FU. After CCRT, he took 2 additional cycles of chemotherapy for consolidation (cisplatin and 5-FU).",
            ["chemoradiation cisplatin+fluorouracil", "cisplatin+fluorouracil"],
        ),
        (
            RECTAL + "He had chemoradiation with capecitabine. A year later nodes were found; resection was followed by chemoradiation with capecitabine.",
            ["chemoradiation capecitabine", "surgery", "chemoradiation capecitabine"],
        ),
        (RECTAL + "He had definitive chemoradiation with capecitabine. After chemoradiation and radiotherapy, there was a response.", ["chemoradiation capecitabine"]),
        (RECTAL + "He was treated with chemotherapy and concomitant radiotherapy.", ["chemoradiation chemotherapy"]),
        (
            RECTAL + "Chemoradiotherapy with cisplatin was given. He got panitumumab later. Although chemoradiotherapy yielded a response in our case, it is rare.",
            ["chemoradiation cisplatin", "panitumumab"],
        ),
        (RECTAL + "He was referred to the hospital for concurrent chemoradiotherapy using 50.4 Gy, and achieved a response.", ["chemoradiation chemotherapy"]),
        (RECTAL + "Instead of CCRT with cisplatin, definitive radiotherapy combined with cetuximab was selected.", ["chemoradiation cetuximab"]),
        (
            RECTAL + "Chemoradiation with cisplatin was given. Two years later nodes were resected, and chemoradiation to 50 Gy with the same drug followed.",
            ["chemoradiation cisplatin", "surgery", "chemoradiation cisplatin"],
        ),
        (RECTAL + "He had radiation-induced colitis.", []),
        (RECTAL + "He received radiotherapy (50 Gy) with capecitabine.", ["chemoradiation capecitabine"]),
        (RECTAL + "Intra-arterial infusion chemotherapy and radiotherapy were given. After chemoradiotherapy it was gone.", ["chemoradiation intra-arterial chemotherapy"]),
        (
            "A 70-year-old man with tongue cancer received intra-arterial docetaxel and cisplatin with concurrent radiotherapy (50 Gy).",
            ["chemoradiation cisplatin+docetaxel"],
        ),
    ],
)
def test_what_was_one_treatment(text: str, expected: list[str]) -> None:
    assert told(text) == expected
