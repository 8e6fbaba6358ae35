"""Which format some bytes are in: their contents decide, not a suffix."""

from __future__ import annotations

import re

from caseextract.errors import UnknownFormat
from caseextract.readers.decoding import decoded
from caseextract.schema.report import Format

_BINARY = {
    b"PK\x03\x04": "a zip file (Word or EPUB?): save it as PDF, HTML or text first",
    b"\xd0\xcf\x11\xe0": "an old Word file: save it as PDF, HTML or text first",
    b"{\\rtf": "an RTF file: save it as PDF or text first",
    b"\x1f\x8b": "a gzip file: unpack it first",
    b"BZh": "a bzip2 file: unpack it first",
    b"\xfd7zXZ": "an xz file: unpack it first",
    b"\x89PNG": "a picture: run OCR first",
    b"\xff\xd8\xff": "a picture: run OCR first",
    b"GIF8": "a picture: run OCR first",
    b"II*\x00": "a picture: run OCR first",
    b"MM\x00*": "a picture: run OCR first",
    b"%!PS": "PostScript: turn it into PDF first",
    b"\x7fELF": "a program, not an article",
}
_XML_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|section)\b[^<>]*>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_JSON = re.compile(r'[\ufeff\s]*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')
_JATS_ROOTS = {"article", "pmc-articleset", "articles", "oai-pmh", "pmc-article-set"}


def format_of(content: bytes, *, name: str | None = None) -> Format:
    """The format of a file's bytes; raises `UnknownFormat` for what is none of ours, saying what to do."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    for magic, advice in _BINARY.items():
        if content.startswith(magic):
            raise UnknownFormat(f"{name or 'input'}: {advice}")
    if b"\x00" in content[:4096] and not _is_utf16(content[:4096]):
        raise UnknownFormat(f"{name or 'input'}: binary, and no format known here; give text, HTML, PDF, JATS or BioC")
    text = decoded(content[:65536])
    found = format_of_text(text)
    if found == "text" and _JSON.match(text):
        raise UnknownFormat(f"{name or 'input'}: JSON, but not BioC: give the article itself, as text, HTML, PDF, JATS or BioC")
    return found


def format_of_text(text: str) -> Format:
    """The format of decoded text, by its beginning."""
    head = text[:65536].lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return "bioc" if re.search(r'"passages"\s*:', head) or '"documents"' in head else "text"
    if not head.startswith("<"):
        return "text"
    root = _XML_ROOT.search(_DOCTYPE.sub("", _without_comments(head), count=1))
    root_name = root.group(1).lower() if root else ""
    if root_name == "collection" and "<document" in head:
        return "bioc"
    if root_name in _JATS_ROOTS and _looks_like_jats(head):
        return "jats"
    if head.startswith("<?xml") and root_name != "html":
        return "jats"
    return "html" if root_name in ("html", "head", "body") or _HTML.search(head) else "text"


def _without_comments(text: str) -> str:
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        pieces.append(text[position:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(pieces)
        position = end + 3
    return "".join((*pieces, text[position:]))


def _looks_like_jats(head: str) -> bool:
    return head.startswith("<?xml") or any(
        sign in head
        for sign in ("<front>", "article-type=", "JATS", "NLM//DTD", "<journal-meta", "<article-meta", "<body>")
    )


def _is_utf16(head: bytes) -> bool:
    """Whether zero bytes stand in every other place, as in UTF-16."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.6 * (len(head) // 2) and min(even, odd) < 0.05 * len(head)
