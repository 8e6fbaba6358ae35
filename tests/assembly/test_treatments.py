"""Treatments as the record has them: evidence and confidence; and what holds of every story."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseextract.pipeline import extract

OPENING = "A 60-year-old man with metastatic thymoma was seen."
SENTENCES = (
    "He received sunitinib.",
    "He was given carboplatin and etoposide for four cycles.",
    "Maintenance etoposide was given.",
    "As third-line treatment he received everolimus.",
    "He had received two prior lines of chemotherapy.",
    "He was heavily pretreated.",
    "Chemotherapy was started.",
    "Everolimus was added.",
    "Sunitinib was restarted.",
    "Treatment was resumed.",
    "He underwent thymectomy.",
    "Adjuvant radiotherapy was given.",
    "He received cisplatin with concurrent radiotherapy.",
    "The disease progressed after three months.",
    "It was stopped because of a rash.",
    "A partial response was seen and lasted for two years.",
    "He was refractory to both carboplatin and sunitinib.",
    "There is no evidence of recurrence after four years.",
    "We report a man who received everolimus.",
    "In conclusion, everolimus may be useful.",
    "Bevacizumab was started while sunitinib was continued.",
    "After failure of second-line treatment, octreotide was given.",
)
BLOOD = (
    "A 60-year-old man with acute myeloid leukemia was seen.",
    "Induction with cytarabine and daunorubicin was given.",
    "Consolidation with etoposide followed.",
    "He underwent allogeneic stem cell transplantation.",
    "Maintenance azacitidine was given.",
    "The leukemia relapsed.",
    "A complete remission was achieved.",
    "Gilteritinib was started.",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=8), st.lists(st.sampled_from(BLOOD[1:]), max_size=6), st.booleans())
def test_every_story_makes_sound_treatments(solid: list[str], blood: list[str], is_blood: bool) -> None:
    text = " ".join([BLOOD[0], *blood] if is_blood else [OPENING, *solid])
    for case in extract(text).cases:
        previous = None
        for treatment in case.treatments:
            assert treatment.evidence
            assert all(evidence.quote == text[evidence.start : evidence.end] for evidence in treatment.evidence)
            line = treatment.line.inferred
            assert line is None or line >= 1
            is_maintenance = treatment.phase is not None and treatment.phase.value == "maintenance"
            if is_maintenance and line is not None and previous is not None and treatment.line.rule != "next-after-progression":
                assert line <= previous
            previous = line if line is not None else previous


def test_a_treatment_shows_all_its_mentions() -> None:
    (case,) = extract(f"{OPENING} He received sunitinib. Sunitinib was well tolerated.").cases
    (treatment,) = case.treatments
    assert [evidence.quote for evidence in treatment.evidence] == ["sunitinib", "Sunitinib"]


def test_progression_on_follow_up_is_inferred_from_what_lasts() -> None:
    (case,) = extract(f"{OPENING} He received sunitinib. He remains in complete remission after three years.").cases
    (treatment,) = case.treatments
    assert treatment.progressed is not None
    assert (treatment.progressed.value, treatment.progressed.derived) == (False, "ongoing at last follow-up")


def test_progression_alone_is_the_best_response() -> None:
    (case,) = extract(f"{OPENING} He received sunitinib. The disease progressed.").cases
    (treatment,) = case.treatments
    assert treatment.best_response is not None
    assert (treatment.best_response.value, treatment.best_response.derived) == (
        "progressive_disease", "progression with no better response told",
    )


@pytest.mark.parametrize("months", ["four", "12"])
def test_late_progression_says_nothing_of_the_best_response(months: str) -> None:
    (case,) = extract(f"{OPENING} He received sunitinib. The disease progressed after {months} months.").cases
    (treatment,) = case.treatments
    assert treatment.best_response is None
