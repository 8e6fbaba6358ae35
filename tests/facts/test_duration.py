"""Lengths of time in months, with their comparator and arithmetic; schedules, ages and histories are none."""

import pytest

from caseextract.facts.duration import months_of
from tests.facts.gathered import facts_of

SAID: list[tuple[str, list[tuple[float, str, str | None, bool]]]] = [
    ("He took imatinib for 18 months.", [(18.0, "=", None, False)]),
    ("She took it for six weeks.", [(1.38, "=", None, False)]),
    ("He was treated for 45 days.", [(1.48, "=", None, False)]),
    ("The response lasted two years.", [(24.0, "=", None, False)]),
    ("It lasted 1 year and 5 months.", [(17.0, "=", None, False)]),
    ("A response of 14+ months was seen.", [(14.0, ">", None, False)]),
    ("He was treated for more than 9 months.", [(9.0, ">", None, False)]),
    ("She took it for about three months.", [(3.0, "~", None, False)]),
    ("He took it for 6 to 8 months.", [(7.0, "~", None, False)]),
    ("It lasted two and a half years.", [(30.0, "=", None, False)]),
    ("He took sorafenib from 3 May 2011 to 7 June 2012.", [(13.17, "=", "401 days / 30.44", False)]),
    ("She took letrozole from March 2013 to May 2014.", [(14.0, "=", "2014-05 minus 2013-03", False)]),
    ("He took it between January and June 2015.", [(5.0, "=", "2015-06 minus 2015-01", False)]),
    ("Three months later he relapsed.", [(3.0, "=", None, True)]),
    ("The drug was given every three weeks.", []),
    ("She took 50 mg for 4 weeks on, 2 weeks off.", []),
    ("A 54-year-old woman came.", []),
    ("He had a two-month history of cough.", []),
    ("The drug was given on days 1 and 8 of 21 days.", []),
    ("He had a fracture five years ago.", []),
    ("He took it for less than 2 months.", [(2.0, "<", None, False)]),
    ("He took it for several months.", []),
]


@pytest.mark.parametrize(("sentence", "lengths"), SAID)
def test_lengths_of_time(sentence: str, lengths: list[tuple[float, str, str | None, bool]]) -> None:
    assert [(one.months, one.comparator, one.derived, one.gap) for one in facts_of(sentence).durations] == lengths


@pytest.mark.parametrize(
    ("value", "unit", "months"), [(1, "year", 12), (2, "yrs", 24), (10, "weeks", 2.3), (90, "days", 2.96), (3, "mos", 3)]
)
def test_months(value: float, unit: str, months: float) -> None:
    assert months_of(value, unit) == months
