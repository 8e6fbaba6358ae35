"""A curator's decisions laid over a record, also over one that was extracted anew; what no longer fits is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from caseextract.review.decisions import Decision
from caseextract.review.items import Item, items_of, record_of, stated
from caseextract.review.wording import wording
from caseextract.schema import ArticleRecord

State = Literal["open", "accepted", "edited", "rejected", "added"]
_STATE: dict[str, State] = {"accept": "accepted", "edit": "edited", "reject": "rejected", "add": "added"}

GONE = "its words no longer stand in the text"


@dataclass(frozen=True)
class Judged:
    """An item as the curator left it: `item` is the value that counts, `extracted` what the program found."""

    item: Item
    state: State = "open"
    extracted: dict[str, Any] | None = None
    decision: Decision | None = None
    conflict: str | None = None
    misplaced: bool = False
    """The words of the decision no longer stand in the text: shown, but left out of the curated record."""

    @property
    def kept(self) -> bool:
        """Whether it belongs in the curated record."""
        return self.state != "rejected" and not self.misplaced


def laid_over(record: ArticleRecord, decisions: Sequence[Decision]) -> tuple[Judged, ...]:
    """Every item of the record with the decision that stands on it; what was added, or is no longer found, follows."""
    last = {decision.key: decision for decision in decisions}
    items = _under_known_keys(items_of(record), last)
    judged = [_judge(item, last.get(item.key), record.source.text) for item in items]
    known = {item.key for item in items}
    for decision in last.values():
        if decision.key not in known and decision.new is not None:
            _insert(judged, _without_extraction(decision, record.source.text))
    return tuple(_below_rejected(judged))


def curated(record: ArticleRecord, decisions: Sequence[Decision]) -> ArticleRecord:
    """The record as the curator left it; what nobody decided on stays as it was extracted."""
    if not decisions:
        return record
    return record_of(record, [judged.item for judged in laid_over(record, decisions) if judged.kept])


def _judge(item: Item, decision: Decision | None, text: str) -> Judged:
    if decision is None:
        return Judged(item, extracted=item.value)
    differs = stated(decision.old) != stated(item.value)
    conflict = f"extraction now says: {wording(item.field, item.value)}" if differs else None
    if decision.action == "accept" and not differs:
        return Judged(item, "accepted", item.value, decision)
    if decision.new is None:
        return Judged(item, "rejected", item.value, decision, conflict)
    value = anchored(decision.new, text)
    if value is None:
        return Judged(item, _STATE[decision.action], item.value, decision, GONE, misplaced=True)
    return Judged(replace(item, value=value), _STATE[decision.action], item.value, decision, conflict)


def _without_extraction(decision: Decision, text: str) -> Judged:
    value = anchored(decision.new, text)
    item = Item(decision.key, decision.field, decision.parent, value or decision.new or {})
    if value is None:
        return Judged(item, _STATE[decision.action], None, decision, GONE, misplaced=True)
    conflict = None if decision.action == "add" else "extraction no longer finds this value"
    return Judged(item, _STATE[decision.action], None, decision, conflict)


def _insert(judged: list[Judged], new: Judged) -> None:
    """Courses stand in the order of time, for which the order of the text is the best guess."""
    start = min((evidence["start"] for evidence in new.item.evidence), default=0)
    for place, other in enumerate(judged):
        sibling = (other.item.field, other.item.parent) == (new.item.field, new.item.parent)
        if sibling and min((evidence["start"] for evidence in other.item.evidence), default=0) > start:
            judged.insert(place, new)
            return
    judged.append(new)


def _below_rejected(judged: Iterable[Judged]) -> Iterable[Judged]:
    gone: set[str] = set()
    for one in judged:
        if one.item.parent in gone or not one.kept:
            gone.add(one.item.key)
        if one.item.parent in gone:
            yield replace(one, state="rejected", decision=one.decision)
        else:
            yield one


def _under_known_keys(items: tuple[Item, ...], last: dict[str, Decision]) -> tuple[Item, ...]:
    """Give an item that was read differently this time the key of the decision on the same words."""
    found = {item.key for item in items}
    for key, decision in last.items():
        if key in found or decision.action == "add":
            continue
        for item in items:
            same_kind = item.field == decision.field and item.parent == decision.parent
            if same_kind and item.key not in last and _same_words(item.value, decision.old):
                items = tuple(_renamed(other, item.key, key) for other in items)
                found = {other.key for other in items}
                break
    return items


def _same_words(one: dict[str, Any], other: dict[str, Any] | None) -> bool:
    mine = [(e["start"], e["end"]) for e in Item("", "", "", one).evidence]
    theirs = [(e["start"], e["end"]) for e in Item("", "", "", other or {}).evidence]
    return any(a < d and c < b for a, b in mine for c, d in theirs)


def _renamed(item: Item, old: str, new: str) -> Item:
    def moved(key: str) -> str:
        return new + key[len(old) :] if key == old or key.startswith(f"{old}/") else key

    return replace(item, key=moved(item.key), parent=moved(item.parent))


def anchored(tree: Any, text: str) -> Any:
    """The value with each quote where it now stands (the nearest place); None when a quote is nowhere in the text."""
    if isinstance(tree, list):
        parts = [anchored(part, text) for part in tree]
        return None if any(part is None and was is not None for part, was in zip(parts, tree, strict=True)) else parts
    if not isinstance(tree, dict):
        return tree
    if "quote" in tree:
        return _moved(tree, text)
    found = {name: anchored(part, text) for name, part in tree.items()}
    return None if any(found[name] is None and tree[name] is not None for name in tree) else found


def _moved(evidence: dict[str, Any], text: str) -> dict[str, Any] | None:
    quote, start = evidence["quote"], evidence["start"]
    if text[start : start + len(quote)] == quote:
        return evidence
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return None
    place = min(places, key=lambda place: abs(place - start))
    return {**evidence, "start": place, "end": place + len(quote), "boxes": []}
