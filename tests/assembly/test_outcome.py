"""Alive or dead, survival, follow-up: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

OPENING = "A 50-year-old woman with a thymic carcinoma received sunitinib. "


@pytest.mark.parametrize(
    ("text", "status", "survival", "follow_up"),
    [
        ("She died 14 months after diagnosis.", "dead", 14, None),
        ("The patient declined rapidly and died of her disease.", "dead", None, None),
        ("She is alive 3 years after diagnosis.", "alive", None, 36),
        ("She remains in complete remission at 20 months of follow-up.", "alive", None, 20),
        ("A complete response was seen and it continues to this day.", "alive", None, None),
        ("The patient continued to receive sunitinib under regular surveillance.", "alive", None, None),
        ("There was no recurrence after 2 years of follow-up.", "alive", None, 24),
        ("A partial response was seen after 2 months.", None, None, None),
        ("The tumour expressed programmed death ligand 1.", None, None, None),
        ("Her mother died of breast cancer. A partial response was seen.", None, None, None),
        ("She is doing well. In conclusion, follow-up of such patients should be long.", "alive", None, None),
        ("The disease progressed. Thymic carcinoma is well known to spread.", None, None, None),
        ("She relapsed one year later.", None, None, None),
        ("Thymic carcinoma is a rare cause of cancer death. A partial response was seen.", None, None, None),
        ("The cause of her death was respiratory failure.", "dead", None, None),
        ("The course was fatal: suicide was ruled out, the outcome was fatal.", "dead", None, None),
        ("The drug was stopped, and she died one month later.", "dead", None, None),
        ("She died 20 months after the operation.", "dead", 20, None),
        ("Five years later the disease recurred.", None, None, None),
        ("The drug was stopped three years later for progression. She is well.", "alive", None, None),
        ("The progression-free survival was 11 months. She is well.", "alive", None, None),
        ("A month later, she was better.", None, None, None),
        ("S-1 was well tolerated for 10 months. She continues on it.", "alive", None, None),
        ("She is well without recurrence two years after the relapse.", "alive", None, 24),
        ("Further drugs were given, resulting in an overall survival of 47 months.", None, 47, None),
        ("She is alive, with a survival of 47 months.", "alive", None, 47),
    ],
)
def test_outcome(text: str, status: str | None, survival: float | None, follow_up: float | None) -> None:
    (case,) = extract(OPENING + text).cases
    outcome = case.outcome
    assert (
        outcome.vital_status.value if outcome.vital_status else None,
        outcome.overall_survival_months,
        outcome.follow_up_months,
    ) == (status, survival, follow_up)
