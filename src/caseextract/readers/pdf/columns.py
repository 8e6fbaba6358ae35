"""The order of reading: bands of full width, columns within bands, columns within columns.

A gutter is a vertical strip left of an edge at which many lines begin, which no line crosses over the height of a
band, and whose two sides are filled like running text. Cells of a table leave their columns half empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from caseextract.readers.pdf.lines import Fragment

_MAX_DEPTH = 3
_MIN_FILL = 0.5
_STRIP = 4.0
_GUTTER = 0.6


def columns_of(fragments: list[Fragment], depth: int = 0) -> list[list[Fragment]]:
    """The fragments as columns in the order of reading; each inner list is one column."""
    if len(fragments) < 6 or depth > _MAX_DEPTH:
        return [fragments] if fragments else []
    ordered = sorted(fragments, key=lambda part: part.base)
    best: list[tuple[int, int]] = []
    edge = weight = 0.0
    for candidate in _candidates(ordered):
        bands = list(_bands(ordered, candidate))
        covered = sum(stop - start for start, stop in bands)
        if covered > 1.1 * weight:
            best, edge, weight = bands, candidate, covered
    if not best:
        return [ordered]
    return list(_cut(ordered, best, edge, depth))


def _cut(ordered: list[Fragment], bands: list[tuple[int, int]], edge: float, depth: int) -> Iterator[list[Fragment]]:
    """Full-width parts and the bands' two sides, one after the other."""
    position = 0
    for start, stop in bands:
        if ordered[position:start]:
            yield from columns_of(ordered[position:start], depth + 1)
        band = ordered[start:stop]
        yield from columns_of([part for part in band if part.x0 < edge - _STRIP], depth + 1)
        yield from columns_of([part for part in band if part.x0 >= edge - _STRIP], depth + 1)
        position = stop
    if ordered[position:]:
        yield from columns_of(ordered[position:], depth + 1)


def _candidates(ordered: list[Fragment]) -> list[float]:
    """Edges at which many fragments begin, the most frequent first."""
    left = min(part.x0 for part in ordered)
    right = max(part.x1 for part in ordered)
    counts: Counter[int] = Counter(int(part.edges[0] // 2) for part in ordered)
    pairs = {key: counts[key] + counts.get(key + 1, 0) for key in counts}
    low, high = left + 0.12 * (right - left), right - 0.12 * (right - left)
    enough = max(3, len(ordered) // 40)
    found = [key for key, times in pairs.items() if times >= enough and low < 2 * key < high]
    found.sort(key=lambda key: -pairs[key])
    edges = [min(part.edges[0] for part in ordered if key * 2 <= part.edges[0] < key * 2 + 4) for key in found[:8]]
    return list(dict.fromkeys(_outdented(ordered, edge) for edge in edges))


def _outdented(ordered: list[Fragment], edge: float) -> float:
    """The edge moved left to the numbers or first words that hang out a little to the left of it."""
    hanging = (
        part.edges[0]
        for part in ordered
        if edge - 26 < part.edges[0] < edge - _STRIP and part.edges[-1] > edge - _GUTTER * part.size
    )
    return min(hanging, default=edge)


def _bands(ordered: list[Fragment], edge: float) -> Iterator[tuple[int, int]]:
    """Stretches of fragments, from top to bottom, within which the strip left of the edge stays empty."""
    start = 0
    for index, part in enumerate(ordered):
        if part.edges[0] < edge - _STRIP and part.edges[-1] > edge - _GUTTER * part.size:
            if _is_set_in_columns(ordered[start:index], edge):
                yield start, index
            start = index + 1
    if _is_set_in_columns(ordered[start:], edge):
        yield start, len(ordered)


def _is_set_in_columns(band: list[Fragment], edge: float) -> bool:
    """Whether both sides of an edge are filled like running text and stand beside each other."""
    left = [part for part in band if part.edges[0] < edge - _STRIP]
    right = [part for part in band if part.edges[0] >= edge - _STRIP]
    if len(left) < 2 or len(right) < 2:
        return False
    if sum(part.edges[0] < edge + 3 for part in right) < 0.3 * len(right):
        return False
    side_by_side = min(left[-1].base, right[-1].base) - max(left[0].top, right[0].top)
    if side_by_side < 0.5 * left[0].size:
        return False
    return _fill(left, max(part.x1 for part in left)) >= _MIN_FILL and _fill(right, max(part.x1 for part in right)) >= _MIN_FILL


def _fill(side: list[Fragment], right: float) -> float:
    """The median share of a side's width that its lines cover; columns inside the side need not share baselines."""
    width = right - min(part.edges[0] for part in side)
    height = 1.35 * median(part.size for part in side)
    rows: dict[int, float] = {}
    for part in side:
        key = int(part.base // height)
        rows[key] = rows.get(key, 0.0) + part.edges[-1] - part.edges[0]
    return median(rows.values()) / width if width > 40 else 0.0
