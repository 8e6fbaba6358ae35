"""Drugs whose names are misspelt."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("A 50-year-old man with lung cancer received bevasizumab.", ["bevacizumab"]),
        ("A 50-year-old man with lung cancer received gemcitabine-cysplatine.", ["gemcitabine", "cisplatin"]),
        ("A 50-year-old man with glioma received temozolamide.", ["temozolomide"]),
        ("A 50-year-old man with lung cancer received osimertnib.", ["osimertinib"]),
        ("A 50-year-old man with colon cancer received oxalipatin.", ["oxaliplatin"]),
        ("A 50-year-old man with lung cancer received pemetrexed. The prepemetrexed CEA was high.", ["pemetrexed"]),
        ("A 50-year-old man with ovarian cancer resistant to platinum.", ["platinum-based chemotherapy"]),
        ("A 50-year-old man with lung cancer received a platinum-etoposide doublet.", ["platinum-based chemotherapy", "etoposide"]),
        ("A 50-year-old man with gastric cancer, clinical stage ⅣA, received S-1.", ["S-1"]),
        ("A 50-year-old woman received platinum and pemetrexed for lung cancer with a long platinum-free interval.", ["platinum-based chemotherapy", "pemetrexed"]),
    ],
)
def test_slips(text: str, agents: list[str]) -> None:
    (case,) = extract(text).cases
    assert sorted({a.name for t in case.treatments for a in t.agents}) == sorted(agents)
