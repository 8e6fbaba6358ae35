"""Counting what agrees, what is said too much, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal, TypeVar

T = TypeVar("T", bound=Hashable)
Mistake = Literal["missed", "surplus"]


@dataclass(frozen=True)
class Note:
    """One difference between key and record."""

    field: str
    mistake: Mistake
    what: str


@dataclass
class Tally:
    """Hits, surplus and misses of each field in one article, with a note for each difference."""

    hits: Counter[str] = field(default_factory=Counter)
    surplus: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)

    def hit(self, name: str) -> None:
        """The record says what the key says."""
        self.hits[name] += 1

    def too_much(self, name: str, what: object) -> None:
        """The record says what the key does not."""
        self.surplus[name] += 1
        self.notes.append(Note(name, "surplus", str(what)))

    def too_little(self, name: str, what: object) -> None:
        """The key says what the record does not."""
        self.missed[name] += 1
        self.notes.append(Note(name, "missed", str(what)))

    def sets(
        self, name: str, key: AbstractSet[T], said: AbstractSet[T], *, allowed: AbstractSet[T] = frozenset()
    ) -> None:
        """Compare sets; what is `allowed` is neither demanded nor punished."""
        self.hits[name] += len(key & said)
        for one in _sorted(key - said):
            self.too_little(name, _shown(one))
        for one in _sorted(said - key - allowed):
            self.too_much(name, _shown(one))

    def value(self, name: str, key: object, said: object, *, right: bool | None = None, about: str = "") -> None:
        """Compare single values, where None is silence: a wrong value is both a miss and a surplus."""
        if key is None and said is None:
            return
        if key is not None and said is not None and (key == said if right is None else right):
            self.hit(name)
            return
        if key is not None:
            self.too_little(name, f"{about}{key} (said {said})")
        if said is not None:
            self.too_much(name, f"{about}{said} (is {key})")


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of one field; None where there is nothing to divide by."""

    hits: int
    surplus: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Share of what the records say that is right."""
        said = self.hits + self.surplus
        return self.hits / said if said else None

    @property
    def recall(self) -> float | None:
        """Share of what the keys demand that is said."""
        return self.hits / self.demanded if self.demanded else None

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 1 where keys and records are silent together."""
        total = 2 * self.hits + self.surplus + self.missed
        return 2 * self.hits / total if total else 1.0

    @property
    def demanded(self) -> int:
        """How many the keys demand."""
        return self.hits + self.missed


def total(tallies: Iterable[Tally], name: str) -> Score:
    """The score of a field over many articles, each value of the same weight."""
    hits = surplus = missed = 0
    for tally in tallies:
        hits += tally.hits[name]
        surplus += tally.surplus[name]
        missed += tally.missed[name]
    return Score(hits, surplus, missed)


def _sorted(values: AbstractSet[T]) -> list[T]:
    return sorted(values, key=str)


def _shown(value: object) -> str:
    return " ".join(str(part) for part in value if part) if isinstance(value, tuple) else str(value)
