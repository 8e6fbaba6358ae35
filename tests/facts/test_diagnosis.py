"""Which words name no tumour, and what the namings of a sentence share."""

from __future__ import annotations

import pytest

from tests.facts.gathered import tumors


@pytest.mark.parametrize(
    "text",
    [
        "The tumor necrosis factor was raised.",
        "He was ALMS-positive.",
        "There were metastatic brain tumors.",
    ],
)
def test_no_tumour_named(text: str) -> None:
    assert tumors(text) == ()


def test_a_seat_shared_with_the_next() -> None:
    found = tumors("He had adenocarcinoma and lymphoma of the cecum.")
    assert [(tumor.histology, tumor.site) for tumor in found] == [("adenocarcinoma", "cecum"), ("lymphoma", "cecum")]
