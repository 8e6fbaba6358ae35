"""The course that a mention of classes of drugs speaks of ("chemotherapy", "the kinase inhibitor", "second-line treatment")."""

from __future__ import annotations

from caseextract.assembly import class_meaning
from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

ENDS_WITHIN = 3
"""Sentences behind a course in which its class may tell its end."""
INTRATHECAL = "intrathecal chemotherapy"
NEAR = 45
"""Characters beside a class that say of which course it speaks."""


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course that the mention speaks of, begun where there is none yet; None where it is not worth a course."""
    if says("refers to several", timeline.words_before(fact, NEAR)):
        return None
    if _sums_up(fact, timeline):
        return None
    if fact.names == {INTRATHECAL}:
        return _into_the_cerebrospinal_fluid(fact, timeline)
    if _adjuvant_behind_an_operation(fact, timeline):
        return timeline.add(fact)
    known = class_meaning.explained(fact, timeline)
    if known is not None:
        return _absorbed(known, fact)
    if timeline.current is not None and (fact.earlier or not fact.given) and fact.anaphoric and says("a phase and no class", timeline.text[fact.span.start : fact.span.end]):
        return _absorbed(timeline.current, fact)
    meant = class_meaning.latest_of_its_kind(fact, timeline)
    if fact.restart and meant is not None:
        return timeline.add(fact, agents=dict(meant.agents), rechallenge=True)
    if meant is not None and _is_the_same_again(fact, meant, timeline):
        return timeline.add(fact, agents=dict(meant.agents), rechallenge=not meant.is_perioperative)
    if meant is not None and _is_taken_on_after_surgery(fact, meant, timeline):
        return timeline.add(fact, agents=dict(meant.agents))
    if _maintains_others(fact, timeline):
        return timeline.add(fact)
    if meant is not None and fact.setting is None and _only_ends(fact, meant, timeline):
        return _absorbed(meant, fact)
    known = class_meaning.of_line(fact, timeline) or class_meaning.current(fact, timeline) or class_meaning.repeated(fact, timeline)
    if known is not None:
        return _absorbed(known, fact)
    if _is_exchanged(fact, timeline):
        return timeline.current
    responded = says("responded to", timeline.words_before(fact, NEAR)) and meant is None
    if not fact.given and not fact.details and not responded and (not fact.earlier or _is_to_come(fact, timeline)):
        return None
    counted_from = says("counted from its start", timeline.words_before(fact, NEAR))
    refers_back = (fact.anaphoric and not fact.given and fact.line is None) or counted_from
    return _absorbed(meant, fact) if refers_back and meant is not None else timeline.add_where_told(fact)


def _into_the_cerebrospinal_fluid(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course of drugs given there, another one where the disease came back since; it is never what was given beside it."""
    known = next((draft for draft in reversed(timeline.drafts) if draft.modality == "local" and draft.is_drug), None)
    told = known is not None and any(draft.progressions for draft in timeline.drafts[timeline.drafts.index(known) :])
    if known is not None and not (told and fact.given and fact.span.sentence > known.last_sentence):
        return _absorbed(known, fact)
    return timeline.add_where_told(fact) if fact.given or fact.details else None


def _sums_up(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether a closing sentence says what all of it achieved, and each class means a course told before."""
    if not says("what all of it achieved", _sentence_around(fact, timeline.text)):
        return False
    told = [draft for draft in timeline.drugs if draft.last_sentence < fact.span.sentence]
    return all(any(can_stand_for((name,), draft.agents.values()) for draft in told) for name in fact.names) and len(told) > 1


def _sentence_around(fact: TreatmentFact, text: str) -> str:
    return text[: fact.span.end].rpartition(". ")[2] + text[fact.span.end :].partition(". ")[0]



def _is_exchanged(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether it only means what was given before, however that is called: "the chemotherapy was changed to tamoxifen"."""
    after = timeline.words_behind(fact, NEAR)
    generic = all(says("generic class", name) for name in fact.names)
    return timeline.current is not None and generic and says("exchanged right behind", after)


def _is_the_same_again(fact: TreatmentFact, meant: Draft, timeline: Timeline) -> bool:
    """Whether the disease came back and "chemotherapy with the same regimen" was given, or "the same chemotherapy"."""
    told = any(draft.progressions for draft in timeline.drafts[timeline.drafts.index(meant) :])
    before, after = timeline.words_before(fact, NEAR), timeline.words_behind(fact, NEAR)
    as_before = says("the same as before", before) or (says("as before and again", before) and says("once again, said behind", after))
    same = says("with the same drugs", after) or (fact.given and as_before and not says("goes on as it was, said behind", after))
    return same and told and not meant.class_only and fact.span.sentence > meant.last_sentence


def _is_taken_on_after_surgery(fact: TreatmentFact, meant: Draft, timeline: Timeline) -> bool:
    """Whether, after an operation that came next, the drugs given before it are said to be given on: "the same chemotherapy was continued"."""
    follows = meant is timeline.current and not meant.class_only and timeline.drafts[-1].modality == "surgery" and fact.setting is None
    named = says("as said above", timeline.words_before(fact, NEAR))
    return follows and named and says("given on, said behind", timeline.words_behind(fact, NEAR))


def _only_ends(fact: TreatmentFact, meant: Draft, timeline: Timeline) -> bool:
    """Whether the sentence only tells how what was given before ended: "when chemotherapy failed"."""
    before, after = timeline.words_before(fact, NEAR), timeline.words_behind(fact, NEAR)
    return 0 < fact.span.sentence - meant.last_sentence <= ENDS_WITHIN and says("as a known one", before) and says("end told right behind", after)


def _adjuvant_behind_an_operation(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether it is the adjuvant treatment after an operation that followed the drugs: "A, then surgery and adjuvant chemotherapy"."""
    if fact.setting != "adjuvant" or fact.earlier or fact.specific or not timeline.drafts:
        return False
    current, last = timeline.current, timeline.drafts[-1]
    told_here = last.modality == "surgery" and last.first.span.sentence == fact.span.sentence
    return told_here and current is not None and current.setting != "adjuvant"


def _is_to_come(fact: TreatmentFact, timeline: Timeline) -> bool:
    return says("still to come", timeline.words_before(fact, NEAR))


def _absorbed(draft: Draft, fact: TreatmentFact) -> Draft:
    draft.absorb(fact)
    return draft





def _maintains_others(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether the class is given as the maintenance after other drugs."""
    current = timeline.current
    maintenance = fact.phase == "maintenance" and not fact.earlier
    return maintenance and current is not None and current.phase != "maintenance" and current.names != fact.names
