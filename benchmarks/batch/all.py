"""All figures of the batch and its peers, written into the README beside this file.

    python benchmarks/batch/all.py TEXTS [--medspacy PYTHON] [--edsnlp PYTHON] [--quick]

Wants a machine that does nothing else: the README tells the load that was found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
README = HERE / "README.md"
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts")
    parser.add_argument("--medspacy", metavar="PYTHON")
    parser.add_argument("--edsnlp", metavar="PYTHON")
    parser.add_argument("--quick", action="store_true", help="fewer articles and rounds, to try the scripts")
    options = parser.parse_args()
    peers = [f"--{name}={python}" for name in ("medspacy", "edsnlp") if (python := getattr(options, name))]
    few = options.quick
    commands = {
        "Speed, scaling, memory, cold start": [
            "batch/measure.py",
            options.texts,
            *(["--articles", "200", "400", "--rounds=1"] if few else []),
        ],
        "Beside its peers": ["peers/compare.py", options.texts, *peers, *(["--rounds=1"] if few else [])],
        "Killed twice": ["batch/endurance.py", options.texts, *(["--articles=200"] if few else [])],
    }
    parts = []
    for title, command in commands.items():
        done = subprocess.run(
            [sys.executable, str(HERE.parent / command[0]), *command[1:]], check=True, stdout=subprocess.PIPE, text=True
        )
        print(done.stdout)
        parts.append(f"### {title}\n\n```\n{done.stdout.strip()}\n```\n")
    told = f"\nMade at commit {commit()}.\n\n" + "\n".join(parts) + "\n"
    text = README.read_text(encoding="utf-8")
    README.write_text(FIGURES.sub(lambda found: told, text), encoding="utf-8")


def commit() -> str:
    asked = ["git", "-C", str(HERE), "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, check=False, stdout=subprocess.PIPE, text=True).stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
