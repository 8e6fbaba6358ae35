
from __future__ import annotations

import pytest

from caseextract.errors import DamagedFile
from caseextract.readers import read
from caseextract.schema import Report

ARTICLE = """<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="case-report"><front>
<journal-meta><journal-title-group><journal-title>Journal of Nothing</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="pmid">12345678</article-id><article-id pub-id-type="pmc">7654321</article-id>
<article-id pub-id-type="doi">10.1000/nothing.1</article-id>
<title-group><article-title>A tumour of <italic>nobody</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Fictum</surname><given-names>Ada</given-names></name></contrib></contrib-group>
<pub-date pub-type="epub"><day>1</day><month>2</month><year>2031</year></pub-date>
<permissions><license xlink:href="https://creativecommons.org/licenses/by-nc/4.0/"><license-p>Open access.</license-p></license></permissions>
<abstract><p>An abstract.</p></abstract><kwd-group><kwd>tumour</kwd><kwd>nothing</kwd></kwd-group></article-meta></front>
<body><sec><title>Case</title><p>A patient<sup><xref ref-type="bibr">1</xref></sup> had &alpha;-fetoprotein &#8805; 3.</p>
<sec><title>Therapy</title><p>Nothing was given.<table-wrap><label>Table 1</label><caption><p>Values.</p></caption>
<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td/></tr></table></table-wrap></p>
<list><list-item><p>One</p></list-item><list-item><p>Two</p></list-item></list></sec></sec></body>
<back><ref-list><title>References</title><ref><label>1</label><mixed-citation>Author A. A title.</mixed-citation></ref></ref-list></back></article>"""


def kinds(report: Report) -> list[tuple[str, str, str | None]]:
    return [(block.kind, report.text[block.start : block.end], block.section) for block in report.blocks]


def test_an_article() -> None:
    report = read(ARTICLE.encode())
    assert report.format == "jats"
    found = kinds(report)
    assert found[0] == ("title", "A tumour of nobody", None)
    assert ("paragraph", "A patient had α-fetoprotein ≥ 3.", "Case") in found
    assert found[found.index(("heading", "Therapy", "Therapy")) :] == [
        ("heading", "Therapy", "Therapy"),
        ("paragraph", "Nothing was given.", "Therapy"),
        ("caption", "Table 1 Values.", "Therapy"),
        ("table", "A | B\n1 |", "Therapy"),
        ("list", "One\nTwo", "Therapy"),
        ("heading", "References", "References"),
        ("references", "1 Author A. A title.", "References"),
    ]


def test_what_it_says_of_itself() -> None:
    said = read(ARTICLE).metadata
    assert (said.pmid, said.pmcid, said.doi) == ("12345678", "PMC7654321", "10.1000/nothing.1")
    assert (said.journal, said.year, said.licence) == ("Journal of Nothing", 2031, "CC BY-NC 4.0")
    assert said.authors == ("Ada Fictum",)
    assert said.keywords == ("tumour", "nothing")


def test_entities_that_expand_without_end() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "ha">{levels}]><article><body><p>&l11;</p></body></article>'
    with pytest.raises(DamagedFile, match="entities"):
        read(bomb.encode())


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/x"])
def test_entities_that_reach_out(address: str) -> None:
    page = f'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x SYSTEM "{address}">]><article><body><p>&x;</p></body></article>'
    for content in (page.encode(), page.encode("utf-16")):
        with pytest.raises(DamagedFile):
            read(content)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_truncated(share: float) -> None:
    with pytest.raises(DamagedFile, match="well-formed"):
        read(ARTICLE.encode()[: int(share * len(ARTICLE))])


@pytest.mark.parametrize("depth", [10, 100, 250])
def test_deep_sections_are_read(depth: int) -> None:
    sections = "<sec>" * depth + "<title>Case</title><p>A <bold>deep</bold> word.</p>" + "</sec>" * depth

    report = read(f"<article><body>{sections}</body></article>".encode())

    assert report.text == "Case\n\nA deep word."


def test_deeper_sections_are_refused_and_not_lost_silently() -> None:
    sections = "<sec>" * 400 + "<p>A deep word.</p>" + "</sec>" * 400

    with pytest.raises(DamagedFile, match="depth"):
        read(f"<article><body>{sections}</body></article>".encode())
