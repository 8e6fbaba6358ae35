from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from caseextract.errors import DamagedFile, EncryptedPdf, NoTextLayer, TooLarge
from caseextract.readers import read
from caseextract.schema import Report
from caseextract.settings import Settings

from .pdfs import HEIGHT, WIDTH, drawn, lines, pages, picture_only, two_columns


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def test_columns_are_read_one_after_the_other_even_when_written_across() -> None:
    report = read(two_columns())
    words = [word for word in report.text.split() if word[:4] in ("left", "righ") and word[-1].isdigit()]
    assert words == [f"left{row:02}" for row in range(12)] + [f"right{row:02}" for row in range(12)]
    assert report.metadata.title == "A durable response in a tumour of nobody"
    assert report.blocks[0].kind == "title"


def test_hyphens_at_line_ends() -> None:
    report = read(
        pages(
            [
                "The patient took first-line treatment for an adenocarci-",
                "noma with EML4-",
                "ALK fusion. She had a long history, and the first-",
                "line treatment for the pre-",
                "and the postoperative phase was the same as before it.",
            ]
        )
    )
    text = " ".join(report.text.split())
    assert "an adenocarcinoma with EML4-ALK fusion" in text
    assert "the first-line treatment for the pre- and the postoperative" in text


def test_raised_citations_are_dropped_and_powers_kept() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, HEIGHT - 100)
        for words, size, rise in (
            ("Survival was long in 2019", 10, 0),
            ("12,13", 6, 4),
            (" and leukocytes were 3 × 10", 10, 0),
            ("9", 6, 4),
            ("/L in the end.", 10, 0),
        ):
            text.setFont("Times-Roman", size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)

    assert read(drawn(draw)).text == "Survival was long in 2019 and leukocytes were 3 × 10⁹/L in the end."


def test_running_heads_and_page_numbers_go() -> None:
    def draw(canvas: Canvas) -> None:
        for page in (1, 2, 3):
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(60, HEIGHT - 30, f"Journal of Nothing 2020;7:{page}")
            canvas.drawString(WIDTH / 2, 25, str(page))
            lines(canvas, [f"Page {name} holds this sentence." for name in ("one", "two", "three")[page - 1 : page]])
            canvas.showPage()

    report = read(drawn(draw))
    assert "Journal of Nothing" not in report.text
    assert report.text.split() == [
        "Page",
        "one",
        "holds",
        "this",
        "sentence.",
        "Page",
        "two",
        "holds",
        "this",
        "sentence.",
        "Page",
        "three",
        "holds",
        "this",
        "sentence.",
    ]
    assert report.metadata.year == 2020


def test_line_numbers_of_a_manuscript_go() -> None:
    def draw(canvas: Canvas) -> None:
        body = [f"These are the words of a line of the manuscript {letter}" for letter in "abcdefghijkl"]
        lines(canvas, body, x=90, step=24)
        lines(canvas, [str(number) for number in range(1, 13)], x=60, step=24)

    assert not any(word.isdigit() for word in read(drawn(draw)).text.split())


def test_a_tilted_watermark_goes_and_is_remembered() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["A sentence of the article stands here.", "And another one, which ends here."])
        canvas.saveState()
        canvas.translate(100, 200)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(0, 0, "Provisionally accepted")
        canvas.restoreState()

    report = read(drawn(draw))
    assert "Provisionally" not in report.text
    assert report.metadata.publication_status == "provisionally accepted"


def test_ruled_tables_keep_their_rows() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The values are given in Table 1 and were stable over time."], top=80)
        lines(canvas, ["Table 1. Values over time."], top=120, size=8)
        for y in (128, 146, 176):
            canvas.line(60, HEIGHT - y, 400, HEIGHT - y)
        for row, cells in enumerate((("Marker", "Before", "After"), ("CEA", "12", "4"), ("LDH", "540", "210"))):
            for x, cell in zip((62, 180, 300), cells, strict=True):
                lines(canvas, [cell], x=x, top=140 + 16 * row, size=8)
        lines(canvas, ["The text goes on under the table with other words."], top=220)

    found = kinds(read(drawn(draw)))
    assert ("caption", "Table 1. Values over time.") in found
    assert ("table", "Marker | Before | After\nCEA | 12 | 4\nLDH | 540 | 210") in found


