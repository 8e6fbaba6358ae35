"""Linked mentions → organs that the text points to as the tumour's seat, where the tumour itself is named without one.

"A mass of the splenic flexure", "endoscopy of the stomach showed an ulcer", "gastrectomy": words that name the organ
though the histology stands in another sentence ("biopsy: tubular adenocarcinoma").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract import caseblind as re
from caseextract.knowledge import lexicon
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose

GROWTH = (
    r"(?:mass(?:es)?|tumou?rs?|lesions?|nodul(?:e|es|arity)|lumps?|ulcer(?:ation|s)?|polyps?|swelling|growths?"
    r"|thickening|neoplasms?"
    r"|strictures?|stenosis|opacit(?:y|ies)|shadow|cysts?|malignancy|cancers?|carcinomas?|primary|adenoma)"
)
SAMPLE = r"(?:biops(?:y|ies)|specimens?|tissue|aspirat\w+|curettage|resection|excision|cytology|histology|surgery)"
AFTERWARDS = re.compile(rf"^(?:[\s-]+\w+){{0,3}}?[\s-]+{GROWTH}\b", re.I)
SAMPLED = re.compile(rf"^(?:[\s-]+\w+){{0,2}}?[\s-]+{SAMPLE}\b", re.I)
BEFOREHAND = re.compile(
    rf"\b(?:{GROWTH}|{SAMPLE}|enlarged|enlargement)\b[^.;]{{0,60}}?\b(?:of|in|on|at|within|from|to|involving"
    rf"|occupying|arising|infiltrating)\s+(?:the |his |her |a |an )?(?:\w+[\s-]){{0,4}}$",
    re.I,
)
FOUND_IN = re.compile(
    r"\b(?:ultraso\w+|endoscop\w+|CT|MRI|examination|imaging|removal|removed|resected|excised"
    r"|debrid\w+)\b[^.;]{0,30}\b(?:of|from) (?:the |his |her )?(?:\w+ )?$",
    re.I,
)
SPREAD = re.compile(
    r"\bmetasta\w+|\bspread\w*|\binfiltrat\w+|\binvad\w+|\binvas\w+|\binvolv\w+|\bdisseminat\w+|\bimplants?\b"
    r"|\brecurren\w+|\bseeding|\bdeposits?",
    re.I,
)
TAKEN_ALONG = re.compile(
    r"\b(?:partial|combined|concomitant|additional|en bloc|wedge|segmental) (?:resection|excision|removal) of (?:the |his |her )?(?:\w+ ){0,2}$"
    r"|\bectomy (?:with|and) (?:\w+ )?(?:resection|excision) of (?:the )?$",
    re.I,
)
ABSENT = re.compile(
    r"\b(?:no|without|normal|unremarkable|negative|free of|absence|denied|not)\b[^.;,]{0,50}$"
    r"|^[^.;,]{0,30}\b(?:was|were|is) (?:normal|unremarkable|negative|clear|free)\b",
    re.I,
)
OF_A_GENE = re.compile(r"^ cancer (?:type )?(?:\d )?(?:susceptibility|gene\b|associated gene)", re.I)
SHOWED_METASTASIS = re.compile(r"\b(?:show|reveal|demonstrat|confirm|disclos|yield|identif)\w*(?: \w+){0,3}? (?:an? )?metasta", re.I)
"""What was sampled holds a tumour that came from elsewhere: "biopsy of the scalp showed metastatic adenocarcinoma"."""
SEATS_OF_METASTASES = {"liver", "brain", "bone", "adrenal gland", "lung", "skin", "spine"}
NO_SEAT = {
    "lymph node", "bone marrow", "blood", "abdomen", "pelvis", "thorax", "trunk", "extremity", "neck", "back",
    "axilla", "peritoneum", "pleura", "great vessels", "groin", "chest wall", "abdominal wall",
    "cervical lymph node", "axillary lymph node", "inguinal lymph node", "mediastinal lymph node",
    "retroperitoneal lymph node", "heart", "pericardium", "spleen", "omentum", "mesentery",
    "inferior vena cava", "aorta", "lower extremity", "upper extremity", "soft tissue", "head and neck",
    "gastrointestinal tract", "face", "unknown primary", "central nervous system", "right atrium",
    "left atrium", "pulmonary artery",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Organ:
    """A site that the words at `[start, end)` of a sentence make likely as the tumour's seat."""

    site: str
    start: int
    end: int
    sentence: int
    weight: float


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[Organ, ...]:
    """Organs pointed to, in the order of the text; not those of other patients, nor those that are only spread to."""
    return tuple(
        Organ(asserted.mention.label, asserted.mention.start, asserted.mention.end, asserted.mention.sentence, weight)
        for asserted in mentions
        if asserted.mention.kind in ("site", "procedure")
        and asserted.mention.label not in NO_SEAT
        and asserted.judgement.experiencer not in ("family", "other_patient")
        for weight in _weights(asserted.mention, prose)
    )


def is_seat_of_metastases(site: str) -> bool:
    """Whether it is, or is part of, an organ to which tumours often spread; a lobe of the lung counts as a seat of its own."""
    entry = lexicon("sites").get(site)
    return site in SEATS_OF_METASTASES or (entry is not None and entry.get("parent") in SEATS_OF_METASTASES - {"lung"})


def _weights(mention: Mention, prose: Prose) -> Iterator[float]:
    sentence = prose.sentences[mention.sentence]
    before = prose.text[max(sentence.start, mention.start - 110) : mention.start]
    after = prose.text[mention.end : min(sentence.end, mention.end + 60)]
    if OF_A_GENE.match(after) or ABSENT.search(before) or ABSENT.search(after) or SPREAD.search(before[-45:]) or SPREAD.search(after[:35]):
        return
    rank = 0.6 if is_seat_of_metastases(mention.label) else 1.0
    if SHOWED_METASTASIS.search(after) and (SAMPLED.search(after) or BEFOREHAND.search(before)):
        return
    if TAKEN_ALONG.search(before):
        yield 0.3 * rank
        return
    if mention.kind == "procedure":
        yield 1.5 * rank
    elif AFTERWARDS.search(after) or BEFOREHAND.search(before):
        yield 2.0 * rank
    elif SAMPLED.search(after) or FOUND_IN.search(before):
        yield 1.5 * rank
    else:
        yield 0.3 * rank
