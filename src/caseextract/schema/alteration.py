"""Gene alterations tested in the patient."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Evidence, Frozen

AlterationType = Literal[
    "mutation", "fusion", "amplification", "deletion", "methylation", "expression", "loss_of_expression"
]


class Alteration(Frozen):
    """`gene` is the approved HGNC symbol; of a fusion the driver, with the pair 5'::3' in `variant`."""

    gene: str = Field(min_length=1)
    hgnc_id: str | None = None
    type: AlterationType
    variant: str | None = None
    hgvs: str | None = None
    status: Literal["present", "absent"]
    origin: Literal["germline", "somatic"] | None = None
    method: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)
