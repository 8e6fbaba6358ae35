"""A page of a PDF as a picture, with places marked on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from caseextract.errors import DamagedFile, EncryptedPdf, FileMissing, ReadError
from caseextract.schema.source import Box

_FILL = (255, 214, 0, 96)
_LINE = (200, 120, 0, 255)


def marked_page(
    pdf: Path, page: int, boxes: Iterable[Box], *, scale: float = 2.0, password: str | None = None
) -> Image.Image:
    """The page (from 1) drawn at `scale` × 72 dots per inch, with those of the boxes that stand on it marked."""
    picture = _drawn(pdf, page, scale, password).convert("RGBA")
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for box in boxes:
        if box.page == page:
            corners = tuple(scale * side for side in (box.x0 - 1, box.top - 1, box.x1 + 1, box.bottom + 1))
            pen.rectangle(corners, fill=_FILL, outline=_LINE)
    return Image.alpha_composite(picture, layer).convert("RGB")


def _drawn(pdf: Path, page: int, scale: float, password: str | None) -> Image.Image:
    if not pdf.is_file():
        raise FileMissing(f"{pdf}: no such file; give the PDF that the record was made from")
    try:
        document = pypdfium2.PdfDocument(pdf, password=password)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise EncryptedPdf(f"{pdf}: opens only with a password; give it, or save the PDF without one") from error
        raise DamagedFile(f"{pdf}: the PDF is truncated or damaged ({error}); fetch it again") from error
    try:
        if not 1 <= page <= len(document):
            raise ReadError(f"{pdf}: has pages 1 to {len(document)}, not {page}; give one of them")
        picture: Image.Image = document[page - 1].render(scale=scale).to_pil()
        return picture
    finally:
        document.close()
