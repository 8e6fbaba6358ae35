"""Drugs that no lexicon knows, by the stem of their international nonproprietary name (-tinib, -rasib, -tuzumab …).

A name that is one slip of the pen away from a single known drug is taken for that drug, whether or not it has a stem.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

import ahocorasick

from caseextract.knowledge import lexicon, stems
from caseextract.mentions.normalised import folded
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

ANTIBODY = r"[A-Za-z]{4,}(?:mab|tug|bart|mig) "
"""The first word of a conjugate, of which the second carries the stem."""

PREFIX = re.compile(r"^(?:pre|post|non|anti)-?")
LONG = re.compile(r"(?<!\w)(?<!pre-)(?<!post-)(?<!anti-)(?<!non-)[A-Za-z][a-z]{7,17}(?![\w])")
"""A word long enough to be known in spite of a slip."""
SHORTEST = 8
"""Letters of a name that is known in spite of a slip."""


def find(prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Words that end in a stem and are neither excluded by the stem's row nor supportive drugs."""
    yield from _slips(prose, sentences)
    pattern, foreign = _pattern(), _foreign()
    ends = _ends(prose.text)
    for sentence in sentences:
        first = bisect_left(ends, sentence.start)
        if first == len(ends) or ends[first] >= sentence.end:
            continue
        for match in pattern.finditer(prose.text, sentence.start, sentence.end):
            name = match[0].lower()
            if name not in _known() and PREFIX.sub("", name) not in _known() and not foreign.intersection(name.split(" ")) and not _slip(name):
                meant = _misspelt(name)
                label, how = (meant, "fuzzy") if meant else (name, "stem")
                yield Mention("agent", match.start(), match.end(), label, sentence.index, how)


def _slips(prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Words that are one slip away from the name of one agent and are no name themselves."""
    for sentence in sentences:
        for match in LONG.finditer(prose.text, sentence.start, sentence.end):
            meant = _slip(match[0].lower())
            if meant:
                yield Mention("agent", match.start(), match.end(), meant, sentence.index, "fuzzy")


@lru_cache(maxsize=4096)
def _slip(word: str) -> str | None:
    """The agent whose name this word misses by a letter, or by one and a foreign ending ("cysplatine")."""
    if word in _known() or word in _foreign() or PREFIX.match(word):
        return None
    for form in (word, word.removesuffix("e"), word.removesuffix("um"), word.removesuffix("a")):
        if form in _known() and form != word:
            return _known()[form] if len(form) >= SHORTEST else None
        near = {label for less in _without_one(form) for known, label in _neighbours().get(less, ()) if _one_slip(known, form)}
        if len(near) == 1:
            return near.pop()
    return None


def _without_one(word: str) -> Iterator[str]:
    """The word, and the word without one letter."""
    yield word
    yield from (word[:index] + word[index + 1 :] for index in range(len(word)))


@cache
def _neighbours() -> dict[str, list[tuple[str, str]]]:
    """Long single-word generic names, by themselves and by what is left without one letter."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, label in _known().items():
        if name == folded(label) and name.isalpha() and len(name) >= SHORTEST:
            for less in _without_one(name):
                found.setdefault(less, []).append((name, label))
    return found


def _ends(text: str) -> list[int]:
    """Where a stem stands at the end of a word: its last characters, in the order of the text."""
    following = f"{text[1:]} "
    return [last for last, _ in _automaton().iter(text) if not (following[last].isalnum() or following[last] == "_")]


@cache
def _automaton() -> Any:
    automaton = ahocorasick.Automaton()
    for stem in stems():
        automaton.add_word(stem, stem)
    automaton.make_automaton()
    return automaton


@cache
def _pattern() -> re.Pattern[str]:
    ends = "|".join(sorted(map(re.escape, stems()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{ANTIBODY}[a-z]*|[A-Za-z][a-z]{{2,}})(?:{ends})(?!\w)")


@cache
def _known() -> dict[str, str]:
    """Every name of every agent and its row's label."""
    return {folded(name): entry.label for entry in lexicon("agents").values() for name in (entry.label, *entry.synonyms)}


@cache
def _misspelt(name: str) -> str | None:
    """The one agent whose name differs from this by a single letter: put in, left out, changed, or two exchanged."""
    near = {label for known, label in _known().items() if abs(len(known) - len(name)) < 2 and _one_slip(known, name)}
    return near.pop() if len(near) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    same = next((index for index, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    exchanged = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] or exchanged


@cache
def _foreign() -> frozenset[str]:
    excluded = (word for row in stems().values() for word in row.exclusions)
    supportive = (name for entry in lexicon("supportive").values() for name in (entry.label, *entry.synonyms))
    return frozenset(map(folded, (*excluded, *supportive)))
