"""What is said once for several treatments of a sentence: their setting, that they were given, only planned, or had an effect."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

NEAR = 60


def with_shared_settings(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """Hand on a setting said once: "neoadjuvant X followed by Y", "X and then Y as neoadjuvant therapy"."""
    found = list(facts)
    for position in range(1, len(found)):
        first, second = found[position - 1], found[position]
        if _is_next_course(first, second, scene):
            found[position - 1 : position + 1] = _sharing(first, second)
    return found


def _is_next_course(first: TreatmentFact, second: TreatmentFact, scene: Scene) -> bool:
    gap = scene.between(first.span, second.span)
    return bool(first.agents and second.agents) and says("next course", gap) and "." not in gap


def _sharing(first: TreatmentFact, second: TreatmentFact) -> tuple[TreatmentFact, TreatmentFact]:
    if first.setting in ("neoadjuvant", "adjuvant") and second.setting is None and second.line is None:
        return first, replace(second, setting=first.setting, details=second.details + first.details[:1])
    if second.setting == "neoadjuvant" and first.setting is None and first.line is None:
        return replace(first, setting="neoadjuvant", details=first.details + second.details[:1]), second
    return first, second


def with_shared_giving(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """Hand on along a list that its treatments were given: "was treated with surgery, radiotherapy, and targeted therapy"."""
    found = list(facts)
    for position, (first, second) in enumerate(pairwise(facts), 1):
        same_list = found[position - 1].given and not second.given and second.judgement.is_fact
        if same_list and says("list goes on", scene.between(first.span, second.span)) and not says("clause of its own", scene.after(second.span, NEAR)):
            found[position] = replace(second, given=True)
    return found


def with_shared_plans(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """Hand on that a sequence is only planned: "the planned regimen was to be A followed by B"."""
    found = list(facts)
    for position, (first, second) in enumerate(pairwise(facts), 1):
        gap = scene.between(first.span, second.span)
        planned = found[position - 1].judgement.status == "planned" and second.judgement.is_fact
        if planned and says("only the next step", gap) and not says("given after", scene.after(second.span)):
            found[position] = replace(second, judgement=found[position - 1].judgement)
    return found


def with_told_effects(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """What was only planned or advised by the words about it, but had an effect: "was referred for X and achieved a response"."""
    return [
        replace(fact, judgement=replace(fact.judgement, status="present", cue=None), given=True)
        if _was_in_view(fact) and says("effect told behind", scene.after(fact.span))
        else fact
        for fact in facts
    ]


def _was_in_view(fact: TreatmentFact) -> bool:
    """Whether a treatment of the patient was planned, or advised."""
    advised = fact.judgement.status == "hypothetical" and says("advice that was followed if it had an effect", fact.judgement.cue or "")
    return fact.judgement.experiencer == "patient" and (advised or fact.judgement.status == "planned")
