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


def note(dates: Sequence[AssertedMention], events: Sequence[EventFact], sentence: Attachment) -> None:
    """Remember when the courses of the sentence began, and measure those that it says to have ended."""
    found = [asserted for asserted in dates if asserted.judgement.is_fact and _month(asserted) is not None]
    for asserted in found:
        span = Span(asserted.mention.start, asserted.mention.end, asserted.mention.sentence)
        ended = _ended(span, events, sentence, alone=len(found) == 1)
        if ended is not None:
            _measure(ended, asserted, span, sentence.words(span))
            continue
        for draft in sentence.created:
            if draft.first.given and not draft.first.earlier and draft.begun is None and _is_of(span, draft, sentence):
                draft.begun = _month(asserted)


def _is_of(span: Span, draft: Draft, sentence: Attachment) -> bool:
    """Whether the date is that of the course's beginning: it opens the sentence, or no clause stands between them."""
    if says("opens the sentence", sentence.words_before(span)):
        return True
    first, second = sorted(((span.start, span.end), (draft.first.span.start, draft.first.span.end)))
    return not says("break between clauses", sentence.text[first[1] : second[0]])


def _ended(span: Span, events: Sequence[EventFact], sentence: Attachment, *, alone: bool) -> Draft | None:
    """The course that ended at that date."""
    if says("until that date", sentence.words_before(span)):
        return sentence.before(span) or sentence.at_start
    if not alone:
        return None
    end = next((event for event in events if event.kind in ENDS and event.judgement.is_fact), None)
    return (sentence.before(end.span) or sentence.at_start) if end is not None else None


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
