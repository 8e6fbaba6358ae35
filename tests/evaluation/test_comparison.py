from __future__ import annotations

from typing import Any

import pytest

from caseextract.errors import RecordError
from caseextract.evaluation.answer import answer_of
from caseextract.evaluation.comparison import HEADLINE, SECONDARY, compare
from caseextract.evaluation.pairing import pair
from caseextract.evaluation.tally import Tally
from caseextract.evaluation.wording import stage
from tests.batch.stand_in import record

KEY: dict[str, Any] = {
    "patient": {"age_years": 61, "sex": "female"},
    "diagnoses": [
        {
            "histology": {"name": "lung adenocarcinoma", "accept": ["pulmonary adenocarcinoma"], "oncotree": ["LUAD"]},
            "role": "index",
            "stages": [{"system": "AJCC", "value": "IV"}],
            "extent": "metastatic",
        }
    ],
    "alterations": [{"gene": "EGFR", "type": "mutation", "variant": "L858R", "status": "present"}],
    "biomarkers": [{"name": "PD-L1", "status": "positive", "value": None}],
    "treatments": [
        {
            "modality": "systemic",
            "agents": ["gefitinib"],
            "optional_agents": [],
            "line": {"stated": None, "inferred": 1},
            "setting": "advanced",
            "best_response": "partial_response",
            "accept_response": ["response"],
            "progressed": True,
            "durations": [{"kind": "pfs", "months": 10.0, "comparator": "="}],
        }
    ],
    "outcome": {"vital_status": "alive", "overall_survival_months": None, "follow_up_months": 19},
}


def tally(key: dict[str, Any], said: dict[str, Any]) -> Tally:
    return compare(answer_of({"cases": [key]}, name="key"), answer_of({"cases": [said]}, name="record"))


def mistakes(**said: Any) -> list[tuple[str, str, str]]:
    """What is noted when a record differs from the key in these fields only."""
    return [(note.field, note.mistake, note.what) for note in tally(KEY, KEY | said).notes]


def course(**changed: Any) -> list[dict[str, Any]]:
    return [KEY["treatments"][0] | changed]


def test_a_key_agrees_with_itself() -> None:
    found = tally(KEY, KEY)

    assert not found.notes
    assert set(found.hits.values()) == {1}
    assert set(found.hits) == set(HEADLINE + SECONDARY) - {"line_stated", "article"}


def test_a_record_with_its_proofs_is_compared_by_its_values() -> None:
    said = record("A woman with adenocarcinoma, EGFR L858R, took gefitinib.").model_dump(mode="json")

    found = compare(answer_of({"cases": [KEY]}, name="key"), answer_of(said, name="record"))

    assert [(note.field, note.mistake, note.what) for note in found.notes] == [
        ("age", "missed", "61.0 (said None)"),
        ("vital_status", "missed", "alive (said None)"),
        ("extent", "missed", "metastatic (said None)"),
        ("biomarkers", "missed", "PD-L1 positive"),
        ("response", "missed", "gefitinib: partial_response (said None)"),
        ("setting", "missed", "gefitinib: advanced (said None)"),
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (course(best_response="response"), []),
        (
            course(best_response="stable_disease"),
            [
                ("response", "missed", "gefitinib: partial_response (said stable_disease)"),
                ("response", "surplus", "gefitinib: stable_disease (is partial_response)"),
            ],
        ),
        (course(durations=[{"kind": "pfs", "months": 10.4}]), []),
        (course(durations=[{"kind": "pfs", "months": 19.5}]), [("duration", "missed", "gefitinib: pfs 10.0")]),
        (
            course(durations=[{"kind": "os", "months": 10}]),
            [
                ("duration_kind", "missed", "pfs (said os)"),
                ("duration_kind", "surplus", "os (is pfs)"),
            ],
        ),
        (
            course(line={"stated": 2, "inferred": 1}),
            [("line", "missed", "gefitinib: 1 (said 2)"), ("line", "surplus", "gefitinib: 2 (is 1)")],
        ),
        (
            course(agents=["gefitinib", "cisplatin"]),
            [
                ("drugs", "surplus", "cisplatin"),
                ("course", "missed", "gefitinib"),
                ("course", "surplus", "cisplatin+gefitinib"),
            ],
        ),
    ],
)
def test_courses(said: list[dict[str, Any]], expected: list[tuple[str, str, str]]) -> None:
    found = mistakes(treatments=said)

    assert [
        (field, mistake, what.removeprefix("gefitinib: ") if field == "duration_kind" else what)
        for field, mistake, what in found
    ] == expected


