"""`caseextract review`: the curator's page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    place: Annotated[
        Path, typer.Argument(metavar="RUN_OR_RECORD", help="A run's folder, a folder of records, or one record.")
    ],
    originals: Annotated[Path | None, typer.Option(help="Folder of the PDFs, for pictures of their pages.")] = None,
    curator: Annotated[
        str | None, typer.Option(help="Your name, written to each decision. [default: login name]")
    ] = None,
    decisions: Annotated[Path | None, typer.Option(help="File of decisions. [default: beside the records]")] = None,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
) -> None:
    """Check and correct records in the browser, each value beside the words that prove it.

    Example: caseextract review RUN --originals pdfs
    """
    import getpass
    import webbrowser

    from caseextract.cli.refusal import refusing

    def ready(address: str) -> None:
        print(f"Open {address}\nDecisions are kept in {kept}. Press Ctrl-C to end.", flush=True)
        if browser:
            webbrowser.open(address)

    with refusing(extra="review"):
        from caseextract.review.articles import Articles
        from caseextract.review.decisions import Decisions
        from caseextract.review.desk import Desk
        from caseextract.review.server import serve

        articles = Articles(place, originals=originals)
        kept = decisions or articles.decisions_path
        serve(Desk(articles, Decisions(kept)), curator=curator or getpass.getuser(), port=port, ready=ready)
