"""The setting of each course: neoadjuvant, adjuvant, definitive or advanced, where the text does not state it."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.knowledge import says

BEFORE_WITHIN, AFTER_WITHIN = 3, 8
"""Sentences between drugs and an operation that belong together."""


PREVENTED_WITHIN = 25
"""Characters before radiation in which it is called prophylactic."""

TARGET_WITHIN = 30
"""Characters behind radiation in which what it is aimed at is named."""

MEASURED = ("partial_response", "stable_disease", "progressive_disease", "mixed_response", "no_response")

LATER = ("consolidation", "maintenance")


def assign(
    drafts: Sequence[Draft], *, text: str, cured_by_drugs: bool, haematological: bool, metastatic_from: int | None, recurrent_from: int | None
) -> None:
    """Set the setting of every draft that has none, in place.

    `cured_by_drugs` is true of blood cancers and tumours whose operation is no point of reference; `metastatic_from` and
    `recurrent_from` are the offsets from which distant disease, and a recurrence with which the story begins, are told.
    """
    relapsed = False
    spread_from = min((at for at in (metastatic_from, recurrent_from) if at is not None), default=None)
    for position, draft in enumerate(drafts):
        relapsed = relapsed or _came_back(drafts, position, text) or _had_progressed(drafts, position) or _is_for_metastases(draft, text)
        told_back = draft.first.earlier and not draft.first.given and draft.modality != "systemic"
        advanced = relapsed or (spread_from is not None and spread_from < draft.told_at and not told_back)
        if draft.setting is None and draft.modality in ("systemic", "chemoradiation", "radiotherapy"):
            if cured_by_drugs:
                recurrent = not haematological and recurrent_from is not None and recurrent_from < draft.told_at and not draft.told_back
                later = relapsed or recurrent or (draft.line or 1) > 1 or draft.after_line
                draft.setting = "advanced" if later else None
            else:
                draft.setting = _setting(drafts, position, advanced, spread_from is not None, text)


def _is_for_metastases(draft: Draft, text: str) -> bool:
    """Whether it is radiation that only metastases are given, unless it is to prevent them."""
    end = draft.first.span.end
    words = text[max(0, draft.start - PREVENTED_WITHIN) : end] + text[end : end + TARGET_WITHIN].partition(". ")[0]
    return draft.modality == "radiotherapy" and says("irradiation for metastases", words) and not says("prevention", words)


def _had_progressed(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a progression of the course before is told before this one is, or this one is told in its place."""
    draft, previous = drafts[position], drafts[position - 1] if position else None
    told_back = draft.first.earlier and not draft.first.given
    return previous is not None and any(told_back or event.span.start < draft.start for event in previous.progressions)


def _came_back(drafts: Sequence[Draft], position: int, text: str) -> bool:
    """Whether the words since the operation, or since what was given after it, tell of a relapse or a long time."""
    if position == 0 or not any(other.modality == "surgery" for other in drafts[:position]):
        return False
    draft, previous = drafts[position], drafts[position - 1]
    ended = max((fact.span.end for fact in previous.facts if fact.span.end <= draft.start), default=draft.start)
    return says("disease came back", text[ended : draft.start])


def _setting(drafts: Sequence[Draft], position: int, advanced: bool, spread_later: bool, text: str) -> str:
    draft = drafts[position]
    if advanced or _is_targeted_beside_radiation(draft):
        return "advanced"
    if draft.modality != "systemic":
        after_operation = position > 0 and drafts[position - 1].modality == "surgery"
        return "adjuvant" if after_operation else "definitive"
    if draft.line is None and _completes_chemoradiation(drafts, position, text):
        return drafts[position - 1].setting or "definitive"
    if draft.line is None and _is_after_operation(drafts, position, text):
        return "advanced" if _acts_on_what_is_left(drafts, position) else "adjuvant"
    if draft.line is None and draft.told_back and spread_later and _is_of_earlier_years(draft, text):
        return "adjuvant"
    if draft.line is None and (_is_before_operation(drafts, position, text) or _begins_neoadjuvant(drafts, position)):
        return "neoadjuvant"
    return "advanced"


