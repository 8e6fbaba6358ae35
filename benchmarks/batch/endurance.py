"""A batch killed twice at random moments must end with the very files of an undisturbed one.

    python benchmarks/batch/endurance.py TEXTS [--articles 2000] [--seed 1] [--engine local]

Takes all texts of the folder, so many made ones, and damaged files among them.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made import damage, repeat

from caseextract.batch.ledger import FILE, Ledger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="local")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = repeat(options.texts, Path(place, "made"), options.articles)
        damage(folder)
        sources = [str(options.texts), str(folder)]
        calm, rough = Path(place, "calm"), Path(place, "rough")
        began = time.monotonic()
        status = batch(sources, calm).wait()
        took = time.monotonic() - began
        print(f"undisturbed: exit status {status}, {took:.0f} s, {counts(calm)}")
        moments = random.Random(options.seed)
        for _ in range(2):
            interrupt(sources, rough, moments.uniform(0.15, 0.45) * took, options.engine)
        status = batch(sources, rough, options.engine).wait()
        print(f"resumed to the end: exit status {status}, {counts(rough)}")
        same = made_by(calm) == made_by(rough)
        print("the same files, byte by byte" if same else "THE FILES DIFFER")
        sys.exit(not same)


def batch(sources: list[str], out: Path, engine: str = "local") -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "caseextract", "batch", *sources, "--out", str(out), "--engine", engine]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def interrupt(sources: list[str], out: Path, after: float, engine: str) -> None:
    """SIGKILL so many seconds after the ledger is there; what was reported as done must be there."""
    running = batch(sources, out, engine)
    while not (out / FILE).is_file() and running.poll() is None:
        time.sleep(0.01)
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    running.wait()
    with Ledger(out / FILE, read_only=True) as ledger:
        lost = [line.record for line in ledger.lines("done") if not (out / f"records/{line.record}.json").is_file()]
    print(f"killed after {after:.1f} s: {counts(out)}, lost: {lost or 'nothing'}")


def counts(out: Path) -> str:
    with Ledger(out / FILE, read_only=True) as ledger:
        return ", ".join(f"{number} {state}" for state, number in sorted(ledger.counts().items()))


def made_by(out: Path) -> dict[str, bytes]:
    paths = [out / "records.jsonl", *(out / "records").rglob("*"), *(out / "tables").rglob("*")]
    return {os.fsdecode(path.relative_to(out)): path.read_bytes() for path in paths if path.is_file()}


if __name__ == "__main__":
    main()
