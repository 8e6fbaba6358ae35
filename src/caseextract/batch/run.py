"""A batch from its sources to its folder: enrol every article, do what is wanted, write down each outcome, finish."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic

from caseextract.batch import files, sources
from caseextract.batch.engines import Engine
from caseextract.batch.folder import RunFolder
from caseextract.batch.ledger import Ledger, Line
from caseextract.batch.sources import Entry, Walk
from caseextract.batch.tasks import Finished, Reply, Task
from caseextract.errors import ReadError
from caseextract.settings import DEFAULT, Settings

_AT_ONCE = 1_000
_NOTE_EVERY = 1.0
"""Seconds between two notes of how far a run is."""

log = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Progress:
    """How far a batch is. `done`, `failed`, `pending` and `duplicate` count all articles of its ledger."""

    phase: str = "enrolling"
    done: int = 0
    failed: int = 0
    pending: int = 0
    duplicate: int = 0
    this_run: int = 0
    """Articles that this run brought to an end."""
    wanted: int = 0
    """Articles that this run set out to do."""
    interrupted: bool = False


Watch = Callable[[Progress], None]


def run(
    origins: Sequence[str],
    out: Path,
    engine: Engine,
    *,
    settings: Settings = DEFAULT,
    retry_failed: bool = False,
    watch: Watch = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
) -> Progress:
    """Do every article of the sources that is not done yet, and leave records, tables and ledger in `out`.

    Once `stop` says so, no further article is begun; those in hand are finished, and the next run goes on from there.
    Raises `FileMissing` before anything is begun if a source names nothing.
    """
    for origin in origins:
        sources.check(origin)
    folder = RunFolder(out)
    with folder.locked():
        folder.prepare()
        with Ledger(folder.ledger) as ledger:
            return _Batch(origins, folder, ledger, engine, settings, retry_failed, watch, stop).run()


@dataclass
class _Batch:
    origins: Sequence[str]
    folder: RunFolder
    ledger: Ledger
    engine: Engine
    settings: Settings
    retry_failed: bool
    watch: Watch
    stop: Callable[[], bool]

    def run(self) -> Progress:
        self.progress = Progress()
        self.watch(self.progress)
        self.origins = sources.spelled_out(self.origins)
        self.versions = self.engine.provenance()
        enrolled = self._enrol()
        self._count()
        self._work()
        self.progress.interrupted = self.stop() and (self.progress.pending > 0 or not enrolled)
        if not self.progress.interrupted:
            self.progress.phase = "writing tables"
            self.watch(self.progress)
            self.folder.finish(self.ledger)
        return self.progress

    def _enrol(self) -> bool:
        """Give every article a line in the ledger, so that none is lost whatever happens next; False if stopped."""
        walk = Walk(settings=self.settings)
        remaining = sources.entries(self.origins, walk)
        while not self.stop() and (number := self._enrol_some(remaining)):
            self.progress.pending += number
            self.watch(self.progress)
        with self.ledger.together():
            self.ledger.promote_orphans()
        if walk.left_aside:
            kinds = ", ".join(f"{number} {suffix or 'without'}" for suffix, number in walk.left_aside.most_common(5))
            log.info("left aside, since by their suffix they are no articles: %s", kinds)
        return not self.stop()

    def _enrol_some(self, entries: Iterator[Entry]) -> int:
        with self.ledger.together():
            stale = [self._enrol_one(entry) for entry in islice(entries, _AT_ONCE)]
        for record in filter(None, stale):
            self.folder.forget(record)
        return len(stale)

    def _enrol_one(self, entry: Entry) -> str | None:
        named = {"name": entry.name, "stem": entry.stem}
        try:
            content = entry.sha256()
        except ReadError as error:
            log.warning("%s", error)
            return self.ledger.enrol_unreadable(entry.article, **named, error=error)
        return self.ledger.enrol(
            entry.article,
            **named,
            sha256=content,
            versions=self.versions,
            retry_failed=self.retry_failed,
            kept=lambda record: self.folder.record(record).is_file(),
        )

    def _count(self) -> None:
        counts = self.ledger.counts()
        for state in ("done", "failed", "pending", "duplicate"):
            setattr(self.progress, state, counts[state])
        self.progress.wanted = self.progress.pending
        self.progress.phase = "extracting"
        self.watch(self.progress)

    def _work(self) -> None:
        run = self.ledger.run_begins(type(self.engine).__name__.removesuffix("Engine").lower())
        self.in_hand: dict[int, Line] = {}
        noted = monotonic()
        for reply in self.engine.replies(self._tasks()):
            self.progress.this_run += 1
            self.progress.pending -= 1
            with self.ledger.together():
                self._write_down(reply)
                if monotonic() - noted > _NOTE_EVERY:
                    noted = monotonic()
                    self.ledger.run_goes_on(run, self.progress.this_run)
            self.watch(self.progress)
        self.ledger.run_goes_on(run, self.progress.this_run)

    def _tasks(self) -> Iterator[Task]:
        for entry in sources.entries(self.origins, Walk(settings=self.settings, again=True)):
            if self.stop():
                return
            line = self.ledger.wanted(entry.article)
            if line is None or line.number in self.in_hand:
                continue
            try:
                source = entry.path or entry.load()
            except ReadError as error:  # it was there when it was enrolled, and is not any more
                log.warning("%s", error)
                self.ledger.enrol_unreadable(entry.article, name=entry.name, stem=entry.stem, error=error)
                continue
            self.in_hand[line.number] = line
            target = self.folder.record(line.record)
            yield Task(number=line.number, article=line.record, name=line.name, source=source, target=target)

    def _write_down(self, reply: Reply) -> None:
        line = self.in_hand.pop(reply.number)
        if isinstance(reply, Finished):
            if reply.record is not None:
                files.write(self.folder.record(line.record), reply.record)
            if line.traceback:
                (self.folder.path / line.traceback).unlink(missing_ok=True)
            self.ledger.done(line, reply, self.versions)
            self.progress.done += 1
            return
        self.folder.forget(line.record)
        traceback = self.folder.keep_traceback(line.record, reply.traceback)
        self.ledger.failed(reply, self.versions, traceback=traceback)
        self.progress.failed += 1
        log.warning("%s: %s (%s, in %s)", line.article, reply.message, reply.code, reply.stage)
