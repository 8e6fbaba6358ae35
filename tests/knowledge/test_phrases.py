"""Phrases are asked for by names that exist, and every phrase is asked for."""

import re
from pathlib import Path

import caseextract
from caseextract.knowledge import phrase, rules, says

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(caseextract.__file__).parent.rglob("*.py"))
NAMES = {rule.name for rule in rules("timeline")}


def test_every_phrase_is_asked_for() -> None:
    assert sorted(name for name in NAMES if f'"{name}"' not in SOURCES) == []


def test_what_is_asked_for_is_a_phrase() -> None:
    assert sorted(set(re.findall(r'\b(?:says|phrase)\(\s*"([^"]+)"', SOURCES)) - NAMES) == []


def test_a_phrase_is_searched_for() -> None:
    assert says("reason", "It was started because of ")
    assert not says("reason", "It was started but ")
    match = phrase("of a line").search(" to second-line therapy")
    assert match is not None
    assert match["ordinal"] == "second"
