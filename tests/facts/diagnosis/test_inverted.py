"""A kind of tumour told before the organ."""

from __future__ import annotations

import pytest

from tests.facts.gathered import tumors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She had a small cell rectal carcinoma.", [("HGNEC", "small cell rectal carcinoma")]),
        ("Biopsy showed neuroendocrine cervical cancer.", [("CENE", "neuroendocrine cervical cancer")]),
        ("It was an adenoid cystic well-differentiated laryngeal carcinoma.", [("ACYC", "adenoid cystic well-differentiated laryngeal carcinoma")]),
        ("She had a breast carcinoma.", [("BRCA", "breast carcinoma")]),
    ],
)
def test_kind_before_the_organ(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(tumor.code, tumor.name) for tumor in tumors(text)] == expected
