"""Sentences and abbreviations: the spaCy pipeline, built once.

Sentences are split by rules; abbreviations are found by scispaCy's detector on scispaCy's tokens where scispaCy can be
installed (Python 3.11 and 3.12), and everywhere by an own one, which adds what the detector does not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec

from caseextract.language import abbreviations, by_scispacy, sentences
from caseextract.schema import Report
from caseextract.schema.prose import Abbreviation, Prose, Sentence

PLURAL = re.compile(r"([A-Z][A-Z0-9-]*[A-Z0-9])s")
TIDY = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\t\r\n", " "),
        **dict.fromkeys("‐‑‒–—―−﹣－\u00ad", "-"),
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
    }
)


@cache
def missing() -> str | None:
    """What cannot be used here and why, in one sentence; None where nothing is missing."""
    if find_spec("scispacy") is None:  # to import it takes as long as all the rest of a short text
        return "scispaCy is not installed (it has no release for Python 3.13): abbreviations are found by initials only."
    return None


def parse(report: Report) -> Prose:
    """The report's sentences, block by block, and the abbreviations that it defines."""
    text = tidy(report.text)
    found: list[Sentence] = []
    for number, block in enumerate(report.blocks):
        for start, end in sentences.split(text, block.start, block.end):
            found.append(Sentence(len(found), start, end, number))
    return Prose(text, tuple(found), _abbreviations(text, found))


def _abbreviations(text: str, found: list[Sentence]) -> tuple[Abbreviation, ...]:
    detected = () if missing() else by_scispacy.find(text, found)
    named = [one for one in (*abbreviations.find(text), *detected) if _is_name(one, text)]
    by_short = {one.short: one for one in (*_in_singular(named), *named)}
    return tuple(sorted(by_short.values(), key=lambda one: (one.short_start, one.short)))


def _in_singular(named: Sequence[Abbreviation]) -> Iterator[Abbreviation]:
    """The short forms that are defined in the plural, in the singular: "granulocytic sarcomas (GSs)" defines GS as well."""
    for one in named:
        plural = PLURAL.fullmatch(one.short)
        if plural:
            yield replace(one, short=plural[1], short_end=one.short_end - 1)


def _is_name(one: Abbreviation, text: str) -> bool:
    """Whether the long form is no torn-off part of another definition: "(ALL) or myeloid leukemia"."""
    long = text[one.long_start : one.long_end]
    return not long.startswith(("(", "[")) and long.count("(") == long.count(")") and long.lower() != one.short.lower()


def tidy(text: str) -> str:
    """The text with one kind of blank, dash and quote each; as long as before, so that offsets stay."""
    return text.translate(TIDY)
