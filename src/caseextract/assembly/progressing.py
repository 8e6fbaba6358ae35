"""Whether the disease progressed after a course: what is told of it, what a length of time implies, how the story ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from caseextract.assembly.draft import Draft
from caseextract.schema.fact import Span

GOOD = ("complete_response", "pathologic_complete_response", "partial_response", "response")
HELD = (*GOOD, "stable_disease")
FAILED = ("no_response", "progressive_disease")
FEW = 3
"""Places that are quoted."""

Ending = Literal["alive", "dead", "dead of the disease", "dead of something else"]


@dataclass(frozen=True, slots=True)
class Course:
    """A course with what the record says of it, among the others of the story."""

    draft: Draft
    response: str | None
    response_at: Sequence[Span]
    following: Draft | None
    """The course after it."""
    relapse_follows: bool
    """Whether a later course ends in progression or relapse."""
    goes_on: bool
    """Whether its response is told as one that goes on."""
    ending: Ending | None
    """How the story ends."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Whether the disease progressed, the words that say so, and the rule where they only imply it."""

    value: bool
    at: Sequence[Span]
    rule: str | None = None


def ends_in_relapse(draft: Draft) -> bool:
    """Whether a progression or relapse is told after the course, or the time until it, or it was given for one."""
    return bool(draft.progressions) or draft.setting == "advanced" or any(m.kind == "pfs" and m.comparator != ">" for m in draft.durations)


def progress_of(course: Course) -> Progress | None:
    """The first of the answers; None where nothing is told."""
    return next(_answers(course), None)


def _answers(course: Course) -> Iterator[Progress]:
    draft = course.draft
    if draft.progressions:
        yield Progress(True, [event.span for event in draft.progressions[:FEW]])
    if draft.freedoms:
        yield Progress(False, [event.span for event in draft.freedoms[:FEW]])
    measured = ("response", "pfs", "on_treatment") if draft.responses else ("response", "pfs")
    lasting = [m.fact.span for m in draft.durations if m.kind in measured and m.comparator == ">"]
    if lasting:
        yield Progress(False, lasting, "ongoing at last follow-up")
    ended = [m.fact.span for m in draft.durations if m.kind == "pfs" and m.comparator != ">"]
    if ended and (course.following is not None or course.ending != "alive"):
        yield Progress(True, ended, "the time until it is told")
    over = [m.fact.span for m in draft.durations if m.kind == "response" and m.comparator != ">"]
    if over and course.following is not None and course.following.is_drug and not course.following.phase:
        yield Progress(True, over, "a response that came to its end")
    if course.following is None:
        yield from _at_the_end(course)
    elif course.following.modality == "surgery" and draft.is_drug and course.response in GOOD:
        yield Progress(False, course.response_at, "operated on in response")
    elif course.following.modality == "surgery" and draft.setting == "neoadjuvant" and course.response not in FAILED and not course.relapse_follows:
        yield Progress(False, course.response_at or [draft.first.span], "operated on as planned")


def _at_the_end(course: Course) -> Iterator[Progress]:
    """The last course: whether the patient lived on with the response, or died."""
    draft, response = course.draft, course.response
    if draft.modality == "surgery":
        return
    if course.goes_on and response in HELD:
        yield Progress(False, course.response_at, "response that goes on")
    if course.ending == "alive" and response in HELD:
        yield Progress(False, course.response_at, "alive without progression told")
    if course.ending == "dead" and response in HELD:
        yield Progress(True, course.response_at, "died with no later treatment")
    if course.ending == "dead" and response in FAILED:
        yield Progress(True, course.response_at, "died without a response")
    if course.ending == "dead of the disease":
        yield Progress(True, course.response_at or [draft.first.span], "died of the disease")
