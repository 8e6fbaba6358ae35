"""Drugs that were given for an illness which is no tumour: "methotrexate for rheumatoid arthritis"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import phrase, says
from caseextract.schema.fact import TreatmentFact

TUMORS = ("tumor", "histology")
REACH = 80
"""Characters between an illness and a drug for it."""


def without_theirs(facts: Sequence[TreatmentFact], scenes: Sequence[Scene]) -> list[TreatmentFact]:
    """The treatments without those of other illnesses, and without what only tells how these ended."""
    by_sentence = {scene.sentence.index: scene for scene in scenes}
    theirs = [fact for fact in facts if _is_for_another_illness(fact, by_sentence[fact.span.sentence])]
    if not theirs:
        return list(facts)
    names = {name for fact in theirs for name in fact.names}
    return [fact for fact in facts if not any(fact is one for one in theirs) and not _only_ends(fact, names)]


def _only_ends(fact: TreatmentFact, names: set[str]) -> bool:
    """Whether it is one of those drugs, named again without being given anew."""
    return len(fact.names) == 1 and fact.names <= names and (fact.stopped or not fact.given) and fact.line is None


def _is_for_another_illness(fact: TreatmentFact, scene: Scene) -> bool:
    if len(fact.agents) != 1 or not says("drug of other illnesses too", fact.agents[0].name):
        return False
    return any(_is_its_drug(illness, fact, scene) for illness in _illnesses(scene))


def _illnesses(scene: Scene) -> Iterator[tuple[int, int]]:
    for found in phrase("illness that is no tumour").finditer(scene.text, scene.sentence.start, scene.sentence.end):
        yield found.span()


def _is_its_drug(illness: tuple[int, int], fact: TreatmentFact, scene: Scene) -> bool:
    """Whether the illness is named right before, as treated with the drug, or right behind, as what it is for."""
    start, end = illness
    if end <= fact.span.start:
        gap = scene.text[end : fact.span.start]
        told_before = any(asserted.mention.start < fact.span.start for asserted in scene.of_kind(*TUMORS))
        return len(gap) <= REACH and not told_before and says("treatment of the illness just named", gap)
    return start - fact.span.end <= REACH and says("given for the illness named next", scene.text[fact.span.end : start])
