"""Patients as many as announced: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import cases, drawn


def test_presentations_as_many_as_announced() -> None:
    text = (
        "We present two cases of gastric cancer treated with nivolumab. A 66-year-old man had a complete response after nivolumab. "
        "A 58-year-old woman had progressive disease on nivolumab."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 66, "male", [["nivolumab"]]), ("patient 2", 58, "female", [["nivolumab"]])]


def test_ages_in_a_list() -> None:
    text = "Three patients, two women (31 and 37 years of age) and one man (19 years of age), had an adrenocortical carcinoma. All received mitotane."
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 31, "female", [["mitotane"]]),
        ("patient 2", 37, "female", [["mitotane"]]),
        ("patient 3", 19, "male", [["mitotane"]]),
    ]


def test_two_patients_and_the_remaining_one() -> None:
    text = "We report three cases of epithelioid sarcoma. Two patients received tazemetostat; the remaining patient received pazopanib."
    assert [drawn(case)[3] for case in cases(text)] == [[["tazemetostat"]], [["tazemetostat"]], [["pazopanib"]]]


def test_told_apart_without_an_announcement() -> None:
    text = "One patient with a chordoma received imatinib. Another patient with a chordoma was treated with afatinib."
    assert [drawn(case)[3] for case in cases(text)] == [[["imatinib"]], [["afatinib"]]]


def test_a_man_and_a_woman_told_apart_by_their_pronouns() -> None:
    text = (
        "The patients, aged 41 and 59 years, a woman and a man, had a chordoma. She was later given imatinib, "
        "while he received sorafenib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 41, "female", [["imatinib"]]),
        ("patient 2", 59, "male", [["sorafenib"]]),
    ]


def test_presentations_before_what_was_given() -> None:
    text = (
        "We report two patients with angiosarcoma. A 66-year-old man with a lesion of the scalp was given paclitaxel. "
        "A 58-year-old woman with a lesion of the breast was given pazopanib."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 66, "male", [["paclitaxel"]]), ("patient 2", 58, "female", [["pazopanib"]])]


def test_two_of_whom_the_same_is_told() -> None:
    text = "We report two patients with mesothelioma who received pemetrexed and had a partial response."
    assert [drawn(case)[3] for case in cases(text)] == [[["pemetrexed"]], [["pemetrexed"]]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We identified three patients with chordoma who achieved a response to imatinib. All three patients had been operated on.", 3),
        ("We present four cases of chordoma with durable responses to imatinib.", 4),
        ("Experience with 4 such adult patients with chordoma is described. All were treated with imatinib.", 4),
        ("Five patients with chordoma received imatinib. All patients had stable disease.", 5),
        ("We observed two patients with chordoma who responded to imatinib for 7 and 11 months.", 2),
        ("Four patients with chordoma were treated with imatinib. All four patients had a response. They were enrolled in a phase II trial of 40 patients.", 0),
    ],
)
def test_as_many_as_announced_of_whom_the_same_is_told(text: str, number: int) -> None:
    assert len(cases(text)) == number


def test_the_sex_of_a_tumour() -> None:
    text = "We identified two patients with metastatic prostate cancer who responded to olaparib for 7 and 11 months."
    assert [drawn(case)[2] for case in cases(text)] == ["male", "male"]


def test_some_of_a_cohort_with_something_in_common() -> None:
    text = "Three of 15 patients with chordoma carried EGFR G719X. Two of these patients were treated with afatinib, while the third received imatinib."
    assert [drawn(case)[3] for case in cases(text)] == [[["afatinib"]], [["afatinib"]], [["imatinib"]]]
