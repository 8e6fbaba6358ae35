"""The tumour: histology, site, stage, extent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from caseextract.schema.source import Evidence, Frozen, Value
from caseextract.schema.stage import Stage

Extent = Literal["localized", "locally_advanced", "metastatic"]
MatchedBy = Literal["label", "synonym", "abbreviation", "combination", "fuzzy", "stem", "notation", "model", "none"]


class Histology(Frozen):
    """Name of the tumour and its codes (`oncotree`: bare code; `ncit`: NCI Thesaurus, "C4917").

    `codes` is empty where the tumour is in no vocabulary: it stays, marked as unnormalised by `matched_by="none"`.
    """

    name: str = Field(min_length=1)
    codes: dict[Literal["oncotree", "ncit"], str] = Field(default_factory=dict)
    matched_by: MatchedBy = "none"
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: float = Field(default=0.9, ge=0, le=1)


class Diagnosis(Frozen):
    """One distinct tumour; `other` is a past or incidental one."""

    histology: Histology
    role: Literal["index", "other"] = "index"
    primary_site: Value[str] | None = None
    stages: tuple[Stage, ...] = ()
    extent: Value[Extent] | None = None
