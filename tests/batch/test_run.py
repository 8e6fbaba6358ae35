from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.folder import RunFolder
from caseextract.batch.ledger import FILE, Ledger
from caseextract.batch.run import Progress, run
from caseextract.batch.tasks import Limits
from caseextract.errors import BatchError, FileMissing
from caseextract.schema import ArticleRecord
from tests.batch.runs import folder_of, lines, made, run_local
from tests.batch.stand_in import ORDERS, record, report

ROOT = Path(__file__).parents[2]


def test_every_article_has_its_record(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 3)

    progress = run_local(reports, out=tmp_path / "run")

    assert (progress.done, progress.failed, progress.pending, progress.interrupted) == (3, 0, 0, False)
    for number in range(3):
        found = ArticleRecord.model_validate_json((tmp_path / f"run/records/case-{number:03}.json").read_bytes())
        assert found == record(report(number), name=f"case-{number:03}.txt")
    collected = (tmp_path / "run/records.jsonl").read_text().splitlines()
    assert [json.loads(line)["source"]["name"] for line in collected] == [
        "case-000.txt",
        "case-001.txt",
        "case-002.txt",
    ]


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 12)
    (reports / "bad.txt").write_text("STUMBLE")

    run_local(reports, out=tmp_path / "one", workers=1)
    run_local(reports, out=tmp_path / "three", workers=3)

    assert made(tmp_path / "one") == made(tmp_path / "three")


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    run_local(folder_of(tmp_path / "reports", 2), out=tmp_path / "run")

    assert not list((tmp_path / "run").rglob(".partial"))


TROUBLE = {
    "HANG": ("timeout", "took longer than 2 seconds; allow more with --seconds"),
    "DIE": ("worker_died", "its worker was ended by SIGKILL; the system may have run out of memory: use fewer workers"),
    "LEAVE": ("worker_died", "its worker ended with status 3"),
    "CRASH": ("worker_died", "its worker was ended by SIGSEGV"),
    "EAT": ("memory", "needed more than 200 MB; allow more with --memory if the machine has it"),
    "NIBBLE": ("memory", "needed more than 200 MB; allow more with --memory if the machine has it"),
    "DAMAGED": ("damaged", "the file ends too early"),
    "STUMBLE": ("unexpected", "something unforeseen"),
}


def test_trouble_stays_with_its_article(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 6)
    for order in TROUBLE:
        (reports / f"{order}.txt").write_text(order)

    progress = run_local(reports, out=tmp_path / "run", workers=2, limits=Limits(seconds=2, memory=200 << 20))

    assert (progress.done, progress.failed) == (6, len(TROUBLE))
    ledger = lines(tmp_path / "run")
    failed = {line.name: (line.error, line.message) for line in ledger.values() if line.state == "failed"}
    assert failed == {f"{order}.txt": told for order, told in TROUBLE.items()}
    traces = {name: (tmp_path / "run" / str(ledger[f"{name}.txt"].traceback)) for name in ("HANG", "CRASH", "STUMBLE")}
    assert all("stand_in.py" in trace.read_text() for trace in traces.values())
    assert {path.stem for path in (tmp_path / "run/records").iterdir()} == {f"case-00{n}" for n in range(6)}


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 3)
    (reports / "bad.txt").write_text("STUMBLE")
    run_local(reports, out=tmp_path / "run")
    (reports / "new.txt").write_text(report(100))
    (reports / "case-001.txt").write_text(report(101))

    again = run_local(reports, out=tmp_path / "run")

    assert (again.this_run, again.done, again.failed) == (2, 4, 1)
    assert "Report 101" in (tmp_path / "run/records/case-001.json").read_text()
    run_local(reports, out=tmp_path / "fresh")
    assert made(tmp_path / "run").keys() == made(tmp_path / "fresh").keys()


def test_what_failed_is_tried_again_when_asked(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 2)
    flag = tmp_path / "flag"
    (reports / "bad.txt").write_text(f"ONCE {flag}")
    flag.touch()
    (reports / "worse.txt").write_text("STUMBLE")
    run_local(reports, out=tmp_path / "run")

    again = run_local(reports, out=tmp_path / "run", retry_failed=True)

    assert (again.this_run, again.done, again.failed) == (1, 3, 1)


def test_other_knowledge_does_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = folder_of(tmp_path / "reports", 2)
    run_local(reports, out=tmp_path / "run")
    monkeypatch.setenv("KNOWLEDGE", "newer")

    again = run_local(reports, out=tmp_path / "run")

    assert again.this_run == 2
    assert {line.knowledge for line in lines(tmp_path / "run").values()} == {"newer/1"}


def test_the_same_contents_are_done_once(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 2)
    (reports / "copy.txt").write_text(report(0))
    (reports / "zcopy.txt").write_text(report(0))

    progress = run_local(reports, reports, out=tmp_path / "run")

    assert (progress.done, progress.duplicate) == (2, 2)
    assert {path.name for path in (tmp_path / "run/records").iterdir()} == {"case-000.json", "case-001.json"}


def test_a_duplicate_whose_original_changes_is_an_article(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 1)
    (reports / "copy.txt").write_text(report(0))
    run_local(reports, out=tmp_path / "run")
    (reports / "case-000.txt").write_text(report(7))

    again = run_local(reports, out=tmp_path / "run")

    assert (again.this_run, again.done, again.duplicate) == (2, 2, 0)


