"""Whether a text describes a tumour patient at all."""

from __future__ import annotations

import pytest

from caseextract import extract


@pytest.mark.parametrize(
    "text",
    [
        "A 41-year-old woman had a uterine fibroid of 12 cm, which was resected.",
        "A 33-year-old woman was found to have a mature cystic teratoma of the ovary. Cystectomy was done.",
        "A 57-year-old man had a cavernous hemangioma of the liver and underwent hepatectomy.",
    ],
)
def test_a_benign_growth_that_was_only_removed_makes_no_case(text: str) -> None:
    assert extract(text).cases == ()


@pytest.mark.parametrize(
    "text",
    [
        "A 41-year-old woman with benign metastasizing leiomyoma of the lung had a resection.",
        "A 2-year-old girl with infantile hemangioma was treated with vincristine.",
        "A 50-year-old man underwent surgery for a pituitary adenoma.",
    ],
)
def test_a_benign_growth_that_is_treated_or_spreads_makes_one(text: str) -> None:
    assert len(extract(text).cases) == 1
