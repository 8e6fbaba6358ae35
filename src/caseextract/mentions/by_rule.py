"""Mentions by rule: a rule's pattern is tried only in sentences that contain one of its anchor words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import ahocorasick

from caseextract import caseblind as re
from caseextract.caseblind import SEEN_BEFORE, Match, lowered, words
from caseextract.knowledge import Rule, rules
from caseextract.mentions.normalised import both, folded
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

GENES = ("gene", "gene_family", "fusion", "biomarker")
FILES = ("response", "lesions", "verdicts", "course", "line", "modality", "time", "patient", "stage", "extent", "variants")

RESIDUE = "[ACDEFGHIKLMNPQRSTVWY]"
EXON = re.compile(
    rf"\b[Ee]xon\b|\bMET ?Δ?[Ee]x(?:on)? ?14|\b{RESIDUE}\d{{2,4}}{RESIDUE}(?:(?:,|/| and| or) ?{RESIDUE}\d{{2,4}}{RESIDUE})* (?:[a-z-]+ ){{0,2}}(?:mutation|mutant|substitution|variant)"
    rf"|\b(?:mutations?|variants?|substitutions?)[ :,(]+(?:p\.)?{RESIDUE}\d{{2,4}}{RESIDUE}\b"
)
"""What calls the rules for variants where no gene is named: "an exon 19 deletion was found", "a second mutation (G667C)"."""


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
    for last, numbers in automaton.iter(both(prose.text)[1]):
        index = bisect_right(starts, last) - 1
        if index >= 0 and last < sentences[index].end:
            called.setdefault(index, set()).update(numbers)
    unanchored = {number for number, rule in enumerate(every) if not rule.anchors}
    with_gene = {mention.sentence for mention in terms if mention.kind in GENES}
    for index, sentence in enumerate(sentences):
        if sentence.index in with_gene or EXON.search(prose.text, sentence.start, sentence.end):
            called.setdefault(index, set()).update(unanchored)
    lower = lowered(prose.text)
    for index, numbers in called.items():
        yield from _in_sentence(sorted(numbers), prose.text, lower, sentences[index])


def _in_sentence(numbers: Sequence[int], text: str, lower: str | None, sentence: Sentence) -> Iterator[Mention]:
    every = anchors()[1]
    start, end = sentence.start, sentence.end
    exact, small = (words(text[start:end], in_lower_case=in_lower_case) for in_lower_case in (False, True))
    first = max(0, start - SEEN_BEFORE)
    for number in numbers:
        pattern = every[number].pattern
        if lower is None or pattern.is_cold():
            found = pattern.compiled.finditer(text, start, end)
        elif pattern.may_match(small if pattern.asks_in_lower_case else exact):
            same = lower if pattern.can_be_folded else text
            found = pattern.found_in(same[first:end], text, start, end, first)
        else:
            continue
        for match in found:
            yield from _mention(every[number], match, sentence)


def _mention(rule: Rule, match: Match[str], sentence: Sentence) -> Iterator[Mention]:
    """The match as a mention, without the blank or dash that it begins with."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    start = match.start() + len(match[0]) - len(match[0].lstrip(" -"))
    if match.end() > start:
        yield Mention(rule.kind, start, match.end(), rule.name, sentence.index, "notation", {**rule.value, **groups})
