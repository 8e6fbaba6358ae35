"""Patterns blind to case find what `re` finds."""

import re
from pathlib import Path

import pytest

from caseextract import caseblind
from caseextract.caseblind.pattern import COLD
from caseextract.knowledge import rules
from caseextract.mentions.by_rule import FILES

RULES = [rule for file in FILES for rule in rules(file)]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "samples").rglob("*.txt"))]
ODD = ["ſtaged as IIIA", "the İNR rose", "5 µg of Μ", "ΣΑΣ carcinoma", "K-RAS and Ångström", "Stage ıV", "٣ months"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_find_what_re_finds(rule) -> None:  # type: ignore[no-untyped-def]
    plain = re.compile(rule.pattern.pattern, rule.pattern.flags)
    rule.pattern.uses = COLD
    for text in (*TEXTS, *rule.matches, *rule.ignores, *map(str.upper, rule.matches), *ODD):
        assert [m.span() for m in rule.pattern.finditer(text)] == [m.span() for m in plain.finditer(text)]
        assert [m.groups() for m in rule.pattern.finditer(text)] == [m.groups() for m in plain.finditer(text)]


@pytest.mark.parametrize(
    "pattern",
    ["stage", "[A-C]ase", "[^A-Z ]+", r"(?<![a-z])K", "µg", "µ[G-L]", "[À-Þ]rt", "(?P<x>s)(?P=x)", "(?=STAGE).", "i+", "(?:A|B)++c", r"\bß", "å"],
)
@pytest.mark.parametrize("text", [*ODD, "Stage iii", "CASE bbC", "ÀRT àrt", "Ss ß ẞ", "Å", "sS"])
def test_letters_of_every_kind(pattern: str, text: str) -> None:
    ours, plain = caseblind.compile(pattern, re.I), re.compile(pattern, re.I)
    ours.uses = COLD
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in plain.finditer(text)]
    found, known = ours.search(text, 1), plain.search(text, 1)
    assert (found and found.span()) == (known and known.span())
    assert ours.sub("*", text) == plain.sub("*", text)
    assert ours.findall(text) == plain.findall(text)


def test_a_pattern_whose_case_matters_in_part_stays_as_it_is() -> None:
    assert not caseblind.compile(r"(?-i:NED)", re.I).can_be_folded
    assert caseblind.search(r"(?-i:NED) now", "ned NOW", re.I) is None
    assert not caseblind.compile("NED").can_be_folded
    assert caseblind.compile("(?i)NED").can_be_folded


def test_functions_are_those_of_re() -> None:
    assert caseblind.sub("[ab]", "x", "ABBA", flags=re.I) == "xxxx"
    assert caseblind.findall("a.", "abac") == ["ab", "ac"]
    assert [m[0] for m in caseblind.finditer("a.", "abac")] == ["ab", "ac"]
    assert caseblind.split(", ?", "a, b,c") == ["a", "b", "c"]
    assert caseblind.fullmatch("a+", "aaab") is None
    assert caseblind.match("a+", "aaab") is not None
