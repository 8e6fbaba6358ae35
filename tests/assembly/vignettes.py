"""Patients, tumours and courses of treatment as the tests write them down: whole lists are compared, and nothing but what is given is there."""

from __future__ import annotations

from dataclasses import dataclass

from caseextract.pipeline import extract
from caseextract.schema import Case, Diagnosis, Treatment


@dataclass(frozen=True)
class Course:
    """`agents` joined by "+", or the modality of a course without; `durations` as "pfs > 24"."""

    agents: str
    line: int | None = None
    rule: str | None = None
    setting: str | None = None
    phase: str | None = None
    response: str | None = None
    progressed: bool | None = None
    durations: tuple[str, ...] = ()
    stated: int | None = None


def courses(text: str) -> list[Course]:
    """The courses of the only patient of a text."""
    (case,) = extract(text).cases
    return [course_of(treatment) for treatment in case.treatments]


def course_of(treatment: Treatment) -> Course:
    return Course(
        "+".join(agent.name for agent in treatment.agents) or treatment.modality,
        line=treatment.line.inferred,
        rule=treatment.line.rule,
        setting=treatment.setting.value if treatment.setting else None,
        phase=treatment.phase.value if treatment.phase else None,
        response=treatment.best_response.value if treatment.best_response else None,
        progressed=treatment.progressed.value if treatment.progressed else None,
        durations=tuple(f"{d.kind} {d.comparator} {d.months:g}" for d in treatment.durations),
        stated=treatment.line.stated,
    )


def first(agents: str, **more: object) -> Course:
    """A first-line course of advanced disease."""
    return Course(agents, 1, "first", "advanced", **more)  # type: ignore[arg-type]


def after_progression(agents: str, line: int, **more: object) -> Course:
    """A later course of advanced disease, begun after progression."""
    return Course(agents, line, "next-after-progression", "advanced", **more)  # type: ignore[arg-type]


def after_change(agents: str, line: int, **more: object) -> Course:
    """A later course of advanced disease, begun without progression."""
    return Course(agents, line, "next-after-change", "advanced", **more)  # type: ignore[arg-type]


def planned(agents: str, line: int, **more: object) -> Course:
    """A course of advanced disease that keeps the line."""
    return Course(agents, line, "same-planned-step", "advanced", **more)  # type: ignore[arg-type]


def told(text: str) -> list[str]:
    """The courses of the only patient of a text, by their drugs; others than those of drugs alone with their modality."""
    (case,) = extract(text).cases
    return [_name_of(treatment) for treatment in case.treatments]


def _name_of(treatment: Treatment) -> str:
    drugs = "+".join(sorted(agent.name for agent in treatment.agents))
    return drugs if treatment.modality == "systemic" else f"{treatment.modality} {drugs}".strip()


def diagnoses(text: str) -> tuple[Diagnosis, ...]:
    """The diagnoses of all patients of a text."""
    return tuple(diagnosis for case in extract(text).cases for diagnosis in case.diagnoses)


def named(text: str) -> set[tuple[str, str | None, str]]:
    """The tumours of a text by name, OncoTree code and role."""
    return {(d.histology.name, d.histology.codes.get("oncotree"), d.role) for d in diagnoses(text)}


def coded(text: str) -> set[tuple[str | None, str]]:
    """The tumours of a text by OncoTree code and role."""
    return {(d.histology.codes.get("oncotree"), d.role) for d in diagnoses(text)}


def cases(text: str) -> tuple[Case, ...]:
    """The cases of a text."""
    return extract(text).cases


def drawn(case: Case) -> tuple[str | None, float | None, str | None, list[list[str]]]:
    """Label, age, sex, and the agents of the courses."""
    patient = case.patient
    return (
        patient.label,
        patient.age_years.value if patient.age_years else None,
        patient.sex.value if patient.sex else None,
        [[agent.name for agent in course.agents] for course in case.treatments],
    )
