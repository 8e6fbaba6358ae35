"""Mentions of some of a course's drugs."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses

TCHP = "docetaxel+carboplatin+trastuzumab+pertuzumab"


@pytest.mark.parametrize(
    ("told", "after"),
    [
        ("followed by mastectomy, radiotherapy and adjuvant trastuzumab for a year.", "trastuzumab"),
        ("followed by mastectomy, adjuvant radiation, and adjuvant trastuzumab with pertuzumab.", "trastuzumab+pertuzumab"),
        ("then a mastectomy. She received chest wall radiotherapy and adjuvant trastuzumab.", "trastuzumab"),
        ("with a lumpectomy and irradiation thereafter. Adjuvant pertuzumab and trastuzumab were administered.", "pertuzumab+trastuzumab"),
        ("followed by mastectomy. Radiotherapy was given, and adjuvant trastuzumab was started.", "trastuzumab"),
    ],
)
def test_some_of_the_drugs_after_operation_and_radiation(told: str, after: str) -> None:
    found = [course.agents for course in courses("A 44-year-old woman with breast cancer received neoadjuvant TCHP, " + told)]
    assert (found[0], found[-1], found.count(TCHP)) == (TCHP, after, 1)


@pytest.mark.parametrize(
    "told",
    [
        "Trastuzumab caused heart failure.",
        "The adjuvant trastuzumab was well tolerated.",
        "Carboplatin had caused a rash.",
    ],
)
def test_some_of_the_adjuvant_drugs_spoken_of(told: str) -> None:
    text = "A 44-year-old woman with breast cancer had a mastectomy. She received adjuvant docetaxel, carboplatin and trastuzumab. Radiotherapy was given. "
    assert [course.agents for course in courses(text + told)][1:] == ["docetaxel+carboplatin+trastuzumab", "radiotherapy"]
