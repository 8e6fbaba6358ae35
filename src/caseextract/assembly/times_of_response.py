"""Times beside a response: until it came, how long it lasted, how long it has gone on."""

from __future__ import annotations

from collections.abc import Callable

from caseextract.assembly.lengths import NOTHING, Length, Measure
from caseextract.knowledge import says
from caseextract.schema.fact import EventFact

BETTER = ("complete_response", "partial_response", "pathologic_complete_response", "response")
"""What a time to response can lead to."""
SURELY_AFTER = 3
"""Months after the end of treatment at which no sign of disease says that it has stayed away."""
ELSEWHERE = Measure("time_to_response", None, "=")
"""The response is told in another clause than the time, which may still measure something else."""


def response(length: Length) -> Measure | None:
    """Time to a response, how long it lasted, or how long the drug before it was given."""
    response = length.nearest
    if response is None or response.kind != "response":
        return None
    of_no_course = length.origin is not None and length.origin.draft is None
    if of_no_course and not _is_after(length, response) and says("break between clauses", length.between(response)):
        return None
    if response.value in BETTER and length.fact.gap and says("counts from the response", length.between(response)) and not _is_after(length, response):
        return _since_response(length, response)
    found = next((found for rule in RESPONSE_RULES if (found := rule(length, response)) is not None), NOTHING)
    return None if found is ELSEWHERE else found


def _since_response(length: Length, response: EventFact) -> Measure:
    """"18 months after the complete response there was no recurrence", "… the tumour recurred": how long it lasted."""
    if length.progression is not None:
        return length.of_response(response, length.fact.comparator)
    return length.of_response(response, length.at_least) if length.freedom is not None or says("still so", length.words) else NOTHING


def _at_follow_up(length: Length, response: EventFact) -> Measure | None:
    """"A complete response at three months of follow-up"."""
    followed = says("follow-up", length.after[:25]) or says("period of follow-up", length.after) or says("follow-up of", length.before)
    return length.of_response(response, length.at_least) if followed else None


def _still_so(length: Length, response: EventFact) -> Measure | None:
    """"Remains in complete response after two years"."""
    if response.span.start >= length.span.end and says("of the state named next", length.between(response)):
        return None
    sentence = length.sentence
    opened = 20 if says("opened in brackets", sentence.words_before(response.span)) else 0
    around = sentence.text[max(sentence.start, response.span.start - 30 - opened) : min(sentence.end, response.span.end + 25)]
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
    told_before = response.span.end <= length.span.start - len(length.clause)
    if length.of_a_later_drug(response) or (told_before and says("follow-up", length.clause)):
        return ELSEWHERE
    beside = says("nothing between", gap) and not length.is_point
    lasts = _is_after(length, response) and says("lasting", length.before[-50:]) and not length.at_a_point
    ahead = response.span.start >= length.span.end
    of_it = ahead and (says("of the state named next", gap) if length.is_point else says("of such a response", gap))
    if response.value == "no_response":
        return length.on_treatment(length.course_of(response)) if lasts else None
    going_on = lasts and says("until now", length.clause)
    return length.of_response(response, length.at_least if going_on else length.fact.comparator) if beside or lasts or of_it else None


def _time_to(length: Length, response: EventFact) -> Measure | None:
    """"A response after three months"."""
    if not length.is_point and not length.of_treatment:
        return None
    if response.value == "progressive_disease":
        progressed = length.draft_before if length.bracketed else None
        return Measure("pfs", progressed or length.sentence.of_progression(response.span), length.fact.comparator)
    course, between = length.course_of(response), length.between(response)
    if length.of_treatment and course is not None and course.modality == "surgery":
        course = length.sentence.after_within(length.span, 80) or course
    if length.of_treatment and (says("to treatment of that length", length.before) or says("stretch of time", length.before)):
        return length.on_treatment(course)
    if response.value not in BETTER:
        still = response.value == "stable_disease" and says("until now", length.words)
        return length.on_treatment(course) if length.of_treatment else Measure("pfs", course, length.at_least) if still else NOTHING
    grafted = length.origin.draft if length.origin is not None else None
    of_graft = grafted is not None and grafted.modality == "transplant" and response.value == "complete_response"
    if of_graft and not says("came about", length.sentence.words_before(response.span)[-40:]):
        return Measure("response", grafted, length.at_least)
    ended = says("after completion", length.after) or says("counts from an end", length.after)
    if ended and response.weak == "evidence" and length.fact.months >= SURELY_AFTER:
        return length.of_response(response, length.at_least)
    if says("another clause" if _is_after(length, response) else "another thought", between):
        return length.on_treatment(length.draft_in_effect) if length.of_treatment and not ended else ELSEWHERE
    if says("tumour marker or symptom", length.clause) and says("another clause", between):
        return NOTHING
    if not _is_after(length, response) and says("lost it", between):
        return Measure("pfs", course, length.fact.comparator)
    if says("after completion", length.after) or (length.origin is not None and length.origin.draft is not course):
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
