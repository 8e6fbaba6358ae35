"""Phrases asked for by name: those of `rules/assertion.toml` (is it so), `whose.toml` (of whom, and how far), `contexts.toml` (what a sentence says of a treatment),
`timeline.toml`, `outcome.toml` and `patients.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from caseextract import caseblind as re
from caseextract.errors import KnowledgeError
from caseextract.knowledge.rules import rules

FILES = ("assertion", "whose", "contexts", "timeline", "outcome", "patients")


def says(name: str, words: str) -> bool:
    """Whether the words hold the phrase of that name."""
    return phrase(name).search(words) is not None


@cache
def phrase(name: str) -> re.Pattern[str]:
    """The pattern of that name; raises `KnowledgeError` where no file has it."""
    if name not in _phrases():
        raise KnowledgeError(f"no rule {name!r} in {', '.join(f'{file}.toml' for file in FILES)}")
    return _phrases()[name]


@cache
def _phrases() -> Mapping[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for file in FILES:
        for rule in rules(file):
            if rule.name in found:
                raise KnowledgeError(f"{file}.toml, rule {rule.name!r}: stands twice")
            found[rule.name] = rule.pattern
    return found
