"""Sentences that sum a treatment up before the story tells it from its beginning: "He had several lines of chemotherapy. First, X was given"."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact
from caseextract.schema.prose import Prose

SOON = 3
"""Sentences within which the story begins."""
AROUND_AN_OPERATION = ("adjuvant", "neoadjuvant")


def sentences_of(treatments: Sequence[TreatmentFact], sentences: Sequence[int], prose: Prose) -> list[int]:
    """The sentences that name no drug, and whose every treatment is told again behind."""
    facts = [fact for fact in treatments if fact.judgement.is_fact and fact.span.sentence in sentences]
    found = []
    for index in sentences:
        own = [fact for fact in facts if fact.span.sentence == index]
        if not own or any(fact.specific or fact.setting in AROUND_AN_OPERATION for fact in own) or says("what went before", prose.words(prose.sentences[index])):
            continue
        later = [fact for fact in facts if fact.span.sentence > index]
        if _counts_them(index, later, prose) or _lists_them(own, later, prose):
            found.append(index)
    return found


def _counts_them(index: int, later: Sequence[TreatmentFact], prose: Prose) -> bool:
    """Whether it speaks of several courses, and the story soon tells the first of them."""
    if not says("several courses summed up", prose.words(prose.sentences[index])):
        return False
    first = next((fact for fact in later if fact.agents), None)
    soon = first is not None and first.span.sentence - index <= SOON and bool(first.specific)
    if first is None or not soon or len({fact.specific for fact in later if fact.specific}) < 2:
        return False
    return first.line == 1 or says("first of several", prose.words(prose.sentences[first.span.sentence]))


def _lists_them(own: Sequence[TreatmentFact], later: Sequence[TreatmentFact], prose: Prose) -> bool:
    """Whether it lists kinds of treatment, each of which the story tells, the first of them not as what came next."""
    here = prose.words(prose.sentences[own[0].span.sentence])
    if not says("kinds of treatment listed", here) or not later or says("comes after others", prose.words(prose.sentences[later[0].span.sentence])):
        return False
    named = [fact for fact in later if fact.specific]
    drugs_told = all(any(can_stand_for((name,), fact.agents) for fact in named) for each in own for name in each.names)
    procedures_told = all(any(fact.modality == one.modality for fact in later) for one in own if not one.agents)
    return bool(named) and drugs_told and procedures_told
