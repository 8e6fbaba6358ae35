"""Errors of this package as one line and an exit status, for the commands of the curator's page and the plots."""

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
            raise MissingExtra(f"{error.name} is not installed: pip install 'caseextract[{extra}]'") from error
    except CaseExtractError as error:
        typer.echo(f"caseextract: {error}", err=True)
        raise typer.Exit(2) from error
