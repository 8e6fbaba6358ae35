"""File → Report: one module per format; the contents decide, not the suffix."""

from __future__ import annotations

import os
from pathlib import Path

from caseextract.errors import DamagedFile, EmptyReport, FileMissing, TooLarge
from caseextract.readers import bioc, html, jats, pdf, text
from caseextract.readers.formats import format_of, format_of_text
from caseextract.schema import Report
from caseextract.settings import DEFAULT, Settings

_READERS = {"text": text.read, "html": html.read, "pdf": pdf.read, "jats": jats.read, "bioc": bioc.read}


def read(source: str | Path | bytes, *, name: str | None = None, settings: Settings = DEFAULT) -> Report:
    """Turn a path, a file's bytes, or text (also the text of an HTML or XML file) into a `Report`; raises `ReadError`."""
    if isinstance(source, str):
        if format_of_text(source) == "text":
            return text.report_of(source, name=name, settings=settings)
        source = source.encode("utf-8", "replace")
    elif isinstance(source, Path):
        name = name or source.name
        source = _contents(source, settings)
    if len(source) > settings.max_bytes:
        raise TooLarge(f"{name or 'input'}: larger than {settings.max_bytes} bytes; raise `max_bytes` to read it")
    if not source.strip(b" \t\r\n\x00"):
        raise EmptyReport(f"{name or 'input'}: nothing to read")
    return _READERS[format_of(source, name=name)](source, name=name, settings=settings)


def _contents(path: Path, settings: Settings) -> bytes:
    if not path.is_file():
        raise FileMissing(f"{path}: no such file; check the path")
    if path.stat().st_size > settings.max_bytes:
        raise TooLarge(f"{path}: larger than {settings.max_bytes} bytes; raise `max_bytes` to read it")
    try:
        return path.read_bytes()
    except OSError as error:
        raise DamagedFile(f"{path}: cannot be read ({os.strerror(error.errno or 0)}); check its permissions") from error
