"""The record of one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, Field, model_validator

from caseextract.schema.case import Case
from caseextract.schema.report import Format
from caseextract.schema.source import Evidence, Frozen, Value


class Article(Frozen):
    """What the article says of itself."""

    title: Value[str] | None = None
    doi: Value[str] | None = None
    pmid: Value[str] | None = None
    pmcid: Value[str] | None = None
    journal: Value[str] | None = None
    year: Value[int] | None = None
    authors: tuple[str, ...] = ()
    licence: Value[str] | None = None
    publication_status: Value[str] | None = None
    keywords: tuple[str, ...] = ()


class Source(Frozen):
    """The text that all offsets refer to, and where it came from."""

    name: str | None = None
    format: Format = "text"
    reader: str = "text"
    sha256: str
    text: str


class Provenance(Frozen):
    """Which versions made the record: program, knowledge (a digest of its files), schema, models."""

    program: str
    knowledge: str
    schema_version: str
    models: tuple[str, ...] = ()


class Excluded(Frozen):
    """What was seen and kept out, and why, so that a curator can look."""

    kind: str
    name: str
    reason: Literal[
        "literature", "other_patient", "family", "negated", "hypothetical", "planned", "refused", "history", "uncertain"
    ]
    cue: str | None = None
    evidence: Evidence


class ArticleRecord(Frozen):
    """Everything an article states; cannot be built when a quote differs from its slice of the text."""

    article: Article = Article()
    cases: tuple[Case, ...] = ()
    no_case_reason: str | None = Field(default=None)
    """Why `cases` is empty, where it is."""
    excluded: tuple[Excluded, ...] = ()
    source: Source
    provenance: Provenance

    @model_validator(mode="after")
    def _every_quote_is_its_slice(self) -> ArticleRecord:
        for evidence in evidence_of(self):
            if self.source.text[evidence.start : evidence.end] != evidence.quote:
                raise ValueError(f"quote {evidence.quote!r} does not stand at [{evidence.start}, {evidence.end})")
        return self

    def to_json(self, *, indent: int | None = 1) -> str:
        """The record as JSON; the same record gives the same bytes."""
        return self.model_dump_json(indent=indent)


def evidence_of(value: Any) -> Iterator[Evidence]:
    """Every piece of evidence inside a value, depth first, in the order of the fields."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel):
        for item in value.__dict__.values():
            if isinstance(item, BaseModel | tuple):
                yield from evidence_of(item)
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, BaseModel | tuple):
                yield from evidence_of(item)
