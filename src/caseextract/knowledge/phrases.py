"""Phrases of `rules/timeline.toml`, asked for by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from caseextract import caseblind as re
from caseextract.knowledge.rules import rules


def says(name: str, words: str) -> bool:
    """Whether the words hold the phrase of that name."""
    return phrase(name).search(words) is not None


def phrase(name: str) -> re.Pattern[str]:
    """The pattern of that name."""
    return _phrases()[name]


@cache
def _phrases() -> Mapping[str, re.Pattern[str]]:
    return {rule.name: rule.pattern for rule in rules("timeline")}
