"""The drugs that a sentence names, without tracers of scans and acronyms that mean something else."""

from __future__ import annotations

import re

from caseextract.facts.treatment.scene import DRUGS, Scene
from caseextract.knowledge import lexicon, says
from caseextract.schema.mention import AssertedMention, Mention

RESECTION_MARGIN = re.compile(r"R[012²]")
ACRONYM = re.compile(r"[A-Z][\w-]{0,6}")
AROUND = 45


def named_drugs(scene: Scene) -> list[AssertedMention]:
    """Agents, classes and regimens in the order of the sentence."""
    return [
        asserted
        for asserted in scene.of_kind(*DRUGS)
        if not _is_tracer_or_test(asserted.mention, scene) and not _means_something_else(asserted.mention, scene)
    ]


def _is_tracer_or_test(mention: Mention, scene: Scene) -> bool:
    return mention.kind == "agent" and says("tracer or test", scene.after(mention, 25))


def _means_something_else(mention: Mention, scene: Scene) -> bool:
    """Whether it is an ambiguous regimen acronym without the words that would make it one."""
    if mention.kind == "regimen" and says("days of a schedule", scene.before(mention, 3) + "|" + scene.after(mention, 4)):
        return True
    if says("intensity of conditioning", scene.text[mention.start : mention.end]) and _prepares_a_transplant(scene):
        return True
    if mention.kind != "regimen" or not ACRONYM.fullmatch(scene.text, mention.start, mention.end):
        return False
    if says("stage before", scene.before(mention, 20)):
        return True
    if lexicon("regimens")[mention.label].get("ambiguous") != "yes":
        return False
    around = scene.text[max(0, mention.start - AROUND) : mention.end + AROUND]
    if RESECTION_MARGIN.fullmatch(scene.text, mention.start, mention.end):
        return not says("R2 as a regimen", around)
    return not says("regimen spoken of around", around)


def _prepares_a_transplant(scene: Scene) -> bool:
    return bool(scene.of_kind("transplant")) or says("conditioning", scene.text[scene.sentence.start : scene.sentence.end])
