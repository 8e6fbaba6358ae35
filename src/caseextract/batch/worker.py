"""A worker: a process of its own that loads language and knowledge once and does one article after the other.

Started as `python -m caseextract.batch.worker PIPE TRACE`, two inherited file descriptors: the pipe to the batch, and
a file for what Python says when the process dies or hangs.
"""

from __future__ import annotations

import faulthandler
import gc
import hashlib
import json
import os
import sys
import traceback
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Protocol

from caseextract.batch import files, memory
from caseextract.batch.blame import stage_of
from caseextract.batch.tasks import Broken, Finished, Orders, Ready, Reply, Task
from caseextract.errors import ArticleMemory, CaseExtractError, DamagedFile, FileMissing, TooLarge
from caseextract.exporters.tables import facts_in, rows_of
from caseextract.schema import ArticleRecord
from caseextract.settings import Settings

WARM_UP = (
    "A 61-year-old woman with stage IV lung adenocarcinoma received crizotinib for 3 months with partial response."
)

GARBAGE = 20_000
"""New objects between two collections: patterns are made by the thousand in the first articles, and stay."""


class Extractor(Protocol):
    """What `caseextract.extract` looks like from here."""

    def __call__(self, source: str | bytes, *, name: str | None, settings: Settings) -> ArticleRecord:
        """The record of a report."""
        ...


def extractor(name: str) -> Extractor:
    """The function behind `module:function`."""
    module, _, function = name.partition(":")
    found: Extractor = getattr(import_module(module), function)
    return found


def perform(task: Task, extract: Extractor, orders: Orders) -> Reply:
    """Do one article; whatever it raises becomes a `Broken`."""
    started = perf_counter()
    try:
        with memory.lid(orders.limits.memory):
            return _finished(task, extract, orders.settings, started)
    except MemoryError as error:
        allowance = orders.limits.memory >> 20
        wanted = ArticleMemory(f"needed more than {allowance} MB; allow more with --memory if the machine has it")
        return _broken(task, wanted, error, started, spent=True)
    except Exception as error:  # noqa: BLE001 - one article's error, of whatever kind, must not end the batch
        return _broken(task, error, error, started)


def _finished(task: Task, extract: Extractor, settings: Settings, started: float) -> Finished:
    content = _content(task.source, settings)
    record = extract(content, name=task.name, settings=settings)
    written = record.to_json().encode()
    if task.target is not None:
        files.write(task.target, written)
    return Finished(
        number=task.number,
        sha256=hashlib.sha256(content).hexdigest(),
        seconds=perf_counter() - started,
        memory=memory.resident(),
        reader=record.source.reader,
        cases=len(record.cases),
        facts=facts_in(record),
        rows=json.dumps(rows_of(record, article=task.article), ensure_ascii=False, separators=(",", ":")),
        record=written if task.target is None else None,
    )


def _content(source: Path | bytes, settings: Settings) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if source.stat().st_size > settings.max_bytes:
            raise TooLarge(f"{source}: larger than {settings.max_bytes} bytes")
        return source.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(f"{source}: no such file") from error
    except OSError as error:
        raise DamagedFile(f"{source}: {error.strerror}") from error


def _broken(task: Task, told: Exception, cause: Exception, started: float, *, spent: bool = False) -> Broken:
    return Broken(
        number=task.number,
        code=told.code if isinstance(told, CaseExtractError) else "unexpected",
        kind=type(told).__name__,
        message=str(told) or type(told).__name__,
        stage=stage_of(cause.__traceback__),
        traceback="".join(traceback.format_exception(cause)),
        seconds=perf_counter() - started,
        spent=spent,
    )


def serve(connection: Connection, trace: int) -> None:
    """Load, say so, and do articles until the batch hangs up."""
    orders, path = connection.recv()
    sys.path[:] = path
    faulthandler.enable(trace)
    extract = extractor(orders.extractor)
    provenance = extract(WARM_UP, name="warm-up", settings=orders.settings).provenance
    # what is loaded lives as long as the process: collections need not walk through it again and again
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    connection.send(Ready(provenance=provenance, memory=memory.resident()))
    while True:
        task = connection.recv()
        os.ftruncate(trace, 0)
        faulthandler.dump_traceback_later(orders.limits.seconds, exit=True, file=trace)
        reply = perform(task, extract, orders)
        faulthandler.cancel_dump_traceback_later()
        connection.send(reply)


def main() -> None:
    """Serve the batch that started this process."""
    pipe, trace = map(int, sys.argv[1:])
    with Connection(pipe) as connection:
        try:
            serve(connection, trace)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # the batch has hung up, or was killed


if __name__ == "__main__":
    main()
