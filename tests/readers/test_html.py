from __future__ import annotations

import pytest

from caseextract.readers import read
from caseextract.schema import Report

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>A tumour of nobody | Journal of Nothing</title>
<meta name="citation_title" content="A tumour of nobody: a case report">
<meta name="citation_doi" content="10.1000/nothing.1"><meta name="citation_journal_title" content="Journal of Nothing">
<meta name="citation_publication_date" content="2031/02/03"><meta name="citation_author" content="Fictum, Ada">
<meta name="citation_pmid" content="12345678"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">
<script>document.write("<p>Written by a script.</p>")</script><style>p { color: red }</style></head>
<body onload="alert(1)"><nav><ul><li>Home</li></ul></nav><div class="cookie-banner"><p>We use cookies.</p></div>
<main><article><h1>A tumour of nobody: a case report</h1>
<div class="affiliations"><p>University Hospital of Nowhere</p></div>
<h2>Abstract</h2><p>A patient<sup>1</sup> had 3 × 10<sup>9</sup>/L cells &amp; was well.</p>
<h2>Case presentation</h2><p>The patient was treated.<script>alert(2)</script></p>
<ul><li>First point</li><li>Second point</li></ul>
<figure><img src="x.png"><figcaption><b>Figure 1.</b> A scan of nothing.</figcaption></figure>
<table><tr><th>Marker</th><th>Value</th></tr><tr><td>CEA</td><td>12</td></tr></table>
<h2>References</h2><ol><li>Author A. A title.</li><li>Writer B. Another.</li></ol></article>
<aside><p>Related articles of no use.</p></aside></main><footer><p>All rights reserved.</p></footer></body></html>"""


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def test_a_saved_page() -> None:
    report = read(PAGE)
    assert report.format == "html"
    assert kinds(report) == [
        ("title", "A tumour of nobody: a case report"),
        ("front", "University Hospital of Nowhere"),
        ("heading", "Abstract"),
        ("paragraph", "A patient had 3 × 10⁹/L cells & was well."),
        ("heading", "Case presentation"),
        ("paragraph", "The patient was treated."),
        ("list", "First point"),
        ("list", "Second point"),
        ("caption", "Figure 1. A scan of nothing."),
        ("table", "Marker | Value\nCEA | 12"),
        ("heading", "References"),
        ("references", "Author A. A title.\nWriter B. Another."),
    ]
    assert report.blocks[5].section == "Case presentation"


def test_what_the_head_says() -> None:
    said = read(PAGE).metadata
    assert (said.doi, said.journal, said.year, said.pmid) == (
        "10.1000/nothing.1",
        "Journal of Nothing",
        2031,
        "12345678",
    )
    assert said.authors == ("Ada Fictum",)
    assert said.licence == "CC BY 4.0"


def test_a_page_that_lies_about_its_encoding() -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("was well", "had Sjögren’s syndrome")
    assert "Sjögren’s" in read(page.encode()).text


def test_deep_nesting_is_bounded() -> None:
    page = "<html><body>" + "<div>" * 1500 + "<p>Deep words.</p>" + "</div>" * 1500 + "</body></html>"
    assert "Deep words." in read(page).text


@pytest.mark.parametrize("tag", ["p", "span"])
def test_a_page_all_of_whose_blocks_are_named_like_navigation(tag: str) -> None:
    blocks = "".join(f"<div class='nav-block'><{tag}>The tumour of patient {n} shrank.</{tag}></div>" for n in range(6))

    report = read(f"<html><body>{blocks}</body></html>".encode())

    assert [report.text[b.start : b.end] for b in report.blocks] == [f"The tumour of patient {n} shrank." for n in range(6)]


def test_a_page_inside_one_form() -> None:
    report = read(
        b"<html><body><form id='aspnetForm'><nav><p>Home</p></nav><h1>A tumour of nobody</h1>"
        b"<p>The tumour of this woman shrank and did not come back for years.</p><aside><p>See more</p></aside></form></body></html>"
    )

    assert [(b.kind, report.text[b.start : b.end]) for b in report.blocks] == [
        ("title", "A tumour of nobody"),
        ("paragraph", "The tumour of this woman shrank and did not come back for years."),
    ]
