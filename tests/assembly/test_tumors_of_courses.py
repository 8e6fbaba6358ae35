"""Lines are counted for each tumour of its own origin; a tumour that turned into another is the same."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "A 60-year-old woman with chronic lymphocytic leukaemia received bendamustine, with complete remission. Three years later acute myeloid leukaemia was diagnosed. "
            "The patient received cytarabine and idarubicin.",
            [1, 1],
            id="two of the blood",
        ),
        pytest.param(
            "A 60-year-old woman with metastatic breast cancer received letrozole and, after progression, paclitaxel. She developed acute promyelocytic leukaemia, which was treated with tretinoin. "
            "The leukaemia relapsed and arsenic trioxide was given.",
            [1, 2, 1, 2],
            id="one of the blood",
        ),
        pytest.param(
            "A 60-year-old woman with chronic myeloid leukaemia received imatinib. It transformed to acute lymphoblastic leukaemia. She received dasatinib.",
            [1, 2],
            id="one that turned into the other",
        ),
    ],
)
def test_lines(text: str, lines: list[int | None]) -> None:
    assert [course.line for course in courses(text)] == lines
