from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from caseextract.batch.run import run
from caseextract.batch.tasks import Limits
from tests.batch.runs import folder_of, lines, made, run_local
from tests.batch.stand_in import ORDERS, report

pytest.importorskip("distributed", reason="the extra dask is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # dask and tornado warn of each other

from caseextract.batch.engines.dask import DaskEngine  # noqa: E402


def test_a_cluster_that_loses_a_node_ends_with_the_records_of_one_machine(tmp_path: Path) -> None:
    reports = folder_of(tmp_path / "reports", 12)
    for number in range(20):
        (reports / f"wait-{number:03}.txt").write_text(f"WAIT {report(number)}")
    (reports / "dead.txt").write_text("DIE")
    (reports / "hang.txt").write_text("HANG")
    (reports / "bad.txt").write_text("DAMAGED")
    orders = replace(ORDERS, limits=Limits(seconds=2))
    killed: list[int] = []

    with DaskEngine(workers=3, orders=orders) as engine:
        nodes = engine._client.run(os.getpid)

        def kill(progress: object) -> None:
            if getattr(progress, "this_run", 0) == 8 and not killed:
                killed.append(next(iter(nodes.values())))
                os.kill(killed[0], signal.SIGKILL)

        progress = run([str(reports)], tmp_path / "cluster", engine, watch=kill)

    assert killed
    assert (progress.done, progress.failed, progress.pending) == (32, 3, 0)
    told = {line.name: line.error for line in lines(tmp_path / "cluster").values() if line.state == "failed"}
    assert told == {"dead.txt": "worker_died", "hang.txt": "timeout", "bad.txt": "damaged"}
    run_local(reports, out=tmp_path / "local", limits=orders.limits)
    assert made(tmp_path / "cluster") == made(tmp_path / "local")
    assert threading.active_count() < 50


def test_an_existing_cluster_is_used_and_left_running(tmp_path: Path) -> None:
    from distributed import LocalCluster

    reports = folder_of(tmp_path / "reports", 3)
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        with DaskEngine(address=cluster.scheduler_address, orders=ORDERS) as engine:
            progress = run([str(reports)], tmp_path / "run", engine)
        assert len(cluster.scheduler_info["workers"]) == 1

    assert (progress.done, progress.failed) == (3, 0)
