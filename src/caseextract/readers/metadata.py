"""What a text says of itself: identifiers, journal, dates, licence, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from caseextract.readers.headings import journal_of_citation
from caseextract.readers.journals import journal_in, journal_of_doi
from caseextract.schema import Metadata

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>|{}\[\]]+", re.IGNORECASE)
_PMID = re.compile(r"\b(?:PMID|PubMed\s+(?:ID|PMID))\s*:?\s*(\d{6,9})\b", re.IGNORECASE)
_PMCID = re.compile(r"\b(PMC\d{5,9})\b")
_YEARS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bvol(?:ume|\.)\s*\d+\s*[-–—(|,]*\s*((?:19|20)\d\d)\b",
        r"\bpublished(?:\s+(?:online|in\s+issue|on))*\s*:?\s*(?:[^\n;|]{0,24}?)\b((?:19|20)\d\d)\b",
        r"(?:©|\bcopyright\b|\(c\))\D{0,30}((?:19|20)\d\d)\b",
        r"\b((?:19|20)\d\d)(?: [A-Z][a-z]{2}(?: \d{1,2})?)?\s*(?:;|,\s*vol\.?)\s*\d+\s*[(:,]",
        r"\baccepted(?:\s+on)?\s*:?\s*(?:[^\n;|]{0,24}?)\b((?:19|20)\d\d)\b",
    )
)
_YEAR_IN_DOI = re.compile(r"10\.3389/\w+\.((?:19|20)\d\d)\.|10\.1155/((?:19|20)\d\d)/")
_KEYWORDS = re.compile(r"^\s*key\s?words?\s*[:—–\-\n]\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_LICENCE_SHORT = re.compile(r"\bCC[\s-]?(BY(?:[\s-](?:NC|ND|SA))*|0)\b(?:[\s-]*(\d\.\d))?", re.IGNORECASE)
_LICENCE_URL = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/?(\d\.\d)?", re.IGNORECASE)
_LICENCE_LONG = re.compile(
    r"creative\s+commons\s+attribution((?:[\s-]+(?:non-?commercial|no-?deriv\w*|share-?alike))*)"
    r"(?:\s+(?:international\s+)?(?:license|licence))?\s*,?\s*(\d\.\d)?",
    re.IGNORECASE,
)
_STATUS = (
    (re.compile(r"\bprovisionally accepted\b", re.IGNORECASE), "provisionally accepted"),
    (re.compile(r"\b(?:author(?:'s|s)?\s+)?accepted manuscript\b", re.IGNORECASE), "accepted manuscript"),
    (re.compile(r"\b(?:article|corrected proof) in press\b|\bin press,", re.IGNORECASE), "in press"),
    (
        re.compile(r"\b(?:not been (?:certified by )?peer[- ]review|medrxiv preprint|this preprint)", re.IGNORECASE),
        "preprint",
    ),
    (re.compile(r"\bretracted\b(?: article)?:", re.IGNORECASE), "retracted"),
)


def metadata_of(
    front: str, *, title: str | None = None, lines: Sequence[str] = (), authors: Iterable[str] = ()
) -> Metadata:
    """What the front matter `front` says; `lines` are those in which a journal's name may stand alone."""
    doi = doi_in(front)
    return Metadata(
        title=title,
        doi=doi,
        pmid=_first(_PMID, front),
        pmcid=_first(_PMCID, front),
        journal=journal_of_doi(doi)
        or next(filter(None, map(journal_in, lines)), None)
        or next(filter(None, map(journal_of_citation, lines)), None),
        year=year_in(front, doi),
        authors=tuple(authors),
        licence=licence_in(front),
        publication_status=status_in(front),
        keywords=keywords_in(front),
    )


def merged(first: Metadata, second: Metadata) -> Metadata:
    """`first`, its empty fields filled from `second`."""
    filled = {name: getattr(first, name) or getattr(second, name) for name in Metadata.model_fields}
    return Metadata(**filled)


def doi_in(text: str) -> str | None:
    """The first DOI in a text, without the punctuation that follows it."""
    found = _DOI.search(text)
    if not found:
        return None
    doi = re.sub(r"(?:/full|/pdf|/abstract)?[.,;:)\]]*$", "", found.group())
    return doi.rstrip(".,;:)") or None


def year_in(text: str, doi: str | None = None) -> int | None:
    """The year of publication: of the volume, of online publication, of the copyright, of acceptance."""
    for pattern in _YEARS:
        if found := pattern.search(text):
            return int(found.group(1))
    if doi and (found := _YEAR_IN_DOI.match(doi)):
        return int(found.group(1) or found.group(2))
    return None


def licence_in(text: str) -> str | None:
    """A Creative Commons licence as `CC BY-NC 4.0`."""
    if found := _LICENCE_URL.search(text):
        name = found.group(1) or "0"
        return _licence_name(name, found.group(3))
    if found := _LICENCE_SHORT.search(text):
        return _licence_name(found.group(1), found.group(2))
    if found := _LICENCE_LONG.search(text):
        terms = found.group(1).lower()
        parts = ["by"] + [
            short for word, short in (("commercial", "nc"), ("deriv", "nd"), ("alike", "sa")) if word in terms
        ]
        return _licence_name("-".join(parts), found.group(2))
    return None


def _licence_name(name: str, version: str | None) -> str:
    name = "-".join(name.upper().replace("-", " ").split())
    name = "0" if name == "ZERO" else name
    return f"CC {name} {version}" if version else f"CC {name}"


def status_in(text: str) -> str | None:
    """What the text says of the article's own standing, where it is not simply published."""
    return next((status for pattern, status in _STATUS if pattern.search(text)), None)


def keywords_in(text: str) -> tuple[str, ...]:
    """The keywords of a `Keywords:` line."""
    found = _KEYWORDS.search(text)
    if not found:
        return ()
    separator = next((sign for sign in ";|·•," if sign in found.group(1)), ",")
    words = (word.strip(" .\t") for word in found.group(1).split(separator))
    return tuple(word for word in words if word)


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found.group(1) if found else None
