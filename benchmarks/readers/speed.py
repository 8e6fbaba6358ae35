
"""Pages a second and peak memory of PDF readers, each in a process of its own, one after the other.

    python benchmarks/readers/speed.py FOLDER [--limit N] [--rounds N]

FOLDER holds PDFs (subfolders are searched). Import time is left out; peak memory is that of the whole process.
PyMuPDF (AGPL) and pdftotext (GPL) are for comparison only and are measured where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def ours() -> Callable[[Path], int]:
    from caseextract.readers import read

    return lambda path: len(read(path).text)


def pypdfium2() -> Callable[[Path], int]:
    import pypdfium2

    def read(path: Path) -> int:
        with pypdfium2.PdfDocument(path) as document:
            return sum(len(page.get_textpage().get_text_range()) for page in document)

    return read


def pdfplumber() -> Callable[[Path], int]:
    import pdfplumber

    def read(path: Path) -> int:
        with pdfplumber.open(path) as document:
            return sum(len(page.extract_text()) for page in document.pages)

    return read


def pdfminer() -> Callable[[Path], int]:
    from pdfminer.high_level import extract_text

    return lambda path: len(extract_text(path))


def pymupdf() -> Callable[[Path], int]:
    import pymupdf

    def read(path: Path) -> int:
        with pymupdf.open(path) as document:
            return sum(len(page.get_text()) for page in document)

    return read


def pdftotext() -> Callable[[Path], int]:
    return lambda path: len(subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout)


TOOLS = {f.__name__: f for f in (ours, pypdfium2, pdfplumber, pdfminer, pymupdf, pdftotext)}
SLOW = ("pdfplumber", "pdfminer")


def measure(tool: str, paths: list[str], rounds: int) -> None:
    """Run in the child: warm up on the first file, then time the best of the rounds over all."""
    read = TOOLS[tool]()
    read(Path(paths[0]))
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        characters = sum(read(Path(path)) for path in paths)
        best = min(best, time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if tool == "pdftotext" else resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": best, "characters": characters, "peak": peak / 1024}))


def installed(tool: str) -> bool:
    if tool == "pdftotext":
        return shutil.which(tool) is not None
    return tool == "ours" or importlib.util.find_spec(tool) is not None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        measure(options.child, json.load(sys.stdin), options.rounds)
        return
    import pypdfium2 as pdfium

    paths = sorted(map(str, options.folder.rglob("*.pdf")))[: options.limit]
    pages = sum(len(pdfium.PdfDocument(path)) for path in paths)
    print(
        f"{len(paths)} files, {pages} pages\n\n{'tool':12} {'pages/s':>9} {'against ours':>13} {'characters':>11} {'peak MB':>8}"
    )
    reference = 0.0
    for tool in filter(installed, TOOLS):
        rounds = 1 if tool in SLOW else options.rounds
        command = [sys.executable, __file__, str(options.folder), "--child", tool, "--rounds", str(rounds)]
        run = subprocess.run(command, input=json.dumps(paths), capture_output=True, text=True, check=False)
        if run.returncode:
            print(f"{tool:12} failed: {run.stderr.strip().splitlines()[-1]}")
            continue
        found = json.loads(run.stdout)
        speed = pages / found["seconds"]
        reference = reference or speed
        print(f"{tool:12} {speed:9.1f} {speed / reference:12.2f}x {found['characters']:11} {found['peak']:8.0f}")


if __name__ == "__main__":
    main()
