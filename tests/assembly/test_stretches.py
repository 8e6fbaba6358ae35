"""Which of the patients a sentence speaks of; sentences of our own."""

from __future__ import annotations

from caseextract.pipeline import extract


def drugs(text: str) -> list[list[str]]:
    return [["+".join(a.name for a in t.agents) for t in case.treatments] for case in extract(text).cases]


def test_both_of_those_told_of_so_far() -> None:
    text = (
        "We report three patients with chordoma. Patient 1, a 50-year-old man, received imatinib. Patient 2, a 61-year-old woman, was given lapatinib. "
        "Both patients were later treated with sorafenib. Patient 3, a 44-year-old man, received afatinib."
    )
    assert drugs(text) == [["imatinib", "sorafenib"], ["lapatinib", "sorafenib"], ["afatinib"]]


def test_two_of_three_by_their_order() -> None:
    text = "Three men (41, 50 and 63 years old) had a chordoma. The first and third patients received imatinib. The second patient was treated with lapatinib."
    assert drugs(text) == [["imatinib"], ["lapatinib"], ["imatinib"]]


def test_the_second_case_of_somebody_of_an_age() -> None:
    text = (
        "We report two cases of chordoma. The first case - a 68-year-old man - was treated with imatinib. "
        "In the second case of a 59-year-old woman lapatinib was given."
    )
    assert [case.patient.age_years.value for case in extract(text).cases if case.patient.age_years] == [68, 59]


def test_lengths_of_all_without_respectively() -> None:
    text = "Two patients with chordoma were operated on. Both patients are alive without recurrence 12 and 18 months after surgery."
    assert [case.outcome.follow_up_months for case in extract(text).cases] == [12, 18]


def test_ages_are_no_lengths_of_treatment() -> None:
    text = "Two adults (59 and 57 years) with chordoma were treated with imatinib for 10 and 12 months, respectively."
    assert [[d.months for d in t.durations] for case in extract(text).cases for t in case.treatments] == [[10], [12]]


def test_bracketed_labels_in_a_sentence_about_both() -> None:
    text = (
        "We report two cases of chordoma treated with imatinib for recurrent disease (case 1) and for a locally advanced tumor (case 2). "
        "Regression of the tumor (case 1) resulted in a successful surgical resection; the locally advanced tumor (case 2) progressed on imatinib."
    )
    assert drugs(text) == [["imatinib", ""], ["imatinib"]]


def test_twins_by_number_in_the_order_of_the_text() -> None:
    text = "The patients were male twins. At 4 months of age, twin 2 presented with a neuroblastoma. He received carboplatin. Twin 1 had a neuroblastoma and received etoposide."
    assert drugs(text) == [["carboplatin"], ["etoposide"]]


def test_the_sex_of_all() -> None:
    assert [case.patient.sex.value for case in extract("We report three sisters with chordoma. All three sisters received imatinib.").cases if case.patient.sex] == ["female"] * 3
