"""Whether a report describes a patient with a tumour at all, and if not, why there is no case."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly import mimicked, parts
from caseextract.assertions.announced import announced
from caseextract.schema import Case
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

SURE = re.compile(
    r"\b(?:year|yr|month|week|day)s?[- ]old\b|\b\d{1,3} ?(?:years?|yrs?) of age\b|\b(?:he|she|his|her|him)\b|\bpatient's\b|(?<!remaining )(?<!per )(?<!each )(?<!every )\bpatient\b(?! (?:populations?|cohorts?|groups?|selection"
    r"|samples?|survival|outcomes?|management|characteristics|demographics|care|numbers?|series|registry|subgroups?|was defined|data|specific|and public|died|discontinued|withdrew|had (?:a )?grade|experienced (?:grade|an? (?:adverse|serious)|toxic)|developed (?:grade|toxic)))|\bcase (?:reports?|of|presentation|description)\b|\b(?:patients?|cases?) (?:[1-9]\d?|[A-H])\b"
    r"(?! (?:years|of))|\b(?:an?|one|single|this|our|the index|the present) (?:[\w-]+ ){0,3}?(?:case|individual(?= (?:with|who|was|had))|subject(?= (?:with|who|was|had))|woman|man|girl|boy|child|infant|female|male|lady|gentleman)\b(?! (?:series|control))|\by/?o\b|\b\d{1,3}[- ]?(?:years?|y) (?:fe)?male\b",
    re.I,
)
SMALL = re.compile(
    r"\b(?:one|two|three|both|(?<!phase )(?<!grade )[123](?= (?:patients?|cases?|women|men|children)\b)) (?:(?!of\b|trials?\b|stud)[a-z][a-z/-]* ){0,3}?(?:patients?|cases?|women|men|children|siblings|brothers|sisters|boys|girls)\b"
    r"(?! (?:experienced|had|were|withdrew|discontinued|developed|died|achieved|in))|\bone of (?:them|these|whom|the responders)\b",
    re.I,
)
OTHERS = re.compile(r"\banecdotal\w*|\breports? (?:have|has)\b|\bin the literature\b|\bhave been (?:reported|described|published)\b", re.I)
FARED = re.compile(
    r"\b(?:received|treated|given|underwent|respon\w+|remission|PR|CR|SD|PD|stable disease|progress\w+|relaps\w+|survi\w+|therapy|treatment|resistan\w+|months|weeks|mutations?|fusions?|amplification|harbou?r\w*|report|describe|present)\b|\w+(?:nib|mab|platin)\b",
    re.I,
)
TRIAL = re.compile(r"\bphase (?:I{1,3}|[0-4])(?:[/-]?(?:I{1,3}|[0-4]))?[ab]?\b|\b(?:basket|umbrella|clinical|randomi[sz]ed|single[- ]arm|dose[- ]escalation|multicent\w+) (?:\w+ )?(?:trial|study)\b|\bplacebo\b|\benrol+ed\b|\bNCT\d{6,}", re.I)
COHORT = re.compile(r"\b(?:cohort|retrospective(?:ly)?|prospective(?:ly)?|series of \d{2,}|\d{2,} (?:[\w-]+ ){0,4}?(?:patients|cases|tumou?rs|samples)|n ?= ?\d+|median|hazard ratio|95 ?% ?CI|\d+ of \d+ patients)\b", re.I)
PRECLINICAL = re.compile(r"\b(?:in[- ]vitro|in[- ]vivo|cell lines?|xenografts?|mice|mouse|murine|preclinical|knockdown|transfected)\b", re.I)
REVIEW = re.compile(r"\b(?:review|guidelines?|consensus|meta-analys[ei]s|recommendations?)\b", re.I)
TUMOR = re.compile(
    r"\b(?:tumou?r\w*|cancer\w*|carcino\w*|malignan\w*|neoplas\w*|sarcoma\w*|\w*(?:sarcoma|carcinoma|blastoma|lymphoma|leuka?emia|myeloma|melanoma|glioma|cytoma|adenoma|thelioma|histiocytosis|mastocytosis)s?|metasta\w+|lympho\w*proliferative\w*|myelodysplas\w*|myeloproliferative\w*|polycythemia|thrombocythemia|philadelphia|castleman|macroglobulin\w+|chemotherap\w+|chemoradi\w+|blast phase|oncolog\w+|NSCLC|SCLC|DLBCL|HCC|GIST|CLL|CML|AML|HNSCC|TNBC)\b",
    re.I,
)

DENIED = re.compile(
    r"\b(?:no|nor|not|without|any|exclud\w+|rul\w+ out|negative|mimic\w*|suspect\w*|suspicio\w+|suggest\w*|benign|absence|resembl\w+|simulat\w+|free of|differential|thought|versus|risk of|screening|feared|misdiagnos\w+)\b[^.;,]*$",
    re.I,
)
DENIED_AFTER = re.compile(r"[^.;,]{0,40}\b(?:excluded|ruled out|absent|unlikely|not (?:found|seen|present|detected)|suspected|feared)\b", re.I)

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
    if SURE.search(words) or _some_are_told_of(prose, story) or parts.counted_off(prose, [prose.sentences[i] for i in story], announced(prose)):
        return None
    words = " ".join((words, *(prose.words(s) for s in prose.sentences if s.section == "methods")))
    if not any(kind.search(words) for kind in (TRIAL, COHORT, PRECLINICAL, REVIEW)):
        return None
    if TRIAL.search(words):
        return "a summary of a trial in which no patient is described individually"
    if COHORT.search(words):
        return "a summary of a group of patients none of whom is described individually"
    if PRECLINICAL.search(words):
        return "a laboratory study without a described patient"
    return "no patient is described"


def _some_are_told_of(prose: Prose, story: Sequence[int]) -> bool:
    """Whether one or a few patients are told apart: not those of other reports, nor a mere part of a group."""
    sentences = [prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case") or s.index in story]
    group = any(COHORT.search(words) for words in sentences)
    return any(SMALL.search(words) and not OTHERS.search(words) and (not group or FARED.search(words)) for words in sentences)


def _is_bare(case: Case) -> bool:
    said = (case.patient.age_years, case.patient.sex, case.outcome.vital_status, *case.treatments, *case.alterations, *case.biomarkers)
    return bool(case.diagnoses) and not any(said) and all(d.histology.matched_by == "abbreviation" and not d.stages and not d.extent for d in case.diagnoses)


def _is_plainly_spoken_of(prose: Prose) -> bool:
    """Whether a tumour is named otherwise than as denied, suspected or mimicked."""
    for sentence in prose.sentences:
        if sentence.section in ("title", "abstract", "case"):
            words = prose.words(sentence)
            for match in TUMOR.finditer(words):
                if not DENIED.search(words[: match.start()]) and not DENIED_AFTER.match(words[match.end() :]):
                    return True
    return False


def no_tumor(cases: Sequence[Case], mentions: Sequence[AssertedMention], prose: Prose) -> str | None:
    """Why the patients described are no tumour patients; None where they are.

    A tumour known by its abbreviation alone ("ALMS") counts only beside other signs of a tumour.
    """
    if all(_is_bare(case) for case in cases):
        return "no patient is described: a tumour is named, but nothing is told of anybody who has it"
    spoken = any(TUMOR.search(prose.words(s)) for s in prose.sentences if s.section in ("title", "abstract", "case"))
    spoken = spoken or any(TUMOR.search(prose.text[known.long_start : known.long_end]) for known in prose.abbreviations)
    named = _is_plainly_spoken_of(prose) or any(a.mention.kind in ("tumor", "histology") and a.judgement.is_fact for a in mentions)
    histologies = [d.histology for case in cases for d in case.diagnoses]
    drugs = {a.name for case in cases for t in case.treatments if t.modality in ("systemic", "chemoradiation") for a in t.agents if not a.is_class}
    if not drugs - ALSO_ELSEWHERE and not any(case.alterations or case.biomarkers for case in cases) and mimicked.by_another_disease(mentions, prose):
        return "what looked like a tumour was another disease"
    signs = spoken or any(case.treatments or case.alterations or case.biomarkers for case in cases)
    if any(signs or histology.matched_by != "abbreviation" for histology in histologies):
        return None
    if named and any(t.modality in ("systemic", "transplant", "chemoradiation") for case in cases for t in case.treatments):
        return None
    return None if drugs - ALSO_ELSEWHERE else "no tumour of a described patient was found"
