"""One short word that changes whenever any knowledge file changes."""

from __future__ import annotations

import hashlib
from functools import cache

from caseextract.knowledge.files import every_file


@cache
def knowledge_version() -> str:
    """First twelve hex digits of the SHA-256 over names and contents of all knowledge files."""
    digest = hashlib.sha256()
    for item in every_file():
        digest.update(item.name.encode())
        digest.update(item.read_bytes())
    return digest.hexdigest()[:12]
