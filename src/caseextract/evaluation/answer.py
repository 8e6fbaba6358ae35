"""Keys and records in the one shape in which they can be compared.

A key is written by hand, with bare values (`"best_response": "stable_disease"`); a record carries proof beside each
value (`{"value": "stable_disease", "evidence": …}`). Both become an `Answer`; what is not compared is left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from caseextract.errors import RecordError

T = TypeVar("T")


def _bare(value: Any) -> Any:
    """The value without its proof: of an object its `value`, or its `name`."""
    if isinstance(value, dict):
        return value.get("value", value.get("name"))
    return value


def _listed(value: Any) -> Any:
    return () if value is None else [value] if isinstance(value, str) else value


Bare = Annotated[T | None, BeforeValidator(_bare)]
Names = Annotated[tuple[Annotated[str, BeforeValidator(_bare)], ...], BeforeValidator(_listed)]


class Part(BaseModel):
    """Unknown fields are left out: a record says more than a key."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class About(Part):
    """The article itself."""

    title: Bare[str] = None
    doi: Bare[str] = None
    year: Bare[int] = None


class Person(Part):
    """Age and sex."""

    age_years: Bare[float] = None
    sex: Bare[str] = None


class Histology(Part):
    """A tumour's names and codes: all that are right in a key, the one that was chosen in a record."""

    name: str | None = None
    accept: Names = ()
    oncotree: Names = ()
    codes: dict[str, str | None] = Field(default_factory=dict)

    @property
    def all_codes(self) -> frozenset[str]:
        """OncoTree codes."""
        own = self.codes.get("oncotree")
        return frozenset([own]) if own else frozenset(self.oncotree)


class Stage(Part):
    """A stage in its system."""

    system: str | None = None
    value: str = ""


class Tumour(Part):
    """A diagnosis."""

    histology: Histology = Histology()
    role: Literal["index", "other"] = "index"
    stages: tuple[Stage, ...] = ()
    extent: Bare[str] = None


class Alteration(Part):
    """A gene alteration."""

    gene: str | None = None
    type: str
    variant: str | None = None
    status: Bare[str] = None


class Marker(Part):
    """A biomarker."""

    name: str
    status: Bare[str] = None


class Line(Part):
    """Line of therapy."""

    stated: int | None = None
    inferred: int | None = None

    @property
    def number(self) -> int | None:
        """As stated, else as inferred."""
        return self.inferred if self.stated is None else self.stated


class Length(Part):
    """A duration."""

    kind: str | None = None
    months: float | None = None


class Course(Part):
    """A course of treatment; `accept_response` and `optional_agents` are a key's."""

    modality: str
    agents: Names = ()
    optional_agents: Names = ()
    line: Line = Line()
    setting: Bare[str] = None
    phase: Bare[str] = None
    cycles: Bare[float] = None
    best_response: Bare[str] = None
    accept_response: tuple[str | None, ...] = ()
    progressed: Bare[bool] = None
    durations: tuple[Length, ...] = ()


class End(Part):
    """How it went on."""

    vital_status: Bare[str] = None
    overall_survival_months: float | None = None
    follow_up_months: float | None = None


class Case(Part):
    """One patient."""

    patient: Person = Person()
    diagnoses: tuple[Tumour, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    biomarkers: tuple[Marker, ...] = ()
    treatments: tuple[Course, ...] = ()
    outcome: End = End()


class Answer(Part):
    """All patients of one article."""

    article: About = About()
    cases: tuple[Case, ...] = ()


def answer_of(content: Any, *, name: str) -> Answer:
    """A key's or record's JSON value as an answer; raises `RecordError` naming the place."""
    try:
        return Answer.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "top level"
        raise RecordError(f"{name}: {place}: {first['msg']}") from error


def load(path: Path) -> Answer:
    """An answer from a JSON file; raises `RecordError`."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise RecordError(f"{path}: {error}") from error
    return answer_of(content, name=str(path))
