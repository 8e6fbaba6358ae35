"""Speed, scaling, memory and cold start of the batch over a folder of texts.

    python benchmarks/batch/measure.py TEXTS [--articles 500 2000 8000] [--rounds 3] [--json FILE]

Numbers of workers are interleaved and every figure is the median of its rounds; ratios are of one run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from made import repeat, texts_in

HERE = Path(__file__).parent
SHORT = (
    "A 61-year-old woman with stage IV lung adenocarcinoma received crizotinib for 3 months with partial response.\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000, 8000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found: dict[str, Any] = {
            "machine": f"{os.cpu_count()} processors, Python {platform.python_version()}",
            # other work on the machine falsifies the scaling first of all
            "load_before": os.getloadavg()[0],
            "cold_start": cold_starts(Path(place), options.rounds),
            "stages": stages(options.texts),
            "scaling": scaling(options.texts, Path(place), options.articles[0], options.rounds),
            "size": sizes(options.texts, Path(place), options.articles),
        }
    show(found)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


def one(folder: Path, workers: int) -> dict[str, float]:
    """One batch in a fresh process and a fresh folder."""
    out = folder.parent / "run"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, str(HERE / "one.py"), str(folder), str(out), str(workers)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def median(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def scaling(texts: Path, place: Path, articles: int, rounds: int) -> dict[str, Any]:
    folder = repeat(texts, place / "scaling", articles)
    rows: dict[int, list[dict[str, float]]] = {1: [], 2: []}
    for _ in range(rounds):
        for workers, measured in rows.items():
            measured.append(one(folder, workers))
    single, double = median(rows[1]), median(rows[2])
    return {"one": single, "two": double, "ratio": double["per_second"] / single["per_second"]}


def sizes(texts: Path, place: Path, numbers: list[int]) -> list[dict[str, float]]:
    return [one(repeat(texts, place / f"of-{number}", number), os.cpu_count() or 1) for number in numbers]


def cold_starts(place: Path, rounds: int) -> dict[str, float]:
    """Wall time of whole processes, the files warm in memory."""
    short = place / "short.txt"
    short.write_text(SHORT)
    commands = {
        "help": ["-m", "caseextract", "--help"],
        "extract": ["-m", "caseextract", "extract", str(short)],
        "import spacy": ["-c", "import spacy"],
        "python": ["-c", "pass"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(max(rounds, 5)):
        for name, command in commands.items():
            started = perf_counter()
            subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            taken[name].append(perf_counter() - started)
    return {name: statistics.median(values) for name, values in taken.items()}


def stages(texts: Path) -> dict[str, float]:
    """Reading against everything after it, in one warm process."""
    from caseextract.pipeline import record_of
    from caseextract.readers import read

    paths = texts_in(texts)
    record_of(read(paths[0]))
    reading = language = 0.0
    for path in paths:
        begun = perf_counter()
        report = read(path)
        between = perf_counter()
        record_of(report)
        reading += between - begun
        language += perf_counter() - between
    number = len(paths)
    return {
        "texts": number,
        "characters": sum(path.stat().st_size for path in paths) / number,
        "reading_ms": 1000 * reading / number,
        "after_reading_ms": 1000 * language / number,
    }


def show(found: dict[str, Any]) -> None:
    print(f"{found['machine']}, load average before the start {found['load_before']:.2f}")
    print("\ncold start, s: " + ", ".join(f"{name} {value:.2f}" for name, value in found["cold_start"].items()))
    stages_found = found["stages"]
    print(
        f"per article ({stages_found['texts']} texts of {stages_found['characters']:.0f} bytes): "
        f"reading {stages_found['reading_ms']:.2f} ms, the rest {stages_found['after_reading_ms']:.2f} ms"
    )
    columns = ["articles", "workers", "per_second", "ms_per_article", "busy", "start", "extracting", "tables"]
    columns += ["parent_at_start_mb", "parent_at_end_mb", "parent_peak_mb", "worker_loaded_mb", "worker_largest_mb"]
    rows = [found["scaling"]["one"], found["scaling"]["two"], *found["size"]]
    print()
    for name in columns:
        digits = 0 if name in ("articles", "workers") or name.endswith("mb") else 2
        print(f"{name:20}" + "".join(f"{row[name]:10.{digits}f}" for row in rows))
    print(f"\ntwo workers over one: {found['scaling']['ratio']:.2f}")
    first, last = found["size"][0], found["size"][-1]
    print(f"extracting, per article, {last['articles']} over {first['articles']}: {_cost(last) / _cost(first):.3f}")


def _cost(row: dict[str, float]) -> float:
    return (row["extracting"] + row["tables"]) / row["articles"]


if __name__ == "__main__":
    main()
