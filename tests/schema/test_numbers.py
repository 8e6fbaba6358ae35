"""Numbers in words, digits and Roman numerals."""

import pytest

from caseextract.schema.numbers import ordinal_of, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3.5", 3.5),
        ("12", 12),
        ("two", 2),
        ("twenty-four", 24),
        ("thirty six", 36),
        ("a", 1),
        ("half a", 0.5),
        ("two and a half", 2.5),
        ("nonsense", None),
        ("", None),
    ],
)
def test_numbers(words: str, value: float | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(("words", "value"), [("first", 1), ("2nd", 2), ("third", 3), ("4th", 4), ("IV", 4), ("last", None)])
def test_ordinals(words: str, value: int | None) -> None:
    assert ordinal_of(words) == value
