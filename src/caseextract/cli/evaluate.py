"""`caseextract evaluate`: records against keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caseextract.evaluation import Evaluation
    from caseextract.evaluation.reliability import Judged


def command(
    keys: Annotated[Path, typer.Argument(help="Folder of keys made by hand: ID.gold.json or ID.json.")],
    records: Annotated[Path, typer.Argument(help="Folder of records ID.json, or of a batch.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="List every value that is missing or said too much.")
    ] = False,
    field: Annotated[str | None, typer.Option(help="With --errors: of this field only.")] = None,
    reliability: Annotated[
        bool, typer.Option("--reliability", help="How many of the values at each confidence are right.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
) -> None:
    """Compare records with keys: precision, recall and F1 of every field, with 95 % intervals over articles.

    Exit status: 0, or 2 when a key cannot be read. Records that are missing count as empty.

    Example: caseextract evaluate keys/ run/ --errors --field line
    """
    from caseextract.cli.refusal import refusing
    from caseextract.evaluation import evaluate_folders
    from caseextract.evaluation.reliability import judged_in, summary

    with refusing():
        evaluation = evaluate_folders(keys, records)
        judged = judged_in(keys, records) if reliability else ()
    known = {one.name for one in evaluation.fields}
    if field is not None and field not in known:
        raise typer.BadParameter(f"no such field; there are {', '.join(sorted(known))}")
    found = _errors(evaluation, field) if errors else []
    if as_json:
        more = ({"errors": found} if errors else {}) | ({"reliability": summary(judged)} if reliability else {})
        print(json.dumps(evaluation.summary() | more, indent=1, ensure_ascii=False))
        return
    for row in found:
        print("\t".join(row.values()))
    _show(evaluation)
    if reliability:
        _show_reliability(judged)


def _errors(evaluation: Evaluation, field: str | None) -> list[dict[str, str]]:
    return [
        {"article": article, "field": note.field, "mistake": note.mistake, "what": note.what}
        for article, tally in evaluation.tallies.items()
        for note in tally.notes
        if field in (None, note.field)
    ]


def _show(evaluation: Evaluation) -> None:
    from rich.console import Console
    from rich.table import Table

    from caseextract.evaluation.comparison import HEADLINE

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("field", "precision", "recall", "F1", "95 % interval", "n"):
        table.add_column(column, justify="left" if column == "field" else "right")
    for one in evaluation.fields:
        precision, recall = (
            ("–" if part is None else f"{part:.3f}") for part in (one.score.precision, one.score.recall)
        )
        interval = f"{one.low:.3f}–{one.high:.3f}"
        last = one.name == HEADLINE[-1]
        table.add_row(
            one.name, precision, recall, f"{one.score.f1:.3f}", interval, str(one.score.demanded), end_section=last
        )
    console = Console()
    console.print(table)
    missing = f", {len(evaluation.missing)} without a readable record" if evaluation.missing else ""
    console.print(
        f"headline (mean F1 of {', '.join(HEADLINE)}): {evaluation.headline:.3f} "
        f"({evaluation.headline_low:.3f}–{evaluation.headline_high:.3f}), {len(evaluation.tallies)} articles{missing}",
        highlight=False,
        soft_wrap=True,
    )


def _show_reliability(judged: Sequence[Judged]) -> None:
    from rich.console import Console
    from rich.table import Table

    from caseextract.evaluation.reliability import bands, by_field, calibration_error

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("confidence", "promised", "right", "n"):
        table.add_column(column, justify="left" if column == "confidence" else "right")
    found = bands(judged)
    for band in (*found, *(band for band, _ in by_field(judged).values())):
        last = band is found[-1]
        table.add_row(band.name, f"{band.promised:.3f}", f"{band.kept:.3f}", str(band.n), end_section=last)
    console = Console()
    console.print()
    console.print(table)
    console.print(f"expected calibration error: {calibration_error(judged):.3f}, {len(judged)} values", highlight=False)
