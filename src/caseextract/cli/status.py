"""`caseextract status`: how a batch stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from caseextract.batch.ledger import Ledger, Line

_SLOWEST = 5
_NUMBERS = frozenset({"articles", "seconds", "per second", "share", "accepted", "edited", "rejected", "added"})


def command(
    run: Annotated[Path, typer.Argument(help="Folder of a batch.")],
    failures: Annotated[bool, typer.Option("--failures", help="List every failed article.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Show a batch's counts, failures by kind, speed, and the share of values that curators accepted unedited.

    Also while it is running.

    Example: caseextract status run
    """
    from caseextract.batch.ledger import FILE, Ledger
    from caseextract.cli.refusal import refusing

    with refusing():
        with Ledger(run / FILE, read_only=True) as ledger:
            summary = _summary(ledger, every_failure=failures or as_json)
        summary["curated"] = _curated(run)
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


def _curated(run: Path) -> list[dict[str, Any]]:
    """Shares of values accepted unedited, by field and in total; empty where nothing was decided."""
    from caseextract.review.decisions import FILE, Decisions
    from caseextract.review.shares import shares

    if not (run / FILE).is_file():
        return []
    return [
        {
            "field": share.field,
            "accepted": share.accepted,
            "edited": share.edited,
            "rejected": share.rejected,
            "added": share.added,
            "unedited": share.unedited,
        }
        for share in shares(Decisions(run / FILE).standing())
    ]


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
            made.add_column(column, justify="right" if column in _NUMBERS else "left")
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
    columns = ["field", "share", "accepted", "edited", "rejected", "added"]
    table("Accepted unedited", columns, [_share(row) for row in summary["curated"]])


def _share(row: dict[str, Any]) -> list[Any]:
    from caseextract.review.fields import BY_NAME

    title = BY_NAME[row["field"]].title if row["field"] in BY_NAME else "all"
    part = "–" if row["unedited"] is None else f"{row['unedited']:.0%}"
    return [title, part, row["accepted"], row["edited"], row["rejected"], row["added"]]
