"""Phrases are asked for by names that exist, and every phrase is asked for."""

import re
from pathlib import Path

import caseextract
from caseextract.knowledge import rules, says

ASKED = re.compile(r'"([a-z][^"\n]+)"')


def test_every_phrase_is_asked_for_by_its_name() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(caseextract.__file__).parent.rglob("*.py"))
    assert sorted({rule.name for rule in rules("timeline")} ^ set(ASKED.findall(sources))) == []


def test_says() -> None:
    assert says("reason", "It was started because of ")
    assert not says("reason", "It was started but ")
