"""Many articles for library users: outcomes as they come, nothing written to disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caseextract import errors
from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.tasks import Broken, Limits, Orders, Reply, Task
from caseextract.schema import ArticleRecord
from caseextract.settings import DEFAULT, Settings


@dataclass(frozen=True)
class Extracted:
    """An article and its record."""

    path: Path
    record: ArticleRecord


@dataclass(frozen=True)
class Failed:
    """An article that did not come to its end, and why; the worker's traceback is a note of the error."""

    path: Path
    error: errors.CaseExtractError


Outcome = Extracted | Failed


def extract_many(
    paths: Iterable[str | Path],
    *,
    workers: int | None = None,
    settings: Settings = DEFAULT,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """One outcome for each file, in the order in which they come to their end; an article's error is never raised.

    `paths` is read only as fast as articles are done. `workers` processes share the work, by default one a processor;
    closing the iterator ends them.
    """
    orders = Orders(settings=settings, limits=limits or Limits())
    yield from outcomes(paths, workers=workers or os.cpu_count() or 1, orders=orders)


def outcomes(paths: Iterable[str | Path], *, workers: int, orders: Orders) -> Iterator[Outcome]:
    """The outcomes of files under any orders."""
    in_hand: dict[int, Path] = {}

    def tasks() -> Iterator[Task]:
        for number, path in enumerate(map(Path, paths)):
            in_hand[number] = path
            yield Task(number=number, article=path.stem, name=path.name, source=path)

    with LocalEngine(workers=workers, orders=orders) as engine:
        for reply in engine.replies(tasks()):
            yield _outcome(in_hand.pop(reply.number), reply)


def _outcome(path: Path, reply: Reply) -> Outcome:
    if isinstance(reply, Broken):
        return Failed(path, error_of(reply))
    assert reply.record is not None
    return Extracted(path, ArticleRecord.model_validate_json(reply.record))


def error_of(reply: Broken) -> errors.CaseExtractError:
    """The error that a worker met: of its own class if it is one of this package's."""
    kind = getattr(errors, reply.kind, None)
    if kind is None:
        error = errors.CaseExtractError(f"{reply.kind}: {reply.message}")
    else:
        error = kind(reply.message)
    if reply.traceback:
        error.add_note(reply.traceback)
    return error
