"""Of whom a sentence speaks: this patient or the literature, by section and by cue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from caseextract.assertions.scope import Cue
from caseextract.schema.prose import Prose, Sentence

FIGURES = re.compile(
    r"\bmedian\b|\bet al\b|\d ?%(?! (?:of (?:the |his |her |tumou?r )?(?:cells|tumou?r|blasts|nuclei)|positiv|reduction|decrease|shrinkage))"
    r"|\bn ?= ?\d|\b95 ?% ?CI|\bp ?[<=] ?0?\.\d|\bHR\b|\b(?:19|20)\d\d\)|\[\d+(?:[,–-] ?\d+)*\]",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:the|our|this|a|each|one) (?:\w+ )?patient(?:'s|’s)?\b|\b(?:he|she|his|her)\b|year[- ]old|years old|\b(?:this|our) case\b|\bwe (?:report|present|describe)\b|\breports? (?:on |of )?(?:a|the|one) (?:[\w-]+ ){0,4}(?:case|patient)\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\bmedian (?:overall|progression|survival|PFS|OS|time|duration|follow)|\bpatients (?:with|who|treated|receiving|in|were|are|have)\b|\bin patients\b"
    r"|\bphase (?:I{1,3}|[123])\b[^.]{0,40}\b(?:trial|study)\b[^.]{0,60}\b(?:show|demonstrat|report|found)|\bin vitro\b|\bxenograft|\bcell lines?\b"
    r"|\bhave been (?:reported|described)|\bhas been (?:reported|described|approved|shown)|\bin the literature\b",
    re.IGNORECASE,
)


def experiencers(prose: Prose, cues: Mapping[int, Sequence[Cue]]) -> dict[int, tuple[str, str | None]]:
    """For each sentence's index: "patient" or "literature", and the words that decided."""
    whole = all(sentence.section in ("case", "front", "title") for sentence in prose.sentences)
    return {
        sentence.index: _whose(sentence, prose.words(sentence), list(cues.get(sentence.index, ())), whole)
        for sentence in prose.sentences
    }


def _whose(sentence: Sentence, words: str, cues: list[Cue], whole: bool) -> tuple[str, str | None]:
    literature = next((cue.words for cue in cues if cue.kind == "literature"), None)
    person = bool(PERSON.search(words)) or any(cue.kind == "patient" for cue in cues)
    if sentence.section in ("background", "discussion", "methods", "references", "front"):
        return ("literature", sentence.heading or sentence.section)
    if sentence.section == "case" and not whole:
        return ("literature", literature) if literature and not person and STRONG.search(words) else ("patient", None)
    if sentence.section == "title":
        return "patient", None
    strong = STRONG.search(words)
    if literature and not person:
        return "literature", literature
    if strong and not person:
        return "literature", strong[0]
    return "patient", None
