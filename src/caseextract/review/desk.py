"""What a curator does: accept, edit, reject, add, settle a conflict, undo; each becomes decisions in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caseextract.errors import RecordError
from caseextract.review.articles import Articles
from caseextract.review.decisions import Decision, Decisions
from caseextract.review.fields import BY_NAME
from caseextract.review.forms import value_from
from caseextract.review.items import Item, case_of, new_key, record_of
from caseextract.review.overlay import Judged, curated, laid_over
from caseextract.review.passages import named_sections, section_at
from caseextract.review.wording import wording
from caseextract.schema import ArticleRecord


@dataclass(frozen=True)
class Words:
    """Words chosen in the text: characters `[start, end)`."""

    start: int
    end: int


@dataclass(frozen=True)
class Done:
    """What was done, in words, and the key of the item that it was done to."""

    said: str
    key: str | None = None


class Desk:
    """Records, and the decisions on them."""

    def __init__(self, articles: Articles, decisions: Decisions) -> None:
        self.articles = articles
        self.decisions = decisions

    def judged(self, name: str, curator: str) -> tuple[Judged, ...]:
        """The items of an article as a curator left them."""
        return laid_over(self.articles.record(name), self.decisions.standing(name, curator))

    def curated(self, name: str, curator: str | None = None) -> ArticleRecord:
        """The record with a curator's decisions, or everybody's, where the later one counts."""
        return curated(self.articles.record(name), self.decisions.standing(name, curator))

    def accept(self, name: str, curator: str, key: str, why: str = "") -> Done:
        """The value stands as it was extracted."""
        one = self._one(name, curator, key)
        if one.extracted is None:
            raise RecordError(f"{self._title(one.item)}: this value was not extracted; reject it or undo instead")
        return self._write(name, curator, [one.item], "Accepted", action="accept", new=[one.extracted], why=why)

    def accept_all(self, name: str, curator: str, above: float) -> Done:
        """Accept what is open and has at least this confidence, as one step."""
        judged = self.judged(name, curator)
        by_key = {one.item.key: one.item for one in judged}
        found = [one.item for one in judged if one.state == "open" and _confidence(one.item, by_key) >= above]
        if not found:
            return Done(f"No open value has a confidence of {above:g} or more")
        self._write(name, curator, found, "", action="accept", new=[item.value for item in found])
        return Done(f"Accepted {len(found)} values with a confidence of {above:g} or more")

    def reject(self, name: str, curator: str, key: str, why: str = "") -> Done:
        """The value does not belong in the record, nor what hangs on it."""
        one = self._one(name, curator, key)
        return self._write(name, curator, [one.item], "Rejected", action="reject", new=[None], why=why)

    def edit(
        self, name: str, curator: str, key: str, typed: Mapping[str, str], *, words: Words | None = None, why: str = ""
    ) -> Done:
        """Another value, judged by the schema; `words` replace the old proof."""
        one = self._one(name, curator, key)
        evidence = self._evidence(name, words) if words else None
        value = value_from(BY_NAME[one.item.field], typed, old=one.item.value, evidence=evidence)
        self._check(name, curator, Item(key, one.item.field, one.item.parent, value))
        return self._write(name, curator, [one.item], "Edited", action="edit", new=[value], why=why)

    def add(
        self, name: str, curator: str, field: str, parent: str, typed: Mapping[str, str], *, words: Words, why: str = ""
    ) -> Done:
        """A value that was not extracted, with the words that prove it."""
        standing = {one.item.key: one for one in self.judged(name, curator)}
        if field not in BY_NAME or BY_NAME[field].level != self._level(name, parent, standing):
            raise RecordError(f"{field}: there is no place for it under {parent!r}; reload the page")
        value = value_from(BY_NAME[field], typed, evidence=self._evidence(name, words))
        key = new_key(BY_NAME[field], value, parent)
        if key in standing and standing[key].kept and not BY_NAME[field].many:
            raise RecordError(f"{BY_NAME[field].title}: there is one already; edit it instead")
        copies = 1
        while key in standing:
            copies += 1
            key = f"{new_key(BY_NAME[field], value, parent)} #{copies}"
        item = Item(key, field, parent, value)
        self._check(name, curator, item)
        return self._write(name, curator, [item], "Added", action="add", old=[None], new=[value], why=why)

    def keep(self, name: str, curator: str, key: str) -> Done:
        """Settle a conflict: the decision stands, also against what is extracted now."""
        one = self._one(name, curator, key)
        if one.decision is None:
            raise RecordError(f"{self._title(one.item)}: there is no decision to keep")
        action = one.decision.action if one.extracted is not None else "add"
        new, old = one.decision.new, one.extracted
        if action == "accept":
            action = "edit"
        return self._write(name, curator, [one.item], "Kept", action=action, old=[old], new=[new], why="kept")

    def undo(self, name: str, curator: str) -> Done:
        """Take back the last step."""
        undone = self.decisions.undo(name, curator)
        if not undone:
            return Done("Nothing to undo")
        if len(undone) > 1:
            return Done(f"Took back {len(undone)} decisions")
        one = undone[0]
        return Done(f"Took back: {one.action} {BY_NAME[one.field].title.lower()}", one.key)

    def _one(self, name: str, curator: str, key: str) -> Judged:
        for one in self.judged(name, curator):
            if one.item.key == key:
                return one
        raise RecordError("This value is no longer in the record; reload the page")

    def _level(self, name: str, parent: str, standing: Mapping[str, Judged]) -> str | None:
        """What kind of thing a parent is; a patient may be the next after the last."""
        if parent in standing:
            return standing[parent].item.field
        numbers = [len(self.articles.record(name).cases), *(case_of(key) for key in standing)]
        known = {f"case {number}" for number in range(1, max(numbers) + 2)}
        return "case" if parent in known else "article" if parent == "article" else None

    def _evidence(self, name: str, words: Words) -> dict[str, Any]:
        record = self.articles.record(name)
        text = record.source.text
        if not 0 <= words.start < words.end <= len(text):
            raise RecordError("Words: choose the words of the text that prove this value")
        return {
            "quote": text[words.start : words.end],
            "start": words.start,
            "end": words.end,
            "section": section_at(text, words.start, sections=named_sections(record)),
            "boxes": [box.model_dump() for box in self.articles.boxes(name, words.start, words.end)],
        }

    def _check(self, name: str, curator: str, new: Item) -> None:
        kept = [one.item for one in self.judged(name, curator) if one.kept and one.item.key != new.key]
        record_of(self.articles.record(name), [*kept, new])

    def _title(self, item: Item) -> str:
        return BY_NAME[item.field].title

    def _write(
        self,
        name: str,
        curator: str,
        items: Sequence[Item],
        said: str,
        *,
        action: str,
        new: Sequence[dict[str, Any] | None],
        old: Sequence[dict[str, Any] | None] | None = None,
        why: str = "",
    ) -> Done:
        extracted = {one.item.key: one.extracted for one in self.judged(name, curator)} if old is None else {}
        before = old if old is not None else [extracted[item.key] for item in items]
        sha256 = self.articles.record(name).source.sha256
        self.decisions.add(
            [
                Decision(
                    article=name,
                    curator=curator,
                    action=action,
                    key=item.key,
                    field=item.field,
                    parent=item.parent,
                    old=was,
                    new=now,
                    why=why.strip(),
                    text_sha256=sha256,
                )
                for item, was, now in zip(items, before, new, strict=True)
            ]
        )
        shown = wording(items[0].field, new[0] or items[0].value)
        return Done(f"{said}: {self._title(items[0]).lower()}, {shown}", items[0].key)


def _confidence(item: Item, by_key: Mapping[str, Item]) -> float:
    """An item's own confidence, or that of what it belongs to."""
    if item.confidence is not None:
        return item.confidence
    return _confidence(by_key[item.parent], by_key) if item.parent in by_key else 0.0
