"""Which values are right, and whether confidences keep their word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from caseextract.evaluation.answer import answer_of
from caseextract.evaluation.comparison import HEADLINE, SECONDARY, compare
from caseextract.evaluation.reliability import Band, Judged, bands, by_field, calibration_error, judged_in
from caseextract.evaluation.verdicts import verdicts

DRUGS: dict[str, Any] = {"modality": "systemic", "agents": ["cisplatin", "etoposide"], "optional_agents": []}
KEY: dict[str, Any] = {
    "patient": {"age_years": 44, "sex": "male"},
    "diagnoses": [
        {"histology": {"name": "thymoma", "accept": ["B3 thymoma"], "oncotree": ["THYM"]}, "stages": [{"system": "Masaoka", "value": "IVA"}]},
        {"histology": {"name": "melanoma", "oncotree": ["MEL"]}, "role": "other"},
    ],
    "alterations": [{"gene": "KIT", "type": "expression", "variant": None, "status": "present"}],
    "treatments": [
        {**DRUGS, "line": {"stated": None, "inferred": 1}, "cycles": 4, "best_response": "partial_response",
         "accept_response": ["response"], "progressed": True, "durations": [{"kind": "pfs", "months": 10}]},
        {"modality": "surgery", "agents": []},
    ],
    "outcome": {"vital_status": "alive", "follow_up_months": 30},
}  # fmt: skip
SAID: dict[str, Any] = {
    "patient": {"age_years": 44, "sex": "female"},
    "diagnoses": [
        {"histology": {"name": "B3 thymoma"}, "stages": [{"system": "Masaoka", "value": "IVA"}, {"system": "TNM", "value": "T4N0"}]},
        {"histology": {"name": "melanoma", "codes": {"oncotree": "MEL"}}},
        {"histology": {"name": "seminoma", "codes": {"oncotree": "SEM"}}},
    ],
    "alterations": [{"gene": "KIT", "type": "mutation", "status": "present"}, {"gene": "KIT", "type": "expression", "status": "present"}],
    "treatments": [
        {"modality": "surgery"},
        {**DRUGS, "line": {"stated": None, "inferred": 2}, "cycles": 4, "best_response": "response", "progressed": False,
         "durations": [{"kind": "pfs", "months": 10.4}, {"kind": "os", "months": 30}, {"kind": "os", "months": 3}]},
        {"modality": "systemic", "agents": ["gefitinib"], "line": {"inferred": 3}},
        {"modality": "surgery"},
    ],
    "outcome": {"vital_status": "alive", "follow_up_months": 24},
}  # fmt: skip


def test_every_value_is_judged_for_itself() -> None:
    found = verdicts(answer_of({"cases": [KEY]}, name="key"), answer_of({"cases": [SAID]}, name="said"))

    assert [(one.field, ".".join(map(str, one.place[2:])), one.right) for one in found] == [
        ("age", "patient.age_years", True),
        ("sex", "patient.sex", False),
        ("histology", "diagnoses.0.histology", True),
        ("stage", "diagnoses.0.stages.0", True),
        ("stage", "diagnoses.0.stages.1", False),
        # the melanoma is a tumour of the past: neither demanded nor punished
        ("histology", "diagnoses.2.histology", False),
        # a gene found as protein is no mutation, but no invention either
        ("alteration", "alterations.1", True),
        ("course", "treatments.0", True),
        ("course", "treatments.1", True),
        ("line", "treatments.1.line", False),
        ("cycles", "treatments.1.cycles", True),
        ("response", "treatments.1.best_response", True),
        ("progressed", "treatments.1.progressed", False),
        # the second length is the follow-up, said of the course
        ("duration", "treatments.1.durations.0", True),
        ("duration", "treatments.1.durations.2", False),
        ("course", "treatments.2", False),
        ("line", "treatments.2.line", False),
        ("course", "treatments.3", False),
        ("vital_status", "outcome.vital_status", True),
        ("follow_up", "outcome.follow_up", False),
    ]


def test_verdicts_agree_with_the_comparison() -> None:
    key, said = answer_of({"cases": [KEY]}, name="key"), answer_of({"cases": [SAID]}, name="said")
    tally, found = compare(key, said), list(verdicts(key, said))
    same = set(HEADLINE + SECONDARY) & {one.field for one in found} - {"course"}

    assert same == {"age", "sex", "histology", "stage", "line", "response", "progressed", "duration", "vital_status"}
    assert {name: sum(one.right for one in found if one.field == name) for name in same} == {name: tally.hits[name] for name in same}
    assert {name: sum(not one.right for one in found if one.field == name) for name in same} == {name: tally.surplus[name] for name in same}


def test_bands_and_calibration_error() -> None:
    found = [Judged("line", 0.9, right) for right in (True, True, True, False)] + [Judged("stage", 1.0, True), Judged("line", 0.35, False)]

    assert bands(found) == (Band("0.3–0.4", 1, 0.35, 0), Band("0.9–1.0", 5, 4.6 / 5, 4))
    assert calibration_error(found) == pytest.approx((0.35 + 5 * 0.12) / 6)
    assert calibration_error([]) == 0
    assert {name: (band.n, band.right) for name, (band, _) in by_field(found).items()} == {"line": (5, 3), "stage": (1, 1)}


def test_confidences_are_read_where_the_values_stand(tmp_path: Path) -> None:
    keys, records = tmp_path / "keys", tmp_path / "records"
    keys.mkdir()
    records.mkdir()
    said = json.loads(json.dumps(SAID))
    said["patient"]["age_years"] = {"value": 44, "confidence": 0.97}
    said["treatments"][1]["line"]["confidence"] = 0.4
    said["treatments"][2]["line"]["confidence"] = None
    for name in ("a", "b", "c"):
        (keys / f"{name}.gold.json").write_text(json.dumps({"cases": [KEY]}))
    (records / "a.json").write_text(json.dumps({"cases": [said]}))
    (records / "b.json").write_text("no record")

    assert judged_in(keys, records) == (Judged("age", 0.97, True), Judged("line", 0.4, False))
    assert judged_in(keys, records, only=frozenset({"c"})) == ()
