"""What a study's cohort shares with those of its patients who are described: sentences of our own, whole lists compared."""

from __future__ import annotations

import pytest

from tests.assertions.test_experiencer import whose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty patients with thymic carcinoma were treated with sunitinib. Of these, one had a KIT mutation and a partial response.", [("thymic carcinoma", "patient"), ("sunitinib", "patient")]),
        ("Patients with cholangiocarcinoma resistant to gemcitabine received ivosidenib. Patient 8 had stable disease.",
         [("cholangiocarcinoma", "patient"), ("gemcitabine", "patient"), ("ivosidenib", "patient")]),
        ("Of 31 patients with thymoma who received everolimus, one had a complete response.", [("thymoma", "patient"), ("everolimus", "patient")]),
        ("Pazopanib was tested in 12 patients with osteosarcoma. One patient in this trial had a partial response.", [("Pazopanib", "patient"), ("osteosarcoma", "patient")]),
        ("Among 50 patients with thymoma resistant to sunitinib, a KIT mutation was found in two. Patient 3 received imatinib.", [("thymoma", "patient"), ("sunitinib", "patient"), ("imatinib", "patient")]),
        ("Patients with thymoma received everolimus. One of the responders was on treatment for a year.", [("thymoma", "patient"), ("everolimus", "patient")]),
        ("Forty patients with thymoma were treated with sunitinib or everolimus. Two patients had stable disease.", [("thymoma", "patient"), ("sunitinib", "literature"), ("everolimus", "literature")]),
        ("Patients with thymoma were randomized to sunitinib and compared with placebo. One patient had a response.", [("thymoma", "literature"), ("sunitinib", "literature")]),
        ("Patients with thymoma treated with sunitinib rarely respond. Here we report a patient with thymoma. She received everolimus.",
         [("thymoma", "literature"), ("sunitinib", "literature"), ("thymoma", "patient"), ("everolimus", "patient")]),
    ],
)
def test_cohort_of_the_described(text: str, expected: list[tuple[str, str]]) -> None:
    assert whose(text) == expected
