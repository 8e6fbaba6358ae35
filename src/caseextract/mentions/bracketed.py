"""Tumour names with a bracket inside: "large granular lymphocyte (LGL) leukemia", "undifferentiated (anaplastic) carcinoma"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from caseextract.mentions.by_lexicon import automata
from caseextract.mentions.normalised import both
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

BRACKET = re.compile(r" ?\([A-Za-z][\w-]{0,14}\)(?= [A-Za-z])")
KINDS = ("tumor", "histology")
BEFORE, AFTER = 70, 50


def find(prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Lexicon terms that would stand there without the bracket, from their first word to their last."""
    starts = [sentence.start for sentence in sentences]
    _, lower = both(prose.text)
    for bracket in BRACKET.finditer(prose.text):
        index = bisect_right(starts, bracket.start()) - 1
        if index < 0 or bracket.end() > sentences[index].end:
            continue
        first = max(sentences[index].start, bracket.start() - BEFORE)
        last = min(sentences[index].end, bracket.end() + AFTER)
        cut, gap = bracket.start() - first, bracket.end() - bracket.start()
        joined = lower[first : bracket.start()] + lower[bracket.end() : last]
        for start, end, kind, label, how in _terms(joined, cut):
            yield Mention(kind, first + start, first + end + gap, label, sentences[index].index, how)


def _terms(joined: str, cut: int) -> Iterator[tuple[int, int, str, str, str]]:
    for last, terms in automata()[0].iter(joined):
        end = last + 1
        if end <= cut + 1 or joined[end : end + 1].isalnum():
            continue
        for term in terms:
            start = end - term.length
            if term.kind in KINDS and start < cut and not joined[start - 1 : start].isalnum():
                yield start, end, term.kind, term.label, term.matched_by
