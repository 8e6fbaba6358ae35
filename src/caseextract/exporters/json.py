"""JSON: one file a record, as published in the JSON Schema."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from caseextract.errors import RecordError
from caseextract.schema import ArticleRecord

SUFFIX = ".json"


def write(record: ArticleRecord, path: Path) -> None:
    """Write one record."""
    path.write_text(record.to_json() + "\n", encoding="utf-8")


def read(path: Path) -> ArticleRecord:
    """Read a record back; raises `RecordError` for what is none."""
    try:
        return ArticleRecord.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise RecordError(f"{path}: {error}") from error
