"""Processes of this machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from time import monotonic
from types import TracebackType

import caseextract
from caseextract.batch.blame import stage_in_dump
from caseextract.batch.tasks import Broken, Orders, Ready, Reply, Task
from caseextract.errors import ArticleTimeout, BatchError, WorkerDied
from caseextract.schema import Provenance

_GRACE = 10.0
"""Seconds after the limit in which a hanging worker may end itself, which leaves a traceback."""
_LOADING = 600.0
_KEPT = 20_000
_NOBODY = -1
_FITS = 32_768
_AHEAD = 2
"""Articles given to a worker at a time: one in hand and one that it finds at once when that is done."""
_HOME = str(Path(caseextract.__file__).parents[1])


class Worker:
    """One process and the article that it has in hand."""

    def __init__(self, orders: Orders) -> None:
        ours, theirs = Pipe()
        self.connection: Connection = ours
        self.orders = orders
        self.tasks: deque[Task] = deque()
        """What it was given and has not answered; the first is in hand, the others wait in the pipe."""
        self.ready: Ready | None = None
        self._since = monotonic()
        self._trace = tempfile.TemporaryFile(mode="w+b", buffering=0)  # noqa: SIM115 - closed with the worker
        trace = self._trace.fileno()
        # a session of its own: Ctrl-C in the terminal is for the batch, which lets its workers finish
        self._process = subprocess.Popen(
            # -P: a file of the user's called json.py must not be taken for the library's
            [sys.executable, "-P", "-m", "caseextract.batch.worker", str(theirs.fileno()), str(trace)],
            stdin=subprocess.DEVNULL,
            stdout=self._trace,
            stderr=self._trace,
            pass_fds=(theirs.fileno(), trace),
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))},
        )
        theirs.close()
        self.connection.send((orders, list(sys.path)))

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def deadline(self) -> float:
        """When the worker is ended from outside, on the clock of `time.monotonic`."""
        return self._since + (self.orders.limits.seconds + _GRACE if self.ready else _LOADING)

    def give(self, task: Task) -> None:
        """Hand over an article; raises `OSError` if the process is gone."""
        self.connection.send(task)
        if not self.tasks:
            self._since = monotonic()
        self.tasks.append(task)

    def take(self) -> Ready | Reply:
        """What the worker has to say, or what its end says of the article in hand."""
        try:
            said: Ready | Reply = self.connection.recv()
        except (EOFError, OSError):
            return self.end()
        self._since = monotonic()
        if isinstance(said, Ready):
            self.ready = said
        else:
            self.tasks.popleft()
        return said

    def end(self) -> Broken:
        """Make sure that the process is gone, and say why the article in hand did not come to its end."""
        late = monotonic() >= self.deadline
        if late:
            self._process.kill()
        code = self._process.wait()
        dump = self._dump()
        if self.ready is None:
            raise BatchError(f"a worker could not start (exit status {code}): {dump.strip()[-2000:]}")
        timeout = late or dump.startswith("Timeout (")
        limit = self.orders.limits.seconds
        number = self.tasks.popleft().number if self.tasks else _NOBODY
        error = ArticleTimeout if timeout else WorkerDied
        message = f"took longer than {limit:g} seconds; allow more with --seconds" if timeout else _last_words(code)
        return Broken(
            number=number,
            code=error.code,
            kind=error.__name__,
            message=message,
            stage=stage_in_dump(dump),
            traceback=dump,
            seconds=monotonic() - self._since,
            spent=True,
        )

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        self.connection.close()
        self._trace.close()

    def _dump(self) -> str:
        size = os.fstat(self._trace.fileno()).st_size
        return os.pread(self._trace.fileno(), _KEPT, max(size - _KEPT, 0)).decode("utf-8", "replace")


def _last_words(code: int) -> str:
    if code >= 0:
        return f"its worker ended with status {code}"
    name = signal.Signals(-code).name
    hint = "; the system may have run out of memory: use fewer workers" if name == "SIGKILL" else ""
    return f"its worker was ended by {name}{hint}"


def _light(task: Task) -> bool:
    """Whether a task fits into a pipe that nobody reads: else the batch would wait for its worker."""
    return isinstance(task.source, Path) or len(task.source) < _FITS


class LocalEngine:
    """A pool of processes, each with its own articles in hand; those that die, hang or swell are replaced."""

    def __init__(self, *, workers: int, orders: Orders | None = None) -> None:
        if workers < 1:
            raise ValueError("a batch needs at least one worker")
        if sys.platform == "win32":
            raise BatchError("workers need Linux or macOS; on Windows run caseextract inside WSL")
        self.orders = orders or Orders()
        self.workers: list[Worker] = []
        self._size = workers
        self._returned: deque[Task] = deque()

    def __enter__(self) -> LocalEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start all workers; they load while the caller goes on."""
        while len(self.workers) < self._size:
            self.workers.append(Worker(self.orders))

    def provenance(self) -> Provenance:
        """The versions that the workers run; waits for the first of them."""
        self.start()
        while True:
            for worker in self.workers:
                if worker.ready:
                    return worker.ready.provenance
            for _ in self._heard():
                ...

    def replies(self, tasks: Iterable[Task]) -> Iterator[Reply]:
        """One reply for each task, as they come."""
        self.start()
        waiting = iter(tasks)
        more = self._hand_out(waiting)
        while more or self._returned or any(worker.tasks for worker in self.workers):
            heard = list(self._heard())
            # the next articles are handed out before the batch writes these down: no worker waits for the disk
            more = self._hand_out(waiting)
            yield from heard

    def close(self) -> None:
        """End all workers at once."""
        for worker in self.workers:
            worker.close()
        self.workers.clear()

    def _hand_out(self, tasks: Iterator[Task]) -> bool:
        """Give every worker its share, the idle ones first; False when there are no more articles."""
        for share in range(1, _AHEAD + 1):
            for worker in list(self.workers):
                if worker.ready and len(worker.tasks) < share:
                    task = self._returned.popleft() if self._returned else next(tasks, None)
                    if task is None:
                        return False
                    if worker.tasks and not _light(task):
                        self._returned.appendleft(task)
                        return True
                    self._give(worker, task)
        return True

    def _give(self, worker: Worker, task: Task) -> None:
        try:
            worker.give(task)
        except OSError:
            # it is gone; the article that it had in hand, if any, is told when its pipe is read
            self._returned.append(task)
            if not worker.tasks:
                self._replace(worker)

    def _heard(self) -> Iterator[Reply]:
        """Wait until some worker says something or is overdue; replace those that are not fit to go on."""
        listening = [worker for worker in self.workers if worker.tasks or not worker.ready]
        patience = max(min(worker.deadline for worker in listening) - monotonic(), 0)
        speaking = wait([worker.connection for worker in listening], timeout=patience)
        for worker in listening:
            if worker.connection in speaking:
                said = worker.take()
            elif monotonic() >= worker.deadline:
                said = worker.end()
            else:
                continue
            if isinstance(said, Ready):
                continue
            if self._spent(worker, said):
                self._replace(worker)
            yield said

    def _spent(self, worker: Worker, said: Reply) -> bool:
        if isinstance(said, Broken):
            return said.spent
        assert worker.ready is not None
        return said.memory - worker.ready.memory > self.orders.limits.growth

    def _replace(self, worker: Worker) -> Worker:
        worker.close()
        self._returned.extend(worker.tasks)
        fresh = Worker(self.orders)
        self.workers[self.workers.index(worker)] = fresh
        return fresh
