"""What a pattern requires: nothing that it matches is without it."""

import re

import pytest

from caseextract.caseblind import compile as compiled
from caseextract.caseblind import lowered
from caseextract.knowledge import rules
from caseextract.mentions.by_rule import FILES
from caseextract.mentions.required import has, in_lower_case, required

RULES = [rule for file in FILES for rule in rules(file)]


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        ("complete (?:response|remission)", [{"complete response", "complete remission"}]),
        (r"\bPR\b", [{"pr"}]),
        (r"[Tt]umou?r grew", [{"tumor grew", "tumour grew"}]),
        (r"\w+ectomy", [{"ectomy"}]),
        (r"(?:no|without) \w+ disease", [{" disease"}, {"no ", "without "}]),
        (r"(?:shrank|\w+)", []),
        (r"(?:partial)?", []),
        (r"(?:ab)+", [{"ab"}]),
        (r".", []),
    ],
)
def test_read_off_the_pattern(pattern: str, groups: list[set[str]]) -> None:
    assert [set(group) for group in required(compiled(pattern, re.I))] == groups


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_match_is_lost(rule) -> None:  # type: ignore[no-untyped-def]
    groups = required(rule.pattern)
    for text in rule.matches:
        words = lowered(text) if in_lower_case(rule.pattern) else text
        assert words is not None
        assert has(words, groups)
