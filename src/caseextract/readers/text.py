"""Plain text: a paragraph, a whole article, or what was copied from a journal's web page.

The text stays as it is, so that offsets are those of the file; only the blocks are found.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseextract.errors import EmptyReport, TooLarge
from caseextract.readers import headings
from caseextract.readers.decoding import decoded
from caseextract.readers.metadata import metadata_of
from caseextract.schema import Block, Metadata, Report
from caseextract.schema.report import BlockKind
from caseextract.settings import DEFAULT, Settings

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LIST_ITEM = re.compile(r"\s*(?:[•▪◦●‣·]|[-–*]\s)")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s*$")
SHORTEST_BROKEN = 40
"""Characters of a line that may be broken inside a sentence; shorter ones are headings, cells and items."""
_DOWNWARD_FURNITURE = re.compile(r"\s*(?:\*\s*correspondence|disclaimer\s*:|research integrity at)", re.IGNORECASE)


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """Decode bytes and find the blocks."""
    return report_of(decoded(content), name=name, settings=settings)


def report_of(text: str, *, name: str | None = None, settings: Settings = DEFAULT) -> Report:
    """A report whose blocks are the text's lines that are not blank (its paragraphs, where lines are wrapped)."""
    if not text.strip():
        raise EmptyReport(f"{name or 'input'}: nothing to read")
    if len(text) > settings.max_characters:
        raise TooLarge(
            f"{name or 'input'}: more than {settings.max_characters} characters; raise `max_characters` to read it"
        )
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c]", "\n", text)
    lines = _lines(text)
    title = _title(lines)
    blocks = tuple(_blocks(lines, title))
    return Report(text=text, blocks=blocks, metadata=_metadata(text, blocks), name=name)


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    words: str


def _lines(text: str) -> list[_Line]:
    spans = [m.span() for m in _CHUNK.finditer(text)] if _is_wrapped(text) else _joined(text)
    return [_Line(start, end, " ".join(text[start:end].split())) for start, end in spans]


def _joined(text: str) -> list[tuple[int, int]]:
    """The lines; one that is broken inside a sentence goes on in the next."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if spans and start == spans[-1][1] + 1 and _is_broken(text[slice(*spans[-1])], text[start:end]):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _is_broken(line: str, following: str) -> bool:
    return len(line) > SHORTEST_BROKEN and not _SENTENCE_END.search(line) and following.lstrip()[:1].islower()


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken inside sentences, as in text copied from a PDF."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or sorted(map(len, lines))[len(lines) * 9 // 10] > 160:
        return False
    broken = sum(
        not _SENTENCE_END.search(line) and following[:1].islower() for line, following in itertools.pairwise(lines)
    )
    return broken >= 0.3 * (len(lines) - 1)


def _title(lines: list[_Line]) -> _Line | None:
    """The first line that reads like a title; a text of one paragraph has none."""
    if len(lines) < 2:
        return None
    has_headings = any(headings.is_known_heading(line.words) for line in lines)
    for line in lines[:15]:
        words = line.words
        if headings.is_known_heading(words) and not headings.is_front_matter(words):
            return None
        if headings.is_front_matter(words) or len(words) < 15 or len(words.split()) < 3:
            continue
        sentence = _SENTENCE_END.search(words) is not None
        return line if len(words) <= 350 and (not sentence or (has_headings and len(words) <= 250)) else None
    return None


def _blocks(lines: list[_Line], title: _Line | None) -> Iterator[Block]:
    """Each line with its role, by its words and by what stands before it."""
    section: str | None = None
    in_furniture = in_references = False
    body_begun = False
    for line in lines:
        kind = "title" if line is title else _kind(line.words)
        if kind == "front" and title is not None and line.start > title.start and headings.is_known_heading(line.words):
            kind = "heading"  # "Case report" is the kind of article above the title, and a section below it
        after_furniture = in_furniture
        in_furniture = bool(_DOWNWARD_FURNITURE.match(line.words)) or (in_furniture and kind != "heading")
        if kind == "paragraph" and after_furniture and (len(line.words) < 250 or not body_begun):
            kind = "front"
        elif kind == "heading":
            section = line.words.rstrip(":")
            in_references = headings.is_references_heading(line.words)
            body_begun = True
        elif in_references and kind != "title":
            kind = "references"
        in_furniture = in_furniture and kind == "front"
        body_begun = body_begun or kind == "paragraph"
        yield Block(kind=kind, start=line.start, end=line.end, section=None if kind in ("title", "front") else section)


def _kind(words: str) -> BlockKind:
    if headings.is_caption(words):
        return "caption"
    if headings.is_front_matter(words):
        return "front"
    if headings.is_known_heading(words) or headings.is_numbered_heading(words):
        return "heading"
    if _LIST_ITEM.match(words):
        return "list"
    if words.count("\t") >= 2 or words.count(" | ") >= 2:
        return "table"
    return "paragraph"


def _metadata(text: str, blocks: tuple[Block, ...]) -> Metadata:
    """From the front matter wherever it stands, and from the lines above the first paragraph."""
    first = next((block.start for block in blocks if block.kind == "paragraph"), len(text))
    front = [text[b.start : b.end] for b in blocks if b.kind == "front" or (b.end <= first and b.kind != "title")]
    title = next((" ".join(text[b.start : b.end].split()) for b in blocks if b.kind == "title"), None)
    authors = next((headings.authors_in(line) for line in front if headings.is_authors(line)), ())
    return metadata_of("\n".join(front), title=title, lines=front, authors=authors)
