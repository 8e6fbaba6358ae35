"""`re`, quicker for patterns that are blind to case: `from caseextract import caseblind as re`.

Python's `re` compares letter by letter where case does not matter, and cannot skip to where a match may begin. A pattern
in lower case on the text in lower case finds the same spans five to ten times as quickly; where it finds one, the
pattern as it was written makes the match there. Patterns are compiled when they are first needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from re import IGNORECASE, I, Match, RegexFlag, S, error, escape
from sys import maxsize
from typing import Any, Generic, TypeVar

try:
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _constants as tokens  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # a Python whose `re` is built otherwise: patterns are then used as they are
    compiler = tokens = parser = None

__all__ = [
    "IGNORECASE", "I", "Match", "Pattern", "RegexFlag", "S", "compile", "error", "escape", "findall", "finditer",
    "fullmatch", "lowered", "match", "parser", "search", "split", "sub", "tokens",
]
T = TypeVar("T")
ODD_LETTERS = re.compile("[ſıİΣςϐϑϕϖϰϱϵẛͅιΐΰﬅﬆ\u1c80-\u1c88\u0390\u03b0]")
"""Letters that `re` takes for others in ways of its own, or whose lower case is longer or depends on its place."""
LONG = 1000


class Pattern(Generic[T]):
    """As `re.Pattern`."""

    def __init__(self, pattern: str, flags: int | RegexFlag = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as `re` has it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def folded(self) -> re.Pattern[str] | None:
        """The pattern in lower case, for texts in lower case; None where it is not blind to case throughout."""
        blind = self.flags & IGNORECASE or self.pattern.startswith("(?i)")
        return _folded(self.pattern, self.flags) if blind and parser is not None else None

    def search(self, text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        """As `re.Pattern.search`."""
        folded = self.folded
        lower = lowered(text) if folded is not None else None
        if folded is None or lower is None:
            return self.compiled.search(text, start, end)
        found = folded.search(lower, start, end)
        return None if found is None else self.compiled.match(text, found.start(), end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize, *, lower: str | None = None) -> Iterator[Match[str]]:
        """As `re.Pattern.finditer`; `lower` is what `lowered` makes of the text, where that is known."""
        folded = self.folded
        lower = lower or (lowered(text) if folded is not None else None)
        if folded is None or lower is None:
            return self.compiled.finditer(text, start, end)
        return self._as_written(text, end, folded.finditer(lower, start, end))

    def _as_written(self, text: str, end: int, found: Iterator[Match[str]]) -> Iterator[Match[str]]:
        for one in found:
            match = self.compiled.match(text, one.start(), end)
            assert match is not None
            yield match

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self.compiled.findall(text) if self.search(text) else []

    def sub(self, replacement: str | Callable[[Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(replacement, text, count) if self.search(text) else text

    def match(self, text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        """As `re.Pattern.match`, which is quick as it is."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text)

    def split(self, text: str, most: int = 0) -> list[Any]:
        """As `re.Pattern.split`."""
        return self.compiled.split(text, most)


@cache
def compile(pattern: str, flags: int | RegexFlag = 0) -> Pattern[str]:
    """The pattern, to be compiled when it is first needed."""
    return Pattern(pattern, flags)


def search(pattern: str, text: str, flags: int | RegexFlag = 0) -> Match[str] | None:
    """As `re.search`."""
    return compile(pattern, flags).search(text)


def finditer(pattern: str, text: str, flags: int | RegexFlag = 0) -> Iterator[Match[str]]:
    """As `re.finditer`."""
    return compile(pattern, flags).finditer(text)


def findall(pattern: str, text: str, flags: int | RegexFlag = 0) -> list[Any]:
    """As `re.findall`."""
    return compile(pattern, flags).findall(text)


def match(pattern: str, text: str, flags: int | RegexFlag = 0) -> Match[str] | None:
    """As `re.match`."""
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int | RegexFlag = 0) -> Match[str] | None:
    """As `re.fullmatch`."""
    return compile(pattern, flags).fullmatch(text)


def sub(pattern: str, replacement: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int | RegexFlag = 0) -> str:
    """As `re.sub`."""
    return compile(pattern, flags).sub(replacement, text, count)


def split(pattern: str, text: str, most: int = 0, flags: int | RegexFlag = 0) -> list[Any]:
    """As `re.split`."""
    return compile(pattern, flags).split(text, most)


def lowered(text: str) -> str | None:
    """The text in lower case, as long as before; None for a text with odd letters."""
    return text.lower() if len(text) < LONG and text.isascii() else _lowered(text)


@lru_cache(maxsize=256)
def _lowered(text: str) -> str | None:
    return None if ODD_LETTERS.search(text) else text.lower().replace("µ", "μ")


def _folded(pattern: str, flags: int) -> re.Pattern[str] | None:
    tree = parser.parse(pattern, flags)
    if not _lower(tree):
        return None
    tree.state.flags &= ~IGNORECASE
    compiled: re.Pattern[str] = compiler.compile(tree, 0)
    return compiled


def _lower(items: Any) -> bool:
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
        elif not all(map(_lower, _parts(kind, argument))):
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
