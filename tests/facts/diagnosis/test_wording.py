"""Which words make up one naming of a tumour."""

from __future__ import annotations

import pytest

from tests.facts.gathered import tumors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biopsy showed poorly differentiated adenocarcinoma of the left lung.", ["poorly differentiated adenocarcinoma of the left lung"]),
        ("He had a renal clear cell carcinoma metastatic to the liver.", ["renal clear cell carcinoma"]),
        ("She had melanoma, and CT of the brain was normal.", ["melanoma"]),
    ],
)
def test_words_of_a_naming(text: str, expected: list[str]) -> None:
    assert [tumor.name for tumor in tumors(text)] == expected
