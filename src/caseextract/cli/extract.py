"""`caseextract extract`: reports to records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    reports: Annotated[list[Path], typer.Argument(help="Files, folders, or - for standard input.")],
) -> None:
    """Turn case reports (text, HTML, PDF, JATS XML) into JSON records.

    Example: `caseextract extract report.pdf > record.json`
    """
    from caseextract.pipeline import extract

    for report in reports:
        print(extract(report).to_json())
