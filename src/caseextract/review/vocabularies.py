"""Words offered while a curator types, and the codes of what was typed: tumours, genes, drugs, regimens, sites."""

from __future__ import annotations

from functools import cache

from caseextract.knowledge import Entry, lexicon

LEXICONS = {"tumours": "tumors", "genes": "genes", "drugs": "agents", "regimens": "regimens", "sites": "sites"}
"""Name of each list on the page, and the lexicon that it shows."""

OF_INPUT = {
    "histology.name": "tumours",
    "gene": "genes",
    "agents": "drugs",
    "optional_agents": "drugs",
    "regimen": "regimens",
    "primary_site": "sites",
}


def words(vocabulary: str) -> tuple[str, ...]:
    """The labels of a vocabulary, in the order of its file."""
    return tuple(lexicon(LEXICONS[vocabulary]))


@cache
def _by_name(vocabulary: str) -> dict[str, Entry]:
    entries = lexicon(LEXICONS[vocabulary]).values()
    found = {synonym.lower(): entry for entry in entries for synonym in entry.synonyms}
    return found | {entry.label.lower(): entry for entry in entries}


def codes(vocabulary: str, name: str, *columns: str) -> dict[str, str]:
    """Codes of a label or synonym, whatever its case, by vocabulary: "NCIT:C1234" gives `{"ncit": "C1234"}`."""
    entry = _by_name(vocabulary).get(name.lower())
    curies = [entry.get(column) for column in columns or ("code",)] if entry else []
    return {curie.partition(":")[0].lower(): curie.partition(":")[2] for curie in curies if curie}


def cell(vocabulary: str, name: str, column: str) -> str | None:
    """Another column of a label or synonym; None where there is nothing in it."""
    entry = _by_name(vocabulary).get(name.lower())
    return (entry.get(column) or None) if entry else None
