"""Radiation and drugs that other sentences tell to have been one treatment: "S-1 and radiotherapy … after chemoradiotherapy"."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact

TOLD_WITHIN = 2
"""Sentences in which the parts of chemoradiation are told one by one."""
CLAUSE = 60


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The chemoradiation that the mention speaks of or tells a part of, if there is one."""
    if fact.modality == "chemoradiation":
        return _both(fact, timeline)
    latest = timeline.drafts[-1] if timeline.drafts else None
    if latest is None or latest.modality != "chemoradiation" or not _tells_a_part(fact, latest, timeline.text):
        return None
    if fact.modality == "radiotherapy":
        latest.absorb(fact)
        return latest
    if latest.agents or not fact.specific or fact.modality != "systemic":
        return None
    latest.spell_out(fact)
    return latest


def _tells_a_part(fact: TreatmentFact, latest: Draft, text: str) -> bool:
    """Whether it goes on to tell how the chemoradiation was given, soon after it was named."""
    if not 0 < fact.span.sentence - latest.last_sentence <= TOLD_WITHIN or not latest.silent:
        return False
    if fact.restart or fact.switched or fact.joined or fact.setting is not None or fact.phase is not None or fact.line is not None:
        return False
    begins = text[: fact.span.start].rpartition(". ")[2][-CLAUSE:]
    return not says("another treatment of its own", begins + text[fact.span.start : fact.span.end])


def _both(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """The drugs and the radiation named last, which the mention calls chemoradiation, made one course."""
    if fact.given and not (fact.anaphoric or fact.earlier or timeline.announced):
        return None
    pair = timeline.drafts[:2] if timeline.announced else timeline.drafts[-2:]
    drugs = next((draft for draft in pair if draft.modality == "systemic" or _is_given_into_an_artery(draft)), None)
    radiation = next((draft for draft in pair if draft.modality == "radiotherapy"), None)
    if drugs is None or radiation is None or not fact.names <= drugs.names or not _at_once(drugs, radiation, timeline.text):
        return None
    drugs.modality = "chemoradiation"
    timeline.unite(drugs, radiation)
    drugs.absorb(fact)
    return drugs


def _at_once(drugs: Draft, radiation: Draft, text: str) -> bool:
    """Whether both were begun in one sentence or two, with nothing said of an order."""
    first, second = sorted((drugs.first, radiation.first), key=lambda fact: fact.span.start)
    gap = text[first.span.end : second.span.start]
    return second.span.sentence - first.span.sentence < TOLD_WITHIN and not says("list broken off", gap)


def _is_given_into_an_artery(draft: Draft) -> bool:
    return draft.modality == "local" and any(says("into an artery", name) for name in (*draft.names, draft.words))
