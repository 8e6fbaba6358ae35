"""The templates of the page and the report."""

from __future__ import annotations

from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """The templates; everything that an article says is escaped."""
    found = Environment(
        loader=PackageLoader("caseextract.review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["path"] = lambda name: quote(str(name), safe="~")
    return found
