"""What a length of time measures, and of which course.

`RULES` are tried in order; the first that has an opinion decides, be it that the time measures nothing of a course.
What they know of the sentence is gathered in `Length`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft
from caseextract.assembly.lengths import NOTHING, Length, Measure
from caseextract.knowledge import says
from caseextract.schema.duration import DurationKind
from caseextract.schema.fact import DurationFact, EventFact

SHORTLY_AFTER = 3
"""Months after the end of treatment that say when it was assessed, not how long anything lasted."""
FIGURE_REACH = 80
"""Characters before a time in which "median" makes it a figure of many patients."""
BETTER = ("complete_response", "partial_response", "pathologic_complete_response", "response")
"""What a time to response can lead to."""
POINT = 7
"""First characters of a stated time that can make it a point: "at", "on"."""
SURELY_ITS_PROGRESSION = 60
"""Characters between a time and a progression that it measures, whatever the words."""


def measure(fact: DurationFact, events: Sequence[EventFact], sentence: Attachment) -> Measure | None:
    """What the length of time measures; None where no rule can say."""
    length = Length(fact, events, sentence)
    return next((found for rule in RULES if (found := rule(length)) is not None), None)


def _said(length: Length) -> Measure | None:
    """"Treatment lasted three months"."""
    if length.fact.measure != "on_treatment" and not says("duration of treatment", length.before):
        return None
    sentence = length.sentence
    return length.on_treatment(length.draft_before or sentence.after_within(length.span, 60) or sentence.at_start)


def _no_ones(length: Length) -> Measure | None:
    """"A median of five months", "intended for six months": no one's time, or none that has passed."""
    around = length.before[-FIGURE_REACH:]
    return NOTHING if says("figure of many", around) or says("only intended", length.before[-FIGURE_REACH // 2 :]) else None


def _course_named_next(length: Length) -> Measure | None:
    """"A three-month course of X"."""
    if not says("course of that length", length.after):
        return None
    draft = length.sentence.after(length.span, "course of that length, named next")
    return length.on_treatment(draft) if draft is not None else None


def _survival(length: Length) -> Measure | None:
    """"A progression-free survival of five months"; overall survival is no course's."""
    survival = length.survival
    if survival is None:
        return None
    if survival.value == "os":
        return NOTHING
    where = survival.span if survival.span.start > length.span.start else length.span
    if length.bracketed and length.draft_before is not None:
        return Measure("pfs" if survival.value == "pfs" else "response", length.draft_before, length.fact.comparator)
    kind: DurationKind = "pfs" if survival.value == "pfs" else "response"
    return Measure(kind, length.sentence.of_response(where), length.fact.comparator)


def _death(length: Length) -> Measure | None:
    """"He died two months later"; "two months after the first dose of X" is survival since X began."""
    if not length.is_of_death:
        return None
    running = (length.draft_before or length.draft_in_effect) if length.since_start else None
    start = length.origin.draft if length.origin is not None else running
    return Measure("os", start, length.fact.comparator) if start is not None and start.is_drug else NOTHING


def _pause(length: Length) -> Measure | None:
    """"It was withheld for two weeks"."""
    paused = says("pause of that length", length.before) or says("of a pause", length.after)
    return NOTHING if paused and not says("ended by progression", length.after) else None


def _beside_its_name(length: Length) -> Measure | None:
    """"X (five months)", "X, five months;"."""
    named = length.sentence.last_named(length.span)
    if named is None or length.fact.gap or not says("length beside a name", length.sentence.text[named[0].span.end : length.span.start]):
        return None
    if not says("end of an aside", length.after):
        return None
    return length.on_treatment(named[1]) if _is_lasting(named[1]) else None


def _given_here(length: Length) -> Measure | None:
    """"The drug was continued for five months": its own clause tells of giving, and of nothing else."""
    if length.fact.gap or length.of_event or not says("given for that length", length.clause):
        return None
    if says("no time under treatment", length.clause) or says("died in", length.clause) or says("freedom right behind", length.after):
        return None
    draft = length.draft_of_clause
    if draft is None:
        if not says("given, unnamed", length.clause):
            return NOTHING
        draft = length.draft_before or length.draft_in_effect
    if draft is None or not _is_lasting(draft):
        return None
    return Measure("on_treatment", draft, length.at_least if says("until now", length.clause) else length.fact.comparator)


def _after_completion(length: Length) -> Measure | None:
    """"One month after the last cycle": when the effect was looked at, unless the disease had returned by then."""
    if length.fact.months >= SHORTLY_AFTER or not says("after completion", length.after):
        return None
    others = [event for event in (length.response, length.freedom) if event is not None]
    progression = length.progression
    returned = progression is not None and all(length.distance(progression) < length.distance(event) for event in others)
    return None if returned else NOTHING


def _freedom(length: Length) -> Measure | None:
    """"Disease-free for two years"."""
    freedom, progression = length.freedom, length.progression
    if freedom is None or (progression is not None and length.distance(progression) < length.distance(freedom)):
        return None
    if length.given_for and freedom.span.start >= length.span.end and says("break between thoughts", length.between(freedom)):
        return None
    since = length.origin.lasting if length.origin is not None else None
    return Measure("pfs", since or length.sentence.of_freedom(length.span) or length.draft_in_effect, length.at_least)


def _stop(length: Length) -> Measure | None:
    """"It was stopped after three months"; "three months later it was stopped" counts from something else."""
    stop = length.stop
    if stop is None:
        return None
    told_here = stop.span.end <= length.span.start and says("stopped then", length.between(stop) + length.fact.stated[:POINT])
    if not told_here and length.progression is not None:
        return None
    if length.fact.gap and stop.span.start > length.span.end and not length.since_start:
        return NOTHING
    under_it = told_here or length.since_start or length.of_treatment or says("length before a stop", length.before)
    if not under_it or (length.response is not None and not told_here) or says("because of progression", length.after):
        return None
    sentence = length.sentence
    return length.on_treatment(length.draft_before or sentence.after_within(length.span, 80) or sentence.at_start)


def _switch(length: Length) -> Measure | None:
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


def _ongoing(length: Length) -> Measure | None:
    """"Treatment is ongoing at three months"."""
    if length.nearest is not None or not says("treatment goes on", length.before + length.after):
        return None
    return Measure("on_treatment", length.draft_before or length.draft_in_effect, length.at_least)


def _progression(length: Length) -> Measure | None:
    """"Progression after five months"; "X was given for five months until progression" is time under treatment."""
    progression = length.nearest
    if progression is None or progression.kind != "progression":
        return None
    if not (length.is_point or length.of_treatment or length.distance(progression) < SURELY_ITS_PROGRESSION):
        return None
    response = length.response
    if response is not None and _is_after(length, response) and says("lasting right away", length.between(response)):
        return length.of_response(response, length.fact.comparator)
    if says("stretch of time", length.before) and says("giving", length.before[-70:]) and not length.fact.gap:
        return length.on_treatment(length.draft_before or length.draft_in_effect)
    if length.origin is not None:
        return Measure("pfs", length.origin.relapsing, length.fact.comparator) if not length.origin.is_past(length.span) else NOTHING
    return Measure("pfs", length.sentence.of_progression(progression.span), length.fact.comparator)


def _response(length: Length) -> Measure | None:
    """Time to a response, how long it lasted, or how long the drug before it was given."""
    response = length.nearest
    if response is None or response.kind != "response":
        return None
    return next((found for rule in RESPONSE_RULES if (found := rule(length, response)) is not None), NOTHING)


def _it_lasted(length: Length) -> Measure | None:
    """"This lasted for five months", said of what the sentence before told; "she remained stable for five months"."""
    stable = says("stable for that length", length.clause)
    if not stable and not says("it lasted", length.clause):
        return None
    return Measure("pfs" if stable else "response", length.draft_before or length.draft_in_effect, length.fact.comparator)


def _well(length: Length) -> Measure | None:
    """"He remains well two years after the last cycle"."""
    if not says("well then", length.before) or not (length.fact.gap or says("for", length.before)):
        return None
    draft = length.origin.lasting if length.origin is not None else length.draft_before or length.draft_in_effect
    return Measure("pfs", draft, length.at_least) if draft is None or not draft.progressions else NOTHING


def _drug_for(length: Length) -> Measure | None:
    """"X, 50 mg daily for three months"."""
    named = length.sentence.last_named(length.span)
    if named is None or not says("loose stretch of time", length.before[-40:]) or says("tumour marker or symptom", length.before[-60:]):
        return None
    fact, draft = named
    between = length.sentence.text[fact.span.end : length.span.start]
    beside = len(between) < 90 and not says("clause between drug and time", between)
    return length.on_treatment(draft) if beside and _is_lasting(draft) else None


def _found_then(length: Length) -> Measure | None:
    """"Two years later metastases were found": what is found at such a time has come since."""
    found = says("disease found", length.after) or (length.fact.gap and says("disease just found", length.before))
    if not length.is_point or length.nearest is not None or not found:
        return None
    draft = length.origin.relapsing if length.origin is not None else length.draft_before or length.draft_in_effect
    return Measure("pfs", draft, length.fact.comparator)


def _time_of_treatment(length: Length) -> Measure | None:
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
    drafts = (sentence.after_within(length.span, 80), length.draft_before, length.draft_in_effect)
    return length.on_treatment(next((draft for draft in drafts if draft is not None and _is_lasting(draft)), None))


def _given_for(length: Length) -> Measure | None:
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


RULES: tuple[Callable[[Length], Measure | None], ...] = (
    _no_ones,
    _said,
    _course_named_next,
    _pause,
    _survival,
    _given_here,
    _death,
    _beside_its_name,
    _after_completion,
    _freedom,
    _stop,
    _switch,
    _ongoing,
    _progression,
    _response,
    _it_lasted,
    _well,
    _drug_for,
    _found_then,
    _time_of_treatment,
    _given_for,
)


# A time beside a response -----------------------------------------------------------------------------------------------


def _at_follow_up(length: Length, response: EventFact) -> Measure | None:
    """"A complete response at three months of follow-up"."""
    followed = says("follow-up", length.after[:25]) or says("follow-up of", length.before)
    return length.of_response(response, length.at_least) if followed else None


def _still_so(length: Length, response: EventFact) -> Measure | None:
    """"Remains in complete response after two years"."""
    sentence = length.sentence
    around = sentence.text[max(sentence.start, response.span.start - 30) : min(sentence.end, response.span.end + 25)]
    if _is_after(length, response):
        around += " " + length.between(response)
    return length.of_response(response, length.at_least) if length.is_point and says("still so", around) else None


def _drug_before_it(length: Length, response: EventFact) -> Measure | None:
    """"X for three months led to a response"."""
    under_drug = response.span.start >= length.span.end and says("stretch of a drug", length.before) and not length.fact.gap
    return length.on_treatment(length.draft_before) if under_drug and length.draft_before is not None else None


def _lasting(length: Length, response: EventFact) -> Measure | None:
    """"A response that lasted three months", "a response (three months)", "three months of complete remission"."""
    gap = length.between(response)
    beside = says("nothing between", gap) and not length.is_point
    lasts = _is_after(length, response) and says("lasting", length.before[-50:]) and not says("point just before", length.before[-25:])
    of_it = response.span.start >= length.span.end and says("of such a response", gap) and not length.is_point
    return length.of_response(response, length.fact.comparator) if beside or lasts or of_it else None


def _time_to(length: Length, response: EventFact) -> Measure | None:
    """"A response after three months"."""
    if not length.is_point and not length.of_treatment:
        return None
    if response.value == "progressive_disease":
        progressed = length.draft_before if length.bracketed else None
        return Measure("pfs", progressed or length.sentence.of_progression(response.span), length.fact.comparator)
    of_marker = says("tumour marker or symptom", length.clause) and says("another clause", length.between(response))
    course = length.course_of(response)
    if of_marker:
        return NOTHING
    if response.value not in BETTER:
        still = response.value == "stable_disease" and says("until now", length.words)
        return length.on_treatment(course) if length.of_treatment else Measure("pfs", course, length.at_least) if still else NOTHING
    if length.origin is not None and length.origin.draft is not course:
        return NOTHING
    return Measure("time_to_response", course, length.fact.comparator)


def _drug_for_it(length: Length, response: EventFact) -> Measure | None:
    """"A response … taking X for three months"."""
    if not says("for", length.before) or not says("giving", length.before[-60:]):
        return None
    return length.on_treatment(length.draft_before or length.course_of(response))


def _is_after(length: Length, response: EventFact) -> bool:
    return response.span.end <= length.span.start


RESPONSE_RULES: tuple[Callable[[Length, EventFact], Measure | None], ...] = (
    _at_follow_up,
    _still_so,
    _drug_before_it,
    _lasting,
    _time_to,
    _drug_for_it,
)
