"""The notation of examples itself: what it reads, and what it refuses."""

import pytest

from tests.examples import Mark, check, example_of


def test_marks_are_taken_out_of_the_text() -> None:
    example = example_of("There was no [MET](gene status=absent) in [lung cancer](tumor label=a_b). {no agent}")
    assert example.text == "There was no MET in lung cancer."
    assert example.marks == (
        Mark(13, "MET", "gene", (("status", "absent"),)),
        Mark(20, "lung cancer", "tumor", (("label", "a b"),)),
    )
    assert example.kinds == {"gene", "tumor", "agent"}


@pytest.mark.parametrize(
    "annotated",
    [
        "There was no MET amplification.",
        "There was [no](gene Status=absent) MET and [MET](gene).",
        "[MET](gene) {no gene}",
        "[MET](gene) {no  gene}",
    ],
    ids=["promises nothing", "malformed", "promised and denied", "malformed denial"],
)
def test_what_promises_nothing_is_refused(annotated: str) -> None:
    with pytest.raises(ValueError, match=r"promise|malformed"):
        example_of(annotated)


@pytest.mark.parametrize(
    "annotated",
    [
        "He took cisplatin. {no agent}",
        "He took [cisplatin](agent) and etoposide.",
        "He took [cisplatin](agent status=absent).",
        "He [took](agent) cisplatin.",
    ],
    ids=["surplus", "one too many", "other attribute", "elsewhere"],
)
def test_a_broken_promise_fails(annotated: str) -> None:
    with pytest.raises(AssertionError):
        check(annotated)
