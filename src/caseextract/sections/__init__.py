"""Prose → prose whose sentences know their section: title, abstract, case, background, discussion, references …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from caseextract import caseblind as re
from caseextract.knowledge import lexicon
from caseextract.schema import Block, Report
from caseextract.schema.prose import Prose, SectionKind, Sentence

NUMBERING = re.compile(r"^\s*(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s+|[:.]\s*$")
INLINE = re.compile(
    r"^[\[【<〈(]?\s*(?P<title>[A-Z][A-Za-z'&/ -]{3,45}?|[Cc]ases? \d{1,2}|[Pp]atient \d{1,2})\s*(?:[\]】>〉)]\s*[:.]?|[:：]|\.(?= ?[A-Z]|\s*$)| ?[–—-](?= ?[A-Z])|\.?[–—])\s*"
)
SHOUTED = re.compile(r"^(?P<title>[A-Z]{4,}(?: (?:AND )?[A-Z]{2,}){0,3})(?= [A-Z][a-z]| A [a-z\d]| An [a-z])")
LABELLED = re.compile(r"^(?:case|patient)s?\s*(?:no\.?\s*)?#?(?:\d{1,2}|[A-H]|one|two|three|four|five|six|I{1,3}|IV|V)\b", re.I)
SHAPES: tuple[tuple[re.Pattern[str], SectionKind], ...] = (
    (re.compile(r"\b(?:discussion|conclusions?|literature)\b"), "discussion"),
    (re.compile(r"^(?:introduction|background)\b"), "background"),
    (re.compile(r"^(?:materials?|methods?|methodology|ethic\w*|statistic\w*)\b"), "methods"),
    (re.compile(r"^(?:the |our |a |an |illustrative |clinical |first |second |third |index )*(?:cases?|patients?)\b(?!.*\b(?:selection|cohort|population|consent|eligib\w+|characteristics))"), "case"),
    (re.compile(r"^(?:reports?|presentation|description|history) of (?:the |a |an |two |three |our )?(?:patients?|cases?)\b"), "case"),
)
PRESENTS = re.compile(
    r"\b(?:an?|the|our|this|one)(?: [\w-]+){0,3}? \d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|days?)[- ](?:of[- ]age|old)\b|\b(?:an?|the) [a-z]+(?:-[a-z]+)?-year-old\b|^\d{1,3}[- ]year[- ]old\b"
    r"|\b(?:an?|the|our) \d{1,3} ?(?:yo|y/o|yr|year)[ -](?:old )?(?:fe)?male\b",
    re.I,
)
TELLS = re.compile(
    PRESENTS.pattern + r"|\b(?:we|this (?:report|article|paper))(?: \w+){0,2} (?:report|present|describe)s?\b[^.]{0,80}?\b(?:cases?|patients?|wom[ae]n|m[ae]n|boy|girl|child|infant)\b|\b(?:the|our|this) patient (?:was|had|received|underwent|presented|exhibited|developed|showed|responded)\b",
    re.I,
)
WORLDLY: tuple[SectionKind, ...] = ("background", "methods", "discussion")


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
    first listed title of an article is its abstract. A title may stand at the head of a sentence ("Background: …"); it
    then rules until the next one, and gives way where a patient is presented under it ("Methods: A 60-year-old man …").
    """
    kinds = _block_kinds(report)
    label: SectionKind | None = None
    previous: SectionKind | None = None
    sentences: list[Sentence] = []
    for sentence in prose.sentences:
        kind, heading = kinds[sentence.block]
        words = report.text[sentence.start : sentence.end]
        if kind != previous or (kind == "case" and sentences and sentences[-1].block != sentence.block):
            label = None
        previous = kind
        if kind in ("abstract", "case"):
            found = _inline(words)
            label = found or label
            if label in ("background", "methods") and PRESENTS.search(words):
                label = "case"
            kind = kind if label in (None, "abstract") or (label == "case" and kind == "abstract") else label or kind
        sentences.append(replace(sentence, section=kind, heading=heading))
    return replace(prose, sentences=tuple(_with_a_case(sentences, prose)))


def _with_a_case(sentences: list[Sentence], prose: Prose) -> list[Sentence]:
    """Where no part is the case, the patient's part of the introduction or methods is: from the presentation to the part's end."""
    if any(s.section in ("case", "abstract") and TELLS.search(prose.words(s)) for s in sentences):
        return sentences
    found: list[Sentence] = []
    inside: SectionKind | None = None
    for sentence in sentences:
        if sentence.section != inside:
            inside = None
        if sentence.section in WORLDLY and inside is None and TELLS.search(prose.words(sentence)):
            inside = sentence.section
        found.append(replace(sentence, section="case") if inside is not None else sentence)
    return found


def _inline(text: str) -> SectionKind | None:
    for match in (INLINE.match(text), SHOUTED.match(text)):
        title = match["title"].strip().lower() if match else ""
        kind = titles().get(title) or ("case" if LABELLED.match(title) else None)
        if kind is not None:
            return kind
    return None


def kind_of(title: str) -> SectionKind | None:
    """What stands under a section of this title; None for a title that is not in the list."""
    clean = NUMBERING.sub("", NUMBERING.sub("", title.strip())).strip(" :.").lower()
    known = titles()
    if clean in known:
        return known[clean]
    if LABELLED.match(clean):
        return "case"
    first = known.get(clean.split(" and ")[0].strip())
    if first is not None or len(clean) > 80:
        return first
    return next((kind for shape, kind in SHAPES if shape.search(clean)), None)


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
        elif block.kind == "title" and LABELLED.match(report.text[block.start : block.end]):
            current, title = "case", report.text[block.start : block.end].strip()
            kinds.append(("front", title))
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
    if block.kind == "heading" or (block.kind == "paragraph" and len(text) < 60 and not text.endswith((".", ",", ";")) and kind_of(text) is not None):
        return text
    return None
