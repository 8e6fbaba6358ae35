"""Treatments that are no drugs, and phases of chemotherapy of which not even the class is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.facts.treatment.agents import agent_of
from caseextract.facts.treatment.said import NEAR, NEARER, is_given, is_restarted, refers_back, went_before
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import phrase, says
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
DOSE_WITHIN = 20


def procedures(scene: Scene) -> Iterator[TreatmentFact]:
    """Surgery, radiation, transplants and local procedures."""
    return (_procedure(asserted, scene) for asserted in scene.of_kind(*MODALITIES) if not _is_conditioning(asserted.mention, scene))


def _is_conditioning(mention: Mention, scene: Scene) -> bool:
    """Whether it is irradiation of the whole body, or its dose, that prepares a transplant."""
    words = scene.text[mention.start : mention.end + DOSE_WITHIN]
    return mention.kind == "radiotherapy" and says("total body irradiation", words) and _prepares(scene)


def _prepares(scene: Scene) -> bool:
    """Whether the sentence speaks of a transplant or of what prepares it."""
    return bool(scene.of_kind("transplant")) or says("conditioning", scene.text[scene.sentence.start : scene.sentence.end])


def _procedure(asserted: AssertedMention, scene: Scene) -> TreatmentFact:
    mention = asserted.mention
    if says("denied right before", scene.before(mention, 22)) or says("came to nothing", scene.before(mention, 22) + "|" + scene.after(mention, NEARER)):
        asserted = asserted.with_judgement(status="absent")
    near = phrase("time since an operation").sub("", scene.before(mention, NEAR))
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
    """"received induction", "was given consolidation", where no treatment of that phase is named nearby."""
    phases = [asserted.mention for asserted in scene.of_kind("phase")]
    of_a_treatment = {min(near)[1] for fact in named if (near := list(_near(fact.span, phases)))}
    told = {phases[place].groups["phase"] for place in of_a_treatment}
    found: list[TreatmentFact] = []
    for asserted in scene.of_kind("phase"):
        phase = asserted.mention.groups["phase"]
        if phase in BARE_PHASES and phase not in told and _is_carried_out(asserted.mention, scene):
            found.append(_phase(asserted, scene))
            told.add(phase)
    return found


def _near(span: Span, phases: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Distance and place of the phases close to a treatment."""
    for place, mention in enumerate(phases):
        distance = max(span.start - mention.end, mention.start - span.end)
        if distance < APART:
            yield distance, place


def _is_carried_out(mention: Mention, scene: Scene) -> bool:
    before, after = scene.before(mention, NEARER), scene.after(mention, 40)
    if says("behind two phases", before) and says("first of two phases", scene.after(mention, 40)):
        return True
    over = says("after so many of a phase", before) and not says("end of a phase", before)
    if mention.groups["phase"] == "consolidation" and says("completed before", before):
        return True
    return over or (says("given before", before) and not says("end of a phase", before)) or says("phase carried out", after)


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
