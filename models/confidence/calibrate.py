"""Make the table of confidences from reports with keys, in two steps that read different reports.

    python models/confidence/calibrate.py learn FOLDER [FOLDER …]
    python models/confidence/calibrate.py shift FOLDER [--only NAMES]

A folder holds reports (ID.txt) with keys made by hand (ID.gold.json). `learn` finds which features tell right values
from wrong ones. `shift` moves all confidences of a kind together until their mean is the share of right values in
reports that nothing was learned from; only counts leave it. `--only` is a file of names, one a line.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from caseextract import extract
from caseextract.assembly.confidence import Place
from caseextract.assembly.observations import Observation, observed
from caseextract.evaluation.answer import answer_of, load
from caseextract.evaluation.reliability import Judged, bands, by_field, calibration_error
from caseextract.evaluation.verdicts import verdicts

TABLE = Path(__file__).parents[2] / "src/caseextract/knowledge/lexicons/confidence.tsv"
COLUMNS = ("kind", "when", "n", "right", "learned", "confidence")
HEAD = """\
# How far each value is trusted: the first row of its kind whose features are all seen; the last one fits always.
# n values were judged by keys made by hand and `right` of them right; `learned` is that share, drawn towards the kind's;
# `confidence` is `learned` after the shift of its kind, measured on other reports. Made by models/confidence/calibrate.py.
"""
FEWEST = 20
"""A row stands for at least so many values."""
GAIN = (2.5, 4.0)
"""Nats of likelihood that a row of one feature, or of two, must win."""
ROWS = 6
DRAWN = 30
"""Values' worth of the kind's own share in every row."""
MODEST = 30
"""Values' worth of the shift of all kinds together in the shift of each."""
PARTS = 5
LEAST, MOST = 0.05, 0.98


@dataclass(frozen=True)
class Example:
    """A value: what is seen of it, its confidence before calibration, and whether it is right."""

    observation: Observation
    before: float
    right: bool


@dataclass(frozen=True)
class Row:
    """A row of the table."""

    kind: str
    when: tuple[tuple[str, str], ...]
    n: int
    right: int
    learned: float
    confidence: float

    def fits(self, example: Example) -> bool:
        """Whether it is the example's, if no row before it is."""
        seen = example.observation.features
        return all(seen.get(name) == value for name, value in self.when)

    def line(self) -> str:
        """As it stands in the table."""
        when = " & ".join(f"{name}={value}" for name, value in self.when)
        return "\t".join((self.kind, when, str(self.n), str(self.right), f"{self.learned:.3f}", f"{self.confidence:.2f}"))


# --- examples ---------------------------------------------------------------------------------------------------


def examples(folders: Iterable[Path], only: frozenset[str] | None = None) -> dict[str, list[Example]]:
    """Report by report the values that its key can judge."""
    keys = [key for folder in folders for key in sorted(folder.glob("*.gold.json"))]
    wanted = [key for key in keys if only is None or _name(key) in only]
    with ProcessPoolExecutor() as pool:
        return dict(zip(map(_name, wanted), pool.map(_of_report, wanted, chunksize=4), strict=True))


def _name(key: Path) -> str:
    return key.name.removesuffix(".gold.json")


def _of_report(key: Path) -> list[Example]:
    # with an empty table the values keep the cues that facts and assembly give them
    with patch("caseextract.assembly.confidence.trusts", return_value={}):
        record = extract(key.with_name(f"{_name(key)}.txt"))
    several = len(record.cases) > 1
    seen: dict[Place, Observation] = {
        ("cases", number, *place): observation
        for number, case in enumerate(record.cases)
        for place, observation in observed(case, series=several).items()
    }
    content = record.model_dump(mode="json")
    judged = verdicts(load(key), answer_of(content, name=key.name))
    return [Example(seen[one.place], _before(content, one.place), one.right) for one in judged if one.place in seen]


def _before(content: object, place: Place) -> float:
    for part in place:
        content = content[part]  # type: ignore[index]
    found = content.get("confidence") if isinstance(content, dict) else None
    return 0.9 if found is None else float(found)


# --- learn ------------------------------------------------------------------------------------------------------


def learned(known: Sequence[Example]) -> Iterator[Row]:
    """Rows kind by kind: again and again the features that win most likelihood, then all others."""
    of_kind: dict[str, list[Example]] = defaultdict(list)
    for one in known:
        of_kind[one.observation.kind].append(one)
    for kind, rest in sorted(of_kind.items()):
        mean = (sum(one.right for one in rest) + 1) / (len(rest) + 2)
        for _ in range(ROWS):
            when = _telling(rest)
            if when is None:
                break
            row = Row(kind, when, 0, 0, 0, 0)
            yield _counted(row, [one for one in rest if row.fits(one)], mean)
            rest = [one for one in rest if not row.fits(one)]
        yield _counted(Row(kind, (), 0, 0, 0, 0), rest, mean)


def _counted(row: Row, own: Sequence[Example], mean: float) -> Row:
    right = sum(one.right for one in own)
    share = min(max((right + DRAWN * mean) / (len(own) + DRAWN), LEAST), MOST)
    return replace(row, n=len(own), right=right, learned=share, confidence=share)


