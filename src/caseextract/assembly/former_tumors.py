"""Treatments of a tumour that the patient once had and that the report is not about: "a history of seminoma treated with …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.assembly.tumor_groups import same_line, sites_agree
from caseextract.facts.diagnosis import Tumor
from caseextract.knowledge import says, tissue
from caseextract.schema import Diagnosis
from caseextract.schema.fact import TreatmentFact
from caseextract.schema.prose import Prose

REACH = 160
"""Characters between a tumour and a treatment of it."""


def without_theirs(
    treatments: Sequence[TreatmentFact], tumors: Sequence[Tumor], diagnoses: Sequence[Diagnosis], prose: Prose
) -> tuple[TreatmentFact, ...]:
    """The treatments that were not given for a former tumour of another kind."""
    index = [diagnosis for diagnosis in diagnoses if diagnosis.role == "index" and diagnosis.histology.codes.get("oncotree")]
    former = [tumor for tumor in tumors if _is_former(tumor, index)] if index else []
    if not former:
        return tuple(treatments)
    return tuple(fact for fact in treatments if not any(_is_for(fact, tumor, tumors, prose) for tumor in former))


def _is_former(tumor: Tumor, index: Sequence[Diagnosis]) -> bool:
    if not (tumor.past and tumor.code and tumor.asserted.judgement.experiencer == "patient") or tumor.denied or tumor.metastasis:
        return False
    return not any(_may_be_the_same(tumor, diagnosis) for diagnosis in index)


def _may_be_the_same(tumor: Tumor, diagnosis: Diagnosis) -> bool:
    code = diagnosis.histology.codes["oncotree"]
    site = diagnosis.primary_site.value if diagnosis.primary_site else ""
    return same_line(tumor.code, code) or tissue(tumor.code) == tissue(code) or sites_agree(tumor.site, site)


def _is_for(fact: TreatmentFact, tumor: Tumor, tumors: Sequence[Tumor], prose: Prose) -> bool:
    start, end = fact.span.start, fact.span.end
    apart = any(tumor.end <= other.start < start or end <= other.start < tumor.start for other in tumors)
    if fact.span.sentence == tumor.sentence and not apart:
        before, after = prose.text[tumor.end : start], prose.text[end : tumor.start]
        told_next = tumor.end <= start <= tumor.end + REACH and says("treatment of the tumour just named", before)
        return told_next or (end <= tumor.start <= end + REACH and says("given for the tumour named next", after))
    return fact.span.sentence == tumor.sentence + 1 and tumor is _last(tumor.sentence, tumors) and _goes_on(fact, prose)


def _last(sentence: int, tumors: Sequence[Tumor]) -> Tumor | None:
    inside: Iterator[Tumor] = (tumor for tumor in tumors if tumor.sentence in (sentence, sentence + 1))
    return max(inside, key=lambda tumor: tumor.start, default=None)


def _goes_on(fact: TreatmentFact, prose: Prose) -> bool:
    """Whether the sentence goes on telling of the tumour that the one before named."""
    return says("former tumour's treatment", prose.text[prose.sentences[fact.span.sentence].start : fact.span.start])
