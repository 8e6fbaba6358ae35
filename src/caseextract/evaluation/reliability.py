"""Whether confidences keep their word: of the values at 0.9, nine in ten should be right.

The expected calibration error (Guo 2017) is the mean distance between confidence and share of right values over bands of
one tenth, weighted by the number of values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caseextract.errors import RecordError
from caseextract.evaluation.answer import answer_of, load
from caseextract.evaluation.report import keys_in, records_in
from caseextract.evaluation.verdicts import Place, verdicts

BANDS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A value's field, its confidence, and whether it is right."""

    field: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Values together: how many, their mean confidence, and how many are right."""

    name: str
    n: int
    promised: float
    right: int

    @property
    def kept(self) -> float:
        """Share of right values."""
        return self.right / self.n


def judged_in(keys: Path, records: Path, only: frozenset[str] | None = None) -> tuple[Judged, ...]:
    """Every value with a confidence that the keys can judge; records as for `evaluate_folders`.

    `only` names the articles to be looked at. Raises `RecordError` for a key that does not follow its shape.
    """
    folder = records_in(keys, records)
    named = [(name, path) for name, path in keys_in(keys) if only is None or name in only]
    return tuple(one for name, path in named for one in _judged(path, folder / f"{name}.json"))


def _judged(key: Path, record: Path) -> Iterator[Judged]:
    try:
        content = json.loads(record.read_bytes())
        said = answer_of(content, name=str(record))
    except (OSError, ValueError, RecordError):
        return
    for one in verdicts(load(key), said):
        confidence = _confidence(content, one.place)
        if confidence is not None:
            yield Judged(one.field, confidence, one.right)


def _confidence(content: Any, place: Place) -> float | None:
    for part in place:
        content = content.get(part) if isinstance(part, str) else content[part]
    found = content.get("confidence") if isinstance(content, dict) else None
    return None if found is None else float(found)


def bands(judged: Iterable[Judged]) -> tuple[Band, ...]:
    """One band for each tenth of confidence in which there are values, the lowest first."""
    within: dict[int, list[Judged]] = {}
    for one in judged:
        within.setdefault(min(int(one.confidence * BANDS + 1e-9), BANDS - 1), []).append(one)
    return tuple(_band(f"{i / BANDS:.1f}–{(i + 1) / BANDS:.1f}", within[i]) for i in sorted(within))


def by_field(judged: Sequence[Judged]) -> dict[str, tuple[Band, float]]:
    """Of each field all its values as one band, and their expected calibration error."""
    fields = dict.fromkeys(one.field for one in judged)
    parts = {field: [one for one in judged if one.field == field] for field in fields}
    return {field: (_band(field, part), calibration_error(part)) for field, part in sorted(parts.items())}


def calibration_error(judged: Iterable[Judged]) -> float:
    """Expected calibration error; 0 where there is nothing to judge."""
    found = bands(judged)
    total = sum(band.n for band in found)
    return sum(band.n * abs(band.promised - band.kept) for band in found) / total if total else 0.0


def summary(judged: Sequence[Judged]) -> dict[str, Any]:
    """The figures as JSON values."""
    return {
        "values": len(judged),
        "expected_calibration_error": round(calibration_error(judged), 4),
        "bands": {band.name: _figures(band) for band in bands(judged)},
        "fields": {name: _figures(band) for name, (band, _) in by_field(judged).items()},
    }


def _figures(band: Band) -> dict[str, float]:
    return {"n": band.n, "promised": round(band.promised, 4), "right": round(band.kept, 4)}


def _band(name: str, judged: Sequence[Judged]) -> Band:
    n = len(judged)
    return Band(name, n, sum(one.confidence for one in judged) / n, sum(one.right for one in judged))
