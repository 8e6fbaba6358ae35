"""`caseextract report`: one record as a page to send."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    record: Annotated[Path, typer.Argument(help="A record's JSON file.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
) -> None:
    """Write one record as a single read-only HTML file: text, values, and the words that prove them.

    Example: caseextract report record.json -o page.html
    """
    from caseextract.cli.refusal import refusing

    with refusing(extra="review"):
        from caseextract.review.articles import Articles
        from caseextract.review.report import report

        html = report(Articles(record).record(record.stem), name=record.stem)
        out.write_text(html, encoding="utf-8")
    print(out)
