"""Drafts → treatments: best response, progression, lengths of time, and the evidence of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from caseextract.assembly.draft import Draft
from caseextract.knowledge import says
from caseextract.schema import Agent, BestResponse, Duration, Evidence, Line, Report, Treatment, Value
from caseextract.schema.fact import EventFact, Span, TreatmentFact
from caseextract.schema.prose import Prose

RANK = (
    "complete_response", "pathologic_complete_response", "partial_response", "mixed_response", "response",
    "stable_disease", "progressive_disease", "no_response",
)
QUICK_MONTHS = 3.5
"""Progression later than this says nothing of a best response that is not told."""
STEROID = "corticosteroid"


class Builder:
    """Turns the drafts of one case into treatments."""

    def __init__(self, report: Report, prose: Prose, *, haematological: bool) -> None:
        self.report = report
        self.prose = prose
        self.haematological = haematological

    def build(self, drafts: Sequence[Draft]) -> tuple[Treatment, ...]:
        """The treatments in the order of time."""
        return tuple(t for t in (self._one(draft) for draft in drafts) if t is not None)

    def evidence(self, span: Span) -> Evidence:
        """The words of a span, with their section."""
        return self.report.evidence(span.start, span.end, section=self.prose.sentences[span.sentence].heading)

    def _one(self, draft: Draft) -> Treatment | None:
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
            progressed=self._progressed(draft),
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
        """Steroids count as agents beside drugs that are given with them, and in blood cancers; never alone."""
        agents = tuple(draft.agents.values())
        others = tuple(agent for agent in agents if agent.agent_class != STEROID)
        with_steroids = self.haematological or any(says("drug given with steroids", agent.name) for agent in others)
        alone = not others and draft.modality == "systemic"
        return agents if with_steroids and not alone else others

    def _line(self, draft: Draft) -> Line:
        at = (self.evidence(draft.line_at),) if draft.line_at is not None and draft.line is not None else ()
        return Line(stated=draft.line, inferred=draft.line or draft.inferred, rule=draft.inferred_by, evidence=at)

    def _value(self, value: Any, at: Span | None, rule: str | None) -> Value[Any] | None:
        if value is None:
            return None
        if at is not None:
            return Value(value=value, evidence=(self.evidence(at),))
        return Value(value=value, derived=rule, confidence=0.7)

    def _response(self, found: tuple[str, Sequence[EventFact], str | None] | None) -> BestResponse | None:
        if found is None:
            return None
        value, events, rule = found
        return BestResponse(
            value=value,
            evidence=tuple(self.evidence(event.span) for event in events),
            derived=rule,
            confidence=0.7 if rule or any(event.weak for event in events) else 0.85,
        )

    def _progressed(self, draft: Draft) -> Value[bool] | None:
        if draft.progressions:
            return Value[bool](value=True, evidence=tuple(self.evidence(e.span) for e in draft.progressions[:3]))
        if draft.freedoms:
            return Value[bool](value=False, evidence=tuple(self.evidence(e.span) for e in draft.freedoms[:3]))
        measured = ("response", "pfs", "on_treatment") if draft.responses else ("response", "pfs")
        lasting = [m for m in draft.durations if m.comparator == ">" and m.kind in measured]
        if lasting:
            return Value[bool](value=False, evidence=tuple(self.evidence(m.fact.span) for m in lasting), derived="ongoing at last follow-up")
        return None


def best_response(draft: Draft) -> tuple[str, Sequence[EventFact], str | None] | None:
    """The best of the responses told, their events, and the rule where none was told in words."""
    stated = [event for event in draft.responses if event.value in RANK]
    if draft.modality == "surgery":
        return None
    if stated:
        firm = [event for event in stated if not event.weak] or stated
        value = min((event.value for event in firm), key=RANK.index)
        return value, [event for event in firm if event.value == value], None
    quick = [e for e in draft.progressions if e.value in ("progression", "metastasis")]
    slow = any(m.kind in ("pfs", "response", "on_treatment") and m.fact.months > QUICK_MONTHS for m in draft.durations)
    if quick and not slow and draft.is_drug and draft.setting not in ("adjuvant", "neoadjuvant"):
        return "progressive_disease", quick[:1], "progression with no better response told"
    return None


def _distinct(facts: Sequence[TreatmentFact]) -> list[Span]:
    spans: list[Span] = []
    for fact in facts:
        if fact.span not in spans:
            spans.append(fact.span)
    return spans
