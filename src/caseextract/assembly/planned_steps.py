"""Whether a course is a planned step of the course before, and does not raise the line."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.knowledge import phrase, says

FAILED = ("no_response", "progressive_disease")
RESPONDED = ("complete_response", "partial_response", "response")

BRIDGED_WITHIN = 100
"""Characters before a course in which it is called a bridge."""
DATED_WITHIN = 200
"""Characters before a course in which its year is looked for."""
YEARS_APART = 2
CLAUSE, BEFORE_IT = 70, 260
"""Characters around a course in which its purpose is told, and before it in which its reason is."""
SOON = 4
"""Sentences within which the treatment proper follows."""
"""With this many years between two blocks of chemotherapy the second treats a relapse."""


def has_failed(draft: Draft) -> bool:
    """Whether progression or lack of effect is told of it."""
    return bool(draft.progressions) or any(event.value in FAILED for event in draft.responses)


def is_planned(draft: Draft, previous: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Whether it continues the course before: consolidation, maintenance, drugs added, repeated or left out, one plan."""
    continues = draft.phase in ("maintenance", "consolidation") or (draft.names == previous.names and not draft.prior)
    if continues and not previous.progressions and not any(other.progressions for other in between(drafts, previous, draft)):
        return True
    fewer = draft.names < previous.names and not draft.rechallenge
    after_transplant = previous.modality == "transplant" and not _relapse_told_before(previous, drafts)
    more = draft.names > previous.names and not draft.rechallenge and any(event.value in RESPONDED for event in previous.responses)
    if (more or draft.added_to is previous or fewer or after_transplant) and not has_failed(previous):
        return True
    if _was_bridged(draft, previous, text):
        return True
    if previous.modality == "chemoradiation" and not has_failed(previous) and says("followed by", _gap(previous, draft, text)):
        return True
    return _is_one_plan(draft, previous, drafts)


def _relapse_told_before(transplant: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the sentence told of a relapse after drugs and their transplant: "relapsed after A followed by a transplantation"."""
    sentence = transplant.first.span.sentence
    before = drafts[: drafts.index(transplant)]
    told = (event for draft in before if draft.first.span.sentence == sentence for event in draft.progressions)
    return transplant.first.earlier and any(event.span.sentence == sentence and event.span.start < transplant.start for event in told)


def _was_bridged(draft: Draft, previous: Draft, text: str) -> bool:
    """Whether it is a cell therapy to which the course before was the bridge."""
    cells = any(says("engineered cells", name) for name in draft.names)
    return cells and not has_failed(previous) and says("bridge to the next", text[max(0, previous.start - BRIDGED_WITHIN) : draft.start])


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
        for other in between(drafts, previous, draft)
    )


def completes_an_operation(draft: Draft, drafts: Sequence[Draft], text: str) -> bool:
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


def is_next_block(draft: Draft, previous: Draft, text: str) -> bool:
    """Whether it is the next block of chemotherapy of a blood cancer, not a change."""
    changed = (
        draft.setting_at is not None or draft.first.switched or previous.toxicities or draft.prior or draft.rechallenge
    )
    if changed or _years_went_by(previous, draft, text):
        return False
    led_on = any(event.value in RESPONDED for event in previous.responses) or says("followed by", _gap(previous, draft, text))
    return (draft.cytotoxic and previous.cytotoxic and led_on) or draft.phase is not None


def _years_went_by(previous: Draft, draft: Draft, text: str) -> bool:
    """Whether the years named before two courses lie apart: "In 2003 … X was given. In October 2009 …"."""
    begun = [int(year[0]) for year in phrase("a year").finditer(text, max(0, previous.start - DATED_WITHIN), previous.start)]
    ended = max((fact.span.end for fact in previous.facts if fact.span.start <= draft.start), default=draft.start)
    later = [int(year[0]) for year in phrase("a year").finditer(text, ended, draft.start)]
    if says("years later told", text[ended : draft.start]):
        return True
    return bool(later) and max(later) - max(begun, default=min(later)) >= YEARS_APART


def only_lowers_counts(draft: Draft, drafts: Sequence[Draft], text: str) -> bool:
    """Whether it only tides over the days until the treatment of a blood cancer begins: hydroxyurea, a prephase."""
    following = next((other for other in drafts[drafts.index(draft) + 1 :] if other.modality == "systemic"), None)
    if following is None or draft.line is not None or not draft.silent:
        return False
    start, end = max(0, draft.start - CLAUSE), draft.first.span.end + CLAUSE
    clause = text[start : draft.start].rpartition(". ")[2] + text[draft.start : end].partition(". ")[0]
    if says("prephase", clause):
        return True
    soon = following.first.span.sentence - draft.last_sentence <= SOON
    return draft.names == {"hydroxyurea"} and soon and says("too many white cells", clause + " " + text[max(0, draft.start - BEFORE_IT) : start])


def between(drafts: Sequence[Draft], first: Draft, second: Draft) -> Sequence[Draft]:
    """The courses between two of them."""
    return drafts[drafts.index(first) + 1 : drafts.index(second)]
