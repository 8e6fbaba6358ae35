"""The course that a mention of classes of drugs speaks of ("chemotherapy", "the kinase inhibitor", "second-line treatment")."""

from __future__ import annotations

from collections.abc import Iterator

from caseextract.assembly.draft import Draft
from caseextract.assembly.named_drugs import same_drugs
from caseextract.assembly.timeline import Timeline
from caseextract.facts.treatment.drug_classes import can_stand_for
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

APPOSED_WITHIN = 90
ENDS_WITHIN = 3
"""Sentences behind a course in which its class may tell its end."""
START_WITHIN = 45
"""Characters before a class in which a time is counted from its start."""


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course that the mention speaks of, begun where there is none yet; None where it is not worth a course."""
    if says("refers to several", _before(fact, timeline)):
        return None
    if _sums_up(fact, timeline):
        return None
    if _adjuvant_behind_an_operation(fact, timeline):
        return timeline.add(fact)
    known = _explained(fact, timeline)
    if known is not None:
        return _absorbed(known, fact)
    meant = _meant(fact, timeline)
    if fact.restart and meant is not None:
        return timeline.add(fact, agents=dict(meant.agents), rechallenge=True)
    if meant is not None and _is_the_same_again(fact, meant, timeline):
        return timeline.add(fact, agents=dict(meant.agents), rechallenge=not meant.is_perioperative)
    if _maintains_others(fact, timeline):
        return timeline.add(fact)
    if meant is not None and fact.setting is None and _only_ends(fact, meant, timeline):
        return _absorbed(meant, fact)
    known = _of_line(fact, timeline) or _current(fact, timeline) or _repeated(fact, timeline)
    if known is not None:
        return _absorbed(known, fact)
    if _is_exchanged(fact, timeline):
        return timeline.current
    responded = says("responded to", _before(fact, timeline)) and meant is None
    if not fact.given and not fact.details and not responded and (not fact.earlier or _is_to_come(fact, timeline)):
        return None
    counted_from = says("counted from its start", _before(fact, timeline))
    refers_back = (fact.anaphoric and not fact.given and fact.line is None) or counted_from
    return _absorbed(meant, fact) if refers_back and meant is not None else timeline.add_where_told(fact)


def _sums_up(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether a closing sentence says what all of it achieved, and each class means a course told before."""
    if not says("what all of it achieved", _sentence_around(fact, timeline.text)):
        return False
    told = [draft for draft in timeline.drugs if draft.last_sentence < fact.span.sentence]
    return all(any(can_stand_for((name,), draft.agents.values()) for draft in told) for name in fact.names) and len(told) > 1


def _sentence_around(fact: TreatmentFact, text: str) -> str:
    return text[: fact.span.end].rpartition(". ")[2] + text[fact.span.end :].partition(". ")[0]


def _before(fact: TreatmentFact, timeline: Timeline) -> str:
    return timeline.text[max(0, fact.span.start - START_WITHIN) : fact.span.start]


def _after(fact: TreatmentFact, timeline: Timeline) -> str:
    return timeline.text[fact.span.end : fact.span.end + START_WITHIN]


