"""Sentences about a study's patients of whom the report then describes some: what all of them had or got, those had or got too."""

from __future__ import annotations

from functools import lru_cache

from caseextract import caseblind as re
from caseextract.assertions.announced import PART
from caseextract.assertions.general import GENETIC
from caseextract.knowledge import says
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

SHARED = frozenset("tumor histology site organ agent agent_class regimen gene gene_family fusion alteration variant biomarker prior_lines extent stage line".split())
"""Kinds of mention that a cohort shares; its rates and times are nobody's."""
FAILED = re.compile(r"resistan\w+|refractory|failed|failing|failure|progress\w*|relaps\w*|intoleran\w*", re.I)
ONE_OF_TWO = re.compile(r"(?<!resistant )(?<!refractory )(?<!relapsed )(?<!advanced )(?<!recurrent )(?<!unresectable )\bor (?:[\w-]+ )?$", re.I)
PART_OF = re.compile(r"(?:Of|Among)(?: the| these)? \w+(?:-\w+)? [^,;.]{3,60}, (?:only )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)(?: patients)? (?:received|had|underwent|were treated)\b")
COUNTED = re.compile(r"[^,;.()\[]{0,40}[(\[](?:n ?= ?)?\d+(?: ?/ ?\d+|(?:\.\d+)? ?%)?[,;)\]]")
"""How many of the cohort have what is named: not all of them."""
OR_ANOTHER = re.compile(r",? (?:[\w-]+ )?or (?!intoleran|refractory|resistant|progress)", re.I)
MEMBER = re.compile(
    r"\b[Pp]atients? (?:[1-9]\d{0,2}|[A-H])\b(?! (?:years?|patients|of|months?|weeks?|days?))"
    r"|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth|[2-4])(?: of (?:the|these|those|them|whom)(?: \w+)?)?(?: [\w-]+){0,2}? (?:patients?|cases?|individuals?)\b(?! (?:cohorts?|groups?|series))"
    r"|\b(?:[Oo]ne|[Tt]wo|[Tt]hree) of (?:them|these|whom)\b|\b(?:[Oo]f|[Aa]mong|[Ff]rom) (?:these|those|them|whom),? (?:only )?(?:one|two|three|four)\b|\b(?:a single|another|the first|the second) (?:[\w-]+ )?patient\b"
    r"|, (?:only )?(?:one|two|three|[123]) (?=(?:had|harbou?red|carried|achieved|experienced|showed|attained|responded|remained)\b)|\bin (?:one|two|three)(?=[.;,])|\b(?:[Oo]ne|[Tt]wo) of the responders\b"
)
"""Words that take one or some of the members out of the cohort."""
SOMEBODY = re.compile(r"\b(?:an?|the|this) (?:[\w-]+ )?patient\b|\b[Aa]n? \d{1,3}-year-old\b")
LINK = re.compile(r"\b(?:in|on|from|of) (?:this|the) (?:\w+ )?(?:trial|study|cohort|series|protocol|program\w*|group)\b|\bof the patients\b|\b(?:on|off) (?:study|trial)\b|\b\d+ ?/ ?\d+ patients\b")
ELSEWHERE = re.compile(r"\b(?:we|here|herein|authors?) (?:here |herein |also )?(?:report|present|describe)\w* (?:an?|the|our|two|three|four)\b|\b(?:this|our) (?:case|patient)\b", re.I)
MOST = 16
"""A curators' summary has no more sentences."""
WHOLE = ("title", "abstract", "case")


@lru_cache(maxsize=4)
def shared_sentences(prose: Prose) -> dict[int, int]:
    """The sentences about a cohort that speak of its described members too, each with where its words on members begin.

    There are none where the text has sections of another kind.
    """
    found: dict[int, int] = {}
    if any(sentence.section not in WHOLE for sentence in prose.sentences) or len(prose.sentences) > MOST:
        return found
    for sentence in prose.sentences:
        words = prose.words(sentence)
        if ELSEWHERE.search(words):
            break
        member = MEMBER.search(words)
        cohort = says("cohort of a study", words) and not says("compared or general", words)
        if member and cohort:
            found[sentence.index] = sentence.start + member.start()
        if found and (member or (LINK.search(words) and SOMEBODY.search(words))):
            return found
        if cohort and not PART.match(words) and not PART_OF.match(words):
            found[sentence.index] = sentence.end
    return {}


def is_shared(mention: Mention, members_from: int, sentence: Sentence, text: str) -> bool:
    """Whether a mention of such a sentence is true of every member: not "gefitinib or erlotinib", no rate of response."""
    if mention.start >= members_from:
        return True
    if mention.kind in ("response", "progression"):
        return bool(FAILED.match(text, mention.start, mention.end))
    either = ONE_OF_TWO.search(text[sentence.start : mention.start]) or OR_ANOTHER.match(text[mention.end : sentence.end])
    counted = mention.kind in GENETIC and COUNTED.match(text, mention.end)
    return mention.kind in SHARED and not either and not counted
