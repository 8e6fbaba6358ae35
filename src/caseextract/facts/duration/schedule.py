"""Lengths of time that say how a drug is dosed, not for how long: "for 3 weeks followed by 2 weeks' rest", "on day 8"."""

from __future__ import annotations

from collections.abc import Iterator

from caseextract.knowledge import phrase, says
from caseextract.schema.numbers import value_of

LONGEST = 1.5
"""Months; no schedule repeats after longer than that."""
BRIEFEST = 7 / 30.44
"""Months; so short an infusion is one dose among others."""
MONTH = 1.1
"""Months; no longer does a drug last that is dosed by the days of a cycle."""
REACH = 110
"""Characters between a length and the rest or the repetition that make it a schedule."""
PER_MONTH = {"day": 30.44, "d": 30.44, "week": 4.345, "wk": 4.345, "w": 4.345, "month": 1.0}
"""How many of a unit make a month."""


def is_schedule(months: float, stated: str, before: str, after: str) -> bool:
    """Whether a length, among the words of its sentence, belongs to a dosing schedule."""
    if months > LONGEST:
        return False
    if says("numbered day", stated):
        return says("day of a dose", before + stated)
    if says("rest of that length", before) or says("of a rest", after):
        return True
    point = says("point in time", before) and not says("in a period", before)
    if point or says("point in time after", after) or says("not of a schedule", before[-60:]):
        return False
    return (
        (months <= BRIEFEST and says("length of an infusion", before + stated) and not says("given no longer", before[-40:]))
        or (months <= MONTH and says("dosed by days", before + stated + after))
        or says("makes one cycle", before + stated + after)
        or _with_a_rest(before, after)
        or any(months <= period for period in _periods(before, after))
    )


def _with_a_rest(before: str, after: str) -> bool:
    """Whether a rest of some length stands beside it: "two weeks of S-1, then a week off"."""
    return says("rest of some length", after[:REACH]) or says("rest of some length", before[-REACH:])


def _periods(before: str, after: str) -> Iterator[float]:
    """The periods, in months, after which a dose near it is said to be repeated: "every three weeks", "a 21-day cycle"."""
    for words in (before[-REACH:], after[:REACH]):
        for match in phrase("repeated after that length").finditer(words):
            number = next((value for name, value in match.groupdict().items() if name.startswith("n") and value), "one")
            unit = next(value for name, value in match.groupdict().items() if name.startswith("unit") and value)
            yield (value_of(number) or 1.0) / PER_MONTH[unit.lower().rstrip("s")] + 0.01
