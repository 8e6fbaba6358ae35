"""Lines to passages: paragraphs, headings, captions, footnotes, references, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median_low

from caseextract.readers import headings
from caseextract.readers.pdf.lines import Line, usual_leading
from caseextract.readers.pdf.tables import Table
from caseextract.schema.report import BlockKind

_SENTENCE_END = re.compile(r"[.!?:;][\"”’)\]]*\s*(?:\[[\d,\s–-]+\])?$")
_LIST_ITEM = re.compile(r"(?:[•▪◦●‣■–]\s?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)")
_ENTRY = re.compile(r"\[?\d{1,3}[\].)]?\s+\S")
_TABLE_CAPTION = re.compile(r"(?:\w+\s+)?table\b", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:[*†‡§¶#]|\d{1,2}\s|[a-d]\s|abbreviations?\b|e-?mail|correspond|received|accepted|published|©|copyright|https?:|doi)",
    re.I,
)
_SMALL = 0.93
_LARGE = 1.12
_FLOATING = ("caption", "table", "footnote", "front")


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text, max(0, len(text) - 40)) is not None


@dataclass(eq=False)
class Passage:
    """Lines that belong together, with their role; a table keeps its rows apart."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    table: Table | None = None
    section: str | None = None

    @property
    def text(self) -> str:
        """The words as they stand, line ends as spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The usual size of its type."""
        return median_low([line.size for line in self.lines]) if self.lines else 0.0


@dataclass(frozen=True)
class Column:
    """One column's lines with what is usual in it."""

    lines: list[Line]
    page: int
    height: float
    width: float

    def measures(self) -> tuple[float, float]:
        """The left and the right edge at which most lines begin and end."""
        lefts = Counter(round(line.x0) for line in self.lines)
        left = min((x for x, times in lefts.items() if times >= 0.15 * len(self.lines)), default=self.lines[0].x0)
        rights = sorted(line.x1 for line in self.lines)
        return left, rights[int(0.9 * (len(rights) - 1))]


def body_size(columns: list[Column]) -> float:
    """The size of type that most characters have."""
    weights: Counter[float] = Counter()
    for column in columns:
        for line in column.lines:
            weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def passages_of(columns: list[Column], tables: dict[int, list[Table]]) -> list[Passage]:
    """The report's passages in the order of reading."""
    body = body_size(columns)
    leading = usual_leading([column.lines for column in columns], body)
    title = _Title(columns, body)
    passages: list[Passage] = []
    state = _State(body, tables)
    for column in columns:
        groups = list(_groups(column, body, leading))
        awaited = True
        for place, group in enumerate(groups):
            last = all(_is_small(later, body) for later in groups[place:])
            passage = Passage(state.kind(group, column, title, is_last=last), group)
            state.place(passages, passage, may_continue=awaited, column=column)
            awaited = awaited and passage.kind in _FLOATING
        _leftover_tables(passages, tables, {line.sheet for line in column.lines})
    for rest in tables.values():
        passages.extend(Passage("table", table=table) for table in rest)
    _sections(passages)
    return passages


class _Title:
    """Where the title stands: the largest type in the upper part of the first page."""

    def __init__(self, columns: list[Column], body: float) -> None:
        lines = [
            (line, column)
            for column in columns
            if column.page == 1
            for line in column.lines
            if line.top < 0.6 * column.height and sum(map(str.isalpha, line.text)) > 3
        ]
        usable = [line for line, _ in lines if line.size > _LARGE * body]
        by_size: dict[float, list[Line]] = {}
        for line in usable:
            by_size.setdefault(round(line.size), []).append(line)
        self.lines: set[int] = set()
        for size in sorted(by_size, reverse=True):
            words = " ".join(line.text for line in by_size[size])
            if len(words.split()) >= 4 and not headings.is_front_matter(words) and not headings.is_known_heading(words):
                self.lines = {id(line) for line in by_size[size]}
                break

    def holds(self, group: list[Line]) -> bool:
        return bool(group) and id(group[0]) in self.lines


def _is_small(group: list[Line], body: float) -> bool:
    return median_low([line.size for line in group]) < _SMALL * body


