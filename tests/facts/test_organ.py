"""Organs that the text points to as a tumour's seat."""

from __future__ import annotations

import pytest

from caseextract.facts import organ
from tests.facts.gathered import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CT showed a mass in the pancreatic head.", [("pancreatic head", 2.0)]),
        ("A hysterectomy was carried out.", [("uterus", 1.5)]),
        ("There were metastases in the liver.", []),
        ("The kidneys were normal.", []),
        ("Enlarged cervical lymph nodes were felt.", []),
    ],
)
def test_organs_pointed_to(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(found.site, found.weight) for found in organ.gather(*linked(text))] == expected
