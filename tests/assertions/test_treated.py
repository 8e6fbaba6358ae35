"""Whether a treatment was given: sentences of our own, whole lists compared."""

from __future__ import annotations

import pytest

from tests.assertions.test_scope import judged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was to receive docetaxel, but pneumonia supervened.", [("docetaxel", "planned")]),
        ("He was about to start lenvatinib when the biopsy was read again.", [("lenvatinib", "planned")]),
        ("Weekly paclitaxel was to follow.", [("paclitaxel", "planned")]),
        ("Cisplatin with gemcitabine had originally been intended.", [("Cisplatin", "planned"), ("gemcitabine", "planned")]),
        ("Carboplatin and etoposide were judged too toxic.", [("Carboplatin", "absent"), ("etoposide", "absent")]),
        ("Alpelisib could not be given because of diabetes.", [("Alpelisib", "absent")]),
        ("Avapritinib was not yet accessible.", [("Avapritinib", "absent")]),
        ("Trametinib, which is used elsewhere, was no option.", [("Trametinib", "absent")]),
        ("Entrectinib would be an option.", [("Entrectinib", "hypothetical")]),
        ("Our patient was not keen on tamoxifen.", [("tamoxifen", "absent")]),
        ("He never took imatinib.", [("imatinib", "absent")]),
        ("The leukemia patient, unfit for intensive chemotherapy, received azacitidine.", [("azacitidine", "present")]),
        ("Instead of dacarbazine he was given ipilimumab.", [("dacarbazine", "planned"), ("ipilimumab", "present")]),
        ("Octreotide has never been used in our patient.", [("Octreotide", "absent")]),
        ("Sunitinib refused by the patient.", [("Sunitinib", "absent")]),
        ("Selinexor had been considered but was not given.", [("Selinexor", "hypothetical")]),
        ("The options put before her included atezolizumab, talazoparib and olaparib.", [("atezolizumab", "hypothetical"), ("talazoparib", "hypothetical"), ("olaparib", "hypothetical")]),
        ("He was enrolled in a trial of asciminib versus bosutinib.", [("asciminib", "present"), ("bosutinib", "hypothetical")]),
        ("If she relapses, imatinib may follow.", [("imatinib", "hypothetical")]),
        ("Amivantamab is being studied.", [("Amivantamab", "hypothetical")]),
    ],
)
def test_not_given(text: str, expected: list[tuple[str, str]]) -> None:
    assert judged(text, "agent", "regimen") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sorafenib was stopped after two weeks.",
        "Sunitinib was given and surgery was planned.",
        "Temozolomide was deemed effective.",
        "Everolimus was deferred, but later started.",
        "Olaparib was not tolerated.",
        "It was decided to start nivolumab.",
        "Bosutinib had to be given up within a week.",
    ],
)
def test_given(text: str) -> None:
    assert [status for _, status in judged(text, "agent")] == ["present"]
