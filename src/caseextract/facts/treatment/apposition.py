"""Classes that only describe the drug beside them: "the TKI X", "X, a kinase inhibitor", "chemotherapy with X"."""

from __future__ import annotations

from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import says
from caseextract.schema.mention import AssertedMention


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
    before = scene.between(group[position - 1].mention, mention) if position else None
    after = scene.between(mention, group[position + 1].mention) if position + 1 < len(group) else None
    if before is not None and says("class said after as", before):
        return True
    joins = [
        *([says("joins what stands before", before)] if before is not None else []),
        *([_joins_what_follows(after)] if after is not None else []),
    ]
    return not all(joins)


def _joins_what_follows(gap: str) -> bool:
    return says("joins", gap) and not says("class opens the list", gap)
