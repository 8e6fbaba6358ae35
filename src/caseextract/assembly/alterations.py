"""Statements of alterations → one entry per gene, kind, variant and status, with all its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.schema import Alteration, Biomarker


def assemble(statements: Sequence[Alteration]) -> tuple[Alteration, ...]:
    """Distinct alterations; what is unspecified gives way to what is specific, and absent to present."""
    merged: dict[tuple[str, str, str | None, str], Alteration] = {}
    for one in statements:
        if one.confidence < 0.5:
            continue
        key = (one.gene, one.type, one.variant, one.status)
        known = merged.get(key)
        merged[key] = one if known is None else known.model_copy(
            update={
                "evidence": (*known.evidence, *(e for e in one.evidence if e not in known.evidence)),
                "origin": known.origin or one.origin,
                "method": known.method or one.method,
            }
        )
    found = list(merged.values())
    return tuple(one for one in found if not _superseded(one, found))


def _superseded(one: Alteration, found: Sequence[Alteration]) -> bool:
    return any(_gives_way(one, other) for other in found if other is not one)


def _gives_way(one: Alteration, other: Alteration) -> bool:
    """Whether the first says less than the second, or is the second's fusion seen from its partner."""
    if other.status == "present" and other.type == "fusion" and one.type == "fusion" and one.variant is None:
        partners = (other.variant or "").split("::")
        if one.gene in partners and (one.gene != other.gene or other.variant):
            return True
    if one.gene != other.gene:
        return False
    if one.status == "absent":
        return other.status == "present" and other.type == one.type and one.variant in (None, other.variant)
    if other.status == "absent":
        return False
    if one.type == other.type and other.variant is not None and one.variant != other.variant:
        return one.variant is None or _is_vaguer(one.variant, other.variant)
    return one.type == "mutation" and one.variant is None and other.type == "fusion"


def _is_vaguer(variant: str, other: str) -> bool:
    """Whether a variant only names the place that another one fills ("V600" beside "V600E", an exon beside a residue)."""
    if re.fullmatch(r"[A-Z]\d+", variant):
        return other.startswith(variant)
    if variant == "TKD" and re.fullmatch(r"[A-Z]8[34]\d.*", other):
        return True
    if variant == "promoter mutation" or re.fullmatch(r"exon \d+ mutation", variant):
        return True
    exon = re.fullmatch(r"exon \d+ (deletion|insertion|duplication|deletion/insertion|indel)", variant)
    return exon is not None and not other.startswith("exon") and re.search("del|ins|dup|>", other) is not None


def biomarkers(statements: Sequence[Biomarker]) -> tuple[Biomarker, ...]:
    """Distinct biomarkers by name and status."""
    merged: dict[tuple[str, str], Biomarker] = {}
    for one in statements:
        known = merged.get((one.name, one.status))
        if known is None:
            merged[one.name, one.status] = one
        else:
            merged[one.name, one.status] = known.model_copy(update={"value": known.value or one.value, "evidence": (*known.evidence, *one.evidence)})
    return tuple(merged.values())
