"""Patients as many as announced: sentences of our own, whole values compared."""

from __future__ import annotations

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


def test_one_another_the_third() -> None:
    text = (
        "Three patients whose thyroid cancers carried a RET fusion received selpercatinib. One patient had a complete response, "
        "another patient had stable disease, and the third patient experienced progressive disease."
    )
    assert [[c.best_response.value if c.best_response else None for c in case.treatments] for case in cases(text)] == [
        ["complete_response"], ["stable_disease"], ["progressive_disease"],
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
