"""JSON Lines: one record a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from caseextract.errors import RecordError
from caseextract.schema import ArticleRecord

SUFFIX = ".jsonl"
_BREAK = re.compile(rb"\n *")


def write(records: Iterable[ArticleRecord], path: Path) -> None:
    """Write the records in their order, one in memory at a time."""
    with path.open("wb") as file:
        for record in records:
            file.write(line_of(record.to_json().encode()))


def line_of(record: bytes) -> bytes:
    """A record's JSON as one line; a JSON string never spans lines, so every line break is layout."""
    return _BREAK.sub(b"", record) + b"\n"


def read(path: Path) -> Iterator[ArticleRecord]:
    """The records of a file, one in memory at a time; raises `RecordError` naming the line."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield ArticleRecord.model_validate_json(line)
            except ValidationError as error:
                raise RecordError(f"{path}, line {number}: {error}") from error
