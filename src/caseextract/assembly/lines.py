"""Lines of therapy: as stated, and inferred by named rules where nothing is stated.

The name of the rule is the `rule` of the line that it made:

| rule                     | line                                                                                    |
|--------------------------|-----------------------------------------------------------------------------------------|
| `stated`                 | the text gives the number; it overrides what was counted, also for the courses before   |
| `first`                  | 1: the first course that counts                                                         |
| `next-after-progression` | one more: after progression, relapse or lack of effect, or "after failure of line N"    |
| `next-after-change`      | one more: another regimen without progression (intolerance, a switch, resumption)       |
| `same-planned-step`      | the same: consolidation, maintenance, drugs added, repeated or left out without progression, one multimodal plan, what follows a transplant or an operation in response, the next block of chemotherapy of a blood cancer that responded |
| `same-transplant`        | the same as the course that led to the transplant; one more after a relapse             |

What counts: systemic treatment of advanced or haematological disease. Treatment around an operation (neoadjuvant,
adjuvant) counts only once distant disease or a relapse has been told; curative chemoradiation, surgery, radiation and local treatment
have no line. From where earlier therapy is told without its number on, only courses whose text gives a number have one.
`docs/lines.md` shows each rule by an example.
"""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.assembly.planned_steps import (
    RESPONDED,
    between,
    completes_an_operation,
    has_failed,
    is_next_block,
    is_planned,
    only_lowers_counts,
)
from caseextract.knowledge import phrase
from caseextract.schema.numbers import ordinal_of

STATED, FIRST = "stated", "first"
AFTER_PROGRESSION, AFTER_CHANGE = "next-after-progression", "next-after-change"
PLANNED, TRANSPLANT = "same-planned-step", "same-transplant"
RULES = (STATED, FIRST, AFTER_PROGRESSION, AFTER_CHANGE, PLANNED, TRANSPLANT)

REMISSION_WITHIN = 60
"""Characters around a remission in which its number is named."""


def assign(drafts: Sequence[Draft], *, text: str, haematological: bool, metastatic_from: int | None, unknown_from: int | None) -> None:
    """Set line and rule of every draft, in place; their settings must be known.

    `metastatic_from` is the offset from which distant disease is told, `unknown_from` the one from which lines cannot be
    counted because earlier therapy is told without its number.
    """
    line, unknown = 0, False
    previous: Draft | None = None
    for draft in drafts:
        unknown = unknown or (unknown_from is not None and draft.start >= unknown_from)
        is_transplant = draft.modality == "transplant"
        remission = _remission(draft, text) if haematological else 1
        if remission > 1:
            unknown, unknown_from = False, None
        if (is_transplant and (unknown or not haematological)) or not (is_transplant or _counts(draft, metastatic_from, drafts)):
            continue
        if haematological and only_lowers_counts(draft, drafts, text):
            continue
        told = None if is_transplant else _told(draft, line)
        line, draft.inferred_by = told or _following(draft, previous, line, drafts, haematological, text)
        line = max(line, remission) if told is None else line
        if told is not None:
            unknown, unknown_from = False, None
        if draft.inferred_by == STATED:
            _cap(drafts, draft)
        draft.inferred = None if unknown else line
        previous = draft


def _remission(draft: Draft, text: str) -> int:
    """The number of the remission that a blood cancer reached by it, or was in at a transplant; each was brought by a line."""
    numbers = [1]
    reached = [event.span for event in draft.responses if event.value in RESPONDED]
    named = phrase("in a remission").search(text[draft.start : draft.start + 2 * REMISSION_WITHIN]) if draft.modality == "transplant" else None
    if named:
        numbers.append(ordinal_of(named["ordinal"] or named["number"]) or 1)
    for span in reached:
        for told in phrase("remission of a number").finditer(text, max(0, span.start - REMISSION_WITHIN), span.end + REMISSION_WITHIN):
            if told.start() < span.end and told.end() > span.start:
                numbers.append(ordinal_of(next(group for group in told.groups() if group)) or 1)
    return max(numbers)


def _counts(draft: Draft, metastatic_from: int | None, drafts: Sequence[Draft]) -> bool:
    """Whether a course of drugs has a line."""
    if draft.modality == "local" or not draft.agents or draft.only_steroids:
        return False
    if draft.modality == "chemoradiation":
        return draft.setting == "advanced" or draft.line is not None
    if draft.is_perioperative:
        spread = metastatic_from is not None and metastatic_from < draft.told_at and not draft.told_back
        return draft.line is not None or spread or (not draft.told_back and _is_after_a_relapse(draft, drafts))
    return draft.modality == "systemic" and draft.setting != "definitive"


def _is_after_a_relapse(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a relapse has been told before a course around an operation."""
    before = drafts[: drafts.index(draft)]
    return any(event.span.start < draft.start for other in before for event in other.progressions)


def _told(draft: Draft, line: int) -> tuple[int, str] | None:
    """The line where the text gives its number, or that of the line that failed before."""
    if draft.line is not None:
        return draft.line, STATED
    if draft.after_line is not None and draft.after_line >= line:
        return draft.after_line + 1, AFTER_PROGRESSION
    return None


def _cap(drafts: Sequence[Draft], stated: Draft) -> None:
    """Courses before a stated line cannot have reached it; those before its maintenance can."""
    highest = stated.line or 1
    if highest == 1 or stated.phase == "maintenance":
        return
    for draft in drafts[: drafts.index(stated)]:
        if draft.inferred is not None and draft.line is None and draft.inferred >= highest:
            draft.inferred = highest - 1


def _following(
    draft: Draft, previous: Draft | None, line: int, drafts: Sequence[Draft], haematological: bool, text: str
) -> tuple[int, str]:
    """The line that follows from the courses before."""
    if draft.modality == "transplant":
        told = previous.progressions if previous is not None else []
        told_back = draft.first.span.sentence if draft.first.earlier else None
        relapsed = any(event.span.start < draft.start and event.span.sentence != told_back for event in told)
        return (line + 1 if relapsed else max(line, 1)), TRANSPLANT
    if previous is None:
        return 1, FIRST
    if is_planned(draft, previous, drafts, text):
        return line, PLANNED
    if has_failed(previous) or any(other.progressions for other in between(drafts, previous, draft)):
        return line + 1, AFTER_PROGRESSION
    if is_next_block(draft, previous, text) if haematological else completes_an_operation(draft, drafts, text):
        return line, PLANNED
    return line + 1, AFTER_CHANGE
