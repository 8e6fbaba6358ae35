"""Lines of therapy: as stated, and inferred by named rules where nothing is stated.

Rules, each the `rule` of the lines that it made:
- `stated`: the text gives the number.
- `first`: the first systemic treatment of advanced or haematological disease.
- `next-after-progression`, `next-after-change`: a new regimen after progression, relapse, intolerance or lack of effect.
- `same-planned-step`: consolidation, maintenance, an addition without progression, or resumption keep the line.
- `same-transplant`: a transplant belongs to the line that led to it.
(Neo)adjuvant treatment of disease that is not metastatic, curative chemoradiation, surgery, radiation and local treatment have no line.
"""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly.draft import Draft

LESSER = re.compile(r"biops|transurethral|\bTUR|partial|subtotal|debulk|cytoreduc|incomplete|palliative|excis|lymph node|metastasectomy|laparo(?:tomy|scopy)|exploratory|craniotomy|enucleat|splenectomy", re.I)
"""Operations after which drugs are not adjuvant by themselves."""
ENDOCRINE = frozenset("tamoxifen letrozole anastrozole exemestane goserelin leuprolide".split())
FAILED = ("no_response", "progressive_disease")


def assign(drafts: Sequence[Draft], *, haematological: bool, curable: bool = False, metastatic_from: int | None, unknown_before: int | None) -> None:
    """Set setting, line and rule of every draft, in place.

    `metastatic_from` is the offset from which distant disease is told, `unknown_before` an unnumbered count of earlier lines.
    """
    _settings(drafts, haematological or curable, metastatic_from)
    line, previous = 0, None
    unknown = False
    for draft in drafts:
        if unknown_before is not None and draft.facts[0].span.start >= unknown_before:
            unknown = True
        if draft.modality == "transplant":
            if haematological and not unknown:
                if line and previous is not None and previous.progressions:
                    line += 1
                line = line or 1
                draft.inferred, draft.inferred_by = line, "same-transplant"
                previous = draft
            continue
        if not _counts(draft, metastatic_from):
            continue
        if draft.line is not None:
            line, unknown = draft.line, False
            draft.inferred_by = "stated"
            _cap(drafts, draft)
        elif draft.after_line is not None and draft.after_line >= line:
            line, unknown, draft.inferred_by = draft.after_line + 1, False, "next-after-progression"
        elif previous is None and not line:
            line, draft.inferred_by = 1, "first"
        else:
            line, draft.inferred_by = _next(draft, previous, line, haematological, drafts)
        draft.inferred = None if unknown else line
        previous = draft


def _cap(drafts: Sequence[Draft], stated: Draft) -> None:
    """Courses before a stated line cannot have reached it."""
    for draft in drafts:
        if draft is stated:
            return
        if draft.inferred is not None and draft.line is None and stated.line is not None and draft.inferred >= stated.line > 1:
            draft.inferred = stated.line - 1 if stated.phase != "maintenance" else draft.inferred


def _next(draft: Draft, previous: Draft | None, line: int, haematological: bool, drafts: Sequence[Draft]) -> tuple[int, str]:
    if previous is None:
        return line + 1, "next-after-change"
    failed = bool(previous.progressions) or any(event.value in FAILED for event in previous.responses)
    if draft.phase in ("maintenance", "consolidation") and not previous.progressions:
        return line, "same-planned-step"
    if draft.added_to is previous and not failed:
        return line, "same-planned-step"
    if draft.names == previous.names and not previous.progressions and not draft.prior:
        return line, "same-planned-step"
    if _same_plan(draft, previous, drafts):
        return line, "same-planned-step"
    if failed:
        return line + 1, "next-after-progression"
    between = drafts[_index(drafts, previous) + 1 : _index(drafts, draft)]
    if any(other.progressions for other in between):
        return line + 1, "next-after-progression"
    changed = draft.setting_at is not None or draft.facts[0].switched or previous.toxicities or draft.prior or draft.rechallenge
    if haematological and not changed:
        responded = any(event.value in ("complete_response", "partial_response", "response") for event in previous.responses)
        if (responded and draft.cytotoxic) or (draft.cytotoxic and previous.cytotoxic) or draft.phase is not None:
            return line, "same-planned-step"
    return line + 1, "next-after-change"


def _same_plan(draft: Draft, previous: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether one sentence lists both with an operation, radiation or transplant between: a multimodal plan."""
    if draft.facts[0].span.sentence != previous.facts[0].span.sentence or previous.progressions:
        return False
    between = drafts[_index(drafts, previous) + 1 : _index(drafts, draft)]
    return any(other.modality in ("surgery", "radiotherapy", "transplant") and not other.progressions for other in between)


def _index(drafts: Sequence[Draft], wanted: Draft) -> int:
    return next(i for i, draft in enumerate(drafts) if draft is wanted)


def _counts(draft: Draft, metastatic_from: int | None) -> bool:
    if draft.modality == "local" or not draft.agents:
        return False
    if draft.modality == "chemoradiation":
        return draft.setting == "advanced" or draft.line is not None
    if draft.setting in ("neoadjuvant", "adjuvant"):
        return draft.line is not None or (metastatic_from is not None and metastatic_from < draft.facts[0].span.start)
    return draft.modality == "systemic" and draft.setting != "definitive"


def _settings(drafts: Sequence[Draft], haematological: bool, metastatic_from: int | None) -> None:
    relapsed = False
    for position, draft in enumerate(drafts):
        previous = drafts[position - 1] if position else None
        advanced = metastatic_from is not None and metastatic_from < draft.facts[0].span.start
        if draft.setting is None and draft.modality in ("systemic", "chemoradiation", "radiotherapy"):
            if haematological:
                draft.setting = "advanced" if relapsed or (draft.line or 1) > 1 or draft.after_line else None
            elif draft.modality != "systemic" and not (advanced or relapsed):
                draft.setting = "definitive" if previous is None or previous.modality != "surgery" else "adjuvant"
            elif previous is not None and not (advanced or relapsed) and draft.line is None and _after_surgery(drafts, position):
                draft.setting = "adjuvant"
            elif _before_surgery(drafts, position) and not (advanced or relapsed) and draft.line is None and draft.cytotoxic:
                draft.setting = "neoadjuvant"
            else:
                draft.setting = "advanced"
        relapsed = relapsed or bool(draft.progressions)


def _before_surgery(drafts: Sequence[Draft], position: int) -> bool:
    """Whether the first course of drugs led straight to an operation."""
    draft = drafts[position]
    following = drafts[position + 1] if position + 1 < len(drafts) else None
    return (
        following is not None and following.modality == "surgery" and following.facts[0].given and not draft.progressions
        and not any(other.modality == "systemic" for other in drafts[:position])
        and following.facts[0].span.sentence - draft.last_sentence <= 3
    )


def _after_surgery(drafts: Sequence[Draft], position: int) -> bool:
    """Whether only an operation, or what came with it, went before."""
    before, draft = drafts[:position], drafts[position]
    operations = [other for other in before if other.modality == "surgery"]
    if not any(not LESSER.search(other.words) for other in operations):
        return False
    close = draft.facts[0].span.sentence - before[-1].last_sentence <= 8
    usual = draft.cytotoxic or any("hormon" in name or name in ENDOCRINE for name in draft.names)
    return close and usual and any(other.modality == "surgery" for other in before) and all(
        other.modality != "systemic" or other.setting in ("adjuvant", "neoadjuvant") for other in before
    )
