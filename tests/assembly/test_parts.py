"""Patients of a small group who are told apart by counts, by what they carry, or by "respectively"; sentences of our own."""

from __future__ import annotations

from caseextract.pipeline import extract
from caseextract.schema import Case


def told(text: str) -> list[tuple[list[str | None], list[str], list[str | None]]]:
    """Variants, drugs and responses of every case."""
    return [_told(case) for case in extract(text).cases]


def _told(case: Case) -> tuple[list[str | None], list[str], list[str | None]]:
    drugs = ["+".join(a.name for a in t.agents) for t in case.treatments]
    return [a.variant for a in case.alterations], drugs, [t.best_response.value if t.best_response else None for t in case.treatments]


def test_counts_that_add_up() -> None:
    text = "Four patients with thymic carcinoma were treated with sunitinib. Of these, one achieved a complete response, two had stable disease, and the remaining patient progressed."
    assert [responses for _, _, responses in told(text)] == [["complete_response"], ["stable_disease"], ["stable_disease"], ["progressive_disease"]]


def test_counts_that_do_not_add_up_tell_no_patients_apart() -> None:
    text = "Thirty patients with thymic carcinoma were treated with sunitinib in a phase II trial. One had a complete response and two had a partial response."
    assert len(told(text)) < 2


def test_carriers_of_each_variant() -> None:
    text = (
        "Biopsies after imatinib from patients with gastrointestinal stromal tumor showed KIT V654A in two patients and KIT D816H in one. "
        "The two patients with V654A received sunitinib and had a partial response; the patient with D816H was treated with ponatinib and had stable disease."
    )
    assert [(variants, drugs[-1], responses[-1]) for variants, drugs, responses in told(text)] == [
        (["V654A"], "sunitinib", "partial_response"),
        (["V654A"], "sunitinib", "partial_response"),
        (["D816H"], "ponatinib", "stable_disease"),
    ]


def test_respectively_shares_out_what_is_no_number() -> None:
    text = (
        "Two patients with thymic carcinoma had KIT mutations V559D and L576P, respectively. Both patients were treated with imatinib. "
        "They had stable disease and a partial response, respectively."
    )
    assert told(text) == [(["V559D"], ["imatinib"], ["stable_disease"]), (["L576P"], ["imatinib"], ["partial_response"])]


def test_presentations_that_tell_how_it_went() -> None:
    text = "We describe two patients with myeloid sarcoma who received midostaurin. A 50-year-old man achieved a complete remission, and a 31-year-old woman progressed."
    assert [responses for _, _, responses in told(text)] == [["complete_response"], ["progressive_disease"]]


def test_results_listed_for_as_many_patients() -> None:
    text = (
        "Three patients with thymic carcinoma were treated with sunitinib. "
        "They had a complete response, stable disease and progressive disease, respectively."
    )
    assert [responses for _, _, responses in told(text)] == [["complete_response"], ["stable_disease"], ["progressive_disease"]]


def test_one_carrier_and_another() -> None:
    text = (
        "Nine patients with thymic carcinoma were biopsied after sunitinib. KIT D816H was detected in one patient, and KIT V654A in another. "
        "The former received ponatinib; the latter was treated with imatinib."
    )
    assert [(variants, drugs[-1]) for variants, drugs, _ in told(text)] == [(["D816H"], "ponatinib"), (["V654A"], "imatinib")]


def test_one_another_the_third() -> None:
    text = (
        "Three patients whose thyroid cancers carried a RET fusion received selpercatinib. One patient had a complete response, "
        "another patient had stable disease, and the third patient experienced progressive disease."
    )
    assert [responses for _, _, responses in told(text)] == [["complete_response"], ["stable_disease"], ["progressive_disease"]]


def test_carriers_of_what_has_no_notation() -> None:
    text = (
        "Biopsies after imatinib from patients with gastrointestinal stromal tumor showed KIT V654A in two patients and PDGFRA amplification in one. "
        "The two patients with V654A received sunitinib; the patient with PDGFRA amplification was treated with ponatinib."
    )
    assert [drugs[-1] for _, drugs, _ in told(text)] == ["sunitinib", "sunitinib", "ponatinib"]


def test_the_drug_named_once_is_that_of_all() -> None:
    text = "Patients 4 and 11 had thymic carcinoma. Patient 4 had a partial response, and patient 11 had stable disease on sunitinib."
    assert [(drugs, responses) for _, drugs, responses in told(text)] == [(["sunitinib"], ["partial_response"]), (["sunitinib"], ["stable_disease"])]


def test_respectively_of_a_group_beside_another() -> None:
    text = "Three patients with thymic carcinoma relapsed after sunitinib. In one patient KIT D816H was found and in two patients KIT V654A and NRAS Q61K were detected, respectively."
    assert [variants for variants, _, _ in told(text)] == [["D816H"], ["V654A"], ["Q61K"]]
