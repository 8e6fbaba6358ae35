"""Phrases are asked for by names that exist, and every phrase is asked for."""

import re
from pathlib import Path

import pytest

import caseextract
from caseextract.errors import KnowledgeError
from caseextract.knowledge import Rule, phrase, phrases, rules, says
from caseextract.knowledge.phrases import FILES

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(caseextract.__file__).parent.rglob("*.py"))
NAMES = {rule.name for file in FILES for rule in rules(file)}


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


def test_an_unknown_name() -> None:
    with pytest.raises(KnowledgeError, match=r"no rule 'unheard of' in assertion\.toml, whose\.toml, contexts\.toml, timeline\.toml"):
        says("unheard of", "anything")


def test_a_name_that_stands_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def same(file: str) -> tuple[Rule, ...]:
        return rules("contexts")

    monkeypatch.setattr(phrases, "rules", same)
    with pytest.raises(KnowledgeError, match=r"whose\.toml, rule '.*': stands twice"):
        phrases._phrases.__wrapped__()
