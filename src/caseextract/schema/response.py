"""Best response of the tumour to a course (RECIST 1.1, Eisenhauer 2009, and its kin)."""

from __future__ import annotations

from typing import Literal

from caseextract.schema.source import Value

ResponseCategory = Literal[
    "complete_response",
    "partial_response",
    "stable_disease",
    "progressive_disease",
    "mixed_response",
    "pathologic_complete_response",
    "response",
    "no_response",
]


class BestResponse(Value[ResponseCategory]):
    """`criteria` names the system where the text does (RECIST, mRECIST, RANO, Lugano, IMWG …)."""

    criteria: str | None = None
