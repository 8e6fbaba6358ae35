"""Errors as one line on standard error and exit status 2, for every command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from caseextract.errors import CaseExtractError, MissingExtra


@contextmanager
def refusing(*, extra: str | None = None) -> Iterator[None]:
    """Say what went wrong and end with status 2; a missing import names the extra that brings it."""
    try:
        try:
            yield
        except ImportError as error:
            if extra is None or (error.name or "").startswith("caseextract"):
                raise
            name = (error.name or str(error)).partition(".")[0]
            raise MissingExtra(f"{name} is not installed: pip install 'caseextract[{extra}]'") from error
    except BrokenPipeError:  # whoever reads the output has enough of it; typer ends the program quietly
        raise
    except (CaseExtractError, OSError) as error:
        typer.echo(f"caseextract: {_told(error)}", err=True)
        raise typer.Exit(2) from error


def _told(error: CaseExtractError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
