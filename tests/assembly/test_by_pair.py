"""Two patients told of in one breath: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
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


FAMILIES = {
    "the elder and her sister": (
        "Two sisters with chordoma are reported. The elder, aged 52, received imatinib. Her sister, aged 48, was treated with lapatinib and is alive at 30 months.",
        [(52, "female", ["imatinib"], None), (48, "female", ["lapatinib"], "alive")],
    ),
    "a boy and his brother": (
        "We report chordoma in two brothers. A 5-year-old boy received imatinib. His 3-year-old brother was treated with lapatinib and died of progressive disease.",
        [(5, "male", ["imatinib"], None), (3, "male", ["lapatinib"], "dead")],
    ),
    "a father and his son": (
        "A father and his son were diagnosed with chordoma. The father, aged 61, received imatinib and died. The son, aged 35, was given lapatinib.",
        [(61, "male", ["imatinib"], "dead"), (35, "male", ["lapatinib"], None)],
    ),
    "a brother and a sister": (
        "Two cases of chordoma, occurring in a brother and sister, are presented. A 54-year-old man received imatinib. A sister, age 34, was treated with lapatinib. She died of chordoma.",
        [(54, "male", ["imatinib"], None), (34, "female", ["lapatinib"], "dead")],
    ),
    "a woman and her son, both": (
        "We treated a 50-year-old woman and her 25-year-old son, both with chordoma. The mother received imatinib and the son lapatinib.",
        [(50, "female", ["imatinib"], None), (25, "male", ["lapatinib"], None)],
    ),
    "twins of one age": (
        "Identical twins were diagnosed with chordoma at the age of 4 years. The first twin received imatinib. Her sister was treated with lapatinib.",
        [(4, None, ["imatinib"], None), (4, "female", ["lapatinib"], None)],
    ),
    "a sister who is no patient of the report": (
        "A 40-year-old woman with chordoma received imatinib. Her sister, aged 35, had been treated with trastuzumab for breast cancer.",
        [(40, "female", ["imatinib"], None)],
    ),
}


@pytest.mark.parametrize("name", FAMILIES)
def test_families(name: str) -> None:
    text, expected = FAMILIES[name]
    found = [
        (
            case.patient.age_years.value if case.patient.age_years else None,
            case.patient.sex.value if case.patient.sex else None,
            ["+".join(a.name for a in t.agents) for t in case.treatments],
            case.outcome.vital_status.value if case.outcome.vital_status else None,
        )
        for case in extract(text).cases
    ]
    assert found == expected
