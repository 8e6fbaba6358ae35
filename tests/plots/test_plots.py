from __future__ import annotations

from pathlib import Path

import pytest

from tests.fictional import lung_record, made_record

pytest.importorskip("matplotlib", reason="needs the extra `plots`")

from caseextract.plots import figures, save, svg, timeline
from caseextract.plots.classes import classes
from caseextract.plots.lanes import UNKNOWN, lane
from caseextract.schema import Agent, Evidence, Treatment

WORDS = Evidence(quote="x", start=0, end=1)
RECORDS = [("lung", lung_record()), *((f"made {n}", made_record(n)) for n in range(6))]


@pytest.mark.parametrize(
    ("name", "stated", "expected"),
    [
        ("carboplatin", "platinum compound", "Chemotherapy"),
        ("larotrectinib", None, "Kinase inhibitor"),
        ("nivolumab", None, "Immunotherapy"),
        ("pembrolizumab", "PD-1 inhibitor", "Immunotherapy"),
        ("bevacizumab", None, "Antibody, other targeted"),
        ("trastuzumab deruxtecan", None, "Antibody, other targeted"),
        ("irinotecan", None, "Chemotherapy"),
        ("vemurafenib", None, "Kinase inhibitor"),
        ("olaparib", None, "Antibody, other targeted"),
        ("letrozole", "aromatase inhibitor", "Hormone therapy"),
        ("tamoxifen", None, "Hormone therapy"),
        ("compound 7", None, "Other"),
    ],
)
def test_class_of_an_agent(name: str, stated: str | None, expected: str) -> None:
    course = Treatment(modality="systemic", agents=(Agent(name=name, agent_class=stated),), evidence=(WORDS,))
    assert classes(course) == (expected,)


@pytest.mark.parametrize(
    ("modality", "expected"),
    [
        ("surgery", ("Surgery, transplant, local",)),
        ("radiotherapy", ("Radiotherapy",)),
        ("chemoradiation", ("Chemotherapy", "Radiotherapy")),
        ("other", ("Other",)),
    ],
)
def test_class_of_a_course_without_agents(modality: str, expected: tuple[str, ...]) -> None:
    course = Treatment.model_validate({"modality": modality, "evidence": [WORDS.model_dump()]})
    assert classes(course) == expected


def test_lengths_are_taken_from_the_record_and_never_invented() -> None:
    radiation, chemo, targeted = lane(lung_record().cases[0], "lung").bars
    assert (radiation.known, radiation.length) == ("unknown", UNKNOWN)
    assert (chemo.known, chemo.length, chemo.line, chemo.response, chemo.progressed) == ("course", 3.0, 1, "SD", True)
    assert (targeted.known, targeted.length, targeted.open_ended, targeted.start) == ("course", 14.0, True, 5.0)


def test_a_course_goes_on_only_where_the_patient_lives_without_progression() -> None:
    case = lung_record().cases[0]
    assert lane(case, "").ongoing
    dead = case.outcome.vital_status.model_copy(update={"value": "dead"})  # type: ignore[union-attr]
    gone = case.model_copy(update={"outcome": case.outcome.model_copy(update={"vital_status": dead})})
    assert lane(gone, "").died
    assert not lane(gone, "").ongoing


def test_all_plots_are_drawn_and_are_the_same_each_time() -> None:
    plots = figures(RECORDS)
    assert [plot.name for plot in plots] == ["swimmer", "oncoprint", "tumours", "genes", "responses"]
    for plot in plots:
        once = svg(plot.draw())
        assert once == svg(plot.draw())
        assert b"<dc:date>" not in once


def test_timelines_are_named_for_files() -> None:
    names = [plot.name for plot in figures(RECORDS, timelines=True)]
    assert "timeline-made-1" in names


def test_nothing_is_drawn_of_nothing() -> None:
    assert figures([]) == ()


def test_files(tmp_path: Path) -> None:
    vector, picture = save(timeline(lung_record().cases[0]), tmp_path / "new" / "timeline.of.one")
    assert vector.name == "timeline.of.one.svg"
    assert vector.read_bytes().startswith(b"<?xml")
    assert picture.read_bytes().startswith(b"\x89PNG")
