"""Tables: found by their captions and ruling lines, kept together as rows of cells."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from caseextract.readers.pdf.characters import Sheet
from caseextract.readers.pdf.lines import Fragment, Line, lines_of

_CAPTION = re.compile(r"(?:supplementary\s+|appendix\s+)?table\s*(?:S?\d{1,3}|[IVX]{1,4})\b", re.IGNORECASE)
_MAX_OBJECTS = 20_000
_TALLEST_CELL = 60.0


@dataclass(slots=True)
class Rule:
    """A horizontal line of a page, in reading space."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Table:
    """Cells of each row in order; each cell holds its lines."""

    sheet: int
    top: float
    left: float
    rows: list[list[list[Fragment]]]


def has_caption(sheet: Sheet) -> bool:
    """Whether a fragment of the sheet opens a table's caption."""
    return any(_CAPTION.match(part.text) for part in sheet.fragments)


def rules_of(page: Any, sheet: Sheet) -> list[Rule]:
    """The page's horizontal lines, from top to bottom; none for sheets set sideways."""
    if sheet.turn or pdfium.FPDFPage_GetRotation(page):
        return []
    sides = [ctypes.c_float() for _ in range(4)]
    found = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(item, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if right - left < 15:
            continue
        if top - bottom < 3:
            found.append(Rule(left, right, sheet.height - (top + bottom) / 2))
        elif top - bottom < _TALLEST_CELL:
            found.extend((Rule(left, right, sheet.height - top), Rule(left, right, sheet.height - bottom)))
    return _joined(found)


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line, as drawn cell by cell, put together; from top to bottom."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y), rule.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.y - rule.y) < 1.5 and rule.x0 < last.x1 + 3:
            last.x1 = max(last.x1, rule.x1)
        else:
            joined.append(Rule(rule.x0, rule.x1, rule.y))
    return joined


def take_tables(sheet: Sheet, number: int, rules: list[Rule]) -> list[Table]:
    """Take the fragments of ruled tables out of the sheet and return them as tables."""
    tables = []
    for caption in [part for part in sheet.fragments if _CAPTION.match(part.text)]:
        box = _box(caption, rules, sheet)
        if box is None:
            continue
        x0, top, x1, bottom = box
        inside = [
            part
            for part in sheet.fragments
            if part.x0 >= x0 - 3 and part.x1 <= x1 + 6 and top - 2 <= (part.top + part.bottom) / 2 <= bottom + 2
            and part is not caption
        ]
        if len(inside) < 3:
            continue
        inner = [rule.y for rule in rules if top + 2 < rule.y < bottom - 2 and rule.x0 >= x0 - 3 and rule.x1 <= x1 + 3]
        members = set(map(id, inside))
        sheet.fragments = [part for part in sheet.fragments if id(part) not in members]
        tables.append(Table(number, top, x0, list(_rows(inside, inner))))
    return tables


def _box(caption: Fragment, rules: list[Rule], sheet: Sheet) -> tuple[float, float, float, float] | None:
    """The area between the first and last rule that belong to a caption above them."""
    below = [rule for rule in rules if rule.y > caption.base - 2 and rule.x0 < caption.x1 and rule.x1 > caption.x0]
    if not below or below[0].y - caption.base > 110:
        return None
    first = below[0]
    x0, x1, last = first.x0, first.x1, first.y
    captions = [part.top for part in sheet.fragments if part is not caption and _CAPTION.match(part.text)]
    for rule in below[1:]:
        if any(last < y < rule.y and y > caption.bottom for y in captions):
            break
        chained = rule.y - last < 60 and rule.x0 < x1 and rule.x1 > x0
        same = abs(rule.x0 - x0) < 3 and abs(rule.x1 - x1) < 3 and rule.y < 0.93 * sheet.height
        if (chained or same) and not _is_running_text(sheet, x0, x1, last, rule.y):
            x0, x1, last = min(x0, rule.x0), max(x1, rule.x1), rule.y
    return (x0, first.y, x1, last) if last - first.y > 8 else None


def _is_running_text(sheet: Sheet, x0: float, x1: float, top: float, bottom: float) -> bool:
    """Whether lines as wide as the table stand between two rules: text after the table, not its cells."""
    between = (part for part in sheet.fragments if top < part.base < bottom and part.x0 > x0 - 4 and part.x1 < x1 + 4)
    return sum(part.x1 - part.x0 > 0.75 * (x1 - x0) for part in between) > 2


def _rows(inside: list[Fragment], rules: list[float]) -> Iterator[list[list[Fragment]]]:
    """Rows between ruling lines, or between strips that no cell covers and that are wider than between lines of a cell."""
    starts = _column_starts(lines_of(inside, sheet=0))
    strips = _strips(inside)
    gaps = [b[0].top - max(part.bottom for part in a) for a, b in zip(strips, strips[1:], strict=False)]
    row = strips[0]
    for gap, strip in zip(gaps, strips[1:], strict=True):
        size = strip[0].size
        tight = gap < 0.22 * size and max(gaps) > gap + 1.2
        headless = all(_column(part, starts) > 0 for part in strip) and gap < 0.6 * size
        ruled = any(row[-1].base < y < strip[0].base for y in rules)
        if ruled or not (tight or headless):
            yield _cells(row, starts)
            row = []
        row = row + strip
    yield _cells(row, starts)


def _strips(inside: list[Fragment]) -> list[list[Fragment]]:
    """Fragments that overlap vertically, together."""
    strips: list[list[Fragment]] = []
    reach = float("-inf")
    for part in sorted(inside, key=lambda part: part.top):
        if strips and part.top < reach - 0.15 * part.size:
            strips[-1].append(part)
        else:
            strips.append([part])
        reach = max(reach, part.bottom)
    return strips


def _column_starts(lines: list[Line]) -> list[float]:
    """Left edges of the table's columns: gaps that no cell of a row with all its cells covers."""
    spans = sorted((part.x0, part.x1) for line in lines if len(line.fragments) > 1 for part in line.fragments)
    starts: list[float] = []
    reach = float("-inf")
    for x0, x1 in spans:
        if x0 > reach + 1:
            starts.append(x0)
        reach = max(reach, x1)
    return starts or [min(line.x0 for line in lines)]


def _column(part: Fragment, starts: list[float]) -> int:
    return max((index for index, start in enumerate(starts) if part.x0 >= start - 2), default=0)


def _cells(row: list[Fragment], starts: list[float]) -> list[list[Fragment]]:
    """The row's fragments by column, each column from top to bottom; columns without words are left empty."""
    cells: list[list[Fragment]] = [[] for _ in starts]
    for part in sorted(row, key=lambda part: (part.base, part.x0)):
        cells[_column(part, starts)].append(part)
    return cells
