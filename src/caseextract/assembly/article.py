"""What the article says of itself, each value with the words of the text where they stand there."""

from __future__ import annotations

from typing import TypeVar

from caseextract.schema import Article, Evidence, Report, Value

T = TypeVar("T", str, int)


def assemble(report: Report) -> Article:
    """The article's own data from the report's metadata."""
    about = report.metadata
    return Article(
        title=_value(about.title, report),
        doi=_value(about.doi, report),
        pmid=_value(about.pmid, report),
        pmcid=_value(about.pmcid, report),
        journal=_value(about.journal, report),
        year=_value(about.year, report),
        authors=about.authors,
        licence=_value(about.licence, report),
        publication_status=_value(about.publication_status, report),
        keywords=about.keywords,
    )


def _value(value: T | None, report: Report) -> Value[T] | None:
    if value is None:
        return None
    found = report.text.find(str(value))
    evidence: tuple[Evidence, ...] = (report.evidence(found, found + len(str(value))),) if found >= 0 else ()
    return Value(value=value, evidence=evidence, confidence=0.95, derived=None if evidence else "the file's own metadata")
