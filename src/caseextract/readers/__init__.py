"""File → Report: one module per format; the contents decide, not the suffix."""

from __future__ import annotations

from pathlib import Path

from caseextract.errors import EmptyReport, FileMissing, TooLarge
from caseextract.readers import text
from caseextract.schema import Report
from caseextract.settings import DEFAULT, Settings


def read(source: str | Path | bytes, *, name: str | None = None, settings: Settings = DEFAULT) -> Report:
    """Turn a path, a file's bytes, or plain text into a `Report`; raises `ReadError`."""
    if isinstance(source, str):
        return text.report_of(source, name=name)
    if isinstance(source, Path):
        name = name or source.name
        if not source.is_file():
            raise FileMissing(f"{source}: no such file")
        if source.stat().st_size > settings.max_bytes:
            raise TooLarge(f"{source}: larger than {settings.max_bytes} bytes; raise `max_bytes` to read it")
        source = source.read_bytes()
    if not source.strip():
        raise EmptyReport(f"{name or 'input'}: nothing to read")
    return text.read(source, name=name, settings=settings)
