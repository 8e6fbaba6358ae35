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


@pytest.mark.parametrize(
    "text",
    [
        "She was proposed second-line treatment with ramucirumab, with stable disease as best response.",
        "She was recommended ramucirumab, and a partial response was seen.",
        "She was advised to take ramucirumab, which led to a clear regression of the nodes.",
        "She was considered for ramucirumab with a partial response lasting five months.",
        "It progressed. Ramucirumab was suggested and the lesions shrank.",
    ],
)
def test_advice_with_an_effect(text: str) -> None:
    assert "ramucirumab" in told(RECTAL + text)


@pytest.mark.parametrize(
    "text",
    [
        "She was proposed ramucirumab in the hope of a response.",
        "She was recommended ramucirumab, but she refused.",
        "She received FOLFOX. Ramucirumab was considered, and she had a partial response to FOLFOX.",
        "She received FOLFOX. Ramucirumab was discussed, with a response in 25% of patients reported.",
        "She received FOLFOX. If a response was seen, ramucirumab was suggested.",
    ],
)
def test_advice_without_an_effect(text: str) -> None:
    assert "ramucirumab" not in told(RECTAL + text)
