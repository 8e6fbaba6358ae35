"""Patients by the report's own labels: sentences of our own, whole values compared."""

from __future__ import annotations

from tests.assembly.vignettes import cases, drawn


def test_headings_part_the_cases() -> None:
    text = (
        "Two children with hepatoblastoma\n\nIntroduction\n\nHepatoblastoma is rare.\n\nCase 1\n\nA 2-year-old boy had hepatoblastoma. "
        "He received cisplatin.\n\nCase 2\n\nA 4-year-old girl presented with hepatoblastoma. She was treated with doxorubicin.\n\nDiscussion\n\nSorafenib has been tried."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("case 1", 2, "male", [["cisplatin"]]),
        ("case 2", 4, "female", [["doxorubicin"]]),
    ]


def test_labels_in_running_text() -> None:
    text = (
        "We describe two patients with thymic carcinoma. Patient A, a 51-year-old woman, was treated with sunitinib. "
        "Patient B was a 60-year-old man. He received lenvatinib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient A", 51, "female", [["sunitinib"]]),
        ("patient B", 60, "male", [["lenvatinib"]]),
    ]


def test_numbers_of_a_larger_series() -> None:
    text = (
        "Patients 7 and 31 of a screened group had a cholangiocarcinoma with an IDH1 R132C mutation. Both received ivosidenib. "
        "Patient 7 had stable disease and patient 31 experienced progressive disease."
    )
    found = cases(text)
    assert [drawn(case) for case in found] == [("patient 7", None, None, [["ivosidenib"]]), ("patient 31", None, None, [["ivosidenib"]])]
    assert [[a.gene for a in case.alterations] for case in found] == [["IDH1"], ["IDH1"]]
    assert [[c.best_response.value if c.best_response else None for c in case.treatments] for case in found] == [["stable_disease"], ["progressive_disease"]]


def test_cases_in_brackets() -> None:
    text = "We report two cases of sarcoma. Both went well, with pazopanib for the pulmonary lesions (case 1) and trabectedin for the hepatic ones (case 2)."
    assert [drawn(case)[3] for case in cases(text)] == [[["pazopanib"]], [["trabectedin"]]]


def test_one_with_whom_another_is_compared() -> None:
    text = (
        "We describe two patients with melanoma. Patient 1, a 51-year-old man, took dabrafenib. Patient 2, a 66-year-old man, took vemurafenib. "
        "In contrast to patient 1, he was also given cobimetinib."
    )
    assert [drawn(case) for case in cases(text)] == [
        ("patient 1", 51, "male", [["dabrafenib"]]),
        ("patient 2", 66, "male", [["vemurafenib"], ["cobimetinib"]]),
    ]


def test_age_and_sex_in_brackets() -> None:
    text = "Two cases of uveal melanoma: case 1 (F, 55 years) received ipilimumab; case 2 (61/M) received tebentafusp."
    assert [drawn(case) for case in cases(text)] == [("case 1", 55, "female", [["ipilimumab"]]), ("case 2", 61, "male", [["tebentafusp"]])]


def test_values_shared_out() -> None:
    text = "Patients 2 and 5 with melanoma were treated with dabrafenib. Patients 2 and 5 had a response that lasted 9 and 14 months, respectively."
    assert [[[d.months for d in c.durations] for c in case.treatments] for case in cases(text)] == [[[9.0]], [[14.0]]]


def test_labels_in_brackets() -> None:
    text = "A patient with chordoma (patient 7) had a complete response to imatinib, and a second patient (patient 12) received lapatinib."
    assert [(drawn(case)[0], drawn(case)[3], [d.histology.name for d in case.diagnoses]) for case in cases(text)] == [
        ("patient 7", [["imatinib"]], ["chordoma"]),
        ("patient 12", [["lapatinib"]], ["chordoma"]),
    ]


def test_labels_of_later_letters() -> None:
    text = "Case J\n\nA 33-year-old man presented with a chordoma. He received imatinib.\n\nCase K\n\nA 34-year-old man had a chordoma. He was given lapatinib."
    assert [drawn(case) for case in cases(text)] == [("case J", 33, "male", [["imatinib"]]), ("case K", 34, "male", [["lapatinib"]])]
