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
