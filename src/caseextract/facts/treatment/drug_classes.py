"""What the name of a class of drugs can stand for, and which drugs are classic chemotherapy."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from caseextract import caseblind as re
from caseextract.knowledge import phrase, says
from caseextract.schema import Agent

STEROID, STEROIDS = "prednisone", ("prednisolone", "methylprednisolone")
IMMUNE, HORMONAL = "class of immunotherapy", "class of hormone therapy"


def is_cytotoxic(agents: Iterable[Agent]) -> bool:
    """Whether any of them is classic chemotherapy."""
    return any(
        not says("class that is no chemotherapy", agent.agent_class or agent.name)
        or says("cytotoxic inhibitor", agent.agent_class or "")
        for agent in agents
    )


def is_antibody(agent: Agent) -> bool:
    """Whether it is an antibody by its name, and carries no poison."""
    return says("name of an antibody", agent.name)


def alike(names: Iterable[str]) -> frozenset[str]:
    """Names of drugs, those that authors use for one another under one name."""
    return frozenset(STEROID if name in STEROIDS else name.split(" ")[0] if name.startswith("interferon") else name for name in names)


def can_stand_for(classes: Iterable[str], agents: Collection[Agent]) -> bool:
    """Whether the names of classes, every one of them, can mean these drugs: "the TKI" for erlotinib."""
    return all(_means(name, agents) for name in classes)


def _means(name: str, agents: Collection[Agent]) -> bool:
    if says("class of any treatment", name):
        return bool(agents)
    words = " ".join(f"{agent.agent_class or ''} {agent.name}" for agent in agents)
    if says("class of chemotherapy with immunotherapy", name):
        return is_cytotoxic(agents) and says(IMMUNE, words)
    family = phrase("family of chemotherapy").search(name)
    if family:
        return family[0].lower() in words.lower()
    if says("class of chemotherapy", name):
        return is_cytotoxic(agents)
    for kind in (IMMUNE, HORMONAL):
        if says(kind, name):
            return says(kind, words)
    if says("class of targeted drugs", name):
        return _has_target(name, words)
    return name.lower() in words.lower()


def _has_target(name: str, words: str) -> bool:
    """Whether drugs with these words hit the target that the class names: "ALK inhibitor"."""
    target = re.split(r"[ /-]", name.lower())[0]
    return says("targeted drug", words) if says("class without a target", target) else target in words.lower()
