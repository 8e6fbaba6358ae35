"""A tumour's name in the record: as stated, in lower case, with its organ, without words of course and extent."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from caseextract import caseblind as re
from caseextract.assembly.tumor_groups import RICHTER, Group, place_words
from caseextract.facts.diagnosis import Tumor
from caseextract.knowledge import lexicon
from caseextract.mentions.normalised import folded

PASSING = ("extent", "molecular", "laterality", "behaviour")
KEPT = {"primary", "secondary", "benign", "malignant", "in situ", "pediatric", "juvenile", "borderline"}
NO_PLACES = frozenset(("cell", "cells", "low", "medium", "high", "tissue", "soft", "large", "small", "nerve", "gland", "duct"))
SUBSITE = re.compile(r"(?: \([^()]{1,15}\))?,? (?:in|of|at|on|from|within|located|involving|arising)\b", re.I)
STATE = re.compile(
    r"^(?:(?:(?:locally )?advanced|recurrent|relapsed|metastatic|unresectable|inoperable|(?:extensive|limited)[\s-](?:stage|disease)"
    r"|(?:clinical )?stage (?:[1-4]|IV|III|II|I)(?:[A-E]|S)?\d?)[\s-]+)+(?=\w)",
    re.I,
)
"""Course and stage before a name."""
ARTICLES_AFTER = {"soft tissue", "unknown primary", "bone"}


def name_of(group: Group) -> str:
    """The name of a group's tumour."""
    best = group.best
    full = [t for t in group.tumors if t.code == best.code and t.label == best.label and not t.is_short]
    if best.label == RICHTER:
        return RICHTER
    if best.is_short:
        stated = plain(full[0]) if full else _written_out(best)
    else:
        stated = plain(best)
    if best.inferred and best.site:
        stated = f"{stated} of {'' if best.site in ARTICLES_AFTER else 'the '}{best.site}"
    return stated


def _written_out(tumor: Tumor) -> str:
    """The words of a naming with its abbreviation written out: "mucinous lung ADC" is mucinous lung adenocarcinoma."""
    mention = tumor.asserted.mention
    lead, rest = tumor.name[: mention.start - tumor.start], tumor.name[mention.end - tumor.start :]
    if not (tumor.site and tumor.histology == tumor.label and (lead or rest)) or "defined" in mention.groups:
        return tumor.label
    return plain(replace(tumor, name=f"{lead}{tumor.label}{rest}"))


def plain(tumor: Tumor) -> str:
    """The words of a naming without leading words of course and extent, in lower case but for proper names."""
    lead = tumor.asserted.mention.start - tumor.start
    words, kept = _without_subsite(tumor), tumor.name[max(lead, 0) :]
    while len(words) > len(kept) and (cut := _passing(words)) and len(words) - cut >= len(kept):
        words = words[cut:].lstrip(" ,-/\n")
    words = STATE.sub("", words)
    words = re.sub(r"(oma|a?emia|umou?r|ancer|oplasm)s\b", r"\1", words)
    words = re.sub(r"\s+", " ", re.sub(r" ?\([A-Za-z0-9-]{1,9}\)", "", words)).strip()
    return " ".join(_lowered(word) for word in words.split(" ")) or tumor.label


def _without_subsite(tumor: Tumor) -> str:
    """The words of a naming without the part of an organ that is named already: "gastric cancer in the antrum"."""
    end = tumor.asserted.mention.end - tumor.start
    head, tail = tumor.name[:end], tumor.name[end:]
    named = any(word in place_words() - NO_PLACES for word in re.findall(r"[a-z]+", head.lower()))
    return head if named and SUBSITE.match(tail) else tumor.name


def _passing(words: str) -> int:
    lower = folded(words)
    return max(
        (
            len(form)
            for form in _passing_words()
            if lower.startswith(form) and not lower[len(form) : len(form) + 1].isalnum()
        ),
        default=0,
    )


@cache
def _passing_words() -> frozenset[str]:
    return frozenset(
        folded(form)
        for entry in lexicon("tumor_modifiers").values()
        if entry.get("kind") in PASSING
        for form in (entry.label, *entry.synonyms, *entry.abbreviations)
        if form not in KEPT
    )


def _lowered(word: str) -> str:
    return re.sub(
        r"[A-Z][a-z]{2,}",
        lambda match: match[0] if match[0] in _proper_names() else match[0].lower(),
        word,
    )


@cache
def _proper_names() -> frozenset[str]:
    labels = [
        form
        for file in ("tumors", "histologies")
        for entry in lexicon(file).values()
        for form in (entry.label, *entry.synonyms)
    ]
    inner = {word for label in labels for word in re.findall(r"[A-Z][a-z]+", label)}
    lower = {word for label in labels for word in re.findall(r"\b[a-z]+\b", label)}
    return frozenset(word for word in inner if word.lower() not in lower)
