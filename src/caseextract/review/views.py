"""What the templates show: rows, passages and pages, computed here so that the templates only lay out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.review.fields import BY_NAME, FIELDS, fields_of
from caseextract.review.items import case_of
from caseextract.review.overlay import Judged
from caseextract.review.pages import Page
from caseextract.review.passages import Passage, Span, named_sections, passages
from caseextract.review.shares import Progress, doubtful, progress
from caseextract.review.wording import spoken, wording
from caseextract.schema import ArticleRecord, Excluded

_REASONS = {
    "literature": "said of the literature",
    "other_patient": "another patient",
    "family": "said of the family",
    "negated": "negated",
    "hypothetical": "hypothetical",
    "planned": "planned only",
    "refused": "refused",
    "history": "past history",
    "uncertain": "uncertain",
}


@dataclass(frozen=True)
class Proof:
    """A quote, and where it stands."""

    quote: str
    where: str


@dataclass(frozen=True)
class Row:
    """One value on the page."""

    number: int
    key: str
    title: str
    words: str
    state: str
    depth: int
    doubtful: bool
    confidence: float | None = None
    derived: str | None = None
    was: str | None = None
    why: str = ""
    conflict: str | None = None
    proofs: tuple[Proof, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `case` is the patient's number, from 1, or 0 for the article."""

    title: str
    case: int
    rows: tuple[Row, ...]
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A rectangle on a page, in points, that belongs to a row."""

    number: int
    out: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class MarkedPage:
    """A page and the rectangles on it."""

    page: Page
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Sheet:
    """One article, ready to be laid out."""

    name: str
    title: str
    record: ArticleRecord
    groups: tuple[Group, ...]
    out: tuple[Row, ...]
    passages: tuple[Passage, ...]
    pages: tuple[MarkedPage, ...]
    progress: Progress
    parents: tuple[tuple[str, str], ...]
    """Kinds of value that can be added, as "field@parent", with their names."""


def sheet(name: str, record: ArticleRecord, judged: Sequence[Judged], pages: Sequence[Page] = ()) -> Sheet:
    """Everything that the page of one article shows."""
    ordered = tuple(_in_order(judged))
    rows = [_row(number, depth, one) for number, (depth, one) in enumerate(ordered)]
    out = tuple(_kept_out(number, excluded) for number, excluded in enumerate(record.excluded))
    title = record.article.title.value if record.article.title else record.source.name or name
    return Sheet(
        name=name,
        title=title,
        record=record,
        groups=tuple(_groups(record, ordered, rows)),
        out=out,
        passages=passages(record.source.text, tuple(_spans(record, ordered)), sections=named_sections(record)),
        pages=tuple(_marked(page, record, ordered) for page in pages),
        progress=progress(judged),
        parents=tuple(_addable(record, judged)),
    )


def _in_order(judged: Sequence[Judged]) -> Iterator[tuple[int, Judged]]:
    below: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        below[one.item.parent].append(one)
    known = {one.item.key for one in judged}
    order = {field.name: place for place, field in enumerate(FIELDS)}

    def walk(parent: str, depth: int) -> Iterator[tuple[int, Judged]]:
        for one in sorted(below[parent], key=lambda one: order[one.item.field]):
            yield depth, one
            yield from walk(one.item.key, depth + 1)

    tops = [parent for parent in below if parent not in known]
    for parent in sorted(tops, key=lambda parent: (parent != "article", case_of(parent))):
        yield from walk(parent, 0)


def _row(number: int, depth: int, one: Judged) -> Row:
    item = one.item
    changed = one.state == "edited" and one.extracted is not None
    return Row(
        number=number,
        key=item.key,
        title=BY_NAME[item.field].title,
        words=wording(item.field, item.value),
        state=one.state,
        depth=depth,
        doubtful=doubtful(one),
        confidence=item.confidence,
        derived=item.derived,
        was=wording(item.field, one.extracted) if changed else None,
        why=one.decision.why if one.decision else "",
        conflict=one.conflict,
        proofs=tuple(_proofs(item.evidence)),
    )


def _proofs(found: Sequence[dict[str, object]]) -> Iterator[Proof]:
    seen = set()
    for evidence in found:
        if (evidence["start"], evidence["end"]) not in seen:
            seen.add((evidence["start"], evidence["end"]))
            boxes = evidence["boxes"]
            page = f"page {boxes[0]['page']}" if isinstance(boxes, list) and boxes else ""
            where = ", ".join(str(part) for part in (evidence["section"], page) if part)
            yield Proof(str(evidence["quote"]), where)


def _kept_out(number: int, excluded: Excluded) -> Row:
    reason = _REASONS[excluded.reason] + (f" (“{excluded.cue}”)" if excluded.cue else "")
    where = ", ".join(
        part
        for part in (excluded.evidence.section, excluded.evidence.page and f"page {excluded.evidence.page}")
        if part
    )
    return Row(
        number=number,
        key=f"out {number}",
        title=spoken(excluded.kind).capitalize(),
        words=excluded.evidence.quote if excluded.kind == "time" else excluded.name,
        state="out",
        depth=0,
        doubtful=False,
        proofs=(Proof(excluded.evidence.quote, where),),
        reason=reason,
    )


def _groups(record: ArticleRecord, ordered: Sequence[tuple[int, Judged]], rows: Sequence[Row]) -> Iterator[Group]:
    found: dict[tuple[int, str], list[Row]] = {}
    for (_, one), row in zip(ordered, rows, strict=True):
        found.setdefault((case_of(one.item.key), BY_NAME[one.item.field].group), []).append(row)
    for (case, title), members in found.items():
        said: tuple[str, ...] = ()
        if title == "Patient" and case <= len(record.cases):
            said = tuple(f"{spoken(c.field)}: {' / '.join(c.values)}" for c in record.cases[case - 1].conflicts)
        yield Group(title, case, tuple(members), said)


def _spans(record: ArticleRecord, ordered: Sequence[tuple[int, Judged]]) -> Iterator[Span]:
    for number, (_, one) in enumerate(ordered):
        for evidence in one.item.evidence if not one.misplaced else ():
            yield Span(evidence["start"], evidence["end"], number)
    for number, excluded in enumerate(record.excluded):
        yield Span(excluded.evidence.start, excluded.evidence.end, number, out=True)


def _marked(page: Page, record: ArticleRecord, ordered: Sequence[tuple[int, Judged]]) -> MarkedPage:
    marks = []
    for number, (_, one) in enumerate(ordered):
        boxes = [box for evidence in one.item.evidence for box in evidence["boxes"] if box["page"] == page.number]
        marks += [_mark(number, box["x0"], box["top"], box["x1"], box["bottom"]) for box in boxes]
    for number, excluded in enumerate(record.excluded):
        found = [box for box in excluded.evidence.boxes if box.page == page.number]
        marks += [_mark(number, box.x0, box.top, box.x1, box.bottom, out=True) for box in found]
    return MarkedPage(page, tuple(marks))


def _mark(number: int, x0: float, top: float, x1: float, bottom: float, *, out: bool = False) -> Mark:
    return Mark(number, out, round(x0 - 1, 1), round(top - 1, 1), round(x1 - x0 + 2, 1), round(bottom - top + 2, 1))


def _addable(record: ArticleRecord, judged: Sequence[Judged]) -> Iterator[tuple[str, str]]:
    taken = {one.item.key for one in judged if one.kept}
    cases = max([len(record.cases), *(case_of(one.item.key) for one in judged)])

    def offered(level: str, parent: str, of: str) -> Iterator[tuple[str, str]]:
        for field in fields_of(level):
            if field.many or f"{parent}/{field.name}" not in taken:
                yield f"{field.name}@{parent}", f"{field.title}{of}"

    for number in range(1, cases + 2):
        new = ", a further patient" if number > cases else ""
        of = new or (f", patient {number}" if cases > 1 else "")
        yield from offered("case", f"case {number}", of)
        for one in judged:
            if one.kept and case_of(one.item.key) == number and one.item.field in ("diagnosis", "course"):
                yield from offered(one.item.field, one.item.key, f" of {wording(one.item.field, one.item.value)}")
    yield from offered("article", "article", "")