def test_a_record_that_was_removed_is_made_again(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 3)
    run_local(reports, out=tmp_path / "run")
    before = made(tmp_path / "run")
    (tmp_path / "run/records/case-001.json").unlink()

    again = run_local(reports, out=tmp_path / "run")

    assert again.this_run == 1
    assert made(tmp_path / "run") == before


def test_a_batch_stopped_while_enrolling_is_interrupted(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 3)

    with LocalEngine(workers=1, orders=ORDERS) as engine:
        progress = run([str(reports)], tmp_path / "run", engine, stop=lambda: True)

    assert progress.interrupted
    assert run_local(reports, out=tmp_path / "run").done == 3


def test_archives_give_what_their_folders_give(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 5)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zipped, tarfile.open(tmp_path / "b.tar.gz", "w:gz") as tarred:
        for path in sorted(reports.iterdir()):
            zipped.write(path, path.name)
            tarred.add(path, path.name)
    rows = [json.dumps({"id": path.name, "text": path.read_text()}) for path in sorted(reports.iterdir())]
    (tmp_path / "c.jsonl").write_text("\n".join(rows))
    (tmp_path / "d.zip").write_bytes(b"PK no archive")

    run_local(reports, out=tmp_path / "folder")

    for name in ("a.zip", "b.tar.gz"):
        run_local(tmp_path / name, out=tmp_path / f"of-{name}", workers=2)
        assert made(tmp_path / f"of-{name}") == made(tmp_path / "folder")
    lines_of_c = run_local(tmp_path / "c.jsonl", tmp_path / "d.zip", out=tmp_path / "of-c")
    assert (lines_of_c.done, lines_of_c.failed) == (5, 1)
    assert run_local(tmp_path / "d.zip", out=tmp_path / "of-c").failed == 1
    assert run_local(reports, tmp_path / "a.zip", out=tmp_path / "both").duplicate == 5


def test_a_record_whose_article_fails_now_is_gone(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 2)
    run_local(reports, out=tmp_path / "run")
    (reports / "case-000.txt").write_text("STUMBLE")

    run_local(reports, out=tmp_path / "run")

    assert [path.name for path in (tmp_path / "run/records").iterdir()] == ["case-001.json"]
    assert (tmp_path / "run/records.jsonl").read_bytes().count(b"\n") == 1


def test_a_source_that_is_nowhere_is_told_before_the_start(tmp_path: Path) -> None:
    with LocalEngine(workers=1, orders=ORDERS) as engine, pytest.raises(FileMissing):
        run([str(tmp_path / "no*where")], tmp_path / "run", engine)

    assert not (tmp_path / "run").exists()


def test_a_second_batch_keeps_out(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 1)

    with RunFolder(tmp_path / "run").locked(), pytest.raises(BatchError, match="another batch"):
        run_local(reports, out=tmp_path / "run")


def test_a_stopped_batch_finishes_what_is_in_hand(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 20)
    seen: list[Progress] = []

    with LocalEngine(workers=2, orders=ORDERS) as engine:
        progress = run(
            [str(reports)],
            tmp_path / "run",
            engine,
            watch=seen.append,
            stop=lambda: bool(seen) and seen[-1].this_run >= 3,
        )

    assert progress.interrupted
    assert 3 <= progress.done <= 10
    assert progress.done + progress.pending == 20
    assert len(list((tmp_path / "run/records").glob("*.json"))) == progress.done
    run_local(reports, out=tmp_path / "run")
    run_local(reports, out=tmp_path / "calm")
    assert made(tmp_path / "run") == made(tmp_path / "calm")


def test_killed_twice_it_ends_with_the_records_of_a_calm_run(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 40)
    for number in range(40):
        (reports / f"wait-{number:03}.txt").write_text(f"WAIT {report(number)}")
    (reports / "bad.txt").write_text("STUMBLE")
    out = tmp_path / "run"
    moments = random.Random(7)

    for least in (1, 25):
        reported = _killed(reports, out, least=least + moments.randrange(20))
        assert reported <= {path.name for path in (out / "records").iterdir()}
        for path in (out / "records").glob("*.json"):
            ArticleRecord.model_validate_json(path.read_bytes())
    run_local(reports, out=out, workers=2)

    run_local(reports, out=tmp_path / "calm", workers=1)
    assert made(out) == made(tmp_path / "calm")
    assert not list(out.rglob(".partial"))


def _killed(reports: Path, out: Path, *, least: int) -> set[str]:
    """Kill a batch once so many articles are done; returns the record files of what it had reported as done."""
    command = [sys.executable, "-m", "tests.batch.runs", "2", str(out), str(reports)]
    batch = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        while batch.poll() is None and _done(out) < least:
            time.sleep(0.01)
    finally:
        batch.send_signal(signal.SIGKILL)
        batch.wait()
    assert batch.returncode == -signal.SIGKILL
    return {f"{line.record}.json" for line in lines(out).values() if line.state == "done"}


def _done(out: Path) -> int:
    return len(list((out / "records").glob("*.json")))


def test_a_ledger_of_another_format_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    database = sqlite3.connect(tmp_path / FILE)
    database.execute("PRAGMA user_version = 99")
    database.close()

    with pytest.raises(BatchError, match="use a new folder"):
        Ledger(tmp_path / FILE)
