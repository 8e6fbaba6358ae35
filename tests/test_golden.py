"""The samples' records, compared whole with the expected ones; their keys, and what must never be taken."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from caseextract import ArticleRecord, extract
from tests.golden import REPORTS, SAMPLES, essence, expected_file, key_file

NAMES = [path.name for path in REPORTS]


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_the_record_is_the_expected_one(report: Path) -> None:
    expected = json.loads(expected_file(report).read_text(encoding="utf-8"))
    assert essence(extract(report)) == expected, "if the change is meant: make goldens"


@pytest.mark.parametrize("report", REPORTS, ids=NAMES)
def test_the_same_bytes_twice_and_back_again(report: Path) -> None:
    record = extract(report)
    assert extract(report).to_json() == record.to_json()
    assert ArticleRecord.model_validate_json(record.to_json()) == record


def test_every_sample_has_a_key_and_every_key_a_sample() -> None:
    assert sorted(SAMPLES.glob("*.key.json")) == sorted(key_file(report) for report in REPORTS)
    assert sorted(SAMPLES.glob("*.expected.json")) == sorted(expected_file(report) for report in REPORTS)


def test_every_format_is_among_the_samples() -> None:
    assert {extract(report).source.format for report in REPORTS} == {"text", "html", "jats", "pdf"}


@pytest.fixture
def small_cell() -> dict[str, Any]:
    case: dict[str, Any]
    (case,) = essence(extract(SAMPLES / "small-cell-lung-fusion.txt"))["cases"]
    return case


def test_the_small_cell_sample_is_told_as_it_was(small_cell: dict[str, Any]) -> None:
    courses = [
        ([agent["name"] for agent in one["agents"]], one["line"]["inferred"], one.get("best_response", {}).get("value"))
        for one in small_cell["treatments"]
    ]
    assert [names for names, _, _ in courses] == [
        ["larotrectinib"],
        ["carboplatin", "etoposide", "atezolizumab"],
        ["atezolizumab"],
    ]
    assert [line for _, line, _ in courses] == [1, 2, 2]
    assert [response for _, _, response in courses[:2]] == ["progressive_disease", "partial_response"]


def test_figures_of_the_literature_are_not_taken(small_cell: dict[str, Any]) -> None:
    months = [duration["months"] for one in small_cell["treatments"] for duration in one.get("durations", [])]
    assert not {5.2, 12.3, 28.3, 11, 5.9} & set(months)


def test_a_report_without_a_tumour_gives_no_case() -> None:
    record = extract(SAMPLES / "tuberculosis-mimic.txt")
    assert record.cases == ()
    assert record.no_case_reason


def test_the_pdf_sample_is_what_its_script_makes(tmp_path: Path) -> None:
    script = tmp_path / "make_pdf.py"
    script.write_bytes((SAMPLES / "make_pdf.py").read_bytes())
    subprocess.run([sys.executable, str(script)], check=True)
    name = "colon-two-columns.pdf"
    assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()
