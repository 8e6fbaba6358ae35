"""What holds for every reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from caseextract.errors import EmptyReport, FileMissing, ReadError, TooLarge, UnknownFormat
from caseextract.readers import read
from caseextract.schema import Report
from caseextract.settings import Settings

from .pdfs import two_columns

STARTS = (
    b"",
    b"%PDF-1.7\n",
    b"<html><body>",
    b"<?xml version='1.0'?><article>",
    b'{"documents": [',
    b"\xff\xfe",
    b"<collection><document>",
)


def is_sound(report: Report) -> None:
    position = 0
    for block in report.blocks:
        assert position <= block.start < block.end <= len(report.text)
        assert report.text[block.start : block.end].strip()
        position = block.end


@given(st.sampled_from(STARTS), st.binary(max_size=300))
@example(b"", b"\x00")
@example(b"", b"<!DOCTYPE")
@example(b'{"documents": ', b'["passages", [1, null]]}')
@settings(deadline=None)
def test_any_bytes_give_a_report_or_a_read_error(start: bytes, rest: bytes) -> None:
    try:
        report = read(start + rest)
    except ReadError:
        return
    is_sound(report)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_gives_a_report_or_a_read_error(text: str) -> None:
    try:
        report = read(text)
    except ReadError:
        return
    is_sound(report)


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
@settings(deadline=None, max_examples=60)
def test_a_pdf_with_wrong_bytes_in_it(place: int, wrong: bytes) -> None:
    content = two_columns()
    place %= len(content)
    try:
        report = read(content[:place] + wrong + content[place + len(wrong) :])
    except ReadError:
        return
    is_sound(report)


def test_the_contents_decide_and_not_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(two_columns())
    assert read(path).format == "pdf"
    path = tmp_path / "article.pdf"
    path.write_text("Only words of a patient.")
    assert read(path).format == "text"


@pytest.mark.parametrize("content", [b'{"article": {"title": null}, "cases": []}', b' [\n {"id": 1, "text": "A woman had melanoma."}]'])
def test_json_that_is_no_bioc_is_no_article(content: bytes) -> None:
    with pytest.raises(UnknownFormat, match="JSON, but not BioC"):
        read(content)


def test_a_text_that_begins_with_a_bracket_is_text() -> None:
    assert read(b'{Case report} "A woman": she had melanoma.').format == "text"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read(tmp_path / "nowhere.pdf")
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(EmptyReport):
        read(tmp_path / "empty.pdf")
    with pytest.raises(UnknownFormat, match="Word"):
        read(b"PK\x03\x04 and so on")
    with pytest.raises(TooLarge, match="max_bytes"):
        read(b"many bytes", settings=Settings(max_bytes=5))
