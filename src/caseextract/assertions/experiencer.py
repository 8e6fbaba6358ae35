"""Of whom a sentence speaks: this patient or the literature, by section and by cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseextract import caseblind as re
from caseextract.assertions.announced import ANNOUNCED, ELSEWHERE, announced
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
    r"|\b(?:proficient|deficient|transfected|expressing|resistant|mutant) cells\b|\bin[- ]vitro\b|\bknock-?down\b|\bpatient-derived\b|\bRNAi\b"
    r"|\bhave been (?:reported|described)|\bhas been (?:reported|described|approved|shown)|\bin the literature\b|\b(?:earlier|previous|other) (?:authors|investigators|groups|studies|series|trials)\b",
    re.IGNORECASE,
)

GENERAL = re.compile(
    r"^(?:treatment|management|therapy|surgery|prognosis|diagnosis|survival|incidence) (?:of|for|in) (?:these|this|such|most|patients|advanced|metastatic|[a-z]+(?: [a-z]+)?s)\b[^.]{0,60}\b(?:is|are|consists?|includes?|remains?|relies|depends)\b"
    r"|^(?:most|many|some|several|few|approximately [\w% -]+ of|about [\w% -]+ of|up to [\w% -]+ of|the majority of)(?: [\w-]+){0,4} (?:cases|patients|tumou?rs|cancers|carcinomas|lymphomas|sarcomas)\b"
    r"|\bin general,|\b(?:is|are) (?:usually|typically|generally|often|commonly|frequently|widely|currently|rarely|mainly) (?:treated|used|managed|given|considered|recommended|regarded|controlled|administered|known)\b|\b(?:is|are) (?:regarded|considered) (?:as |to be )?(?:an? |the )?"
    r"|\bthe (?:standard|mainstay|cornerstone|treatment of choice|prognosis|efficacy|role|incidence|frequency|use) (?:of|for)?\b[^.]{0,80}\b(?:is|are|remains?|has|have)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|had|underwent|received|presented|developed|achieved|died)\b", re.IGNORECASE)
SOME = re.compile(r"\b(?:both|these (?:two|three|four)?|the (?:two|three|four)|all (?:three|four)|our) ?(?:[\w-]+ )?(?:patients|cases|children|women|men)\b|\b[Pp]atients? (?:[1-9]\d?|[A-H])\b|\b(?:the|our) (?:first|second|third|fourth|other) (?:patient|case|child|woman|man)\b", re.IGNORECASE)


def experiencers(prose: Prose, cues: Mapping[int, Sequence[Cue]]) -> dict[int, tuple[str, str | None]]:
    """For each sentence's index: "patient" or "literature", and the words that decided."""
    several = announced(prose) is not None
    whole = all(sentence.section in ("case", "front", "title") for sentence in prose.sentences)
    return {
        sentence.index: _whose(sentence, prose.words(sentence), list(cues.get(sentence.index, ())), whole, several)
        for sentence in prose.sentences
    }


def _whose(sentence: Sentence, words: str, cues: list[Cue], whole: bool, several: bool) -> tuple[str, str | None]:
    literature = next((cue.words for cue in cues if cue.kind == "literature"), None)
    person = bool(PERSON.search(words)) or any(cue.kind == "patient" for cue in cues)
    if several and not person:
        counted = ANNOUNCED.search(words)
        person = bool(SOME.search(words) or (counted and not ELSEWHERE.search(words[: counted.start()])))
    if sentence.section in ("background", "discussion", "methods", "references", "front"):
        return ("literature", sentence.heading or sentence.section)
    if sentence.section == "case" and not whole:
        return ("literature", literature) if literature and not person and STRONG.search(words) else ("patient", None)
    if sentence.section == "title":
        return "patient", None
    strong = STRONG.search(words) or (None if PAST.search(words) else GENERAL.search(words))
    if literature and not person:
        return "literature", literature
    if strong and not person:
        return "literature", strong[0]
    return "patient", None
