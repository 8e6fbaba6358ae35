"""A pattern that is compiled when it is first needed, and tried only where it can match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from re import IGNORECASE, Match, RegexFlag
from sys import maxsize
from typing import Any, Generic, TypeVar

from caseextract.caseblind.folding import LONG, folded, lowered
from caseextract.caseblind.needs import need_of
from caseextract.caseblind.words import words

T = TypeVar("T")
Search = Callable[..., Match[str] | None]


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
        return folded(self.pattern, self.flags)

    @cached_property
    def asks_in_lower_case(self) -> bool:
        """Whether `may_match` asks words in lower case: where case does not matter, be it in a part."""
        return bool(self.flags & IGNORECASE) or "(?i" in self.pattern

    @cached_property
    def may_match(self) -> Callable[[str], bool]:
        """Whether the bare words of a text have what every match contains; only for texts that `lowered` can put so."""
        return need_of(self.pattern, self.flags, in_lower_case=self.asks_in_lower_case) or always

    @cached_property
    def search(self) -> Search:
        """As `re.Pattern.search`."""
        return _search_blind(self, self.folded) if self.folded else _search_exact(self)

    def finditer(self, text: str, start: int = 0, end: int = maxsize, *, lower: str | None = None) -> Iterator[Match[str]]:
        """As `re.Pattern.finditer`; `lower` is what `lowered` makes of the text, where that is known."""
        folded = self.folded
        lower = lower or (lowered(text) if folded is not None else None)
        if folded is None or lower is None:
            return self.compiled.finditer(text, start, end)
        found = folded.finditer(lower, start, end)
        return (self._as_written(text, one.start(), end) for one in found)

    def _as_written(self, text: str, start: int, end: int) -> Match[str]:
        match = self.compiled.match(text, start, end)
        assert match is not None
        return match

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


def _search_blind(pattern: Pattern[T], folded: re.Pattern[str]) -> Search:
    """Find in lower case where it matches, and make the match there with the pattern as it was written."""
    may_match, find = pattern.may_match, folded.search
    asks = may_match is not always

    def search(text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        lower = text.lower() if len(text) < LONG and text.isascii() else lowered(text)
        if lower is None:
            return pattern.compiled.search(text, start, end)
        if asks and not may_match(words(lower if end == maxsize else lower[start:end], in_lower_case=True)):
            return None
        found = find(lower, start, end)
        return None if found is None else pattern.compiled.match(text, found.start(), end)

    return search


def _search_exact(pattern: Pattern[T]) -> Search:
    """Find where it matches, if it may."""
    may_match, find = pattern.may_match, pattern.compiled.search
    if may_match is always:
        return find
    in_lower_case = pattern.asks_in_lower_case

    def search(text: str, start: int = 0, end: int = maxsize) -> Match[str] | None:
        part = text if end == maxsize else text[start:end]
        if in_lower_case and lowered(part) is None:
            return find(text, start, end)
        return find(text, start, end) if may_match(words(part, in_lower_case=in_lower_case)) else None

    return search