def test_references_are_set_apart() -> None:
    report = read(
        pages(
            [
                "The discussion ends with this sentence here.",
                "",
                "References",
                "1. Author A. A title. J Nothing. 2001;1:2–3.",
            ]
        )
    )
    assert kinds(report)[-2:] == [
        ("heading", "References"),
        ("references", "1. Author A. A title. J Nothing. 2001;1:2–3."),
    ]


def test_every_character_knows_its_place() -> None:
    report = read(two_columns())
    assert report.layout is not None
    for run in report.layout.runs:
        assert run.start < run.end <= len(report.text)
        assert len(run.edges) == run.end - run.start + 1
        assert list(run.edges) == sorted(run.edges)
        assert not report.text[run.start : run.end].isspace()
    assert [run.start for run in report.layout.runs] == sorted(run.start for run in report.layout.runs)
    start = report.text.index("right05")
    (box,) = report.evidence(start, start + 7).boxes
    assert box.page == 1
    assert box.x0 == pytest.approx(310, abs=1)
    assert box.top < 140 + 12 * 5 < box.bottom + 1
    assert 20 < box.x1 - box.x0 < 50


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_and_boxes_lie_where_the_words_are_shown(turn: int) -> None:
    content = pages([f"Line {name} of a page that is turned." for name in ("one", "two", "three")])
    document = pypdfium2.PdfDocument(content)
    document[0].set_rotation(turn)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    report = read(buffer.getvalue())
    assert " ".join(report.text.split()).startswith("Line one of a page that is turned. Line two")
    assert report.layout is not None
    start = report.text.index("turned")
    (box,) = report.evidence(start, start + 6).boxes
    assert _is_dark(buffer.getvalue(), box.x0, box.top, box.x1, box.bottom)


def _is_dark(content: bytes, x0: float, top: float, x1: float, bottom: float) -> bool:
    document = pypdfium2.PdfDocument(content)
    picture = document[0].render(scale=1).to_pil().convert("L")
    document.close()
    low, _ = picture.crop((int(x0), int(top), int(x1) + 1, int(bottom) + 1)).getextrema()
    return bool(low < 128)


def test_encrypted_with_an_empty_user_password_is_read() -> None:
    locked = pdfencrypt.StandardEncryption("", ownerPassword="owner")
    content = drawn(lambda canvas: lines(canvas, ["Readable all the same."]), encrypt=locked)
    assert read(content).text == "Readable all the same."


def test_encrypted_with_a_password() -> None:
    locked = pdfencrypt.StandardEncryption("secret", ownerPassword="owner")
    content = drawn(lambda canvas: lines(canvas, ["Hidden words."]), encrypt=locked)
    with pytest.raises(EncryptedPdf, match="pdf_password"):
        read(content)
    assert read(content, settings=Settings(pdf_password="secret")).text == "Hidden words."
    with pytest.raises(EncryptedPdf, match="does not open"):
        read(content, settings=Settings(pdf_password="wrong"))


def test_scanned() -> None:
    with pytest.raises(NoTextLayer, match="OCR"):
        read(picture_only())


def test_truncated() -> None:
    content = two_columns()
    for share in (0.1, 0.3):
        with pytest.raises(DamagedFile):
            read(content[: int(share * len(content))])


def test_many_pages() -> None:
    content = pages(*([f"Page number {page} of very many."] for page in range(600)))
    report = read(content)
    assert report.layout is not None
    assert len(report.layout.pages) == 600
    with pytest.raises(TooLarge, match="max_pages"):
        read(content, settings=Settings(max_pages=599))


def test_a_page_with_a_million_characters_is_bounded() -> None:
    content = pages(["many words on one line " * 45] * 1000)
    with pytest.raises(TooLarge, match="max_characters"):
        read(content, settings=Settings(max_characters=500_000))


