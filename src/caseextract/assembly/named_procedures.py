"""The operation, radiation, transplant or local treatment that a mention speaks of."""

from __future__ import annotations

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema.fact import Span, TreatmentFact

KINDS = ("autologous transplant", "allogeneic transplant", "embolization", "ablation", "perfusion", "seeds", "electrochemotherapy")
"""Phrases that tell one kind of a transplant or local treatment from another."""
RETOLD_WITHIN = 3
"""Sentences behind an operation in which the resection of the tumour is still that operation."""
WORDS_BEHIND = 25
NEXT_WITHIN = 40
"""Characters before an operation in which "then" makes it the next step."""


def place(fact: TreatmentFact, timeline: Timeline) -> Draft | None:
    """Another one where it is of another kind or given anew, later; else the latest."""
    latest = next((draft for draft in reversed(timeline.drafts) if draft.modality == fact.modality), None)
    known = _told_already(fact, latest, timeline)
    if known is not None:
        known.absorb(fact)
        return known
    if latest is None:
        only_mentioned = fact.modality == "local" and not fact.given and not fact.earlier
        return None if only_mentioned else timeline.add_where_told(fact)
    if fact.given and _is_of_another_kind(fact, timeline):
        return timeline.add_where_told(fact)
    if not (fact.given or fact.anaphoric or fact.earlier) and _follows_drugs(fact, latest, timeline):
        return timeline.add_where_told(fact)
    if fact.given and _only_its_effect_is_told(fact, timeline):
        latest.absorb(fact)
        return latest
    close = fact.span.sentence - latest.last_sentence <= 1
    goes_on = close and timeline.drafts[-1] is latest and not fact.restart and not _is_after_relapse(fact, latest, timeline)
    refers_back = fact.anaphoric and fact.earlier
    if fact.given and not goes_on and not refers_back:
        again = timeline.add_where_told(fact)
        if latest.agents and says("with the same drugs", timeline.words_behind(fact, NEXT_WITHIN)):
            again.agents = dict(latest.agents)
        return again
    latest.absorb(fact)
    return latest


def _told_already(fact: TreatmentFact, latest: Draft | None, timeline: Timeline) -> Draft | None:
    """The chemoradiation of which "radiotherapy" is the half, or the operation that "resection of the tumour" says again."""
    if latest is None:
        half = fact.modality == "radiotherapy" and (fact.anaphoric or fact.earlier) and not timeline.looks_back(fact)
        return next((draft for draft in reversed(timeline.drafts) if draft.modality == "chemoradiation"), None) if half else None
    near = 0 < fact.span.sentence - latest.last_sentence <= RETOLD_WITHIN
    if fact.modality != "surgery" or timeline.drafts[-1] is not latest or not near or fact.restart:
        return None
    between = timeline.text[latest.facts[-1].span.end : fact.span.start]
    said_again = says("operation said again", timeline.text[fact.span.start : fact.span.end + WORDS_BEHIND])
    return latest if said_again and not says("another operation", between) and not _is_after_relapse(fact, latest, timeline) else None


def _follows_drugs(fact: TreatmentFact, latest: Draft, timeline: Timeline) -> bool:
    """Whether it is told as what came next after drugs given since the latest: "six cycles and then a mastectomy"."""
    since = timeline.drafts[-1]
    told_next = says("next course", timeline.words_before(fact, NEXT_WITHIN))
    return fact.modality == "surgery" and since is not latest and since.is_drug and told_next


def _only_its_effect_is_told(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether the sentence begins with it and says nothing but what it brought: "chemoradiotherapy yielded a response"."""
    begins = timeline.opening(fact)
    return says("opens the clause", begins) and says("effect told right behind", timeline.words_behind(fact, NEXT_WITHIN))


def _is_after_relapse(fact: TreatmentFact, latest: Draft, timeline: Timeline) -> bool:
    """Whether the disease came back between the latest and this one."""
    known = says("named as known", timeline.words_before(fact, NEXT_WITHIN))
    if known or (fact.anaphoric and not fact.given) or (fact.earlier and not fact.given):
        return False
    between = timeline.text[latest.facts[-1].span.end : fact.span.start]
    return bool(latest.progressions) or says("came back between", between) or (fact.given and says("long after", between))


def _is_of_another_kind(fact: TreatmentFact, timeline: Timeline) -> bool:
    """Whether it is of a kind of which nothing has been told ("chemoembolization" after an ablation)."""
    kind = _kind(fact.span, timeline.text)
    told = {_kind(one.span, timeline.text) for draft in timeline.drafts if draft.modality == fact.modality for one in draft.facts}
    return kind is not None and None not in told and kind not in told


def _kind(span: Span, text: str) -> str | None:
    return next((kind for kind in KINDS if says(kind, text[span.start : span.end])), None)
