"""PDFs that the tests make: typeset pages, and files that are wrong in one way each."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT = ["The", "left", "column", "tells", "of", "a", "patient", "and", "goes", "on"]
RIGHT = ["The", "right", "column", "is", "read", "after", "the", "left", "one", "ends"]


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """A PDF of whatever `draw` puts on the canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(
    canvas: Canvas, words: list[str], *, x: float = 60, top: float = 100, size: float = 10, step: float = 12
) -> None:
    """Lines of text from a place downward."""
    canvas.setFont("Times-Roman", size)
    for place, line in enumerate(words):
        canvas.drawString(x, HEIGHT - top - step * place, line)


def pages(*texts: list[str]) -> bytes:
    """One page for each list of lines."""

    def draw(canvas: Canvas) -> None:
        for text in texts:
            lines(canvas, text)
            canvas.showPage()

    return drawn(draw)


def two_columns() -> bytes:
    """A full-width title above two columns, written across the page row by row."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 18)
        canvas.drawString(60, HEIGHT - 80, "A durable response in a tumour of nobody")
        canvas.setFont("Times-Roman", 10)
        for row in range(12):
            canvas.drawString(60, HEIGHT - 140 - 12 * row, f"left{row:02} the words of the first column")
            canvas.drawString(310, HEIGHT - 140 - 12 * row, f"right{row:02} the words of the second column")

    return drawn(draw)


def picture_only() -> bytes:
    """A page without text, as a scanner makes it."""
    return drawn(lambda canvas: canvas.rect(50, 50, 300, 400, fill=1))
