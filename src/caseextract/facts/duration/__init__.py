"""Linked mentions → lengths of time in months: "18 months", "1 year and 5 months", "from 3 May 2011 to 7 June 2012"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from caseextract.facts.duration.schedule import is_schedule
from caseextract.knowledge import says
from caseextract.schema.duration import Comparator
from caseextract.schema.fact import DurationFact, Span
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.numbers import value_of
from caseextract.schema.prose import Prose, Sentence

MONTHS_PER = {"year": 12.0, "yr": 12.0, "month": 1.0, "mo": 1.0, "week": 1 / 4.345, "wk": 1 / 4.345, "day": 1 / 30.44}
DAYS_PER_MONTH = 30.44
MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
POINTS = ("month n", "nth month", "day n")
"""The rules for "at month 10", "on day 67"."""


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[DurationFact, ...]:
    """Lengths of time in the order of the text, without dose schedules, ages and histories of symptoms."""
    return tuple(fact for asserted in mentions for fact in _durations(asserted, prose))


def months_of(value: float, unit: str) -> float:
    """Months, two decimals: days/30.44, weeks/4.345, years×12."""
    stem = unit.lower().rstrip("s")
    return round(value * MONTHS_PER[stem], 2)


def month_number(month: str) -> int:
    """1 for "January", "Jan." and "01"."""
    return int(month) if month.isdigit() else MONTHS[month[:3].lower()]


def _durations(asserted: AssertedMention, prose: Prose) -> Iterator[DurationFact]:
    if asserted.mention.kind == "time":
        yield from _length(asserted, prose.sentences[asserted.mention.sentence], prose.text)
    elif asserted.mention.kind == "period":
        yield from _period(asserted, prose.text)


def _length(asserted: AssertedMention, sentence: Sentence, text: str) -> Iterator[DurationFact]:
    mention = asserted.mention
    before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    stated = text[mention.start : mention.end]
    months = _months(mention.groups, stated)
    if months is None or _is_schedule_or_history(before, after) or is_schedule(months, stated, before, after):
        return
    if says("two lengths", stated) and says("two survivals before", before):
        first = months_of(value_of(mention.groups["n"]) or 0.0, mention.groups["unit"])
        yield DurationFact(
            span=_span(mention), months=first, comparator=_comparator(mention.groups, before, stated), stated=stated.strip(),
            judgement=asserted.judgement, measure="pfs",
        )
    yield DurationFact(
        span=_span(mention),
        months=months,
        comparator=_comparator(mention.groups, before, stated),
        stated=stated.strip(),
        judgement=asserted.judgement,
        gap=says("point in time after", after.removeprefix(")")) or mention.label in POINTS,
    )


def _is_schedule_or_history(before: str, after: str) -> bool:
    return (
        says("schedule before", before)
        or says("schedule after", after)
        or (says("age or history after", after) and not (says("effect of that length", before) and says("duration after", after)))
    )


def _months(groups: Mapping[str, str], stated: str) -> float | None:
    """The length in months: "1 year and 5 months" is 17, "6 to 8 months" 7; None where no number is said ("several")."""
    value = value_of(groups["n"])
    if value is None:
        return None
    months = months_of(value, groups["unit"])
    more = value_of(groups.get("n2") or groups.get("n2a", ""))
    if more is not None:
        months = round(months + months_of(more, groups["unit2"]), 2)
    if stated.endswith("and a half"):
        months = round(months + months_of(0.5, groups["unit"]), 2)
    high = value_of(groups.get("high", ""))
    if high is not None and says("two lengths", stated):
        return months_of(high, groups["unit"])
    if high is not None and "plus" not in groups:
        months = round((months + months_of(high, groups["unit"])) / 2, 2)
    return months


def _comparator(groups: Mapping[str, str], before: str, stated: str) -> Comparator:
    words = groups.get("comparator", "") + groups.get("symbol", "")
    if says("shorter than", words):
        return "<"
    if says("longer than", words) or "plus" in groups or "plus2" in groups:
        return ">"
    if says("nearly", words) or ("high" in groups and not says("two lengths", stated)):
        return "~"
    return "<" if says("shorter than before", before[-14:]) else "="


def _period(asserted: AssertedMention, text: str) -> Iterator[DurationFact]:
    """The time from one date to another, with its arithmetic."""
    mention = asserted.mention
    months, derived = _between(mention.groups)
    if months > 0:
        yield DurationFact(
            span=_span(mention),
            months=months,
            comparator="=",
            stated=text[mention.start : mention.end],
            measure="on_treatment",
            judgement=asserted.judgement,
            derived=derived,
        )


def _between(groups: Mapping[str, str]) -> tuple[float, str]:
    month1, month2 = (month_number(groups[name]) for name in ("month1", "month2"))
    year2 = int(groups["year2"])
    year1 = int(groups["year1"]) if "year1" in groups else year2 - (month1 > month2)
    day1, day2 = (int(groups.get(name) or groups.get(f"{name}b") or 0) for name in ("day1", "day2"))
    if 0 < day1 <= 28 and 0 < day2 <= 31:
        # no February has a 30th: days beyond the 28th are added to it
        days = (date(year2, month2, min(day2, 28)) - date(year1, month1, day1)).days + max(0, day2 - 28)
        return round(days / DAYS_PER_MONTH, 2), f"{days} days / {DAYS_PER_MONTH}"
    return float((year2 - year1) * 12 + month2 - month1), f"{year2}-{month2:02d} minus {year1}-{month1:02d}"


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end, mention.sentence)
