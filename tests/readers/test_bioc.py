
from __future__ import annotations

import json

import pytest

from caseextract.errors import DamagedFile
from caseextract.readers import read

PASSAGES = [
    ({"section_type": "TITLE", "type": "front", "article-id_doi": "10.1000/x", "article-id_pmc": "7654321", "year": "2031",
      "name_0": "surname:Fictum;given-names:Ada"}, "A tumour of nobody"),
    ({"section_type": "ABSTRACT", "type": "abstract"}, "An abstract."),
    ({"section_type": "CASE", "type": "title_1"}, "Case presentation"),
    ({"section_type": "CASE", "type": "paragraph"}, "A patient was treated."),
    ({"section_type": "TABLE", "type": "table_caption"}, "Values."),
    ({"section_type": "REF", "type": "ref"}, "A title."),
]  # fmt: skip
KINDS = ["title", "paragraph", "heading", "paragraph", "caption", "references"]


def test_json_and_xml_give_the_same() -> None:
    as_json = json.dumps([{"documents": [{"passages": [{"infons": about, "text": text} for about, text in PASSAGES]}]}])
    body = "".join(
        "<passage>"
        + "".join(f'<infon key="{k}">{v}</infon>' for k, v in about.items())
        + f"<text>{text}</text></passage>"
        for about, text in PASSAGES
    )
    as_xml = f'<?xml version="1.0"?><!DOCTYPE collection SYSTEM "BioC.dtd"><collection><document>{body}</document></collection>'
    for source in (as_json, as_xml):
        report = read(source.encode())
        assert report.format == "bioc"
        assert [block.kind for block in report.blocks] == KINDS
        assert report.blocks[3].section == "Case presentation"
        said = report.metadata
        assert (said.title, said.doi, said.pmcid, said.year) == ("A tumour of nobody", "10.1000/x", "PMC7654321", 2031)
        assert said.authors == ("Ada Fictum",)


def test_broken_json() -> None:
    with pytest.raises(DamagedFile):
        read(b'{"documents": [{"passages": [')
