"""A dask.distributed cluster: embedded, or one that is already there. Needs the extra `dask`.

What an article does wrong is found and told by a worker process on its node, as on one machine; what happens to a node
is dask's affair: its tasks go to other nodes, and only an article that outlives several nodes is given up.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.tasks import Broken, Orders, Reply, Task
from caseextract.errors import MissingExtra, ReadError, WorkerDied
from caseextract.schema import Provenance

_AHEAD = 2
"""Articles sent to the cluster for each of its threads: one in hand and one on its way."""
_here = threading.local()


class DaskEngine:
    """Articles as dask tasks; their contents travel with them, so that nodes need no common file system."""

    def __init__(self, *, workers: int = 1, address: str | None = None, orders: Orders | None = None) -> None:
        try:
            import distributed
        except ImportError as error:
            raise MissingExtra("this engine needs dask.distributed: pip install 'caseextract[dask]'") from error
        self.orders = orders or Orders()
        self._distributed = distributed
        self._cluster: Any = None
        if address is None:
            self._cluster = distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="ERROR"
            )
        self._client: Any = distributed.Client(self._cluster or address)

    def __enter__(self) -> DaskEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def provenance(self) -> Provenance:
        """The versions that the cluster runs, told by one of its nodes."""
        told: Provenance = self._client.submit(_provenance, self.orders, pure=False).result()
        return told

    def replies(self, tasks: Iterable[Task]) -> Iterator[Reply]:
        """One reply for each task, as they come."""
        waiting = iter(tasks)
        numbers: dict[Any, int] = {}
        running = self._distributed.as_completed()
        while self._fill(running, waiting, numbers):
            future = next(running)
            number = numbers.pop(future)
            try:
                reply: Reply = future.result()
            except self._distributed.KilledWorker as error:
                reply = _given_up(number, str(error))
            future.release()
            yield reply

    def close(self) -> None:
        """Leave the cluster; an embedded one ends with it."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _fill(self, running: Any, waiting: Iterator[Task], numbers: dict[Any, int]) -> int:
        """Send tasks until every thread of the cluster has its share; returns how many are under way."""
        # nodes come and go: the size is asked for each time, and is never taken for nothing
        room = max(sum(self._client.nthreads().values()), 1) * _AHEAD
        while len(numbers) < room and (task := next(waiting, None)) is not None:
            packed, problem = _packed(task)
            if packed is None:
                future = self._client.submit(_told, problem, pure=False)
            else:
                future = self._client.submit(_perform, packed, self.orders, pure=False, retries=1)
            numbers[future] = task.number
            running.add(future)
        return len(numbers)


def _packed(task: Task) -> tuple[Task | None, Broken | None]:
    """The task with its contents inside it, or what keeps them from being read."""
    if isinstance(task.source, Path):
        try:
            content = task.source.read_bytes()
        except OSError as error:
            told = ReadError(f"{task.source}: {error.strerror}")
            return None, Broken(
                number=task.number, code=told.code, kind=type(told).__name__, message=str(told), stage="sources"
            )
        return replace(task, source=content, target=None), None
    return replace(task, target=None), None


def _told(problem: Broken) -> Broken:
    return problem


def _perform(task: Task, orders: Orders) -> Reply:
    """Runs on a node: does one article in the worker process that belongs to this thread."""
    return next(_pool(orders).replies([task]))


def _provenance(orders: Orders) -> Provenance:
    return _pool(orders).provenance()


def _pool(orders: Orders) -> LocalEngine:
    pool: LocalEngine | None = getattr(_here, "pool", None)
    if pool is None or pool.orders != orders:
        if pool is not None:
            pool.close()
        pool = _here.pool = LocalEngine(workers=1, orders=orders)
    return pool


def _given_up(number: int, message: str) -> Broken:
    return Broken(
        number=number,
        code=WorkerDied.code,
        kind=WorkerDied.__name__,
        message=f"several nodes went down with it: {message}",
        stage="batch",
    )
