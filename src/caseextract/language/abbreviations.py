"""Abbreviations that a report defines, found by initials (Schwartz 2003), without any library.

It also reads what scispaCy's detector does not: "5-FU", "(DLBCL; stage IVB)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseextract.schema.prose import Abbreviation

DEFINITION = re.compile(r"\(([A-Z0-9][\w/+-]{0,10}[A-Za-z0-9]|[A-Z]\w?)(?:[;,][^()]{0,90})?\)")

INNER = re.compile(r"\((\w{1,6})\) ")
"""A short form inside a long form: "mast cell (MC) leukemia (MCL)"."""


def find(text: str) -> Iterator[Abbreviation]:
    """Each short form in parentheses whose letters stand in order in the words before it; the first definition counts."""
    seen: set[str] = set()
    begun: dict[str, int] = {}
    for match in DEFINITION.finditer(text):
        short = match[1]
        if short in seen or not any(letter.isupper() for letter in short):
            continue
        start = _long_form(text, match.start(), short)
        inner = INNER.match(text, start) if start is not None else None
        if inner is not None and inner[1] in begun:
            start = begun[inner[1]]
        if start is not None:
            seen.add(short)
            begun[short] = start
            end = len(text[: match.start()].rstrip())
            yield Abbreviation(short, start, end, match.start(1), match.end(1))


def _long_form(text: str, before: int, short: str) -> int | None:
    """Where the long form begins that ends before offset `before`, after Schwartz and Hearst (2003)."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    floor = max(0, before - 12 * (len(letters) + 5))
    words = list(re.finditer(r"[^\s]+", text[floor:before]))[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words:
        return None
    position, index = before - 1, len(letters) - 1
    first = floor + words[0].start()
    while index >= 0:
        while position >= first and (
            text[position].lower() != letters[index]
            or (index == 0 and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < first:
            return None
        position, index = position - 1, index - 1
    begin = position + 1
    while begin > first and not text[begin - 1].isspace():
        begin -= 1
    return begin
