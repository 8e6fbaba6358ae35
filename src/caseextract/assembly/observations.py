"""What can be seen of each value of a case that tells how far to trust it.

Features are words, so that a clinician can read the table of confidences: `told` is the number of places that say it,
`cue` how firm the words are, `by` whether the value is stated or which rule derived it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from caseextract.schema import Case, Diagnosis, Duration, Evidence, Line, Treatment, Value

Place = tuple[str | int, ...]
"""The way to a value inside a case: ("treatments", 2, "best_response")."""
CUES = ((0.85, "firm"), (0.75, "fair"), (0.65, "weak"))
"""What the facts and the assembly call their values before they are calibrated."""
KINDS = {"age_years": "age", "best_response": "response"}
"""Kinds that have another name than the record's field."""
WEAKEST = ("model", "fuzzy", "stem", "none", "abbreviation", "notation", "combination", "synonym", "label")
"""Ways in which a name was matched, the least certain first: a course is as certain as its least certain agent."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A value's kind and its features."""

    kind: str
    features: Mapping[str, str]


def observed(case: Case, *, series: bool) -> dict[Place, Observation]:
    """An observation for every value of a case that has a confidence."""
    about = {
        "series": "yes" if series else "no",
        "tumours": _count(len(case.diagnoses), 1),
        "courses": _count(len(case.treatments), 1, 3, 6),
    }
    found = (*_patient(case), *_diagnoses(case), *_alterations(case), *_treatments(case), *_outcome(case))
    return {place: Observation(kind, {**about, **features}) for place, kind, features in found}


Found = Iterator[tuple[Place, str, dict[str, str]]]


def _patient(case: Case) -> Found:
    for name in ("age_years", "sex"):
        yield from _value(KINDS.get(name, name), ("patient", name), getattr(case.patient, name))


def _outcome(case: Case) -> Found:
    timed = any(course.durations for course in case.treatments)
    for name in ("vital_status", "overall_survival", "follow_up"):
        yield from _value(name, ("outcome", name), getattr(case.outcome, name), durations="yes" if timed else "no")


def _value(kind: str, place: Place, value: Value[Any] | None, **more: str) -> Found:
    if value is not None:
        number = isinstance(value.value, int | float) and not isinstance(value.value, bool)
        word = "number" if number else str(value.value).lower()
        yield place, kind, {**more, "value": word, "by": _by(value.derived), **_words(value.evidence, value.confidence)}


def _diagnoses(case: Case) -> Found:
    for number, diagnosis in enumerate(case.diagnoses):
        place: Place = ("diagnoses", number)
        named = _histology(diagnosis, number)
        yield (*place, "histology"), "histology", named
        if diagnosis.primary_site is not None:
            yield (*place, "primary_site"), "histology", named  # said with the tumour, and as right as it
        for position, stage in enumerate(diagnosis.stages):
            features = {"system": stage.system, "stages": _count(len(diagnosis.stages), 1, 2)}
            yield (*place, "stages", position), "stage", {**features, **_words(stage.evidence, stage.confidence)}
        yield from _value("extent", (*place, "extent"), diagnosis.extent)


def _histology(diagnosis: Diagnosis, number: int) -> dict[str, str]:
    histology = diagnosis.histology
    return {
        "matched_by": histology.matched_by,
        "coded": "yes" if "oncotree" in histology.codes else "no",
        "place": "first" if number == 0 else "later",
        "role": diagnosis.role,
        **_words(histology.evidence, histology.confidence),
    }


def _alterations(case: Case) -> Found:
    listed = _count(len(case.alterations), 1, 5)
    for number, one in enumerate(case.alterations):
        features = {"type": one.type, "status": one.status, "variant": "named" if one.variant else "none", "listed": listed}
        yield ("alterations", number), "alteration", {**features, **_words(one.evidence, one.confidence)}
    for number, marker in enumerate(case.biomarkers):
        features = {"marker": marker.name, "status": marker.status, "value": "named" if marker.value else "none"}
        yield ("biomarkers", number), "biomarker", {**features, **_words(marker.evidence, marker.confidence)}


def _treatments(case: Case) -> Found:
    counted = "yes" if any(course.line.stated for course in case.treatments) else "no"
    for number, course in enumerate(case.treatments):
        place: Place = ("treatments", number)
        about = _course(course, number, case)
        yield place, "course", about
        if (line := _number(course.line)) is not None:
            features = {"by": course.line.rule or "not told", "line": _count(line, 1, 2), "counted": counted}
            yield (*place, "line"), "line" if course.line.stated is None else "line_stated", {**about, **features}
        for name in ("setting", "phase", "cycles", "best_response", "progressed"):
            for where, what, features in _value(KINDS.get(name, name), (*place, name), getattr(course, name)):
                yield where, what, {**about, **features}
        for position, duration in enumerate(course.durations):
            yield (*place, "durations", position), "duration", {**about, **_duration(duration, len(course.durations))}


def _course(course: Treatment, number: int, case: Case) -> dict[str, str]:
    names = {agent.name for agent in course.agents}
    earlier = [{agent.name for agent in one.agents} for one in case.treatments[:number]]
    only_classes = bool(names) and all(agent.is_class for agent in course.agents)
    weakest = min((agent.matched_by for agent in course.agents), key=WEAKEST.index, default="none")
    return {
        "modality": course.modality,
        "agents": "class" if only_classes else _count(len(names), 1, 2),
        "matched_by": weakest,
        "given": "said" if course.confidence >= CUES[0][0] else "implied",
        "mentions": _count(len(course.evidence), 1, 2),
        "position": "first" if number == 0 else "last" if number + 1 == len(case.treatments) else "between",
        "repeated": "yes" if names and names in earlier else "no",
        "overlaps": "yes" if any(names & other and names != other for other in earlier) else "no",
    }


def _duration(duration: Duration, beside: int) -> dict[str, str]:
    return {
        "measures": duration.kind,
        "comparator": duration.comparator,
        "by": _by(duration.derived),
        "length": "under 1 month" if duration.months < 1 else "under 1 year" if duration.months < 12 else "longer",
        "beside": _count(beside, 1, 2),
        **_words(duration.evidence, duration.confidence),
    }


def _number(line: Line) -> int | None:
    return line.inferred if line.stated is None else line.stated


def _words(evidence: tuple[Evidence, ...], confidence: float) -> dict[str, str]:
    cue = next((word for least, word in CUES if confidence >= least), "faint")
    return {"told": _count(len(evidence), 1, 2), "cue": cue}


def _by(derived: str | None) -> str:
    """How a value came about; arithmetic is one way, each named rule another."""
    if derived is None:
        return "stated"
    return "arithmetic" if any(sign.isdigit() for sign in derived) else derived


def _count(n: int, *bounds: int) -> str:
    """A number as the range that it is in: with bounds 1 and 3 "0", "1", "2-3" or "4+"."""
    low = 1
    for bound in bounds if n else ():
        if n <= bound:
            return str(bound) if low == bound else f"{low}-{bound}"
        low = bound + 1
    return f"{low}+" if n else "0"
