"""This package beside what a user would take instead, over the same texts and the same lexicon, one process each.

    python benchmarks/peers/compare.py TEXTS [--medspacy PYTHON] [--edsnlp PYTHON] [--rounds 5] [--json FILE]

The two Pythons are of environments that have medspaCy and EDS-NLP (they force other versions of spaCy):
`python -m venv m && m/bin/pip install medspacy setuptools`, `python -m venv e && e/bin/pip install edsnlp`.
Programs are interleaved, each does all texts six times and counts the sixth; CPU time, since machines are shared. Figures are medians over the rounds, ratios are of this run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--medspacy", metavar="PYTHON")
    parser.add_argument("--edsnlp", metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--lexicons", type=Path, default=Path(str(files("caseextract.knowledge"))) / "lexicons")
    options = parser.parse_args()
    programs = {"floor": (sys.executable, "floor.py"), "caseextract": (sys.executable, "ours.py")}
    if options.medspacy:
        programs["medspaCy"] = (options.medspacy, "medspacy_pipeline.py")
    if options.edsnlp:
        programs["EDS-NLP"] = (options.edsnlp, "edsnlp_pipeline.py")
    rows: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    for _ in range(options.rounds):
        for name, (python, program) in programs.items():
            command = [python, str(HERE / program), str(options.texts), str(options.lexicons)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            rows[name].append(json.loads(done.stdout.splitlines()[-1]))
    figures = {
        name: {key: statistics.median(row[key] for row in found) for key in found[0]} for name, found in rows.items()
    }
    ours = figures["caseextract"]["cpu"]
    print(f"{figures['floor']['texts']:.0f} texts, {figures['floor']['characters']:.0f} characters")
    print(f"{'':12}  {'load s':>8}  {'articles/s':>10}  {'CPU s':>7}  {'CPU over caseextract':>21}")
    for name, row in figures.items():
        print(f"{name:12}  {row['load']:8.2f}  {row['per_second']:10.1f}  {row['cpu']:7.2f}  {row['cpu'] / ours:21.2f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
