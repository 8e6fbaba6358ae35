"""What the term, the histology and the seat of a naming come to: its OncoTree code, and how specific it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caseextract.knowledge import combinations, lexicon
from caseextract.schema.mention import AssertedMention

GENERIC = 0


@dataclass(frozen=True, slots=True)
class Naming:
    """What the words of a naming come to: code, histology, how specific (0 to 3), how matched, site and whence."""

    code: str
    histology: str
    specificity: int
    matched_by: str
    site: str
    implied: bool = False


def resolve(tumor: AssertedMention | None, histology: AssertedMention | None, site: str) -> Naming:
    """What a tumour term, a histology of the same words and the seat that the phrase gives come to."""
    table = lexicon("histologies")
    if tumor is not None:
        entry = lexicon("tumors").get(tumor.mention.label)
        if entry is None:  # found by a model, under a name that no lexicon knows
            return Naming("", tumor.mention.label, 3, tumor.mention.matched_by, site)
        code = entry.get("code").removeprefix("ONCOTREE:")
        own = entry.get("site")
        label = histology.mention.label if histology else ""
        implied = bool(own and label and not site)
        if label and site:
            combined = direct(label, site)
            if combined:
                code, own = combined, ""
        elif label and not site and own == "unknown primary":
            own, implied = "", False
        if not label and site and not own and code and entry.label in table:
            combined = combine(entry.label, site)
            code = combined if combined and _unspecified(code) else code
        seat = site if site and (not own or own in chain(site)) else own or site
        return Naming(
            code,
            label or entry.label,
            _specificity(code, label or entry.label),
            tumor.mention.matched_by,
            seat,
            implied,
        )
    assert histology is not None
    label = histology.mention.label
    how = "combination" if site else histology.mention.matched_by
    return Naming(combine(label, site), label, int(table[label].get("specificity") or 0), how, site)


def chain(site: str) -> Iterator[str]:
    """A site and those that it is part of, then any site."""
    sites, seen = lexicon("sites"), set()
    while site and site not in seen:
        yield site
        seen.add(site)
        site = sites[site].get("parent") if site in sites else ""
    yield ""


def histology_chain(histology: str) -> Iterator[str]:
    """A histology and the wider ones that it is a kind of."""
    table, seen = lexicon("histologies"), set()
    while histology and histology not in seen:
        yield histology
        seen.add(histology)
        histology = table[histology].get("parent") if histology in table else ""


def combine(histology: str, site: str) -> str:
    """The OncoTree code of a histology at a site; empty where there is none."""
    table = combinations()
    for place in chain(site):
        if place:
            found = table.get((histology, place))
            if found is not None and found[0]:
                return found[0]
    anywhere = table.get((histology, ""))
    if anywhere is not None and anywhere[0] and not site:
        return anywhere[0]
    if site:
        for wider in list(histology_chain(histology))[1:]:
            for place in chain(site):
                found = table.get((wider, place)) if place else None
                if found is not None and found[0]:
                    return found[0]
    return anywhere[0] if anywhere is not None else ""


def direct(histology: str, site: str) -> str:
    """The code that the table itself gives a histology at a site or at what the site is part of."""
    table = combinations()
    return next(
        (found[0] for place in chain(site) if place and (found := table.get((histology, place))) and found[0]), ""
    )


def _unspecified(code: str) -> bool:
    return code.endswith("NOS") or code in (
        "ADNOS",
        "SCCNOS",
        "NECNOS",
        "NETNOS",
        "MIXED",
        "CUP",
        "CUPNOS",
        "SARCNOS",
        "UDMN",
        "SCUP",
    )


def _specificity(code: str, label: str) -> int:
    entry = lexicon("histologies").get(label)
    if entry is not None:
        return int(entry.get("specificity") or 0)
    tree = lexicon("oncotree").get(code)
    if tree is None:
        return 3
    return 1 if tree.get("level") == "1" else 2 if tree.get("level") == "2" else 3
