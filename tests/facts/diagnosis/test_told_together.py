"""Several tumours in few words: parts of a mixed one, and cancers of two organs that share their noun."""

from __future__ import annotations

import pytest

from tests.facts.gathered import tumors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He had lung and laryngeal cancers.", ["LUNG", "LXSC"]),
        ("She had synchronous breast and ovarian carcinoma.", ["BRCA", "OVT"]),
        ("She had head and neck cancers.", ["HEAD_NECK"]),
        ("He had esophageal and gastric wall thickening.", []),
    ],
)
def test_two_organs(text: str, expected: list[str]) -> None:
    assert [tumor.code for tumor in tumors(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He had a nonseminomatous germ cell tumor composed of teratoma and choriocarcinoma.", [False, True, True]),
        ("He had a carcinosarcoma consisting of adenocarcinoma and osteosarcoma.", [False, True, True]),
        ("The tumor was composed of small cell carcinoma.", [False, False]),
    ],
)
def test_parts_are_no_tumours_of_their_own(text: str, expected: list[bool]) -> None:
    assert [tumor.general for tumor in tumors(text)] == expected
