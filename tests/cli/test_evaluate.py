from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from caseextract.cli import app
from tests.evaluation.test_comparison import KEY

RUNNER = CliRunner()


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str]:
    keys, records = tmp_path / "keys", tmp_path / "run/records"
    keys.mkdir()
    records.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (keys / f"{name}.gold.json").write_text(json.dumps({"cases": [KEY]}))
        (records / f"{name}.json").write_text(json.dumps({"cases": [KEY]}))
    (records / "b.json").write_text(json.dumps({"cases": [KEY | {"diagnoses": []}]}))
    (records / "c.json").unlink()
    return str(keys), str(tmp_path / "run")


def test_the_table_and_its_headline(folders: tuple[str, str]) -> None:
    shown = RUNNER.invoke(app, ["evaluate", *folders])

    assert shown.exit_code == 0
    rows = [line.split() for line in shown.stdout.splitlines()]
    assert [row[:4] for row in rows if row[:1] == ["histology"]] == [["histology", "1.000", "0.333", "0.500"]]
    assert "headline" in shown.stdout
    assert "3 articles, 1 without a readable record" in shown.stdout


def test_json_with_errors_of_one_field(folders: tuple[str, str]) -> None:
    told = json.loads(RUNNER.invoke(app, ["evaluate", *folders, "--json", "--errors", "--field", "stage"]).stdout)

    assert (told["documents"], told["missing"]) == (3, 1)
    assert told["fields"]["stage"]["recall"] == pytest.approx(1 / 3, abs=1e-4)
    assert told["errors"] == [
        {"article": name, "field": "stage", "mistake": "missed", "what": "IV"} for name in ("b", "c")
    ]


def test_errors_are_rows(folders: tuple[str, str]) -> None:
    shown = RUNNER.invoke(app, ["evaluate", *folders, "--errors"])

    assert "b\thistology\tmissed\tlung adenocarcinoma" in shown.stdout.splitlines()


def test_reliability_of_confidences(folders: tuple[str, str]) -> None:
    rated = KEY | {"patient": {"age_years": {"value": KEY["patient"]["age_years"], "confidence": 0.87}}}
    (Path(folders[1]) / "records/a.json").write_text(json.dumps({"cases": [rated]}))
    shown = RUNNER.invoke(app, ["evaluate", *folders, "--reliability"])
    told = json.loads(RUNNER.invoke(app, ["evaluate", *folders, "--reliability", "--json"]).stdout)["reliability"]

    assert ["age", "0.870", "1.000", "1"] in [line.split() for line in shown.stdout.splitlines()]
    assert "expected calibration error: 0.130, 1 values" in shown.stdout
    assert (told["values"], told["expected_calibration_error"]) == (1, 0.13)
    assert told["bands"] == {"0.8–0.9": {"n": 1, "promised": 0.87, "right": 1.0}}


def test_wrong_usage(folders: tuple[str, str], tmp_path: Path) -> None:
    assert RUNNER.invoke(app, ["evaluate", str(tmp_path / "nowhere"), folders[1]]).exit_code == 2
    assert RUNNER.invoke(app, ["evaluate", *folders, "--errors", "--field", "colour"]).exit_code == 2
    (Path(folders[0]) / "a.gold.json").write_text('{"cases": [{"treatments": 3}]}')
    wrong = RUNNER.invoke(app, ["evaluate", *folders])
    assert wrong.exit_code == 2
    assert "a.gold.json: cases.0.treatments" in wrong.stderr
