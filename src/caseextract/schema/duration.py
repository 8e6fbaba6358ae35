"""Lengths of time said of a course of treatment."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Evidence, Frozen

DurationKind = Literal["on_treatment", "response", "pfs", "os", "time_to_response"]
Comparator = Literal["=", ">", "<", "~"]


class Duration(Frozen):
    """`months` is days/30.44, weeks/4.345, years×12 with two decimals; `stated` keeps number and unit as written."""

    kind: DurationKind
    months: float = Field(ge=0)
    comparator: Comparator = "="
    stated: str | None = None
    derived: str | None = None
    """The arithmetic where the length was computed, e.g. from two dates."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)