def _groups(column: Column, body: float, leading: float) -> Iterator[list[Line]]:
    """Lines between which nothing marks a new paragraph."""
    left, right = column.measures()
    group: list[Line] = []
    for line in column.lines:
        if group and (
            _parts(group, line, leading, left, right, body)
            or (column.page == 1 and line.size < _LARGE * body and _is_front_line(group, line))
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: list[Line], line: Line, leading: float, left: float, right: float, body: float) -> bool:
    """Whether a line opens a new group."""
    before = group[-1]
    step = line.base - before.base
    usual = leading if abs(line.size - body) < 0.1 * body else 1.45 * line.size
    if step > max(1.25 * usual, 1.1 * before.size) or step < 0:
        return True
    if abs(line.size - before.size) > 0.14 * before.size and len(line.text) > 2 and len(before.text) > 2:
        return True
    if headings.is_caption(line.text) and (_ends_sentence(before.text) or step > 1.1 * usual):
        return True
    return _heading_between(before, line, right) or _indent_between(group, line, left, right)


def _is_front_line(group: list[Line], line: Line) -> bool:
    """On a first page: an address, a date or a licence begins a line of its own."""
    return headings.is_front_matter(line.text) and (len(group) < 4 or _ends_sentence(group[-1].text))


def _heading_between(before: Line, line: Line, right: float) -> bool:
    if (
        before.bold != line.bold
        and before.x1 < right - 2 * before.size
        and (before.bold or _ends_sentence(before.text))
    ):
        return True
    stands_alone = before.x1 < right - 2 * before.size
    if stands_alone and (
        headings.is_known_heading(before.text) or (headings.is_numbered_heading(before.text) and before.bold)
    ):
        return True
    if not _ends_sentence(before.text) and before.x1 > right - 3 * before.size:
        return False
    return headings.is_known_heading(line.text) and line.x1 < right - 2 * line.size


def _indent_between(group: list[Line], line: Line, left: float, right: float) -> bool:
    before = group[-1]
    if _LIST_ITEM.match(line.text) and (_ends_sentence(before.text) or before.x1 < right - line.size):
        return bool(re.match(r"[•▪◦●‣■]", line.text)) or line.x0 <= group[0].x0 + 1
    if _ENTRY.match(line.text) and _ENTRY.match(group[0].text) and abs(line.x0 - group[0].x0) < 4:
        return True
    indent = line.x0 - left
    ends_short = before.x1 < right - 0.12 * (right - left) or _ends_sentence(before.text)
    if 0.6 * line.size < indent < 4 * line.size and before.x0 - left < 0.4 * line.size and ends_short:
        return not (len(group) == 1 and _hangs(group[0], line))
    if line.x0 < group[0].x0 - 0.6 * line.size and len(group) > 1 and before.x0 > line.x0 + 0.6 * line.size:
        return True
    return (
        before.x1 < right - 0.15 * (right - left)
        and re.search(r"[.!?][\"”’)\]]*\s*$", before.text) is not None
        and re.match(r"[A-Z“\"(\d]", line.text) is not None
        and line.x0 <= before.x0 + 0.5 * line.size
        and len(before.text) > 3
    )


def _hangs(first: Line, line: Line) -> bool:
    """Whether the second line of a list item or reference is indented under its first."""
    return bool(_LIST_ITEM.match(first.text) or _ENTRY.match(first.text)) and not _ends_sentence(first.text)


