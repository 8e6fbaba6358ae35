"""The words between a gene and what is said of it: which may stand there, and reading on from a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from caseextract import caseblind as re
from caseextract.knowledge import lexicon

TOKEN = re.compile(r"[^\W_](?:[\w.>*'+]*[^\W_]|[\w.>*'+]*\*)?(?:-[^\W_]+)*|::|[^\w\s]|_")
NUMERIC = re.compile(r"\(?[\d.,/%-]+\)?$|[a-z]\d{2,4}$|\d{1,2}[pq][\d.]*(?:-[pq][\d.]+)?$")
BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")


@cache
def words_for(*parts: str) -> frozenset[str]:
    """The words that play one of these parts (`lexicons/gene_grammar.tsv`)."""
    grammar = lexicon("gene_grammar")
    return frozenset(word for part in parts for word in grammar[part].synonyms)


def tokens(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Words and signs of `text[start:end]` in lower case, each with its place."""
    for match in TOKEN.finditer(text, start, end):
        yield match[0].lower(), match.start(), match.end()


def only(text: str, start: int, end: int, *parts: str, longest: int = 90) -> bool:
    """Whether nothing but words of these parts, numbers and remarks in brackets stand in `text[start:end]`."""
    if end - start > longest:
        return False
    allowed = words_for(*parts)
    gap = BRACKETS.sub(" ", text[start:end]).lower()
    return all(_fits(word, allowed) for word in (match[0] for match in TOKEN.finditer(gap)))


def _fits(word: str, allowed: frozenset[str]) -> bool:
    if word in allowed or word in "-()[]'\"" or NUMERIC.match(word):
        return True
    return "-" in word and all(part in allowed or part.isdigit() for part in word.split("-"))
