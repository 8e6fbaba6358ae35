"""Times of the disease: until it progressed, returned or killed, or as long as it kept away."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.lengths import NOTHING, Length, Measure
from caseextract.knowledge import says
from caseextract.schema.duration import DurationKind

SHORTLY_AFTER = 3
"""Months after the end of treatment that say when it was assessed, not how long anything lasted."""
FIGURE_REACH = 80
"""Characters before a time in which "median" makes it a figure of many patients."""
SURELY_ITS_PROGRESSION = 60
"""Characters between a time and a progression that it measures, whatever the words."""


def no_ones(length: Length) -> Measure | None:
    """"A median of five months", "intended for six months", "starting two months after": no one's time, none that has passed, or none of a course."""
    around = length.before[-FIGURE_REACH:]
    if length.fact.gap and says("begun then", length.before):
        return NOTHING
    return NOTHING if says("figure of many", around) or says("only intended", length.before[-FIGURE_REACH // 2 :]) else None


def survival(length: Length) -> Measure | None:
    """"A progression-free survival of five months"; overall survival is no course's."""
    survival = length.survival
    if length.fact.measure == "pfs":
        return Measure("pfs", length.sentence.of_response(length.span), length.fact.comparator)
    if survival is None:
        return None
    if survival.value == "os":
        if says("freedom right behind", length.after) or says("freedom right before", length.before):
            return None
        since = _since_beginning(length)
        if since is not None:
            return Measure("os", since, length.fact.comparator)
        elsewhere = survival.span.start >= length.span.end and says("break between clauses", length.between(survival))
        return None if elsewhere and says("lasting", length.clause) else NOTHING
    if survival.span.start >= length.span.end and says("its own length follows", length.sentence.words_after(survival.span)):
        return None
    where = survival.span if survival.span.start > length.span.start else length.span
    if length.bracketed and length.draft_before is not None:
        return Measure("pfs" if survival.value == "pfs" else "response", length.draft_before, length.fact.comparator)
    kind: DurationKind = "pfs" if survival.value == "pfs" else "response"
    going_on = says("until now", length.before[-FIGURE_REACH:] + length.after[:FIGURE_REACH])
    return Measure(kind, length.sentence.of_response(where), length.at_least if going_on else length.fact.comparator)


def death(length: Length) -> Measure | None:
    """"He died two months later"; "two months after the first dose of X" is survival since X began."""
    if not length.is_of_death or (length.progression is not None and length.next_progressed_on(length.progression) is not None):
        return None
    start = _since_beginning(length) or _given_before_death(length)
    return Measure("os", start, length.fact.comparator) if start is not None else NOTHING


def _since_beginning(length: Length) -> Draft | None:
    """The course of drugs since whose beginning the words say that the patient lived."""
    if says("counts from an end", length.after):
        return None
    running = (length.draft_before or length.draft_in_effect) if length.since_start else None
    start = length.origin.draft if length.origin is not None else running
    return start if start is not None and start.is_drug else None


def _given_before_death(length: Length) -> Draft | None:
    """The course of drugs of "X was given, but he died three months later"."""
    if not says("later", length.after):
        return None
    named = length.sentence.last_named(length.span)
    if named is None or not named[1].is_drug or not (named[0].given or named[1] in length.sentence.created or says("despite", length.before)):
        return None
    told = length.sentence.text[named[0].span.end : length.span.start]
    return None if says("told since the drug", told) else named[1]


def after_completion(length: Length) -> Measure | None:
    """"One month after the last cycle": when the effect was looked at, unless the disease had returned by then."""
    if length.fact.months >= SHORTLY_AFTER or not says("after completion", length.after):
        return None
    others = [event for event in (length.response, length.freedom) if event is not None]
    progression = length.progression
    returned = progression is not None and all(length.distance(progression) < length.distance(event) for event in others)
    return None if returned else NOTHING


def lives(length: Length) -> Measure | None:
    """"… without recurrence, and survives for five years from the first treatment": how long he lived, said for itself."""
    freedom = length.freedom
    told_before = freedom is not None and freedom.span.end <= length.span.start - len(length.clause)
    if length.survival is None and says("lives then", length.clause) and not says("freedom right behind", length.after):
        since = _since_beginning(length) if length.fact.gap else None
        if since is not None:
            return Measure("os", since, length.fact.comparator)
    return NOTHING if told_before and says("lives then", length.clause) else None


def freedom(length: Length) -> Measure | None:
    """"Disease-free for two years"."""
    freedom, progression = length.freedom, length.progression
    if freedom is None or (progression is not None and length.distance(progression) < length.distance(freedom)):
        return None
    response = length.response
    if length.fact.gap and response is not None and length.distance(response) < length.distance(freedom):
        told_before = response.span.end <= length.span.start and says("break between thoughts", length.between(response))
        if not told_before or freedom.span.start < length.span.end:
            return None
    if length.given_for and freedom.span.start >= length.span.end and says("break between thoughts", length.between(freedom)):
        return None
    if length.origin is not None and length.origin.is_overtaken:
        return NOTHING
    since = length.origin.lasting if length.origin is not None else None
    told = since or length.sentence.of_freedom(length.span)
    if told is None and length.draft_in_effect is not None and _has_failed(length.draft_in_effect, length):
        return NOTHING
    return Measure("pfs", told or length.draft_in_effect, length.at_least)


def _has_failed(draft: Draft, length: Length) -> bool:
    """Whether the last thing told of a course of drugs before this sentence was that the disease progressed under it."""
    start = length.sentence.start
    failed = max((event.span.start for event in draft.progressions if event.span.start < start), default=-1)
    better = (event for event in [*draft.responses, *draft.freedoms] if event.value != "progressive_disease")
    good = max((event.span.start for event in better if event.span.start < start), default=-1)
    return draft.is_drug and failed > max(good, draft.facts[-1].span.start)


def progression(length: Length) -> Measure | None:
    """"Progression after five months"; "X was given for five months until progression" is time under treatment."""
    progression = length.nearest
    if progression is None or progression.kind != "progression":
        return None
    if not (length.is_point or length.of_treatment or length.distance(progression) < SURELY_ITS_PROGRESSION):
        return None
    if (following := length.next_progressed_on(progression)) is not None:
        return Measure("pfs", following, length.fact.comparator)
    response = length.response
    if response is not None and response.span.end <= length.span.start and says("lasting right away", length.between(response)):
        return length.of_response(response, length.fact.comparator)
    if says("stretch of time", length.before) and says("giving", length.before[-70:]) and not length.fact.gap:
        return length.on_treatment(length.draft_before or length.draft_in_effect)
    if length.origin is not None:
        return Measure("pfs", length.origin.relapsing, length.fact.comparator) if not length.origin.is_past(length.span) else NOTHING
    return Measure("pfs", length.sentence.of_progression(progression.span), length.fact.comparator)


def it_lasted(length: Length) -> Measure | None:
    """"This lasted for five months", said of what the sentence before told; "she remained stable for five months"."""
    stable = says("stable for that length", length.clause)
    if not stable and not says("it lasted", length.clause):
        return None
    comparator = length.at_least if says("until now", length.clause) else length.fact.comparator
    return Measure("pfs" if stable else "response", length.draft_before or length.draft_in_effect, comparator)


def well(length: Length) -> Measure | None:
    """"He remains well two years after the last cycle"."""
    if not says("well then", length.before) or not (length.fact.gap or says("for", length.before)):
        return None
    draft = length.origin.lasting if length.origin is not None else length.draft_before or length.draft_in_effect
    return Measure("pfs", draft, length.at_least) if draft is None or not draft.progressions else NOTHING


def found_then(length: Length) -> Measure | None:
    """"Two years later metastases were found": what is found at such a time has come since."""
    found = says("disease found", length.after) or (length.fact.gap and says("disease just found", length.before))
    if not length.is_point or length.nearest is not None or not found or says("found to shrink", length.after):
        return None
    draft = length.origin.relapsing if length.origin is not None else length.draft_before or length.draft_in_effect
    return Measure("pfs", draft, length.fact.comparator)
