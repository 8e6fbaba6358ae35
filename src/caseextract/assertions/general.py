"""Genes and markers in sentences that speak of no patient, and in those of the discussion that speak of this one."""

from __future__ import annotations

from functools import lru_cache

from caseextract.knowledge import phrase, says
from caseextract.schema.mention import Experiencer, Mention
from caseextract.schema.prose import Sentence

GENETIC = ("gene", "gene_family", "fusion", "alteration", "variant", "biomarker")
NEAR = 80
"""Characters behind "our patient with" in which what the patient had may stand."""


@lru_cache(maxsize=64)
def is_of_own_patient(sentence: Sentence, words: str) -> bool:
    """Whether a sentence of the introduction or discussion speaks plainly of the report's own patient."""
    return sentence.section in ("background", "discussion", "abstract", "case") and says("speaks of the report's own patient", words) and not says("others are compared", words)


@lru_cache(maxsize=64)
def is_about_others(sentence: Sentence, words: str) -> bool:
    """Whether a sentence that names genes states a general truth, other patients' facts, or an experiment.

    Where an article has sections the section decides, and only experiments are looked for.
    """
    if says("an experiment", words) and not says("the patient's own test", words):
        return True
    if sentence.section == "title":
        return False
    share = phrase("share of all patients")
    person = says("names a patient or a specimen", share.sub(" ", words))
    of_others = says("said of other patients", words) or share.search(words) or says("what a kind of tumour is like", words)
    if of_others and not person:
        return True
    return says("stated as a general truth", words) and not person and not says("a finding was made", words)


def _belongs_to_own(mention: Mention, sentence: Sentence, words: str) -> bool:
    """Whether it is what "our patient with …" had, whatever the sentence goes on to say."""
    own = phrase("the own patient's alteration follows").search(words)
    at = mention.start - sentence.start
    if own is None or not own.end() <= at <= own.end() + NEAR:
        return False
    between = words[own.end() : at]
    return not says("others are compared", between) and not says("aside or a verb of its own", between)


def whose_gene(mention: Mention, judged: Experiencer, sentence: Sentence, words: str) -> Experiencer:
    """Whose fact a gene or marker is, where the sentence as a whole was judged to be of the patient or the literature."""
    if mention.kind not in GENETIC:
        return judged
    if judged == "patient" and (is_about_others(sentence, words) or phrase("share of a group behind a gene").match(words, mention.end - sentence.start)):
        return "literature"
    if judged == "literature" and (is_of_own_patient(sentence, words) or _belongs_to_own(mention, sentence, words)):
        return "patient"
    return judged
