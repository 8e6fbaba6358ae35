"""A record as a flat list of items that can be decided on one by one, and back.

A key says what an item is, not where it stands ("case 1/course:systemic,crizotinib/best_response"), so that a decision
finds its item again in a record that was extracted anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from caseextract.errors import RecordError
from caseextract.review.fields import BY_NAME, Field, fields_of
from caseextract.schema import ArticleRecord, Case

NOT_STATED = frozenset({"evidence", "confidence", "derived", "matched_by", "codes", "rule", "hgnc_id", "agent_class"})
"""Parts of a value that say how it was found, not what it is."""


@dataclass(frozen=True)
class Item:
    """One value of a record: its own part of the JSON, without the items below it."""

    key: str
    field: str
    parent: str
    value: dict[str, Any]

    @property
    def evidence(self) -> tuple[dict[str, Any], ...]:
        """The words that prove it, outermost first."""
        return tuple(_evidence(self.value))

    @property
    def confidence(self) -> float | None:
        """Between 0 and 1; None where the schema keeps none (a line of therapy)."""
        inner = self.value.get("histology", self.value)
        found = inner.get("confidence")
        return None if found is None else float(found)

    @property
    def derived(self) -> str | None:
        """The arithmetic or rule of a value that the text does not state."""
        found = self.value.get("derived") or self.value.get("rule")
        return None if found is None else str(found)


def _evidence(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if "quote" in tree:
            yield tree
            return
        for name in sorted(tree, key=lambda name: name != "evidence"):
            yield from _evidence(tree[name])
    elif isinstance(tree, list):
        for part in tree:
            yield from _evidence(part)


def stated(tree: Any) -> Any:
    """What a value says, without how it was found; two readings agree when this is equal."""
    if isinstance(tree, dict):
        return {name: stated(part) for name, part in tree.items() if name not in NOT_STATED and part not in (None, [])}
    if isinstance(tree, list):
        return [stated(part) for part in tree]
    return tree


def identity(field: Field, value: dict[str, Any]) -> str:
    """The name under which an item of a list is told from the others of that list."""
    return ",".join(_word(part(value, path)) for path in field.told_apart_by)


def _word(found: Any) -> str:
    if isinstance(found, list):
        return "+".join(sorted(_word(agent) for agent in found))
    return str(found["name"] if isinstance(found, dict) else found or "").lower().replace("/", "-")


def part(tree: Any, path: str) -> Any:
    """The part of a JSON tree at a dotted path; None where there is nothing."""
    for name in path.split("."):
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree


def items_of(record: ArticleRecord) -> tuple[Item, ...]:
    """Every item of a record, in the order in which it is read."""
    return tuple(_take_apart(record)[1])


def record_of(record: ArticleRecord, items: Iterable[Item]) -> ArticleRecord:
    """The record with these items instead of its own; raises `RecordError` when the schema refuses them."""
    tree, _ = _take_apart(record)
    below: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        below[item.parent].append(item)
    _fill(tree["article"], "article", "article", below)
    while f"case {len(tree['cases']) + 1}" in below:
        tree["cases"].append(Case().model_dump(mode="json"))
    for number, case in enumerate(tree["cases"], 1):
        _fill(case, "case", f"case {number}", below)
        _repeat_months(case["outcome"])
    if tree["cases"]:
        tree["no_case_reason"] = None
    try:
        return ArticleRecord.model_validate(tree)
    except ValidationError as error:
        raise RecordError(f"{record.source.name}: the decisions do not make a valid record: {error}") from error


def _repeat_months(outcome: dict[str, Any]) -> None:
    for name in ("overall_survival", "follow_up"):
        outcome[f"{name}_months"] = outcome[name]["value"] if outcome[name] else None


def _take_apart(record: ArticleRecord) -> tuple[dict[str, Any], list[Item]]:
    tree = record.model_dump(mode="json")
    keys: dict[str, int] = defaultdict(int)
    items = list(_take(tree["article"], "article", "article", keys))
    for number, case in enumerate(tree["cases"], 1):
        for name in ("overall_survival", "follow_up"):
            months = case["outcome"][f"{name}_months"]
            if case["outcome"][name] is None and months is not None:
                case["outcome"][name] = {"value": months, "evidence": [], "confidence": 0.9, "derived": None}
        items += _take(case, "case", f"case {number}", keys)
    return tree, items


def _take(tree: dict[str, Any], level: str, parent: str, keys: dict[str, int]) -> Iterator[Item]:
    for field in fields_of(level):
        place = _place(tree, field)
        found = place[field.path[-1]]
        values = [value for value in (found if field.many else [found]) if stated(value)]
        if values:
            place[field.path[-1]] = _nothing(field)
            for value in values:
                key = _key(field, value, parent, keys)
                below = list(_take(value, field.name, key, keys))
                yield Item(key, field.name, parent, value)
                yield from below


def _key(field: Field, value: dict[str, Any], parent: str, keys: dict[str, int]) -> str:
    key = new_key(field, value, parent)
    keys[key] += 1
    return key if keys[key] == 1 else f"{key} #{keys[key]}"


def new_key(field: Field, value: dict[str, Any], parent: str) -> str:
    """The key of a value under its parent."""
    return f"{parent}/{field.name}" + (f":{identity(field, value)}" if field.many else "")


def case_of(key: str) -> int:
    """The number of the patient that a key belongs to, from 1; 0 for the article's own values."""
    first = key.split("/")[0]
    return int(first.removeprefix("case ")) if first.startswith("case ") else 0


def _fill(tree: dict[str, Any], level: str, parent: str, below: dict[str, list[Item]]) -> None:
    for item in below.get(parent, []):
        field = BY_NAME[item.field]
        place, name = _place(tree, field), field.path[-1]
        value = dict(item.value)
        if field.many:
            place[name] = [*place[name], value]
        else:
            place[name] = value
        _fill(value, field.name, item.key, below)


def _place(tree: dict[str, Any], field: Field) -> dict[str, Any]:
    for name in field.path[:-1]:
        tree = tree[name]
    return tree


def _nothing(field: Field) -> Any:
    if field.many:
        return []
    return {} if field.name == "line" else None
