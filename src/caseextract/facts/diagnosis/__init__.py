"""Linked mentions → tumours named in the text: histology with the site that the phrase gives it, and its code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.facts.diagnosis import claims, doubts
from caseextract.facts.diagnosis.claims import is_general
from caseextract.facts.diagnosis.codes import GENERIC, Naming, chain, combine, direct, resolve
from caseextract.facts.diagnosis.inverted import KINDS, told_before
from caseextract.facts.diagnosis.told_together import with_both_organs, without_parts
from caseextract.facts.diagnosis.tumor import Tumor
from caseextract.facts.diagnosis.wording import extend_left, extend_right, heads, origin
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose, Sentence

__all__ = ["Tumor", "chain", "combine", "direct", "gather", "is_general"]

SEEDED_ORGAN = re.compile(
    r"(?:brain|cerebral|liver|hepatic|lung|pulmonary|bone|spinal|skin|peritoneal|pleural|adrenal|vertebral) (?:tumou?rs?|neoplasms?)", re.I
)
"""An organ's tumour that is none of its own where "metastatic" stands before it."""
SEEDED = re.compile(r"\s*(?:\([^()]{0,20}\)\s*)?(?:in|to|within|involving|at)\b", re.I)
AND_ANOTHER = re.compile(r" and (?:an? |the )?(?:[\w'’-]+ ){0,2}?", re.I)
NOT_THE_TUMOR = re.compile(
    r"^[\s-]*(?:cell lines?|xenograft|antigen|marker|necrosis factor|predisposition|suppressor|screening|centers?"
    r"|centres?|institute|society|hospital|registry|network|associated (?:antigen|fibroblast)|board|risk"
    r"|support group|genes?\b|susceptib\w+|clinic\b|department|ward|stem cells?|treatment cent|survivor|vaccine"
    r"|microenvironment|burden|markers?|lysis|size|thrombus|mutation(?:al)? burden|proportion score|growth"
    r"|response|volume|samples?|tissues?|specimens?|biops\w+|staging|regression|shrinkage|control|progression"
    r"|recurrence|cells?\b|bed|board|necrosis|bleeding|location|site|resection|removal|therapy|treatment|grade"
    r"|type|like\b|kinase\b|interface|margins?\b)",
    re.I,
)
PROTEIN = re.compile(r"^[\s-]*(?:kinase\b|interface\b|(?:type )?susceptibility|(?:gene )?protein\b)", re.I)
METASTATIC = re.compile(r"\bmetasta|\bdisseminat|\bsecondary", re.I)
SPREAD_TO = {
    "liver", "brain", "bone", "lymph node", "peritoneum", "pleura", "spine", "skin", "omentum", "bone marrow",
    "adrenal gland", "pericardium", "spinal cord", "meninges", "leptomeninges",
}  # fmt: skip
NOT_IT = re.compile(
    r"(?:\b(?:mild|slight|reactive|reticulin|anti|r/o|rule out|ruling out|exclude|excluding|exclusion of|risk of"
    r"|risk for|risk factors? for|(?<!histologic )(?<!histological )(?<!pathological )(?<!same )classification (?:of|for)|guidelines? (?:of|for)|association (?:of|for)|screen(?:ing|ed)? for|predispos\w+ to|surveillance for|susceptib\w+ to"
    r"|treated? as)[\s-]+(?:an? |the )?)$",
    re.I,
)


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[Tumor, ...]:
    """Every naming of a tumour, in the order of the text."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        if asserted.mention.kind in ("tumor", "histology", "site", "modifier"):
            by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    found: list[Tumor] = []
    for index, inside in by_sentence.items():
        named = list(_in_sentence(inside, prose.sentences[index], prose.text))
        found.extend(without_parts(with_both_organs(_with_shared_site(named, prose.text), inside, prose.text), prose.text))
    return tuple(sorted(found, key=lambda tumor: tumor.start))


def _with_shared_site(tumors: list[Tumor], text: str) -> list[Tumor]:
    """The namings of a sentence, one without a seat given that of the next: "adenocarcinoma and lymphoma of the cecum"."""
    shared = sorted(tumors, key=lambda tumor: tumor.start)
    for number in range(len(shared) - 2, -1, -1):
        own, following = shared[number], shared[number + 1]
        behind = following.site and following.end > following.asserted.mention.end
        if own.site or not behind or not AND_ANOTHER.fullmatch(text[own.end : following.start]):
            continue
        code = direct(own.histology, following.site)
        if code:
            shared[number] = replace(own, site=following.site, code=code, inferred=True)
    return shared


def _in_sentence(inside: list[AssertedMention], sentence: Sentence, text: str) -> Iterator[Tumor]:
    sites = [a.mention for a in inside if a.mention.kind == "site"]
    modifiers = [a.mention for a in inside if a.mention.kind == "modifier"]
    words = text[sentence.start : sentence.end]
    general = is_general(words)
    for tumor, histology in heads(inside):
        first = tumor or histology
        assert first is not None
        start, end = first.mention.start, first.mention.end
        left, site_before = extend_left(start, sites, modifiers, sentence, text)
        right, site_after = extend_right(end, sites, text)
        if site_before and site_after:
            right = end
        site = origin(end, sites, sentence, text) or site_before or site_after or first.mention.groups.get("site", "")
        if site in SPREAD_TO and METASTATIC.search(text[left:start]):
            site = ""
        elif site_after and not site_before and METASTATIC.search(text[max(sentence.start, left - 12) : start]) and SEEDED.match(text[end:right]):
            right, site = end, first.mention.groups.get("site", "")
        naming = resolve(tumor, histology, site)
        kind = told_before(text[start:end], text[max(sentence.start, start - KINDS) : start], naming) if len(inside) > 1 else None
        if kind is not None:
            naming, left = kind[0], min(left, start - kind[1])
        if _is_another_thing(naming, end, text) or _is_spread(start, end, sentence, text) or NOT_IT.search(text[max(sentence.start, left - 40) : left]):
            continue
        before = text[sentence.start : left]
        first = doubts.whose(first, before)
        after = text[right : min(sentence.end, right + 120)]
        yield Tumor(
            start=left,
            end=right,
            sentence=sentence.index,
            name=text[left:right],
            label=first.mention.label,
            code=naming.code,
            histology=naming.histology,
            site=naming.site,
            specificity=naming.specificity,
            matched_by=naming.matched_by,
            asserted=first,
            diagnosed=claims.is_diagnosed(before),
            strong=claims.is_strong(before, after),
            metastasis=claims.is_metastasis(after),
            initial=claims.is_first_diagnosis(before),
            final=claims.is_final(before),
            past=claims.is_past(first, before, after),
            incidental=claims.is_incidental(text[max(sentence.start, left - 45) : right], before, after),
            general=general or claims.is_explained(before, after),
            unsure=doubts.is_unsure(first, naming, before, words, after),
            denied=doubts.is_denied(first, before, after),
            implied=naming.implied,
        )


def _is_another_thing(naming: Naming, end: int, text: str) -> bool:
    """Whether the words after it make it a cell line, a marker, a protein: "tumor necrosis factor", "lymphoma kinase"."""
    named_after = NOT_THE_TUMOR.match(text[end : end + 40]) and naming.specificity == GENERIC
    return bool(named_after or PROTEIN.match(text[end : end + 30]))


def _is_spread(start: int, end: int, sentence: Sentence, text: str) -> bool:
    """Whether it is an organ's tumour that came from elsewhere: "metastatic brain tumors"."""
    return bool(SEEDED_ORGAN.fullmatch(text[start:end]) and METASTATIC.search(text[max(sentence.start, start - 11) : start]))
