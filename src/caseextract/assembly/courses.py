"""Treatment facts → courses: which course each mention speaks of, and what the sentence does to it.

A mention that names drugs is placed by `named_drugs`, one that names only classes ("the chemotherapy") by
`named_classes`, operations, radiation and transplants by `named_procedures`.
"""

from __future__ import annotations

from dataclasses import replace

from caseextract.assembly import named_classes, named_drugs, named_procedures, radiation_with_drugs
from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import EventFact, TreatmentFact

MORE = "more of the same"
WORDS = 60
"""Characters behind "retreated" in which "with the same regimen" stands."""


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course that a mention speaks of, begun where there is none yet; None where it is not worth a course."""
    draft = _announced(fact, timeline) if timeline.announced else None
    draft = draft or _told(fact, timeline)
    if draft is None or draft.only_steroids:
        return None
    timeline.named.setdefault(fact.span.sentence, []).append((fact, draft))
    only_now = len(draft.facts) == 1
    told_back = (only_now or draft in timeline.created_in(fact.span.sentence)) and timeline.is_told_back(draft)
    new = only_now and not told_back
    given_now = fact.given and not fact.earlier and not fact.anaphoric and not told_back and not timeline.looks_back(fact)
    if not timeline.announced and (new or given_now) and not _is_beside_another(draft, timeline):
        timeline.recent = draft
    return draft


def _is_beside_another(draft: Draft, timeline: Timeline) -> bool:
    """Whether it is a drug given locally beside the course that the sentence began."""
    begun = timeline.recent in timeline.created_in(draft.facts[-1].span.sentence)
    return draft.modality == "local" and bool(draft.agents) and begun


def _told(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    united = radiation_with_drugs.place(fact, timeline)
    if united is not None:
        return united
    if not fact.agents:
        return named_procedures.place(fact, timeline)
    if fact.specific:
        return named_drugs.place(fact, timeline)
    return named_classes.place(fact, timeline)


def _announced(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the story that an announcement means."""
    united = radiation_with_drugs.place(fact, timeline) if fact.modality == "chemoradiation" else None
    if united is not None:
        return united
    if not fact.agents:
        found = next((draft for draft in timeline.drafts if draft.modality == fact.modality), None)
    elif fact.specific:
        found = max((draft for draft in timeline.drugs if draft.names & fact.names), key=lambda draft: _likeness(draft, fact), default=None)
    else:
        found = next((d for d in timeline.drugs if d.class_only or can_stand_for(fact.names, d.agents.values())), None)
    if found is not None:
        found.absorb(fact)
    return found


def _likeness(draft: Draft, fact: TreatmentFact) -> float:
    return len(draft.names & fact.names) / len(draft.names | fact.names)


def join_companions(sentence: int, timeline: Timeline) -> None:
    """Join what is said to go on to what the same sentence begins: "Y was started while X was continued"."""
    named, created = timeline.named_in(sentence), timeline.created_in(sentence)
    begun = next((draft for fact, draft in named if draft in created and draft.is_drug and fact.given), None)
    if begun is None:
        return
    for fact, draft in named:
        if draft.is_drug and draft is not begun and _goes_on(fact, timeline.text):
            for agent in fact.agents:
                begun.agents.setdefault(agent.name, agent)


def _goes_on(fact: TreatmentFact, text: str) -> bool:
    before, after = text[max(0, fact.span.start - 45) : fact.span.start], text[fact.span.end : fact.span.end + 40]
    return says("goes on", after) and says("beside what goes on", before)


def resume(event: EventFact, timeline: Timeline) -> None:
    """Begin the latest course of drugs anew where a sentence resumes it without naming it."""
    latest = timeline.current
    if latest is None or timeline.announced or (latest.rechallenge and says("named as known", timeline.text[max(0, event.span.start - WORDS) : event.span.start])):
        return
    if _names_drugs(event.span.sentence, timeline):
        behind = latest.facts[-1].span.sentence == event.span.sentence and latest.facts[-1].span.end <= event.span.start
        if behind and event.value != MORE and says("with what had been given", timeline.text[event.span.end : event.span.end + WORDS]):
            _once_more(latest, event, timeline, rechallenge=True)
        return
    if event.value == MORE and not (latest.progressions and says("the very same", timeline.text[event.span.start : event.span.end])):
        before = [draft for draft in timeline.drafts if draft.first.span.sentence < event.span.sentence or draft.modality == "surgery"]
        if before and before[-1].modality == "surgery" and not latest.class_only:
            _once_more(latest, event, timeline, rechallenge=False)
        return
    if timeline.named_in(event.span.sentence):
        return
    _once_more(latest, event, timeline, rechallenge=True)


def _names_drugs(sentence: int, timeline: Timeline) -> bool:
    return any(fact.agents for fact, _ in timeline.named_in(sentence))


def _once_more(latest: Draft, event: EventFact, timeline: Timeline, *, rechallenge: bool) -> None:
    again = replace(
        latest.first, span=event.span, restart=rechallenge, given=True, line=None, setting=None, phase=None, cycles=None, details=()
    )
    timeline.add(again, rechallenge=rechallenge, agents=dict(latest.agents))
