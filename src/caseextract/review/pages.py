"""Pictures of PDF pages; pdfium is not safe in threads, so one page is drawn at a time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

import pypdfium2

_LOCK = Lock()
_PIXELS_A_POINT = 1.6


@dataclass(frozen=True)
class Page:
    """A page's number (from 1) and size in points."""

    number: int
    width: float
    height: float


@lru_cache(maxsize=32)
def sizes(path: Path) -> tuple[Page, ...]:
    """All pages of a PDF."""
    with _LOCK:
        pdf = pypdfium2.PdfDocument(path)
        try:
            return tuple(Page(number, *pdf.get_page_size(number - 1)) for number in range(1, len(pdf) + 1))
        finally:
            pdf.close()


@lru_cache(maxsize=64)
def picture(path: Path, number: int) -> bytes:
    """One page as PNG; raises `IndexError` where the PDF has no such page."""
    with _LOCK:
        pdf = pypdfium2.PdfDocument(path)
        try:
            if not 1 <= number <= len(pdf):
                raise IndexError(number)
            out = io.BytesIO()
            pdf[number - 1].render(scale=_PIXELS_A_POINT).to_pil().save(out, format="PNG")
            return out.getvalue()
        finally:
            pdf.close()
