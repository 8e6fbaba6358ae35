"""A record as flat rows: one row a case, a diagnosis, an alteration, a course of treatment.

Every format of tables writes these columns; `article` and `case` (from 1) join the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caseextract.schema import Alteration, ArticleRecord, Case, Diagnosis, Duration, Evidence, Treatment, Value

Cell = str | int | float | bool | None
Row = list[Cell]

_JOINED = "; "
_KINDS = ("on_treatment", "response", "pfs", "os", "time_to_response")

TABLES: dict[str, dict[str, type]] = {
    "cases": {
        "article": str, "case": int, "source": str, "title": str, "doi": str, "pmid": str, "pmcid": str,
        "journal": str, "year": int, "label": str, "age_years": float, "sex": str, "diagnoses": int,
        "alterations": int, "biomarkers": str, "treatments": int, "conflicts": int, "vital_status": str,
        "overall_survival_months": float, "follow_up_months": float,
    },
    "diagnoses": {
        "article": str, "case": int, "diagnosis": int, "role": str, "histology": str, "oncotree": str, "ncit": str,
        "matched_by": str, "primary_site": str, "stages": str, "extent": str, "confidence": float, "section": str,
        "start": int, "end": int, "quote": str,
    },
    "alterations": {
        "article": str, "case": int, "gene": str, "hgnc_id": str, "type": str, "variant": str, "hgvs": str,
        "status": str, "origin": str, "method": str, "confidence": float, "section": str, "start": int, "end": int,
        "quote": str,
    },
    "treatments": {
        "article": str, "case": int, "course": int, "modality": str, "regimen": str, "agents": str,
        "agent_codes": str, "optional_agents": str, "line_stated": int, "line_inferred": int, "line_rule": str,
        "setting": str, "phase": str, "cycles": int, "best_response": str, "criteria": str, "progressed": bool,
        **{f"{kind}_months": float for kind in _KINDS}, "durations": str, "confidence": float, "section": str,
        "start": int, "end": int, "quote": str,
    },
}  # fmt: skip
"""Columns of each table, in order, with their types."""


def rows_of(record: ArticleRecord, *, article: str) -> dict[str, list[Row]]:
    """All rows of a record; `article` is the name that joins them."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for number, case in enumerate(record.cases, start=1):
        key: Row = [article, number]
        rows["cases"].append(key + _case(record, case))
        rows["diagnoses"] += [[*key, i, *_diagnosis(one)] for i, one in enumerate(case.diagnoses, start=1)]
        rows["alterations"] += [key + _alteration(one) for one in case.alterations]
        rows["treatments"] += [[*key, i, *_treatment(one)] for i, one in enumerate(case.treatments, start=1)]
    return rows


def facts_in(record: ArticleRecord) -> int:
    """How many diagnoses, stages, alterations, biomarkers, courses and durations a record states."""
    return sum(
        len(case.diagnoses)
        + sum(len(diagnosis.stages) for diagnosis in case.diagnoses)
        + len(case.alterations)
        + len(case.biomarkers)
        + len(case.treatments)
        + sum(len(course.durations) for course in case.treatments)
        for case in record.cases
    )


def named(records: Iterable[ArticleRecord]) -> Iterator[tuple[str, ArticleRecord]]:
    """Records with the names that join their rows: the source's name, else the start of its digest."""
    for record in records:
        yield record.source.name or record.source.sha256[:12], record


def _bare(value: Value[str] | Value[int] | Value[float] | Value[bool] | None) -> Cell:
    return value.value if value is not None else None


def _proof(evidence: tuple[Evidence, ...]) -> Row:
    if not evidence:
        return [None] * 4
    first = evidence[0]
    return [first.section, first.start, first.end, first.quote]


def _joined(words: Iterable[str]) -> str | None:
    return _JOINED.join(words) or None


def _case(record: ArticleRecord, case: Case) -> Row:
    about, patient, outcome = record.article, case.patient, case.outcome
    return [
        record.source.name,
        *map(_bare, (about.title, about.doi, about.pmid, about.pmcid, about.journal)),
        _bare(about.year),
        patient.label,
        _bare(patient.age_years),
        patient.sex.value if patient.sex else None,
        len(case.diagnoses),
        len(case.alterations),
        _joined(" ".join(filter(None, (one.name, one.status, one.value))) for one in case.biomarkers),
        len(case.treatments),
        len(case.conflicts),
        outcome.vital_status.value if outcome.vital_status else None,
        outcome.overall_survival_months,
        outcome.follow_up_months,
    ]


def _diagnosis(diagnosis: Diagnosis) -> Row:
    histology = diagnosis.histology
    return [
        diagnosis.role,
        histology.name,
        histology.codes.get("oncotree"),
        histology.codes.get("ncit"),
        histology.matched_by,
        _bare(diagnosis.primary_site),
        _joined(f"{stage.system} {stage.value}" for stage in diagnosis.stages),
        diagnosis.extent.value if diagnosis.extent else None,
        histology.confidence,
        *_proof(histology.evidence),
    ]


def _alteration(alteration: Alteration) -> Row:
    return [
        alteration.gene,
        alteration.hgnc_id,
        alteration.type,
        alteration.variant,
        alteration.hgvs,
        alteration.status,
        alteration.origin,
        alteration.method,
        alteration.confidence,
        *_proof(alteration.evidence),
    ]


def _treatment(course: Treatment) -> Row:
    best, line = course.best_response, course.line
    return [
        course.modality,
        course.regimen,
        _joined(agent.name for agent in course.agents),
        _joined(f"{vocabulary}:{code}" for agent in course.agents for vocabulary, code in sorted(agent.codes.items())),
        _joined(agent.name for agent in course.optional_agents),
        line.stated,
        line.inferred,
        line.rule,
        course.setting.value if course.setting else None,
        course.phase.value if course.phase else None,
        _bare(course.cycles),
        best.value if best else None,
        best.criteria if best else None,
        _bare(course.progressed),
        *(_longest(course.durations, kind) for kind in _KINDS),
        _joined(f"{one.kind} {one.comparator} {one.months:g}" for one in course.durations),
        course.confidence,
        *_proof(course.evidence),
    ]


def _longest(durations: tuple[Duration, ...], kind: str) -> float | None:
    return max((one.months for one in durations if one.kind == kind), default=None)
