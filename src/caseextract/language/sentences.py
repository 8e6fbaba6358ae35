"""Where sentences begin and end: at full stops that end no abbreviation, exact on clinical prose and linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

NO_END = re.compile(
    r"(?:\b(?:[A-Zpc]|Dr|Prof|Mr|Mrs|Ms|St|Fig|Figs|Tab|No|Nos|vs|cf|e\.g|i\.e|al|approx|ca|i\.v|p\.o|s\.c|i\.m|b\.i\.d|t\.i\.d|q\.d"
    r"|q\.o\.d|resp|incl|etc|Ref|Refs|max|min|mg|kg|Co|Inc|Ltd|Corp|Suppl|Vol|pp|spp|sp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep"
    r"|Sept|Oct|Nov|Dec|wk|mo|yr|dept|Univ|USA|U\.S)\.)$"
)
BOUNDARY = re.compile(r"[.!?][\"'’”)\]]*(?:\s*\[\d[\d,\s–-]*\])?(?=\s+[\"'“‘(\[]*[A-Z0-9•-])|[.!?](?=[A-Z][a-z]+,? )|[;]\s(?=[A-Z][a-z]+ )")


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences within `[start, end)`, without the blanks around them."""
    begin = start
    for match in BOUNDARY.finditer(text, start, end):
        if NO_END.search(text, max(begin, match.start() - 8), match.start() + 1) and text[match.start()] == ".":
            continue
        if text[match.start()] == ";" and text.rfind("(", begin, match.start()) > text.rfind(")", begin, match.start()):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
