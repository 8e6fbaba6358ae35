"""Mentions of some of a course's drugs: the same course, or one that goes on or begins anew with these alone."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

CLAUSE, NEARER = 80, 16


def place(fact: TreatmentFact, wider: Draft, timeline: Timeline) -> Draft:
    """Some of a course's drugs: a course of their own where they are given further or anew, else the same."""
    is_latest = timeline.current is wider
    if (fact.phase == "consolidation" != wider.phase or _in_a_higher_dose(fact, wider, timeline.text)) and not fact.earlier:
        return timeline.add(fact)
    if fact.phase == "maintenance" or (fact.alone and fact.given) or (is_latest and _goes_on(fact, timeline.text)):
        return timeline.add(fact, phase="maintenance" if is_latest and not wider.progressions else fact.phase)
    if fact.restart:
        return timeline.add(fact, rechallenge=True)
    if is_latest and _goes_on_for_so_many_cycles(fact, wider, timeline):
        return timeline.add(fact, phase=fact.phase or "maintenance")
    other_line = fact.line is not None and fact.line != wider.line
    since = timeline.drafts[timeline.drafts.index(wider) :]
    came_back = any(draft.progressions for draft in since) or _came_back_before(fact, wider, timeline.text)
    adjuvant = fact.setting == "adjuvant" != wider.setting and any(draft.modality == "surgery" for draft in since)
    over = fact.switched or not is_latest or came_back or adjuvant or since[-1].modality == "surgery"
    more = adjuvant and says("more of what was begun", timeline.opening(fact))
    if more:
        return timeline.add(fact)
    if fact.given and came_back and wider.last_sentence < fact.span.sentence and says("opens with so many cycles", timeline.opening(fact)):
        return timeline.add(fact)
    given_anew = fact.given and not fact.stopped and over
    if (other_line or given_anew) and not fact.earlier:
        return timeline.add(fact)
    wider.absorb(fact)
    return wider


def _goes_on_for_so_many_cycles(fact: TreatmentFact, wider: Draft, timeline: Timeline) -> bool:
    """Whether only some of the drugs are told to follow for so many cycles: "then two cycles of rituximab"."""
    told = fact.given and not fact.earlier and fact.cycles is not None and fact.span.sentence - wider.last_sentence <= 1
    since = timeline.opening(fact)[-(fact.span.start - wider.facts[-1].span.end) :]
    return told and says("given on afterwards", since)


def _in_a_higher_dose(fact: TreatmentFact, wider: Draft, text: str) -> bool:
    """Whether high-dose cytarabine follows cytarabine and daunorubicin."""
    high, before = (says("high dose", text[max(0, span.start - NEARER) : span.end]) for span in (fact.span, wider.first.span))
    return high and not before


def _came_back_before(fact: TreatmentFact, wider: Draft, text: str) -> bool:
    """Whether the mention's own sentence, a later one, first tells that the disease came back."""
    return wider.last_sentence < fact.span.sentence and says("came back between", text[: fact.span.start].rpartition(". ")[2])


def _goes_on(fact: TreatmentFact, text: str) -> bool:
    """Whether the drugs are said to be continued."""
    before, after = text[max(0, fact.span.start - CLAUSE) : fact.span.start], text[fact.span.end : fact.span.end + CLAUSE]
    return says("goes on", after) or says("goes on before", before)
