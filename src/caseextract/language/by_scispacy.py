"""Abbreviations found by scispaCy's detector, on scispaCy's tokens; only where scispaCy is installed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from caseextract.schema.prose import Abbreviation, Sentence

WORTH_A_LOOK = re.compile(r"\((?=[^()\s]*[A-Z])[A-Za-z][^()\s]{1,9}[^()]{0,40}\)|\b[A-Z][\w/-]{0,7}[A-Z0-9] \([^()]{8,90}\)")
"""A short form in parentheses, or before a long form in parentheses. Tokens cost a hundred times what a search does."""


def find(text: str, sentences: Sequence[Sentence]) -> Iterator[Abbreviation]:
    """Each short form with its long form, from the sentences that can hold a definition; the first one counts."""
    seen: set[str] = set()
    worth = [sentence for sentence in sentences if WORTH_A_LOOK.search(text, sentence.start, sentence.end)]
    if not worth:
        return
    docs = pipeline().pipe(text[sentence.start : sentence.end] for sentence in worth)
    for sentence, doc in zip(worth, docs, strict=True):
        for short in sorted(doc._.abbreviations, key=_distance):
            if short.text not in seen:
                seen.add(short.text)
                yield _abbreviation(short, sentence.start)


@cache
def pipeline() -> Any:
    """spaCy's blank English with scispaCy's tokenizer and its abbreviation detector (Schwartz 2003)."""
    import scispacy.abbreviation  # noqa: F401 - names the detector to spaCy
    import spacy
    from scispacy.custom_tokenizer import combined_rule_tokenizer

    nlp = spacy.blank("en")
    with warnings.catch_warnings():
        # scispaCy's own patterns, of which Python says that a later release may read them otherwise
        warnings.simplefilter("ignore", FutureWarning)
        nlp.tokenizer = combined_rule_tokenizer(nlp)
    detector = nlp.add_pipe("abbreviation_detector")
    # spaCy warns of a matcher without patterns, which the detector asks before it knows any
    detector.global_matcher.add("never", [[{"ORTH": "\x00"}]])
    return nlp


def _distance(short: Any) -> int:
    """How far an occurrence stands from its long form: the nearest one is the definition's."""
    long = short._.long_form
    return int(max(short.start_char - long.end_char, long.start_char - short.end_char))


def _abbreviation(short: Any, offset: int) -> Abbreviation:
    long = short._.long_form
    return Abbreviation(
        short.text, offset + long.start_char, offset + long.end_char, offset + short.start_char, offset + short.end_char
    )
