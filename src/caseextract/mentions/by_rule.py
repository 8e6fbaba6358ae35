"""Mentions by rule: a rule's pattern is tried only in sentences that contain one of its anchor words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from caseextract.caseblind import lowered
from caseextract.knowledge import Rule, rules
from caseextract.mentions.normalised import folded
from caseextract.mentions.required import Group, has, in_lower_case, required
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

GENES = ("gene", "gene_family", "fusion", "biomarker")
FILES = ("response", "lesions", "course", "line", "modality", "time", "patient", "stage", "extent", "variants")
OTHER_DIGIT = re.compile(r"[^\D0-9]")


class Quick(NamedTuple):
    """How to tell soon that a rule finds nothing: by what it requires, then by a first search."""

    in_lower_case: bool
    groups: tuple[Group, ...]
    probe: re.Pattern[str]
    is_folded: bool


@cache
def anchors() -> tuple[Any, tuple[Rule, ...]]:
    """An automaton from anchor words to the numbers of the rules that they call, and the rules."""
    every = tuple(rule for file in FILES for rule in rules(file))
    called: dict[str, set[int]] = {}
    for number, rule in enumerate(every):
        for anchor in rule.anchors:
            called.setdefault(folded(anchor), set()).add(number)
    automaton = ahocorasick.Automaton()
    for anchor, numbers in called.items():
        automaton.add_word(anchor, tuple(numbers))
    automaton.make_automaton()
    return automaton, every


def find(prose: Prose, sentences: Sequence[Sentence], terms: Sequence[Mention]) -> Iterator[Mention]:
    """What the rules find within the given sentences; `terms` are the lexicon's mentions there."""
    automaton, every = anchors()
    starts = [sentence.start for sentence in sentences]
    called: dict[int, set[int]] = {}
    for last, numbers in automaton.iter(folded(prose.text)):
        index = bisect_right(starts, last) - 1
        if index >= 0 and last < sentences[index].end:
            called.setdefault(index, set()).update(numbers)
    unanchored = {number for number, rule in enumerate(every) if not rule.anchors}
    with_gene = {mention.sentence for mention in terms if mention.kind in GENES}
    for index, sentence in enumerate(sentences):
        if sentence.index in with_gene:
            called.setdefault(index, set()).update(unanchored)
    lower = lowered(prose.text)
    for index, numbers in called.items():
        sentence = sentences[index]
        words = prose.words(sentence)
        small = lowered(words)
        sure = small is not None and not OTHER_DIGIT.search(words)
        for number in sorted(numbers):
            quick = _quick(number)
            if sure and not has(small if quick.in_lower_case and small else words, quick.groups):
                continue
            if lower is None or quick.probe.search(lower if quick.is_folded else prose.text, sentence.start, sentence.end):
                yield from _matches(every[number], prose.text, lower, sentence)


@cache
def _quick(number: int) -> Quick:
    pattern = anchors()[1][number].pattern
    return Quick(in_lower_case(pattern), required(pattern), pattern.folded or pattern.compiled, pattern.folded is not None)


def _matches(rule: Rule, text: str, lower: str | None, sentence: Sentence) -> Iterator[Mention]:
    for match in rule.pattern.finditer(text, sentence.start, sentence.end, lower=lower):
        groups = {name: value for name, value in match.groupdict().items() if value is not None}
        start = match.start() + len(match[0]) - len(match[0].lstrip(" -"))
        if match.end() > start:
            yield Mention(rule.kind, start, match.end(), rule.name, sentence.index, "notation", {**rule.value, **groups})
