"""Bytes to text, for files that say nothing of their encoding or say it wrongly."""

from __future__ import annotations

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{3,40})|encoding\s*=\s*[\"']([\w.:-]{3,40})[\"']", re.IGNORECASE)


def decoded(content: bytes, *, declared: bool = False) -> str:
    """A mark decides, then UTF-8 if it fits (whatever is declared), then what is declared, then Windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    head = content[:2000]
    if head.count(0) > len(head) // 4:
        return content.decode("utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if content.isascii() or error.start >= len(content) - 3:  # cut in the middle of a last character
            return content.decode("utf-8", "replace")
    named = _declared(content[:4096]) if declared else None
    return content.decode(named or "cp1252", "replace")


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    name = (found.group(1) or found.group(2)).decode("ascii") if found else ""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    is_text: bool = getattr(info, "_is_text_encoding", True)
    return info.name if is_text and info.name not in ("utf-8", "iso8859-1", "ascii", "idna", "punycode") else None
