from __future__ import annotations

from caseextract.review.passages import Span, passages, section_at
from tests.fictional import TEXT


def test_every_character_stands_once_and_where_it_says() -> None:
    spans = [Span(5, 30, 0), Span(10, 12, 1), Span(11, 200, 2, out=True), Span(0, len(TEXT), 3)]
    found = passages(TEXT, spans)
    for passage in found:
        for stretch in passage.stretches:
            assert TEXT[stretch.start : stretch.start + len(stretch.text)] == stretch.text
    assert "\n".join("".join(s.text for s in passage.stretches) for passage in found) == TEXT.rstrip("\n")


def test_overlapping_spans_share_their_stretch() -> None:
    (passage,) = passages("abcdef", [Span(1, 4, 0), Span(2, 6, 1), Span(3, 4, 0, out=True)])
    assert [(s.text, s.items, s.out) for s in passage.stretches] == [
        ("a", (), ()),
        ("b", (0,), ()),
        ("c", (0, 1), ()),
        ("d", (0, 1), (0,)),
        ("ef", (1,), ()),
    ]


def test_headings_and_their_sections() -> None:
    assert [p.section for p in passages(TEXT, []) if p.heading] == ["Background", "Case presentation", "Discussion"]
    assert section_at(TEXT, TEXT.index("second line")) == "Case presentation"
    assert section_at(TEXT, 3) is None
    assert [p.heading for p in passages("Odd Title\nwords", [], sections=["Odd title"])] == [True, False]


def test_a_whole_section_as_evidence_is_marked_at_its_beginning() -> None:
    (passage,) = passages("x" * 5000, [Span(0, 5000, 0)])
    assert [len(stretch.text) for stretch in passage.stretches] == [2000, 3000]
