"""Treatment that one sentence proposes or plans, and the next tells the effect of: "X was suggested. After four cycles CT showed …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact
from caseextract.schema.mention import Judgement
from caseextract.schema.prose import Prose

WITHIN = 2
"""Sentences behind a plan in which its cycles tell that it was carried out."""


def facts_before(
    index: int, named: Sequence[TreatmentFact], plans: Sequence[TreatmentFact], timeline: Timeline, prose: Prose
) -> list[TreatmentFact]:
    """What was planned shortly before a sentence, and what its words take for given."""
    plan = next((fact for fact in reversed(plans) if 0 < index - fact.span.sentence <= WITHIN), None)
    if plan is None or any(fact.specific for fact in named) or not says("so many cycles told", prose.words(prose.sentences[index])):
        return []
    if any(draft.last_sentence >= plan.span.sentence for draft in timeline.drugs):
        return []
    return [replace(plan, given=True, judgement=Judgement())]


def plans_of(facts: Sequence[TreatmentFact], prose: Prose) -> list[TreatmentFact]:
    """The drugs that the sentences propose or plan for the patient, without condition."""
    return [
        fact
        for fact in facts
        if fact.specific
        and fact.judgement.experiencer == "patient"
        and fact.judgement.status in ("planned", "hypothetical")
        and says("proposed or planned", fact.judgement.cue or "")
        and not says("on a condition", prose.words(prose.sentences[fact.span.sentence]))
    ]
