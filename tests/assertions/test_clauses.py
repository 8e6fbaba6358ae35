"""Clauses of a sentence and their asides."""

from __future__ import annotations

import pytest

from caseextract.assertions.clauses import clauses, without_asides


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("She received cisplatin.", ["She received cisplatin."]),
        ("Trials were negative; our patient responded.", ["Trials were negative", "; our patient responded."]),
        ("He relapsed, whereas patients with other fusions do not.", ["He relapsed", ", whereas patients with other fusions do not."]),
    ],
)
def test_parts(words: str, expected: list[str]) -> None:
    assert [clause.words for clause in clauses(words)] == expected


def test_an_aside_is_a_clause_within_another() -> None:
    words = "Dasatinib, for which in vitro data exist, was tried."
    inner, outer = clauses(words)
    assert inner.words == ", for which in vitro data exist,"
    assert outer.words == without_asides(words) == "Dasatinib" + " " * len(inner.words) + " was tried."
    assert (inner.holds(10), outer.holds(10), inner.holds(45)) == (True, True, False)
