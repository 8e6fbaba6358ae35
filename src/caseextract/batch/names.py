"""Names of record files that every file system, archive and shell can bear."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

_LONGEST = 80
_ODD = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def told(name: str) -> str:
    """A file name as text that can be written down: bytes that are no UTF-8 are shown as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def candidates(stem: str, content: str) -> Iterator[str]:
    """Names for a record, the plainest first; `content` (a digest or any text that differs) tells namesakes apart."""
    plain = _plain(stem)
    digest = (
        content[:10] if re.fullmatch(r"[0-9a-f]{64}", content) else hashlib.sha256(content.encode()).hexdigest()[:10]
    )
    if plain == stem:
        yield plain
    yield f"{plain}-{digest}"
    number = 2
    while True:
        yield f"{plain}-{digest}-{number}"
        number += 1


def _plain(stem: str) -> str:
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = _ODD.sub("_", letters).strip("._-")[:_LONGEST].strip("._-")
    return "article" if not plain or _RESERVED.fullmatch(plain) else plain