def test_surgery_is_not_compared_and_a_course_too_many_is_surplus() -> None:
    surgery = {"modality": "surgery", "agents": []}
    radiation = {"modality": "radiotherapy", "agents": [], "setting": "adjuvant"}

    assert mistakes(treatments=[*course(), surgery]) == []
    assert mistakes(treatments=[*course(), radiation]) == [("setting", "surplus", "radiotherapy: adjuvant (is None)")]


def test_optional_agents_are_neither_demanded_nor_punished() -> None:
    key = KEY | {"treatments": course(agents=["fluorouracil", "oxaliplatin"], optional_agents=["leucovorin"])}

    for agents in (["5-FU", "oxaliplatin"], ["fluorouracil", "oxaliplatin", "folinic acid"]):
        assert tally(key, key | {"treatments": [key["treatments"][0] | {"agents": agents}]}).notes == []


def test_histology_by_code_or_by_accepted_wording() -> None:
    def said(histology: dict[str, Any], role: str = "index") -> list[dict[str, Any]]:
        return [KEY["diagnoses"][0] | {"histology": histology, "role": role}]

    assert mistakes(diagnoses=said({"name": "x", "codes": {"oncotree": "LUAD"}})) == []
    assert mistakes(diagnoses=said({"name": "Pulmonary Adenocarcinoma", "codes": {}})) == []
    assert mistakes(diagnoses=said({"name": "lung cancer", "codes": {"oncotree": "NSCLC"}})) == [
        ("histology", "missed", "lung adenocarcinoma"),
        ("histology", "surplus", "lung cancer"),
    ]


def test_her2_may_be_a_marker_or_a_gene() -> None:
    gene = {"gene": "ERBB2", "type": "amplification", "status": "present", "variant": None}
    marker = {"name": "HER2", "status": "positive"}
    key = KEY | {"alterations": [gene], "biomarkers": []}

    fields = [note.field for note in tally(key, key | {"alterations": [], "biomarkers": [marker]}).notes]

    assert fields == ["alteration_detail"]


@pytest.mark.parametrize(
    ("system", "value", "expected"),
    [
        ("AJCC", "Stage IIIa", "IIIA"),
        ("TNM", "pT2 N1, M0", "TNM:T2N1M0"),
        ("other", "pTisN0", "TNM:TISN0"),
        ("VALG", "extensive", "EXTENSIVE"),
    ],
)
def test_stages(system: str, value: str, expected: str) -> None:
    assert stage(answer_stage(system, value)) == expected


def answer_stage(system: str, value: str) -> Any:
    content = {"cases": [{"diagnoses": [{"stages": [{"system": system, "value": value}]}]}]}
    return answer_of(content, name="x").cases[0].diagnoses[0].stages[0]


def test_patients_are_paired_by_what_they_got_and_by_age() -> None:
    other = KEY | {"patient": {"age_years": 20, "sex": "male"}, "treatments": course(agents=["imatinib"])}

    found = compare(answer_of({"cases": [KEY, other]}, name="key"), answer_of({"cases": [other, KEY]}, name="record"))

    assert found.notes == []


def test_what_is_nearest_in_order_is_paired_first_among_equals() -> None:
    found = pair("aba", "aa", lambda key, said: float(key == said))

    assert (found.pairs, found.unanswered, found.unasked) == ((("a", "a"), ("a", "a")), ("b",), ())


def test_a_key_of_another_shape_is_told_with_its_place() -> None:
    with pytest.raises(RecordError, match=r"mine\.json: cases\.0\.treatments\.0\.modality: Field required"):
        answer_of({"cases": [{"treatments": [{}]}]}, name="mine.json")
