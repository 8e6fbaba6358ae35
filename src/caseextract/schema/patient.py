"""Whom the report describes."""

from __future__ import annotations

from typing import Literal

from caseextract.schema.source import Frozen, Value

Sex = Literal["female", "male"]


class Patient(Frozen):
    """Age in years at presentation of the described disease, and sex."""

    label: str | None = None
    """How the report calls the patient ("case 2", "patient A")."""
    age_years: Value[float] | None = None
    sex: Value[Sex] | None = None
