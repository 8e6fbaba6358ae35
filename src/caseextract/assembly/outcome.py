"""How it went on: alive or dead, survival, follow-up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from caseextract.schema import Outcome, Report, Value
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.mention import AssertedMention
from caseextract.schema.outcome import VitalStatus
from caseextract.schema.prose import Prose

DIED = re.compile(r"\b(?:died|passed away|deceased|succumbed|expired|death|demise)\b", re.I)
FOLLOWED = re.compile(r"follow[- ]?up|\balive\b|\bwell\b|still|remain|currently|to date|at present|ongoing|free|survived|has been|is in", re.I)
NOT_OURS = re.compile(r"\b(?:donor|mother|father|brother|sister|husband|wife|relatives?|cause of death|risk of death|rate|fetus|fetal|pregnancy|cell death)\b", re.I)


def assemble(
    mentions: Sequence[AssertedMention], events: Sequence[EventFact], durations: Sequence[DurationFact], sentences: Sequence[int], prose: Prose, report: Report
) -> Outcome:
    """The outcome told in the given sentences."""
    within = set(sentences)
    deaths = [a for a in mentions if a.mention.kind == "death" and a.judgement.is_fact and a.mention.sentence in within and not NOT_OURS.search(prose.words(prose.sentences[a.mention.sentence]))]
    survival, follow_up = None, None
    for fact in durations:
        if fact.span.sentence not in within or not fact.judgement.is_fact:
            continue
        sentence = prose.sentences[fact.span.sentence]
        before, after = prose.text[sentence.start : fact.span.start], prose.text[fact.span.end : sentence.end]
        if survival is None and _is_survival(before, after, events, fact):
            survival = fact
        elif FOLLOWED.search(before[-70:] + " " + after[:50]) and (fact.span.sentence >= max(within) - 2):
            follow_up = fact
    dead = bool(deaths)
    status = _status(deaths, mentions, within, prose, report)
    measured = survival or (follow_up if not dead else None)
    value = Value[float](value=measured.months, evidence=(_quote(measured.span, prose, report),), confidence=0.7) if measured else None
    return Outcome(
        vital_status=status,
        overall_survival_months=measured.months if measured and dead else None,
        follow_up_months=measured.months if measured and not dead else None,
        overall_survival=value if dead else None,
        follow_up=None if dead else value,
    )


def _is_survival(before: str, after: str, events: Sequence[EventFact], fact: DurationFact) -> bool:
    near = [e for e in events if e.kind == "survival" and e.value == "os" and e.span.sentence == fact.span.sentence]
    if any(abs(e.span.end - fact.span.start) < 60 or abs(fact.span.end - e.span.start) < 30 for e in near):
        return True
    return bool(DIED.search(before[-60:]) or DIED.search(after[:60]))


def _status(
    deaths: Sequence[AssertedMention], mentions: Sequence[AssertedMention], within: set[int], prose: Prose, report: Report
) -> Value[VitalStatus] | None:
    if deaths:
        return Value[VitalStatus](value="dead", evidence=(_mention(deaths[-1], prose, report),))
    alive = [
        a for a in mentions
        if a.mention.kind in ("alive", "freedom") and a.judgement.is_fact and a.mention.sentence in within and a.mention.sentence >= max(within) - 2
    ]
    if alive:
        return Value[VitalStatus](value="alive", evidence=(_mention(alive[-1], prose, report),), confidence=0.75)
    return None


def _mention(asserted: AssertedMention, prose: Prose, report: Report):  # type: ignore[no-untyped-def]
    mention = asserted.mention
    return report.evidence(mention.start, mention.end, section=prose.sentences[mention.sentence].heading)


def _quote(span: Span, prose: Prose, report: Report):  # type: ignore[no-untyped-def]
    return report.evidence(span.start, span.end, section=prose.sentences[span.sentence].heading)
