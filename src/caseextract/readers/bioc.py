"""BioC, XML and JSON, as PubMed Central's BioC service hands out articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from caseextract.errors import DamagedFile
from caseextract.readers import metadata as says
from caseextract.readers.draft import Draft, tidy
from caseextract.readers.journals import journal_of_doi
from caseextract.readers.xml import children, every, first, parsed
from caseextract.schema import Metadata, Report
from caseextract.schema.report import BlockKind
from caseextract.settings import Settings

_SECTIONS = {
    "ABSTRACT": "Abstract",
    "INTRO": "Introduction",
    "CASE": "Case presentation",
    "METHODS": "Methods",
    "RESULTS": "Results",
    "DISCUSS": "Discussion",
    "CONCL": "Conclusions",
    "REF": "References",
    "COMP_INT": "Competing interests",
    "AUTH_CONT": "Author contributions",
    "ACK_FUND": "Acknowledgements",
    "SUPPL": "Supplementary material",
    "ABBR": "Abbreviations",
    "APPENDIX": "Appendix",
    "REVIEW_INFO": "Review information",
}


@dataclass(frozen=True)
class _Passage:
    words: str
    about: Mapping[str, str]


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """The passages of the (first) document under their sections; raises `DamagedFile`."""
    is_xml = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    passages = _from_xml(content, name) if is_xml else _from_json(content, name)
    draft = Draft("bioc", name, settings)
    section: str | None = None
    references: list[str] = []
    for passage in passages:
        kind = _kind(passage)
        if kind == "references":
            references.append(tidy(passage.words))
            continue
        if kind == "heading":
            section = tidy(passage.words)
        elif kind not in ("title", "front"):
            section = section or _SECTIONS.get(passage.about.get("section_type", "").upper())
        draft.add(kind, passage.words, section=None if kind in ("title", "front") else section)
    draft.add("references", "\n".join(references), section="References")
    return draft.report(_metadata(passages), reader="bioc")


def _kind(passage: _Passage) -> BlockKind:
    kind = passage.about.get("type", "").lower()
    part = passage.about.get("section_type", "").upper()
    if kind == "front" or (part == "TITLE" and "title" in kind) or (kind == "title" and not part):
        return "title"
    if part == "REF":
        return "heading" if "title" in kind else "references"
    if "footnote" in kind:
        return "footnote"
    if part in ("FIG", "TABLE") or kind.startswith(("fig", "table")):
        return "caption" if "caption" in kind or part == "FIG" else "table"
    return "heading" if "title" in kind else "paragraph"


def _from_xml(content: bytes, name: str | None) -> list[_Passage]:
    root = parsed(content, name=name, kind="BioC")
    document = first(root, "document")
    if document is None:
        raise DamagedFile(f"{name or 'input'}: BioC without a document; fetch the file again")
    found = []
    for passage in every(document, "passage"):
        about = {item.get("key", ""): item.text or "" for item in children(passage, "infon")}
        texts = [item.text or "" for item in children(passage, "text")]
        sentences = [item.text or "" for item in every(passage, "sentence/text")]
        found.append(_Passage(" ".join(texts or sentences), about))
    return found


def _from_json(content: bytes, name: str | None) -> list[_Passage]:
    try:
        return list(_passages(json.loads(content)))
    except (ValueError, RecursionError) as error:
        raise DamagedFile(f"{name or 'input'}: not well-formed JSON ({error}); fetch the BioC file again") from error


def _passages(value: Any) -> Iterator[_Passage]:
    """The passages of the first document, however many lists it is wrapped in."""
    while isinstance(value, list):
        value = next((item for item in value if isinstance(item, dict | list)), None)
    if not isinstance(value, dict):
        return
    if isinstance(value.get("documents"), list):
        yield from _passages(value["documents"])
        return
    passages = value.get("passages")
    for passage in passages if isinstance(passages, list) else []:
        if isinstance(passage, dict):
            infons = passage.get("infons")
            about = {str(k): str(v) for k, v in infons.items()} if isinstance(infons, dict) else {}
            words = passage.get("text")
            if not isinstance(words, str) or not words:
                sentences = passage.get("sentences")
                items = sentences if isinstance(sentences, list) else []
                words = " ".join(str(item.get("text", "")) for item in items if isinstance(item, dict))
            yield _Passage(words, about)


def _metadata(passages: list[_Passage]) -> Metadata:
    """From the title passage's infons."""
    title = next((passage for passage in passages if _kind(passage) == "title"), None)
    about = dict(title.about) if title else {}
    doi = next((about[key] for key in ("article-id_doi", "doi") if about.get(key)), None)
    pmc = about.get("article-id_pmc") or about.get("article-id_pmcid") or about.get("pmcid") or ""
    year = about.get("year", "")
    people = (part for key, part in sorted(about.items()) if key.startswith("name_"))
    return Metadata(
        title=(tidy(title.words) or None) if title else None,
        doi=doi,
        pmid=about.get("article-id_pmid") or about.get("pmid") or None,
        pmcid=(f"PMC{pmc.removeprefix('PMC')}") if pmc else None,
        journal=about.get("journal-title") or about.get("journal") or journal_of_doi(doi),
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        authors=tuple(filter(None, map(_person, people))),
        licence=says.licence_in(about.get("license", "")),
        publication_status=None,
        keywords=tuple(filter(None, (word.strip() for word in about.get("kwd", "").replace(";", "  ").split("  ")))),
    )


def _person(name: str) -> str:
    """`surname:Silva;given-names:Ana` as `Ana Silva`."""
    parts = dict(part.split(":", 1) for part in name.split(";") if ":" in part)
    return tidy(f"{parts.get('given-names', '')} {parts.get('surname', '')}")
