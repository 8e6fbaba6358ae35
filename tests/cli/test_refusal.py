"""What is wrong is one line on standard error and status 2, whatever the command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from caseextract.cli import app
from tests.fictional import lung_record

WITHOUT = "import sys; sys.modules.update(dict.fromkeys({names!r})); from caseextract.cli import main; main()"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "lung.json"
    path.write_text(lung_record().to_json(), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "words",
    [
        ["batch", "nowhere", "--out", "run"],
        ["status", "nowhere"],
        ["evaluate", "nowhere", "nowhere"],
        ["show", "nowhere.json", "--pdf", "nowhere.pdf"],
        ["review", "nowhere", "--no-browser"],
        ["export", "nowhere"],
        ["report", "nowhere.json", "-o", "page.html"],
        ["plot", "nowhere"],
        ["extract", "lung.json", "--model", "nowhere"],
        ["report", "lung.json", "-o", "no/such/folder/page.html"],
        ["export", "lung.json", "-o", "lung.json"],
        ["batch", "lung.json", "--out", "lung.json"],
    ],
    ids=" ".join,
)
def test_one_line_and_status_2(words: list[str], record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(record.parent)
    answer = CliRunner().invoke(app, words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    (line,) = answer.stderr.splitlines()
    assert line.startswith("caseextract: ")


@pytest.mark.parametrize(
    ("missing", "words", "extra"),
    [
        ("starlette", ["review", "lung.json", "--no-browser"], "review"),
        ("uvicorn", ["review", "lung.json", "--no-browser"], "review"),
        ("jinja2", ["review", "lung.json", "--no-browser"], "review"),
        ("jinja2", ["report", "lung.json", "-o", "page.html"], "review"),
        ("matplotlib", ["plot", "lung.json"], "plots"),
        ("distributed", ["batch", "lung.json", "--out", "run", "--engine", "dask"], "dask"),
    ],
)
def test_what_is_not_installed_is_said_with_its_extra(missing: str, words: list[str], extra: str, record: Path) -> None:
    answer = without(missing, words, record.parent)
    assert answer.returncode == 2
    (line,) = answer.stderr.splitlines()
    assert missing in line
    assert f"pip install 'caseextract[{extra}]'" in line


def test_a_report_does_without_pictures(record: Path) -> None:
    answer = without("matplotlib", ["report", "lung.json", "-o", "page.html"], record.parent)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "larotrectinib" in (record.parent / "page.html").read_text(encoding="utf-8")


def without(missing: str, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """The program where a module is not installed."""
    command = [sys.executable, "-c", WITHOUT.format(names=[missing]), *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
