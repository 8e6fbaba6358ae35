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
from caseextract.knowledge import says

STATED, FIRST = "stated", "first"
AFTER_PROGRESSION, AFTER_CHANGE = "next-after-progression", "next-after-change"
PLANNED, TRANSPLANT = "same-planned-step", "same-transplant"
RULES = (STATED, FIRST, AFTER_PROGRESSION, AFTER_CHANGE, PLANNED, TRANSPLANT)

FAILED = ("no_response", "progressive_disease")
RESPONDED = ("complete_response", "partial_response", "response")


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
        if (is_transplant and (unknown or not haematological)) or not (is_transplant or _counts(draft, metastatic_from, drafts)):
            continue
        told = None if is_transplant else _told(draft, line)
        line, draft.inferred_by = told or _following(draft, previous, line, drafts, haematological, text)
        if told is not None:
            unknown, unknown_from = False, None
        if draft.inferred_by == STATED:
            _cap(drafts, draft)
        draft.inferred = None if unknown else line
        previous = draft


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
        relapsed = previous is not None and bool(previous.progressions)
        return (line + 1 if relapsed else max(line, 1)), TRANSPLANT
    if previous is None:
        return 1, FIRST
    if _is_planned_step(draft, previous, drafts, text):
        return line, PLANNED
    if _has_failed(previous) or any(other.progressions for other in _between(drafts, previous, draft)):
        return line + 1, AFTER_PROGRESSION
    if _is_next_block(draft, previous, text) if haematological else _completes_an_operation(draft, drafts, text):
        return line, PLANNED
    return line + 1, AFTER_CHANGE


def _has_failed(draft: Draft) -> bool:
    return bool(draft.progressions) or any(event.value in FAILED for event in draft.responses)


def _is_planned_step(draft: Draft, previous: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Whether it continues the course before: consolidation, maintenance, drugs added, repeated or left out, one plan."""
    continues = draft.phase in ("maintenance", "consolidation") or (draft.names == previous.names and not draft.prior)
    if continues and not previous.progressions and not any(other.progressions for other in _between(drafts, previous, draft)):
        return True
    fewer = draft.names < previous.names and not draft.rechallenge
    after_transplant = previous.modality == "transplant"
    if (draft.added_to is previous or fewer or after_transplant) and not _has_failed(previous):
        return True
    if previous.modality == "chemoradiation" and not _has_failed(previous) and says("followed by", _gap(previous, draft, text)):
        return True
    return _is_one_plan(draft, previous, drafts)


def _gap(previous: Draft, draft: Draft, text: str) -> str:
    """The words between two courses that one sentence begins."""
    together = previous.facts[-1].span.sentence == draft.first.span.sentence
    return text[previous.facts[-1].span.end : draft.start] if together else ""


def _is_one_plan(draft: Draft, previous: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether one sentence lists both with an operation, radiation or transplant between: a multimodal plan."""
    if draft.first.span.sentence != previous.first.span.sentence or previous.progressions:
        return False
    return any(
        other.modality in ("surgery", "radiotherapy", "transplant") and not other.progressions
        for other in _between(drafts, previous, draft)
    )


def _completes_an_operation(draft: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Whether it follows an operation to which drugs had led, and the disease has not come back nor a drug been exchanged."""
    before = drafts[: drafts.index(draft)]
    operation = next((number for number in range(len(before) - 1, -1, -1) if before[number].modality == "surgery"), 0)
    led_to = next((other for other in reversed(before[:operation]) if other.is_drug), None)
    exchanged = draft.first.switched or draft.rechallenge or (draft.setting_at is not None and draft.setting == "advanced")
    if led_to is None or exchanged or any(other.progressions or other.toxicities for other in before[operation:]):
        return False
    responded = draft.setting == "adjuvant" or any(event.value in RESPONDED for event in led_to.responses)
    chemotherapy = led_to.cytotoxic and draft.cytotoxic and not says("lesser operation", before[operation].words)
    ended = max(fact.span.end for fact in led_to.facts if fact.span.end <= draft.start)
    return (responded or chemotherapy) and not says("time or disease between", text[ended : draft.start])


def _is_next_block(draft: Draft, previous: Draft, text: str) -> bool:
    """Whether it is the next block of chemotherapy of a blood cancer, not a change."""
    changed = (
        draft.setting_at is not None or draft.first.switched or previous.toxicities or draft.prior or draft.rechallenge
    )
    if changed:
        return False
    led_on = any(event.value in RESPONDED for event in previous.responses) or says("followed by", _gap(previous, draft, text))
    return (draft.cytotoxic and previous.cytotoxic and led_on) or draft.phase is not None


def _between(drafts: Sequence[Draft], first: Draft, second: Draft) -> Sequence[Draft]:
    return drafts[drafts.index(first) + 1 : drafts.index(second)]
