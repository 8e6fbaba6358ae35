"""Sentences and abbreviations: the spaCy pipeline, built once.

spaCy's blank English pipeline with its rule-based sentence splitter; scispaCy's tokenizer and its implementation of
the Schwartz–Hearst abbreviation finder (Schwartz 2003) where scispaCy can be installed (Python 3.11 and 3.12).
Elsewhere spaCy's own tokenizer and a plain initials test serve, and `missing()` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from caseextract.schema import Report
from caseextract.schema.prose import Abbreviation, Prose, Sentence

DEFINITION = re.compile(r"\(([A-Z0-9][\w/+-]{0,10}[A-Za-z0-9]|[A-Z]\w?)(?:[;,][^()]{0,40})?\)")
NO_END = re.compile(
    r"(?:\b(?:[A-Zpc]|Dr|Prof|Mr|Mrs|Ms|St|Fig|Figs|Tab|No|Nos|vs|cf|e\.g|i\.e|al|approx|ca|i\.v|p\.o|s\.c|i\.m|b\.i\.d|t\.i\.d|q\.d"
    r"|q\.o\.d|resp|incl|etc|Ref|Refs|max|min|mg|kg|Co|Inc|Ltd|Corp|Suppl|Vol|pp|spp|sp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct|Nov|Dec|wk|mo|yr|dept|Univ|USA|U\.S)\.)$"
)
TIDY = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\t\r\n", " "),
        **dict.fromkeys("‐‑‒–—―−﹣－\u00ad", "-"),
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
    }
)
BOUNDARY = re.compile(r"[.!?][\"'’”)\]]*(?:\s*\[\d[\d,\s–-]*\])?(?=\s+[\"'“‘(\[]*[A-Z0-9•-])|[.!?](?=[A-Z][a-z]+,? )|[;]\s(?=[A-Z][a-z]+ )")


@cache
def missing() -> str | None:
    """What cannot be used here and why, in one sentence; None where nothing is missing."""
    try:
        import scispacy.abbreviation  # noqa: F401
    except ImportError:
        return "scispaCy is not installed (it has no release for Python 3.13): abbreviations are found by initials only."
    return None


@cache
def tokenizer() -> Any:
    """The spaCy pipeline that makes tokens: scispaCy's rules where they are, spaCy's own elsewhere."""
    import spacy

    nlp = spacy.blank("en")
    if missing() is None:
        from scispacy.custom_tokenizer import combined_rule_tokenizer

        nlp.tokenizer = combined_rule_tokenizer(nlp)
    return nlp


def parse(report: Report) -> Prose:
    """The report's sentences, block by block, and the abbreviations that it defines."""
    text = tidy(report.text)
    sentences: list[Sentence] = []
    for number, block in enumerate(report.blocks):
        for start, end in _sentences(text, block.start, block.end):
            sentences.append(Sentence(len(sentences), start, end, number))
    return Prose(text, tuple(sentences), tuple(_abbreviations(text)))


def tidy(text: str) -> str:
    """The text with one kind of blank, dash and quote each; as long as before, so that offsets stay."""
    return text.translate(TIDY)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in BOUNDARY.finditer(text, start, end):
        if NO_END.search(text, max(begin, match.start() - 8), match.start() + 1) and text[match.start()] == ".":
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _abbreviations(text: str) -> Iterator[Abbreviation]:
    seen: set[str] = set()
    for match in DEFINITION.finditer(text):
        short = match[1]
        if short in seen or not any(letter.isupper() for letter in short):
            continue
        start = _long_form(text, match.start(), short)
        if start is not None:
            seen.add(short)
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
