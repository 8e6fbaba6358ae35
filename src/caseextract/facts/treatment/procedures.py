"""Treatments that are no drugs, and phases of chemotherapy of which not even the class is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.facts.treatment.agents import agent_of
from caseextract.facts.treatment.said import NEAR, NEARER, is_given, is_restarted, refers_back, went_before
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import says
from caseextract.schema.fact import Span, TreatmentFact
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.treatment import Modality

MODALITIES: dict[str, Modality] = {
    "surgery": "surgery",
    "radiotherapy": "radiotherapy",
    "chemoradiation": "chemoradiation",
    "transplant": "transplant",
    "local": "local",
}
BARE_PHASES = ("induction", "consolidation")
APART = 60


def procedures(scene: Scene) -> Iterator[TreatmentFact]:
    """Surgery, radiation, transplants and local procedures."""
    return (_procedure(asserted, scene) for asserted in scene.of_kind(*MODALITIES))


def _procedure(asserted: AssertedMention, scene: Scene) -> TreatmentFact:
    mention = asserted.mention
    if says("denied right before", scene.before(mention, 22)):
        asserted = asserted.with_judgement(status="absent")
    near = scene.before(mention, NEAR)
    return TreatmentFact(
        span=scene.span(mention.start, mention.end),
        modality=MODALITIES[mention.kind],
        agents=(),
        judgement=asserted.judgement,
        given=is_given(near, scene.after(mention)),
        earlier=went_before(near),
        anaphoric=refers_back(near),
        restart=is_restarted(near),
    )


def bare_phases(scene: Scene, named: Sequence[TreatmentFact]) -> list[TreatmentFact]:
    """"received induction", "was given consolidation", where no treatment is named nearby; of "induction and consolidation" one."""
    found: list[TreatmentFact] = []
    for asserted in scene.of_kind("phase"):
        mention = asserted.mention
        apart = not any(_is_near(mention, fact.span) for fact in (*named, *found))
        if mention.groups["phase"] in BARE_PHASES and apart and _is_carried_out(mention, scene):
            found.append(_phase(asserted, scene))
    return found


def _is_near(mention: Mention, span: Span) -> bool:
    return abs(span.start - mention.end) < APART or abs(mention.start - span.end) < APART


def _is_carried_out(mention: Mention, scene: Scene) -> bool:
    before, after = scene.before(mention, NEARER), scene.after(mention, 40)
    return says("given before", before) or says("phase carried out", after)


def _phase(asserted: AssertedMention, scene: Scene) -> TreatmentFact:
    mention = asserted.mention
    span = scene.span(mention.start, mention.end)
    return TreatmentFact(
        span=span,
        modality="systemic",
        agents=(agent_of("chemotherapy", "none", scene.evidence(mention)),),
        judgement=asserted.judgement,
        given=True,
        phase=mention.groups["phase"],
        details=(span,),
    )
