"""Which sentences tell of courses: announcements, conclusions and the literature do not."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import Course, after_progression, courses, first

THYMOMA = "A 60-year-old man with metastatic thymoma "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We report a man whose thymoma responded to everolimus. The 60-year-old had metastatic thymoma. He received octreotide "
            "without effect. Everolimus was then given and led to a partial response.",
            [first("octreotide", response="no_response"), after_progression("everolimus", 2, response="partial_response")],
            id="an announcement does not change the order",
        ),
        pytest.param(
            "We report a man who underwent thymectomy. He was 60 years old and had metastatic thymoma. He received sunitinib.",
            [Course("surgery"), first("sunitinib")],
            id="what only the announcement tells went before",
        ),
        pytest.param(
            "Here we describe a man with metastatic thymoma who received everolimus. A partial response was seen.",
            [first("everolimus", response="partial_response")],
            id="an announcement that is all there is",
        ),
        pytest.param(
            THYMOMA + "received octreotide. In conclusion, everolimus may be offered to such patients.",
            [first("octreotide")],
            id="a conclusion",
        ),
        pytest.param(
            THYMOMA + "received octreotide. This case suggests that sunitinib is of value.", [first("octreotide")], id="a lesson"
        ),
        pytest.param(
            THYMOMA + "received sunitinib. In a published series, everolimus gave a median progression-free survival of 12 months.",
            [first("sunitinib")],
            id="figures of the literature",
        ),
        pytest.param(
            "Everolimus, an inhibitor of mTOR, is used for thymoma. Sunitinib is another option. A 60-year-old man with metastatic "
            "thymoma received octreotide.",
            [first("octreotide")],
            id="drugs in the introduction",
        ),
        pytest.param(
            "Lung resection after octreotide for thymoma\n\nA 60-year-old man with metastatic thymoma received octreotide. Lung resection "
            "was performed.",
            [first("octreotide"), Course("surgery")],
            id="a title",
        ),
    ],
)
def test_story(text: str, expected: list[Course]) -> None:
    assert courses(text) == expected