def _telling(known: Sequence[Example]) -> tuple[tuple[str, str], ...] | None:
    counts: dict[tuple[tuple[str, str], ...], list[int]] = defaultdict(lambda: [0, 0])
    for one in known:
        features = sorted(one.observation.features.items())
        for when in (*((feature,) for feature in features), *combinations(features, 2)):
            counts[when][0] += 1
            counts[when][1] += one.right
    n, right = len(known), sum(one.right for one in known)
    gains = {
        when: gain
        for when, (own, good) in sorted(counts.items())
        if own >= FEWEST and n - own >= FEWEST
        and (gain := _likelihood(good, own) + _likelihood(right - good, n - own) - _likelihood(right, n)) >= GAIN[len(when) - 1]
    }  # fmt: skip
    return max(gains, key=lambda when: gains[when] - GAIN[len(when) - 1], default=None)


def _likelihood(right: int, n: int) -> float:
    return sum(k * math.log(k / n) for k in (right, n - right) if k)


# --- shift ------------------------------------------------------------------------------------------------------


def shifted(rows: Sequence[Row], fresh: Sequence[Example]) -> list[Row]:
    """The same rows, all of a kind moved by one step of log odds that makes their mean true.

    The steps of the kinds are drawn towards that of all values together, the more the fewer values a kind has.
    """
    of_kind = _met(rows, fresh)
    shared = _step([one for own in of_kind.values() for one in own])
    steps = {kind: (len(own) * _step(own) + MODEST * shared) / (len(own) + MODEST) for kind, own in of_kind.items()}
    return [replace(row, confidence=round(_moved(row.learned, steps.get(row.kind, shared)), 2)) for row in rows]


def _met(rows: Sequence[Row], known: Sequence[Example]) -> dict[str, list[tuple[Row, Example]]]:
    found: dict[str, list[tuple[Row, Example]]] = defaultdict(list)
    for one in known:
        row = next((row for row in rows if row.kind == one.observation.kind and row.fits(one)), None)
        if row is not None:
            found[row.kind].append((row, one))
    return found


def _step(own: Sequence[tuple[Row, Example]]) -> float:
    right = sum(one.right for _, one in own)
    low, high = -3.0, 3.0
    for _ in range(40):
        step = (low + high) / 2
        if sum(_moved(row.learned, step) for row, _ in own) < right:
            low = step
        else:
            high = step
    return low


def _moved(share: float, step: float) -> float:
    return min(max(1 / (1 + math.exp(-math.log(share / (1 - share)) - step)), LEAST), MOST)


def judged(rows: Sequence[Row], known: Sequence[Example]) -> list[Judged]:
    """The examples with the confidence that these rows give them."""
    return [Judged(kind, row.confidence, one.right) for kind, own in _met(rows, known).items() for row, one in own]


def crosswise(rows: Sequence[Row], fresh: Mapping[str, Sequence[Example]]) -> list[Judged]:
    """Each fifth of the reports under the shift that the others give: what reports never seen may expect."""
    found: list[Judged] = []
    for part in range(PARTS):
        own = [one for i, name in enumerate(sorted(fresh)) if i % PARTS == part for one in fresh[name]]
        others = [one for i, name in enumerate(sorted(fresh)) if i % PARTS != part for one in fresh[name]]
        found += judged(shifted(rows, others), own)
    return found


# --- the table --------------------------------------------------------------------------------------------------


def written(rows: Sequence[Row]) -> str:
    """The table as a file."""
    return HEAD + "\t".join(COLUMNS) + "\n" + "".join(row.line() + "\n" for row in rows)


def read(text: str) -> list[Row]:
    """The rows of a table."""
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return [
        Row(kind, tuple((name, value) for name, _, value in (part.partition("=") for part in when.split(" & ") if part)), int(n), int(right), float(learned), float(confidence))
        for kind, when, n, right, learned, confidence in lines
    ]  # fmt: skip


def shown(title: str, found: Sequence[Judged]) -> None:
    """Print the calibration error, the bands and the kinds."""
    print(f"{title}: {len(found)} values, expected calibration error {calibration_error(found):.3f}")
    for band in (*bands(found), *(band for band, _ in by_field(found).values())):
        print(f"  {band.name:16}  n {band.n:5}  promised {band.promised:.2f}  right {band.kept:.2f}")


def main() -> None:
    """Run a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("learn", "shift"))
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--only", type=Path)
    parser.add_argument("--dry", action="store_true", help="print the figures and leave the table as it is")
    options = parser.parse_args()
    only = frozenset(options.only.read_text().split()) if options.only else None
    fresh = examples(options.folders, only)
    whole = [one for found in fresh.values() for one in found]
    if options.step == "learn":
        rows = list(learned(whole))
        shown("as learned, on the same reports", judged(rows, whole))
    else:
        rows = read(TABLE.read_text(encoding="utf-8"))
        shown("before calibration", [Judged(one.observation.kind, one.before, one.right) for one in whole])
        shown("as learned", judged([replace(row, confidence=row.learned) for row in rows], whole))
        shown("shifted, each fifth by the others", crosswise(rows, fresh))
        rows = shifted(rows, whole)
        shown("shifted", judged(rows, whole))
    if not options.dry:
        TABLE.write_text(written(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
