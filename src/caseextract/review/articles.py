"""The records on the curator's desk: a run's folder, a folder of records, or one record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from caseextract.errors import FileMissing, ReadError, RecordError
from caseextract.readers import read
from caseextract.review.decisions import FILE
from caseextract.schema import ArticleRecord, Box, Report


class Articles:
    """Records by name (the file's, without `.json`); a file is read again when it has changed."""

    def __init__(self, place: Path, *, originals: Path | None = None) -> None:
        if not place.exists():
            raise FileMissing(f"{place}: no such file or folder")
        self.place = place
        self.originals = originals
        self._read: dict[str, tuple[float, ArticleRecord]] = {}
        self._reports: dict[str, Report] = {}
        self._files = dict(self._list())
        if not self._files:
            raise RecordError(f"{place}: no records in it; run `caseextract batch` or `caseextract extract` first")

    @property
    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted(self._files))

    @property
    def decisions_path(self) -> Path:
        """Where the decisions on these records are kept, unless the user says otherwise."""
        if self.place.is_dir():
            return self.place / FILE
        return self.place.with_suffix(".decisions.sqlite")

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def record(self, name: str) -> ArticleRecord:
        """One record; raises `RecordError` when the file is none."""
        path = self._files[name]
        changed = path.stat().st_mtime
        if name not in self._read or self._read[name][0] != changed:
            self._read[name] = (changed, read_record(path))
        return self._read[name][1]

    def original(self, name: str) -> Path | None:
        """The PDF that a record was made from, where it can be found."""
        source = self.record(name).source
        if source.format != "pdf":
            return None
        named = self._originals.get(source.name or "") or self._originals.get(f"{name}.pdf")
        return next((path for path in (self._sources.get(name), named) if path and path.is_file()), None)

    def boxes(self, name: str, start: int, end: int) -> tuple[Box, ...]:
        """Where characters stand on the pages of the PDF; empty where it is not there, or reads differently by now."""
        original = self.original(name)
        if original is None:
            return ()
        if name not in self._reports:
            try:
                self._reports[name] = read(original)
            except ReadError:
                return ()
        report = self._reports[name]
        same = report.text == self.record(name).source.text
        return report.layout.boxes(start, end) if same and report.layout else ()

    def _list(self) -> Iterator[tuple[str, Path]]:
        if self.place.is_file():
            yield self.place.stem, self.place
            return
        folder = self.place / "records" if (self.place / "records").is_dir() else self.place
        for path in sorted(folder.rglob("*.json")):
            yield "~".join(path.relative_to(folder).with_suffix("").parts), path

    @cached_property
    def _originals(self) -> dict[str, Path]:
        folder = self.originals or (self.place if self.place.is_dir() else self.place.parent)
        return {path.name: path for path in folder.rglob("*.pdf")}

    @cached_property
    def _sources(self) -> dict[str, Path]:
        """Where a batch read its articles from, by its ledger; archives' members have no place of their own."""
        ledger = self.place / "ledger.sqlite"
        if not ledger.is_file():
            return {}
        with closing(sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)) as base:
            return {record: Path(article) for record, article in base.execute("SELECT record, article FROM articles")}


def read_record(path: Path) -> ArticleRecord:
    """A record from its JSON file; raises `RecordError`."""
    try:
        return ArticleRecord.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        raise RecordError(f"{path}: not a record of this program: {str(error).splitlines()[0]}") from error
