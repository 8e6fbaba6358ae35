"""Treatment that is proposed and then told to have been given."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses, told

RECTAL = "A 60-year-old woman has rectal cancer. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Capecitabine and oxaliplatin were suggested. After 6 cycles of treatment, marked shrinkage was seen.", ["capecitabine+oxaliplatin"]),
        ("The board recommended pembrolizumab. During the therapy the mass vanished completely.", ["pembrolizumab"]),
        ("Cetuximab was planned. Three courses were completed.", ["cetuximab"]),
        ("She was scheduled for regorafenib. CT showed growth.", []),
        ("Irinotecan was proposed in case of progression. After six cycles, she was well.", []),
        ("FOLFOX was given. Irinotecan was considered. After six cycles, shrinkage was seen.", ["fluorouracil+oxaliplatin"]),
    ],
)
def test_what_was_planned_and_done(text: str, expected: list[str]) -> None:
    assert told(RECTAL + text) == expected


def test_its_effect() -> None:
    (course,) = courses(RECTAL + "Cetuximab was advised. After three months of therapy, a partial response was seen.")
    assert course.response == "partial_response"
