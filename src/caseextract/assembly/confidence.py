"""One calibrated confidence for every value of a case.

The table `confidence.tsv` says, for each kind of value and what is seen of it, how many in a hundred were right where
that was counted; its first row that fits gives the confidence. `models/confidence` tells how the table is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel

from caseextract.assembly.observations import Observation, Place, observed
from caseextract.knowledge import Trust, trusts
from caseextract.schema import Case, Evidence

M = TypeVar("M", bound=BaseModel)
Table = Mapping[str, Sequence[Trust]]


def rated(cases: Sequence[Case], table: Table | None = None) -> tuple[Case, ...]:
    """The same cases, each value with its confidence from the table (the program's own unless another is given)."""
    rows = trusts() if table is None else table
    return tuple(_rated(case, rows, series=len(cases) > 1) for case in cases)


def _rated(case: Case, table: Table, *, series: bool) -> Case:
    found: dict[Place, float] = {}
    for place, observation in observed(case, series=series).items():
        confidence = trusted(observation, table)
        if confidence is not None:
            found[place] = confidence
    return _with(case, (), found, {place[:depth] for place in found for depth in range(len(place))})


def trusted(observation: Observation, table: Table) -> float | None:
    """The confidence of the first row of its kind that fits; None for a kind that is not in the table."""
    rows = table.get(observation.kind, ())
    return next((row.confidence for row in rows if row.fits(observation.features)), None)


def _with(model: M, place: Place, found: Mapping[Place, float], above: set[Place]) -> M:
    """A copy with the confidences found at and below a place; what has none below it stays the same object."""
    changes: dict[str, object] = {"confidence": found[place]} if place in found else {}
    for name in type(model).model_fields if place in above else ():
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            changes[name] = _with(value, (*place, name), found, above)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel) and not isinstance(value[0], Evidence):
            changes[name] = tuple(_with(one, (*place, name, i), found, above) for i, one in enumerate(value))
    return model.model_copy(update=changes) if changes else model
