"""What every match of a pattern contains, so that most sentences are passed over without trying it.

`complete (?:response|remission)` cannot match where neither "complete response" nor "complete remission" stands. What a
pattern requires is read off its parse tree: nobody has to write it down, and no match is ever lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from caseextract.caseblind import IGNORECASE, Pattern, parser, tokens

Group = frozenset[str]
"""Strings of which every match contains one."""
MOST = 60
FEW = 16
LONGEST = 36
NOTHING: Group = frozenset({""})
DIGITS: Group = frozenset("0123456789")


def required(pattern: Pattern[str]) -> tuple[Group, ...]:
    """One or two groups of strings, the most telling first; none where nothing telling is known.

    They hold for texts with ASCII digits alone; for some patterns `in_lower_case`.
    """
    if parser is None:
        return ()
    _, groups = _sequence(parser.parse(pattern.pattern, pattern.flags))
    if in_lower_case(pattern):
        groups = [frozenset(text.lower() for text in group) for group in groups]
    useful = {_shortest(_few(group)) for group in groups if _is_useful(group)}
    quick = [group for group in useful if len(group) <= FEW]
    return tuple(sorted(quick, key=lambda group: (-_worth(group), sorted(group)))[:2])


def in_lower_case(pattern: Pattern[str]) -> bool:
    """Whether the strings are for texts lowered by `caseblind.lowered`: where case does not matter, be it in a part."""
    return bool(pattern.flags & IGNORECASE) or "(?i" in pattern.pattern


def has(text: str, groups: tuple[Group, ...]) -> bool:
    """Whether a text contains one string of each group."""
    for group in groups:
        for literal in group:
            if literal in text:
                break
        else:
            return False
    return True


def _shortest(group: Group) -> Group:
    """Without strings that contain another one of the group."""
    return frozenset(one for one in group if not any(other != one and other in one for other in group))


def _few(group: Group) -> Group:
    """The group, of so many strings only their beginnings as long as those are few."""
    for length in (10, 8, 7, 6, 5, 4):
        if len(group) <= FEW // 2:
            break
        group = frozenset(text[:length] for text in group)
    return group


def _is_useful(group: Group) -> bool:
    return "" not in group and len(group) <= MOST and all(len(text) > 1 or (not text.isalpha() and text != " ") for text in group)


def _worth(group: Group) -> float:
    """How seldom one of the group stands in a sentence, roughly."""
    return min(min(len(text) for text in group), 6) - len(group) / 4


def _sequence(items: Sequence[Any]) -> tuple[Group | None, list[Group]]:
    """All that a sequence can match, where that is little, and what it requires."""
    groups: list[Group] = []
    is_exact, running = True, NOTHING
    for kind, argument in items:
        own, within = _item(kind, argument)
        joined = None if own is None else _joined(running, own)
        if joined is not None:
            running = joined
            continue
        is_exact = False
        groups += [running, *within]
        running = NOTHING if own is None else own
    groups.append(running)
    return (running if is_exact else None), groups


def _joined(before: Group, after: Group) -> Group | None:
    if len(before) * len(after) > MOST:
        return None
    joined = frozenset(one + other for one, other in product(before, after))
    return joined if all(len(text) <= LONGEST for text in joined) else None


def _item(kind: Any, argument: Any) -> tuple[Group | None, list[Group]]:
    if kind is tokens.LITERAL:
        return _letters(((kind, argument),)), []
    if kind is tokens.IN:
        return _letters(argument), []
    if kind in (tokens.AT, tokens.ASSERT, tokens.ASSERT_NOT):
        return NOTHING, []
    if kind is tokens.SUBPATTERN:
        return _sequence(argument[3])
    if kind is tokens.ATOMIC_GROUP:
        return _sequence(argument)
    if kind is tokens.BRANCH:
        return _branches([_sequence(branch) for branch in argument[1]])
    if kind in (tokens.MAX_REPEAT, tokens.MIN_REPEAT, tokens.POSSESSIVE_REPEAT):
        return _repeated(*argument)
    return None, []


def _letters(members: Sequence[tuple[Any, Any]]) -> Group | None:
    """The characters of a class; None for a class of many, and for letters of other scripts."""
    found: set[str] = set()
    for kind, argument in members:
        if kind is tokens.LITERAL:
            found.add(chr(argument))
        elif kind is tokens.RANGE and argument[1] - argument[0] < MOST:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif kind is tokens.CATEGORY and argument is tokens.CATEGORY_DIGIT:
            found |= DIGITS
        else:
            return None
    plain = all(letter.isascii() or letter == letter.upper() == letter.lower() for letter in found)
    return frozenset(found) if plain and len(found) <= FEW else None


def _branches(branches: list[tuple[Group | None, list[Group]]]) -> tuple[Group | None, list[Group]]:
    exact: set[str] | None = set()
    union: set[str] | None = set()
    for own, groups in branches:
        exact = None if exact is None or own is None else exact | own
        best = max(filter(_is_useful, groups), key=_worth, default=None)
        union = None if union is None or best is None else union | best
    within = [] if union is None else [_shortest(_few(frozenset(union)))]
    return (frozenset(exact) if exact is not None and len(exact) <= MOST else None), within


def _repeated(least: int, most: int, items: Sequence[Any]) -> tuple[Group | None, list[Group]]:
    exact, groups = _sequence(items)
    if exact is not None and (least, most) == (0, 1):
        return exact | NOTHING, []
    if exact is not None and least == most == 1:
        return exact, groups
    return None, groups if least else []
