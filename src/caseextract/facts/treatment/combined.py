"""Treatments that are one although they are named apart: radiation with drugs, a transplant with its chemotherapy, a procedure with its drug."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import says
from caseextract.schema.fact import Span, TreatmentFact

AND = re.compile(r"\band\b")
THE_WITH = re.compile(r"\b(?:with|using|of) (?:[\w-]+ )?\Z")
NEAR, FAR = 30, 50
OPENED = re.compile(r"\([^()]*\Z")
LISTED_NEXT = re.compile(r"[^(]*\)\s*,\s*\Z")
"""Behind chemoradiation and its drugs in brackets the list goes on: "chemoradiotherapy (A plus radiation), B"."""
WITH_RADIATION: tuple[set[str], ...] = (
    {"systemic", "radiotherapy"},
    {"systemic", "chemoradiation"},
    {"local", "radiotherapy"},
    {"local", "chemoradiation"},
    {"radiotherapy", "chemoradiation"},
    {"chemoradiation"},
    {"radiotherapy"},
)


def combined(facts: Sequence[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """The treatments of a sentence, neighbours that are one put together."""
    merged: list[TreatmentFact] = []
    for told in facts:
        if merged and merged[-1].agents and told.agents and says("took the place of", scene.between(merged[-1].span, told.span)):
            merged[-1] = replace(merged[-1], given=True, instead_of=told.names)
            merged.append(replace(told, given=False, switched=False, earlier=True, stopped=True))
            continue
        fact = _beside(merged[-1], told, scene) if merged else told
        whole = _whole(merged[-1], fact, scene) if merged else None
        if whole is None:
            merged.append(fact)
        else:
            merged[-1] = whole
    return merged


def _whole(first: TreatmentFact, second: TreatmentFact, scene: Scene) -> TreatmentFact | None:
    """What two neighbours are together, if they are one treatment."""
    gap = scene.between(first.span, second.span)
    if _is_one_irradiation(first, second, gap):
        return replace(first, span=_over(first, second))
    if _is_chemoradiation(first, second, gap, scene):
        given = first.given or second.given
        return replace(_with_drugs(first, second), span=_over(first, second), modality="chemoradiation", given=given)
    if second.joined and _is_added_to(first, second, gap):
        return _together(first, second)
    if _is_part_of_the_transplant(first, second, gap, scene):
        return second
    if _is_drug_of_the_procedure(first, second, gap):
        return replace(_with_drugs(first, second), span=_over(first, second), modality="local")
    return None


def _over(first: TreatmentFact, second: TreatmentFact) -> Span:
    return Span(first.span.start, second.span.end, second.span.sentence)


def _with_drugs(first: TreatmentFact, second: TreatmentFact) -> TreatmentFact:
    return first if first.agents else second


def _together(first: TreatmentFact, second: TreatmentFact) -> TreatmentFact:
    agents = {agent.name: agent for agent in (*second.agents, *first.agents)}
    optional = {agent.name: agent for agent in (*second.optional, *first.optional)}
    whole = replace(first, span=_over(first, second), agents=tuple(agents.values()), optional=tuple(optional.values()))
    return replace(whole, onto=second.names)


def _is_added_to(first: TreatmentFact, second: TreatmentFact, gap: str) -> bool:
    """"A was added to B": one treatment of both."""
    return first.joined and bool(first.agents) and bool(second.agents) and second.modality == first.modality and says("added to", gap)


def _beside(first: TreatmentFact, second: TreatmentFact, scene: Scene) -> TreatmentFact:
    """The second of two neighbours with what the words between them say of both."""
    if first.agents and second.agents and _is_replacement(first, second, scene):
        return replace(second, instead_of=first.names)
    return _already_given(first, second, scene)


def _is_replacement(first: TreatmentFact, second: TreatmentFact, scene: Scene) -> bool:
    """"A was replaced by B", "replacing A with B"."""
    gap = scene.between(first.span, second.span)
    return says("was replaced by", gap) or (says("replacing", scene.before(first.span, 40)) and says("by the other", gap))


def _already_given(first: TreatmentFact, second: TreatmentFact, scene: Scene) -> TreatmentFact:
    """"A was added to the chemotherapy": a class without its phase is only a word for what is given already."""
    gap = scene.between(first.span, second.span)
    words = gap + scene.text[second.span.start : second.span.end] + scene.after(second.span, 20)
    if second.specific or not _is_added_to(first, second, gap) or says("names a phase", words):
        return second
    return replace(second, joined=False, given=False, anaphoric=True)


def _is_one_irradiation(first: TreatmentFact, second: TreatmentFact, gap: str) -> bool:
    """"radiotherapy with 60 Gy"."""
    return first.modality == second.modality == "radiotherapy" and len(gap) < 45


def _is_chemoradiation(first: TreatmentFact, second: TreatmentFact, gap: str, scene: Scene) -> bool:
    """Radiation said to run together with drugs, or chemoradiation right beside its drugs."""
    modalities = {first.modality, second.modality}
    if first.judgement.is_fact != second.judgement.is_fact:
        return False
    if modalities not in WITH_RADIATION or len(gap) >= 90 or (first.earlier and says("main clause opened", gap)):
        return False
    if "local" in modalities and not _is_drug_by_its_route(first if first.modality == "local" else second, scene):
        return False
    if first.modality == "chemoradiation" and first.agents and second.agents and LISTED_NEXT.match(gap):
        return False
    if "chemoradiation" in modalities and len(gap) < 60 and OPENED.search(gap):
        return True
    if says("list broken off", gap):
        return False
    if first.modality == "chemoradiation" and second.modality == "radiotherapy" and says("dose of the same radiation", gap):
        return True
    named_with = first.modality == "radiotherapy" and second.agents and not gap.strip() and says("ends in with", scene.text[first.span.start : first.span.end])
    if named_with or says("at the same time", gap) or (first.agents and says("radiation at the same time", scene.text[second.span.start : second.span.end])):
        return True
    if "chemoradiation" not in modalities or len(gap) >= 60:
        return False
    return not AND.search(gap) or OPENED.search(gap) is not None or gap.strip().endswith(") and")


def _is_drug_by_its_route(fact: TreatmentFact, scene: Scene) -> bool:
    """Whether a local treatment is named by its drugs and their route, not as an embolization or the like."""
    return bool(fact.specific) and not any(asserted.mention.start < fact.span.end and fact.span.start < asserted.mention.end for asserted in scene.of_kind("local"))


def _is_part_of_the_transplant(first: TreatmentFact, second: TreatmentFact, gap: str, scene: Scene) -> bool:
    """High-dose chemotherapy that a transplant follows."""
    if second.modality != "transplant" or not first.names or not first.names <= classes_with_role("before transplant"):
        return False
    high_dose = first.names != {"chemotherapy"} or "high-dose" in scene.before(first.span, 12)
    return high_dose and len(gap) < 30 and says("transplant of its own", gap)


def _is_drug_of_the_procedure(first: TreatmentFact, second: TreatmentFact, gap: str) -> bool:
    """"embolization with doxorubicin"."""
    if {first.modality, second.modality} != {"local", "systemic"} or (first.agents and second.agents):
        return False
    if says("list broken off", gap) or "," in gap or says("regimens alternate", THE_WITH.sub("", gap)):
        return False
    near = len(gap) < NEAR if first.modality == "systemic" else len(gap) < FAR and THE_WITH.search(gap) is not None
    return (near or len(gap) < NEAR) and says("drug of the procedure", gap)
