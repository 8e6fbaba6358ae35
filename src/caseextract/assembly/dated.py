"""How long a course was given, where the dates of its beginning and of its end stand apart."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft, Measured
from caseextract.facts.duration import month_number
from caseextract.knowledge import says
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.mention import AssertedMention

ENDS = ("stop", "switch")
LONGEST = 240
"""Months; two dates farther apart than this are not those of one course."""
Dated = tuple[AssertedMention, Span]


def note(dates: Sequence[AssertedMention], events: Sequence[EventFact], sentence: Attachment) -> None:
    """Remember when the courses of the sentence began, and measure those that it says to have ended."""
    found = [(asserted, _span(asserted)) for asserted in dates if asserted.judgement.is_fact and _month(asserted) is not None]
    ended = {span: draft for _, span in found if (draft := _ended(span, events, sentence, alone=len(found) == 1)) is not None}
    for draft in sentence.created:
        if draft.first.given and not draft.first.earlier and draft.begun is None:
            begun = _begun(draft, [dated for dated in found if ended.get(dated[1]) is not draft], sentence)
            draft.begun = _month(begun) if begun is not None else None
    for asserted, span in found:
        if span in ended:
            _measure(ended[span], asserted, span, sentence.words(span))


def _begun(draft: Draft, dates: Sequence[Dated], sentence: Attachment) -> AssertedMention | None:
    """The date of the course's beginning: the nearest of its own clause, or else the one that opens the sentence."""
    own = [(asserted, span) for asserted, span in dates if _is_its(span, draft, sentence)]
    if own:
        return min(own, key=lambda dated: len(_between(dated[1], draft, sentence)))[0]
    opening = next((asserted for asserted, span in dates if says("opens the sentence", sentence.words_before(span))), None)
    return opening if len(dates) == 1 else None


def _is_its(span: Span, draft: Draft, sentence: Attachment) -> bool:
    """Whether neither another course nor a new clause stands between a date and the course."""
    first, second = sorted((span, draft.first.span), key=lambda one: one.start)
    others = any(other is not draft and first.end <= fact.span.start and fact.span.end <= second.start for fact, other in sentence.named)
    return not others and not says("break between dates", _between(span, draft, sentence))


def _between(span: Span, draft: Draft, sentence: Attachment) -> str:
    return _apart(span, draft.first.span, sentence)


def _ended(span: Span, events: Sequence[EventFact], sentence: Attachment, *, alone: bool) -> Draft | None:
    """The course that ended at that date."""
    if says("until that date", sentence.words_before(span)):
        return sentence.before(span) or sentence.at_start
    ends = [event for event in events if event.kind in ENDS and event.judgement.is_fact]
    if not alone:
        ends = [event for event in ends if not says("break between dates", _apart(span, event.span, sentence))]
    return (sentence.before(ends[0].span) or sentence.at_start) if ends else None


def _apart(span: Span, other: Span, sentence: Attachment) -> str:
    """The words between a date and something else, without the drugs listed among them."""
    first, second = sorted((span, other), key=lambda one: one.start)
    listed = [fact.span for fact, _ in sentence.named if first.end <= fact.span.start and fact.span.end <= second.start]
    if not listed:
        return sentence.text[first.end : second.start]
    return sentence.text[first.end : listed[0].start] + " " + sentence.text[listed[-1].end : second.start]


def _measure(draft: Draft, asserted: AssertedMention, span: Span, stated: str) -> None:
    end = _month(asserted)
    if draft.begun is None or end is None or not 0 < end - draft.begun <= LONGEST:
        return
    months = float(end - draft.begun)
    if any(known.kind == "on_treatment" for known in draft.durations):
        return
    derived = f"{_written(end)} minus {_written(draft.begun)}"
    fact = DurationFact(
        span=span, months=months, comparator="=", stated=stated, judgement=asserted.judgement, measure="on_treatment", derived=derived
    )
    draft.durations.append(Measured(fact, "on_treatment", "="))


def _span(asserted: AssertedMention) -> Span:
    return Span(asserted.mention.start, asserted.mention.end, asserted.mention.sentence)


def _month(asserted: AssertedMention) -> int | None:
    """Months since the year 0; None where the date names none."""
    groups = asserted.mention.groups
    if "month" in groups and "year" in groups:
        return int(groups["year"]) * 12 + month_number(groups["month"]) - 1
    if "year_iso" in groups:
        return int(groups["year_iso"]) * 12 + month_number(groups["month_iso"]) - 1
    return None


def _written(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02d}"
