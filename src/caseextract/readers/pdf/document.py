"""Opening a PDF, and what can go wrong with it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from caseextract.errors import DamagedFile, EncryptedPdf, ReadError, TooLarge
from caseextract.settings import Settings

_PASSWORD_NEEDED, _BAD_SECURITY = 4, 5


@contextmanager
def opened(content: bytes, *, name: str | None, settings: Settings) -> Iterator[Any]:
    """The document's handle, closed at the end; raises `EncryptedPdf`, `DamagedFile` or `TooLarge`."""
    _start()
    document = _load(content, name, settings.pdf_password)
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages < 1:
            raise DamagedFile(f"{name or 'input'}: a PDF without pages; fetch it again")
        if pages > settings.max_pages:
            raise TooLarge(f"{name or 'input'}: {pages} pages; raise `max_pages` to read it")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _start() -> None:
    """pypdfium2 starts the library when it is imported; the raw module alone does not."""
    import pypdfium2  # noqa: F401


def _load(content: bytes, name: str | None, password: str | None) -> Any:
    for secret in (None, password) if password else (None,):
        document = pdfium.FPDF_LoadMemDocument64(content, len(content), secret.encode() if secret else None)
        if document:
            return document
        reason = pdfium.FPDF_GetLastError()
        if reason not in (_PASSWORD_NEEDED, _BAD_SECURITY):
            break
    raise _problem(reason, name, password)


def _problem(reason: int, name: str | None, password: str | None) -> ReadError:
    if reason == _PASSWORD_NEEDED:
        tried = "the given password does not open it" if password else "it opens only with a password"
        return EncryptedPdf(f"{name or 'input'}: {tried}; give it (--password, or `pdf_password` of the settings), or save the PDF without one")
    if reason == _BAD_SECURITY:
        return EncryptedPdf(f"{name or 'input'}: encrypted in a way not known here; save the PDF without encryption")
    return DamagedFile(f"{name or 'input'}: the PDF is truncated or damaged; fetch it again")


def property_of(document: Any, key: str) -> str:
    """One of the document's own properties (`Title`, `Subject`, `Keywords`, …); empty where it has none."""
    length = pdfium.FPDF_GetMetaText(document, key.encode(), None, 0)
    if not 2 < length < 20_000:
        return ""
    room = ctypes.create_string_buffer(length)
    pdfium.FPDF_GetMetaText(document, key.encode(), room, length)
    words = room.raw[: length - 2].decode("utf-16-le", "replace")
    return re.sub(r"\s+", " ", words.replace("\x00", "")).strip()
