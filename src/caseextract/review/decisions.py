"""Decisions of curators: a SQLite file to which rows are only ever added.

An undo is a row too (`undoes`), so that the file is its own audit trail. Rows of one keystroke share a `step`.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

Action = Literal["accept", "edit", "reject", "add"]

_TABLE = """
CREATE TABLE IF NOT EXISTS decision (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    article TEXT NOT NULL,
    curator TEXT NOT NULL,
    at TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('accept', 'edit', 'reject', 'add', 'undo')),
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    parent TEXT NOT NULL,
    old TEXT,
    new TEXT,
    why TEXT NOT NULL DEFAULT '',
    text_sha256 TEXT NOT NULL,
    undoes INTEGER REFERENCES decision (id)
);
CREATE INDEX IF NOT EXISTS decision_article ON decision (article, curator);
"""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Who decided what, when, from which old value to which new one, and why. `new` is None for a rejection."""

    article: str
    curator: str
    action: str
    key: str
    field: str
    parent: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    text_sha256: str
    why: str = ""
    at: str = ""
    step: int = 0
    id: int = 0
    undoes: int | None = None


FILE = "decisions.sqlite"
"""Beside the records that it is about."""
AUDIT_COLUMNS = tuple(field.name for field in fields(Decision))


class Decisions:
    """The file of decisions; opened anew for each use, so that threads and a second program may share it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._open() as base:
            base.executescript(_TABLE)

    def add(self, decisions: Sequence[Decision]) -> None:
        """Write decisions as one step: all of them or none."""
        with self._open() as base:
            step = self._next_step(base)
            for decision in decisions:
                self._write(base, decision, step)

    def undo(self, article: str, curator: str) -> tuple[Decision, ...]:
        """Take back a curator's last step on an article; what was taken back, empty where nothing was left."""
        standing = self.standing(article, curator)
        last = max((decision.step for decision in standing), default=None)
        undone = tuple(decision for decision in standing if decision.step == last)
        with self._open() as base:
            step = self._next_step(base)
            for decision in undone:
                self._write(base, _undoing(decision), step)
        return undone

    def standing(self, article: str | None = None, curator: str | None = None) -> tuple[Decision, ...]:
        """Decisions that were not taken back, oldest first; several may stand for one key, of which the last counts."""
        rows = tuple(self.trail(article, curator))
        gone = {row.undoes for row in rows if row.action == "undo"}
        return tuple(row for row in rows if row.action != "undo" and row.id not in gone)

    def trail(self, article: str | None = None, curator: str | None = None) -> Iterator[Decision]:
        """Every row ever written, oldest first."""
        with self._open() as base:
            rows = base.execute(
                "SELECT * FROM decision"
                " WHERE (:article IS NULL OR article = :article) AND (:curator IS NULL OR curator = :curator) ORDER BY id",
                {"article": article, "curator": curator},
            ).fetchall()
        for row in rows:
            values = dict(row)
            for name in ("old", "new"):
                values[name] = None if values[name] is None else json.loads(values[name])
            yield Decision(**values)

    def curators(self, article: str | None = None) -> tuple[str, ...]:
        """Everybody with a decision that stands, by name."""
        return tuple(sorted({decision.curator for decision in self.standing(article)}))

    def audit_csv(self) -> str:
        """The whole trail as CSV, one row a decision, values as JSON."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(AUDIT_COLUMNS)
        for decision in self.trail():
            writer.writerow([_cell(getattr(decision, name)) for name in AUDIT_COLUMNS])
        return out.getvalue()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        base = sqlite3.connect(self.path, timeout=10)
        base.row_factory = sqlite3.Row
        try:
            with base:
                yield base
        finally:
            base.close()

    @staticmethod
    def _next_step(base: sqlite3.Connection) -> int:
        base.execute("BEGIN IMMEDIATE")
        return int(base.execute("SELECT COALESCE(MAX(step), 0) + 1 FROM decision").fetchone()[0])

    @staticmethod
    def _write(base: sqlite3.Connection, decision: Decision, step: int) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        base.execute(
            "INSERT INTO decision (step, article, curator, at, action, key, field, parent, old, new, why, text_sha256,"
            " undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                step,
                decision.article,
                decision.curator,
                now,
                decision.action,
                decision.key,
                decision.field,
                decision.parent,
                _json(decision.old),
                _json(decision.new),
                decision.why,
                decision.text_sha256,
                decision.undoes,
            ),
        )


def _undoing(decision: Decision) -> Decision:
    return Decision(
        article=decision.article,
        curator=decision.curator,
        action="undo",
        key=decision.key,
        field=decision.field,
        parent=decision.parent,
        old=decision.new,
        new=decision.old,
        text_sha256=decision.text_sha256,
        undoes=decision.id,
    )


def _json(value: dict[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _cell(value: Any) -> Any:
    cell = _json(value) if isinstance(value, dict) else value
    # a spreadsheet takes a cell that begins so for a formula
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
