"""JATS XML, as PubMed Central and publishers keep articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from caseextract.errors import DamagedFile
from caseextract.readers import metadata as says
from caseextract.readers.draft import Draft, tidy
from caseextract.readers.journals import journal_of_doi
from caseextract.readers.superscripts import raised
from caseextract.readers.xml import children, every, first, parsed, tag
from caseextract.schema import Metadata, Report
from caseextract.settings import Settings

_FLOATS = {"fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "supplementary-material", "media"}
_APART = _FLOATS | {"list", "def-list", "disp-quote", "verse-group", "disp-formula-group"}
_DROPPED = {
    "fn",
    "graphic",
    "inline-graphic",
    "alternatives",
    "tex-math",
    "object-id",
    "aff-alternatives",
    "index-term",
}
_MAX_DEPTH = 256
"""libxml2 refuses what is nested deeper, so that nothing is lost silently."""


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """Sections, captions, tables, references and metadata of the file's (first) article; raises `DamagedFile`."""
    root = parsed(content, name=name, kind="JATS")
    article = root if tag(root) == "article" else first(root, "article")
    if article is None:
        raise DamagedFile(f"{name or 'input'}: XML without an <article> in it; give JATS, BioC, HTML or text")
    draft = Draft("jats", name, settings)
    facts = _metadata(article)
    _front(draft, article, facts)
    for part in children(article, "body"):
        _section(draft, part, None, 0)
    for part in children(article, "back", "floats-group"):
        _section(draft, part, None, 0)
    return draft.report(facts, reader="jats")


def _metadata(article: etree._Element) -> Metadata:
    """From `front`, never from the reference list."""
    front = next(children(article, "front"), article)
    ids = {item.get("pub-id-type", ""): _text(item) for item in every(front, "article-meta/article-id")}
    pmc = ids.get("pmcid") or ids.get("pmc") or ids.get("pmcaid")
    doi = ids.get("doi") or None
    return Metadata(
        title=_first_text(front, "title-group/article-title"),
        doi=doi,
        pmid=ids.get("pmid") or None,
        pmcid=(pmc if pmc.upper().startswith("PMC") else f"PMC{pmc}") if pmc else None,
        journal=_first_text(front, "journal-meta/journal-title") or journal_of_doi(doi),
        year=_year(front),
        authors=tuple(filter(None, map(_person, every(front, "contrib-group/contrib")))),
        licence=_licence(front),
        publication_status=_status(article),
        keywords=tuple(filter(None, map(_text, every(front, "kwd-group/kwd")))),
    )


def _status(article: etree._Element) -> str | None:
    kind = (article.get("article-type") or "").lower()
    return kind if kind in ("retraction", "correction", "preprint", "retracted") else None


def _year(front: etree._Element) -> int | None:
    """Of the issue first, else of the earliest date of publication."""
    dates = every(front, "article-meta/pub-date")
    kinds = ("collection", "ppub", "epub", "pub", "")
    rank = {kind: place for place, kind in enumerate(kinds)}
    dates.sort(key=lambda date: rank.get(date.get("pub-type") or date.get("date-type") or "", len(kinds)))
    for date in dates:
        year = _first_text(date, "year")
        if year and re.fullmatch(r"(?:19|20)\d\d", year):
            return int(year)
    return None


def _person(contrib: etree._Element) -> str:
    if contrib.get("contrib-type", "author") != "author":
        return ""
    name = first(contrib, "name")
    if name is None:
        return _first_text(contrib, "string-name") or _first_text(contrib, "collab") or ""
    return tidy(f"{_first_text(name, 'given-names') or ''} {_first_text(name, 'surname') or ''}")


def _licence(front: etree._Element) -> str | None:
    licence = first(front, "permissions/license")
    if licence is None:
        return None
    links = " ".join(str(value) for item in licence.iter(etree.Element) for value in item.attrib.values())
    return says.licence_in(f"{links} {_text(licence)}")


def _front(draft: Draft, article: etree._Element, facts: Metadata) -> None:
    """Title, authors, addresses, dates and licence as front matter; then the abstracts."""
    front = next(children(article, "front"), None)
    draft.add("title", facts.title or "")
    if front is None:
        return
    draft.add("front", ", ".join(facts.authors))
    for address in every(front, "article-meta/aff"):
        draft.add("front", _text(address))
    for abstract in every(front, "article-meta/abstract"):
        title = next(children(abstract, "title"), None)
        _heading(draft, title, "Abstract")
        _section(draft, abstract, _text(title) if title is not None else "Abstract", 0)
    if facts.keywords:
        draft.add("front", f"Keywords: {'; '.join(facts.keywords)}")
    for path in ("article-meta/pub-history", "article-meta/copyright-statement", "article-meta/license"):
        for note in every(front, path):
            draft.add("front", _text(note))


