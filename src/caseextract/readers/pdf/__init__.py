"""PDF."""
from __future__ import annotations
from caseextract.errors import DamagedFile
from caseextract.schema import Report
from caseextract.settings import Settings


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    raise DamagedFile("todo")
