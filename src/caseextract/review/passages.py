"""A record's text cut into passages and stretches, so that every stretch knows which values its words prove."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

MARKED_AT_MOST = 2_000
"""Characters; a longer piece of evidence (a whole section) is marked at its beginning only."""

_TITLES = (
    "abstract|summary|background|introduction|case( (report|presentation|description|history|summary))?s?"
    "|patient information|clinical (findings|presentation)|methods?|results?|discussion|conclusions?|references"
    "|treatment|outcome|follow-?up|acknowledge?ments?|figure legends?|literature review"
)
_USUAL = re.compile(rf"(?:[\dIVX]+[.)]?\s+)?({_TITLES})\s*:?", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Characters `[start, end)` that prove the item, or the kept-out value, with this number on the page."""

    start: int
    end: int
    number: int
    out: bool = False


@dataclass(frozen=True)
class Stretch:
    """Characters that all prove the same items."""

    start: int
    text: str
    items: tuple[int, ...] = ()
    out: tuple[int, ...] = ()


@dataclass(frozen=True)
class Passage:
    """One line of the text that is not blank."""

    start: int
    section: str
    heading: bool
    stretches: tuple[Stretch, ...] = field(default_factory=tuple)


def passages(text: str, spans: Sequence[Span], *, sections: Sequence[str] = ()) -> tuple[Passage, ...]:
    """The text's passages in order; `sections` are titles that evidence of the record names."""
    titles = {title.strip().lower() for title in sections}
    by_line = _by_line(text, spans)
    found = []
    section = ""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        heading = _is_heading(line.group().strip(), titles)
        if heading:
            section = line.group().strip().rstrip(":")
        stretches = tuple(_stretches(text, line.start(), line.end(), by_line.get(line.start(), [])))
        found.append(Passage(line.start(), section, heading, stretches))
    return tuple(found)


def _is_heading(line: str, titles: set[str]) -> bool:
    return len(line) <= 80 and (line.lower().rstrip(":") in titles or _USUAL.fullmatch(line) is not None)


def _by_line(text: str, spans: Sequence[Span]) -> dict[int, list[Span]]:
    starts = [line.start() for line in re.finditer(r"[^\n]*\S[^\n]*", text)]
    found = defaultdict(list)
    for span in spans:
        end = min(span.end, span.start + MARKED_AT_MOST)
        for start in starts[max(bisect_right(starts, span.start) - 1, 0) :]:
            if start >= end:
                break
            found[start].append(Span(span.start, end, span.number, span.out))
    return found


def _stretches(text: str, start: int, end: int, spans: list[Span]) -> Iterator[Stretch]:
    edges = {start, end}
    for span in spans:
        edges |= {min(max(span.start, start), end), min(max(span.end, start), end)}
    ordered = sorted(edges)
    for low, high in pairwise(ordered):
        here = [span for span in spans if span.start <= low and high <= span.end]
        numbers = tuple(sorted({span.number for span in here if not span.out}))
        out = tuple(sorted({span.number for span in here if span.out}))
        yield Stretch(low, text[low:high], numbers, out)


def section_at(text: str, position: int) -> str | None:
    """The heading above a position, where the text has one."""
    found = [passage.section for passage in passages(text[:position], ()) if passage.heading]
    return found[-1] if found else None
