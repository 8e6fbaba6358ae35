"""Lexicon files whose rows are no concepts: histology × site, stems of drug names, OncoTree, confidences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from caseextract.errors import KnowledgeError
from caseextract.knowledge.files import lexicon_file
from caseextract.knowledge.lexicon import lexicon, split


@dataclass(frozen=True, slots=True)
class Stem:
    """What a drug is whose name ends so, and the names that end so and are no antineoplastic agents."""

    agent_class: str
    exclusions: tuple[str, ...]


@cache
def stems() -> Mapping[str, Stem]:
    """Stems of international nonproprietary names (WHO) of antineoplastic agents."""
    return {row["stem"]: Stem(row["class"], split(row["exclusions"])) for row in _rows("agent_stems")}


@dataclass(frozen=True, slots=True)
class Trust:
    """How far values of a kind are trusted of which all this is seen; without features: all that no row before it fits."""

    features: tuple[tuple[str, str], ...]
    confidence: float

    def fits(self, seen: Mapping[str, str]) -> bool:
        """Whether all of the row's features are seen."""
        return all(seen.get(name) == value for name, value in self.features)


@cache
def trusts() -> Mapping[str, tuple[Trust, ...]]:
    """Of each kind of value the rows of its confidences, in the order in which they are tried; the last one fits always."""
    found: dict[str, list[Trust]] = {}
    for row in _rows("confidence"):
        above = found.setdefault(row["kind"], [])
        if above and not above[-1].features:
            raise KnowledgeError(f"confidence.tsv: {row['kind']}: a row after the one for all others is never tried")
        above.append(Trust(_features(row["when"], row["kind"]), _share(row["confidence"], row["kind"])))
    endless = [kind for kind, rows in found.items() if rows[-1].features]
    if endless:
        raise KnowledgeError(f"confidence.tsv: {endless[0]}: no row for all others")
    return {kind: tuple(rows) for kind, rows in found.items()}


def _features(when: str, kind: str) -> tuple[tuple[str, str], ...]:
    parts = [part.partition("=") for part in when.split(" & ") if part]
    if any(not (name and sign and value) for name, sign, value in parts):
        raise KnowledgeError(f"confidence.tsv: {kind}: {when!r} is not NAME=VALUE, or several joined by ' & '")
    return tuple((name, value) for name, _, value in parts)


def _share(cell: str, kind: str) -> float:
    try:
        share = float(cell)
    except ValueError as error:
        raise KnowledgeError(f"confidence.tsv: {kind}: {cell!r} is no number") from error
    if not 0 <= share <= 1:
        raise KnowledgeError(f"confidence.tsv: {kind}: {cell} is not between 0 and 1")
    return share


@cache
def combinations() -> Mapping[tuple[str, str], tuple[str, str]]:
    """(histology, site) → (OncoTree code or "", canonical name); an empty site stands for any."""
    return {
        (row["histology"], row["site"]): (row["code"].removeprefix("ONCOTREE:"), row["label"]) for row in _rows("combinations")
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    header: list[str] | None = None
    for number, line in enumerate(lexicon_file(name).read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise KnowledgeError(f"{name}.tsv, line {number}: {len(cells)} cells where the header has {len(header)}")
        yield dict(zip(header, cells, strict=True))


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
