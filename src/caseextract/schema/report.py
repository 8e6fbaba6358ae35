"""A report: one source text with its blocks and the way back to the page.

What a reader hands on. Offsets everywhere are characters of `Report.text`, half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from pydantic import Field, model_validator

from caseextract.schema.source import Box, Evidence, Frozen

BlockKind = Literal["title", "front", "heading", "paragraph", "caption", "table", "list", "footnote", "references"]
Format = Literal["text", "html", "pdf", "jats", "bioc"]


class Block(Frozen):
    """A stretch of the text with one role on the page.

    `front` is front matter beside the article (authors, affiliations, dates, licence, disclaimers).
    `section` is the title of the innermost section that the block stands in, where the reader knows it.
    """

    kind: BlockKind
    start: int = Field(ge=0)
    end: int
    section: str | None = None


class Run(Frozen):
    """Characters `[start, end)` that stand in one line of a page; `edges` are their x positions (n + 1 of them, points).

    In a `vertical` run, whose line was set sideways, `edges` are y positions, and `top` and `bottom` are x positions.
    """

    start: int
    end: int
    page: int = Field(ge=1)
    top: float
    bottom: float
    edges: tuple[float, ...]
    vertical: bool = False

    def box(self, start: int, end: int) -> Box:
        """The rectangle around `[start, end)`, which must lie inside the run."""
        one, other = self.edges[start - self.start], self.edges[end - self.start]
        low, high = min(one, other), max(one, other)
        if self.vertical:
            return Box(page=self.page, x0=self.top, top=low, x1=self.bottom, bottom=high)
        return Box(page=self.page, x0=low, top=self.top, x1=high, bottom=self.bottom)


class Layout(Frozen):
    """The way back from a character to page and box: runs in the order of the text, and page sizes in points."""

    runs: tuple[Run, ...] = ()
    pages: tuple[tuple[float, float], ...] = ()

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box for each line that `[start, end)` touches."""
        found = []
        first = max(bisect_right([run.start for run in self.runs], start) - 1, 0) if self.runs else 0
        for run in self.runs[first:]:
            if run.start >= end:
                break
            low, high = max(start, run.start), min(end, run.end)
            if low < high:
                found.append(run.box(low, high))
        return tuple(found)


class Metadata(Frozen):
    """What the file itself says of the article, outside its running text; empty where it says nothing."""

    title: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    journal: str | None = None
    year: int | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
    publication_status: str | None = None
    keywords: tuple[str, ...] = ()


class Report(Frozen):
    """One source text, its blocks in order, what the file says of itself, and for PDFs the layout."""

    text: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    layout: Layout | None = None
    format: Format = "text"
    name: str | None = None
    reader: str = "text"

    @model_validator(mode="after")
    def _blocks_in_order(self) -> Report:
        position = 0
        for block in self.blocks:
            if not position <= block.start <= block.end <= len(self.text):
                raise ValueError(f"block [{block.start}, {block.end}) is out of order or outside the text")
            position = block.end
        return self

    def evidence(self, start: int, end: int, *, section: str | None = None) -> Evidence:
        """The words at `[start, end)` as evidence, with page and boxes where the layout is known."""
        boxes = self.layout.boxes(start, end) if self.layout else ()
        return Evidence(quote=self.text[start:end], start=start, end=end, section=section, boxes=boxes)
