"""Genes and markers in sentences that speak of no patient, and in those of the discussion that speak of this one."""

from __future__ import annotations

from functools import lru_cache

from caseextract import caseblind as re
from caseextract.schema.mention import Experiencer, Mention
from caseextract.schema.prose import Sentence

GENETIC = ("gene", "gene_family", "fusion", "alteration", "variant", "biomarker")
PATIENT = re.compile(
    r"\b(?:the|our|this|a|each|one|both|an?) (?:[\w-]+ ){0,4}(?:patient|case|tumou?r|boy|girl|man|woman|child|infant|male|female|lady|gentleman|specimen|sample|biopsy)s?\b|\b(?:both|two|three|four|[2-4]) (?:[\w-]+ ){0,3}(?:patients|cases|siblings|brothers|sisters)\b|\b[Pp]atients? \d|\b(?:he|she|his|her|we)\b|years?[- ]old|\bherein\b",
    re.I,
)
FOUND = re.compile(
    r"\b(?:was|were|had|showed|revealed|detected|identified|harbou?r(?:ed|ing)|found|confirmed|underwent|presented|demonstrated|diagnosed|positive for|negative for|achieved|received|carried|disclosed|developed)\b",
    re.I,
)
GENERAL = re.compile(
    r"\b(?:is|are|has been|have been|may|might|can|could|remains?|plays?|leads?|represents?|occurs?|accounts?|includes?|occasionally|generally|typically|usually|often|most|currently|known|defines?|confers?|contributes?|function|encodes?)\b",
    re.I,
)
SHARE = re.compile(
    r"\b(?:in|of|by) (?:about |approximately |up to |nearly |roughly |around )?(?:half|most|many|some|(?:a|the|one)[ -](?:third|quarter|fifth|minority|majority|subset|fraction)|\d+(?:\.\d+)?(?: ?(?:[-–]|to) ?\d+(?:\.\d+)?)? ?%) of (?:all |the )?(?:[\w-]+ ){0,4}?(?:patients|cases|tumou?rs|cancers|carcinomas|lymphomas|sarcomas|gliomas|melanomas|leuk(?:a?)emias|GISTs|NSCLCs?)\b",
    re.I,
)
"""What part of all patients has it."""
OTHERS = re.compile(
    r"\b(?:patients|tumou?rs|cases|individuals|carriers|cancers|lymphomas|leuk(?:a?)emias|GISTs|NSCLCs) (?:with|who|harbou?ring|having|carrying|bearing|lacking|whose|without)\b|\b(?:studies|investigators|authors|reports) (?:have |has |had )?(?:reported|described|showed|shown|demonstrated|suggested|identified|questioned|found)\b"
    r"|\b(?:previous|prior|several|recent|published|five|four|three|two) (?:studies|reports|series|trials)\b|\bet al\b|\bliterature\b|\bphase (?:I{1,3}|[123])\b|\btrial\b",
    re.I,
)
A_GROUP = re.compile(r"\b(?:this|these) (?:[\w-]+ ){0,2}(?:sub)?(?:groups?|types?|sets?|entit(?:y|ies)|varieties|variants?)\b[^.;]* (?:shows?|has|have|is|are|displays?|carr(?:y|ies)|harbou?rs?|lacks?)\b", re.I)
"""What a kind of tumour is like."""
BENCH = re.compile(r"\bin vitro\b|\bxenografts?\b|\bcell lines?\b|\bknock-?down\b|(?<!during )\btransfect|\bBa/F3\b|\bmurine\b|\bmice\b|\bCRISPR|\borganoids?\b|\bRNAi\b|\bscreen of\b", re.I)
RATIO = re.compile(r"(?: (?:mutations?|fusions?|amplifications?|rearrangements?|alterations?))? ?[(\[](?:n ?= ?)?\d{1,4} ?/ ?(?:[5-9]|\d{2,4})[,;)\]](?! ?(?:cells|nuclei|reads|metaphases))|(?: (?:mutations?|fusions?|amplifications?|rearrangements?|alterations?))? ?\(n ?= ?\d")
"""How many of a group's patients have what is named."""
OWN_TESTING = re.compile(r"\b(?:patient|biopsy|tumou?r tissue|plasma|ctDNA|liquid biopsy|surgical specimen|her|his)\b", re.I)


OWN = re.compile(
    r"\b(?:in|of) (?:our|the present|this) (?:patient|case)\b|\b(?:our|the present) (?:patient|case)(?:'s)?\b|\bthe patient (?:described|reported|presented) (?:here|in)\b"
    r"|\bwe (?:here(?:in)? |also )?(?:report|present|describe) (?:on |the first |a |an |the )|^\W*(?:this|his|her) (?:\w+ )?(?:response|remission) (?:occurred|was (?:seen|achieved|observed))\b",
    re.I,
)
OWN_WITH = re.compile(r"\b(?:our|the present) (?:patient|case)(?:'s tumou?r)? (?:with|harbou?ring|carrying|who had|of)\b", re.I)
ASIDE = re.compile(r"[;:]|\b(?:which|that|is|are|was|were|has|have)\b", re.I)
FOREIGN = re.compile(r"\bet al\b|\bpatients (?:with|who|in|were)\b|\bstud(?:y|ies)\b|\btrial|\bliterature\b|\d ?%|\bunlike|\bin contrast|\bsimilar(?:ly)? to\b|\bpreviously|\breported (?:by|in|cases)\b|\bmay\b|\bmight\b|\bcould\b", re.I)


@lru_cache(maxsize=64)
def is_of_own_patient(sentence: Sentence, words: str) -> bool:
    """Whether a sentence of the introduction or discussion speaks plainly of the report's own patient."""
    return sentence.section in ("background", "discussion", "abstract", "case") and bool(OWN.search(words)) and not FOREIGN.search(words)


@lru_cache(maxsize=64)
def is_about_others(sentence: Sentence, words: str) -> bool:
    """Whether a sentence that names genes states a general truth, other patients' facts, or an experiment.

    Where an article has sections the section decides, and only experiments are looked for.
    """
    if BENCH.search(words) and not OWN_TESTING.search(words):
        return True
    if sentence.section == "title":
        return False
    person = bool(PATIENT.search(SHARE.sub(" ", words)))
    if (OTHERS.search(words) or SHARE.search(words) or A_GROUP.search(words)) and not person:
        return True
    return bool(GENERAL.search(words)) and not person and not FOUND.search(words)


def _belongs_to_own(mention: Mention, sentence: Sentence, words: str) -> bool:
    """Whether it is what "our patient with …" had, whatever the sentence goes on to say."""
    own = OWN_WITH.search(words)
    at = mention.start - sentence.start
    return own is not None and own.end() <= at <= own.end() + 80 and not FOREIGN.search(words[own.end() : at]) and not ASIDE.search(words[own.end() : at])


def whose_gene(mention: Mention, judged: Experiencer, sentence: Sentence, words: str) -> Experiencer:
    """Whose fact a gene or marker is, where the sentence as a whole was judged to be of the patient or the literature."""
    if mention.kind not in GENETIC:
        return judged
    if judged == "patient" and (is_about_others(sentence, words) or RATIO.match(words, mention.end - sentence.start)):
        return "literature"
    if judged == "literature" and (is_of_own_patient(sentence, words) or _belongs_to_own(mention, sentence, words)):
        return "patient"
    return judged
