"""A record as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from caseextract.schema import (
    Alteration,
    ArticleRecord,
    Biomarker,
    Case,
    Diagnosis,
    Duration,
    Excluded,
    Outcome,
    Patient,
    Treatment,
)

REASONS = {
    "literature": "said of other patients or the literature",
    "other_patient": "said of another patient",
    "family": "said of the family",
    "negated": "denied",
    "hypothetical": "only considered",
    "planned": "only planned",
    "refused": "refused",
    "history": "history",
    "uncertain": "uncertain",
}
SHOWN = 6
"""How many of the things kept out for one reason are listed."""


def summary_of(record: ArticleRecord) -> Iterator[RenderableType]:
    """Title, then each patient, then what was kept out and why."""
    title = record.article.title.value if record.article.title else record.source.name or "report"
    yield Text(title, style="bold")
    about = [str(value.value) for value in (record.article.journal, record.article.year, record.article.doi) if value]
    if about:
        yield Text(" · ".join(about), style="dim")
    if not record.cases:
        yield Text(f"No case: {record.no_case_reason or 'no patient with a tumour is described'}.", style="yellow")
    for number, case in enumerate(record.cases, 1):
        yield from _case(case, f"Patient {number}" if len(record.cases) > 1 else "Patient")
    if record.excluded:
        yield Text("\nKept out", style="bold cyan")
        yield from _kept_out(record.excluded)


def _case(case: Case, heading: str) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold cyan", no_wrap=True)
    table.add_column()
    table.add_row(heading, escape(_patient(case.patient)))
    for diagnosis in case.diagnoses:
        table.add_row("Diagnosis" if diagnosis.role == "index" else "Other tumour", escape(_diagnosis(diagnosis)))
    for status in ("present", "absent"):
        found = [_alteration(one) for one in case.alterations if one.status == status]
        if found:
            table.add_row("Alterations" if status == "present" else "Not altered", escape(", ".join(found)))
    if case.biomarkers:
        table.add_row("Biomarkers", escape(", ".join(map(_biomarker, case.biomarkers))))
    outcome = _outcome(case.outcome)
    if outcome:
        table.add_row("Outcome", escape(outcome))
    for conflict in case.conflicts:
        table.add_row("Conflict", escape(f"{conflict.field}: {' / '.join(conflict.values)}"))
    yield Padding(table, (1, 0, 0, 0))
    if case.treatments:
        yield _courses(case.treatments)


def _patient(patient: Patient) -> str:
    age = f"{patient.age_years.value:g} years" if patient.age_years else ""
    parts = [patient.label or "", patient.sex.value if patient.sex else "", age]
    return ", ".join(part for part in parts if part) or "age and sex not stated"


def _diagnosis(diagnosis: Diagnosis) -> str:
    codes = [f"OncoTree {code}" if system == "oncotree" else f"NCIt {code}" for system, code in diagnosis.histology.codes.items()]
    parts = [
        diagnosis.histology.name + (f" [{', '.join(codes)}]" if codes else " [no code]"),
        diagnosis.primary_site.value if diagnosis.primary_site else "",
        *(f"{stage.system} {stage.value}" for stage in diagnosis.stages),
        diagnosis.extent.value.replace("_", " ") if diagnosis.extent else "",
    ]
    return ", ".join(part for part in parts if part)


def _alteration(alteration: Alteration) -> str:
    variant = f" {alteration.variant}" if alteration.variant else ""
    kind = "" if alteration.type == "mutation" and variant else f" {alteration.type.replace('_', ' ')}"
    origin = f" ({alteration.origin})" if alteration.origin else ""
    return f"{alteration.gene}{variant}{kind}{origin}"


def _biomarker(biomarker: Biomarker) -> str:
    return f"{biomarker.name} {biomarker.status}" + (f" ({biomarker.value})" if biomarker.value else "")


def _outcome(outcome: Outcome) -> str:
    survival, follow_up = outcome.overall_survival_months, outcome.follow_up_months
    parts = [
        outcome.vital_status.value if outcome.vital_status else "",
        f"overall survival {survival:g} months" if survival is not None else "",
        f"followed for {follow_up:g} months" if follow_up is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _courses(treatments: Sequence[Treatment]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", expand=False)
    for column in ("", "Course", "Line", "Setting", "Best response", "Then", "Durations"):
        table.add_column(column, justify="right" if column == "" else "left")
    for number, treatment in enumerate(treatments, 1):
        table.add_row(
            str(number),
            escape(_course(treatment)),
            _line(treatment),
            "\n".join(value.value for value in (treatment.setting, treatment.phase) if value),
            treatment.best_response.value.replace("_", " ") if treatment.best_response else "",
            {True: "progressed", False: "no progression", None: ""}[treatment.progressed.value if treatment.progressed else None],
            "\n".join(map(_duration, treatment.durations)),
        )
    return table


def _course(treatment: Treatment) -> str:
    agents = " + ".join(agent.name for agent in treatment.agents)
    optional = f" (with {', '.join(agent.name for agent in treatment.optional_agents)})" if treatment.optional_agents else ""
    cycles = f", {treatment.cycles.value} cycles" if treatment.cycles else ""
    modality = "" if treatment.modality == "systemic" else treatment.modality
    return ": ".join(part for part in (modality, agents + optional) if part) + cycles


def _line(treatment: Treatment) -> str:
    """The line as stated; in brackets where it was inferred."""
    if treatment.line.stated is not None:
        return str(treatment.line.stated)
    return f"({treatment.line.inferred})" if treatment.line.inferred is not None else ""


def _duration(duration: Duration) -> str:
    sign = "" if duration.comparator == "=" else f"{duration.comparator} "
    return f"{duration.kind.replace('_', ' ')} {sign}{duration.months:g} mo"


def _kept_out(excluded: Sequence[Excluded]) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(style="dim")
    for reason, group in groupby(sorted(excluded, key=lambda one: list(REASONS).index(one.reason)), key=lambda one: one.reason):
        distinct = {(one.kind, one.evidence.quote.casefold()): one for one in group}
        shown = [_excluded(one) for one in list(distinct.values())[:SHOWN]]
        more = [f"and {len(distinct) - SHOWN} more"] if len(distinct) > SHOWN else []
        table.add_row(REASONS[reason], escape("; ".join([*shown, *more])))
    yield table


def _excluded(one: Excluded) -> str:
    quote = " ".join(one.evidence.quote.split())
    cue = f" (“{' '.join(one.cue.split())}”)" if one.cue and one.cue.casefold() not in quote.casefold() else ""
    return quote + cue
