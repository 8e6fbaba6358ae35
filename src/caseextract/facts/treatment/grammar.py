"""The words that may stand between two drugs of one treatment, and the classes that say little beside others."""

from __future__ import annotations

import re
from functools import cache

from caseextract.knowledge import lexicon, phrase

WORD = re.compile(r"[A-Za-zéü]+")
TARGET = re.compile(r"\b(?:PD-?L?-?1|CTLA-?4)\b")
"""The target of an antibody that its class is called by."""
EVERYWHERE = ("grammar", "schedule", "route", "dose", "regimen", "class")


def only_linking_words(gap: str, *more: str) -> bool:
    """Whether nothing but doses and linking words stand in a gap; `more` are further parts of `drug_grammar.tsv`."""
    allowed = _words_for(*EVERYWHERE, *more)
    return all(word in allowed for word in WORD.findall(phrase("dose").sub(" ", TARGET.sub(" ", gap)).lower()))


@cache
def _words_for(*parts: str) -> frozenset[str]:
    grammar = lexicon("drug_grammar")
    return frozenset(word for part in parts for word in grammar[part].synonyms)


@cache
def classes_with_role(role: str) -> frozenset[str]:
    """The classes that play a role of `class_roles.tsv`."""
    return frozenset(lexicon("class_roles")[role].synonyms)
