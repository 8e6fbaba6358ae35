"""The clauses of a sentence: what stands between semicolons and contrasting conjunctions, and asides of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caseextract import caseblind as re

BORDER = re.compile(
    r";|,? (?=(?:whereas|while|although|though|but|yet|in contrast(?! to\b)|by contrast|conversely|unlike)\b)"
    r"|, (?=(?:(?:and|so|as) )?(?:in )?(?:our|the present|this) (?:patient|case)\b)",
    re.I,
)
ASIDE = re.compile(r"\([^()]{25,}\)|, (?:(?:for|of|in|to|with|on|from|by) )?(?:which|whose|who|whom)\b[^.;,()]*(?:,|$)", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters `[start, end)` of a sentence, counted from its beginning, and its words: asides blanked out, lengths kept."""

    start: int
    end: int
    words: str

    def holds(self, at: int) -> bool:
        """Whether what begins at `at` is part of the clause or of an aside within it."""
        return self.start <= at < self.end


def clauses(words: str) -> tuple[Clause, ...]:
    """The clauses in order; an aside stands before the clause that it interrupts, so that the first that holds a place is its own."""
    asides = [(match.start(), match.end()) for match in ASIDE.finditer(words)]
    plain = without_asides(words)
    inner = [Clause(start, end, words[start:end]) for start, end in asides]
    outer = [Clause(start, end, plain[start:end]) for start, end in _parts(plain)]
    return (*inner, *outer)


def without_asides(words: str) -> str:
    """The words with their asides blanked out, as long as before."""
    return ASIDE.sub(lambda match: " " * len(match[0]), words)


def aside_around(words: str, at: int) -> tuple[int, int] | None:
    """The aside in which a place stands, if any."""
    return next(((m.start(), m.end()) for m in ASIDE.finditer(words) if m.start() <= at < m.end()), None)


def _parts(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in BORDER.finditer(words):
        if words[start : match.start()].strip():
            yield start, match.start()
            start = match.start()
    yield start, len(words)
