from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseextract.batch.names import candidates

DIGEST = "ab12" * 16


def first(stem: str) -> str:
    return next(candidates(stem, DIGEST))


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("PMC123", "PMC123"),
        ("a.b-c_d", "a.b-c_d"),
        ("Fall 7 – Müller", "Fall_7_Muller-ab12ab12ab"),
        ("病例", "article-ab12ab12ab"),
        ("../../etc/passwd", "etc_passwd-ab12ab12ab"),
        ("CON", "article-ab12ab12ab"),
        ("", "article-ab12ab12ab"),
        ("x" * 300, "x" * 80 + "-ab12ab12ab"),
    ],
)
def test_plain_names_stay_and_odd_ones_are_told_apart(stem: str, name: str) -> None:
    assert first(stem) == name


def test_namesakes_get_other_names() -> None:
    assert list(islice(candidates("a", DIGEST), 3)) == ["a", "a-ab12ab12ab", "a-ab12ab12ab-2"]


@given(st.text())
def test_every_name_is_a_safe_file_name(stem: str) -> None:
    name = first(stem)
    assert name.isascii()
    assert 0 < len(name) < 100
    assert not set(name) & set('/\\:*?"<>| \n\0')
    assert not name.startswith(".")
