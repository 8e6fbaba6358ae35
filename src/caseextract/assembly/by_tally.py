"""Patients of a small group told apart by counts that add up: "one had …, two had …", also over several sentences, or "a response in one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.assembly.references import Found, Marker
from caseextract.knowledge import phrase, says
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

MOST = 4
AHEAD = 3
"""Sentences after the first of a tally in which it may go on."""
SHORT = 8
"""Sentences of a text whose small groups are its patients, though it does not announce them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """So many patients named at `[start, end)`; `number` is None for all who are left. `told`: a result; `closed`: by these words alone, not by those behind."""

    start: int
    end: int
    number: int | None
    told: bool
    closed: bool = False


def counted_off(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """By counts that add up to the announced number: "of four patients, one had …, two had … and the remaining one had …"."""
    if count is not None and count > MOST:
        return None
    for place in range(len(sentences)):
        number = count or _of_a_group(prose, sentences, place)
        if number is None:
            continue
        found = _adding_up(prose, sentences[place : place + 1 + AHEAD], number)
        if found:
            return [f"patient {n + 1}" for n in range(number)], {**_again(prose, sentences, found, number), **found}
    return None


def _adding_up(prose: Prose, sentences: Sequence[Sentence], count: int) -> dict[int, list[Marker]] | None:
    """The markers of the counts of these sentences, from the first on, as soon as they add up; None where they do not."""
    markers: dict[int, list[Marker]] = {}
    first = 0
    for sentence in sentences:
        own = [counted for counted in _counted(prose.words(sentence)) if counted.number != count]
        if not all(counted.told for counted in own):
            return None
        if not own and not markers:
            return None
        if markers and own and says("sums up before it counts", prose.words(sentence)[: own[0].start]):
            return None
        for counted in own:
            number = counted.number if counted.number is not None else count - first
            if number < 1 or first + number > count:
                return None
            order = tuple(range(first, first + number))
            first += number
            at = sentence.start
            markers.setdefault(sentence.index, []).append(Marker(at + counted.start, at + counted.end, frozenset(order), order, closed=counted.closed))
        if first == count:
            return markers if sum(len(marks) for marks in markers.values()) > 1 else None
    return None


def _again(prose: Prose, sentences: Sequence[Sentence], found: dict[int, list[Marker]], count: int) -> dict[int, list[Marker]]:
    """The markers of other sentences that count the same groups off once more, in the same order."""
    groups = [len(marker.order) for index in sorted(found) for marker in found[index]]
    more: dict[int, list[Marker]] = {}
    for sentence in sentences:
        own = _adding_up(prose, [sentence], count) if sentence.index not in found else None
        marks = own.get(sentence.index, []) if own else []
        if marks and [len(marker.order) for marker in marks] == groups:
            more[sentence.index] = marks
    return more


def _counted(words: str) -> Iterator[Counted]:
    """The counts of a sentence, most of them as its subjects."""
    behind = list(phrase("result in some of them").finditer(words))
    if len(behind) > 1:
        yield from (Counted(m.start(), m.end(), _number(m["n"] or m["b"], m["m"]), told=True, closed=True) for m in behind)
        return
    found = list(phrase("some of them, of whom a result is told").finditer(words))
    for match, end in zip(found, [*(m.start() for m in found[1:]), len(words)], strict=False):
        yield Counted(match.start("n"), match.end(), _number(match["n"], match["m"]), told=says("result of a treatment", words[match.start() : end]))


def _number(word: str, more: str | None) -> int | None:
    """How many are meant; None for all who are left."""
    if more:
        return ordinal_of(more)
    if says("all who are left", word):
        return None
    word = word.lower().removeprefix("the ")
    return 1 if word in ("another", "other", "remaining", "third", "fourth", "last", "second") else ordinal_of(word)


def _of_a_group(prose: Prose, sentences: Sequence[Sentence], place: int) -> int | None:
    """How many patients with something in common a short text speaks of, in the sentence or the one before it."""
    if len(prose.sentences) > SHORT:
        return None
    for sentence in reversed(sentences[max(0, place - 1) : place + 1]):
        match = phrase("small group with something in common").search(prose.words(sentence))
        if match:
            return ordinal_of(match["n"])
    return None
