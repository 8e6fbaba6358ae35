"""`caseextract batch`: folders and archives of reports to records, tables and a ledger."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from caseextract.batch.engines import Engine
    from caseextract.batch.run import Progress

_QUIET = 30.0
"""Seconds between two lines of a log."""


class EngineName(StrEnum):
    """Where articles are done."""

    local = "local"
    dask = "dask"


def command(
    sources: Annotated[
        list[str],
        typer.Argument(help="Folders, files, globs, @LIST (one path a line), .jsonl, .zip, .tar[.gz|.bz2|.xz]."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the run; made, or gone on with.")],
    workers: Annotated[int | None, typer.Option(min=1, help="Processes. Default: one for each processor.")] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")] = False,
    seconds: Annotated[float, typer.Option(min=0.1, help="Longest time for one article.")] = 300.0,
    memory: Annotated[int, typer.Option(min=16, help="Most memory that one article may add, in MB.")] = 2048,
    password: Annotated[str | None, typer.Option(help="Tried on every encrypted PDF.")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy model as an extra source of mentions.")] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Processes of this machine, or a dask cluster.")
    ] = EngineName.local,
    address: Annotated[str | None, typer.Option(help="Scheduler of a dask cluster that is already there.")] = None,
) -> None:
    """Turn many reports into records, flat tables and a ledger; safe to interrupt, and goes on where it was.

    Exit status: 0 all done, 1 some article failed, 2 wrong usage, 130 interrupted (the same command goes on).

    Example: caseextract batch articles/ more.zip --out run
    """
    from caseextract.batch.run import run
    from caseextract.batch.tasks import Limits, Orders
    from caseextract.cli.refusal import refusing
    from caseextract.settings import Settings

    if address and engine is not EngineName.dask:
        raise typer.BadParameter("an address is for --engine dask")
    settings = Settings(pdf_password=password, model=model)
    orders = Orders(settings=settings, limits=Limits(seconds=seconds, memory=memory << 20))
    try:
        with (
            refusing(),
            _told() as watch,
            _stopped() as stop,
            _engine(engine, workers or os.cpu_count() or 1, address, orders) as made,
        ):
            progress = run(sources, out, made, settings=settings, retry_failed=retry_failed, watch=watch, stop=stop)
    except KeyboardInterrupt as error:
        print("stopped at once; the same command goes on from here", file=sys.stderr)
        raise typer.Exit(130) from error
    _say(progress, out)
    if progress.interrupted:
        raise typer.Exit(130)
    raise typer.Exit(1 if progress.failed or progress.pending else 0)


@contextmanager
def _engine(name: EngineName, workers: int, address: str | None, orders: object) -> Iterator[Engine]:
    from caseextract.batch.tasks import Orders

    assert isinstance(orders, Orders)
    made: Engine
    if name is EngineName.dask:
        from caseextract.batch.engines.dask import DaskEngine

        made = DaskEngine(workers=workers, address=address, orders=orders)
    else:
        from caseextract.batch.engines.local import LocalEngine

        made = LocalEngine(workers=workers, orders=orders)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def _stopped() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C (or SIGTERM) has been heard; the second time it ends the program at once."""
    heard: list[int] = []

    def hear(number: int, frame: object) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)
        print("\nstopping: the articles in hand are being finished (once more to stop at once)", file=sys.stderr)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(heard)
    finally:
        for number, old in before.items():
            signal.signal(number, old)


@contextmanager
def _told() -> Iterator[Callable[[Progress], None]]:
    """A way to show progress: a bar on a terminal, else a line in the log now and then."""
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO)
        yield _lines()


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.logging import RichHandler
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    logging.basicConfig(format="%(message)s", handlers=[RichHandler(console=console, show_path=False)])
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Bar(*columns, TimeRemainingColumn(), console=console) as bar:
        task = bar.add_task("starting", total=None, rate="")
        started: list[float] = []

        def show(progress: Progress) -> None:
            failed = f", {progress.failed} failed" if progress.failed else ""
            bar.update(task, description=progress.phase + failed)
            if progress.phase == "extracting":
                started[:] = started or [monotonic()]
                spent = monotonic() - started[0]
                rate = f"{progress.this_run / spent:.1f}/s" if progress.this_run else ""
                bar.update(task, completed=progress.this_run, total=progress.wanted, rate=rate)

        yield show


def _lines() -> Callable[[Progress], None]:
    log = logging.getLogger(__name__)
    phase, time, articles = "", monotonic(), 0

    def show(progress: Progress) -> None:
        nonlocal phase, time, articles
        now = monotonic()
        if progress.phase == phase and now - time < _QUIET:
            return
        rate = (progress.this_run - articles) / max(now - time, 1e-9)
        left = f", {rate:.1f}/s, {progress.pending / rate / 60:.0f} min left" if rate else ""
        counts = f"{progress.done} done, {progress.failed} failed, {progress.pending} to do"
        log.info("%s: %s%s", progress.phase, counts, left)
        phase, time, articles = progress.phase, now, progress.this_run

    return show


def _say(progress: Progress, out: Path) -> None:
    twice = f", {progress.duplicate} duplicates" if progress.duplicate else ""
    print(f"{progress.done} done, {progress.failed} failed, {progress.pending} to do{twice}: {out}")
    if progress.interrupted:
        print("interrupted; the same command goes on from here")
    elif progress.failed:
        print(f"what failed and why: caseextract status {out}")
