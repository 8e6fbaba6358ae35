"""Which entry of the record answers which entry of the key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Pairing(Generic[T]):
    """Pairs of key and record, and what is left on either side, each in its order."""

    pairs: tuple[tuple[T, T], ...]
    unanswered: tuple[T, ...]
    unasked: tuple[T, ...]


def pair(keys: Sequence[T], said: Sequence[T], likeness: Callable[[T, T], float]) -> Pairing[T]:
    """Pair greedily, the most alike first; among equals the nearest in order, then the earliest in the key.

    Likeness 0 is no pair. Greedy and not optimal, so that a pair can be understood by looking at it alone.
    """
    candidates = [
        (-alike, abs(i - j), i, -j)
        for i, key in enumerate(keys)
        for j, one in enumerate(said)
        if (alike := likeness(key, one)) > 0
    ]
    left, right = dict(enumerate(keys)), dict(enumerate(said))
    pairs = []
    for _, _, i, after in sorted(candidates):
        j = -after
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j)))
    return Pairing(tuple(pairs), tuple(left.values()), tuple(right.values()))