class _State:
    """What earlier passages say of the next one's role."""

    def __init__(self, body: float, tables: dict[int, list[Table]]) -> None:
        self.body = body
        self.tables = tables
        self.in_references = False
        self.begun = False
        self.titled = False
        self.open: Passage | None = None
        self.open_right = 0.0

    def kind(self, group: list[Line], column: Column, title: _Title, *, is_last: bool) -> BlockKind:
        """The role of a group of lines."""
        text = " ".join(line.text for line in group)
        if title.holds(group):
            self.titled = True
            return "title"
        if headings.is_caption(text) and not self.in_references:
            return "caption"
        if self._is_heading(group, text, column):
            self.in_references = headings.is_references_heading(text)
            self.begun = True
            return "heading"
        if self.in_references:
            return "references"
        if self._is_front(group, text, column, is_last=is_last):
            return "front"
        if is_last and _is_small(group, self.body) and group[0].top > 0.6 * column.height:
            return "footnote"
        if _is_table(group):
            return "table"
        self.begun = self.begun or len(text) > 200
        return "list" if _LIST_ITEM.match(text) and not re.match(r"\d", text) else "paragraph"

    def _is_front(self, group: list[Line], text: str, column: Column, *, is_last: bool) -> bool:
        if headings.is_front_matter(text) and (column.page == 1 or len(text) < 600):
            return True
        if column.page != 1:
            return False
        if not self.begun and self.titled and not _reads_on(text):
            return True
        small = _is_small(group, self.body)
        beside = group[0].right - group[0].left < 0.36 * column.width
        return small and (beside or (is_last and group[0].top > 0.6 * column.height and _NOTE.match(text) is not None))

    def _is_heading(self, group: list[Line], text: str, column: Column) -> bool:
        if len(group) > 3 or len(text) > 160 or not any(map(str.isalpha, text)):
            return False
        if headings.is_known_heading(text):
            return True
        if text[-1] in ".,;" or (column.page == 1 and not self.begun) or headings.is_front_matter(text):
            return False
        if len(group[0].fragments) > 2:
            return False
        size = median_low([line.size for line in group])
        stands_out = all(line.bold for line in group) or size > 1.08 * self.body or text.isupper()
        if headings.is_numbered_heading(text):
            return stands_out or (len(group) == 1 and not self.in_references)
        return stands_out and not self.in_references and len(text) > 3 and text[0].isupper()

    def place(self, passages: list[Passage], passage: Passage, *, may_continue: bool, column: Column) -> None:
        """Append a passage, or lengthen the paragraph that the last column left open."""
        if passage.kind in ("paragraph", "references", "list") and may_continue and self._continues(passage, column):
            assert self.open is not None
            self.open.lines.extend(passage.lines)
        else:
            passages.append(passage)
            if passage.kind == "caption" and _TABLE_CAPTION.match(passage.text):
                waiting = self.tables.get(passage.lines[0].sheet)
                if waiting:
                    passages.append(Passage("table", table=waiting.pop(0)))
            if passage.kind in ("paragraph", "references", "list"):
                self.open = passage
            elif passage.kind in ("heading", "title"):
                self.open = None
        if passage.kind in ("paragraph", "references", "list"):
            self.open_right = column.measures()[1]

    def _continues(self, passage: Passage, column: Column) -> bool:
        """Whether a column's first paragraph goes on with the last column's last one."""
        if self.open is None or (self.open.kind != passage.kind and passage.kind != "paragraph"):
            return False
        before, line = self.open.lines[-1], passage.lines[0]
        if passage.kind == "references" and _ENTRY.match(line.text):
            return False
        if before.text.endswith("-") and line.text[:1].islower():
            return True
        if abs(before.size - line.size) > 0.12 * before.size:
            return False
        if line.text[:1].islower() or not _ends_sentence(before.text):
            return True
        left, _ = column.measures()
        full = before.x1 > self.open_right - 0.3 * before.size
        return full and line.x0 - left < 0.4 * line.size and self._indents()

    def _indents(self) -> bool:
        """Whether the open paragraph began with an indent, so that the lack of one means something."""
        first = self.open.lines[:2] if self.open else []
        return len(first) == 2 and 0.6 * first[0].size < first[0].x0 - first[1].x0 < 4 * first[0].size


def _reads_on(text: str) -> bool:
    """Whether words are running text, mostly in lower case, and no names or addresses."""
    words = text.split()
    return len(words) > 5 and sum(word[0].islower() for word in words) > 0.6 * len(words)


def _is_table(group: list[Line]) -> bool:
    """Whether most lines are cells set apart by wide gaps."""
    return len(group) >= 3 and sum(len(line.fragments) > 1 for line in group) >= 0.7 * len(group)


def _leftover_tables(passages: list[Passage], tables: dict[int, list[Table]], sheets: set[int]) -> None:
    """Tables whose captions were not met in their own column come when a later sheet begins."""
    for sheet in [sheet for sheet in tables if sheets and sheet < min(sheets)]:
        passages.extend(Passage("table", table=table) for table in tables.pop(sheet))


def _sections(passages: list[Passage]) -> None:
    """Write each passage's section title into it."""
    section: str | None = None
    for passage in passages:
        if passage.kind == "heading":
            section = " ".join(passage.text.split()).rstrip(":")
        passage.section = None if passage.kind in ("title", "front") else section
