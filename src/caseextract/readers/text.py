"""Plain text, also text copied from a journal's web page."""

from __future__ import annotations

import re

from caseextract.errors import EmptyReport
from caseextract.schema import Block, Report
from caseextract.settings import Settings


def read(content: bytes, *, name: str | None, settings: Settings) -> Report:
    """Decode bytes (UTF-8, UTF-16 with mark, else Windows-1252) and find the blocks."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return report_of(content.decode(encoding, "replace"), name=name)
    try:
        return report_of(content.decode("utf-8"), name=name)
    except UnicodeDecodeError:
        return report_of(content.decode("cp1252", "replace"), name=name)


def report_of(text: str, *, name: str | None = None) -> Report:
    """A report whose blocks are the text's lines that are not blank."""
    if not text.strip():
        raise EmptyReport(f"{name or 'input'}: nothing to read")
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Report(text=text, blocks=blocks, name=name)
