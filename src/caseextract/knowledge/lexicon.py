"""Lexicons: tab-separated files, one concept a row.

`label`, `synonyms` and `abbreviations` mean the same in every file; any other column is kept by its name.
Synonyms are matched whatever their case, abbreviations as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from caseextract.errors import KnowledgeError
from caseextract.knowledge.files import lexicon_file


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a lexicon."""

    label: str
    synonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

    def get(self, column: str) -> str:
        """Another column's cell; empty where the row or the file has none."""
        return self.more.get(column, "")

    def listed(self, column: str) -> tuple[str, ...]:
        """Another column's cell as a list."""
        return split(self.get(column))


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def lexicon(name: str) -> Mapping[str, Entry]:
    """The rows of `lexicons/NAME.tsv` by label, in the order of the file; raises `KnowledgeError` with file and line."""
    header: list[str] | None = None
    entries: dict[str, Entry] = {}
    for number, line in enumerate(lexicon_file(name).read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise KnowledgeError(f"{name}.tsv, line {number}: {len(cells)} cells where the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        label = row.pop("label", "")
        if not label or label in entries:
            raise KnowledgeError(f"{name}.tsv, line {number}: {'no label' if not label else f'{label!r} stands twice'}")
        synonyms, abbreviations = split(row.pop("synonyms", "")), split(row.pop("abbreviations", ""))
        entries[label] = Entry(label, synonyms, abbreviations, MappingProxyType(row))
    return MappingProxyType(entries)
