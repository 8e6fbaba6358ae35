"""The course that a mention of drugs by name speaks of.

In this order: the latest course with some of its drugs replaced; the course of the same drugs; a course of these and others; the latest course, of some of these; the
latest course of which only the class was named; an addition to the latest course; a new course.
"""

from __future__ import annotations

from collections.abc import Callable

from caseextract.assembly import partial_courses, replaced_drugs, restatement
from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import alike, can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

CLAUSE = 80
NEAR = 2
"""Sentences in which a relapse that the sentence itself tells is one after the drugs told before."""
FEW = 2
"""Drugs that can be added to a course; more of them are a regimen of their own."""


def place(fact: TreatmentFact, timeline: Timeline) -> Draft:
    """The course that the mention speaks of, begun where there is none yet."""
    exchanged = replaced_drugs.place(fact, timeline) if fact.instead_of else None
    if exchanged is not None:
        return exchanged
    same = same_drugs(fact, timeline)
    if same is not None:
        return _again(fact, same, timeline)
    wider = _latest(timeline, lambda draft: alike(fact.names) < alike(draft.names) and same_route(draft, fact))
    if wider is not None:
        return partial_courses.place(fact, wider, timeline)
    restated = restatement.of(fact, timeline)
    if restated is not None:
        return restated
    return _more(fact, timeline) or _spelled_out(fact, timeline) or _added(fact, timeline) or timeline.add_where_told(fact)


