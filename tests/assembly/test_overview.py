"""Sentences that sum a treatment up before the story tells it."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses

WOMAN = "A 66-year-old woman with metastatic breast cancer"
MAN = "A 47-year-old man with metastatic melanoma"


@pytest.mark.parametrize(
    "told",
    [
        f"We present {WOMAN[0].lower()}{WOMAN[1:]} who received several courses of chemotherapy over 50 months. First, docetaxel was given.",
        f"{WOMAN} was treated with several chemotherapy regimens over four years. She initially received docetaxel.",
        f"{WOMAN} received a series of systemic therapies between 2009 and 2015. Initially, docetaxel was administered.",
        f"{WOMAN} underwent multiple lines of chemotherapy. As first-line treatment docetaxel was used.",
        f"{WOMAN} was given various cytotoxic regimens. The first regimen was docetaxel.",
    ],
)
def test_several_courses_told_from_the_first(told: str) -> None:
    given = courses(f"{told} On progression eribulin was started.")
    assert [(course.agents, course.line, course.durations) for course in given] == [("docetaxel", 1, ()), ("eribulin", 2, ())]


@pytest.mark.parametrize(
    "told",
    [
        f"{WOMAN} had received several lines of chemotherapy elsewhere. She was first given docetaxel in our department.",
        f"{WOMAN} received several lines of chemotherapy. She then received docetaxel.",
        f"{WOMAN} received multiple lines of chemotherapy. Initially the disease was stable. Docetaxel was then given.",
    ],
)
def test_several_courses_that_went_before(told: str) -> None:
    given = courses(f"{told} On progression eribulin was started.")
    assert [(course.agents, course.line) for course in given] == [("chemotherapy", None), ("docetaxel", None), ("eribulin", None)]


@pytest.mark.parametrize(
    "told",
    [
        "was treated with surgery, chemotherapy and immunotherapy",
        "received surgical resection, chemotherapy, and immunotherapy over six years",
        "underwent multimodal treatment including surgery, systemic chemotherapy and immunotherapy",
        "had surgery and chemotherapy and immunotherapy",
        "was managed by resection, chemotherapy as well as immunotherapy",
    ],
)
def test_kinds_of_treatment_each_told_behind(told: str) -> None:
    text = f"{MAN} {told}. The tumour of the back was excised. Dacarbazine was given for lung metastases. After progression ipilimumab was started."
    assert [(course.agents, course.line) for course in courses(text)] == [("surgery", None), ("dacarbazine", 1), ("ipilimumab", 2)]


def test_kinds_of_treatment_that_went_before() -> None:
    text = f"{MAN} was treated with surgery, radiotherapy and chemotherapy. At relapse he received ipilimumab. On progression trametinib was given."
    assert "chemotherapy" in [course.agents for course in courses(text)]
