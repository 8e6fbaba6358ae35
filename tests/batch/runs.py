"""Runs of the batch with the stand-in extractor, and their folders as values that can be compared."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import get_args

from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.ledger import FILE, Ledger, Line, State
from caseextract.batch.run import Progress, run
from caseextract.batch.tasks import Limits
from tests.batch.stand_in import ORDERS, report


def folder_of(path: Path, number: int) -> Path:
    """A folder with so many different reports."""
    path.mkdir()
    for index in range(number):
        (path / f"case-{index:03}.txt").write_text(report(index))
    return path


def run_local(
    *sources: Path | str, out: Path, workers: int = 1, retry_failed: bool = False, limits: Limits | None = None
) -> Progress:
    """A run in processes of this machine."""
    orders = replace(ORDERS, limits=limits) if limits else ORDERS
    with LocalEngine(workers=workers, orders=orders) as engine:
        return run([str(source) for source in sources], out, engine, retry_failed=retry_failed)


def lines(out: Path) -> dict[str, Line]:
    """The ledger of a run, by the names of the sources' files."""
    with Ledger(out / FILE, read_only=True) as ledger:
        return {line.name: line for state in get_args(State) for line in ledger.lines(state)}


def made(out: Path) -> dict[str, bytes]:
    """Every file that the run's reader is meant to have, with its bytes."""
    paths = [out / "records.jsonl", *(out / "records").rglob("*"), *(out / "tables").rglob("*")]
    return {str(path.relative_to(out)): path.read_bytes() for path in paths if path.is_file()}


if __name__ == "__main__":
    # a batch that tests can kill: `python -m tests.batch.runs WORKERS OUT SOURCE…`
    run_local(*sys.argv[3:], out=Path(sys.argv[2]), workers=int(sys.argv[1]))