def _is_exchanged(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether it only means what was given before, however that is called: "the chemotherapy was changed to tamoxifen"."""
    after = _after(fact, timeline)
    generic = all(says("generic class", name) for name in fact.names)
    return timeline.current is not None and generic and says("exchanged right behind", after)


def _is_the_same_again(fact: TreatmentFact, meant: Draft, timeline: Timeline) -> bool:
    """Whether the disease came back and "chemotherapy with the same regimen" was given, or "the same chemotherapy"."""
    told = any(draft.progressions for draft in timeline.drafts[timeline.drafts.index(meant) :])
    before, after = _before(fact, timeline), _after(fact, timeline)
    as_before = says("the same as before", before) or (says("as before and again", before) and says("once again, said behind", after))
    same = says("with the same drugs", after) or (fact.given and as_before and not says("goes on as it was, said behind", after))
    return same and told and not meant.class_only and fact.span.sentence > meant.last_sentence


def _only_ends(fact: TreatmentFact, meant: Draft, timeline: Timeline) -> bool:
    """Whether the sentence only tells how what was given before ended: "when chemotherapy failed"."""
    before, after = _before(fact, timeline), _after(fact, timeline)
    return 0 < fact.span.sentence - meant.last_sentence <= ENDS_WITHIN and says("as a known one", before) and says("end told right behind", after)


def _adjuvant_behind_an_operation(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether it is the adjuvant treatment after an operation that followed the drugs: "A, then surgery and adjuvant chemotherapy"."""
    if fact.setting != "adjuvant" or fact.earlier or fact.specific or not timeline.drafts:
        return False
    current, last = timeline.current, timeline.drafts[-1]
    told_here = last.modality == "surgery" and last.first.span.sentence == fact.span.sentence
    return told_here and current is not None and current.setting != "adjuvant"


def _is_to_come(fact: TreatmentFact, timeline: Timeline) -> bool:
    return says("still to come", _before(fact, timeline))


def _absorbed(draft: Draft, fact: TreatmentFact) -> Draft:
    draft.absorb(fact)
    return draft


def _meant(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course that the class can mean."""
    return next((draft for draft in reversed(timeline.drugs) if can_stand_for(fact.names, draft.agents.values())), None)


def _explained(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the same sentence that a class only explains: "X, a kinase inhibitor", "X was given as salvage chemotherapy"."""
    for draft, gap in _just_before(fact, timeline):
        if _other_phase(fact, draft):
            continue
        fits = can_stand_for((name for name in fact.names if not says("generic class", name)), draft.agents.values())
        explains = says("explanation of the drug before", gap) and fits
        if explains or (says("given as", gap) and not says("next clause", gap)):
            return draft
    return None


def _just_before(fact: TreatmentFact, timeline: Timeline) -> Iterator[tuple[Draft, str]]:
    """The courses of drugs named before in the same sentence, nearest first, and the words between."""
    for named, draft in reversed(timeline.named_in(fact.span.sentence)):
        if draft.is_drug and named.span.end <= fact.span.start <= named.span.end + APPOSED_WITHIN:
            yield draft, timeline.text[named.span.end : fact.span.start]


def _maintains_others(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether the class is given as the maintenance after other drugs."""
    current = timeline.current
    maintenance = fact.phase == "maintenance" and not fact.earlier
    return maintenance and current is not None and current.phase != "maintenance" and current.names != fact.names


def _of_line(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the line that the mention names: "the response to second-line treatment"."""
    drugs = timeline.drugs
    if not fact.line or not drugs or fact.given or fact.switched:
        return None
    stated = next((draft for draft in drugs if draft.line == fact.line), None)
    if stated is not None:
        return stated
    unnumbered = fact.line <= len(drugs) and all(draft.line is None for draft in drugs[: fact.line])
    return drugs[fact.line - 1] if unnumbered and (not fact.earlier or len(drugs) > 1) else None


def _current(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The latest course, of drugs named before, where the mention refers to it."""
    current = timeline.current
    if current is None or current.names == fact.names or (fact.line and fact.line != current.line):
        return None
    over = fact.setting == "neoadjuvant" and says("sums up", _before(fact, timeline))
    refers = not fact.given or fact.anaphoric or fact.stopped or fact.cycles is not None or over
    begins = fact.switched or fact.joined
    return current if refers and not begins and can_stand_for(fact.names, current.agents.values()) else None


def _other_phase(fact: TreatmentFact, same: Draft) -> bool:
    return fact.phase is not None and same.phase is not None and fact.phase != same.phase


def _repeated(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The course of the same class, named again."""
    same = same_drugs(fact, timeline)
    if same is None or fact.restart or (fact.line and fact.line != same.line) or _other_phase(fact, same):
        return None
    if _is_begun_anew(fact, same, timeline):
        return None
    close = fact.span.sentence - same.last_sentence <= 1
    return same if not fact.given or fact.anaphoric or close else None


def _is_begun_anew(fact: TreatmentFact, same: Draft, timeline: Timeline) -> bool:
    """Whether the class was given around an operation, the disease came back, and it is given once more."""
    told = any(draft.progressions for draft in timeline.drafts[timeline.drafts.index(same) :])
    came_back = told or (same.last_sentence < fact.span.sentence and says("came back between", timeline.text[: fact.span.start].rpartition(". ")[2]))
    if not (same.is_perioperative and came_back and fact.given) or fact.setting is not None or fact.earlier:
        return False
    before = _before(fact, timeline)
    begun = says("begun right before", before) or says("begun right after", _after(fact, timeline))
    return begun and not says("named as known", before)
