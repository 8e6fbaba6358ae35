"""One tumour told in two ways, and one that became another: small texts of our own, whole sets compared."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 68-year-old woman with chronic lymphocytic leukemia was given ibrutinib. After two years a node biopsy revealed"
            " transformation to diffuse large B-cell lymphoma, and R-CHOP was started.",
            {("CLLSLL", "index"), ("DLBCLNOS", "index")},
            id="transformation",
        ),
        pytest.param(
            "A 63-year-old man with NSCLC received erlotinib. After a year biopsy revealed that the NSCLC had transformed"
            " to SCLC, and etoposide was given.",
            {("NSCLC", "index"), ("SCLC", "index")},
            id="transformation within one organ",
        ),
        pytest.param(
            "A 59-year-old man with multiple myeloma relapsed after bortezomib and developed secondary plasma cell leukemia.",
            {("PCM", "index")},
            id="transformation within one code",
        ),
        pytest.param(
            "A 63-year-old woman with lung adenocarcinoma progressed on osimertinib. A repeat biopsy of the liver showed"
            " small cell carcinoma. She received etoposide.",
            {("LUAD", "index"), ("SCLC", "index")},
            id="small cell carcinoma at a repeat biopsy",
        ),
        pytest.param(
            "A 61-year-old woman had papillary thyroid carcinoma resected. Ten years later a neck mass proved to be anaplastic"
            " thyroid carcinoma. She received lenvatinib.",
            {("THPA", "index"), ("THAP", "index")},
            id="anaplastic after papillary",
        ),
        pytest.param(
            "A 68-year-old man with CLL on ibrutinib developed Richter's transformation to diffuse large B-cell lymphoma."
            " R-CHOP was given.",
            {("CLLSLL", "index"), ("DLBCLNOS", "index")},
            id="Richter transformation",
        ),
    ],
)
def test_what_became_of_a_tumour(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert coded(text) == expected
