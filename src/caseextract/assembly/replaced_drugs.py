"""Courses that go on with one of their drugs replaced by another: "cisplatin was replaced by carboplatin"."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema import Agent
from caseextract.schema.fact import TreatmentFact


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course with the new drugs for the old ones, if it had others beside them."""
    current = timeline.current
    if current is None or current.class_only:
        return None
    staying = {name: agent for name, agent in current.agents.items() if not any(_is_meant(gone, agent) for gone in fact.instead_of)}
    agents = {**staying, **{agent.name: agent for agent in fact.agents}}
    if current.first.instead_of and current in timeline.created_in(fact.span.sentence):
        current.agents = agents
        current.absorb(fact)
        return current
    partly = staying and len(staying) < len(current.agents) and not current.progressions
    return timeline.add(fact, agents=agents) if partly else None


def _is_meant(gone: str, agent: Agent) -> bool:
    """Whether the name of what was replaced, a drug's or a precise class's, means this drug."""
    precise = not says("class of chemotherapy", gone) and not says("generic class", gone)
    return gone == agent.name or (precise and can_stand_for((gone,), [agent]))
