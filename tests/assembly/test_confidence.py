"""Confidences come from the table of what is seen of a value, and change nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseextract import extract
from caseextract.assembly.confidence import rated, trusted
from caseextract.assembly.observations import Observation, observed
from caseextract.knowledge import Trust, trusts
from caseextract.schema import Case, Treatment
from tests.fictional import lung_record
from tests.golden import REPORTS

CASE = lung_record().cases[0]
TABLE = {
    "line_stated": (Trust((("courses", "7+"),), 0.2), Trust((("given", "said"), ("line", "1")), 0.91), Trust((), 0.6)),
    "response": (Trust((("value", "stable_disease"),), 0.8), Trust((("cue", "faint"),), 0.4), Trust((), 0.7)),
    "course": (Trust((("modality", "systemic"),), 0.88), Trust((), 0.5)),
    "histology": (Trust((), 0.93),),
}


def confidences(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], float]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in items:
        if name == "confidence" and part is not None:
            yield place, part
        yield from confidences(part, (*place, name))


def without_confidences(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_confidences(part) for name, part in value.items() if name != "confidence"}
    return [without_confidences(part) for part in value] if isinstance(value, list) else value


def test_each_value_has_the_confidence_of_the_first_row_that_fits() -> None:
    (case,) = rated([CASE], TABLE)
    drugs = [course for course in case.treatments if course.modality == "systemic"]

    assert [course.confidence for course in case.treatments] == [
        0.88 if course.modality == "systemic" else 0.5 for course in case.treatments
    ]
    assert [course.line.confidence for course in drugs] == [0.91, 0.6]
    assert [course.best_response.confidence for course in drugs if course.best_response] == [0.8, 0.4]
    assert [one.histology.confidence for one in case.diagnoses] == [0.93]
    assert [one.primary_site.confidence for one in case.diagnoses if one.primary_site] == [0.93]


def test_what_the_table_does_not_know_keeps_its_confidence() -> None:
    (case,) = rated([CASE], TABLE)

    assert case.alterations == CASE.alterations
    assert case.patient == CASE.patient
    assert rated([CASE], {}) == (CASE,)


def test_nothing_but_confidences_changes() -> None:
    (case,) = rated([CASE])

    assert without_confidences(case.model_dump(mode="json")) == without_confidences(CASE.model_dump(mode="json"))
    assert Case.model_validate(case.model_dump()) == case


def test_a_line_that_is_not_known_has_none() -> None:
    words = CASE.treatments[0].evidence
    (case,) = rated([Case(treatments=(Treatment(modality="surgery", evidence=words),))], TABLE)

    assert case.treatments == (Treatment(modality="surgery", evidence=words, confidence=0.5),)


def test_what_is_seen_of_a_line() -> None:
    number = next(i for i, course in enumerate(CASE.treatments) if course.line.stated == 2)
    features = observed(CASE, series=False)["treatments", number, "line"].features

    assert dict(features) == {
        "series": "no",
        "tumours": "1",
        "courses": "2-3",
        "modality": "systemic",
        "agents": "1",
        "matched_by": "label",
        "given": "said",
        "mentions": "1",
        "position": "last",
        "repeated": "no",
        "overlaps": "no",
        "by": "not told",
        "line": "2",
        "counted": "yes",
    }


def test_patients_of_a_series_are_seen_as_such() -> None:
    table = {"histology": (Trust((("series", "yes"),), 0.4), Trust((), 0.9))}

    assert [one.diagnoses[0].histology.confidence for one in rated([CASE, CASE], table)] == [0.4, 0.4]
    assert [one.diagnoses[0].histology.confidence for one in rated([CASE], table)] == [0.9]


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.name)
def test_every_value_of_a_record_has_one_between_nothing_and_certainty(report: Any) -> None:
    record = extract(report)
    for case in record.cases:
        found = dict(confidences(case.model_dump(mode="json")))
        places = observed(case, series=len(record.cases) > 1)
        assert set(found) == set(places)
        assert [place for place, confidence in found.items() if not 0 <= confidence <= 1] == []
    assert extract(report) == record


FEATURES = st.dictionaries(st.sampled_from(["by", "cue", "told", "courses", "value"]), st.sampled_from(["stated", "weak", "1", "7+"]))


@given(kind=st.sampled_from(sorted(trusts())), features=FEATURES)
def test_whatever_is_seen_has_a_confidence(kind: str, features: dict[str, str]) -> None:
    confidence = trusted(Observation(kind, features), trusts())

    assert confidence is not None
    assert 0 <= confidence <= 1


def test_every_kind_is_in_the_table() -> None:
    kinds = {one.kind for record in map(extract, REPORTS) for case in record.cases for one in observed(case, series=False).values()}

    assert kinds - set(trusts()) == set()
