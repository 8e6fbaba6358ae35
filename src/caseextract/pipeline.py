"""A report's way to a record, top to bottom; the only module that knows the order."""

from __future__ import annotations

import hashlib
from pathlib import Path

from caseextract import __version__, assembly, assertions, concepts, facts, language, mentions, sections
from caseextract.knowledge import knowledge_version
from caseextract.readers import read
from caseextract.schema import SCHEMA_VERSION, ArticleRecord, Provenance, Report, Source
from caseextract.settings import DEFAULT, Settings


def extract(source: str | Path | bytes, *, name: str | None = None, settings: Settings = DEFAULT) -> ArticleRecord:
    """Read a report (path, bytes, or text) and return its record.

    A `Path` is read as a file; `bytes` as a file's contents; a `str` is taken as the report's text itself.
    `name` is kept as the record's source name. Raises `ReadError` for what cannot be read.
    """
    return record_of(read(source, name=name, settings=settings), settings=settings)


def record_of(report: Report, *, settings: Settings = DEFAULT) -> ArticleRecord:
    """The record of a report that has been read."""
    prose = sections.assign(report, language.parse(report))
    models = mentions.models(settings)
    asserted = assertions.judge(mentions.find(prose, models), prose)
    linked = concepts.link(asserted, prose)
    found = facts.gather(linked, prose, report)
    cases, reason = assembly.cases_of(found, prose, report)
    return ArticleRecord(
        article=assembly.article_of(report),
        cases=cases,
        no_case_reason=reason,
        excluded=assembly.excluded_of(linked, prose, report),
        source=Source(
            name=report.name,
            format=report.format,
            reader=report.reader,
            sha256=hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
            text=report.text,
        ),
        provenance=Provenance(
            program=__version__,
            knowledge=knowledge_version(),
            schema_version=SCHEMA_VERSION,
            models=tuple(model.name for model in models),
        ),
    )
