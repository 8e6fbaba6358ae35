"""The words that all peers look for: those of this package's lexicons. Standard library only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

KINDS = {
    "tumors": "TUMOUR",
    "genes": "GENE",
    "agents": "AGENT",
    "agent_classes": "AGENT",
    "regimens": "REGIMEN",
    "biomarkers": "BIOMARKER",
}
CASE_SENSITIVE_LABELS = {"genes", "biomarkers", "regimens"}


def targets(lexicons: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Terms by kind: those matched whatever their case, and those matched as they are written."""
    loose: dict[str, set[str]] = {}
    strict: dict[str, set[str]] = {}
    for name, kind in KINDS.items():
        rows = [
            line.split("\t")
            for line in (lexicons / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
            if line.strip() and not line.startswith("#")
        ]
        header, *rows = rows
        for row in (dict(zip(header, row, strict=True)) for row in rows):
            labels = strict if name in CASE_SENSITIVE_LABELS else loose
            labels.setdefault(kind, set()).add(row["label"])
            for column, into in (("synonyms", loose), ("abbreviations", strict)):
                into.setdefault(kind, set()).update(filter(None, row.get(column, "").split("|")))
    return {kind: sorted(terms) for kind, terms in loose.items()}, {k: sorted(terms) for k, terms in strict.items()}


def measure(load: Callable[[Path], Callable[[str], Any]]) -> None:
    """Time a pipeline: `PROGRAM TEXTS LEXICONS` prints JSON.

    All texts are done five times before the clock starts, so that what is made at first use counts for nobody; `load` is the
    time until the first text is done.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    begun = perf_counter()
    pipeline = load(Path(sys.argv[2]))
    pipeline(texts[0])
    loaded = perf_counter()
    for text in texts * 5:
        pipeline(text)
    begun_again, busy = perf_counter(), process_time()
    for text in texts:
        pipeline(text)
    ended, spent = perf_counter(), process_time() - busy
    print(
        json.dumps(
            {
                "texts": len(texts),
                "characters": sum(map(len, texts)),
                "load": loaded - begun,
                "seconds": ended - begun_again,
                "cpu": spent,
                "per_second": len(texts) / (ended - begun_again),
            }
        )
    )
