"""Which values of a record a curator decides on, where they stand in it, and what can be typed for them."""

from __future__ import annotations

from dataclasses import dataclass

from caseextract.schema import Alteration, BestResponse, Biomarker, Diagnosis, Duration, Line, Stage, Treatment, Value
from caseextract.schema.diagnosis import Extent
from caseextract.schema.outcome import VitalStatus
from caseextract.schema.patient import Sex
from caseextract.schema.source import Frozen
from caseextract.schema.treatment import Phase, Setting

Tree = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One kind of value.

    `level` is what it belongs to: "article", "case", or the name of another field (a stage belongs to a diagnosis).
    `path` is its place there; `many` says that a list stands at that place. `told_apart_by` names what makes two of a
    list different things rather than two readings of one. `inputs` are the parts that a curator types.
    """

    name: str
    title: str
    level: str
    path: tuple[str, ...]
    model: type[Frozen]
    inputs: tuple[str, ...] = ("value",)
    many: bool = False
    told_apart_by: tuple[str, ...] = ()
    group: str = "Article"


def _article(name: str, title: str, model: type[Frozen] = Value[str]) -> Field:
    return Field(name=name, title=title, level="article", path=(name,), model=model)


FIELDS: tuple[Field, ...] = (
    _article("title", "Title"),
    _article("doi", "DOI"),
    _article("pmid", "PubMed"),
    _article("pmcid", "PubMed Central"),
    _article("journal", "Journal"),
    _article("year", "Year", Value[int]),
    _article("licence", "Licence"),
    _article("publication_status", "Publication status"),
    Field(
        name="age_years",
        title="Age (years)",
        level="case",
        path=("patient", "age_years"),
        model=Value[float],
        group="Patient",
    ),
    Field(name="sex", title="Sex", level="case", path=("patient", "sex"), model=Value[Sex], group="Patient"),
    Field(
        name="diagnosis",
        title="Diagnosis",
        level="case",
        path=("diagnoses",),
        model=Diagnosis,
        many=True,
        inputs=("histology.name", "histology.codes.oncotree", "role"),
        told_apart_by=("histology.name",),
        group="Diagnoses",
    ),
    Field(
        name="primary_site",
        title="Primary site",
        level="diagnosis",
        path=("primary_site",),
        model=Value[str],
        group="Diagnoses",
    ),
    Field(
        name="stage",
        title="Stage",
        level="diagnosis",
        path=("stages",),
        model=Stage,
        many=True,
        inputs=("system", "value", "basis"),
        told_apart_by=("system",),
        group="Diagnoses",
    ),
    Field(name="extent", title="Extent", level="diagnosis", path=("extent",), model=Value[Extent], group="Diagnoses"),
    Field(
        name="alteration",
        title="Alteration",
        level="case",
        path=("alterations",),
        model=Alteration,
        many=True,
        inputs=("gene", "type", "variant", "status", "origin", "method"),
        told_apart_by=("gene", "type"),
        group="Alterations",
    ),
    Field(
        name="biomarker",
        title="Biomarker",
        level="case",
        path=("biomarkers",),
        model=Biomarker,
        many=True,
        inputs=("name", "status", "value"),
        told_apart_by=("name",),
        group="Biomarkers",
    ),
    Field(
        name="course",
        title="Course",
        level="case",
        path=("treatments",),
        model=Treatment,
        many=True,
        inputs=("modality", "agents", "optional_agents", "regimen"),
        told_apart_by=("modality", "agents"),
        group="Courses of treatment",
    ),
    Field(
        name="line",
        title="Line",
        level="course",
        path=("line",),
        model=Line,
        inputs=("stated", "inferred"),
        group="Courses of treatment",
    ),
    Field(
        name="setting",
        title="Setting",
        level="course",
        path=("setting",),
        model=Value[Setting],
        group="Courses of treatment",
    ),
    Field(
        name="phase", title="Phase", level="course", path=("phase",), model=Value[Phase], group="Courses of treatment"
    ),
    Field(
        name="cycles", title="Cycles", level="course", path=("cycles",), model=Value[int], group="Courses of treatment"
    ),
    Field(
        name="best_response",
        title="Best response",
        level="course",
        path=("best_response",),
        model=BestResponse,
        inputs=("value", "criteria"),
        group="Courses of treatment",
    ),
    Field(
        name="progressed",
        title="Progressed",
        level="course",
        path=("progressed",),
        model=Value[bool],
        group="Courses of treatment",
    ),
    Field(
        name="duration",
        title="Duration",
        level="course",
        path=("durations",),
        model=Duration,
        many=True,
        inputs=("kind", "months", "comparator", "stated"),
        told_apart_by=("kind",),
        group="Courses of treatment",
    ),
    Field(
        name="vital_status",
        title="Vital status",
        level="case",
        path=("outcome", "vital_status"),
        model=Value[VitalStatus],
        group="Outcome",
    ),
    Field(
        name="overall_survival",
        title="Overall survival (months)",
        level="case",
        path=("outcome", "overall_survival"),
        model=Value[float],
        group="Outcome",
    ),
    Field(
        name="follow_up",
        title="Follow-up (months)",
        level="case",
        path=("outcome", "follow_up"),
        model=Value[float],
        group="Outcome",
    ),
)

BY_NAME = {field.name: field for field in FIELDS}


def fields_of(level: str) -> tuple[Field, ...]:
    """The fields that belong to an article, a case, or to another field."""
    return tuple(field for field in FIELDS if field.level == level)
