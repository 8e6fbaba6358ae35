"""What every match of a pattern contains, so that most texts are passed over without trying it.

`(?:no|without) evidence` cannot match where neither "no evidence" nor "without evidence" stands among the bare words
(`words`). What a pattern needs is read off its parse tree: nobody has to write it down, and no match is ever lost. Of all
that could be asked little is chosen: what is soon asked and seldom there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import product
from typing import Any, NamedTuple

from caseextract.caseblind.folding import tokens
from caseextract.caseblind.words import bare

Group = frozenset[str]
"""Strings of which every match contains one."""
NOTHING: Group = frozenset({""})
BOUNDARY: Group = frozenset({"\b"})
"""Where a word begins or ends, among the characters of a string."""
MOST, LONGEST, FEW = 60, 36, 4
COMMON = " a and of with in the patient was to for were the "
"""What stands in every second sentence."""
ODDS = (1.0, 0.9, 0.3, 0.12, 0.03, 0.015, 0.01)
"""How often any other string so long stands in one, roughly."""


class Need(NamedTuple):
    """Something that every match has: a condition on the bare words `s`, its cost, and how often a text meets it, roughly.

    Costs are in questions whether a string stands in a text.
    """

    condition: str
    cost: float
    odds: float


Seen = tuple[Group | None, list[Need]]
"""All that a part of a pattern can match, where that is little, and what it needs."""


def need_of(tree: Any, length: int, *, in_lower_case: bool) -> Callable[[str], bool] | None:
    """Whether bare words have what every match of a parse tree contains; None where nothing telling is known.

    `length` of the pattern, in characters; `in_lower_case`: the question is for words in lower case.
    """
    reader = Reader(in_lower_case, 40 + length / 6)
    need = reader.need(reader.sequence(tree))
    # made of quoted strings, `in`, `and` and `or` alone: nothing in Python asks as quickly
    return None if need is None else eval(f"lambda s: {need.condition}")


@dataclass(frozen=True)
class Reader:
    """Reads a parse tree; `price` is what a search costs."""

    in_lower_case: bool
    price: float

    def need(self, seen: Seen) -> Need | None:
        """What a part of a pattern needs, if that is worth asking."""
        exact, needs = seen
        return self._all([*needs, *self._any(exact)])

    def sequence(self, items: Sequence[Any]) -> Seen:
        """What items in a row can match and need."""
        needs: list[Need] = []
        is_exact, running = True, NOTHING
        for kind, argument in items:
            own, within = self._item(kind, argument)
            needs += within
            joined = None if own is None else _joined(running, own)
            if joined is None:
                is_exact = False
                needs += self._any(running)
                joined = NOTHING if own is None else own
            running = joined
        return (running, needs) if is_exact else (None, [*needs, *self._any(running)])

    def _item(self, kind: Any, argument: Any) -> Seen:
        if kind is tokens.LITERAL:
            return _letter(argument, self.in_lower_case), []
        if kind is tokens.IN:
            return self._letters(argument), []
        if kind is tokens.AT:
            return BOUNDARY if argument is tokens.AT_BOUNDARY else NOTHING, []
        if kind in (tokens.ASSERT, tokens.ASSERT_NOT):
            return NOTHING, []
        if kind is tokens.SUBPATTERN:
            return self.sequence(argument[3])
        if kind is tokens.ATOMIC_GROUP:
            return self.sequence(argument)
        if kind is tokens.BRANCH:
            return self._branches([self.sequence(branch) for branch in argument[1]])
        if kind in (tokens.MAX_REPEAT, tokens.MIN_REPEAT, tokens.POSSESSIVE_REPEAT):
            return self._repeated(argument[0], argument[1], self.sequence(argument[2]))
        return None, []

    def _letters(self, members: Sequence[tuple[Any, Any]]) -> Group | None:
        """The characters of a class, bare; None for a class of many, and for letters of other scripts."""
        found: set[str] = set()
        for kind, argument in members:
            if kind is tokens.LITERAL:
                found.add(chr(argument))
            elif kind is tokens.RANGE and argument[1] - argument[0] < FEW:
                found.update(map(chr, range(argument[0], argument[1] + 1)))
            elif kind is tokens.CATEGORY and argument in (tokens.CATEGORY_SPACE, tokens.CATEGORY_NOT_WORD):
                found.add(" ")
            else:
                return None
        letters = frozenset(bare(letter, in_lower_case=self.in_lower_case) for letter in found)
        return letters if all(map(_is_plain, found)) and len(letters) <= FEW else None

    def _branches(self, branches: Sequence[Seen]) -> Seen:
        sets = [exact for exact, _ in branches if exact is not None]
        exact = frozenset().union(*sets)
        if len(sets) == len(branches) and len(exact) <= MOST:
            return exact, []
        needs = [need for branch in branches if (need := self.need(branch)) is not None]
        return None, [_one_of(needs)] if len(needs) == len(branches) else []

    def _repeated(self, least: int, most: int, part: Seen) -> Seen:
        exact, needs = part
        if exact is not None and (least, most) == (0, 1):
            return exact | NOTHING, []
        if (least, most) == (1, 1):
            return part
        return None, [*needs, *self._any(exact)] if least else []

    def _any(self, group: Group | None) -> list[Need]:
        """That one string of a group is there; nothing where that tells nothing."""
        need = min(_ways_to_ask(group or NOTHING), key=self._total, default=None)
        return [need] if need is not None and self._is_useful(need) else []

    def _all(self, needs: Iterable[Need]) -> Need | None:
        """That all is there, as far as asking is worth while; what decides soonest first."""
        best: Need | None = None
        for need in sorted(set(needs), key=lambda need: (need.cost / (1.001 - need.odds), need)):
            best = need if best is None else min(best, _both(best, need), key=self._total)
        return best if best is not None and self._is_useful(best) else None

    def _is_useful(self, need: Need) -> bool:
        return self._total(need) < self.price

    def _total(self, need: Need) -> float:
        """What asking first and then searching costs, in all."""
        return need.cost + need.odds * self.price


@cache
def _letter(code: int, in_lower_case: bool) -> Group | None:
    letter = chr(code)
    return frozenset({bare(letter, in_lower_case=in_lower_case)}) if _is_plain(letter) else None


def _is_plain(letter: str) -> bool:
    """Whether its upper and lower case are those of ASCII, or it has none."""
    return letter.isascii() or letter == letter.upper() == letter.lower()


@cache
def _ways_to_ask(group: Group) -> list[Need]:
    """That one string of a group is there, of many perhaps only how they begin; none where one of them is empty."""
    group = frozenset(map(_with_blanks, group))
    if "" in group:
        return []
    shortened = {frozenset(text[:length] for text in group): None for length in (LONGEST, 10, 8, 7, 6, 5, 4)}
    return [_one_of(map(_stands, _shortest(texts))) for texts in shortened]


def _joined(before: Group, after: Group) -> Group | None:
    if len(before) * len(after) > MOST:
        return None
    joined = frozenset(one + other for one, other in product(before, after))
    return joined if all(len(text) <= LONGEST for text in joined) else None


def _with_blanks(text: str) -> str:
    """The characters of a string, with a blank where a word begins or ends beyond which nothing is known."""
    letters = text.replace("\b", "")
    before = " " if text[:1] == "\b" and _is_of_word(letters[:1]) else ""
    after = " " if text[-1:] == "\b" and _is_of_word(letters[-1:]) else ""
    return f"{before}{letters}{after}"


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _shortest(texts: Iterable[str]) -> list[str]:
    """Without strings that contain another one of them; the most frequent first."""
    known = set(texts)
    kept = {one for one in known if not any(other != one and other in one for other in known)}
    return sorted(kept, key=lambda text: (-_odds(text), text))


def _odds(text: str) -> float:
    if text in COMMON:
        return 0.9 if len(text) < 3 else 0.4
    return ODDS[min(len(text), len(ODDS) - 1)]


def _stands(text: str) -> Need:
    return Need(f"{text!r} in s", 1, _odds(text))


def _one_of(needs: Iterable[Need]) -> Need:
    return reduce(
        lambda one, other: Need(
            f"{one.condition} or {other.condition}", one.cost + other.cost, 1 - (1 - one.odds) * (1 - other.odds)
        ),
        needs,
    )


def _both(one: Need, other: Need) -> Need:
    return Need(
        f"({one.condition}) and ({other.condition})", one.cost + one.odds * other.cost, one.odds * other.odds
    )
