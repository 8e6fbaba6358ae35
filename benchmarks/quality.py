"""Precision, recall and F1 of every field against answer keys, for the half that rules were written on and the half never read.

    python benchmarks/quality.py KEYS

KEYS is a folder of reports (NAME.txt …) with their keys (NAME.gold.json). The halves are told apart by the name alone:
rules may be written after looking at the errors of a report whose name's SHA-256 is even; those of the odd ones are
never looked at. Where the two halves agree, the figures carry over to articles that nobody has seen.
"""

import argparse
import hashlib
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from caseextract import extract
from caseextract.evaluation import Evaluation, evaluate
from caseextract.evaluation.answer import Answer, load
from caseextract.evaluation.comparison import HEADLINE

SUFFIXES = (".txt", ".html", ".xml", ".pdf")


def worked_on(name: str) -> bool:
    return name.startswith("seed") or int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def answers(keys: Path) -> dict[str, tuple[Answer, Answer | None]]:
    found: dict[str, tuple[Answer, Answer | None]] = {}
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.json"
        for key in sorted(keys.glob("*.gold.json")):
            name = key.name.removesuffix(".gold.json")
            report = next(keys / f"{name}{suffix}" for suffix in SUFFIXES if (keys / f"{name}{suffix}").exists())
            record.write_text(extract(report).to_json(), encoding="utf-8")
            found[name] = (load(key), load(record))
    return found


def table(halves: dict[str, Evaluation]) -> Table:
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    made.add_column("field")
    for half, evaluation in halves.items():
        made.add_column(f"{half} ({len(evaluation.tallies)}): P", justify="right")
        for column in ("R", "F1", "n"):
            made.add_column(column, justify="right")
    for fields in zip(*(evaluation.fields for evaluation in halves.values()), strict=True):
        cells = [cell for field in fields for cell in (*map(figure, (field.score.precision, field.score.recall, field.score.f1)), str(field.score.demanded))]
        made.add_row(fields[0].name, *cells, end_section=fields[0].name == HEADLINE[-1])
    made.add_row("HEADLINE", *(cell for one in halves.values() for cell in ("", "", figure(one.headline), "")), style="bold")
    return made


def figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keys", type=Path)
    pairs = answers(parser.parse_args().keys)
    halves = {
        "worked on": {name: pair for name, pair in pairs.items() if worked_on(name)},
        "held back": {name: pair for name, pair in pairs.items() if not worked_on(name)},
        "all": pairs,
    }
    Console(width=140).print(table({half: evaluate(part) for half, part in halves.items() if part}))


if __name__ == "__main__":
    main()
