"""The command line: one module per command; heavy imports stay inside the commands so that `--help` is quick."""

from __future__ import annotations

from typing import Annotated

import typer

from caseextract.cli import batch, evaluate, export, extract, plot, report, review, show, status

app = typer.Typer(
    name="caseextract",
    help="Turn published oncology case reports into records in which every value shows the words that prove it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        from caseextract import __version__

        print(__version__)
        raise typer.Exit


app.command(name="extract")(extract.command)
app.command(name="batch")(batch.command)
app.command(name="status")(status.command)
app.command(name="evaluate")(evaluate.command)
app.command(name="show")(show.command)
app.command(name="review")(review.command)
app.command(name="export")(export.command)
app.command(name="report")(report.command)
app.command(name="plot")(plot.command)


def main() -> None:
    """Run the program."""
    app()
