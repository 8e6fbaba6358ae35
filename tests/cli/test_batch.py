from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from caseextract.cli import app
from caseextract.cli.batch import _stopped
from caseextract.review.articles import Articles
from caseextract.review.decisions import Decisions
from caseextract.review.desk import Desk

RUNNER = CliRunner()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "one.txt").write_text("A 61-year-old woman with lung adenocarcinoma received gefitinib.")
    (folder / "two.txt").write_text("A 50-year-old man with gastric adenocarcinoma received cisplatin.")
    return folder


def test_a_batch_with_a_bad_article_ends_with_1_and_status_says_why(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    out = tmp_path / "run"

    done = RUNNER.invoke(app, ["batch", str(reports), "--out", str(out)])
    assert (done.exit_code, done.stdout) == (0, f"2 done, 0 failed, 0 to do: {out}\n")
    again = RUNNER.invoke(app, ["batch", str(reports), str(tmp_path / "empty.txt"), "-o", str(out), "--workers", "1"])
    assert again.exit_code == 1
    assert again.stdout.splitlines()[0] == f"2 done, 1 failed, 0 to do: {out}"

    shown = RUNNER.invoke(app, ["status", str(out), "--failures"])
    assert shown.exit_code == 0
    assert "empty" in shown.stdout
    told = json.loads(RUNNER.invoke(app, ["status", str(out), "--json"]).stdout)
    assert told["articles"] == {"done": 2, "failed": 1, "pending": 0, "duplicate": 0}
    assert [one["error"] for one in told["failed"]] == ["empty"]
    assert [one["articles"] for one in told["runs"]] == [2, 1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["batch", "no/such/folder", "--out", "run"],
        ["batch", "--out", "run"],
        ["batch", ".", "--out", "run", "--address", "tcp://here:1"],
        ["batch", ".", "--out", "run", "--engine", "abacus"],
        ["status", "no/such/run"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert RUNNER.invoke(app, arguments).exit_code == 2
    assert not (tmp_path / "run").exists()


def test_the_first_interrupt_asks_and_the_second_ends() -> None:
    with _stopped() as stop:
        assert not stop()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.parametrize("command", ["batch", "status", "evaluate"])
def test_help_ends_in_an_example(command: str) -> None:
    shown = RUNNER.invoke(app, [command, "--help"], env={"TERM": "dumb", "COLUMNS": "100"})

    assert shown.exit_code == 0
    assert f"Example: caseextract {command}" in " ".join(shown.stdout.split())


def test_status_tells_the_share_accepted_unedited(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    RUNNER.invoke(app, ["batch", str(reports), "--out", str(out)])
    assert json.loads(RUNNER.invoke(app, ["status", str(out), "--json"]).stdout)["curated"] == []
    assert not (out / "decisions.sqlite").exists()
    articles = Articles(out)
    desk = Desk(articles, Decisions(articles.decisions_path))
    for name in ("one", "two"):
        desk.accept(name, "Ada", "case 1/age_years")
        desk.accept(name, "Ada", "case 1/sex")
    desk.edit("two", "Ada", "case 1/age_years", {"value": "51"})

    told = json.loads(RUNNER.invoke(app, ["status", str(out), "--json"]).stdout)["curated"]
    assert [(one["field"], one["accepted"], one["edited"], one["unedited"]) for one in told] == [
        ("age_years", 1, 1, 0.5),
        ("sex", 2, 0, 1.0),
        ("all", 3, 1, 0.75),
    ]
    shown = RUNNER.invoke(app, ["status", str(out)], env={"COLUMNS": "100"}).stdout
    assert "Accepted unedited" in shown
    assert ["all", "75%", "3", "1", "0", "0"] in [line.split() for line in shown.splitlines()]
