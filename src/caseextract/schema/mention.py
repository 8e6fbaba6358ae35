"""Mentions: spans that name something, before and after their status is judged and their concept is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

TREATMENT_KINDS = ("agent", "agent_class", "regimen", "surgery", "radiotherapy", "chemoradiation", "transplant", "local", "line", "cycles")
"""The kinds of mentions that name a treatment or a part of one."""
Status = Literal["present", "absent", "possible", "hypothetical", "planned", "refused"]
Experiencer = Literal["patient", "other_patient", "literature", "family"]
Temporality = Literal["current", "past"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span `[start, end)` that names something of a `kind`.

    `label` is the lexicon row or the rule that found it; `groups` are the rule's named parts.
    """

    kind: str
    start: int
    end: int
    label: str
    sentence: int
    matched_by: str = "label"
    groups: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Status, experiencer and temporality as in ConText (Harkema 2009), each with the words that decided."""

    status: Status = "present"
    experiencer: Experiencer = "patient"
    temporality: Temporality = "current"
    cue: str | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is said of this patient as something that is or was so."""
        return self.status == "present" and self.experiencer == "patient"


@dataclass(frozen=True, slots=True)
class AssertedMention:
    """A mention and what the report claims about it."""

    mention: Mention
    judgement: Judgement

    def with_judgement(self, **changes: str) -> AssertedMention:
        """The same mention, judged otherwise."""
        return replace(self, judgement=replace(self.judgement, **changes))  # type: ignore[arg-type]
