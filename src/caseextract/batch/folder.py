"""The folder of a run: records, tables, ledger, tracebacks; every file whole or absent."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from caseextract.batch import files
from caseextract.batch.ledger import FILE, Ledger
from caseextract.errors import BatchError
from caseextract.exporters import TABLE_FORMATS, jsonl
from caseextract.exporters.tables import TABLES, Row

log = logging.getLogger(__name__)


class RunFolder:
    """Paths in a run's folder, and what is made of the records at its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.records = path / "records"
        self.tables = path / "tables"
        self.tracebacks = path / "tracebacks"
        self.ledger = path / FILE

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (self.path, self.records, self.tables, self.tracebacks)

    def _clear(self) -> None:
        for folder in self._folders:
            files.clear(folder)

    def record(self, name: str) -> Path:
        """The file of a record."""
        return self.records / f"{name}.json"

    def prepare(self) -> None:
        """Make the folders, and clear what a killed run has left half written."""
        for folder in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
        self._clear()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep a second batch out of the folder; the lock goes with the process, however it ends."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / ".lock").open("w") as file:
            _lock(file, self.path)
            yield

    def keep_traceback(self, name: str, text: str) -> str | None:
        """Write a traceback, if there is one; returns its file's name inside the run's folder."""
        if not text:
            return None
        target = self.tracebacks / f"{name}.txt"
        files.write(target, text.encode("utf-8", "replace"))
        return f"{self.tracebacks.name}/{target.name}"

    def forget(self, name: str) -> None:
        """Remove the record and traceback of an article that has changed or failed."""
        self.record(name).unlink(missing_ok=True)
        (self.tracebacks / f"{name}.txt").unlink(missing_ok=True)

    def finish(self, ledger: Ledger) -> None:
        """Make `records.jsonl` and the tables from all that is done, in the order of the ledger."""
        with files.replacing(self.path / "records.jsonl") as path, path.open("wb") as file:
            for line in ledger.lines("done"):
                try:
                    file.write(jsonl.line_of(self.record(line.record).read_bytes()))
                except FileNotFoundError:
                    log.warning("%s: its record is gone; name its source again to have it done", line.article)
        spread = _spread(ledger, files.partial(self.path))
        for form in TABLE_FORMATS:
            if not form.available():
                log.info("no tables in %s: pip install 'caseextract[tables]'", form.SUFFIX)
                continue
            for table in TABLES:
                with files.replacing(self.tables / f"{table}{form.SUFFIX}") as path:
                    form.write_table(path, table, _rows_in(spread[table]))
        self._clear()


def _spread(ledger: Ledger, folder: Path) -> dict[str, Path]:
    """One file of JSON rows for each table: one pass over the ledger, one article in memory."""
    paths = {table: folder / table for table in TABLES}
    streams = {table: path.open("w", encoding="utf-8", errors="surrogatepass") for table, path in paths.items()}
    try:
        for text in ledger.flat_rows():
            for table, rows in json.loads(text).items():
                streams[table].writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    finally:
        for stream in streams.values():
            stream.close()
    return paths


def _rows_in(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", errors="surrogatepass") as stream:
        for line in stream:
            yield json.loads(line)


def _lock(file: IO[str], folder: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: no lock, as there are no local workers either
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BatchError(f"{folder}: another batch is writing into this folder") from error
