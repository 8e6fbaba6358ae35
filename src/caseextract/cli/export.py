"""`caseextract export`: records as curators left them, and the trail of decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    place: Annotated[
        Path, typer.Argument(metavar="RUN_OR_RECORD", help="A run's folder, a folder of records, or one record.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the records.")] = Path("curated"),
    curated: Annotated[bool, typer.Option("--curated", help="Lay the curators' decisions over the records.")] = False,
    curator: Annotated[
        str | None, typer.Option(help="One curator's decisions only; else the latest decision counts.")
    ] = None,
    decisions: Annotated[Path | None, typer.Option(help="File of decisions. [default: beside the records]")] = None,
    audit: Annotated[Path | None, typer.Option(help="Also write every decision ever made to this CSV file.")] = None,
) -> None:
    """Write the records as JSON, one file each, with the curators' decisions where asked.

    Example: caseextract export RUN --curated -o curated --audit audit.csv
    """
    from caseextract.cli.refusal import refusing

    with refusing():
        from caseextract.review.articles import Articles
        from caseextract.review.decisions import Decisions
        from caseextract.review.desk import Desk

        articles = Articles(place)
        desk = Desk(articles, Decisions(decisions or articles.decisions_path))
        out.mkdir(parents=True, exist_ok=True)
        for name in articles.names:
            record = desk.curated(name, curator) if curated else articles.record(name)
            (out / f"{name}.json").write_text(record.to_json() + "\n", encoding="utf-8")
        if audit:
            audit.write_text(desk.decisions.audit_csv(), encoding="utf-8", newline="")
    print(f"{len(articles.names)} records in {out}")
