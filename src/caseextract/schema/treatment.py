"""Courses of treatment: one regimen given until it changes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from caseextract.schema.diagnosis import MatchedBy
from caseextract.schema.duration import Duration
from caseextract.schema.response import BestResponse
from caseextract.schema.source import Evidence, Frozen, Value

Modality = Literal["systemic", "radiotherapy", "chemoradiation", "surgery", "transplant", "local", "other"]
Setting = Literal["neoadjuvant", "adjuvant", "definitive", "advanced"]
Phase = Literal["induction", "consolidation", "maintenance", "rechallenge"]


class Agent(Frozen):
    """A drug by its generic name, or a class where only the class is named.

    `codes` maps a vocabulary ("ncit", "mesh", "chebi") to a code; an agent without codes stays, visibly unnormalised.
    `optional` marks a companion that is no antitumour drug of its own (leucovorin in FOLFOX).
    """

    name: str = Field(min_length=1)
    codes: dict[str, str] = Field(default_factory=dict)
    agent_class: str | None = None
    is_class: bool = False
    matched_by: MatchedBy = "none"
    evidence: tuple[Evidence, ...] = ()


class Line(Frozen):
    """Line of therapy: as stated in words, and as inferred by a named rule (`rule`)."""

    stated: int | None = Field(default=None, ge=1)
    inferred: int | None = Field(default=None, ge=1)
    rule: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)
    """None where no line is known."""


class Treatment(Frozen):
    """One course. `systemic`, `chemoradiation` and `local` drug courses name their agents; others may be without."""

    modality: Modality
    agents: tuple[Agent, ...] = ()
    optional_agents: tuple[Agent, ...] = ()
    regimen: str | None = None
    line: Line = Line()
    setting: Value[Setting] | None = None
    phase: Value[Phase] | None = None
    cycles: Value[int] | None = None
    best_response: BestResponse | None = None
    progressed: Value[bool] | None = None
    durations: tuple[Duration, ...] = ()
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)

    @model_validator(mode="after")
    def _systemic_names_its_agents(self) -> Treatment:
        if self.modality == "systemic" and not self.agents:
            raise ValueError("a systemic course without agents cannot be built")
        return self
