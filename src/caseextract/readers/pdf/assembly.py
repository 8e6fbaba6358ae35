"""Passages to text with the way back: lines joined, line-end hyphens settled, every character with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from caseextract.readers.pdf.blocks import Passage
from caseextract.readers.pdf.characters import Sheet
from caseextract.readers.pdf.lines import Fragment
from caseextract.schema import Block
from caseextract.schema.report import Run

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST_WORD = re.compile(r"([\w’'-]*\w)-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_KEEPS_AFTER = frozenset(
    [
        "antero",
        "postero",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "long",
        "short",
        "high",
        "low",
        "well",
        "self",
        "half",
        "end",
        "on",
        "off",
        "follow",
        "early",
        "late",
        "large",
        "small",
        "near",
        "full",
        "stage",
        "year",
        "month",
        "week",
        "day",
        "cell",
        "line",
        "dose",
        "based",
        "anti",
        "pre",
        "post",
        "non",
        "co",
        "multi",
        "inter",
        "cross",
        "time",
        "life",
        "state",
        "two",
        "three",
        "four",
        "five",
        "six",
        "single",
        "double",
        "triple",
        "left",
        "right",
        "upper",
        "lower",
        "poorly",
        "moderately",
        "newly",
        "castration",
        "hormone",
        "platinum",
        "cisplatin",
    ]
)
_KEEPS_BEFORE = frozenset(
    [
        "line",
        "lines",
        "year",
        "month",
        "week",
        "day",
        "up",
        "old",
        "based",
        "positive",
        "negative",
        "free",
        "related",
        "specific",
        "type",
        "grade",
        "stage",
        "term",
        "dose",
        "cell",
        "ray",
        "risk",
        "targeted",
        "derived",
        "induced",
        "resistant",
        "sensitive",
        "mutant",
        "mutated",
        "rearranged",
        "like",
        "to",
        "of",
        "and",
        "in",
        "the",
        "naive",
        "refractory",
        "dependent",
        "associated",
        "directed",
        "defined",
        "known",
        "treated",
        "containing",
        "sparing",
        "guided",
        "mediated",
        "assisted",
        "differentiated",
    ]
)


@dataclass
class Vocabulary:
    """The report's own words, which tell how a word broken at a line end is written."""

    words: Counter[str]

    @classmethod
    def of(cls, fragments: Iterable[Fragment]) -> Vocabulary:
        """Count the words of fragments, without those broken at line ends."""
        words: Counter[str] = Counter()
        is_broken = False
        for fragment in fragments:
            found = _WORD.findall(fragment.text.lower())
            first, is_broken = int(is_broken), fragment.text.endswith("-")
            words.update(found[first : len(found) - int(is_broken)])
        return cls(words)

    def joins(self, before: str, after: str) -> tuple[bool, str]:
        """For text ending in a hyphen and what follows: whether the hyphen stays, and what stands between."""
        left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if left is None:
            return True, " "
        if right is None:
            return True, ""
        one, other = left.group(1), right.group()
        if not after[0].islower():
            return self.words[f"{one}{other}".lower()] <= self.words[f"{one}-{other}".lower()], ""
        if other in ("and", "or", "to", "versus") and after[len(other) : len(other) + 1] != "-" and not self.words[f"{one}{other}".lower()]:
            return True, " "
        return self._keeps(one, other), ""

    def _keeps(self, one: str, other: str) -> bool:
        hyphened, joined = f"{one}-{other}".lower(), f"{one}{other}".lower()
        if self.words[hyphened] != self.words[joined]:
            return self.words[hyphened] > self.words[joined]
        tail = one.rsplit("-", 1)[-1]
        if len(tail) == 1 or any(map(str.isdigit, tail)) or tail.isupper():
            return True
        if other in _KEEPS_BEFORE and (len(other) > 3 or other in ("up", "old")):
            return len(tail) > 2
        known = self.words[other.lower()] > 0 and len(other) > 3
        return known and (tail.lower() in _KEEPS_AFTER or (len(tail) > 3 and self.words[tail.lower()] > 0))


@dataclass
class Assembly:
    """Grows the text, its blocks and its runs together."""

    sheets: list[Sheet]
    heights: list[tuple[float, float]]
    vocabulary: Vocabulary
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def add(self, passage: Passage) -> None:
        """Append a passage as one block."""
        pieces = list(_pieces(passage))
        if not any(piece.fragment.text.strip() for piece in pieces):
            return
        if self.parts:
            self._put("\n\n")
        start = self.length
        for place, piece in enumerate(pieces):
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            self._piece(piece, following)
        if self.length > start:
            self.blocks.append(Block(kind=passage.kind, start=start, end=self.length, section=passage.section))

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _piece(self, piece: _Piece, following: _Piece | None) -> None:
        text, between = piece.fragment.text, following.before if following else ""
        if following is not None and piece.ends_line and between == " ":
            if text.endswith("-"):
                keeps, between = self.vocabulary.joins(text, following.fragment.text)
                text = text if keeps else text[:-1]
            elif _is_tight(text, following.fragment.text):
                between = ""
        self._run(piece, text)
        self._put(text)
        self._put(between)

    def _run(self, piece: _Piece, text: str) -> None:
        if not text:
            return
        sheet, fragment = self.sheets[piece.sheet], piece.fragment
        edges, top, bottom = fragment.edges[: len(text) + 1], fragment.top, fragment.bottom
        width, height = self.heights[sheet.page - 1]
        if sheet.turn == 1:
            edges = [height - x for x in edges]
        elif sheet.turn == 2:
            edges, top, bottom = [width - x for x in edges], height - bottom, height - top
        elif sheet.turn == 3:
            top, bottom = width - bottom, width - top
        self.runs.append(
            Run(
                start=self.length,
                end=self.length + len(text),
                page=sheet.page,
                top=round(top, 2),
                bottom=round(bottom, 2),
                edges=tuple(edges),
                vertical=sheet.turn % 2 == 1,
            )
        )


@dataclass(slots=True)
class _Piece:
    """A fragment, what stands before it, and whether it ends its line."""

    fragment: Fragment
    sheet: int
    before: str
    ends_line: bool = False


def _pieces(passage: Passage) -> Iterable[_Piece]:
    if passage.table is not None:
        yield from _table_pieces(passage)
        return
    between = "\n" if passage.kind == "table" else " "
    within = " | " if passage.kind == "table" else " "
    for line in passage.lines:
        last = len(line.fragments) - 1
        for place, fragment in enumerate(line.fragments):
            yield _Piece(fragment, line.sheet, within if place else between, ends_line=place == last)


def _table_pieces(passage: Passage) -> Iterable[_Piece]:
    """Cells parted by bars, rows by line ends; an empty cell keeps its place."""
    table = passage.table
    assert table is not None
    for row in table.rows:
        before = "\n"
        for place, cell in enumerate(row):
            for fragment in cell:
                yield _Piece(fragment, table.sheet, before, ends_line=True)
                before = " "
            before = (before if before.endswith("| ") else "") + " | " if place or cell else " | "
            before = before.replace("|  |", "| |")


def _is_tight(before: str, after: str) -> bool:
    """Whether a line broke after a dash or slash inside a word or number."""
    if len(before) < 2 or before[-2].isspace():
        return False
    return before[-1] in "–—−/" and (after[:1].isalnum() or after[:1] in "(<>≥≤")
