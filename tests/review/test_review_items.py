from __future__ import annotations

import pytest

from caseextract.errors import RecordError
from caseextract.review.fields import BY_NAME, FIELDS
from caseextract.review.items import Item, items_of, record_of
from caseextract.review.wording import wording
from caseextract.schema import ArticleRecord
from tests.fictional import lung_record, made_record


@pytest.mark.parametrize("record", [lung_record(), *(made_record(number) for number in range(6))])
def test_taking_apart_and_putting_together_changes_nothing(record: ArticleRecord) -> None:
    assert record_of(record, items_of(record)) == record


def test_keys_name_what_an_item_is_and_are_unique() -> None:
    keys = [item.key for item in items_of(lung_record())]
    assert len(set(keys)) == len(keys)
    assert "case 1/course:systemic,carboplatin+pemetrexed/best_response" in keys
    assert "case 1/diagnosis:lung adenocarcinoma/stage:ajcc" in keys


def test_every_value_of_the_record_is_an_item() -> None:
    found = {item.field for item in items_of(lung_record())}
    absent = {field.name for field in FIELDS} - found
    assert absent == {"pmid", "pmcid", "licence", "publication_status", "setting", "phase", "overall_survival"}


def test_wording() -> None:
    said = {item.key: wording(item.field, item.value) for item in items_of(lung_record())}
    assert said["case 1/diagnosis:lung adenocarcinoma"] == "lung adenocarcinoma (LUAD)"
    assert said["case 1/alteration:egfr,mutation"] == "absent: EGFR mutation"
    assert said["case 1/biomarker:pd-l1"] == "PD-L1 positive (TPS 60%)"
    assert said["case 1/course:systemic,larotrectinib/duration:on_treatment"] == "on treatment > 14 months"
    assert said["case 1/course:systemic,carboplatin+pemetrexed/progressed"] == "yes"
    assert said["case 1/age_years"] == "58"


def test_a_survival_kept_as_bare_months_is_an_item_too() -> None:
    record = lung_record()
    case = record.cases[0]
    outcome = case.outcome.model_copy(update={"overall_survival_months": 31.0})
    record = record.model_copy(update={"cases": (case.model_copy(update={"outcome": outcome}),)})
    items = {item.key: item for item in items_of(record)}
    assert items["case 1/overall_survival"].value["value"] == 31.0
    without = record_of(record, [item for key, item in items.items() if key != "case 1/overall_survival"])
    assert without.cases[0].outcome.overall_survival_months is None


def test_a_further_patient_can_be_made() -> None:
    record = made_record(1)
    sex = {"value": "female", "evidence": [], "confidence": 1.0, "derived": None}
    more = record_of(record, [*items_of(record), Item("case 2/sex", "sex", "case 2", sex)])
    assert len(more.cases) == 2
    assert more.cases[1].patient.sex is not None


def test_what_the_schema_refuses_is_refused() -> None:
    record = lung_record()
    items = [item for item in items_of(record) if item.field != "course"]
    course = next(item for item in items_of(record) if item.field == "course" and "laro" in item.key)
    broken = Item(course.key, course.field, course.parent, {**course.value, "agents": []})
    with pytest.raises(RecordError, match="without agents"):
        record_of(record, [*items, broken])


def test_every_input_of_every_field_is_in_the_schema() -> None:
    from caseextract.review.forms import inputs_of

    for field in FIELDS:
        assert [each.name for each in inputs_of(field)] == list(field.inputs)
    kinds = {each.name: each.kind for each in inputs_of(BY_NAME["duration"])}
    assert kinds == {"kind": "choice", "months": "number", "comparator": "choice", "stated": "text"}
