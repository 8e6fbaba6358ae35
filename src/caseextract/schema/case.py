"""Everything an article states of one patient."""

from __future__ import annotations

from pydantic import Field

from caseextract.schema.alteration import Alteration
from caseextract.schema.biomarker import Biomarker
from caseextract.schema.diagnosis import Diagnosis
from caseextract.schema.outcome import Outcome
from caseextract.schema.patient import Patient
from caseextract.schema.source import Evidence, Frozen
from caseextract.schema.treatment import Treatment


class Conflict(Frozen):
    """Two statements of the report that cannot both be true; both are kept and shown."""

    field: str
    values: tuple[str, ...] = Field(min_length=2)
    evidence: tuple[Evidence, ...] = Field(min_length=2)


class Case(Frozen):
    """One described patient; treatments in order of time."""

    patient: Patient = Patient()
    diagnoses: tuple[Diagnosis, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    biomarkers: tuple[Biomarker, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    outcome: Outcome = Outcome()
    conflicts: tuple[Conflict, ...] = ()
