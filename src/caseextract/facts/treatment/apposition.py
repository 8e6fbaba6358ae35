"""Classes that only describe the drug beside them: "the TKI X", "X, a kinase inhibitor", "chemotherapy with X"."""

from __future__ import annotations

from caseextract.facts.treatment.agents import agents_of
from caseextract.facts.treatment.drug_classes import can_stand_for, is_antibody, is_cytotoxic
from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import phrase, says
from caseextract.schema import Agent
from caseextract.schema.mention import AssertedMention, Mention


def without_apposed_classes(group: list[AssertedMention], scene: Scene) -> list[AssertedMention]:
    """The members of a group that are treatments of their own; never none."""
    if all(asserted.mention.kind == "agent_class" for asserted in group):
        return _precise_classes(group, scene)
    kept = [asserted for position, asserted in enumerate(group) if not _describes_another(position, group, scene)]
    return kept or group


def _precise_classes(group: list[AssertedMention], scene: Scene) -> list[AssertedMention]:
    """Of "targeted therapy with an mTOR inhibitor" the second."""
    precise = [asserted for asserted in group if asserted.mention.label not in classes_with_role("generic")]
    words = scene.text[group[0].mention.start : group[-1].mention.end]
    return precise if precise and not says("joins", words) else group


def _describes_another(position: int, group: list[AssertedMention], scene: Scene) -> bool:
    """Whether a member is a class that nothing joins to its neighbours, or that is joined to one of two only."""
    mention = group[position].mention
    if mention.kind != "agent_class":
        return False
    before = _without_doses(scene.between(group[position - 1].mention, mention)) if position else None
    after = _without_doses(scene.between(mention, group[position + 1].mention)) if position + 1 < len(group) else None
    if before is not None and says("class said after as", before):
        return True
    if _goes_beside(mention, before, after, _others(group, scene)):
        return False
    joins = [
        *([says("joins what stands before", before)] if before is not None else []),
        *([_joins_what_follows(after)] if after is not None else []),
    ]
    return not all(joins)


def _without_doses(gap: str) -> str:
    return phrase("dose").sub(" ", gap)


def _others(group: list[AssertedMention], scene: Scene) -> list[Agent]:
    """The drugs of the group, those of its regimens among them."""
    drugs = (asserted for asserted in group if asserted.mention.kind != "agent_class")
    return [agent for asserted in drugs for agent in agents_of(asserted, "agents", scene)]


def _goes_beside(mention: Mention, before: str | None, after: str | None, others: list[Agent]) -> bool:
    """Whether a class of chemotherapy cannot mean the drugs that it is named with: "platinum-based chemotherapy with bevacizumab"."""
    if not says("class of chemotherapy", mention.label) or is_cytotoxic(others):
        return _is_paired(mention, before, after, others)
    apart = mention.label not in classes_with_role("generic") or all(map(is_antibody, others))
    return apart and any(gap is not None and says("named beside", gap) for gap in (before, after))


def _is_paired(mention: Mention, before: str | None, after: str | None, others: list[Agent]) -> bool:
    """"anthracycline/cyclophosphamide", "platinum-etoposide": two different kinds of drugs and a stroke or a dash."""
    strokes = any("/" in (gap or "") or (gap or "").strip() in ("-", "–") for gap in (before, after))
    return strokes and not can_stand_for((mention.label,), others)


def _joins_what_follows(gap: str) -> bool:
    return says("joins", gap) and not says("class opens the list", gap)
