"""Prose → prose whose sentences know their section: title, abstract, case, background, discussion, references …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from caseextract.knowledge import lexicon
from caseextract.schema import Block, Report
from caseextract.schema.prose import Prose, SectionKind, Sentence

NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s+|[:.]\s*$")
INLINE = re.compile(r"^([A-Z][A-Za-z' &-]{3,40}?)(?::|\.(?= [A-Z]))\s*")
LABELLED = re.compile(r"^(?:case|patient)s?\s*(?:no\.?\s*)?#?(?:\d{1,2}|[A-H]|one|two|three|four|five|six|I{1,3}|IV|V)\b", re.I)


@cache
def titles() -> Mapping[str, SectionKind]:
    """What stands under a section's title, by the title in lower case."""
    found: dict[str, SectionKind] = {}
    for entry in lexicon("section_titles").values():
        for title in (entry.label, *entry.synonyms):
            found[title.lower()] = entry.get("kind")  # type: ignore[assignment]
    return found


def assign(report: Report, prose: Prose) -> Prose:
    """Give each sentence its section.

    A title that is in the list decides; without one, a text of a single part is the case itself, and what precedes the
    first listed title of an article is its abstract.
    """
    kinds = _block_kinds(report)
    sentences: list[Sentence] = []
    inline: tuple[int, SectionKind] | None = None
    for sentence in prose.sentences:
        kind, heading = kinds[sentence.block]
        if inline is not None and inline[0] != sentence.block and not _same_part(report, inline[0], sentence.block, kinds):
            inline = None
        found = _inline(report.text[sentence.start : sentence.end]) if kind in ("abstract", "case") else None
        if found is not None:
            inline = (sentence.block, found)
        if inline is not None:
            kind = inline[1] if not (inline[1] == "case" and kind == "abstract") else "abstract"
            if inline[1] in ("background", "discussion") and kinds[sentence.block][0] == "abstract":
                kind = inline[1]
        sentences.append(replace(sentence, section=kind, heading=heading))
    return replace(prose, sentences=tuple(sentences))


def _same_part(report: Report, first: int, second: int, kinds: list[tuple[SectionKind, str | None]]) -> bool:
    return kinds[first][0] == "abstract" == kinds[second][0]


def _inline(text: str) -> SectionKind | None:
    match = INLINE.match(text)
    return titles().get(match[1].strip().lower()) if match else None


def kind_of(title: str) -> SectionKind | None:
    """What stands under a section of this title; None for a title that is not in the list."""
    clean = NUMBERING.sub("", NUMBERING.sub("", title.strip())).strip(" :.").lower()
    known = titles()
    if clean in known:
        return known[clean]
    if LABELLED.match(clean):
        return "case"
    first = clean.split(" and ")[0].strip()
    return known.get(first)


def _block_kinds(report: Report) -> list[tuple[SectionKind, str | None]]:
    """Section and heading of every block."""
    headings = [_heading(report, block) for block in report.blocks]
    structured = any(heading and kind_of(heading) == "case" for heading in headings)
    current: SectionKind = "abstract" if structured else "case"
    title: str | None = None
    kinds: list[tuple[SectionKind, str | None]] = []
    for block, heading in zip(report.blocks, headings, strict=True):
        if heading:
            found = kind_of(heading)
            if found is not None:
                current, title = found, heading
            elif block.kind == "heading":
                title = heading
            kinds.append(("front", heading))
        elif block.kind in ("title", "front", "references", "table", "caption"):
            kinds.append((block.kind, title))
        elif block.kind == "footnote":
            kinds.append(("front", title))
        else:
            kinds.append((current, title))
    return kinds


def _heading(report: Report, block: Block) -> str | None:
    """The block's text where it is the title of a section."""
    text = report.text[block.start : block.end].strip()
    if block.kind == "heading" or (block.kind == "paragraph" and len(text) < 60 and kind_of(text) is not None):
        return text
    return None
