"""PDF: text in the order of reading, with the place of every character.

    document      open, password, damage
    characters    text and boxes out of pdfium, cut into fragments
    margins       running heads, page and line numbers, stamps
    tables        ruled tables as rows of cells
    columns       bands and columns: the order of reading
    blocks        paragraphs, headings, captions, footnotes, references
    assembly      the text and the way back to the page
    front         title, authors, identifiers
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from caseextract.errors import NoTextLayer, TooLarge
from caseextract.readers.pdf import tables
from caseextract.readers.pdf.assembly import Assembly, Vocabulary
from caseextract.readers.pdf.blocks import Column, passages_of
from caseextract.readers.pdf.characters import Sheet, sheets_of
from caseextract.readers.pdf.columns import columns_of
from caseextract.readers.pdf.document import opened, property_of
from caseextract.readers.pdf.front import metadata_from
from caseextract.readers.pdf.lines import lines_of
from caseextract.readers.pdf.margins import without_margins
from caseextract.readers.pdf.tables import Rule, Table
from caseextract.schema import Layout, Report
from caseextract.settings import Settings

_PROPERTIES = ("Title", "Author", "Subject", "Keywords", "CreationDate")


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """Text, blocks, layout and metadata; raises `EncryptedPdf`, `DamagedFile`, `NoTextLayer` or `TooLarge`."""
    with opened(content, name=name, settings=settings) as document:
        pages, sizes, rules = _pages(document, name, settings)
        properties = {key: property_of(document, key) for key in _PROPERTIES}
    if not any(sheet.fragments for sheets in pages for sheet in sheets):
        raise NoTextLayer(f"{name or 'input'}: {len(pages)} pages without text, probably scanned; run OCR on it first")
    marginal = without_margins(pages)
    sheets = [sheet for page in pages for sheet in page]
    columns, found = _columns(sheets, rules)
    assembly = Assembly(sheets, sizes, Vocabulary.of(part for sheet in sheets for part in sheet.fragments))
    for passage in passages_of(columns, found):
        assembly.add(passage)
    text = "".join(assembly.parts)
    if not text.strip():
        raise NoTextLayer(f"{name or 'input'}: nothing but page furniture in its text layer; run OCR on it first")
    return Report(
        text=text,
        blocks=tuple(assembly.blocks),
        metadata=metadata_from(text, assembly.blocks, marginal, properties),
        layout=Layout.model_construct(runs=tuple(assembly.runs), pages=tuple(sizes)),
        format="pdf",
        name=name,
        reader="pdf",
    )


def _pages(
    document: Any, name: str | None, settings: Settings
) -> tuple[list[list[Sheet]], list[tuple[float, float]], dict[int, list[Rule]]]:
    """Each page's sheets and size, and the ruling lines of pages with tables."""
    pages: list[list[Sheet]] = []
    sizes: list[tuple[float, float]] = []
    rules: dict[int, list[Rule]] = {}
    characters = 0
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            pages.append([])
            sizes.append((0.0, 0.0))
            continue
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            count = max(pdfium.FPDFText_CountChars(text_page), 0) if text_page else 0
            characters += count
            if characters > settings.max_characters:
                raise TooLarge(
                    f"{name or 'input'}: more than {settings.max_characters} characters by page {index + 1}; "
                    "raise `max_characters` to read it"
                )
            sheets = sheets_of(page, index + 1, count, text_page) if count else []
            sizes.append((pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)))
            if sheets and tables.has_caption(sheets[0]):
                rules[index + 1] = tables.rules_of(page, sheets[0])
            pages.append(sheets)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)
    return pages, sizes, rules


def _columns(sheets: list[Sheet], rules: dict[int, list[Rule]]) -> tuple[list[Column], dict[int, list[Table]]]:
    """The columns of all sheets in order, and the tables that were taken out of them."""
    columns: list[Column] = []
    found: dict[int, list[Table]] = {}
    for number, sheet in enumerate(sheets):
        if rules.get(sheet.page) and not sheet.turn:
            found[number] = tables.take_tables(sheet, number, rules[sheet.page])
        for fragments in columns_of([part for part in sheet.fragments if part.text.strip()]):
            columns.append(Column(lines_of(fragments, sheet=number), sheet.page, sheet.height, sheet.width))
    return columns, found
