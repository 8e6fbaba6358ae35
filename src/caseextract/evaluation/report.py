"""Many records against their keys: scores of all fields with their intervals, and every difference."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caseextract.errors import RecordError
from caseextract.evaluation.answer import Answer, load
from caseextract.evaluation.comparison import HEADLINE, SECONDARY, compare
from caseextract.evaluation.tally import Score, Tally, total

_SAMPLES = 400
_TAIL = 0.025


@dataclass(frozen=True)
class Field:
    """A field's score, with the 95 % bootstrap interval of its F1 over articles."""

    name: str
    score: Score
    low: float
    high: float


@dataclass(frozen=True)
class Evaluation:
    """Scores over all articles; `tallies` holds each article's differences."""

    fields: tuple[Field, ...]
    headline: float
    headline_low: float
    headline_high: float
    tallies: Mapping[str, Tally]
    missing: tuple[str, ...] = ()
    """Keys without a readable record, counted as records that say nothing."""

    def summary(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return {
            "documents": len(self.tallies),
            "missing": len(self.missing),
            "headline": round(self.headline, 4),
            "headline_interval": [round(self.headline_low, 3), round(self.headline_high, 3)],
            "fields": {
                field.name: {
                    "precision": _rounded(field.score.precision),
                    "recall": _rounded(field.score.recall),
                    "f1": round(field.score.f1, 4),
                    "low": round(field.low, 3),
                    "high": round(field.high, 3),
                    "n": field.score.demanded,
                }
                for field in self.fields
            },
        }


def evaluate(pairs: Mapping[str, tuple[Answer, Answer | None]]) -> Evaluation:
    """Compare answers with keys, given by name as (key, record or None)."""
    if not pairs:
        raise RecordError("there is no key to compare with")
    tallies = {name: compare(key, said or Answer()) for name, (key, said) in pairs.items()}
    samples = _samples(list(tallies.values()))
    scores = {name: total(tallies.values(), name) for name in HEADLINE + SECONDARY}
    sampled = {name: [total(sample, name).f1 for sample in samples] for name in scores}
    fields = tuple(Field(name, score, *_interval(sampled[name])) for name, score in scores.items())
    means = [sum(values) / len(HEADLINE) for values in zip(*(sampled[name] for name in HEADLINE), strict=True)]
    headline = sum(scores[name].f1 for name in HEADLINE) / len(HEADLINE)
    missing = tuple(name for name, (_, said) in pairs.items() if said is None)
    return Evaluation(fields, headline, *_interval(means), tallies, missing)


def evaluate_folders(keys: Path, records: Path) -> Evaluation:
    """Compare `ID.json` in the folder of records (or of a batch) with `ID.gold.json` or `ID.json` in that of keys.

    Raises `RecordError` for a key that does not follow its shape; a record that is missing or does not counts as empty.
    """
    folder = records_in(keys, records)
    return evaluate({name: (load(path), _record(folder / f"{name}.json")) for name, path in keys_in(keys)})


def records_in(keys: Path, records: Path) -> Path:
    """The folder of records itself, or that of a batch; raises `RecordError` where it or the keys' is missing."""
    folder = records / "records" if (records / "records").is_dir() else records
    for path in (keys, folder):
        if not path.is_dir():
            raise RecordError(f"{path}: no such folder")
    return folder


def keys_in(folder: Path) -> list[tuple[str, Path]]:
    """Name and file of every key, by name."""
    paths = [path for path in sorted(folder.glob("*.json")) if not path.name.endswith(".meta.json")]
    return [(path.name.removesuffix(".json").removesuffix(".gold"), path) for path in paths]


def _record(path: Path) -> Answer | None:
    try:
        return load(path)
    except RecordError:
        return None


def _samples(tallies: Sequence[Tally]) -> list[list[Tally]]:
    # a fixed seed: the same records give the same interval
    draw = random.Random(1)
    return [draw.choices(tallies, k=len(tallies)) for _ in range(_SAMPLES)]


def _interval(values: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * _TAIL)
    return ordered[cut], ordered[-cut - 1]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
