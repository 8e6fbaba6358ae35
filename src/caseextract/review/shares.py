"""How much is done, and how often the program was right: shares of values accepted unedited."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseextract.review.decisions import Decision
from caseextract.review.overlay import Judged

DOUBTFUL = 0.75
"""A value below this confidence is doubtful and comes first."""


@dataclass(frozen=True)
class Share:
    """One field, or all: how extracted values were decided on, and how many were missing and added."""

    field: str
    accepted: int
    edited: int
    rejected: int
    added: int

    @property
    def decided(self) -> int:
        """Extracted values with a decision."""
        return self.accepted + self.edited + self.rejected

    @property
    def unedited(self) -> float | None:
        """Accepted of decided; None where nothing was decided."""
        return self.accepted / self.decided if self.decided else None


def shares(decisions: Iterable[Decision]) -> tuple[Share, ...]:
    """One row a field over the last standing decision of each curator on each item, and a last row, "all"."""
    last = {(d.curator, d.article, d.key): d for d in decisions}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for decision in last.values():
        counts[decision.field][decision.action] += 1
    total: Counter[str] = sum(counts.values(), Counter())
    rows = [*sorted(counts.items()), ("all", total)]
    return tuple(Share(name, c["accept"], c["edit"], c["reject"], c["add"]) for name, c in rows) if counts else ()


def doubtful(one: Judged) -> bool:
    """Whether a value is still to be decided and in doubt, or its decision is in conflict with the extraction."""
    if one.conflict:
        return True
    confidence = one.item.confidence
    return one.state == "open" and confidence is not None and confidence < DOUBTFUL


@dataclass(frozen=True)
class Progress:
    """How far one curator is with one article."""

    values: int
    decided: int
    doubtful: int
    conflicts: int
    lowest: float

    @property
    def state(self) -> str:
        """ "new", "begun", "done", or "conflict"."""
        if self.conflicts:
            return "conflict"
        if self.decided == self.values and self.values:
            return "done"
        return "begun" if self.decided else "new"

    @property
    def order(self) -> tuple[bool, int, float]:
        """Sorts the most doubtful first and what is done last."""
        return self.state == "done", -self.doubtful, self.lowest


def progress(judged: Sequence[Judged]) -> Progress:
    """Counts over the items of one article."""
    lowest = [one.item.confidence for one in judged if one.state == "open" and one.item.confidence is not None]
    return Progress(
        values=len(judged),
        decided=sum(one.state != "open" for one in judged),
        doubtful=sum(doubtful(one) for one in judged),
        conflicts=sum(one.conflict is not None for one in judged),
        lowest=min((value for value in lowest if value is not None), default=1.0),
    )