def same_drugs(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course of the same drugs or classes."""
    names = alike(fact.names)
    return _latest(timeline, lambda draft: alike(draft.names) == names and same_route(draft, fact))


def same_route(draft: Draft, fact: TreatmentFact) -> bool:
    """Whether both are given to a part of the body, both with radiation, or both alone; a bare mention can mean any."""
    bare = fact.modality == "systemic" and not fact.given and not fact.details
    if bare or draft.modality == fact.modality:
        return True
    told_together = fact.span.sentence - draft.last_sentence <= 1 and not fact.details and not fact.restart
    return "local" not in (draft.modality, fact.modality) and fact.modality == "systemic" and told_together


def _latest(timeline: Timeline, condition: Callable[[Draft], bool]) -> Draft | None:
    return next((draft for draft in reversed(timeline.drafts) if draft.is_drug and condition(draft)), None)


def _again(fact: TreatmentFact, same: Draft, timeline: Timeline) -> Draft:
    """The same drugs: another course where they are given anew, in another line, setting or phase, else the same."""
    if _adjuvant_anew(fact, same, timeline):
        return timeline.add(fact)
    told_again = same.rechallenge and same.silent and same is timeline.drafts[-1] and not fact.given
    if (fact.restart and not told_again) or _other_line(fact, same) or _other_setting(fact, same) or _maintenance_anew(fact, same, timeline):
        return timeline.add(fact, rechallenge=fact.restart)
    if _after_operation(fact, same, timeline) or _after_relapse(fact, same, timeline) or _further_without_radiation(fact, same, timeline):
        return timeline.add(fact)
    if _given_at_relapse(fact, same, timeline):
        return timeline.add(fact, rechallenge=not same.is_perioperative)
    if same is timeline.now:
        timeline.now = None
        same.absorb(fact)
        return same
    if _returned_to(fact, same, timeline):
        return timeline.add(fact, rechallenge=True)
    if _only_announced(fact, same, timeline):
        timeline.move_to_end(same)
    same.absorb(fact)
    return same


def _adjuvant_anew(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    since = timeline.drafts[timeline.drafts.index(same) :]
    anew = same.setting != "adjuvant" or (since[-1].modality == "surgery" and says("more of what was begun", timeline.opening(fact)))
    return fact.setting == "adjuvant" and anew and any(draft.modality == "surgery" for draft in since)


def _other_line(fact: TreatmentFact, same: Draft) -> bool:
    return fact.line is not None and same.line is not None and fact.line != same.line


def _is_of_that_line(fact: TreatmentFact, same: Draft) -> bool:
    """Whether both are told with the same number: the opening told of it before the story came to it."""
    return fact.line is not None and fact.line == same.line


def _other_setting(fact: TreatmentFact, same: Draft) -> bool:
    return fact.given and fact.setting is not None and same.setting is not None and fact.setting != same.setting


def _maintenance_anew(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    begins = fact.phase == "maintenance" and same.phase != "maintenance" and not fact.earlier
    if timeline.current is same and says("kept on it", timeline.text[max(0, fact.span.start - CLAUSE) : fact.span.start]):
        return False
    return begins and (not same.silent or same.last_sentence < fact.span.sentence or timeline.drafts[-1] is not same)


def _after_operation(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the drugs are given again after an operation that came between."""
    counted = fact.cycles is not None and fact.cycles != same.cycles and says("opens with so many cycles", timeline.opening(fact))
    given_now = fact.given and (counted or not fact.earlier) and not fact.stopped and same.last_sentence < fact.span.sentence
    if not given_now or timeline.drafts[-1].modality != "surgery" or timeline.current is not same:
        return False
    counted_anew = not fact.anaphoric and (fact.cycles is not None or fact.setting is not None)
    around = _clause_around(fact, timeline.text)
    return same.setting == "neoadjuvant" or counted_anew or bool(same.progressions) or says("after the operation", around) or (same.phase != "maintenance" and says("taken on", around))


def _after_relapse(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether radiation with the same drugs, or further cycles of them, are given when the disease has come back."""
    given_now = fact.given and not fact.earlier and not fact.stopped and same.last_sentence < fact.span.sentence
    if not given_now or not (same.progressions or timeline.drafts[-1] is not same):
        return False
    with_radiation = same.modality == fact.modality == "chemoradiation" and not fact.anaphoric
    return with_radiation or says("further cycles", timeline.words_before(fact, CLAUSE))


def _further_without_radiation(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the drugs given with radiation are told to be given on without it: "followed by two further cycles"."""
    apart = same.modality == "chemoradiation" and fact.modality == "systemic" and timeline.drafts[-1] is same
    if not apart or not fact.given or fact.earlier or fact.stopped or (fact.cycles is None and fact.phase is None):
        return False
    since = timeline.opening(fact)[-(fact.span.start - same.facts[-1].span.end) :]
    return says("given on afterwards", since)


def _given_at_relapse(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the disease has come back since, and the same drugs are told to be given, no others in between."""
    distance = fact.span.sentence - same.last_sentence
    sentence = timeline.opening(fact)
    earlier = fact.earlier and (timeline.drafts[-1] is same or not says("opens with so many cycles", sentence))
    if timeline.current is not same or not fact.given or earlier or fact.stopped or distance < 1 or timeline.looks_back(fact):
        return False
    told = any(event.span.sentence > same.first.span.sentence for draft in timeline.drafts[timeline.drafts.index(same) :] for event in draft.progressions)
    between = timeline.text[same.facts[-1].span.end : fact.span.start]
    came_back = told or (distance <= NEAR and (says("came back between", sentence) or says("metastases shown", between)))
    after = timeline.words_behind(fact, CLAUSE)
    if says("dose changed, said before", sentence) or says("dose changed, said behind", after):
        return False
    begun = says("begun right before", sentence) or says("begun right after", after) or says("opens with so many cycles", sentence)
    return came_back and begun and not says("told in the pluperfect", sentence)


def _returned_to(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the story, having told of other drugs, comes to these as the next step."""
    current = timeline.current
    if current is None or current is same or fact.earlier or fact.anaphoric or fact.stopped or timeline.looks_back(fact):
        return False
    if same.last_sentence >= fact.span.sentence or current.first.span.start > fact.span.start:
        return False
    if _is_of_that_line(fact, same):
        return False
    begins = timeline.opening(fact)
    return fact.switched or (fact.given and says("next step", begins))


def _clause_around(fact: TreatmentFact, text: str) -> str:
    before = text[max(0, fact.span.start - CLAUSE) : fact.span.start].rpartition(".")[2]
    return before + text[fact.span.start : fact.span.end + CLAUSE].partition(".")[0]


def _only_announced(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the story only now comes to the drugs that its very first sentence mentioned."""
    drugs = timeline.drugs
    in_opening = same.first.span.sentence <= timeline.first_sentence and same.last_sentence == same.first.span.sentence
    comes_now = fact.given and not fact.earlier and same.last_sentence < fact.span.sentence
    return comes_now and in_opening and not same.first.given and same is drugs[0] and same is not drugs[-1]


def _more(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The drugs of the latest course and others: the same course, better told, or one with additions."""
    current = timeline.current
    if current is None or current.class_only or not current.names < fact.names or not same_route(current, fact):
        return None
    if current.modality != fact.modality and fact.given:
        return None
    distance = fact.span.sentence - current.last_sentence
    beside_or_far = distance == 0 or distance > 1 or (current.phase == "maintenance" and fact.phase != "maintenance")
    if fact.joined or fact.switched or beside_or_far or not current.silent:
        return timeline.add(fact, added_to=current if fact.joined else None)
    current.spell_out(fact)
    return current


def _spelled_out(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course, of which only the class was named, and which this mention spells out."""
    current = timeline.current
    if current is None or not current.class_only or current.prior or not (current.silent or _is_told_in_the_opening(current, timeline)):
        return None
    beside = current.last_sentence == fact.span.sentence or fact.phase is not None
    if current.modality == "local" != fact.modality and beside:
        return None
    if not any(can_stand_for((name,), fact.agents) for name in current.names) or _tells_another(fact, current, timeline):
        return None
    current.spell_out(fact)
    return current


def _is_told_in_the_opening(current: Draft, timeline: Timeline) -> bool:
    """Whether the first sentence of the story says of a class, the only course so far, that it succeeded."""
    opening = current.last_sentence <= timeline.first_sentence and timeline.drugs == [current]
    return opening and not (current.progressions or current.durations or current.freedoms) and says("success told before", timeline.words_before(current.first, CLAUSE))


def _tells_another(fact: TreatmentFact, current: Draft, timeline: Timeline) -> bool:
    """Whether the mention's own words keep it apart from the course of the class before it."""
    distance = fact.span.sentence - current.last_sentence
    told_on = fact.setting is None and distance == 1 and not current.progressions
    other_setting = current.is_perioperative and fact.setting != current.setting and distance != 0 and not told_on
    so_many_since = fact.cycles is not None and fact.given and distance == 1 and (current.first.given or says("opens with so many cycles", timeline.opening(fact)))
    went_before = not so_many_since and (fact.earlier or any(old.earlier and not old.given for old in current.facts))
    other_line = _other_line(fact, current)
    purpose = says("opens with its purpose", timeline.opening(current.facts[-1]))
    given_only_now = distance == 0 and fact.given and not current.facts[-1].given and not purpose
    begins = fact.switched or fact.restart or fact.joined or (distance > 0 and fact.given and says("opens with then", timeline.opening(fact)))
    distant = distance > 2 and not _is_told_in_the_opening(current, timeline)
    return distant or begins or other_setting or went_before or other_line or given_only_now


def _added(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The drugs of the latest course with these added to them."""
    current = timeline.current
    failed = current is not None and current.progressions and not says("added to what was given", timeline.words_behind(fact, CLAUSE))
    if not fact.joined or current is None or failed or len(fact.names - fact.onto) > FEW:
        return None
    if fact.onto and not fact.onto < current.names:
        return None
    return timeline.add(fact, agents={**current.agents, **{agent.name: agent for agent in fact.agents}}, added_to=current)
