"""A pattern that is compiled when it is first needed, and tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from re import IGNORECASE, Match, RegexFlag
from sys import maxsize
from typing import Any, Generic, NamedTuple, TypeVar

from caseextract.caseblind.folding import folded, for_ascii, is_blind, lower, lowered, parsed
from caseextract.caseblind.needs import need_of
from caseextract.caseblind.words import words

T = TypeVar("T")
Search = Callable[[str, int, int], Match[str] | None]
SEEN_BEFORE = 64
"""Characters at hand before a stretch of a text, for what patterns ask of the words before a match."""
COLD = 8
"""So often a pattern is used as it is; what makes it quicker takes time to make, which a short text would not repay."""


class Quick(NamedTuple):
    """What makes a pattern quick."""

    may_match: Callable[[str], bool]
    can_be_folded: bool
    for_ascii: re.Pattern[str] | None


class Pattern(Generic[T]):
    """As `re.Pattern`."""

    def __init__(self, pattern: str, flags: int | RegexFlag = 0) -> None:
        self.pattern = pattern
        self.flags = int(flags)
        self.uses = 0

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as `re` has it."""
        return re.compile(self.pattern, self.flags)

    @cached_property
    def folded(self) -> re.Pattern[str]:
        """The pattern in lower case, for texts in lower case; only where it `can_be_folded`."""
        return folded(self.pattern, self.flags)

    @cached_property
    def can_be_folded(self) -> bool:
        """Whether it is blind to case throughout."""
        return self._quick.can_be_folded

    @cached_property
    def for_ascii(self) -> re.Pattern[str] | None:
        """The pattern for ASCII texts, in lower case if it is blind to case; None where it cannot be had."""
        return self._quick.for_ascii

    @cached_property
    def asks_in_lower_case(self) -> bool:
        """Whether `may_match` asks words in lower case: where case does not matter, be it in a part."""
        return bool(self.flags & IGNORECASE) or "(?i" in self.pattern

    @cached_property
    def may_match(self) -> Callable[[str], bool]:
        """Whether the bare words of a text have what every match contains; only for texts that `lowered` can put so."""
        return self._quick.may_match

    @cached_property
    def _quick(self) -> Quick:
        tree = parsed(self.pattern, self.flags)
        if tree is None:
            return Quick(always, False, None)
        # in this order: the tree is changed on the way
        may_match = need_of(tree, len(self.pattern), in_lower_case=self.asks_in_lower_case) or always
        blind = is_blind(self.pattern, self.flags)
        can_be_folded = blind and lower(tree)
        return Quick(may_match, can_be_folded, for_ascii(tree) if can_be_folded or not blind else None)

    def is_cold(self) -> bool:
        """Whether it has been used so seldom, this time among them, that it is used as it is."""
        self.uses += 1
        return self.uses <= COLD

    def search(self, text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        """As `re.Pattern.search`."""
        if not self.is_cold():
            vars(self)["search"] = _search_blind(self) if self.can_be_folded else _search_exact(self)
        return self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[Match[str]]:
        """As `re.Pattern.finditer`."""
        lower = None if self.is_cold() or not self.can_be_folded else lowered(text)
        if lower is None:
            return self.compiled.finditer(text, start, end)
        return self.found_in(lower, text, start, end)

    def found_in(self, same: str, text: str, start: int, end: int, shift: int = 0) -> Iterator[Match[str]]:
        """As `re.Pattern.finditer`, found in `same`: the text as `compiled`, `folded` or `for_ascii` wants it, from `shift` on."""
        quick = (self.for_ascii if same.isascii() else None) or (self.folded if self.can_be_folded else self.compiled)
        for found in quick.finditer(same, start - shift, end - shift):
            match = self.compiled.match(text, found.start() + shift, end)
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


def always(words: str) -> bool:
    """Whether any words may match: yes."""
    return True


def _search_blind(pattern: Pattern[T]) -> Search:
    """Find in lower case where it matches, and make the match there with the pattern as it was written."""
    may_match, in_ascii = pattern.may_match, pattern.for_ascii
    asks = may_match is not always

    def search(text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        if start or end != maxsize:
            return within(text, start, end)
        is_ascii = text.isascii()
        lower = text.lower() if is_ascii else lowered(text)
        if lower is None:
            return pattern.compiled.search(text)
        if asks and not may_match(words(lower, in_lower_case=True)):
            return None
        found = (in_ascii if is_ascii and in_ascii else pattern.folded).search(lower)
        return None if found is None else pattern.compiled.match(text, found.start())

    def within(text: str, start: int, end: int) -> Match[str] | None:
        first = max(0, start - SEEN_BEFORE)
        lower = lowered(text[first:end])
        if lower is None:
            return pattern.compiled.search(text, start, end)
        if asks and not may_match(words(lower[start - first :], in_lower_case=True)):
            return None
        found = (in_ascii if in_ascii and lower.isascii() else pattern.folded).search(lower, start - first)
        return None if found is None else pattern.compiled.match(text, found.start() + first, end)

    return search


def _search_exact(pattern: Pattern[T]) -> Search:
    """Find where it matches, if it may."""
    may_match, find = pattern.may_match, (pattern.for_ascii or pattern.compiled).search
    asks, in_lower_case = may_match is not always, pattern.asks_in_lower_case

    def search(text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        is_ascii = text.isascii()
        if asks and (is_ascii or not in_lower_case or lowered(text) is not None):
            part = text[start:end] if start or end != maxsize else text
            if not may_match(words(part, in_lower_case=in_lower_case)):
                return None
        return (find if is_ascii else pattern.compiled.search)(text, start, end)

    return search
