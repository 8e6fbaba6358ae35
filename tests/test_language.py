"""Sentences and abbreviations."""

import pytest

from caseextract import language
from caseextract.readers.text import report_of


def sentences(text: str) -> list[str]:
    prose = language.parse(report_of(text))
    return [prose.words(sentence) for sentence in prose.sentences]


def abbreviations(text: str) -> dict[str, str]:
    prose = language.parse(report_of(text))
    return {one.short: prose.text[one.long_start : one.long_end] for one in prose.abbreviations}


@pytest.mark.parametrize(
    "parts",
    [
        ["He coughed.", "He smoked!", "Why?", "Nobody knew."],
        ["As Fig. 2 shows, Dr. Ada gave 5 mg i.v. twice daily.", "He slept."],
        ["Moreno et al. saw 3.5 cm of tumor.", "It grew."],
        ["It was said before [3,4].", "And again."],
        ["He was well (for once).", "She was not."],
        ["The dose was 1.5 mg/kg, i.e. very low.", "It rose."],
        ['"No cancer."', "So they said."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_maker_in_brackets_ends_no_sentence() -> None:
    text = "He received cisplatin (60 mg; Somemaker Pharma, Osaka) and S-1. It was stopped; Nivolumab was given."
    assert sentences(text) == [
        "He received cisplatin (60 mg; Somemaker Pharma, Osaka) and S-1.", "It was stopped;", "Nivolumab was given.",
    ]


def test_a_line_ends_a_sentence() -> None:
    assert sentences("Case report\nA man came\n\nHe left") == ["Case report", "A man came", "He left"]


def test_offsets_survive_tidying() -> None:
    text = "A\u00a0man\u2019s \u201cPD\u2011L1\u201d \u2013 50\u202f%"
    assert len(language.tidy(text)) == len(text)
    assert language.tidy(text) == "A man's \"PD-L1\" - 50 %"


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("small cell lung cancer (SCLC) was found", "SCLC", "small cell lung cancer"),
        ("extensive-stage small cell lung cancer (ES-SCLC) was found", "ES-SCLC", "extensive-stage small cell lung cancer"),
        ("treated with 5-fluorouracil (5-FU) alone", "5-FU", "5-fluorouracil"),
        ("diffuse large B-cell lymphoma (DLBCL; stage IVB) was found", "DLBCL", "diffuse large B-cell lymphoma"),
        ("complete metabolic response (CMR) was reached", "CMR", "complete metabolic response"),
    ],
)
def test_abbreviations(text: str, short: str, long: str) -> None:
    assert abbreviations(text) == {short: long}


def test_a_short_form_inside_a_long_form() -> None:
    assert abbreviations("plasma cell (PC) leukemia (PCL) was found") == {"PC": "plasma cell", "PCL": "plasma cell (PC) leukemia"}


def test_a_short_form_in_the_plural_defines_the_singular_as_well() -> None:
    assert abbreviations("granulocytic sarcomas (GSs) were found") == {"GS": "granulocytic sarcomas", "GSs": "granulocytic sarcomas"}


def test_what_scispacy_adds() -> None:
    found = abbreviations("an intrahepatic cholangiocarcinoma (iCC) was found")
    assert found == ({} if language.missing() else {"iCC": "intrahepatic cholangiocarcinoma"})


@pytest.mark.parametrize("text", ["He drank wine (RED).", "the lung (left) was clear", "60 mg (BID)", "()", "(A"])
def test_no_abbreviations(text: str) -> None:
    assert abbreviations(text) == {}


def test_without_scispacy_the_program_works_and_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setitem(__import__("sys").modules, "scispacy", None)
        patched.setitem(__import__("sys").modules, "scispacy.abbreviation", None)
        language.missing.cache_clear()
        assert "scispaCy is not installed" in str(language.missing())
        assert abbreviations("small cell lung cancer (SCLC)") == {"SCLC": "small cell lung cancer"}
    language.missing.cache_clear()
