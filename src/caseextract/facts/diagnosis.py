"""Linked mentions → tumours named in the text: histology with the site that the phrase gives it, and its code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.knowledge import ancestors, combinations, lexicon
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose, Sentence

BEFORE = re.compile(r"^[\s,/-]*(?:(?:and|or|type|cell|the|grade|of|in|with)[\s-]+)*$", re.I)
AFTER = re.compile(
    r"^[\s,]*(?:\([^()]{0,40}\)\s*)?(?:metasta\w+ )?(?:located |primary |originating |arising |arisen |involving |component |confined |occurring |localized |localised |which arose )?(?:of|in|from|at|involving|within|on|,)\s+"
    r"(?:the |his |her |a |an |both |left |right |bilateral |upper |lower |middle |distal |proximal |mid |anterior |posterior |lateral |medial |primary |unknown |ipsilateral |contralateral |superior |inferior |parotid |whole |entire |head of the |body of the |tail of the |wall of the |base of the |root of the |floor of the |lobe of the )*$",
    re.I,
)
DIAGNOSED = re.compile(
    r"\b(?:diagnos\w+|confirm\w+|reveal\w+|consistent with|compatible with|prov(?:ed|en)|demonstrat\w+|show\w+|indicat\w+|identif\w+|establish\w+|histolog\w+|patholog\w+|biops\w+|was found to (?:be|have)|turned out|classified as|case of|cases of|patients? (?:with|had)|treated for|suffer\w+ from|presented with|known|year-old|treatment of|management of|present(?:s|ed|ing) with|with|harbou?r\w*|for|developed|features of)\b[^.;]{0,110}$",
    re.I,
)
STRONG = re.compile(r"\b(?:diagnos\w+|confirm\w+|reveal\w+|consistent with|compatible with|prov(?:ed|en)|established|histolog\w+|patholog\w+|biops\w+|final|classified as|case of|report)\b[^.;]{0,90}$", re.I)
SECONDARY_SITE = re.compile(r"\bmetasta\w*[\s-]*(?:\w+[\s-]){0,2}$|\bmetastatic (?:to|from)\b[^.;]{0,30}$|\binvad\w+[^.;]{0,20}$", re.I)
METASTASIS_AFTER = re.compile(r"^\s*(?:metasta|deposits?|infiltrat|involvement|cells? (?:in|within)|nodules? metast)", re.I)
NOT_THE_TUMOR = re.compile(r"^[\s-]*(?:cell lines?|xenograft|antigen|marker|necrosis factor|predisposition|suppressor|screening|centers?|centres?|institute|society|hospital|registry|network|associated (?:antigen|fibroblast)|board|risk|support group|genes?\b|susceptib\w+|clinic\b|department|ward|stem cells?|treatment cent|survivor|vaccine|microenvironment|burden|markers?|lysis|size|thrombus|mutation(?:al)? burden|proportion score|growth|response|volume|samples?|tissues?|specimens?|biops\w+|staging|regression|shrinkage|control|progression|recurrence|cells?\b|bed|board|necrosis|bleeding|location|site|resection|removal|therapy|treatment|grade|type|like\b)", re.I)
GENERIC = 0


@dataclass(frozen=True, slots=True)
class Tumor:
    """A tumour named at `[start, end)`: `name` as written, its code where there is one, and how specific it is."""

    start: int
    end: int
    sentence: int
    name: str
    code: str
    histology: str
    site: str
    specificity: int
    matched_by: str
    asserted: AssertedMention
    diagnosed: bool
    strong: bool
    metastasis: bool


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[Tumor, ...]:
    """Every naming of a tumour, in the order of the text."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        if asserted.mention.kind in ("tumor", "histology", "site", "modifier"):
            by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    found: list[Tumor] = []
    for index, inside in by_sentence.items():
        found.extend(_in_sentence(inside, prose.sentences[index], prose.text))
    return tuple(sorted(found, key=lambda tumor: tumor.start))


def _in_sentence(inside: list[AssertedMention], sentence: Sentence, text: str) -> Iterator[Tumor]:
    heads = _heads(inside)
    sites = [a.mention for a in inside if a.mention.kind == "site"]
    modifiers = [a.mention for a in inside if a.mention.kind == "modifier"]
    for head in heads:
        tumor, histology = head
        first = tumor or histology
        assert first is not None
        start, end = first.mention.start, first.mention.end
        left, site_before = _extend_left(start, sites, modifiers, sentence, text)
        right, site_after = _extend_right(end, sites, text)
        site = site_before or site_after
        code, name_label, specificity, how, site_label = _resolve(tumor, histology, site)
        if NOT_THE_TUMOR.match(text[end : end + 40]) and specificity == GENERIC:
            continue
        before = text[sentence.start : left]
        yield Tumor(
            start=left,
            end=right,
            sentence=sentence.index,
            name=text[left:right],
            code=code,
            histology=name_label,
            site=site_label,
            specificity=specificity,
            matched_by=how,
            asserted=first,
            diagnosed=bool(DIAGNOSED.search(before)),
            strong=bool(STRONG.search(before)),
            metastasis=bool(METASTASIS_AFTER.match(text[right : right + 30])),
        )


