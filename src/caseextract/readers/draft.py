"""A report in the making: blocks of text in order, set apart by blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from caseextract.errors import EmptyReport, TooLarge
from caseextract.schema import Block, Metadata, Report
from caseextract.schema.report import BlockKind, Format
from caseextract.settings import Settings

_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff\x00"}


def tidy(words: str) -> str:
    """One line of text: runs of white space as one space, signs without width taken out."""
    return " ".join(words.translate(_INVISIBLE).split())


def tidy_rows(words: str) -> str:
    """Lines of text, each tidied, empty ones left out."""
    lines = (_SPACES.sub(" ", line.translate(_INVISIBLE)).strip() for line in words.splitlines())
    return "\n".join(line for line in lines if line)


@dataclass
class Draft:
    """Collects blocks, then becomes a `Report`."""

    format: Format
    name: str | None
    settings: Settings
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, kind: BlockKind, words: str, *, section: str | None = None) -> None:
        """Append one block; white space alone is left out; raises `TooLarge` beyond the bound."""
        words = tidy_rows(words) if kind in ("table", "references", "list") else tidy(words)
        if not words:
            return
        start = self.length + 2 if self.parts else 0
        self.parts.append(words)
        self.length = start + len(words)
        if self.length > self.settings.max_characters:
            raise TooLarge(
                f"{self.name or 'input'}: more than {self.settings.max_characters} characters of text; "
                "raise `max_characters` to read it"
            )
        self.blocks.append(Block(kind=kind, start=start, end=self.length, section=section))

    def report(self, metadata: Metadata, *, reader: str) -> Report:
        """The report; raises `EmptyReport` where nothing was added."""
        if not self.parts:
            raise EmptyReport(f"{self.name or 'input'}: no text found in it; check that it is the whole article")
        return Report(
            text="\n\n".join(self.parts),
            blocks=tuple(self.blocks),
            metadata=metadata,
            format=self.format,
            name=self.name,
            reader=reader,
        )
