"""Counts over a run: tumours, genes, and responses by drug."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure

from caseextract.plots.lanes import RESPONSES
from caseextract.plots.style import BLUE, GREY, INK, ORANGE, SKY, VERMILION, new_figure, styled
from caseextract.schema import Case

MOST = 20
"""Rows shown, the most frequent first."""
_SHORTEST_AXIS = 5
"""A count of one must not look like everything."""

_GROUPS = {
    "complete response": (("CR", "pCR"), BLUE),
    "partial response, response": (("PR", "R"), SKY),
    "stable disease, mixed": (("SD", "mixed"), GREY),
    "progression, no response": (("PD", "NR"), VERMILION),
}
"""From best to worst; dark and light alternate, so that a grey print still tells them apart."""


def tumours(cases: Sequence[Case]) -> Figure:
    """Patients by the index tumour; names of one code are counted together, under the one used most."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for histology in [d.histology for case in cases for d in case.diagnoses if d.role == "index"]:
        code = histology.codes.get("oncotree") or histology.codes.get("ncit") or histology.name
        names[code][histology.name] += 1
    found = Counter({_usual(said): said.total() for said in names.values()})
    return _bars(found, "Tumours", "Patients", BLUE)


def _usual(said: Counter[str]) -> str:
    return min(said, key=lambda name: (-said[name], len(name), name))


def genes(cases: Sequence[Case]) -> Figure:
    """Patients by altered gene."""
    found = Counter(gene for case in cases for gene in {a.gene for a in case.alterations if a.status == "present"})
    return _bars(found, "Altered genes", "Patients", ORANGE, italic=True)


def responses(cases: Sequence[Case]) -> Figure:
    """Best responses of the courses that a drug was part of."""
    by_drug: dict[str, Counter[str]] = defaultdict(Counter)
    for course in [course for case in cases for course in case.treatments if course.best_response]:
        assert course.best_response is not None
        for agent in {agent.name for agent in course.agents}:
            by_drug[agent][RESPONSES[course.best_response.value]] += 1
    drugs = sorted(by_drug, key=lambda drug: (-by_drug[drug].total(), drug))[:MOST]
    with styled():
        figure = new_figure(8.2, 1.7 + 0.3 * len(drugs))
        axes = figure.add_subplot()
        left = [0] * len(drugs)
        for label, (words, colour) in _GROUPS.items():
            widths = [sum(by_drug[drug][word] for word in words) for drug in drugs]
            axes.barh(drugs, widths, left=left, height=0.66, color=colour, edgecolor="white", linewidth=1, label=label)
            for row, width in enumerate(widths):
                if width:
                    dark = colour in (BLUE, VERMILION)
                    place = left[row] + width / 2
                    axes.text(
                        place, row, str(width), ha="center", va="center", fontsize=8, color="white" if dark else INK
                    )
            left = [a + b for a, b in zip(left, widths, strict=True)]
        _finish(axes, _titled("Best response by drug", len(by_drug)), "Courses", len(drugs), max(left, default=0))
        figure.legend(loc="outside lower left", ncols=4)
    return figure


def _bars(found: Counter[str], title: str, counted: str, colour: str, *, italic: bool = False) -> Figure:
    names = sorted(found, key=lambda name: (-found[name], name))[:MOST]
    with styled():
        figure = new_figure(8.2, 1.2 + 0.3 * len(names))
        axes = figure.add_subplot()
        bars = axes.barh(names, [found[name] for name in names], height=0.66, color=colour)
        axes.bar_label(bars, padding=4, fontsize=8, color=INK)
        axes.tick_params(axis="y", labelfontfamily="DejaVu Sans")
        for label in axes.get_yticklabels() if italic else ():
            label.set_fontstyle("italic")
        _finish(axes, _titled(title, len(found)), counted, len(names), max(found.values(), default=0))
    return figure


def _titled(title: str, rows: int) -> str:
    return f"{title} (the {MOST} most frequent of {rows})" if rows > MOST else title


def _finish(axes: Any, title: str, counted: str, rows: int, longest: int) -> None:
    axes.set_title(title)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set_xlim(0, max(longest * 1.05, _SHORTEST_AXIS))
    axes.set_xlabel(counted)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
