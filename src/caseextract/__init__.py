"""Turns published oncology case reports into validated records in which every value shows the words that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from caseextract.errors import CaseExtractError

if TYPE_CHECKING:
    from caseextract.pipeline import extract
    from caseextract.schema import ArticleRecord

    __version__: str

__all__ = ["ArticleRecord", "CaseExtractError", "__version__", "extract"]

_WHERE = {"extract": "caseextract.pipeline", "ArticleRecord": "caseextract.schema"}


def __getattr__(name: str) -> Any:
    # spaCy alone takes most of a second to import: names that need more than the standard library are fetched when used
    if name == "__version__":
        from importlib.metadata import version

        return version("caseextract")
    if name not in _WHERE:
        raise AttributeError(f"module 'caseextract' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_WHERE[name]), name)
