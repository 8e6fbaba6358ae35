"""`re`, quicker for patterns that are blind to case: `from caseextract import caseblind as re`.

Python's `re` compares letter by letter where case does not matter, and cannot skip to where a match may begin. A pattern
in lower case on the text in lower case finds the same spans five to ten times as quickly; where it finds one, the
pattern as it was written makes the match there. What every match contains is looked for first, since most texts hold
none. Patterns are compiled when they are first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from re import IGNORECASE, I, Match, RegexFlag, S, error, escape
from typing import Any

from caseextract.caseblind.folding import lowered
from caseextract.caseblind.pattern import SEEN_BEFORE, Pattern
from caseextract.caseblind.words import words

__all__ = [
    "IGNORECASE", "SEEN_BEFORE", "I", "Match", "Pattern", "RegexFlag", "S", "compile", "error", "escape", "findall", "finditer",
    "fullmatch", "lowered", "match", "search", "split", "sub", "words",
]


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
