from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from caseextract.cli import app
from caseextract.review.desk import Desk


def call(*words: object) -> str:
    answer = CliRunner().invoke(app, [str(word) for word in words])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_export_with_decisions_and_trail(run: Path, desk: Desk, tmp_path: Path) -> None:
    desk.edit("lung", "Ada", "case 1/sex", {"value": "male"})
    out, audit = tmp_path / "out", tmp_path / "audit.csv"
    assert "2 records" in call("export", run, "--curated", "-o", out, "--audit", audit)
    assert json.loads((out / "lung.json").read_text())["cases"][0]["patient"]["sex"]["value"] == "male"
    assert "Ada" in audit.read_text()
    call("export", run, "-o", out)
    assert json.loads((out / "lung.json").read_text())["cases"][0]["patient"]["sex"]["value"] == "female"


def test_report_and_plot(run: Path, tmp_path: Path) -> None:
    call("report", run / "records" / "lung.json", "-o", tmp_path / "page.html")
    assert "larotrectinib" in (tmp_path / "page.html").read_text()
    said = call("plot", run / "records" / "lung.json", "-o", tmp_path / "plots")
    assert "swimmer.svg" in said
    assert (tmp_path / "plots" / "timeline-lung.png").is_file()


@pytest.mark.parametrize("command", [["export"], ["report", "-o", "x.html"], ["plot"], ["review", "--no-browser"]])
def test_what_is_not_there_is_said(command: list[str], tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, [*command, str(tmp_path / "nowhere")])
    assert answer.exit_code == 2
    assert "no such file or folder" in answer.stderr
