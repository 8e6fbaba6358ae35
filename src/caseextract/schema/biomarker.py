"""Predictive biomarkers that are no single-gene alteration (closed list)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Evidence, Frozen

BiomarkerName = Literal["PD-L1", "HER2", "ER", "PR", "MSI", "MMR", "TMB", "AR", "EBV", "HPV"]
BiomarkerStatus = Literal["positive", "negative", "high", "low", "stable", "deficient", "proficient"]


class Biomarker(Frozen):
    """Status of a marker; `value` is verbatim ("TPS 80%", "12 mut/Mb")."""

    name: BiomarkerName
    status: BiomarkerStatus
    value: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)
