"""Whether a report describes a patient with a tumour at all, and if not, why there is no case."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly import by_tally, mimicked
from caseextract.assertions.announced import announced
from caseextract.knowledge import phrase, says
from caseextract.schema import Case
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

NOT_DESCRIBED = (
    ("a trial", "a summary of a trial in which no patient is described individually"),
    ("a cohort", "a summary of a group of patients none of whom is described individually"),
    ("laboratory work", "a laboratory study without a described patient"),
    ("a review", "no patient is described"),
)
"""What a text that tells of no patient is, by its phrase, and what is said of it."""
ALSO_ELSEWHERE = frozenset(
    """methotrexate cyclophosphamide rituximab prednisone prednisolone methylprednisolone dexamethasone hydroxyurea hydroxycarbamide interferon
    sirolimus everolimus tacrolimus tocilizumab siltuximab denosumab bevacizumab ranibizumab thalidomide cyclosporine azathioprine mercaptopurine
    mycophenolate anakinra infliximab imiquimod fluorouracil bleomycin colchicine octreotide lanreotide ruxolitinib tofacitinib baricitinib
    aldesleukin eculizumab tamoxifen letrozole spironolactone leuprolide goserelin finasteride mitomycin alemtuzumab cladribine mitoxantrone
    acetazolamide propranolol metformin tretinoin isotretinoin cabergoline bromocriptine testosterone medroxyprogesterone megestrol""".split()
)
"""Drugs that are given for other diseases too: alone, they make no tumour patient."""


def nobody(prose: Prose, story: Sequence[int]) -> str | None:
    """Why the text describes no patient in particular; None where it does."""
    words = " ".join(prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case") or s.index in story)
    if says("tells of a patient", words) or _some_are_told_of(prose, story) or by_tally.counted_off(prose, [prose.sentences[i] for i in story], announced(prose)):
        return None
    words = " ".join((words, *(prose.words(s) for s in prose.sentences if s.section == "methods")))
    return next((reason for kind, reason in NOT_DESCRIBED if says(kind, words)), None)


def _some_are_told_of(prose: Prose, story: Sequence[int]) -> bool:
    """Whether one or a few patients are told apart: not those of other reports, nor a mere part of a group."""
    sentences = [prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case") or s.index in story]
    few = announced(prose) in (2, 3) and all(match[0].lower().startswith(("retro", "prosp")) for words in sentences for match in phrase("a cohort").finditer(words))
    if few and any(says("tells of a few patients", words) for words in sentences):
        return True
    group = any(says("a cohort", words) for words in sentences)
    return any(says("tells of a few patients", words) and not says("speaks of other reports", words) and (not group or says("tells how they fared", words)) for words in sentences)


def _is_bare(case: Case) -> bool:
    said = (case.patient.age_years, case.patient.sex, case.outcome.vital_status, *case.treatments, *case.alterations, *case.biomarkers)
    return bool(case.diagnoses) and not any(said) and all(d.histology.matched_by == "abbreviation" and not d.stages and not d.extent for d in case.diagnoses)


def _is_benign_disease(case: Case) -> bool:
    """Whether all that the patient has is a benign growth, which was at most removed."""
    names = [diagnosis.histology.name for diagnosis in case.diagnoses]
    removed = all(treatment.modality == "surgery" for treatment in case.treatments)
    return bool(names) and removed and not case.alterations and all(says("benign growth", name) for name in names) and not any(d.stages for d in case.diagnoses)


def _is_plainly_spoken_of(prose: Prose) -> bool:
    """Whether a tumour is named otherwise than as denied, suspected or mimicked."""
    for sentence in prose.sentences:
        if sentence.section in ("title", "abstract", "case"):
            words = prose.words(sentence)
            for match in phrase("word for a tumour").finditer(words):
                if not says("tumour denied or doubted before", words[: match.start()]) and not says("tumour denied or doubted after", words[match.end() :]):
                    return True
    return False


def no_tumor(cases: Sequence[Case], mentions: Sequence[AssertedMention], prose: Prose) -> str | None:
    """Why the patients described are no tumour patients; None where they are.

    A tumour known by its abbreviation alone ("ALMS") counts only beside other signs of a tumour.
    """
    if all(_is_bare(case) for case in cases):
        return "no patient is described: a tumour is named, but nothing is told of anybody who has it"
    spoken = any(says("word for a tumour", prose.words(s)) for s in prose.sentences if s.section in ("title", "abstract", "case"))
    spoken = spoken or any(says("word for a tumour", prose.text[known.long_start : known.long_end]) for known in prose.abbreviations)
    named = _is_plainly_spoken_of(prose) or any(a.mention.kind in ("tumor", "histology") and a.judgement.is_fact for a in mentions)
    histologies = [d.histology for case in cases for d in case.diagnoses]
    drugs = {a.name for case in cases for t in case.treatments if t.modality in ("systemic", "chemoradiation") for a in t.agents if not a.is_class}
    if not drugs - ALSO_ELSEWHERE and not any(case.alterations or case.biomarkers for case in cases) and mimicked.by_another_disease(mentions, prose):
        return "what looked like a tumour was another disease"
    if cases and all(_is_benign_disease(case) for case in cases):
        return "the disease described is benign"
    signs = spoken or any(case.treatments or case.alterations or case.biomarkers for case in cases)
    if any(signs or histology.matched_by != "abbreviation" for histology in histologies):
        return None
    if named and any(t.modality in ("systemic", "transplant", "chemoradiation") for case in cases for t in case.treatments):
        return None
    return None if drugs - ALSO_ELSEWHERE else "no tumour of a described patient was found"
