"""What a PDF says of the article: front matter, running heads, its own properties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from caseextract.readers import headings
from caseextract.readers import metadata as says
from caseextract.readers.journals import journal_cited_in
from caseextract.schema import Block, Metadata

_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|tex|qxd|rtf)\b|^\W*$|^\S+$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|d[aeiou]s?|van|von|der|den|bin|al|el|la|le)){1,4}")
_FIRST_PART = 6_000


def metadata_from(
    text: str, blocks: Sequence[Block], marginal: Sequence[str], properties: Mapping[str, str]
) -> Metadata:
    """From the first page's front matter first, then running heads, then the document's properties."""
    title = " ".join(text[b.start : b.end] for b in blocks if b.kind == "title") or None
    front = [text[b.start : b.end] for b in blocks if b.kind in ("front", "footnote")]
    first = text[: min(_FIRST_PART, _references_at(text, blocks))]
    heads = list(dict.fromkeys(marginal))[:60]
    lines = [line for words in (*heads, *front) for line in words.splitlines()]
    authors = next((headings.authors_in(words) for words in front if headings.is_authors(words)), ()) or _people(text, blocks)
    stated = says.metadata_of("\n".join((*heads, *front)), title=title, lines=lines, authors=authors)
    shown = says.metadata_of(first)
    if stated.journal is None:
        stated = stated.model_copy(update={"journal": next(filter(None, map(journal_cited_in, heads)), None)})
    return says.merged(says.merged(stated, _own(properties)), shown.model_copy(update={"journal": None, "authors": ()}))


def _people(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The names, and nothing else, right below the title."""
    place = next((n for n, block in enumerate(blocks) if block.kind == "title"), len(blocks))
    below = next((block for block in blocks[place:] if block.kind != "title"), None)
    if below is None or below.kind != "front":
        return ()
    names = re.split(r",?\s+(?:and|&)\s+|\s*[,;]\s*", " ".join(text[below.start : below.end].split()))
    return tuple(names) if len(names) > 1 and all(map(_NAME.fullmatch, names)) else ()


def _references_at(text: str, blocks: Sequence[Block]) -> int:
    """Where the references begin: their DOIs are other articles'."""
    return next((block.start for block in blocks if block.kind == "references"), len(text))


def _own(properties: Mapping[str, str]) -> Metadata:
    title, author = properties.get("Title", ""), properties.get("Author", "")
    names = tuple(filter(None, map(str.strip, re.split(r"[;,]\s+|\s+and\s+", author)))) if " " in author else ()
    keywords = tuple(filter(None, map(str.strip, re.split(r"[;,]", properties.get("Keywords", "")))))
    subject = properties.get("Subject", "")
    return Metadata(
        title=None if _NO_TITLE.search(title) or len(title) < 20 else title,
        doi=says.doi_in(subject) or says.doi_in(title),
        year=says.year_in(subject),
        authors=names,
        keywords=keywords,
    )
