"""Sections: titles on their own line, at the head of a sentence, and none."""

from __future__ import annotations

import pytest

from caseextract import language, sections
from caseextract.readers import read


def kinds(text: str) -> list[str]:
    """The section of each sentence."""
    report = read(text)
    return [sentence.section for sentence in sections.assign(report, language.parse(report)).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 40-year-old man had a sarcoma. He received ifosfamide.", ["case", "case"]),
        (
            "Background: Sarcomas are rare. Case presentation: A 40-year-old man had a sarcoma. He received ifosfamide. Conclusions: Ifosfamide may help.",
            ["background", "case", "case", "discussion"],
        ),
        (
            "Rationale: Sarcomas are rare. Patient concerns: A man had pain. Diagnoses: A sarcoma was found. Interventions: He received ifosfamide. Lessons: It may help.",
            ["background", "case", "case", "case", "discussion"],
        ),
        ("BACKGROUND Sarcomas are rare. CASE SUMMARY A 40-year-old man had a sarcoma. CONCLUSION It may help.", ["background", "case", "discussion"]),
        ("[Background] Sarcomas are rare. [Case] A 40-year-old man had a sarcoma. [Conclusion] It may help.", ["background", "case", "discussion"]),
        ("Methods: A 61-year-old woman had a thymoma. Cisplatin was given. Results: She had a partial response.", ["case", "case", "case"]),
    ],
)
def test_titles_in_sentences(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_unlabelled_abstract_before_the_introduction() -> None:
    text = (
        "A sarcoma that shrank\n\nWe report a man with a sarcoma.\n\nIntroduction\n\nSarcomas are rare.\n\nCase presentation\n\n"
        "A 40-year-old man had a sarcoma.\n\nTreatment\n\nHe received ifosfamide.\n\nDiscussion\n\nIfosfamide is old.\n\nReferences\n\n1. Somebody."
    )
    assert [kind for kind in kinds(text) if kind not in ("front", "references")] == [
        "title", "abstract", "background", "case", "case", "discussion",
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Case presentation", "case"),
        ("2. Case description", "case"),
        ("Case 3", "case"),
        ("Our case and its course", "case"),
        ("Report of two cases", "case"),
        ("Presentation of the case", "case"),
        ("Discussion and review of the literature", "discussion"),
        ("Introduction and aims", "background"),
        ("Materials and methods", "methods"),
        ("Patient selection", None),
        ("Acknowledgements", "front"),
        ("An unheard-of title", None),
    ],
)
def test_kind_of_a_title(title: str, kind: str | None) -> None:
    assert sections.kind_of(title) == kind
