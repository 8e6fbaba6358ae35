"""Drafts → treatments: best response, progression, lengths of time, and the evidence of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from caseextract.assembly import progressing
from caseextract.assembly.draft import STEROID, Draft
from caseextract.assembly.progressing import Ending
from caseextract.knowledge import says
from caseextract.schema import Agent, BestResponse, Duration, Evidence, Line, Report, Treatment, Value
from caseextract.schema.fact import EventFact, Span, TreatmentFact
from caseextract.schema.prose import Prose

RANK = (
    "pathologic_complete_response", "complete_response", "partial_response", "mixed_response", "response",
    "stable_disease", "progressive_disease", "no_response",
)
QUICK_MONTHS = 3.5
"""Progression later than this says nothing of a best response that is not told."""
Told = tuple[str, Sequence[EventFact], str | None]
"""A best response, the events that tell it, and the rule where none does so in words."""


class Builder:
    """Turns the drafts of one case into treatments."""

    def __init__(self, report: Report, prose: Prose, *, haematological: bool, ending: Ending | None) -> None:
        self.report = report
        self.prose = prose
        self.haematological = haematological
        self.ending = ending

    def build(self, drafts: Sequence[Draft]) -> tuple[Treatment, ...]:
        """The treatments in the order of time."""
        return tuple(t for t in (self._one(draft, drafts[n + 1 :]) for n, draft in enumerate(drafts)) if t is not None)

    def evidence(self, span: Span) -> Evidence:
        """The words of a span, with their section."""
        return self.report.evidence(span.start, span.end, section=self.prose.sentences[span.sentence].heading)

    def _one(self, draft: Draft, later: Sequence[Draft]) -> Treatment | None:
        agents = self._agents(draft)
        if draft.modality == "systemic" and not agents:
            return None
        response = best_response(draft)
        return Treatment(
            modality=draft.modality,
            agents=agents,
            optional_agents=tuple(draft.optional.values()),
            regimen=draft.regimen,
            line=self._line(draft),
            setting=self._value(draft.setting, draft.setting_at, "position among the courses"),
            phase=self._value("rechallenge" if draft.rechallenge and draft.phase is None else draft.phase, draft.phase_at, "given before"),
            cycles=self._value(draft.cycles, draft.cycles_at, None),
            best_response=self._response(response),
            progressed=self._progressed(draft, response, later),
            durations=tuple(
                Duration(
                    kind=m.kind, months=m.fact.months, comparator=m.comparator, stated=m.fact.stated, derived=m.fact.derived,
                    evidence=(self.evidence(m.fact.span),), confidence=0.8,
                )
                for m in draft.durations
            ),
            evidence=tuple(self.evidence(span) for span in _distinct(draft.facts)),
            confidence=0.9 if any(fact.given for fact in draft.facts) else 0.7,
        )

    def _agents(self, draft: Draft) -> tuple[Agent, ...]:
        """Steroids count as agents beside drugs that are given with them, and in blood cancers; never alone, nor beside what they are given against."""
        agents = tuple(draft.agents.values())
        others = tuple(agent for agent in agents if agent.agent_class != STEROID)
        immune = bool(others) and all(says("class of checkpoint antibodies", agent.agent_class or "") for agent in others)
        with_steroids = (self.haematological and not immune) or any(says("drug given with steroids", agent.name) for agent in others)
        alone = not others and draft.modality == "systemic"
        found = agents if with_steroids and not alone else others
        return found or (unnamed_beside_radiation() if draft.modality == "chemoradiation" else ())

    def _line(self, draft: Draft) -> Line:
        at = (self.evidence(draft.line_at),) if draft.line_at is not None and draft.line is not None else ()
        return Line(stated=draft.line, inferred=draft.line or draft.inferred, rule=draft.inferred_by, evidence=at)

    def _value(self, value: Any, at: Span | None, rule: str | None) -> Value[Any] | None:
        if value is None:
            return None
        if at is not None:
            return Value(value=value, evidence=(self.evidence(at),))
        return Value(value=value, derived=rule, confidence=0.7)

    def _response(self, found: Told | None) -> BestResponse | None:
        if found is None:
            return None
        value, events, rule = found
        return BestResponse(
            value=value,
            evidence=tuple(self.evidence(event.span) for event in events),
            derived=rule,
            confidence=0.7 if rule or any(event.weak for event in events) else 0.85,
        )

    def _sentence(self, span: Span) -> str:
        return self.prose.words(self.prose.sentences[span.sentence])

    def _progressed(self, draft: Draft, response: Told | None, later: Sequence[Draft]) -> Value[bool] | None:
        value, events, _ = response or (None, (), None)
        at = [event.span for event in events]
        goes_on = any(says("response that goes on", self._sentence(span)) for span in [*at, *(event.span for event in draft.responses)])
        found = progressing.progress_of(progressing.Course(draft, value, at, next(iter(later), None), any(progressing.ends_in_relapse(one) for one in later), goes_on, self.ending))
        if found is None:
            return None
        evidence = tuple(self.evidence(span) for span in found.at)
        return Value[bool](value=found.value, evidence=evidence, derived=found.rule, confidence=0.7 if found.rule else 0.85)


def unnamed_beside_radiation() -> tuple[Agent, ...]:
    """What stands for the drugs of a chemoradiation that names none."""
    return (Agent(name="chemotherapy", is_class=True, matched_by="none"),)


def best_response(draft: Draft) -> Told | None:
    """The best of the responses told, their events, and the rule where none was told in words."""
    stated = [event for event in draft.responses if event.value in RANK]
    if draft.modality == "surgery":
        return None
    if stated:
        return _best(stated)
    quick = [e for e in draft.progressions if e.value in (("progression",) if draft.setting == "neoadjuvant" else ("progression", "metastasis"))]
    slow = any(m.kind in ("pfs", "response", "on_treatment") and m.fact.months > QUICK_MONTHS for m in draft.durations)
    if quick and not slow and draft.is_drug and draft.setting != "adjuvant":
        return "progressive_disease", quick[:1], "progression with no better response told"
    return None


def _best(stated: Sequence[EventFact]) -> Told:
    """The best response that is named; of those only described, or beside a mere "response", the best described."""
    named = min((event.value for event in stated if not event.weak), key=RANK.index, default=None)
    if named not in (None, "response"):
        return named, [event for event in stated if event.value == named and not event.weak], None
    described = _described([event for event in stated if event.weak])
    value = min((found for found in (named, described) if found is not None), key=RANK.index)
    told = [event for event in stated if event.value == value]
    return value, told or stated[:1], None


def _described(events: Sequence[EventFact]) -> str | None:
    """The best response described; partial where some of the disease disappears while other shrinks."""
    best = min((event.value for event in events), key=RANK.index, default=None)
    if best != "complete_response":
        return best
    gone = {event.span.sentence for event in events if event.value == best}
    if any(event.value == best and event.weak == "evidence" for event in events):
        return best
    smaller = {event.span.sentence for event in events if event.weak == "shrinkage"}
    return best if gone - smaller else "partial_response"


def _distinct(facts: Sequence[TreatmentFact]) -> list[Span]:
    spans: list[Span] = []
    for fact in facts:
        if fact.span not in spans:
            spans.append(fact.span)
    return spans
