"""`caseextract extract`: reports to records."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from caseextract.schema import ArticleRecord
    from caseextract.settings import Settings

SUFFIXES = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".pdf", ".xml", ".nxml", ".jats"})
"""What is taken for a report in a folder; a file that is named itself is taken whatever its suffix."""
STDIN = "-"

log = logging.getLogger(__name__)


def command(
    reports: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Write the record to this file; or, of several, each to NAME.json in this folder."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, on a terminal too.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Print a summary to read, into a pipe too.")] = False,
    password: Annotated[str | None, typer.Option(help="Password of an encrypted PDF.")] = None,
    model: Annotated[
        str | None, typer.Option(help="A spaCy model (folder, package, or name in models/) as an extra source of mentions.")
    ] = None,
) -> None:
    """Turn case reports (text, HTML, PDF, JATS XML) into records.

    Prints a summary on a terminal and JSON into a pipe: one record indented, several one a line.
    Exit status: 0 all done, 1 some report failed (what and why on standard error), 2 wrong usage.

    Example: caseextract extract report.pdf > record.json
    """
    if as_json and summary:
        raise typer.BadParameter("--json and --summary exclude each other")
    named = list(_without_others(list(_named(reports)), password))
    if not named:
        raise typer.BadParameter("no reports there (looked for " + ", ".join(sorted(SUFFIXES)) + ")")
    places = _places(named, out)
    _tell_what_is_missing()
    from caseextract.settings import Settings

    settings = Settings(pdf_password=password, model=model)
    _load_model(settings)
    readable = summary or (not as_json and sys.stdout.isatty())
    failed = 0
    for (report, name), place in zip(named, places, strict=True):
        record = _record(report, name, settings)
        if record is None or (place is not None and not _write(record, place)):
            failed += 1
        elif readable:
            _show(record)
        elif place is None:
            _print(record.to_json(indent=None if len(named) > 1 else 1))
    raise typer.Exit(1 if failed else 0)


def _named(reports: Sequence[str]) -> Iterator[tuple[Path | None, str]]:
    """Path (None: standard input) and name of every report; folders are walked in the order of names."""
    for report in reports:
        path = Path(report)
        if report == STDIN:
            yield None, "stdin"
        elif path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if file.suffix.lower() in SUFFIXES and file.is_file())
            yield from ((file, file.name) for file in inside)
        else:
            yield path, path.name


def _without_others(named: list[tuple[Path | None, str]], password: str | None) -> Iterator[tuple[Path | None, str]]:
    """The reports without further files of an article that is read from another of them, which standard error tells."""
    from caseextract.errors import CaseExtractError
    from caseextract.readers import read
    from caseextract.readers.editions import left_aside
    from caseextract.settings import Settings

    def identifiers(path: Path) -> Iterator[str]:
        try:
            stated = read(path, settings=Settings(pdf_password=password)).metadata
        except CaseExtractError:
            return  # told when it is extracted
        yield from filter(None, (stated.doi and stated.doi.lower(), stated.pmcid))

    others = left_aside([path for path, _ in named if path is not None], identifiers)
    for path, name in named:
        if path in others:
            _complain(f"{path}: left aside for {others[path]}, of the same article")
        else:
            yield path, name


def _places(named: Sequence[tuple[Path | None, str]], out: Path | None) -> list[Path | None]:
    """Where each record goes; the same name twice is refused before anything is written."""
    if out is None:
        return [None] * len(named)
    if len(named) == 1 and not out.is_dir():
        return [out]
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file, and there are {len(named)} reports; name a folder")
    places: list[Path | None] = [out / f"{Path(name).stem}.json" for _, name in named]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        raise typer.BadParameter(f"two reports would both be written to {twice}; extract them into folders of their own")
    return places


def _record(report: Path | None, name: str, settings: Settings) -> ArticleRecord | None:
    """The record; None after saying on standard error why there is none."""
    from caseextract.errors import CaseExtractError
    from caseextract.pipeline import extract

    try:
        return extract(sys.stdin.buffer.read() if report is None else report, name=name, settings=settings)
    except CaseExtractError as error:
        _complain(str(error) if str(report or name) in str(error) else f"{report or name}: {error}")
    except Exception as error:  # one report's surprise must not end the run, nor show a traceback
        log.debug("%s", name, exc_info=True)
        _complain(f"{report or name}: unexpected {type(error).__name__}: {error}; please report it with the text")
    return None


def _write(record: ArticleRecord, place: Path) -> bool:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(record.to_json() + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        _complain(f"{place}: cannot be written ({error.strerror}); name another place with --out")
        return False
    return True


def _load_model(settings: Settings) -> None:
    """Load it before the first report: a model that is not there is wrong usage, not the report's fault."""
    from caseextract.cli.refusal import refusing
    from caseextract.mentions import models

    with refusing():
        models(settings)


def _tell_what_is_missing() -> None:
    from caseextract.language import missing

    lacking = missing()
    if lacking and sys.stderr.isatty():
        print(f"caseextract: {lacking}", file=sys.stderr)


def _show(record: ArticleRecord) -> None:
    from rich.console import Console

    from caseextract.cli.summary import summary_of

    Console(highlight=False, width=None if sys.stdout.isatty() else 120).print(*summary_of(record), sep="\n")


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def _complain(message: str) -> None:
    print(f"caseextract: {message}", file=sys.stderr)
