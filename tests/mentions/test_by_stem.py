"""Drugs by the stem of their name; every row of the stems is true to its own examples."""

import pytest

from caseextract import language, mentions
from caseextract.knowledge import stems
from caseextract.mentions import by_stem
from caseextract.readers.text import report_of


def found(text: str) -> list[str]:
    prose = language.parse(report_of(text))
    return [mention.label for mention in by_stem.find(prose, prose.sentences)]


@pytest.mark.parametrize("stem", stems())
def test_exclusions_are_excluded(stem: str) -> None:
    assert [name for name in stems()[stem].exclusions if found(f"He took {name} daily.")] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then imaginertinib was started.", ["imaginertinib"]),
        ("Imaginatinib-resistant disease", ["imaginatinib"]),
        ("She received fictotuzumab vedotin weekly.", ["fictotuzumab vedotin"]),
        ("osmertinib, osimmertinib, asimertinib and osiemrtinib", ["osimertinib"] * 4),
        ("a transplatin assay", []),
        ("IMAGINATINIB", []),
        ("the tinib family", []),
        ("betacarotene and ghrelin", []),
    ],
)
def test_words_in_a_sentence(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_drug_of_the_lexicon_keeps_its_row() -> None:
    prose = language.parse(report_of("Osimertinib, then imaginertinib."))
    drugs = [(m.label, m.matched_by) for m in mentions.find(prose) if m.kind == "agent"]
    assert drugs == [("osimertinib", "label"), ("imaginertinib", "stem")]
