"""The drugs that a sentence names, without tracers of scans and acronyms that mean something else."""

from __future__ import annotations

import re

from caseextract.facts.treatment.scene import DRUGS, Scene
from caseextract.knowledge import lexicon, says
from caseextract.schema.mention import AssertedMention, Mention

RESECTION_MARGIN = re.compile(r"R[012²]")
ACRONYM = re.compile(r"[A-Z][\w-]{0,6}")
INFILTRATE = "tumor-infiltrating lymphocytes"
"""Cells that the pathologist sees in the tumour, unless they are given."""
AROUND = 45


def named_drugs(scene: Scene) -> list[AssertedMention]:
    """Agents, classes and regimens in the order of the sentence."""
    return [
        asserted
        for asserted in scene.of_kind(*DRUGS)
        if not any(is_none(asserted.mention, scene) for is_none in (_is_tracer_or_test, _means_something_else, _is_half_of_a_word, _spares_the_ovaries, _heads_a_list))
    ]


def _heads_a_list(mention: Mention, scene: Scene) -> bool:
    """Whether it only sums up the drugs that a list behind it names: "various chemotherapies, including A, B and C"."""
    if mention.kind != "agent_class" or not says("several of a class", scene.before(mention, 30) + scene.text[mention.start : mention.end]):
        return False
    following = next((one.mention for one in scene.of_kind("agent", "regimen") if one.mention.start >= mention.end), None)
    return following is not None and says("heads a list", scene.between(mention, following))


def _spares_the_ovaries(mention: Mention, scene: Scene) -> bool:
    """Whether the hormone is given beside chemotherapy to preserve fertility, or the ovaries are silenced by other means than drugs."""
    if mention.label == "ovarian function suppression" and says("done by other means than drugs", scene.after(mention, 40)):
        return True
    entry = lexicon("agents").get(mention.label)
    hormone = mention.label == "LHRH agonist" or (entry is not None and "LHRH" in entry.get("class"))
    return hormone and (says("to spare the ovaries, said behind", scene.after(mention)) or says("to spare the ovaries, said before", scene.before(mention, 60)))


def _is_half_of_a_word(mention: Mention, scene: Scene) -> bool:
    """The "chemo" of "chemo-radiotherapy" or "chemo-embolization"."""
    joined = scene.text[mention.end : mention.end + 1] == "-"
    kinds = ("chemoradiation", "local") if joined else ("chemoradiation",)
    wider = (one.mention for one in scene.of_kind(*kinds)) if mention.kind == "agent_class" else ()
    return any(one.start <= mention.start and mention.end < one.end for one in wider)


def _is_tracer_or_test(mention: Mention, scene: Scene) -> bool:
    if mention.kind == "agent" and mention.label == INFILTRATE and not says("cells given back", scene.text[max(0, mention.start - AROUND) : mention.end + AROUND]):
        return True
    after = scene.after(mention, 45)
    if mention.label == "hydroxyurea" and says("number before a unit", scene.before(mention, 12)):
        return True
    return (mention.kind == "agent" and says("tracer or test", after[:40])) or (mention.kind != "regimen" and says("imaged with", after))


def _means_something_else(mention: Mention, scene: Scene) -> bool:
    """Whether it is an ambiguous regimen acronym without the words that would make it one."""
    if mention.kind == "agent_class" and any(one.mention.start <= mention.start and mention.end <= one.mention.end for one in scene.of_kind("transplant")):
        return True
    if mention.kind == "agent_class" and says("before or after a phase", scene.before(mention, 6) + scene.text[mention.start : mention.end]):
        return True
    if mention.kind == "regimen" and says("days of a schedule", scene.before(mention, 3) + "|" + scene.after(mention, 4)):
        return True
    if mention.kind == "agent_class" and says("changed from its drug", scene.text[max(scene.sentence.start, mention.start - AROUND) : mention.end + len(" from")]):
        return True
    if says("intensity of conditioning", scene.text[mention.start : mention.end]) and _prepares_a_transplant(scene):
        return True
    if mention.kind != "regimen" or not ACRONYM.fullmatch(scene.text, mention.start, mention.end):
        return False
    if says("stage before", scene.before(mention, 20)) or (mention.label == "IA" and says("phase of a protocol", scene.after(mention, 40))):
        return True
    if lexicon("regimens")[mention.label].get("ambiguous") != "yes":
        return False
    around = scene.text[max(0, mention.start - AROUND) : mention.end + AROUND]
    if RESECTION_MARGIN.fullmatch(scene.text, mention.start, mention.end):
        return not says("R2 as a regimen", around)
    return not says("regimen spoken of around", around)


def _prepares_a_transplant(scene: Scene) -> bool:
    return bool(scene.of_kind("transplant")) or says("conditioning", scene.text[scene.sentence.start : scene.sentence.end])
