"""Fragments and lines: the pieces of type from which everything else in a PDF is judged.

Positions are in reading space: points from the top left corner of the page turned so that the text stands upright.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median_low


@dataclass(slots=True, eq=False)
class Fragment:
    """A stretch of one line without a wide gap; `edges` are the x positions of its characters, one more than those."""

    text: str
    edges: list[float]
    top: float
    bottom: float
    base: float
    size: float
    bold: bool = False

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.edges[-1]


@dataclass(slots=True, eq=False)
class Line:
    """Fragments on one baseline within one column, from left to right; `left` and `right` are the column's edges."""

    sheet: int
    fragments: list[Fragment]
    left: float = 0.0
    right: float = 0.0
    x0: float = field(init=False)
    x1: float = field(init=False)
    base: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        parts = self.fragments
        longest = parts[0] if len(parts) == 1 else max(parts, key=lambda part: len(part.text))
        self.x0, self.x1 = parts[0].edges[0], parts[-1].edges[-1]
        self.base, self.size = longest.base, longest.size
        self.top, self.bottom = longest.top, longest.bottom
        self.bold = longest.bold and all(part.bold for part in parts)
        self.text = longest.text if len(parts) == 1 else " ".join(part.text for part in parts)


def lines_of(fragments: list[Fragment], *, sheet: int) -> list[Line]:
    """Fragments of one column grouped by baseline, from top to bottom."""
    if not fragments:
        return []
    groups: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda part: part.base):
        group = groups[-1] if groups else None
        if group and fragment.base - group[0].base < 0.35 * min(fragment.size, group[0].size):
            group.append(fragment)
        else:
            groups.append([fragment])
    left = min(part.x0 for part in fragments)
    right = max(part.x1 for part in fragments)
    for group in groups:
        group.sort(key=lambda part: part.edges[0])
    return [Line(sheet, _closed(group), left, right) for group in _without_marks(groups)]


def _closed(group: list[Fragment]) -> list[Fragment]:
    """Neighbours that touch, as after a raised mark, put together."""
    closed = group[:1]
    for part in group[1:]:
        last = closed[-1]
        gap = part.edges[0] - last.edges[-1]
        if -0.3 * part.size < gap < 0.12 * part.size:
            edges = last.edges[:-1] + part.edges
            closed[-1] = Fragment(last.text + part.text, edges, last.top, last.bottom, last.base, last.size, last.bold)
        else:
            closed.append(part)
    return closed


def _without_marks(groups: list[list[Fragment]]) -> list[list[Fragment]]:
    """Groups without those that are one raised mark of the line right below, as before a footnote."""
    kept = []
    for group, below in zip(groups, [*groups[1:], None], strict=True):
        mark = group[0]
        raised = len(group) == 1 and below and len(mark.text) <= 3 and mark.size < 0.86 * below[0].size
        if not (raised and below and below[0].base - mark.base < 0.6 * below[0].size and not mark.text.isalpha()):
            kept.append(group)
    return kept


def usual_leading(columns: list[list[Line]], body: float) -> float:
    """The median distance of baselines between lines of the body's size."""
    steps = [
        b.base - a.base
        for lines in columns
        for a, b in zip(lines, lines[1:], strict=False)
        if abs(a.size - body) < 0.1 * body and abs(b.size - body) < 0.1 * body and 0 < b.base - a.base < 4 * body
    ]
    return median_low(steps) if steps else 1.3 * body
