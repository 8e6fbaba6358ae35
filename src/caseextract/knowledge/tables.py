"""Lexicon files whose rows are no concepts: the table of histology × site, and OncoTree itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from caseextract.errors import KnowledgeError
from caseextract.knowledge.files import lexicon_file
from caseextract.knowledge.lexicon import lexicon


@cache
def combinations() -> Mapping[tuple[str, str], tuple[str, str]]:
    """(histology, site) → (OncoTree code or "", canonical name); an empty site stands for any."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    header: list[str] | None = None
    for number, line in enumerate(lexicon_file("combinations").read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise KnowledgeError(f"combinations.tsv, line {number}: {len(cells)} cells where the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        found[row["histology"], row["site"]] = (row["code"].removeprefix("ONCOTREE:"), row["label"])
    return found


@cache
def ancestors(code: str) -> tuple[str, ...]:
    """The codes above an OncoTree code, nearest first, without the root."""
    tree = lexicon("oncotree")
    found: list[str] = []
    while code in tree and (parent := tree[code].get("parent")) and parent != "TISSUE" and parent not in found:
        found.append(parent)
        code = parent
    return tuple(found)


def tissue(code: str) -> str:
    """The OncoTree tissue of a code ("Lung", "Lymphoid" …); empty for a code that is not in the tree."""
    entry = lexicon("oncotree").get(code)
    return entry.get("tissue") if entry else ""


def ncit(code: str) -> str:
    """The NCI Thesaurus code of an OncoTree code, empty where there is none."""
    entry = lexicon("oncotree").get(code)
    return entry.get("ncit") if entry else ""
