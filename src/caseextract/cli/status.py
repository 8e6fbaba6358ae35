"""`caseextract status`: how a batch stands."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from caseextract.batch.ledger import Ledger, Line

_SLOWEST = 5


def command(
    run: Annotated[Path, typer.Argument(help="Folder of a batch.")],
    failures: Annotated[bool, typer.Option("--failures", help="List every failed article.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Show a batch's counts, failures by kind, slowest articles and speed; also while it is running.

    Example: caseextract status run
    """
    from caseextract.batch.ledger import FILE, Ledger
    from caseextract.errors import BatchError

    try:
        with Ledger(run / FILE, read_only=True) as ledger:
            summary = _summary(ledger, every_failure=failures or as_json)
    except BatchError as error:
        print(f"caseextract: {error}", file=sys.stderr)
        raise typer.Exit(2) from error
    if as_json:
        print(json.dumps(summary, indent=1, ensure_ascii=False))
    else:
        _show(summary)


def _summary(ledger: Ledger, *, every_failure: bool) -> dict[str, Any]:
    counts = ledger.counts()
    return {
        "articles": {state: counts[state] for state in ("done", "failed", "pending", "duplicate")},
        "totals": ledger.totals(),
        "failures": [dict(zip(("error", "stage", "articles"), row, strict=True)) for row in ledger.failures()],
        "failed": [_failed(line) for line in ledger.lines("failed")] if every_failure else [],
        "slowest": [
            {"article": line.article, "seconds": line.seconds, "reader": line.reader}
            for line in ledger.lines("done", slowest=_SLOWEST)
        ],
        "runs": [
            {
                "engine": one.engine,
                "articles": one.articles,
                "seconds": round(one.ended - one.started, 3) if one.ended else 0.0,
                "per_second": round(one.articles / (one.ended - one.started), 2) if one.ended else None,
            }
            for one in ledger.runs()
        ],
    }


def _failed(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in ("article", "error", "kind", "message", "stage", "traceback")}


def _show(summary: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()

    def table(title: str, columns: list[str], rows: list[list[Any]]) -> None:
        if not rows:
            return
        made = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for column in columns:
            made.add_column(column, justify="right" if column in ("articles", "seconds", "per second") else "left")
        for row in rows:
            # names and messages are shown as they are: brackets in them are no markup
            made.add_row(
                *(Text("" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)) for cell in row)
            )
        console.print(made)
        console.print()

    totals = summary["totals"]
    table("Articles", ["state", "articles"], [[state, number] for state, number in summary["articles"].items()])
    console.print(f"{totals['cases']:.0f} cases, {totals['facts']:.0f} facts\n")
    table("Failures", ["error", "stage", "articles"], [list(row.values()) for row in summary["failures"]])
    table(
        "Failed articles",
        ["article", "error", "message", "traceback"],
        [[row["article"], row["error"], row["message"], row["traceback"]] for row in summary["failed"]],
    )
    slowest = [[row["article"], round(row["seconds"], 2), row["reader"]] for row in summary["slowest"]]
    table("Slowest", ["article", "seconds", "reader"], slowest)
    table("Runs", ["engine", "articles", "seconds", "per second"], [list(row.values()) for row in summary["runs"]])
