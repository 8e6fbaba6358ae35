from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import caseextract
from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.many import Extracted, Failed, outcomes
from caseextract.batch.tasks import Limits, Task
from caseextract.errors import BatchError, DamagedFile, FileMissing, WorkerDied
from tests.batch.runs import folder_of
from tests.batch.stand_in import ORDERS, record, report


def test_outcomes_are_records_or_typed_errors(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 2)
    (reports / "bad.txt").write_text("DAMAGED")
    (reports / "dead.txt").write_text("DIE")
    paths = [*sorted(reports.iterdir()), reports / "gone.txt"]

    found = {one.path.name: one for one in outcomes(paths, workers=2, orders=ORDERS)}

    assert found["case-001.txt"] == Extracted(reports / "case-001.txt", record(report(1), name="case-001.txt"))
    kinds = {name: type(one.error) for name, one in found.items() if isinstance(one, Failed)}
    assert kinds == {"bad.txt": DamagedFile, "dead.txt": WorkerDied, "gone.txt": FileMissing}


def test_paths_are_read_as_fast_as_articles_are_done(tmp_path: Path) -> None:
    reports = sorted(folder_of(tmp_path / "reports", 10).iterdir())
    asked = []

    def paths() -> Iterator[Path]:
        for path in reports:
            asked.append(path)
            yield path

    some = outcomes(paths(), workers=1, orders=ORDERS)
    next(some)
    some.close()  # type: ignore[attr-defined]

    assert len(asked) < 5


def test_the_public_name_runs_the_pipeline(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("A 61-year-old woman with lung adenocarcinoma.")

    (outcome,) = caseextract.extract_many([path], workers=1)

    assert isinstance(outcome, Extracted)
    assert outcome.record == caseextract.extract(path)


def test_a_worker_that_dies_idle_costs_no_article() -> None:
    with LocalEngine(workers=1, orders=ORDERS) as engine:
        engine.provenance()
        engine.workers[0]._process.kill()
        engine.workers[0]._process.wait()
        (reply,) = engine.replies([Task(number=1, article="a", name="a", source=b"text")])

    assert type(reply).__name__ == "Finished"


def test_large_contents_wait_for_an_idle_worker() -> None:
    sources = [b"HANG", *(str(number).encode() * 500_000 for number in range(4))]
    tasks = [Task(number=number, article="a", name="a", source=source) for number, source in enumerate(sources)]
    with LocalEngine(workers=2, orders=replace(ORDERS, limits=Limits(seconds=1))) as engine:
        replies = list(engine.replies(tasks))

    assert sorted(reply.number for reply in replies) == [0, 1, 2, 3, 4]
    assert replies[-1].number == 0


def test_a_worker_that_swells_is_replaced() -> None:
    tasks = [Task(number=number, article="a", name="a", source=b"text") for number in range(3)]
    with LocalEngine(workers=1, orders=replace(ORDERS, limits=Limits(growth=-(1 << 40)))) as engine:
        engine.provenance()
        before = engine.workers[0].pid
        assert [reply.number for reply in engine.replies(tasks)] == [0, 1, 2]
        assert engine.workers[0].pid != before


def test_workers_that_cannot_start_are_told() -> None:
    with (
        LocalEngine(workers=1, orders=replace(ORDERS, extractor="no.such:thing")) as engine,
        pytest.raises(BatchError, match="No module named 'no'"),
    ):
        engine.provenance()
