"""A course of treatment while it is put together from the sentences that speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from caseextract.facts.treatment.drug_classes import is_cytotoxic
from caseextract.schema import Agent, Modality
from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.fact import DurationFact, EventFact, Span, TreatmentFact

STEROID = "corticosteroid"
"""The class of drugs that count as agents only beside others."""


@dataclass
class Measured:
    """A length of time and what it measures of the course."""

    fact: DurationFact
    kind: DurationKind
    comparator: Comparator


@dataclass(eq=False)
class Draft:
    """A course in the making; `facts` are the mentions of it in the order of the text."""

    modality: Modality
    agents: dict[str, Agent]
    facts: list[TreatmentFact]
    optional: dict[str, Agent] = field(default_factory=dict)
    words: str = ""
    """How the text names it first."""
    regimen: str | None = None
    line: int | None = None
    line_at: Span | None = None
    after_line: int | None = None
    """The line whose failure it followed."""
    inferred: int | None = None
    inferred_by: str | None = None
    setting: str | None = None
    setting_at: Span | None = None
    phase: str | None = None
    phase_at: Span | None = None
    cycles: int | None = None
    cycles_at: Span | None = None
    responses: list[EventFact] = field(default_factory=list)
    progressions: list[EventFact] = field(default_factory=list)
    freedoms: list[EventFact] = field(default_factory=list)
    toxicities: list[EventFact] = field(default_factory=list)
    durations: list[Measured] = field(default_factory=list)
    rechallenge: bool = False
    added_to: Draft | None = None
    """The course that went on beside the drugs that began this one."""
    begun: int | None = None
    """The month in which it was begun, counted from the year 0."""
    prior: bool = False
    """Only counted among "prior lines"."""

    @property
    def first(self) -> TreatmentFact:
        """The mention that began it."""
        return self.facts[0]

    @property
    def start(self) -> int:
        """The offset where it is first told."""
        return self.facts[0].span.start

    @property
    def told_at(self) -> int:
        """The offset where it is told that it was given, if that comes after a summary that only names it."""
        given = next((fact.span.start for fact in self.facts if fact.given and not fact.earlier), self.start)
        return self.start if self.first.given else given

    @property
    def told_back(self) -> bool:
        """Whether it is only told as something that went before."""
        given_later = self.first.setting is None and any(fact.given and not fact.earlier for fact in self.facts)
        return self.first.earlier and not given_later

    @property
    def names(self) -> frozenset[str]:
        """Names of the agents."""
        return frozenset(self.agents)

    @property
    def class_only(self) -> bool:
        """Whether only classes are named."""
        return bool(self.agents) and all(agent.is_class for agent in self.agents.values())

    @property
    def only_steroids(self) -> bool:
        """Whether it is nothing but steroids, which no record keeps as a course."""
        return self.modality == "systemic" and bool(self.agents) and all(a.agent_class == STEROID for a in self.agents.values())

    @property
    def is_drug(self) -> bool:
        """Whether it is a course of drugs."""
        return self.modality in ("systemic", "chemoradiation", "local") and bool(self.agents)

    @property
    def is_perioperative(self) -> bool:
        """Whether it was given around an operation meant to cure."""
        return self.setting in ("neoadjuvant", "adjuvant")

    @property
    def last_sentence(self) -> int:
        """Index of the last sentence that names it."""
        return max(fact.span.sentence for fact in self.facts)

    @property
    def silent(self) -> bool:
        """Whether nothing has been told of it but that it was given."""
        return not (self.responses or self.progressions or self.durations or self.freedoms)

    @property
    def cytotoxic(self) -> bool:
        """Whether any agent is classic chemotherapy."""
        return is_cytotoxic(self.agents.values())

    def absorb(self, fact: TreatmentFact) -> None:
        """Take over what another mention of the same course says."""
        self.facts.append(fact)
        places = iter(fact.details)
        for name, value in (("line", fact.line), ("setting", fact.setting), ("phase", fact.phase), ("cycles", fact.cycles)):
            if value is None:
                continue
            place = next(places, fact.span)
            known = getattr(self, name)
            if known is None or (name == "cycles" and fact.cycles is not None and fact.cycles > known):
                setattr(self, name, value)
                setattr(self, f"{name}_at", place)
        self.regimen = self.regimen or fact.regimen
        self.after_line = self.after_line or fact.after_line

    def spell_out(self, fact: TreatmentFact) -> None:
        """Take over a mention that names the drugs of the class, or further ones of the same course."""
        if self.class_only and fact.specific:
            self.agents = {}
        for agent in fact.agents:
            self.agents.setdefault(agent.name, agent)
        for agent in fact.optional:
            self.optional.setdefault(agent.name, agent)
        self.absorb(fact)


def new_draft(fact: TreatmentFact) -> Draft:
    """A course that begins with this mention."""
    draft = Draft(
        modality=fact.modality,
        agents={agent.name: agent for agent in fact.agents},
        optional={agent.name: agent for agent in fact.optional},
        facts=[],
    )
    draft.absorb(fact)
    return draft
