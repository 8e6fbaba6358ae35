"""Two patients told of in one breath: sentences of our own, whole values compared."""

from __future__ import annotations

from tests.assembly.vignettes import cases, drawn


def test_a_man_and_a_woman_in_one_breath() -> None:
    text = (
        "We describe a 52-year-old man and a 64-year-old woman with a chordoma. The man was treated with imatinib. The woman received erlotinib."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 52, "male", [["imatinib"]]), ("patient 2", 64, "female", [["erlotinib"]])]


def test_former_and_latter() -> None:
    text = "We report a 33-year-old man and a 62-year-old woman with thymoma. The former was given sunitinib; the latter received everolimus."
    assert [drawn(case)[3] for case in cases(text)] == [[["sunitinib"]], [["everolimus"]]]


def test_mother_and_daughter() -> None:
    text = (
        "A mother and her daughter developed ovarian carcinoma. The mother, aged 70, received carboplatin. "
        "The daughter, 45 years old, was treated with paclitaxel."
    )
    assert [drawn(case) for case in cases(text)] == [("mother", 70, "female", [["carboplatin"]]), ("daughter", 45, "female", [["paclitaxel"]])]


def test_a_girl_and_her_brother() -> None:
    text = (
        "We describe two siblings with hepatoblastoma. The 6-year-old girl presented with pain and her 3-year-old brother with a mass. "
        "Both received cisplatin."
    )
    assert [drawn(case) for case in cases(text)] == [("patient 1", 6, "female", [["cisplatin"]]), ("patient 2", 3, "male", [["cisplatin"]])]
