"""What stands in the margins: running heads and feet, page numbers, line numbers, stamps set sideways."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from caseextract.readers.pdf.characters import Sheet
from caseextract.readers.pdf.lines import Fragment

HEAD, FOOT = 0.11, 0.885
"""Shares of a page's height above and below which marginal lines stand."""

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?(?:[A-Z]?\d{1,6}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,5})?|[-–—|]\s*\d{1,5}\s*[-–—|]", re.IGNORECASE
)
_LINE_NUMBER = re.compile(r"\d{1,4}")
_STAMP = re.compile(
    r"provisional|accepted|in review|preprint|medrxiv|biorxiv|arxiv|downloaded from|by guest|for personal use|"
    r"author manuscript|"
    r"uncorrected proof|in press|not certified|copyright|©|all rights reserved|licen[cs]e|doi\.org|www\.|https?:",
    re.IGNORECASE,
)


def without_margins(pages: list[list[Sheet]]) -> list[str]:
    """Take marginal fragments out of the sheets; returns what was taken, for what it says of the article.

    The first page's running lines are returned too, but their words are kept apart only where they repeat.
    """
    taken: list[str] = []
    repeated = _repeated(pages)
    for sheets in pages:
        sheets[1:] = [sheet for sheet in sheets[1:] if not _is_stamp(sheet, taken)]
        sheets.sort(key=lambda sheet: sheet.turn != 0)
        for sheet in sheets:
            taken.extend(sheet.tilted)
            numbers = _line_numbers(sheet)
            kept = []
            for fragment in sheet.fragments:
                if id(fragment) in numbers:
                    continue
                if _in_margin(fragment, sheet) and _shape(fragment) in repeated:
                    taken.append(fragment.text)
                else:
                    kept.append(fragment)
            sheet.fragments = kept
            sheet.fragments = [fragment for fragment in kept if not _is_page_number(fragment, sheet)]
    return taken


def _in_margin(fragment: Fragment, sheet: Sheet) -> bool:
    return fragment.bottom < HEAD * sheet.height or fragment.top > FOOT * sheet.height


def _shape(fragment: Fragment) -> tuple[str, bool]:
    """The words without their digits, and whether they stand at the head."""
    return re.sub(r"\d+|\s+", "#", fragment.text.lower()), fragment.top < 200


def _repeated(pages: list[list[Sheet]]) -> set[tuple[str, bool]]:
    """Marginal lines that come again on other pages."""
    seen: Counter[tuple[str, bool]] = Counter()
    for sheets in pages:
        seen.update({_shape(part) for sheet in sheets for part in sheet.fragments if _in_margin(part, sheet)})
    enough = 2 if len(pages) < 12 else max(2, len(pages) // 12)
    return {shape for shape, times in seen.items() if times >= enough and sum(map(str.isalpha, shape[0])) >= 4}


def _is_page_number(fragment: Fragment, sheet: Sheet) -> bool:
    """A number outside of all other lines, at the head or foot."""
    at_head = fragment.bottom < 0.15 * sheet.height
    if (
        not (at_head or fragment.top > 0.8 * sheet.height)
        or len(fragment.text) > 20
        or _PAGE_NUMBER.fullmatch(fragment.text.strip()) is None
    ):
        return False
    beyond = (
        part for part in sheet.fragments if part is not fragment and not _PAGE_NUMBER.fullmatch(part.text.strip())
    )
    if at_head:
        return not any(part.bottom < fragment.top - 2 for part in beyond)
    return not any(part.bottom > fragment.top for part in beyond if part.text.strip())


def _line_numbers(sheet: Sheet) -> set[int]:
    """Fragments that count the lines of a manuscript: rising numbers alone at the left of everything."""
    numbers = [part for part in sheet.fragments if _LINE_NUMBER.fullmatch(part.text.strip())]
    if len(numbers) < 8:
        return set()
    right = sorted(part.x1 for part in numbers)[len(numbers) // 2]
    column = sorted((part for part in numbers if abs(part.x1 - right) < 6), key=lambda part: part.base)
    others = [part for part in sheet.fragments if not _LINE_NUMBER.fullmatch(part.text.strip()) and len(part.text) > 20]
    values = [int(part.text) for part in column]
    rising = sum(b == a + 1 for a, b in itertools.pairwise(values))
    steps = {b - a for a, b in itertools.pairwise(values)}
    beside = sum(part.x0 > right for part in others) >= 0.9 * len(others)
    regular = rising >= 0.8 * (len(values) - 1) or (len(steps) == 1 and steps.pop() > 0)
    return {id(part) for part in column} if len(column) >= 8 and beside and regular else set()


def _is_stamp(sheet: Sheet, taken: list[str]) -> bool:
    """Whether text set sideways is a stamp and no table."""
    words = " ".join(part.text for part in sheet.fragments)
    if not sheet.turn:
        return False
    if len(words) > 400 and not (_STAMP.search(words) and len(words) < 1500):
        return False
    taken.append(words)
    return True
