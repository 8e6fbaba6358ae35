"""Courses, durations, lines, diagnoses: what cannot be built."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from caseextract.schema import (
    Agent,
    Alteration,
    BestResponse,
    Biomarker,
    Conflict,
    Diagnosis,
    Duration,
    Evidence,
    Histology,
    Line,
    Outcome,
    Patient,
    Stage,
    Treatment,
    Value,
)

WORDS = (Evidence(quote="cisplatin", start=0, end=9),)
CISPLATIN = (Agent(name="cisplatin", evidence=WORDS),)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Treatment(modality="systemic", evidence=WORDS),
        lambda: Treatment(agents=CISPLATIN, evidence=WORDS),  # type: ignore[call-arg]
        lambda: Treatment(modality="systemic", agents=CISPLATIN, evidence=()),
        lambda: Duration(kind="pfs", months=-1, evidence=WORDS),
        lambda: Duration(kind="pfs", months=1, evidence=()),
        lambda: Duration(kind="nap", months=1, evidence=WORDS),
        lambda: Duration(kind="pfs", months=1, comparator="!", evidence=WORDS),
        lambda: Line(stated=0),
        lambda: Agent(name=""),
        lambda: Histology(name="lymphoma", evidence=()),
        lambda: Stage(system="AJCC", value="", evidence=WORDS),
        lambda: Stage(system="Gleason", value="7", evidence=WORDS),
        lambda: Alteration(gene="", type="mutation", status="present", evidence=WORDS),
        lambda: Alteration(gene="KRAS", type="mutation", status="perhaps", evidence=WORDS),
        lambda: Biomarker(name="TTF-1", status="positive", evidence=WORDS),
        lambda: BestResponse(value="cured"),
        lambda: Value[int](value=1, confidence=1.2),
        lambda: Outcome(follow_up_months=-2),
        lambda: Conflict(field="sex", values=("male",), evidence=WORDS * 2),
    ],
)
def test_what_cannot_be_built(build: Callable[[], Any]) -> None:
    with pytest.raises(ValidationError):
        build()


def test_what_can() -> None:
    course = Treatment(modality="systemic", agents=CISPLATIN, line=Line(inferred=2, rule="after progression"), evidence=WORDS)
    assert course.line.stated is None
    assert Treatment(modality="surgery", evidence=WORDS).agents == ()
    assert Duration(kind="pfs", months=0, evidence=WORDS).comparator == "="


def test_a_drug_without_a_code_stays_and_shows_it() -> None:
    agent = Agent(name="imaginertinib", evidence=WORDS)
    assert (agent.codes, agent.matched_by) == ({}, "none")


def test_a_tumour_without_a_code_stays_and_shows_it() -> None:
    diagnosis = Diagnosis(histology=Histology(name="imaginoma", evidence=WORDS))
    assert (diagnosis.histology.codes, diagnosis.histology.matched_by) == ({}, "none")


def test_derived_values_say_so() -> None:
    stated, computed = Value[int](value=3, evidence=WORDS), Value[int](value=3, evidence=WORDS, derived="May - February")
    assert stated.derived is None
    assert computed.derived == "May - February"
    assert Patient(age_years=Value[float](value=61, evidence=WORDS)).sex is None