def _completes_chemoradiation(drafts: Sequence[Draft], position: int, text: str) -> bool:
    """Whether the drugs are the planned rest of chemoradiation meant to cure: "followed by two further cycles", "consolidation"."""
    draft, before = drafts[position], drafts[position - 1] if position else None
    if before is None or before.modality != "chemoradiation" or before.setting == "advanced" or not 0 <= draft.first.span.sentence - before.last_sentence <= 1:
        return False
    between = text[before.facts[-1].span.end : draft.start]
    told_on = draft.cycles is not None and draft.cytotoxic and says("given on afterwards", between) and not says("disease came back", between)
    return draft.phase == "consolidation" or told_on


def _is_of_earlier_years(draft: Draft, text: str) -> bool:
    """Whether it is told as history, of drugs that are given to prevent a relapse: "a history of breast cancer treated with tamoxifen"."""
    usual = draft.cytotoxic or any(says("given after surgery", name) for name in draft.names)
    begins = max(text.rfind(". ", 0, draft.start), text.rfind("\n", 0, draft.start)) + 1
    end = draft.first.span.end
    ago = text[end : end + 2 * TARGET_WITHIN].partition(",")[0]
    return usual and says("told as history", text[begins:end] + (ago if says("so long ago", ago) else ""))


def _is_targeted_beside_radiation(draft: Draft) -> bool:
    """Whether the drugs beside radiation are of kinds that are not given with it to cure."""
    known = bool(draft.agents) and not draft.cytotoxic and not any(says("sensitizes to radiation", name) for name in draft.names)
    return draft.modality == "chemoradiation" and known


def _acts_on_what_is_left(drafts: Sequence[Draft], position: int) -> bool:
    """Whether tumour was left that, as told right behind them, grew or shrank under the drugs after the operation."""
    draft = drafts[position]
    following = min((other.start for other in drafts[position + 1 :] if other.start > draft.start), default=None)
    at_once = [e for e in (*draft.progressions, *draft.responses) if e.span.sentence <= draft.last_sentence + 1 and (following is None or e.span.start < following)]
    return draft.cytotoxic and any(event.value in MEASURED or (event.value == "progression" and not event.weak) for event in at_once)


def _begins_neoadjuvant(drafts: Sequence[Draft], position: int) -> bool:
    """Whether, of the first drugs, the text calls those neoadjuvant to which these were changed."""
    following = drafts[position + 1 :]
    later = next((other for other in following if other.modality != "systemic" or other.setting is not None), None)
    first = all(other.setting == "neoadjuvant" for other in drafts[:position])
    return first and later is not None and later.setting_at is not None and later.setting == "neoadjuvant"


def _is_before_operation(drafts: Sequence[Draft], position: int, text: str) -> bool:
    """Whether the first courses of drugs, of which this is one, led straight to an operation."""
    draft = drafts[position]
    if any(other.modality == "systemic" and other.setting != "neoadjuvant" for other in drafts[:position]):
        return False
    last, operation = _up_to_the_operation(drafts, position)
    if operation is None or operation.first.span.sentence - last.last_sentence > BEFORE_WITHIN:
        return False
    unusual = says("lesser operation", operation.words) or says("said to be unresectable", text[: draft.start])
    return draft.cytotoxic or not unusual


def _up_to_the_operation(drafts: Sequence[Draft], position: int) -> tuple[Draft, Draft | None]:
    """The last of the courses of chemotherapy from here on, none of which failed, and the operation, or chemoradiation, that came next."""
    last = drafts[position]
    for draft in drafts[position:]:
        if draft.modality == "surgery" or (draft.modality == "chemoradiation" and last.cytotoxic and draft is not last):
            return last, draft
        further = draft is not last and not (draft.cytotoxic and last.cytotoxic)
        if draft.modality != "systemic" or further or draft.progressions or draft.line is not None or draft.phase in LATER:
            break
        last = draft
    return last, None


def _is_after_operation(drafts: Sequence[Draft], position: int, text: str) -> bool:
    """Whether only an operation meant to remove the tumour, or what came with it, went before."""
    before, draft = drafts[:position], drafts[position]
    removed = any(other.modality == "surgery" and not says("lesser operation", other.words) for other in before)
    if not removed or draft.first.span.sentence - before[-1].last_sentence > AFTER_WITHIN:
        return False
    usual = draft.cytotoxic or any(says("given after surgery", name) for name in draft.names)
    said = says("after the operation", text[: draft.start].rpartition(". ")[2])
    return (usual or said) and all(other.modality != "systemic" or other.is_perioperative for other in before)
