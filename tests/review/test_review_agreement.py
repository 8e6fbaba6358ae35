from __future__ import annotations

import pytest

from caseextract.review.agreement import by_field, kappa, pairs
from caseextract.review.desk import Desk, Words


def test_kappa_of_a_textbook_table() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.70, by chance 0.50
    labels = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(labels) == pytest.approx(0.4)
    assert kappa([("yes", "yes")]) is None


def test_two_curators_side_by_side(desk: Desk) -> None:
    for who in ("Ada", "Ben"):
        desk.accept("lung", who, "case 1/age_years")
    desk.accept("lung", "Ada", "case 1/sex")
    desk.edit("lung", "Ben", "case 1/sex", {"value": "male"})
    desk.reject("lung", "Ben", "case 1/vital_status")
    desk.accept("lung", "Ada", "case 1/vital_status")
    desk.accept("lung", "Ada", "case 1/follow_up")
    desk.accept("made", "Ada", "article/title")
    typed = {"gene": "MET", "type": "amplification", "status": "present"}
    desk.add("lung", "Ada", "alteration", "case 1", typed, words=Words(0, 5))
    found = pairs(desk.decisions.standing(curator="Ada"), desk.decisions.standing(curator="Ben"))
    assert [(pair.field, pair.first, pair.second) for pair in found] == [
        ("age_years", "58", "58"),
        ("alteration", "MET amplification", "not added"),
        ("sex", "female", "male"),
        ("vital_status", "alive", "rejected"),
    ]
    *_, total = by_field(found)
    assert (total.items, total.alike) == (4, 0.25)
    assert total.f1 == pytest.approx(2 * 1 / (4 + 2))


def test_without_shared_work_there_is_nothing_to_compare(desk: Desk) -> None:
    desk.accept("lung", "Ada", "case 1/age_years")
    desk.accept("made", "Ben", "article/title")
    assert by_field(pairs(desk.decisions.standing(curator="Ada"), desk.decisions.standing(curator="Ben"))) == ()
