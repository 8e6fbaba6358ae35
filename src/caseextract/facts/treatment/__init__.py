"""Linked mentions → treatments: drugs named together, and whether the sentence says that they were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.facts.treatment import other_illnesses
from caseextract.facts.treatment.combined import combined
from caseextract.facts.treatment.details import with_details
from caseextract.facts.treatment.drugs import drug_treatments
from caseextract.facts.treatment.procedures import MODALITIES, bare_phases, procedures
from caseextract.facts.treatment.scene import DRUGS, Scene
from caseextract.facts.treatment.shared import (
    with_shared_giving,
    with_shared_plans,
    with_shared_settings,
    with_told_effects,
)
from caseextract.schema import Report
from caseextract.schema.fact import TreatmentFact
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

TREATMENTS = frozenset({*DRUGS, *MODALITIES, "phase"})
"""The kinds of mentions without which a sentence names no treatment."""


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[TreatmentFact, ...]:
    """Treatments in the order of the text."""
    scenes = list(_scenes(mentions, prose, report))
    found = other_illnesses.without_theirs([fact for scene in scenes for fact in _in_sentence(scene)], scenes)
    return tuple(sorted(found, key=_start))


def _scenes(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> Iterator[Scene]:
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    for index, inside in by_sentence.items():
        if any(asserted.mention.kind in TREATMENTS for asserted in inside):
            yield Scene(tuple(inside), prose.sentences[index], prose.text, report)


def _in_sentence(scene: Scene) -> list[TreatmentFact]:
    named = [*drug_treatments(scene), *procedures(scene)]
    facts = combined(sorted([*named, *bare_phases(scene, named)], key=_start), scene)
    for step in (with_shared_plans, with_told_effects, with_shared_giving, with_details, with_shared_settings):
        facts = step(facts, scene)
    return facts


def _start(fact: TreatmentFact) -> int:
    return fact.span.start
