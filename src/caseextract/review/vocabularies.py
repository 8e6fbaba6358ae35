"""Words offered while a curator types: tumours, genes, drugs, sites, from the knowledge files that are installed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

VOCABULARIES = {
    "tumours": ("tumours", "oncotree", "diagnoses"),
    "genes": ("genes",),
    "drugs": ("drugs", "agents"),
    "regimens": ("regimens",),
    "sites": ("sites", "anatomy"),
}
"""Name of each list on the page, and the lexicons it may come from."""

OF_INPUT = {
    "histology.name": "tumours",
    "gene": "genes",
    "agents": "drugs",
    "optional_agents": "drugs",
    "regimen": "regimens",
    "primary_site": "sites",
}


@cache
def words(vocabulary: str) -> tuple[str, ...]:
    """The labels of a vocabulary, in the order of its file; empty where no such file is installed."""
    return tuple(rows(vocabulary))


@cache
def rows(vocabulary: str) -> dict[str, dict[str, str]]:
    """Rows of a vocabulary by label."""
    folder = files("caseextract.knowledge") / "lexicons"
    found: dict[str, dict[str, str]] = {}
    for name in VOCABULARIES.get(vocabulary, ()):
        path = folder / f"{name}.tsv"
        if path.is_file():
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
            header = lines[0].split("\t")
            for line in lines[1:]:
                row = dict(zip(header, line.split("\t"), strict=False))
                found.setdefault(row.get("label") or row.get("name") or row.get("symbol") or "", row)
    found.pop("", None)
    return found


def code(vocabulary: str, label: str, column: str) -> str | None:
    """A code of a label, whatever its case; None where the vocabulary has none."""
    folded = {name.lower(): row for name, row in rows(vocabulary).items()}
    return folded.get(label.lower(), {}).get(column) or None
