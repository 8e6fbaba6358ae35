"""Facts: what one sentence claims, before sentences are put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.mention import AssertedMention, Judgement
from caseextract.schema.treatment import Agent, Modality


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `[start, end)` in a sentence."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class TreatmentFact:
    """Drugs named together, or one non-drug treatment, with what its sentence says of giving it."""

    span: Span
    modality: Modality
    agents: tuple[Agent, ...]
    judgement: Judgement
    optional: tuple[Agent, ...] = ()
    regimen: str | None = None
    given: bool = False
    """The sentence itself says that it was given or started."""
    restart: bool = False
    stopped: bool = False
    joined: bool = False
    """Added to what is already given."""
    onto: frozenset[str] = frozenset()
    """Names of what it was added to, where the sentence names it."""
    instead_of: frozenset[str] = frozenset()
    """Names of what the sentence says it replaced."""
    switched: bool = False
    earlier: bool = False
    """Named as something that went before ("after failure of", "previously treated with")."""
    anaphoric: bool = False
    """Refers back ("after chemotherapy", "the chemotherapy")."""
    alone: bool = False
    """Given further without its companions ("continued as monotherapy")."""
    line: int | None = None
    after_line: int | None = None
    """The number of the line whose failure it followed."""
    setting: str | None = None
    phase: str | None = None
    cycles: int | None = None
    details: tuple[Span, ...] = ()
    """Where line, setting, phase and cycles are said, in that order of finding."""

    @property
    def names(self) -> frozenset[str]:
        """Names of the agents."""
        return frozenset(agent.name for agent in self.agents)

    @property
    def specific(self) -> frozenset[str]:
        """Names of the agents that are drugs, not classes."""
        return frozenset(agent.name for agent in self.agents if not agent.is_class)


@dataclass(frozen=True, slots=True)
class EventFact:
    """Something that happened to the disease: a response, a progression, freedom from it, toxicity, a stop, a death."""

    span: Span
    kind: str
    value: str
    judgement: Judgement
    weak: str | None = None
    """Why the words alone prove little ("shrinkage", "adjective"), if so."""


@dataclass(frozen=True, slots=True)
class DurationFact:
    """A length of time, in months, and what it measures where the words alone say so."""

    span: Span
    months: float
    comparator: Comparator
    stated: str
    judgement: Judgement
    measure: DurationKind | None = None
    gap: bool = False
    """It tells when something happened ("three months later")."""
    derived: str | None = None
    """The arithmetic where the length was computed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a report, each kind in the order of the text."""

    treatments: tuple[TreatmentFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    durations: tuple[DurationFact, ...] = ()
    others: tuple[AssertedMention, ...] = field(default=())
