"""Stage of a tumour in its own system."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Evidence, Frozen

StageSystem = Literal[
    "AJCC", "FIGO", "Ann Arbor", "VALG", "TNM", "Masaoka", "ISS", "Rai", "Binet", "BCLC", "INSS", "COG", "Dukes", "Clark", "other"
]


class Stage(Frozen):
    """A stage as stated: "IIIA", "extensive", "T2N1M0" (components joined, without c/p/y prefix)."""

    system: StageSystem
    value: str = Field(min_length=1)
    basis: Literal["clinical", "pathological"] | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)
