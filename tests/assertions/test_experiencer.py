"""Of whom: this patient, another, the family, the literature; sentences of our own, whole lists compared."""

from __future__ import annotations

import pytest

from caseextract import assertions, language, mentions, sections
from caseextract.pipeline import extract
from caseextract.readers import read


def whose(text: str) -> list[tuple[str, str]]:
    """Words and experiencer of the drugs and tumours."""
    report = read(text)
    prose = sections.assign(report, language.parse(report))
    found = assertions.judge(mentions.find(prose), prose)
    return [(prose.text[a.mention.start : a.mention.end], a.judgement.experiencer) for a in found if a.mention.kind in ("agent", "tumor", "regimen")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The patient was treated with alectinib in a phase I trial.", [("alectinib", "patient")]),
        ("Earlier authors obtained responses with trametinib.", [("trametinib", "literature")]),
        ("In the literature, alectinib brought responses in half of the patients.", [("alectinib", "literature")]),
        ("Patients with such tumours rarely respond to sunitinib; our patient was given pazopanib.", [("sunitinib", "literature"), ("pazopanib", "patient")]),
        ("A 40-year-old man took gefitinib. Dupont et al. described a woman who received afatinib. She later had erlotinib. Our patient took osimertinib.",
         [("gefitinib", "patient"), ("afatinib", "literature"), ("erlotinib", "literature"), ("osimertinib", "patient")]),
        ("Dupont et al. report on the case of a woman who received afatinib.", [("afatinib", "patient")]),
        ("He underwent a transplant from his brother after busulfan.", [("busulfan", "patient")]),
        ("The patient was given imatinib; her mother had breast cancer.", [("imatinib", "patient"), ("breast cancer", "family")]),
        ("A boy whose father died of melanoma presented with lymphoma.", [("melanoma", "family"), ("lymphoma", "patient")]),
        ("Her mother had a melanoma; she received ipilimumab.", [("melanoma", "family"), ("ipilimumab", "family")]),
        ("Treatment of these tumours usually consists of vincristine and dactinomycin.", [("vincristine", "literature"), ("dactinomycin", "literature")]),
        ("Treatment options for ureteral carcinoma are limited, and patients experiencing recurrence after cisplatin have a poor prognosis.",
         [("ureteral carcinoma", "literature"), ("cisplatin", "literature")]),
        ("Most cases are treated with pazopanib.", [("pazopanib", "literature")]),
        ("Inhibition with trametinib had little effect in NF1-deficient cells.", [("trametinib", "literature")]),
        ("We report two patients with melanoma. Both patients received dabrafenib.", [("melanoma", "patient"), ("dabrafenib", "patient")]),
        ("Three patients with thymoma were treated with sunitinib. Another patient received everolimus.", [("thymoma", "patient"), ("sunitinib", "patient"), ("everolimus", "patient")]),
    ],
)
def test_whose(text: str, expected: list[tuple[str, str]]) -> None:
    assert whose(text) == expected


def test_what_was_kept_out_says_why() -> None:
    record = extract(
        "A 50-year-old man with a lung adenocarcinoma received osimertinib. He refused pemetrexed. In the literature, amivantamab has been reported to work."
    )
    assert [(e.name, e.reason, e.cue) for e in record.excluded if e.kind == "agent"] == [
        ("pemetrexed", "refused", "refused"),
        ("amivantamab", "literature", "In the literature"),
    ]


def test_the_article_is_taken_from_its_case() -> None:
    text = (
        "A chordoma under afatinib\n\nWe report a man whose chordoma shrank under afatinib.\n\nIntroduction\n\nImatinib is used for chordoma.\n\n"
        "Case presentation\n\nA 61-year-old man had a chordoma. Afatinib was started and brought a partial response.\n\n"
        "Discussion\n\nErlotinib has also been tried. Our patient responded to afatinib. A man of 40 was given sorafenib elsewhere."
    )
    (case,) = extract(text).cases
    assert [[a.name for a in course.agents] for course in case.treatments] == [["afatinib"]]
