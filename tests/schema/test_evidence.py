"""Quotes, offsets, boxes: what cannot be built."""

from typing import Any

import pytest
from pydantic import ValidationError

from caseextract.schema import (
    Agent,
    ArticleRecord,
    Block,
    Case,
    Evidence,
    Layout,
    Provenance,
    Report,
    Run,
    Source,
    Treatment,
)
from caseextract.schema.article import evidence_of

TEXT = "She received cisplatin."
QUOTE = Evidence(quote="cisplatin", start=13, end=22)


def record(evidence: Evidence) -> ArticleRecord:
    agent = Agent(name="cisplatin", evidence=(evidence,))
    return ArticleRecord(
        cases=(Case(treatments=(Treatment(modality="systemic", agents=(agent,), evidence=(QUOTE,)),)),),
        source=Source(sha256="", text=TEXT),
        provenance=Provenance(program="0", knowledge="0", schema_version="0"),
    )


def test_a_quote_that_is_its_slice() -> None:
    assert list(evidence_of(record(QUOTE))) == [QUOTE, QUOTE]


@pytest.mark.parametrize(
    "evidence",
    [Evidence(quote="cisplatiN", start=13, end=22), Evidence(quote="cisplatin", start=12, end=21), Evidence(quote="x", start=900, end=901)],
    ids=["other letters", "other place", "outside"],
)
def test_a_quote_that_differs_from_its_slice(evidence: Evidence) -> None:
    with pytest.raises(ValidationError, match="does not stand at"):
        record(evidence)


@pytest.mark.parametrize(
    "values",
    [
        {"quote": "cisplatin", "start": 13, "end": 21},
        {"quote": "", "start": 13, "end": 13},
        {"quote": "c", "start": -1, "end": 0},
        {"quote": "c", "start": 0, "end": 1, "note": "?"},
    ],
    ids=["shorter than its quote", "empty", "negative", "unknown field"],
)
def test_evidence_that_cannot_be_built(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Evidence(**values)


def test_values_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        QUOTE.start = 0  # type: ignore[misc]


def test_blocks_stand_in_order() -> None:
    blocks = (Block(kind="paragraph", start=5, end=9), Block(kind="paragraph", start=0, end=5))
    with pytest.raises(ValidationError, match="out of order"):
        Report(text=TEXT, blocks=blocks)


def test_the_way_back_to_the_page() -> None:
    runs = (
        Run(start=0, end=4, page=1, top=10, bottom=20, edges=(0, 1, 2, 3, 4)),
        Run(start=4, end=8, page=2, top=30, bottom=40, edges=(0, 1, 2, 3, 4)),
    )
    report = Report(text="She received", layout=Layout(runs=runs, pages=((100, 100), (100, 100))))
    evidence = report.evidence(2, 6)
    assert evidence.quote == "e re"
    assert [(box.page, box.x0, box.x1, box.top) for box in evidence.boxes] == [(1, 2, 4, 10), (2, 0, 2, 30)]
    assert evidence.page == 1
