"""The setting of each course: neoadjuvant, adjuvant, definitive or advanced, where the text does not state it."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.knowledge import says

BEFORE_WITHIN, AFTER_WITHIN = 3, 8
"""Sentences between drugs and an operation that belong together."""


def assign(drafts: Sequence[Draft], *, cured_by_drugs: bool, metastatic_from: int | None) -> None:
    """Set the setting of every draft that has none, in place.

    `cured_by_drugs` is true of blood cancers and tumours whose operation is no point of reference; `metastatic_from` is
    the offset from which distant disease is told.
    """
    relapsed = False
    for position, draft in enumerate(drafts):
        advanced = relapsed or (metastatic_from is not None and metastatic_from < draft.start)
        if draft.setting is None and draft.modality in ("systemic", "chemoradiation", "radiotherapy"):
            if cured_by_drugs:
                later = relapsed or (draft.line or 1) > 1 or draft.after_line
                draft.setting = "advanced" if later else None
            else:
                draft.setting = _setting(drafts, position, advanced)
        relapsed = relapsed or bool(draft.progressions)


def _setting(drafts: Sequence[Draft], position: int, advanced: bool) -> str:
    draft = drafts[position]
    if advanced:
        return "advanced"
    if draft.modality != "systemic":
        after_operation = position > 0 and drafts[position - 1].modality == "surgery"
        return "adjuvant" if after_operation else "definitive"
    if draft.line is None and _is_after_operation(drafts, position):
        return "adjuvant"
    if draft.line is None and draft.cytotoxic and _is_before_operation(drafts, position):
        return "neoadjuvant"
    return "advanced"


def _is_before_operation(drafts: Sequence[Draft], position: int) -> bool:
    """Whether the first course of drugs led straight to an operation."""
    draft = drafts[position]
    following = drafts[position + 1] if position + 1 < len(drafts) else None
    if following is None or following.modality != "surgery" or not following.first.given:
        return False
    first = not any(other.modality == "systemic" for other in drafts[:position])
    straight = not draft.progressions and following.first.span.sentence - draft.last_sentence <= BEFORE_WITHIN
    return first and straight


def _is_after_operation(drafts: Sequence[Draft], position: int) -> bool:
    """Whether only an operation meant to remove the tumour, or what came with it, went before."""
    before, draft = drafts[:position], drafts[position]
    removed = any(other.modality == "surgery" and not says("lesser operation", other.words) for other in before)
    if not removed or draft.first.span.sentence - before[-1].last_sentence > AFTER_WITHIN:
        return False
    usual = draft.cytotoxic or any(says("hormone given after surgery", name) for name in draft.names)
    return usual and all(other.modality != "systemic" or other.is_perioperative for other in before)
