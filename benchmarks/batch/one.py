"""One batch in a process of its own, and what it took: `one.py FOLDER OUT WORKERS` prints JSON."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

from caseextract.batch import memory
from caseextract.batch.engines.local import LocalEngine
from caseextract.batch.ledger import FILE, Ledger
from caseextract.batch.run import Progress, run


def main() -> None:
    folder, out, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    phases: dict[str, float] = {}
    started = perf_counter()

    parent: dict[str, float] = {}

    def watch(progress: Progress) -> None:
        phases.setdefault(progress.phase, perf_counter() - started)
        parent.setdefault(progress.phase, memory.resident() / 2**20)

    with LocalEngine(workers=workers) as engine:
        progress = run([folder], out, engine, watch=watch)
        # all workers are up: what follows is not charged for their start
        ended = perf_counter() - started
        loaded = max(worker.ready.memory for worker in engine.workers if worker.ready)
    with Ledger(out / FILE, read_only=True) as ledger:
        worked = ledger.totals()["seconds"]
        largest = max(line.memory or 0 for line in ledger.lines("done"))
    articles = progress.this_run
    extracting = phases["writing tables"] - phases["extracting"]
    print(
        json.dumps(
            {
                "articles": articles,
                "workers": workers,
                "start": phases["extracting"],
                "extracting": extracting,
                "tables": ended - phases["writing tables"],
                "total": ended,
                "per_second": articles / extracting,
                "ms_per_article": 1000 * ended / articles,
                "busy": worked / (extracting * workers),
                "parent_at_start_mb": parent["extracting"],
                "parent_at_end_mb": parent["writing tables"],
                "parent_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "worker_loaded_mb": loaded / 2**20,
                "worker_largest_mb": largest / 2**20,
            }
        )
    )


if __name__ == "__main__":
    main()
