"""`caseextract plot`: pictures of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    place: Annotated[
        Path, typer.Argument(metavar="RUN_OR_RECORD", help="A run's folder, a folder of records, or one record.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the pictures.")] = Path("plots"),
) -> None:
    """Draw swimmer plot, timelines, table of alterations and counts, each as SVG and PNG.

    Example: caseextract plot RUN -o plots
    """
    from caseextract.cli.refusal import refusing

    with refusing(extra="plots"):
        from caseextract.errors import RecordError
        from caseextract.plots import figures, save
        from caseextract.review.articles import Articles

        articles = Articles(place)
        drawn = figures([(name, articles.record(name)) for name in articles.names], timelines=True)
        if not drawn:
            raise RecordError(f"{place}: these records hold nothing that could be drawn")
        for plot in drawn:
            for path in save(plot.draw(), out / plot.name):
                print(path)
