"""How far two curators agree, by field: Cohen's kappa (Cohen 1960) and F1 (Hripcsak and Rothschild 2005)."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from caseextract.review.decisions import Decision
from caseextract.review.items import stated
from caseextract.review.wording import wording

REJECTED = "rejected"
NOT_ADDED = "not added"


@dataclass(frozen=True)
class Pair:
    """What two curators say of one item that both of them looked at."""

    article: str
    field: str
    key: str
    first: str
    second: str
    same: bool


@dataclass(frozen=True)
class Agreement:
    """One field, or all: number of items both judged, share judged alike, kappa (None where chance alone would
    agree always), and F1 of the facts that each of the two let stand (None where neither did)."""

    field: str
    items: int
    alike: float
    kappa: float | None
    f1: float | None


def pairs(first: Sequence[Decision], second: Sequence[Decision]) -> tuple[Pair, ...]:
    """Items on which both decided; what one added counts wherever the other worked on the same article."""
    mine, theirs = _last(first), _last(second)
    shared = {article for article, _ in mine} & {article for article, _ in theirs}
    found = []
    for article, key in sorted(mine.keys() | theirs.keys()):
        a, b = mine.get((article, key)), theirs.get((article, key))
        if article in shared and all(one is not None or _added(other) for one, other in ((a, b), (b, a))):
            field = (a or b).field  # type: ignore[union-attr]
            found.append(Pair(article, field, key, _words(a), _words(b), _label(a) == _label(b)))
    return tuple(found)


def _last(decisions: Iterable[Decision]) -> Mapping[tuple[str, str], Decision]:
    return {(decision.article, decision.key): decision for decision in decisions}


def _added(decision: Decision | None) -> bool:
    return decision is not None and decision.action == "add"


def _words(decision: Decision | None) -> str:
    if decision is None:
        return NOT_ADDED
    return REJECTED if decision.new is None else wording(decision.field, decision.new)


def _label(decision: Decision | None) -> str | None:
    if decision is None or decision.new is None:
        return None
    return json.dumps(stated(decision.new), sort_keys=True)


def by_field(found: Sequence[Pair]) -> tuple[Agreement, ...]:
    """One row a field, and a last one, "all", over every pair."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        groups[pair.field].append(pair)
    rows = [_agreement(field, group) for field, group in sorted(groups.items())]
    return (*rows, _agreement("all", found)) if found else ()


def _agreement(field: str, found: Sequence[Pair]) -> Agreement:
    alike = sum(pair.same for pair in found) / len(found)
    return Agreement(field, len(found), alike, kappa([(p.first, p.second) for p in found]), _f1(found))


def kappa(labels: Sequence[tuple[str, str]]) -> float | None:
    """Agreement beyond chance of two raters: 1 is full, 0 what chance gives; None where chance gives all."""
    count = len(labels)
    observed = sum(a == b for a, b in labels) / count
    left, right = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    chance = sum(left[label] * right[label] for label in left) / count**2
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _f1(found: Sequence[Pair]) -> float | None:
    none = (REJECTED, NOT_ADDED)
    facts = sum(pair.first not in none for pair in found) + sum(pair.second not in none for pair in found)
    both = sum(pair.same and pair.first not in none for pair in found)
    return 2 * both / facts if facts else None
