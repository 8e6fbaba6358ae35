"""The ledger: one row an article, in SQLite, so that a batch can be killed at any moment and knows where it was.

Write-ahead logging: a row is either there or not, whatever happens to the process that writes it.
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from caseextract.batch import names
from caseextract.batch.sources import LEDGER
from caseextract.batch.tasks import Broken, Finished
from caseextract.errors import BatchError, ReadError
from caseextract.schema import Provenance

State = Literal["pending", "done", "failed", "duplicate"]
FILE = LEDGER
FORMAT = 1

_TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    number        INTEGER PRIMARY KEY,
    article       TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    record        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    sha256        TEXT,
    state         TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'duplicate')),
    duplicate_of  INTEGER REFERENCES articles (number),
    program       TEXT,
    knowledge     TEXT,
    models        TEXT,
    seconds       REAL,
    memory        INTEGER,
    reader        TEXT,
    cases         INTEGER,
    facts         INTEGER,
    error         TEXT,
    kind          TEXT,
    message       TEXT,
    stage         TEXT,
    traceback     TEXT
);
CREATE INDEX IF NOT EXISTS by_content ON articles (sha256);
CREATE TABLE IF NOT EXISTS flat_rows (number INTEGER PRIMARY KEY REFERENCES articles (number), rows TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY, engine TEXT, started REAL NOT NULL, ended REAL, articles INTEGER NOT NULL DEFAULT 0
);
"""
_OUTCOME = (
    "program", "knowledge", "models", "seconds", "memory", "reader", "cases", "facts",
    "error", "kind", "message", "stage", "traceback",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """What the ledger says of one article."""

    number: int
    article: str
    name: str
    record: str
    sha256: str | None
    state: State
    program: str | None = None
    knowledge: str | None = None
    models: str | None = None
    seconds: float | None = None
    memory: int | None = None
    reader: str | None = None
    cases: int | None = None
    facts: int | None = None
    error: str | None = None
    kind: str | None = None
    message: str | None = None
    stage: str | None = None
    traceback: str | None = None


_COLUMNS = ", ".join(Line.__dataclass_fields__)


@dataclass(frozen=True)
class Run:
    """One call of the batch: when it worked, and how many articles it brought to an end."""

    engine: str
    started: float
    ended: float | None
    articles: int


class Ledger:
    """An open ledger; everything it says it has written survives the death of the process."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        if read_only and not path.is_file():
            raise BatchError(f"{path.parent}: no ledger here, so no batch has run into this folder")
        self.path = path
        self._database = sqlite3.connect(path, isolation_level=None)
        if not read_only:
            try:
                self._prepare()
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self) -> None:
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        (found,) = self._database.execute("PRAGMA user_version").fetchone()
        if found not in (0, FORMAT):
            raise BatchError(f"{self.path}: made by another version (format {found}, not {FORMAT}); use a new folder")
        self._database.executescript(_TABLES)
        self._database.execute(f"PRAGMA user_version = {FORMAT}")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All changes inside become durable at once, or none of them."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    # --- what is to be done -------------------------------------------------------------------------------------

    def enrol(
        self,
        article: str,
        *,
        name: str,
        stem: str,
        sha256: str,
        versions: Provenance,
        retry_failed: bool = False,
        kept: Callable[[str], bool] = lambda record: True,
    ) -> str | None:
        """Note that an article exists, and whether it is to be done; returns its record's name if its content changed.

        It is to be done if it is new or changed, was done by other versions, failed and is tried again, or if its
        record is not `kept` any more.
        """
        known = self.line(article)
        if known and known.sha256 == sha256:
            lost = known.state == "done" and not kept(known.record)
            if lost or _again(known, versions, retry_failed):
                self._database.execute("UPDATE articles SET state = 'pending' WHERE number = ?", (known.number,))
            return None
        original = self._original(sha256, other_than=article)
        state: State = "duplicate" if original else "pending"
        if known is None:
            self._insert(article, name, stem, sha256, state, original)
            return None
        self._settle(known.number, state, sha256=sha256, duplicate_of=original)
        return known.record

    def enrol_unreadable(self, article: str, *, name: str, stem: str, error: ReadError) -> str | None:
        """Note that an article exists whose content cannot be had; returns its record's name if it once could."""
        known = self.line(article)
        number = known.number if known else self._insert(article, name, stem, None, "failed", None)
        self._settle(
            number,
            "failed",
            sha256=None,
            duplicate_of=None,
            error=error.code,
            kind=type(error).__name__,
            message=str(error),
            stage="sources",
        )
        return known.record if known else None

    def promote_orphans(self) -> None:
        """Duplicates whose original has changed since become articles of their own, the first of each content."""
        self._database.execute(
            """UPDATE articles SET state = 'pending', duplicate_of = NULL WHERE number IN (
                   SELECT min(number) FROM articles
                   WHERE sha256 IN (SELECT sha256 FROM articles WHERE state = 'duplicate')
                   GROUP BY sha256 HAVING sum(state != 'duplicate') = 0)"""
        )

    def wanted(self, article: str) -> Line | None:
        """The article's line if it is still to be done."""
        line = self.line(article)
        return line if line and line.state == "pending" else None

    # --- what has been done -------------------------------------------------------------------------------------

    def done(self, line: Line, reply: Finished, versions: Provenance) -> None:
        """Write down an article that came to its end; its record is on disk already."""
        told = {name: getattr(reply, name) for name in ("seconds", "memory", "reader", "cases", "facts")}
        if reply.sha256 != line.sha256:  # it changed after it was enrolled; the index is touched only then
            told["sha256"] = reply.sha256
        self._settle(reply.number, "done", versions=versions, **told)
        self._database.execute("INSERT OR REPLACE INTO flat_rows VALUES (?, ?)", (reply.number, reply.rows))

    def failed(self, reply: Broken, versions: Provenance, *, traceback: str | None) -> None:
        """Write down an article that did not; `traceback` is its file in the run's folder."""
        told = {name: getattr(reply, name) for name in ("kind", "message", "stage", "seconds")}
        self._settle(reply.number, "failed", versions=versions, error=reply.code, traceback=traceback, **told)
        self._database.execute("DELETE FROM flat_rows WHERE number = ?", (reply.number,))

    def run_begins(self, engine: str) -> int:
        """Note that a run has begun; returns its number."""
        inserted = self._database.execute("INSERT INTO runs (engine, started) VALUES (?, ?)", (engine, time.time()))
        return int(inserted.lastrowid or 0)

    def run_goes_on(self, run: int, articles: int) -> None:
        """Note how far a run has come."""
        self._database.execute("UPDATE runs SET ended = ?, articles = ? WHERE number = ?", (time.time(), articles, run))

    # --- questions ----------------------------------------------------------------------------------------------

    def line(self, article: str) -> Line | None:
        """What is known of an article."""
        found = self._database.execute(f"SELECT {_COLUMNS} FROM articles WHERE article = ?", (article,)).fetchone()
        return Line(*found) if found else None

    def by_number(self, number: int) -> Line:
        """What is known of an article, by its number."""
        return Line(*self._database.execute(f"SELECT {_COLUMNS} FROM articles WHERE number = ?", (number,)).fetchone())

    def lines(self, state: State, *, slowest: int | None = None) -> Iterator[Line]:
        """Lines in one state, in the order of enrolment, or the slowest of them."""
        order = "number" if slowest is None else "seconds DESC, number"
        limit = -1 if slowest is None else slowest
        query = f"SELECT {_COLUMNS} FROM articles WHERE state = ? ORDER BY {order} LIMIT ?"
        for row in self._database.execute(query, (state, limit)):
            yield Line(*row)

    def flat_rows(self) -> Iterator[str]:
        """The flat rows of all done articles, as JSON, in the order of enrolment."""
        query = "SELECT rows FROM flat_rows JOIN articles USING (number) WHERE state = 'done' ORDER BY number"
        for (rows,) in self._database.execute(query):
            yield rows

    def counts(self) -> Counter[str]:
        """Articles in each state."""
        return Counter(dict(self._database.execute("SELECT state, count(*) FROM articles GROUP BY state")))

    def failures(self) -> list[tuple[str, str, int]]:
        """Error code, stage and number of articles, the most frequent first."""
        query = "SELECT error, stage, count(*) FROM articles WHERE state = 'failed' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
        return list(self._database.execute(query))

    def totals(self) -> dict[str, float]:
        """Cases, facts and seconds of all done articles."""
        query = "SELECT total(cases), total(facts), total(seconds) FROM articles WHERE state = 'done'"
        return dict(zip(("cases", "facts", "seconds"), self._database.execute(query).fetchone(), strict=True))

    def runs(self) -> list[Run]:
        """All runs, the first one first."""
        query = "SELECT engine, started, ended, articles FROM runs ORDER BY number"
        return [Run(*row) for row in self._database.execute(query)]

    # --- inside -------------------------------------------------------------------------------------------------

    def _original(self, sha256: str, *, other_than: str) -> int | None:
        found = self._database.execute(
            "SELECT number FROM articles WHERE sha256 = ? AND state != 'duplicate' AND article != ? ORDER BY number",
            (sha256, other_than),
        ).fetchone()
        return int(found[0]) if found else None

    def _insert(
        self, article: str, name: str, stem: str, sha256: str | None, state: State, original: int | None
    ) -> int:
        record = next(one for one in names.candidates(stem, sha256 or article) if not self._taken(one))
        columns = "INSERT INTO articles (article, name, record, sha256, state, duplicate_of) VALUES (?, ?, ?, ?, ?, ?)"
        inserted = self._database.execute(columns, (article, name, record, sha256, state, original))
        return int(inserted.lastrowid or 0)

    def _taken(self, record: str) -> bool:
        return self._database.execute("SELECT 1 FROM articles WHERE record = ?", (record,)).fetchone() is not None

    def _settle(self, number: int, state: State, *, versions: Provenance | None = None, **told: Any) -> None:
        """Set an article's state and what is told of it; everything of its outcome that is not told becomes null."""
        if versions:
            told |= dict(zip(("program", "knowledge", "models"), _versions(versions), strict=True))
        row = {"state": state, **dict.fromkeys(_OUTCOME), **told}
        assignments = ", ".join(f"{name} = :{name}" for name in row)
        self._database.execute(f"UPDATE articles SET {assignments} WHERE number = :number", {**row, "number": number})


def _again(known: Line, versions: Provenance, retry_failed: bool) -> bool:
    if known.state == "failed" and retry_failed:
        return True
    other = (known.program, known.knowledge, known.models) != _versions(versions)
    return known.state in ("done", "failed") and other


def _versions(provenance: Provenance) -> tuple[str, str, str]:
    return provenance.program, f"{provenance.knowledge}/{provenance.schema_version}", ",".join(provenance.models)
