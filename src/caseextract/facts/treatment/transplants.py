"""Drugs that only prepare a transplant: conditioning, lymphodepletion, mobilisation, prophylaxis of its illness."""

from __future__ import annotations

import re

from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import lexicon, says
from caseextract.schema.fact import Span
from caseextract.schema.mention import AssertedMention, Mention

NEAR, FAR, NEARER = 45, 60, 16
NAMED = ("agent", "regimen")


def only_prepares(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """Whether the drugs are given for a transplant or a cell therapy only."""
    if any(asserted.mention.label in classes_with_role("no course") for asserted in course):
        return True
    if says("conditioning", f"{_own_words_before(span, scene)} {_own_words_after(span, scene)}"):
        return True
    if says("intensity before", _own_words_before(span, scene)):
        return True
    if _suppresses_rejection(course, span, scene) or _is_beside_total_body_irradiation(course, span, scene):
        return True
    transplants = [asserted.mention for asserted in scene.of_kind("transplant")]
    if any(says("bracket of a transplant", scene.text[one.end : span.start]) for one in transplants if one.end <= span.start):
        return True
    if any(_is_behind_its_transplant(one, course, span, scene) for one in transplants):
        return True
    if transplants and all(_is_conditioning_regimen(asserted.mention) for asserted in course):
        return True
    return any(_is_high_dose_for(transplant, course, span, scene) for transplant in transplants)


def _own_words_before(span: Span, scene: Scene) -> str:
    """What stands right before, since the drug before or a transplant to which the drugs are joined."""
    start = max(span.start - NEAR, scene.sentence.start)
    for asserted in scene.of_kind(*NAMED):
        if asserted.mention.end <= span.start:
            start = max(start, asserted.mention.end)
    for asserted in scene.of_kind("transplant"):
        if asserted.mention.end <= span.start and says("another treatment follows", scene.text[asserted.mention.end : span.start]):
            start = max(start, asserted.mention.end)
    return scene.text[start : span.start]


def _own_words_after(span: Span, scene: Scene) -> str:
    """What stands right after, up to the next drug and to what follows in time."""
    following = (asserted.mention.start for asserted in scene.of_kind(*NAMED) if asserted.mention.start >= span.end)
    words = scene.text[span.end : min((scene.sentence.end, span.end + FAR, *following))]
    return re.split(r"\b(?:followed by|after|following)\b|[;→]", words)[0]


def _suppresses_rejection(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """Whether drugs that also suppress rejection are joined to others that do nothing else: "tacrolimus and methotrexate"."""
    if not all(says("drug against rejection", name) for asserted in course for name in _names(asserted.mention)):
        return False
    if not says("spoken of a graft", scene.before(span) + scene.after(span)):
        return False
    others = (asserted.mention for asserted in scene.of_kind("supportive"))
    gaps = (scene.text[min(one.end, span.end) : max(one.start, span.start)] for one in others if says("suppresses rejection only", one.label))
    return any(says("joined against rejection", gap) for gap in gaps)


def _is_beside_total_body_irradiation(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """Whether drugs of conditioning are named beside irradiation of the whole body, or by days before the graft."""
    drugs = all(says("drug of conditioning", name) for asserted in course for name in _names(asserted.mention))
    beside = any(says("total body irradiation", scene.text[one.mention.start : one.mention.end]) for one in scene.of_kind("radiotherapy"))
    return drugs and (beside or says("days before the graft", scene.after(span, FAR)))


def _is_conditioning_regimen(mention: Mention) -> bool:
    return mention.kind == "regimen" and lexicon("regimens")[mention.label].get("phase") == "conditioning"


def _names(mention: Mention) -> tuple[str, ...]:
    return lexicon("regimens")[mention.label].listed("agents") if mention.kind == "regimen" else (mention.label,)


def _is_behind_its_transplant(transplant: Mention, course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """"transplantation with melphalan 200 mg/m2"."""
    drugs = all(says("drug of conditioning", name) for asserted in course for name in _names(asserted.mention))
    return drugs and transplant.end <= span.start and says("with its conditioning", scene.text[transplant.end : span.start])


def _is_high_dose_for(transplant: Mention, course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """"high-dose melphalan with autologous stem cell support"."""
    named = [asserted.mention for asserted in course if asserted.mention.kind in NAMED]
    drugs = bool(named) and all(says("drug of conditioning", name) for mention in named for name in _names(mention))
    gap = scene.text[span.end : transplant.start]
    if says("main clause of its own", gap) or says("phase of its own", scene.before(span, NEAR)):
        return False
    near = 0 <= transplant.start - span.end < NEAR and "." not in gap
    in_words = scene.before(span, NEARER) + scene.text[span.start : span.start + NEARER]
    high = says("high dose", in_words) or says("dose of conditioning", gap)
    repeated = says("in cycles, said before", scene.before(span, NEAR)) or says("in cycles, said behind", gap)
    return drugs and near and high and not repeated
