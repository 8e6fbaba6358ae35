"""How it went on: alive or dead, survival, follow-up."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Frozen, Value

VitalStatus = Literal["alive", "dead"]


class Outcome(Frozen):
    """Months from diagnosis (or from the time the text names) to death, or of follow-up of the living."""

    vital_status: Value[VitalStatus] | None = None
    overall_survival_months: float | None = Field(default=None, ge=0)
    follow_up_months: float | None = Field(default=None, ge=0)
    overall_survival: Value[float] | None = None
    follow_up: Value[float] | None = None
