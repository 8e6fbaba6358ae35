"""The course told before that classes of drugs mean: "the chemotherapy", "second-line treatment", "X, a kinase inhibitor"."""

from __future__ import annotations

from collections.abc import Iterator

from caseextract.assembly.draft import Draft
from caseextract.assembly.named_drugs import same_drugs
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

APPOSED_WITHIN = 90
NEAR = 45
"""Characters beside a class that say of which course it speaks."""


def latest_of_its_kind(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course that the class can mean."""
    return next((draft for draft in reversed(timeline.drugs) if can_stand_for(fact.names, draft.agents.values())), None)


def explained(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the same sentence that a class only explains: "X, a kinase inhibitor", "X was given as salvage chemotherapy"."""
    for draft, gap in _just_before(fact, timeline):
        if _other_phase(fact, draft):
            continue
        fits = can_stand_for((name for name in fact.names if not says("generic class", name)), draft.agents.values())
        listed = draft.class_only and gap.strip() == "," and draft.names != fact.names
        explains = says("explanation of the drug before", gap) and fits and not listed
        if explains or (says("given as", gap) and not says("next clause", gap)):
            return draft
    return None


def _just_before(fact: TreatmentFact, timeline: Timeline) -> Iterator[tuple[Draft, str]]:
    """The courses of drugs named before in the same sentence, nearest first, and the words between."""
    for named, draft in reversed(timeline.named_in(fact.span.sentence)):
        if draft.is_drug and named.span.end <= fact.span.start <= named.span.end + APPOSED_WITHIN:
            yield draft, timeline.text[named.span.end : fact.span.start]


def of_line(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the line that the mention names: "the response to second-line treatment"."""
    drugs = timeline.drugs
    if not fact.line or not drugs or fact.given or fact.switched:
        return None
    stated = next((draft for draft in drugs if draft.line == fact.line), None)
    if stated is not None:
        return stated
    unnumbered = fact.line <= len(drugs) and all(draft.line is None for draft in drugs[: fact.line])
    return drugs[fact.line - 1] if unnumbered and (not fact.earlier or len(drugs) > 1) else None


def current(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course, of drugs named before, where the mention refers to it."""
    current = timeline.current
    if current is None or current.names == fact.names or (fact.line and fact.line != current.line):
        return None
    over = fact.setting == "neoadjuvant" and says("sums up", timeline.words_before(fact, NEAR))
    refers = not fact.given or fact.anaphoric or fact.stopped or fact.cycles is not None or over
    begins = fact.switched or fact.joined
    return current if refers and not begins and can_stand_for(fact.names, current.agents.values()) else None


def repeated(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the same class, named again."""
    same = same_drugs(fact, timeline)
    if same is None or fact.restart or (fact.line and fact.line != same.line) or _other_phase(fact, same) or _begins_with_induction(fact, same):
        return None
    if _is_begun_anew(fact, same, timeline):
        return None
    close = fact.span.sentence - same.last_sentence <= 1
    return same if not fact.given or fact.anaphoric or close else None


def _is_begun_anew(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the class was given around an operation, the disease came back, and it is given once more."""
    told = any(draft.progressions for draft in timeline.drafts[timeline.drafts.index(same) :])
    since = timeline.opening(fact)[-(fact.span.start - same.facts[-1].span.end) :]
    came_back = told or says("came back between", since)
    if _is_salvage(fact, same, timeline, told=told):
        return True
    if not (same.is_perioperative and came_back and fact.given) or fact.setting is not None or fact.earlier:
        return False
    before = timeline.words_before(fact, NEAR)
    begun = same.last_sentence == fact.span.sentence or says("begun right before", before) or says("begun right after", timeline.words_behind(fact, NEAR))
    return begun and not says("named as known", before)


def _is_salvage(fact: TreatmentFact, same: Draft, timeline: Timeline, *, told: bool) -> bool:
    """Whether the disease came back since and the class is given as its salvage, which the course before was not."""
    if not fact.given or fact.earlier or says("treatment of a relapse", same.words):
        return False
    named = timeline.words_before(fact, NEAR) + timeline.text[fact.span.start : fact.span.end]
    here = same.last_sentence == fact.span.sentence
    came_back = (told and not here) or says("came back between", timeline.opening(fact))
    return came_back and says("treatment of a relapse", named)


def _begins_with_induction(fact: TreatmentFact, same: Draft) -> bool:
    """Whether induction is told after a course that was no induction, of which the effect is known."""
    return fact.phase == "induction" and fact.given and same.phase is None and not same.silent and fact.span.sentence > same.last_sentence


def _other_phase(fact: TreatmentFact, same: Draft) -> bool:
    return fact.phase is not None and same.phase is not None and fact.phase != same.phase
