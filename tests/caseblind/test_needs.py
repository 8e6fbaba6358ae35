"""What a pattern needs: nothing that it matches is without it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from caseextract.caseblind import Pattern, lowered, words
from caseextract.caseblind import compile as compiled
from caseextract.caseblind.folding import parsed
from caseextract.caseblind.needs import need_of
from caseextract.caseblind.pattern import COLD, SEEN_BEFORE, always
from caseextract.knowledge import rules
from caseextract.knowledge.phrases import FILES as PHRASES
from caseextract.mentions.by_rule import FILES

RULES = [rule for file in (*FILES, *PHRASES) for rule in rules(file)]
PIECES = sorted({text for rule in RULES for text in (*rule.matches, *rule.ignores)})
MARKS = ("", " ", ", ", ". ", "-", "\n", "é", "≥ ", "(", ")/", "3 ", "İ", "_", "no ", "the patient ")
SPELT: dict[str, Callable[[str], str]] = {"as it is": str, "upper": str.upper, "title": str.title}
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.integers(0, 30), st.integers(1, 200), st.sampled_from(MARKS), st.sampled_from([*SPELT])),
    min_size=1,
    max_size=5,
).map(lambda parts: "".join(SPELT[spelt](piece[start : start + length]) + mark for piece, start, length, mark, spelt in parts))
"""Texts of pieces of the rules' own examples, cut anywhere and spelt in several ways."""


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\bcomplete (?:response|remission)\b", "a complete response", True),
        (r"\bcomplete (?:response|remission)\b", "an incomplete response", False),
        (r"\bPR\b", "spread", False),
        (r"\bPR\b", "(PR)", True),
        (r"[Tt]umou?r grew", "the tumour grew", True),
        (r"\w+ectomy", "mastectomies", False),
        (r"\b(?:no|without) \w+ disease", "no disease", True),
        (r"\b(?:no|without) \w+ disease", "nodal disease", False),
        (r"lines?[ -]of", "line-of", True),
        (r"(?:partial )+response", "response", False),
        (r"\bhe\b|\bhis patient", "the patient", False),
    ],
)
def test_read_off_the_pattern(pattern: str, text: str, expected: bool) -> None:
    assert _may_match(compiled(pattern, re.I), text) is expected


@pytest.mark.parametrize("pattern", [r"(?:shrank|\w+)", r"(?:partial)?", r".", r"\d+", r"^$", "[a-z]+"])
def test_nothing_telling(pattern: str) -> None:
    assert compiled(pattern, re.I).may_match is always
    assert need_of(parsed(pattern, re.I), len(pattern), in_lower_case=True) is None


def test_words_are_bare() -> None:
    assert words("ALK-positive (n = 3)…", in_lower_case=True) == " alk positive  n   3   "
    assert words("β-hCG ≥5", in_lower_case=False) == " β hCG  5 "


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_example_is_lost(rule) -> None:  # type: ignore[no-untyped-def]
    for text in rule.matches:
        assert _may_match(rule.pattern, text)


@given(TEXTS, st.integers(0, 40), st.integers(0, 400))
@example("Stage III", 0, 9)
@settings(max_examples=60, deadline=None)
def test_no_match_is_lost(text: str, start: int, length: int) -> None:
    """In the text as a whole, and in a stretch of it, whose matches see what stands before."""
    end = start + length
    for rule in RULES:
        rule.pattern.uses = COLD  # from now on everything that makes it quick is in use
        plain = rule.pattern.compiled
        for found, ours in (
            (plain.search(text), rule.pattern.search(text)),
            (plain.search(text, start, end), rule.pattern.search(text, start, end)),
        ):
            assert (found and found.span()) == (ours and ours.span())
        if plain.search(text, start, end):
            assert _may_match(rule.pattern, text[start:end])


def test_no_rule_looks_far_back() -> None:
    behind = re.compile(r"\(\?<[=!](?:[^()\\]|\\.)*\)")
    assert max(len(found) for rule in RULES for found in behind.findall(rule.pattern.pattern)) < SEEN_BEFORE


def test_a_pattern_is_used_as_it_is_at_first() -> None:
    pattern: Pattern[str] = Pattern("Stage ii?", re.I)
    assert [bool(pattern.search(text)) for text in ("STAGE I", "grade")] == [True, False]
    assert "may_match" not in vars(pattern)
    for _ in range(COLD):
        pattern.search("grade")
    assert "may_match" in vars(pattern)


def _may_match(pattern: Pattern[str], text: str) -> bool:
    return lowered(text) is None or pattern.may_match(words(text, in_lower_case=pattern.asks_in_lower_case))
