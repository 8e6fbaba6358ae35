"""A record's text cut into passages and stretches, so that every stretch knows which values its words prove."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from caseextract.schema import ArticleRecord
from caseextract.schema.article import evidence_of
from caseextract.sections import NUMBERING, titles

MARKED_AT_MOST = 2_000
"""Characters; a longer piece of evidence (a whole section) is marked at its beginning only."""

_LONGEST_TITLE = 120


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


def named_sections(record: ArticleRecord) -> tuple[str, ...]:
    """The titles that the record's evidence names, also that of what was kept out."""
    return tuple(sorted({evidence.section for evidence in evidence_of(record) if evidence.section}))


def passages(text: str, spans: Sequence[Span], *, sections: Sequence[str] = ()) -> tuple[Passage, ...]:
    """The text's passages in order; `sections` are titles that evidence of the record names."""
    known = {_bare(title) for title in sections} | titles().keys()
    by_line = _by_line(text, spans)
    found = []
    section = ""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        heading = len(line.group()) <= _LONGEST_TITLE and _bare(line.group()) in known
        if heading:
            section = line.group().strip().rstrip(":")
        stretches = tuple(_stretches(text, line.start(), line.end(), by_line.get(line.start(), [])))
        found.append(Passage(line.start(), section, heading, stretches))
    return tuple(found)


def _bare(title: str) -> str:
    """A title in lower case, without its number and the colon at its end."""
    return NUMBERING.sub("", NUMBERING.sub("", title.strip())).lower()


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


def section_at(text: str, position: int, *, sections: Sequence[str] = ()) -> str | None:
    """The heading above a position, where the text has one."""
    found = [passage.section for passage in passages(text[:position], (), sections=sections) if passage.heading]
    return found[-1] if found else None
