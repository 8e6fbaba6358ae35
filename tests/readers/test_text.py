
from __future__ import annotations

import pytest

from caseextract.errors import EmptyReport, TooLarge
from caseextract.readers import read
from caseextract.schema import Report
from caseextract.settings import Settings

PAGE = """CASE REPORT article

Front. Oncol.

Sec. Thoracic Oncology

Volume 99 - 2031 | doi: 10.3389/fonc.2031.0000001

A made-up tumour that answered to a made-up drug: a case report

Provisionally accepted
Ada  FictumAda Fictum1,2Bruno  InventadoBruno Inventado1*
  • 1University Hospital of Nowhere, Nowhere, Utopia
  • 2Institute of Pathology, Nowhere, Utopia

The final, formatted version of it comes later.

Background: Nothing is known of this tumour. We report a patient who was treated with a drug that does not exist.

Keywords: tumour, nothing, drug

Received: 01 Jan 2031; Accepted: 02 Feb 2031.

Copyright: © 2031 Fictum and Inventado. This is an open-access article under the \
Creative Commons Attribution License (CC BY).

* Correspondence:
Bruno Inventado, University Hospital of Nowhere, Nowhere, Utopia

Disclaimer: All claims in it are those of Fictum and Inventado.
"""

ARTICLE = """A rare tumour of nobody: a case report
This abstract has a sentence. It has another sentence that makes it a paragraph.

Introduction

Tumours of nobody are rare.

2. Case presentation

A patient was seen. •Not a list item.

References

1. Author A. A title. J Nothing. 2001;1:2-3. doi:10.1000/other
"""


def kinds(report: Report) -> list[str]:
    return [block.kind for block in report.blocks]


def test_a_page_copied_from_a_publisher() -> None:
    report = read(PAGE)
    assert report.text == PAGE
    body = [report.text[b.start : b.end] for b in report.blocks if b.kind == "paragraph"]
    assert len(body) == 1
    assert body[0].startswith("Background: Nothing")
    said = report.metadata
    assert said.title == "A made-up tumour that answered to a made-up drug: a case report"
    assert said.doi == "10.3389/fonc.2031.0000001"
    assert said.journal == "Frontiers in Oncology"
    assert said.year == 2031
    assert said.authors == ("Ada Fictum", "Bruno Inventado")
    assert said.licence == "CC BY"
    assert said.publication_status == "provisionally accepted"
    assert said.keywords == ("tumour", "nothing", "drug")


def test_an_article_with_headings() -> None:
    report = read(ARTICLE)
    assert kinds(report) == [
        "title", "paragraph", "heading", "paragraph", "heading", "paragraph", "heading", "references",
    ]  # fmt: skip
    assert report.blocks[5].section == "2. Case presentation"
    assert report.metadata.title == "A rare tumour of nobody: a case report"
    assert report.metadata.doi is None


def test_a_paragraph_has_no_title() -> None:
    report = read("A woman was treated with nothing. She was well after 12 months.")
    assert kinds(report) == ["paragraph"]
    assert report.metadata.title is None


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "A woman of no age came with pain that had\nlasted for many months and was then\ntreated with a drug that did\nnothing at all.\n\nShe was well and\ncame back after a while.\n"
    report = read(wrapped)
    assert kinds(report) == ["paragraph", "paragraph"]


def test_a_line_broken_inside_a_sentence_goes_on_in_the_next() -> None:
    broken = "A woman of sixty came with pain that had lasted for\nmany months.\nWeight loss\n"
    report = read(broken)
    assert [broken[b.start : b.end] for b in report.blocks] == [
        "A woman of sixty came with pain that had lasted for\nmany months.",
        "Weight loss",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    words = "Sjögren’s syndrome – an old story of a patient."
    assert read(words.encode(encoding)).text == words


def test_bytes_that_are_no_text_in_any_encoding_still_give_text() -> None:
    assert "patient" in read(b"A patient \x81\x8d with \xe2\x28 broken bytes.").text


def test_bounds() -> None:
    with pytest.raises(EmptyReport):
        read(" \n ")
    with pytest.raises(TooLarge, match="max_characters"):
        read("word " * 100, settings=Settings(max_characters=100))


@pytest.mark.parametrize(
    "line",
    [
        "Journal of Invented Oncology 2020; 3(1): 41-47",
        "Invented Lett. 2019;12:e104",
        "The Made-Up Lancet, 2021 Mar; 7 (2): 12–15.",
    ],
)
def test_a_line_that_cites_the_article_itself_is_no_title(line: str) -> None:
    report = read(f"{line}\n\nA tumor of the ear that nobody expected\n\nCase report\nA man came.")
    assert report.metadata.title == "A tumor of the ear that nobody expected"
    assert report.metadata.year == (2020 if "2020" in line else 2019 if "2019" in line else 2021)
    assert report.metadata.journal is not None
    assert line.startswith(report.metadata.journal)
