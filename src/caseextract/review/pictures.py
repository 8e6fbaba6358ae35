"""Plots on the page and in the report; without matplotlib there are none, and nothing else is missing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from importlib.util import find_spec

from caseextract.schema import ArticleRecord

PICTURES = find_spec("matplotlib") is not None
"""Whether plots can be drawn."""

Named = Sequence[tuple[str, ArticleRecord]]


def svg_of_record(record: ArticleRecord, case: int) -> bytes:
    """The timeline of one patient (from 1)."""
    from caseextract.plots import svg, timeline

    return svg(timeline(record.cases[case - 1]))


def pictures_of(records: Named) -> list[tuple[str, str, str]]:
    """Name, title and description of every plot that these records give."""
    from caseextract.plots import figures

    return [(plot.name, plot.title, plot.description) for plot in figures(records)]


def svg_of_run(name: str, records: Named) -> bytes | None:
    """One plot over many records; None where there is no such plot."""
    from caseextract.plots import figures, svg

    return next((svg(plot.draw()) for plot in figures(records) if plot.name == name), None)


def embedded(record: ArticleRecord) -> dict[int, str]:
    """Timelines of all patients with courses, as `data:` addresses, by number of the patient."""
    if not PICTURES:
        return {}
    found = {}
    for number, case in enumerate(record.cases, 1):
        if case.treatments:
            encoded = b64encode(svg_of_record(record, number)).decode()
            found[number] = f"data:image/svg+xml;base64,{encoded}"
    return found
