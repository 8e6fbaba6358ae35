"""A report as running language: sentences with their place in the article, and abbreviations that the report defines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SectionKind = Literal[
    "title", "abstract", "case", "background", "discussion", "methods", "table", "caption", "front", "references"
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)`; `block` is the index of the report's block, `heading` its section's own title."""

    index: int
    start: int
    end: int
    block: int
    section: SectionKind = "case"
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the report defines: offsets of the definition's long form, and of the short form there."""

    short: str
    long_start: int
    long_end: int
    short_start: int
    short_end: int


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """The text, its sentences in order, and its own abbreviations.

    Two are the same only where they are one object: what is asked of one several times can be kept by it.
    """

    text: str
    sentences: tuple[Sentence, ...]
    abbreviations: tuple[Abbreviation, ...] = ()

    def words(self, sentence: Sentence) -> str:
        """The sentence's characters."""
        return self.text[sentence.start : sentence.end]
