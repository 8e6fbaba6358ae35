"""Patients by their order: sentences of our own, whole values compared."""

from __future__ import annotations

from tests.assembly.vignettes import cases, drawn


def test_first_and_second() -> None:
    text = (
        "We report two cases of angiosarcoma. The first patient, a 70-year-old man, was treated with paclitaxel. "
        "The second patient was a 48-year-old woman. She received pazopanib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 70, "male", [["paclitaxel"]]),
        ("patient 2", 48, "female", [["pazopanib"]]),
    ]


def test_a_first_patient_without_a_word_of_order() -> None:
    text = (
        "We describe two women with thymoma. A 44-year-old woman was treated with sunitinib. "
        "The second patient was 61 years old and received everolimus."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 44, "female", [["sunitinib"]]), ("patient 2", 61, "female", [["everolimus"]])]


def test_two_patients_and_a_third() -> None:
    text = "Three patients had a chordoma. Two patients were given imatinib. The third patient, a 50-year-old woman, received erlotinib."
    assert [drawn(case)[3] for case in cases(text)] == [[["imatinib"]], [["imatinib"]], [["erlotinib"]]]


def test_an_order_that_nobody_announced() -> None:
    text = (
        "The first patient, a 39-year-old man with a chordoma, received imatinib. "
        "The second patient, a 57-year-old woman with a chordoma, presented with pain and received erlotinib."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 39, "male", [["imatinib"]]), ("patient 2", 57, "female", [["erlotinib"]])]
