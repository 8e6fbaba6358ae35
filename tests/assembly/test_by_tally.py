"""Patients told apart by counts that add up; sentences of our own, responses and lengths compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

HEAD = "patients with thymic carcinoma were treated with sunitinib."


def told(text: str) -> list[tuple[str | None, list[float]]]:
    """The response to the last course of every case, and its lengths in months."""
    return [_last(case) for case in extract(text).cases]


def _last(case: object) -> tuple[str | None, list[float]]:
    course = case.treatments[-1]  # type: ignore[attr-defined]
    return (course.best_response.value if course.best_response else None, [d.months for d in course.durations])


COMPLETE, PARTIAL, STABLE, WORSE = "complete_response", "partial_response", "stable_disease", "progressive_disease"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Three {HEAD} One patient achieved a partial response lasting 6 months. Two patients progressed after 3 months.", [(PARTIAL, [6]), (WORSE, [3]), (WORSE, [3])]),
        (f"Two {HEAD} One patient had stable disease for 5 months. One patient progressed.", [(STABLE, [5]), (WORSE, [])]),
        (f"Four {HEAD} Two achieved complete responses, one a partial response, and one progressed.", [(COMPLETE, []), (COMPLETE, []), (PARTIAL, []), (WORSE, [])]),
        (f"Both {HEAD} The treatment resulted in a partial response in one and stable disease in the other.", [(PARTIAL, []), (STABLE, [])]),
        (f"Three {HEAD} One patient with a large thymic mass attained a complete response; the others progressed.", [(COMPLETE, []), (WORSE, []), (WORSE, [])]),
        ("In a study of 31 patients with thymic carcinoma treated with sunitinib, two patients carried KIT L576P; one had a partial response and the other progressed.", [(PARTIAL, []), (WORSE, [])]),
    ],
)
def test_counts_that_add_up(text: str, expected: list[tuple[str | None, list[float]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A patient with thymic carcinoma was treated with sunitinib. One lesion had a partial response and two lesions progressed.",
        "Three patients with thymic carcinoma received sunitinib in a trial. One patient had nausea. Two patients had a rash.",
    ],
)
def test_counts_of_something_else_tell_no_patients_apart(text: str) -> None:
    assert len({response for response, _ in told(text)}) < 2


def test_what_is_summed_up_behind_is_told_of_nobody_again() -> None:
    text = f"Three {HEAD} One patient achieved a partial response. Two patients progressed. Sunitinib produced an objective response in thymic carcinoma."
    assert told(text) == [(PARTIAL, []), (WORSE, []), (WORSE, [])]


def test_none_responded() -> None:
    assert told(f"Two {HEAD} Neither patient responded.") == [("no_response", []), ("no_response", [])]


def test_counts_in_brackets_and_once_more() -> None:
    text = (
        "We report four patients with thymic carcinoma treated with sunitinib, achieving a complete response (2 patients) or a partial response (2 patients). "
        "The two complete responders are alive at 60 and 70 months, and the two patients with partial response survived 20 and 30 months, respectively. Both died of progressive disease."
    )
    cases = extract(text).cases
    assert told(text) == [(COMPLETE, [60]), (COMPLETE, [70]), (PARTIAL, []), (PARTIAL, [])]
    assert [case.outcome.vital_status.value for case in cases if case.outcome.vital_status] == ["alive", "alive", "dead", "dead"]
    assert [case.outcome.overall_survival_months for case in cases] == [None, None, 20, 30]


def test_tumours_described_are_patients() -> None:
    text = "The features of three thymic carcinomas are described. All patients received sunitinib. Two of them died of tumor and one was disease-free at 30 months."
    assert [case.outcome.vital_status.value for case in extract(text).cases if case.outcome.vital_status] == ["dead", "dead", "alive"]
