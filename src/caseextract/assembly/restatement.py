"""Sentences that sum up: drugs of several courses named together that are no course of their own."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

AROUND = 40


def of(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The last of the courses that a summing-up names together ("X and Y were effective"), if it is one."""
    if fact.restart or fact.joined or fact.switched or fact.details or len(fact.names) < 2:
        return None
    earlier = [draft for draft in timeline.drugs if draft.last_sentence < fact.span.sentence]
    told = [draft for draft in earlier if draft.names <= fact.names]
    if len(told) < 2 or frozenset().union(*(draft.names for draft in told)) != fact.names:
        return None
    combined = fact.given or says("one combination", timeline.text[fact.span.start : fact.span.end])
    if combined and not _sums_up(fact, timeline.text):
        return None
    told[-1].absorb(fact)
    return told[-1]


def _sums_up(fact: TreatmentFact, text: str) -> bool:
    before, after = text[max(0, fact.span.start - AROUND) : fact.span.start], text[fact.span.end : fact.span.end + AROUND]
    return says("sums up before", before) or says("sums up after", after)
