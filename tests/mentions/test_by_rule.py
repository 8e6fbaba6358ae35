"""Rules in running text: their kinds, their named parts, and that they stop at the end of a sentence."""

import pytest

from tests.examples import check


@pytest.mark.parametrize(
    "annotated",
    [
        "A [58-year-old](age n=58) woman arrived.",
        "The response lasted for [18 months](time n=18).",
        "It lasted [over 19 months](time comparator=over n=19).",
        "A [three-week](time n=three) course.",
        "It went on [from March 2013 to May 2014](period year1=2013 year2=2014).",
        "A [partial response](response category=partial_response) was seen.",
        "There was [progressive disease](response category=progressive_disease).",
        "[cT2N1M0](stage system=TNM) was found.",
        "The tumor was [stage IIIA](stage).",
        "As [second-line](line) treatment.",
        "After [six cycles](cycles) he rested.",
        "No length here. {no time}",
        "At [12 months](time n=12). Later, 3. {no period}",
    ],
)
def test_rules(annotated: str) -> None:
    check(annotated)