def _heading(draft: Draft, title: etree._Element | None, otherwise: str = "") -> None:
    words = _text(title) if title is not None else otherwise
    draft.add("heading", words, section=words)


def _section(draft: Draft, section: etree._Element, title: str | None, depth: int) -> None:
    """The section's parts in order; nested sections under their own titles."""
    if depth > _MAX_DEPTH:
        return
    for part in section:
        name = tag(part)
        if name in ("sec", "ack", "app", "app-group", "glossary", "notes", "abstract", "trans-abstract"):
            own = next(children(part, "title"), None)
            _heading(draft, own)
            _section(draft, part, _text(own) if own is not None else title, depth + 1)
        elif name in ("p", "disp-quote", "verse-group"):
            _paragraph(draft, part, title, depth)
        elif name in ("list", "def-list"):
            draft.add("list", "\n".join(_items(part)), section=title)
        elif name in _FLOATS:
            _float(draft, part, title, depth)
        elif name == "ref-list":
            _references(draft, part)
        elif name in ("fn-group", "fn"):
            for note in [part] if name == "fn" else every(part, "fn"):
                draft.add("footnote", _text(note, keep_notes=True), section=title)
        elif name in ("disp-formula", "disp-formula-group"):
            draft.add("paragraph", _text(part), section=title)


def _paragraph(draft: Draft, paragraph: etree._Element, title: str | None, depth: int) -> None:
    """The running words first, then what was set inside the paragraph: figures, tables, lists."""
    draft.add("paragraph", _text(paragraph, without=_APART), section=title)
    for part in _outermost(paragraph, _APART):
        if tag(part) in _FLOATS:
            _float(draft, part, title, depth + 1)
        elif tag(part) in ("list", "def-list"):
            draft.add("list", "\n".join(_items(part)), section=title)
        else:
            draft.add("paragraph", _text(part), section=title)


def _outermost(element: etree._Element, names: set[str]) -> Iterator[etree._Element]:
    for part in element:
        if tag(part) in names:
            yield part
        else:
            yield from _outermost(part, names)


def _items(listing: etree._Element) -> Iterator[str]:
    for item in children(listing, "list-item", "def-item"):
        words = _text(item, without={"list"})
        if words:
            yield words
        for inner in _outermost(item, {"list"}):
            yield from _items(inner)


def _float(draft: Draft, part: etree._Element, title: str | None, depth: int) -> None:
    name = tag(part)
    if name in ("fig-group", "table-wrap-group", "boxed-text"):
        _section(draft, part, title, depth + 1)
        return
    label, caption = _first_text(part, "label"), next(children(part, "caption"), None)
    words = " ".join(filter(None, (label, _text(caption) if caption is not None else "")))
    draft.add("caption", words, section=title)
    for table in every(part, "table"):
        draft.add("table", "\n".join(rows_of(table)), section=title)
    for foot in children(part, "table-wrap-foot"):
        draft.add("footnote", _text(foot, keep_notes=True), section=title)


def rows_of(table: etree._Element) -> Iterator[str]:
    """The table's rows as `a | b | c`."""
    for row in every(table, "tr"):
        cells = [_text(cell) for cell in children(row, "td", "th")]
        if any(cells):
            yield " | ".join(cells).strip(" |") if len(cells) == 1 else " | ".join(cells)


def _references(draft: Draft, listing: etree._Element) -> None:
    title = next(children(listing, "title"), None)
    words = _text(title) if title is not None else "References"
    draft.add("heading", words, section=words)
    entries = (_text(entry, spaced=True) for entry in every(listing, "ref"))
    draft.add("references", "\n".join(filter(None, entries)), section=words)


def _first_text(element: etree._Element, path: str) -> str | None:
    found = first(element, path)
    return (_text(found) or None) if found is not None else None


def _text(
    element: etree._Element, *, without: set[str] | None = None, spaced: bool = False, keep_notes: bool = False
) -> str:
    """The element's words in one line; raised citation marks dropped, paragraphs and labels set apart."""
    pieces: list[str] = []
    _collect(element, pieces, _DROPPED - ({"fn"} if keep_notes else set()) | (without or set()), spaced, 0)
    return tidy("".join(pieces))


def _collect(element: etree._Element, pieces: list[str], without: set[str], spaced: bool, depth: int) -> None:
    if element.text:
        pieces.append(element.text)
    for part in element:
        name = tag(part)
        if name == "sup" and depth < _MAX_DEPTH:
            words = "".join(str(piece) for piece in part.itertext())
            pieces.append(raised("".join(pieces)[-20:], words, (part.tail or "")[:2]))
        elif name and name not in without and depth < _MAX_DEPTH:
            apart = spaced or name in ("p", "title", "label", "break", "list-item", "td", "th", "institution", "def")
            pieces.append(" " if apart else "")
            _collect(part, pieces, without, spaced, depth + 1)
            pieces.append(" " if apart else "")
        if part.tail:
            pieces.append(part.tail)
