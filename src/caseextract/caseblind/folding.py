"""Texts and parse trees of patterns in lower case, where that changes nothing of what a pattern finds."""

from __future__ import annotations

import re
from functools import lru_cache
from re import IGNORECASE, UNICODE
from typing import Any

try:
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _constants as tokens  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # a Python whose `re` is built otherwise: patterns are then used as they are
    compiler = tokens = parser = None

__all__ = ["LONG", "folded", "for_ascii", "is_blind", "lower", "lowered", "parsed", "tokens"]
ODD_LETTERS = re.compile("[ſıİΣςϐϑϕϖϰϱϵẛͅιΐΰﬅﬆ\u1c80-\u1c88\u0390\u03b0]")
"""Letters that `re` takes for others in ways of its own, or whose lower case is longer or depends on its place."""
LONG = 1000
UNICODE_BLANKS = {} if tokens is None else {
    tokens.CATEGORY_SPACE: tokens.CATEGORY_UNI_SPACE, tokens.CATEGORY_NOT_SPACE: tokens.CATEGORY_UNI_NOT_SPACE,
}  # fmt: skip


def lowered(text: str) -> str | None:
    """The text in lower case, as long as before; None for a text with odd letters."""
    return text.lower() if len(text) < LONG and text.isascii() else _lowered(text)


@lru_cache(maxsize=256)
def _lowered(text: str) -> str | None:
    return None if ODD_LETTERS.search(text) else text.lower().replace("µ", "μ")


def is_blind(pattern: str, flags: int) -> bool:
    """Whether case does not matter to a pattern as a whole."""
    return bool(flags & IGNORECASE) or pattern.startswith("(?i)")


def parsed(pattern: str, flags: int) -> Any:
    """A pattern's parse tree; None where there is none to be had."""
    try:
        return None if parser is None else parser.parse(pattern, flags)
    except re.error:  # compiling the pattern says what is wrong with it
        return None


def folded(pattern: str, flags: int) -> re.Pattern[str]:
    """A pattern that can be put in lower case, for texts in lower case."""
    tree = parsed(pattern, flags)
    lower(tree)
    return _compiled(tree, IGNORECASE)


def for_ascii(tree: Any) -> re.Pattern[str] | None:
    """A parse tree, in lower case if it is blind to case, as pattern for ASCII texts; None where it cannot be had.

    What is a letter need then not be asked of Unicode, which is most of what a search does.
    """
    return _compiled(tree, IGNORECASE | UNICODE) if _spaces(tree) else None


def _compiled(tree: Any, without: int) -> re.Pattern[str]:
    tree.state.flags &= ~without
    compiled: re.Pattern[str] = compiler.compile(tree, 0)
    return compiled


def _spaces(items: Any) -> bool:
    """Let blanks be those of Unicode, some of which are ASCII; whether all parts of a parse tree could be gone through."""
    for index, (kind, argument) in enumerate(items):
        if kind is tokens.IN:
            items[index] = (kind, [(what, UNICODE_BLANKS.get(member, member)) for what, member in argument])
        elif (kind is tokens.SUBPATTERN and (argument[1] or argument[2])) or not all(map(_spaces, _parts(kind, argument))):
            return False
    return True


def lower(items: Any) -> bool:
    """Put the letters of a parse tree in lower case; whether that could be done for all of them."""
    for index, (kind, argument) in enumerate(items):
        if kind in (tokens.LITERAL, tokens.NOT_LITERAL):
            if ODD_LETTERS.match(chr(argument)):
                return False
            items[index] = (kind, ord(_small(argument)))
        elif kind is tokens.IN:
            members = _small_members(argument)
            if members is None:
                return False
            items[index] = (kind, members)
        elif not all(map(lower, _parts(kind, argument))):
            return False
    return True


def _parts(kind: Any, argument: Any) -> list[Any]:
    """The parse trees within an item; a part that cannot be put in lower case is one of an unknown kind."""
    if kind is tokens.SUBPATTERN:
        return [argument[3]] if not argument[1] and not argument[2] else [[(tokens.LITERAL, ord("ſ"))]]
    if kind is tokens.BRANCH:
        return list(argument[1])
    if kind in (tokens.MAX_REPEAT, tokens.MIN_REPEAT, tokens.POSSESSIVE_REPEAT):
        return [argument[2]]
    if kind in (tokens.ASSERT, tokens.ASSERT_NOT):
        return [argument[1]]
    if kind is tokens.ATOMIC_GROUP:
        return [argument]
    if kind is tokens.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


def _small(code: int) -> str:
    return chr(code).lower().replace("µ", "μ")


def _small_members(members: list[tuple[Any, Any]]) -> list[tuple[Any, Any]] | None:
    """The members of a class in lower case."""
    small: list[tuple[Any, Any]] = []
    for kind, argument in members:
        if kind is tokens.RANGE:
            codes = range(argument[0], argument[1] + 1)
            if len(codes) > LONG:
                return None
            letters = "".join(map(chr, codes))
        elif kind is tokens.LITERAL:
            letters = chr(argument)
        else:
            small.append((kind, argument))
            continue
        if ODD_LETTERS.search(letters):
            return None
        small += [(tokens.LITERAL, ord(letter)) for letter in dict.fromkeys(map(_small, map(ord, letters)))]
    return small
