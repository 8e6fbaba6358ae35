"""Which diseases are of the blood, and which drugs alone cure."""

from __future__ import annotations

import pytest

from caseextract.assembly.disease_kinds import are_treated_by_drugs_alone, is_curable_by_drugs, is_haematological
from tests.assembly.vignettes import diagnoses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 24-year-old man with a yolk sac tumor of the testis received cisplatin.", (False, True, True)),
        ("A 60-year-old man with mantle cell lymphoma received rituximab.", (True, False, True)),
        ("A 60-year-old man with gastric adenocarcinoma received oxaliplatin.", (False, False, False)),
        ("A 50-year-old man fell from a ladder and broke his leg.", (False, False, False)),
    ],
)
def test_kind_of_disease(text: str, expected: tuple[bool, bool, bool]) -> None:
    found = diagnoses(text)
    assert (is_haematological(found), is_curable_by_drugs(found), are_treated_by_drugs_alone(found)) == expected
