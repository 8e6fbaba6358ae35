"""Which values of a record are right, each for itself: what a confidence promises is measured on these.

The rules are those of `comparison`, asked the other way round: not how much of a field was found, but whether this value
is right. A value that a key neither demands nor punishes gets no verdict. Beyond the compared fields, phase and cycles
must be equal, survival and follow-up within 5 per cent, and a non-drug treatment must have its like in the key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caseextract.evaluation.answer import Answer, Case, Course, End, Length
from caseextract.evaluation.comparison import (
    GENOMIC,
    SAME_CLASS,
    WITH_DRUGS,
    WITH_SETTING,
    as_long,
    cases_alike,
    courses_alike,
    extent_of,
    genes,
    markers,
    tumours_alike,
)
from caseextract.evaluation.pairing import pair
from caseextract.evaluation.wording import agents, optional, stage

Place = tuple[str | int, ...]
"""The way to a value inside a record: ("cases", 0, "treatments", 2, "best_response")."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the value of a `field` at a `place` is right."""

    field: str
    place: Place
    right: bool


def verdicts(key: Answer, said: Answer) -> Iterator[Verdict]:
    """A verdict for every value that can be judged, in the order of the record."""
    answered = {id(other): one for one, other in pair(key.cases, said.cases, cases_alike).pairs}
    for number, case in enumerate(said.cases):
        for one in _case(answered.get(id(case), Case()), case):
            yield Verdict(one.field, ("cases", number, *one.place), one.right)


def _case(key: Case, said: Case) -> Iterator[Verdict]:
    yield from _equal("age", ("patient", "age_years"), key.patient.age_years, said.patient.age_years)
    yield from _equal("sex", ("patient", "sex"), key.patient.sex, said.patient.sex)
    yield from _diagnoses(key, said)
    yield from _alterations(key, said)
    yield from _treatments(key, said)
    yield from _outcome(key.outcome, said.outcome)


def _equal(field: str, place: Place, key: object, said: object) -> Iterator[Verdict]:
    if said is not None:
        yield Verdict(field, place, key == said)


def _diagnoses(key: Case, said: Case) -> Iterator[Verdict]:
    answered = {id(other): one for one, other in pair(key.diagnoses, said.diagnoses, tumours_alike).pairs}
    index = {stage(one) for tumour in key.diagnoses if tumour.role == "index" for one in tumour.stages}
    past = {stage(one) for tumour in key.diagnoses if tumour.role == "other" for one in tumour.stages}
    extent = next((i for i, one in enumerate(said.diagnoses) if one.role == "index" and one.extent), None)
    for number, tumour in enumerate(said.diagnoses):
        place = ("diagnoses", number)
        one = answered.get(id(tumour))
        if tumour.role == "index" and (one is None or one.role == "index"):
            yield Verdict("histology", (*place, "histology"), one is not None)
        for position, stated in enumerate(tumour.stages):
            if stage(stated) in index or stage(stated) not in past:
                yield Verdict("stage", (*place, "stages", position), stage(stated) in index)
        if number == extent:
            yield Verdict("extent", (*place, "extent"), tumour.extent == extent_of(key))


def _alterations(key: Case, said: Case) -> Iterator[Verdict]:
    demanded, allowed = genes(key, genomic=True), genes(key)
    for number, one in enumerate(said.alterations):
        right = (one.gene, one.status) in (demanded if one.type in GENOMIC else allowed)
        if right or one.type not in GENOMIC or (one.gene, one.status) not in allowed:
            yield Verdict("alteration", ("alterations", number), right)
    amplified = {"positive" if one.status == "present" else "negative" for one in key.alterations if one.gene == "ERBB2"}
    for number, marker in enumerate(said.biomarkers):
        right = (marker.name, marker.status) in markers(key)
        if right or marker.name != "HER2" or marker.status not in amplified:
            yield Verdict("biomarker", ("biomarkers", number), right)


def _treatments(key: Case, said: Case) -> Iterator[Verdict]:
    surgery = sum(one.modality == "surgery" for one in key.treatments)
    keys = [one for one in key.treatments if one.modality != "surgery"]
    courses = [one for one in said.treatments if one.modality != "surgery"]
    answered = {id(other): one for one, other in pair(keys, courses, courses_alike).pairs}
    for number, course in enumerate(said.treatments):
        if course.modality == "surgery":
            surgery -= 1
            yield Verdict("course", ("treatments", number), surgery >= 0)
            continue
        for one in _course(answered.get(id(course)), course, key.outcome):
            yield Verdict(one.field, ("treatments", number, *one.place), one.right)


def _course(key: Course | None, said: Course, outcome: End) -> Iterator[Verdict]:
    yield Verdict("course", (), key is not None and _same_agents(key, said))
    wanted = key or Course(modality=said.modality)
    yield from _equal("line", ("line",), wanted.line.number, said.line.number)
    if said.modality in WITH_SETTING:
        yield from _equal("setting", ("setting",), wanted.setting, said.setting)
    yield from _equal("phase", ("phase",), wanted.phase, said.phase)
    yield from _equal("cycles", ("cycles",), wanted.cycles, said.cycles)
    defended = said.best_response in wanted.accept_response
    if said.best_response is not None and not (defended and wanted.best_response is None):
        yield Verdict("response", ("best_response",), defended or said.best_response == wanted.best_response)
    yield from _equal("progressed", ("progressed",), wanted.progressed, said.progressed)
    yield from _durations(wanted, said, outcome)


def _same_agents(key: Course, said: Course) -> bool:
    spared = optional(key)
    same = agents(key) - spared == agents(said) - spared or courses_alike(key, said) == SAME_CLASS
    return same if said.modality in WITH_DRUGS else key.modality == said.modality


def _durations(key: Course, said: Course, outcome: End) -> Iterator[Verdict]:
    found: dict[int, Length] = {}
    for one in key.durations:
        near = [i for i, other in enumerate(said.durations) if i not in found and as_long(other, one.months)]
        if near:
            found[min(near, key=lambda i: said.durations[i].kind != one.kind)] = one
    known = [one.months for one in key.durations] + [outcome.overall_survival_months, outcome.follow_up_months]
    for number, other in enumerate(said.durations):
        if number in found or not any(as_long(other, months) for months in known if months):
            yield Verdict("duration", ("durations", number), number in found)


def _outcome(key: End, said: End) -> Iterator[Verdict]:
    yield from _equal("vital_status", ("outcome", "vital_status"), key.vital_status, said.vital_status)
    for name in ("overall_survival", "follow_up"):
        months = getattr(said, f"{name}_months")
        if months is not None:
            yield Verdict(name, ("outcome", name), as_long(Length(months=months), getattr(key, f"{name}_months")))
