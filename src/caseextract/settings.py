"""Frozen settings: every bound and switch of the program in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Bounds and switches of one run."""

    max_bytes: int = 200_000_000
    """Largest file that is opened, in bytes."""
    max_characters: int = 3_000_000
    """Longest text that is read, in characters."""
    max_pages: int = 1_000
    """Most pages of a PDF that are read."""
    pdf_password: str | None = None
    """Tried after the empty user password."""
    model: str | None = None
    """A spaCy model (folder, folder in `models/`, or package) as an extra source of mentions.

    Without a name, every model that lies in `models/` of a checkout is used.
    """


DEFAULT = Settings()