def _heads(inside: list[AssertedMention]) -> list[tuple[AssertedMention | None, AssertedMention | None]]:
    """Tumour terms and histology terms of the same words, paired; the longer of two that overlap."""
    tumors = [a for a in inside if a.mention.kind == "tumor"]
    histologies = [a for a in inside if a.mention.kind == "histology"]
    pairs: list[tuple[AssertedMention | None, AssertedMention | None]] = []
    for tumor in tumors:
        span = tumor.mention
        same = next((h for h in histologies if h.mention.start < span.end and span.start < h.mention.end), None)
        if same is not None and (same.mention.start < span.start or same.mention.end > span.end) and same.mention.end - same.mention.start > span.end - span.start:
            pairs.append((None, same))
        else:
            exact = same if same is not None and (same.mention.start, same.mention.end) == (span.start, span.end) else None
            pairs.append((tumor, exact))
    for histology in histologies:
        span = histology.mention
        if not any(t.mention.start < span.end and span.start < t.mention.end for t in tumors):
            pairs.append((None, histology))
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1]).mention.start)  # type: ignore[union-attr]


def _extend_left(start: int, sites: list[Mention], modifiers: list[Mention], sentence: Sentence, text: str) -> tuple[int, str]:
    left, site = start, ""
    while True:
        before = next((m for m in (*sites, *modifiers) if m.end <= left and left - m.end < 14 and BEFORE.match(text[m.end : left])), None)
        before = max(
            (m for m in (*sites, *modifiers) if m.end <= left and left - m.end < 14 and BEFORE.match(text[m.end : left]) and m.start >= sentence.start),
            key=lambda m: (m.end, m.end - m.start),
            default=None,
        )
        if before is None or before.start >= left:
            return left, site
        if before.kind == "modifier" and re.search(r"[,/]|\b(?:and|or|of|in|with)\b", text[before.end : left]):
            return left, site
        if before.kind == "site":
            if re.search(r",", text[before.end : left]):
                return left, site
            site = site or before.label
        left = before.start


def _extend_right(end: int, sites: list[Mention], text: str) -> tuple[int, str]:
    for mention in sites:
        if end <= mention.start < end + 75 and AFTER.match(text[end : mention.start]):
            if re.match(r"^[\s,]*(?:\([^()]*\)\s*)?metasta", text[end : mention.start], re.I):
                return end, ""
            return mention.end, mention.label
    return end, ""


def chain(site: str) -> Iterator[str]:
    """A site and those that it is part of, then any site."""
    sites, seen = lexicon("sites"), set()
    while site and site not in seen:
        yield site
        seen.add(site)
        site = sites[site].get("parent") if site in sites else ""
    yield ""


def histology_chain(histology: str) -> Iterator[str]:
    """A histology and the wider ones that it is a kind of."""
    table, seen = lexicon("histologies"), set()
    while histology and histology not in seen:
        yield histology
        seen.add(histology)
        histology = table[histology].get("parent") if histology in table else ""


def combine(histology: str, site: str) -> str:
    """The OncoTree code of a histology at a site; empty where there is none."""
    table = combinations()
    for place in chain(site):
        if place:
            found = table.get((histology, place))
            if found is not None and found[0]:
                return found[0]
    anywhere = table.get((histology, ""))
    if anywhere is not None and anywhere[0] and not site:
        return anywhere[0]
    if site:
        for wider in list(histology_chain(histology))[1:]:
            for place in chain(site):
                found = table.get((wider, place)) if place else None
                if found is not None and found[0]:
                    return found[0]
    return anywhere[0] if anywhere is not None else ""


def _resolve(tumor: AssertedMention | None, histology: AssertedMention | None, site: str) -> tuple[str, str, int, str, str]:
    """Code, histology label, specificity (0 to 3), how it was matched, site label."""
    table = lexicon("histologies")
    if tumor is not None:
        entry = lexicon("tumors")[tumor.mention.label]
        code = entry.get("code").removeprefix("ONCOTREE:")
        own = entry.get("site")
        label = histology.mention.label if histology else ""
        if label and site and not own:
            combined = combine(label, site)
            if combined and (not code or code in ancestors(combined) or _unspecified(code)):
                code = combined
        if not label and site and not own and code and entry.label in table:
            combined = combine(entry.label, site)
            code = combined if combined and _unspecified(code) else code
        specificity = _specificity(code, label or entry.label)
        return code, label or entry.label, specificity, tumor.mention.matched_by, own or site
    assert histology is not None
    label = histology.mention.label
    code = combine(label, site)
    return code, label, int(table[label].get("specificity") or 0), "combination" if site else histology.mention.matched_by, site


def _unspecified(code: str) -> bool:
    return code.endswith("NOS") or code in ("ADNOS", "SCCNOS", "NECNOS", "NETNOS", "MIXED", "CUP", "CUPNOS", "SARCNOS", "UDMN", "SCUP")


def _specificity(code: str, label: str) -> int:
    entry = lexicon("histologies").get(label)
    if entry is not None:
        return int(entry.get("specificity") or 0)
    tree = lexicon("oncotree").get(code)
    if tree is None:
        return 3
    return 1 if tree.get("level") == "1" else 2 if tree.get("level") == "2" else 3
