"""`caseextract extract` as a user meets it: where records go, what is said, how it ends."""

import json
import logging
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from caseextract import ArticleRecord
from caseextract.cli import app

TEXT = (
    "A 58-year-old woman was diagnosed with metastatic colon adenocarcinoma. A KRAS G12D mutation was found. "
    "She received FOLFOX for 6 months and achieved a partial response. "
    "Her sister had been treated with tamoxifen."
)


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=given)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "colon.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_into_a_pipe(report: Path) -> None:
    result = run(report)
    assert result.exit_code == 0
    assert result.stderr == ""
    record = ArticleRecord.model_validate_json(result.stdout)
    assert record.source.name == "colon.txt"
    assert record.cases[0].patient.age_years is not None
    assert record.cases[0].patient.age_years.value == 58


def test_several_reports_into_a_pipe_are_one_line_each(report: Path) -> None:
    result = run(report, report)
    assert [json.loads(line)["source"]["name"] for line in result.stdout.splitlines()] == ["colon.txt", "colon.txt"]


def test_standard_input() -> None:
    result = run("-", given=TEXT)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["source"]["name"] == "stdin"


def test_of_several_files_of_one_article_one_is_read_and_the_others_are_told(report: Path, tmp_path: Path) -> None:
    page = report.with_suffix(".html")
    page.write_text(f"<html><body><h1>Colon</h1><p>{TEXT}</p></body></html>", encoding="utf-8")

    result = run(tmp_path, "--json")

    assert json.loads(result.stdout)["source"]["name"] == "colon.html"
    assert result.stderr == f"caseextract: {report}: left aside for {page}, of the same article\n"
    assert result.exit_code == 0


def test_one_doi_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(f"<meta name='citation_doi' content='10.5555/X.1'><h1>Colon</h1><p>{TEXT}</p>")
    (tmp_path / "two.txt").write_text(f"A colon tumour of nobody at all\ndoi: 10.5555/x.1\nCase report\n{TEXT}")

    result = run(tmp_path / "two.txt", tmp_path / "one.html")

    assert json.loads(result.stdout)["source"]["name"] == "one.html"
    assert "two.txt: left aside" in result.stderr


def test_to_a_file(report: Path, tmp_path: Path) -> None:
    result = run(report, "-o", tmp_path / "new" / "record.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert ArticleRecord.model_validate_json((tmp_path / "new" / "record.json").read_text(encoding="utf-8")).cases


def test_a_folder_to_a_folder(report: Path, tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "lung.txt").write_text("A man had lung adenocarcinoma.", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("no report", encoding="utf-8")
    result = run(tmp_path, "--out", tmp_path / "records")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "records").iterdir()) == ["colon.json", "lung.json"]


def test_summary_tells_the_course_and_what_was_kept_out(report: Path) -> None:
    result = run("--summary", report)
    assert result.exit_code == 0
    for words in ("female, 58 years", "KRAS G12D", "fluorouracil + oxaliplatin", "partial response", "on treatment 6 mo", "Kept out", "tamoxifen"):
        assert words in result.stdout


def test_summary_of_a_report_without_a_case() -> None:
    result = run("--summary", "-", given="A bridge was built over the river in 1904.")
    assert result.exit_code == 0
    assert "No case: " in result.stdout


def test_one_that_fails_does_not_stop_the_others(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n", encoding="utf-8")
    result = run(tmp_path / "gone.txt", tmp_path / "empty.txt", report, "-o", tmp_path / "records")
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith("caseextract: ")
    assert "gone.txt: no such file" in first
    assert "empty.txt: nothing to read" in second
    assert [path.name for path in (tmp_path / "records").iterdir()] == ["colon.json"]


def test_a_surprise_is_told_without_a_traceback(
    report: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("caseextract.pipeline.extract", broken)
    with caplog.at_level(logging.DEBUG, logger="caseextract"):
        result = run(report)
    assert result.exit_code == 1
    assert "unexpected KeyError" in result.stderr
    assert "Traceback" not in result.stderr
    assert caplog.records[0].exc_info


def test_a_place_that_cannot_be_written(report: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run(report, "-o", tmp_path / "file" / "record.json")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["--json", "--summary", "colon.txt"], ["--no-such-switch"], [], ["."], ["colon.txt", "colon.txt", "-o", "records"]],
    ids=["both switches", "unknown switch", "nothing", "no reports in the folder", "same name twice"],
)
def test_wrong_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_several_reports_into_one_file_are_refused(report: Path, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_text("kept", encoding="utf-8")
    assert run(report, report, "-o", tmp_path / "record.json").exit_code == 2
    assert (tmp_path / "record.json").read_text(encoding="utf-8") == "kept"
