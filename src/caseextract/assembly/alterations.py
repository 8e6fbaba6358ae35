"""Statements of alterations → one entry per gene, kind, variant and status, with all its evidence."""

from __future__ import annotations

from collections.abc import Sequence

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
    for other in found:
        if other is one or other.gene != one.gene:
            continue
        if other.type == one.type and other.status == one.status == "present" and one.variant is None and other.variant is not None:
            return True
        if one.status == "absent" and other.status == "present" and other.type == one.type and one.variant is None:
            return True
        if one.type == "mutation" and one.variant is None and one.status == other.status == "present" and other.type in ("fusion", "amplification", "deletion"):
            return True
    return False


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
