"""CPU time of the reader against pypdfium2's raw text and pdfplumber, file by file in turn in one process.

    python benchmarks/readers/alternating.py FOLDER [--rounds N] [--slow-every N]

FOLDER holds PDFs (subfolders are searched). Turn about, and CPU time instead of the clock, so that other programs on the
machine weigh on all alike; pdfplumber, which is slow, reads every Nth file, and is compared with the reader on these.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from speed import ours, pdfplumber, pypdfium2


def seconds(read: Callable[[Path], int], path: Path) -> float:
    start = time.process_time()
    read(path)
    return time.process_time() - start


def told(name: str, ratios: list[float]) -> None:
    print(f"{name:34} median {statistics.median(ratios):5.2f}, {min(ratios):.2f} to {max(ratios):.2f}, {len(ratios)} rounds")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slow-every", type=int, default=10)
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.pdf"))
    reader, raw, plumber = ours(), pypdfium2(), pdfplumber()
    for path in paths[:3]:
        seconds(reader, path)
        seconds(raw, path)
    floor, gain, total = [], [], []
    for _ in range(options.rounds):
        taken = {path: (seconds(reader, path), seconds(raw, path)) for path in paths}
        total.append(sum(mine for mine, _ in taken.values()))
        floor.append(total[-1] / sum(theirs for _, theirs in taken.values()))
        some = paths[:: options.slow_every]
        gain.append(sum(seconds(plumber, path) for path in some) / sum(taken[path][0] for path in some))
    print(f"{len(paths)} files, reader {statistics.median(total):.2f} s of CPU time a round")
    told("reader : pypdfium2's raw text", floor)
    told("pdfplumber : reader", gain)


if __name__ == "__main__":
    main()
