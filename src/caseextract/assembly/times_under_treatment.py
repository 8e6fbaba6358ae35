"""Times under treatment: how long a course was given, until it was stopped, changed or still goes on."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.lengths import NOTHING, Length, Measure
from caseextract.knowledge import says

FIRST_WEEKS = 1.0
"""Months; what happened so soon "after … of treatment" does not say how long that lasted."""
POINT = 7
"""First characters of a stated time that can make it a point: "at", "on"."""


def said(length: Length) -> Measure | None:
    """"Treatment lasted three months"."""
    if length.fact.measure != "on_treatment" and not says("duration of treatment", length.before):
        return None
    sentence = length.sentence
    return length.on_treatment(length.draft_before or sentence.after_within(length.span, 60) or sentence.at_start)


def course_named_next(length: Length) -> Measure | None:
    """"A three-month course of X"."""
    if not says("course of that length", length.after):
        return None
    draft = length.sentence.after(length.span, "course of that length, named next")
    return length.on_treatment(draft) if draft is not None else None


def pause(length: Length) -> Measure | None:
    """"It was withheld for two weeks"."""
    paused = says("pause of that length", length.before) or says("of a pause", length.after)
    off = paused or says("off treatment then", length.after)
    if off and length.progression is not None and says("progressed after", length.before):
        return Measure("pfs", length.draft_in_effect, length.fact.comparator)
    return NOTHING if paused and not says("ended by progression", length.after) else None


def while_under_it(length: Length) -> Measure | None:
    """"… for three months while continuing on X"."""
    if not says("while under treatment", length.after) or not says("for", length.before):
        return None
    return length.on_treatment(length.sentence.after_within(length.span, 60) or length.draft_before or length.draft_in_effect)


def beside_its_name(length: Length) -> Measure | None:
    """"X (five months)", "X, five months;"."""
    named = length.sentence.last_named(length.span)
    if named is None or length.fact.gap or not says("length beside a name", length.sentence.text[named[0].span.end : length.span.start]):
        return None
    if not says("end of an aside", length.after):
        return None
    return length.on_treatment(named[1]) if _is_lasting(named[1]) else None


def given_here(length: Length) -> Measure | None:
    """"The drug was continued for five months": its own clause tells of giving, and of nothing else."""
    since_then = length.fact.gap and not says("stretch of time", length.before)
    if since_then or length.of_event or not says("given for that length", length.clause):
        return None
    if says("no time under treatment", length.clause) or says("died in", length.clause) or says("freedom right behind", length.after):
        return None
    draft = length.sentence.after(length.span, "given what is named next") or length.draft_of_clause
    if draft is None:
        if not says("given, unnamed", length.clause):
            return NOTHING
        draft = length.draft_before or length.draft_in_effect
    if draft is None or not _is_lasting(draft):
        return None
    return Measure("on_treatment", draft, length.at_least if says("until now", length.clause) else length.fact.comparator)


def stop(length: Length) -> Measure | None:
    """"It was stopped after three months"; "three months later it was stopped" counts from something else."""
    stop = length.stop
    if stop is None or says("no treatment that stops", length.sentence.words_before(stop.span)):
        return None
    between = length.between(stop)
    told_here = stop.span.end <= length.span.start and says("stopped then", between + length.fact.stated[:POINT])
    told_here = told_here and not says("another length before", between)
    if not told_here and length.progression is not None:
        return None
    if length.fact.gap and stop.span.start > length.span.end and not length.since_start:
        return NOTHING
    begun_here = length.draft_before is not None and length.draft_before in length.sentence.created
    if length.fact.gap and begun_here and stop.span.end <= length.span.start and not length.between(stop).strip():
        return length.on_treatment(length.draft_before)
    under_it = told_here or length.since_start or length.of_treatment or says("length before a stop", length.before)
    if not under_it or (length.response is not None and not told_here) or says("because of progression", length.after):
        return None
    sentence = length.sentence
    return length.on_treatment(length.draft_before or sentence.after_within(length.span, 80) or sentence.at_start)


def switch(length: Length) -> Measure | None:
    """"X was changed to Y after three months": so long was X given."""
    switch = length.switch
    if switch is None or not length.is_point or length.origin is not None:
        return None
    progressed = says("because of progression", length.after)
    others = [event for event in (length.nearest, length.freedom, length.stop) if event is not None and not progressed]
    if any(length.distance(event) < length.distance(switch) for event in others):
        return None
    sentence = length.sentence
    given = sentence.before(switch.span) or sentence.at_start
    if given is None or not given.is_drug:
        return None
    return Measure("pfs", given, length.fact.comparator) if progressed else length.on_treatment(given)


def ongoing(length: Length) -> Measure | None:
    """"Treatment is ongoing at three months"."""
    if length.nearest is not None or not says("treatment goes on", length.before + length.after):
        return None
    return Measure("on_treatment", length.draft_before or length.draft_in_effect, length.at_least)


def drug_for(length: Length) -> Measure | None:
    """"X, 50 mg daily for three months"."""
    named = length.sentence.last_named(length.span)
    if named is None or not says("loose stretch of time", length.before[-40:]) or says("tumour marker or symptom", length.before[-60:]):
        return None
    fact, draft = named
    between = length.sentence.text[fact.span.end : length.span.start]
    beside = len(between) < 90 and not says("clause between drug and time", between)
    return length.on_treatment(draft) if beside and _is_lasting(draft) else None


def time_of_treatment(length: Length) -> Measure | None:
    """"After three months of treatment", "over a three-month period he was given X"."""
    if says("period of that length", length.after):
        named = length.sentence.after_within(length.span, 80)
        return length.on_treatment(named) if named is not None else None
    if not says("course of that length", length.after) and (not length.of_treatment or length.fact.gap):
        return None
    sentence = length.sentence
    if says("tumour marker or symptom", sentence.text[sentence.start : sentence.end]):
        return NOTHING
    if length.since_start and says("within that time, from", length.before):
        return NOTHING
    if length.fact.months < FIRST_WEEKS and says("point just before", length.before[-25:]):
        return NOTHING
    drafts = (sentence.after_within(length.span, 80), length.draft_before, length.draft_in_effect)
    return length.on_treatment(next((draft for draft in drafts if draft is not None and _is_lasting(draft)), None))


def given_for(length: Length) -> Measure | None:
    """"She was maintained on it for three months"."""
    if not says("longer stretch of time", length.before) or not says("giving", length.before):
        return None
    if says("no time under treatment", length.before[-60:]):
        return None
    named = length.draft_before
    draft = named or length.draft_in_effect
    known = named is not None or length.sentence.at_start is not None
    return length.on_treatment(draft) if known and draft is not None and _is_lasting(draft) else None


def _is_lasting(draft: Draft) -> bool:
    return draft.modality not in ("surgery", "transplant")