def test_three_columns() -> None:
    places = ("first", "second", "third")

    def draw(canvas: Canvas) -> None:
        for row in range(14):
            for column, place in enumerate(places):
                words = [f"{place}{row:02} with the words of it"]
                lines(canvas, words, x=60 + 170 * column, top=120 + 12 * row, size=9)

    words = read(drawn(draw)).text.split()
    assert [w for w in words if w[-1].isdigit()] == [f"{place}{row:02}" for place in places for row in range(14)]


def test_footnotes_stand_apart_and_do_not_break_the_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        body = ["The tumour grew slowly over the course of several long years and then"] * 40
        lines(canvas, [*body, "the patient was"], top=100, step=15)
        lines(canvas, ["* Correspondence: Ada Fictum, ada@example.org"], top=735, size=7)
        canvas.showPage()
        lines(canvas, ["treated with a drug that does not exist, which helped her a great deal."], top=100)

    found = kinds(read(drawn(draw)))
    assert ("front", "* Correspondence: Ada Fictum, ada@example.org") in found
    assert [words[-86:] for kind, words in found if kind == "paragraph"] == [
        "the patient was treated with a drug that does not exist, which helped her a great deal."[-86:]
    ]


def test_sideways_tables_are_kept() -> None:
    rows = [f"Marker{row:02} of the blood on day {row} of the cycle was within the limits of a laboratory" for row in range(8)]

    def draw(canvas: Canvas) -> None:
        lines(canvas, ["A sentence of the article stands here."])
        canvas.saveState()
        canvas.translate(200, 150)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 9)
        for place, row in enumerate(rows):
            canvas.drawString(0, -12 * place, row)
        canvas.restoreState()

    report = read(drawn(draw))
    assert " ".join(report.text.split()) == " ".join(["A sentence of the article stands here.", *rows])
    assert report.layout is not None
    start = report.text.index("Marker00")
    (box,) = report.layout.boxes(start, start + 8)
    assert box.bottom - box.top > 2 * (box.x1 - box.x0) > 0


def test_ligatures_are_spelled_out() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(60, 700, "A \ufb01rst \ufb02uid.")

    report = read(drawn(draw))
    assert report.text == "A first fluid."
    assert report.layout is not None
    (box,) = report.layout.boxes(report.text.index("rst"), report.text.index("rst") + 3)
    assert box.x0 > 70


def test_greek_letters() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(60, 700, "The value of ")
        x = 60 + canvas.stringWidth("The value of ", "Times-Roman", 10)
        canvas.setFont("Symbol", 10)
        canvas.drawString(x, 700, "\u03b2")
        x += canvas.stringWidth("\u03b2", "Symbol", 10)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(x, 700, "-hCG fell to 12 \u00b5g/L.")

    assert read(drawn(draw)).text == "The value of \u03b2-hCG fell to 12 \u00b5g/L."


def test_line_numbers_of_a_preprint_go_on_every_page_and_values_stay() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            body = [f"the value was {row + 30} after the words of this line" for row in range(20)]
            lines(canvas, body, x=90, step=24)
            lines(canvas, [str(20 * page + row + 1) for row in range(20)], x=55, step=24, size=8)
            canvas.drawString(200, 20, "This preprint has not been certified by peer review")
            canvas.showPage()

    report = read(drawn(draw))
    assert [word for word in report.text.split() if word.isdigit()] == [str(row + 30) for row in range(20)] * 3
    assert report.metadata.publication_status == "preprint"


def test_names_below_the_title_and_the_journal_in_the_running_head() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            lines(canvas, ["Annals of Invented Cases 2031; 7(2): 45"], top=30, size=8)
            if not page:
                lines(canvas, ["A durable response in a tumour of nobody"], top=80, size=18)
                lines(canvas, ["Ada Fictum, Bruno van Inventado and Carla Exempla"], top=110, size=9)
            lines(canvas, [f"The patient of page {page} lived in a town that is not on any map of the world."] * 9, top=150)
            canvas.showPage()

    found = read(drawn(draw)).metadata
    assert found.journal == "Annals of Invented Cases"
    assert found.authors == ("Ada Fictum", "Bruno van Inventado", "Carla Exempla")
