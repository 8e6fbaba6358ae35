"""Several files of one article given together: which of them is read.

JATS is preferred, then BioC, HTML, PDF and text. Files are of one article where folder and stem agree, or where both
state the same DOI or PMCID; two files of one format are never taken for one article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

from caseextract.errors import ReadError
from caseextract.readers.formats import format_of
from caseextract.readers.metadata import doi_in

P = TypeVar("P", bound=PurePath)
_RANK = {"jats": 0, "bioc": 1, "html": 2, "pdf": 3, "text": 4}
_UNREADABLE = 5
_BY_SUFFIX = {
    **dict.fromkeys((".xml", ".nxml", ".jats"), 0),
    **dict.fromkeys((".htm", ".html", ".xhtml"), 2),
    ".pdf": 3,
    **dict.fromkeys((".txt", ".text"), 4),
}
_AT_EITHER_END = 131_072
_OWN_DOI = re.compile(
    rb"""<article-id[^>]*pub-id-type=["']doi["'][^>]*>([^<]{8,200})<|
    <meta[^>]{0,80}name=["'](?:citation_doi|prism\.doi|dc\.identifier(?:\.doi)?)["'][^>]{0,40}content=["']([^"']{8,200})["']|
    <prism:doi>([^<]{8,200})</prism:doi>|<pdfx:doi>([^<]{8,200})</pdfx:doi>|
    /Subject\s*\([^()]{0,200}?doi:?\s*([^()\s]{8,200})""",
    re.IGNORECASE | re.VERBOSE,
)
_OWN_PMCID = re.compile(rb"<article-id[^>]*pub-id-type=[\"']pmc(?:id)?[\"'][^>]*>(?:PMC)?(\d{5,9})<", re.IGNORECASE)
_WHOLE = re.compile(rb"</(?:[\w.-]+:)?article\s*>")
_REFERENCES_BEGIN = re.compile(rb"<(?:body|ref-list)\b", re.IGNORECASE)


def left_aside(paths: Iterable[Path], identifiers: Callable[[Path], Iterable[str]]) -> dict[Path, Path]:
    """The files that are not read, each with the file of the same article that is read in its place.

    `identifiers` tells what a file states of its own; it is asked only where there are files of several formats.
    """
    files = [path for path in dict.fromkeys(paths) if path.suffix.lower() in _BY_SUFFIX]
    replaced = _elected(_grouped(files, _place), _rank)
    if len({_BY_SUFFIX[path.suffix.lower()] for path in files if path not in replaced}) > 1:
        stated: dict[str, list[Path]] = {}
        for path in files:
            for identifier in identifiers(path) if path not in replaced else ():
                stated.setdefault(identifier, []).append(path)
        replaced |= _elected(stated.values(), _rank)
    return {path: _last(path, replaced) for path in replaced}


def left_aside_by_name(names: Iterable[str]) -> set[str]:
    """As `left_aside`, by names alone: for what stands in archives."""
    files = {PurePath(name): name for name in names}
    groups = _grouped([file for file in files if file.suffix.lower() in _BY_SUFFIX], _place)
    return {files[file] for file in _elected(groups, lambda file: _BY_SUFFIX[file.suffix.lower()])}


def identifiers_told(path: Path) -> Iterator[str]:
    """DOI and PMCID that a file's first and last bytes tell of it, without opening it as what it is."""
    try:
        with path.open("rb") as file:
            content = file.read(_AT_EITHER_END)
            if path.suffix.lower() == ".pdf" and len(content) == _AT_EITHER_END:
                file.seek(-_AT_EITHER_END, 2)
                content += file.read()
    except OSError:
        return
    if begin := _REFERENCES_BEGIN.search(content):
        content = content[: begin.start()]
    if found := _OWN_DOI.search(content):
        doi = doi_in(next(filter(None, found.groups())).decode("utf-8", "replace"))
        yield from (doi.lower(),) if doi else ()
    if found := _OWN_PMCID.search(content):
        yield f"PMC{found.group(1).decode()}"


def _place(path: PurePath) -> str:
    return str(path.with_suffix(""))


def _grouped(files: Iterable[P], key: Callable[[P], str]) -> list[list[P]]:
    groups: dict[str, list[P]] = {}
    for file in files:
        groups.setdefault(key(file), []).append(file)
    return list(groups.values())


def _elected(groups: Iterable[Sequence[P]], rank: Callable[[P], int]) -> dict[P, P]:
    """In each group of several formats, every file but those of the best format, with the first of these."""
    replaced: dict[P, P] = {}
    for group in groups:
        if len({_BY_SUFFIX[file.suffix.lower()] for file in group}) < 2:
            continue
        ranks = {file: rank(file) for file in group}
        best = min(ranks.values())
        chosen = next(file for file in group if ranks[file] == best)
        if best < _UNREADABLE:
            replaced |= {file: chosen for file in group if ranks[file] > best}
    return replaced


def _rank(path: Path) -> int:
    """By the file's contents; JATS that is cut short, or has no body, as of an article that is not free, comes last."""
    try:
        content = path.read_bytes()
        rank = _RANK[format_of(content, name=path.name)]
    except (OSError, ReadError):
        return _UNREADABLE
    whole = rank != _RANK["jats"] or (b"<body" in content and _WHOLE.search(content[-400:]))
    return rank if whole else _RANK["text"]


def _last(path: Path, replaced: Mapping[Path, Path]) -> Path:
    """The file that is read in the end, where the one in its place has given way too."""
    while path in replaced:
        path = replaced[path]
    return path
