"""Which course the name of a class of drugs speaks of."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses

OPERATED = "A 49-year-old woman with thymoma received cisplatin and doxorubicin, followed by thymectomy. A year later pleural recurrence was found. "
DRUGS = "cisplatin+doxorubicin"


@pytest.mark.parametrize(
    "told",
    [
        "The same chemotherapy was repeated.",
        "She was given chemotherapy with an identical regimen.",
        "Chemotherapy consisting of the same drugs was started.",
        "The initial combination was used again.",
        "The original chemotherapy was given once more.",
        "The previous regimen was repeated.",
    ],
)
def test_the_same_drugs_after_a_relapse(told: str) -> None:
    assert [course.agents for course in courses(OPERATED + told)] == [DRUGS, "surgery", DRUGS]


@pytest.mark.parametrize(
    "told",
    [
        "The same regimen was not given because of heart failure.",
        "The same chemotherapy was proposed, but she refused.",
        "The initial chemotherapy had been well tolerated.",
        "The previous chemotherapy had been given elsewhere.",
    ],
)
def test_the_same_drugs_only_spoken_of(told: str) -> None:
    assert [course.agents for course in courses(OPERATED + told)] == [DRUGS, "surgery"]


def test_the_same_drugs_beyond_progression() -> None:
    text = "A 49-year-old woman with metastatic thymoma received cisplatin and doxorubicin. The disease progressed. The same chemotherapy was continued."
    assert [course.agents for course in courses(text)] == [DRUGS]
