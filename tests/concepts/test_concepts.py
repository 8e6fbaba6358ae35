"""The report's own abbreviations: what they name, and what they override."""

from __future__ import annotations

import pytest

from caseextract import assertions, concepts, language, mentions, sections
from caseextract.readers import read

TUMORS = ("tumor", "histology")


def tumors(text: str) -> set[tuple[str, str]]:
    report = read(text)
    prose = sections.assign(report, language.parse(report))
    found = concepts.link(assertions.judge(mentions.find(prose), prose), prose)
    return {(prose.text[a.mention.start : a.mention.end], a.mention.label) for a in found if a.mention.kind in TUMORS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He had clear cell sarcoma (CCS). The CCS was resected.",
            {("clear cell sarcoma", "clear cell sarcoma"), ("CCS", "clear cell sarcoma")},
            id="a lexicon abbreviation that means the same",
        ),
        pytest.param(
            "He had metastatic cholangiocarcinoma (MCC). The MCC progressed.",
            {("cholangiocarcinoma", "cholangiocarcinoma"), ("MCC", "cholangiocarcinoma")},
            id="a lexicon abbreviation that means another tumour",
        ),
        pytest.param(
            "He had papillary renal cell carcinoma (RCC). The RCC spread.",
            {("papillary renal cell carcinoma", "papillary renal cell carcinoma"), ("RCC", "papillary renal cell carcinoma"), ("renal cell carcinoma", "renal cell carcinoma")},
            id="a long form that ends a longer name",
        ),
        pytest.param(
            "Microwave coagulation necrosis (MCN) was applied. The MCN was repeated.",
            set(),
            id="a lexicon abbreviation that means no tumour",
        ),
        pytest.param(
            "She had epithelioid hemangioendothelioma of bone (EHOB). All EHOBs were stable.",
            set[tuple[str, str]]()
            | {("epithelioid hemangioendothelioma", "epithelioid hemangioendothelioma")}
            | {("epithelioid hemangioendothelioma", "hemangioendothelioma")},
            id="a long form that does not end with the tumour names nothing",
        ),
        pytest.param(
            "He had pulmonary enteric carcinoma (PEC). The PEC shrank.",
            {("carcinoma", "carcinoma"), ("PEC", "carcinoma")},
            id="a short form unknown to the lexicon",
        ),
    ],
)
def test_abbreviations(text: str, expected: set[tuple[str, str]]) -> None:
    assert tumors(text) == expected


def test_the_site_of_the_long_form_stays() -> None:
    text = "He had pulmonary enteric carcinoma (PEC). The PEC shrank."
    report = read(text)
    prose = sections.assign(report, language.parse(report))
    found = concepts.link(assertions.judge(mentions.find(prose), prose), prose)
    short = [a.mention for a in found if prose.text[a.mention.start : a.mention.end] == "PEC"]
    assert {(mention.matched_by, mention.groups.get("site")) for mention in short} == {("abbreviation", "lung")}
