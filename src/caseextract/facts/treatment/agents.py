"""The agents that a group of mentions stands for: drugs and classes as named, regimens as their drugs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseextract.facts.treatment.drug_classes import alike
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import lexicon
from caseextract.schema import Agent, Evidence
from caseextract.schema.mention import AssertedMention

SPELLED_OUT = re.compile(r"[^,;.]{0,20}(?:[(:]\s*|, (?:i\.?e\.?|namely|that is),? | (?:consist|compris|compos|includ)\w+(?: of)? )(?:[a-z-]+ )?")
CELLS = "CAR-T cells"
PROTOCOL, SEVERAL = "other trial protocol", 2
"""A protocol that only says by whose plan drugs were given, where more of them than this are named."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a course consists of: agents, companions of its regimen, and the regimen's name as written."""

    agents: tuple[Agent, ...]
    optional: tuple[Agent, ...]
    regimen: str | None


def naming_of(members: list[AssertedMention], scene: Scene) -> Naming:
    """The agents of a group, each once, in the order of the text."""
    spelled = _spelled_out(members, scene) or _spelled_out_before(members, scene)
    agents: dict[str, Agent] = {}
    optional: dict[str, Agent] = {}
    for asserted in members:
        if asserted is not spelled:
            for agent in agents_of(asserted, "agents", scene):
                agents.setdefault(agent.name, agent)
            for agent in agents_of(asserted, "optional_agents", scene):
                optional.setdefault(agent.name, agent)
    if len(agents) > SEVERAL and any(asserted.mention.label == PROTOCOL for asserted in members):
        agents.pop("chemotherapy", None)
    if any("leucel" in name for name in agents):
        agents.pop(CELLS, None)
    return Naming(tuple(agents.values()), tuple(a for name, a in optional.items() if name not in agents), _regimen(members, scene))


def _regimen(members: list[AssertedMention], scene: Scene) -> str | None:
    """The first acronym as the report writes it."""
    named = (asserted.mention for asserted in members if asserted.mention.kind == "regimen")
    return next((scene.text[mention.start : mention.end] for mention in named), None)


def _spelled_out(members: list[AssertedMention], scene: Scene) -> AssertedMention | None:
    """The acronym whose drugs the text itself lists right after it: "RCD (lenalidomide, cyclophosphamide …)"."""
    for position, asserted in enumerate(members[:-2]):
        following = members[position + 1 :]
        opened = SPELLED_OUT.fullmatch(scene.between(asserted.mention, following[0].mention))
        if asserted.mention.kind == "regimen" and opened and all(one.mention.kind == "agent" for one in following):
            return asserted
    return None


def _spelled_out_before(members: list[AssertedMention], scene: Scene) -> AssertedMention | None:
    """The acronym in brackets behind the drugs that it stands for: "idarubicin and cytarabine (3+7)"."""
    for position, asserted in enumerate(members[2:], 2):
        pair = [one.mention.kind for one in members[position - 2 : position]] == ["agent", "agent"]
        if asserted.mention.kind != "regimen" or not pair:
            continue
        own = alike(lexicon("regimens")[asserted.mention.label].listed("agents"))
        named = alike(one.mention.label for one in members[:position] if one.mention.kind == "agent")
        gap = scene.text[members[position - 1].mention.end : asserted.mention.start + 1]
        if gap.strip()[:1] == "(" and not named <= own:
            return asserted
    return None


def agents_of(asserted: AssertedMention, column: str, scene: Scene) -> Iterator[Agent]:
    """A regimen's drugs in a column of its row; any other mention's own agent in the column "agents"."""
    mention = asserted.mention
    if mention.kind == "regimen":
        for name in lexicon("regimens")[mention.label].listed(column):
            yield agent_of(name, "synonym", scene.evidence(mention))
    elif column == "agents":
        yield agent_of(mention.label, mention.matched_by, scene.evidence(mention))


def agent_of(name: str, matched_by: str, evidence: tuple[Evidence, ...]) -> Agent:
    """An agent or class of the lexicons, with its codes."""
    entry = lexicon("agents").get(name)
    if entry is None:
        return Agent(name=name, is_class=name in lexicon("agent_classes"), matched_by=matched_by, evidence=evidence)
    vocabulary, _, number = entry.get("code").partition(":")
    return Agent(
        name=name,
        codes={vocabulary.lower(): number} if number else {},
        agent_class=entry.get("class") or None,
        matched_by=matched_by,
        evidence=evidence,
    )
