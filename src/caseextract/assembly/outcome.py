"""How it went on: alive or dead, survival, follow-up."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.narrative import concludes
from caseextract.knowledge import phrase, says
from caseextract.schema import Evidence, Outcome, Report, Value
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.mention import AssertedMention
from caseextract.schema.outcome import VitalStatus
from caseextract.schema.prose import Prose

SINCE = 2.0
"""Months after which a good state counts as a follow-up."""
LATEST = 3
LATE = 6
REACH = 60
"""Characters around a time that tell what it is of."""


def assemble(
    mentions: Sequence[AssertedMention], events: Sequence[EventFact], durations: Sequence[DurationFact], sentences: Sequence[int], prose: Prose, report: Report
) -> Outcome:
    """The outcome told in the given sentences."""
    worldly = {a.mention.sentence for a in mentions if a.judgement.experiencer == "literature"}
    told = [i for i in sentences if i not in worldly and _is_told(i, prose)] or list(sentences)
    deaths = [a for a in mentions if a.mention.kind == "death" and _is_death(a, set(sentences), prose)]
    dead = bool(deaths)
    survival = next((f for f in reversed(durations) if f.span.sentence in set(sentences) and f.judgement.is_fact and _is_survival(f, events, prose)), None)
    life = None if dead else _life(events, durations, told, prose, report)
    follow_up = _follow_up(durations, told, prose) if life is not None else None
    measured = survival if dead else survival or follow_up
    lived = dead or (survival is not None and life is None)
    value = Value[float](value=measured.months, evidence=(_quote(measured.span, prose, report),), confidence=0.7) if measured else None
    status = Value[VitalStatus](value="dead", evidence=(_mention(deaths[-1], prose, report),)) if dead else life
    return Outcome(
        vital_status=status,
        overall_survival_months=measured.months if measured and lived else None,
        follow_up_months=measured.months if measured and not lived else None,
        overall_survival=value if lived else None,
        follow_up=None if lived else value,
    )


def _is_told(index: int, prose: Prose) -> bool:
    """Whether a sentence goes on with the patient's story rather than drawing its moral."""
    words = prose.words(prose.sentences[index])
    return not concludes(index, prose) and (says("names the person", words) or says("lives on", words) or not says("moral of the story", words))


def _is_death(asserted: AssertedMention, within: set[int], prose: Prose) -> bool:
    judgement, mention = asserted.judgement, asserted.mention
    if mention.sentence not in within or judgement.experiencer != "patient" or judgement.status in ("absent", "hypothetical", "planned"):
        return False
    sentence = prose.sentences[mention.sentence]
    return not says("death of others", prose.text[max(sentence.start, mention.start - 60) : min(sentence.end, mention.end + 20)])


def _is_survival(fact: DurationFact, events: Sequence[EventFact], prose: Prose) -> bool:
    """Whether the length is the time that the patient lived."""
    sentence = prose.sentences[fact.span.sentence]
    before, after = prose.text[sentence.start : fact.span.start], prose.text[fact.span.end : sentence.end]
    if says("rate of survival", prose.text[fact.span.start : sentence.end]):
        return False
    near = [e for e in events if e.kind == "survival" and e.value == "os" and e.span.sentence == fact.span.sentence]
    if any(abs(e.span.end - fact.span.start) < 60 or abs(fact.span.end - e.span.start) < 30 for e in near):
        return True
    return not says("counted from the event before", after) and (says("death said", before[-60:]) or says("death said", after[:60]))


def _life(
    events: Sequence[EventFact], durations: Sequence[DurationFact], told: Sequence[int], prose: Prose, report: Report
) -> Value[VitalStatus] | None:
    """Alive, where one of the last sentences shows the patient living."""
    for position, index in enumerate(reversed(told[-LATE:])):
        sentence = prose.sentences[index]
        match = phrase("lives on").search(prose.words(sentence))
        if match and (position < LATEST or "alive" in match[0].lower()):
            at = Span(sentence.start + match.start(), sentence.start + match.end(), index)
            return Value[VitalStatus](value="alive", evidence=(_quote(at, prose, report),), confidence=0.85)
        good = next((e for e in events if e.span.sentence == index and e.judgement.experiencer == "patient" and _is_good(e)), None)
        times = [f for f in durations if f.span.sentence == index and f.judgement.experiencer == "patient"]
        lasting = phrase("state that lasts").search(prose.words(sentence))
        if position > 1 or not (good or lasting):
            continue
        if any(e.kind == "progression" and e.span.sentence == index and e.judgement.is_fact for e in events):
            continue
        late = next((f for f in times if (f.months >= SINCE and (f.gap or not says("state kept for that time", _around(f, prose)))) or f.comparator == ">"), None)
        if late is not None and (lasting or (good and (good.kind == "freedom" or late.comparator == ">")) or (good and late.gap and good.value in ("complete_response", "stable_disease"))):
            return Value[VitalStatus](value="alive", evidence=(_quote(late.span, prose, report),), confidence=0.7)
        if position == 0 and good and good.kind == "freedom" and not times:
            return Value[VitalStatus](value="alive", evidence=(_quote(good.span, prose, report),), confidence=0.6)
        if position == 0 and lasting and says("state that was going on", lasting[0]):
            at = Span(sentence.start + lasting.start(), sentence.start + lasting.end(), index)
            return Value[VitalStatus](value="alive", evidence=(_quote(at, prose, report),), confidence=0.6)
    return None


def _is_good(event: EventFact) -> bool:
    if event.kind == "freedom":
        return True
    return event.kind == "response" and event.judgement.status == "present" and event.value not in ("progressive_disease", "no_response")


def _follow_up(durations: Sequence[DurationFact], told: Sequence[int], prose: Prose) -> DurationFact | None:
    """The longest time, in the latest sentence that tells one, for which he was seen to live."""
    latest = set(told[-LATEST:])
    found = [f for f in durations if f.span.sentence in latest and f.judgement.experiencer == "patient" and _is_followed(f, prose)]
    return max(found, key=lambda f: (f.span.sentence, f.months), default=None)


def _is_followed(fact: DurationFact, prose: Prose) -> bool:
    """Whether the words around a time speak of living with or without the disease, rather than of its course or treatment."""
    sentence = prose.sentences[fact.span.sentence]
    before = prose.text[max(sentence.start, fact.span.start - REACH) : fact.span.start]
    after = prose.text[fact.span.end : min(sentence.end, fact.span.end + REACH)]
    if not says("may speak of living", _around(fact, prose)):
        return False
    if says("seen well then", before + after):
        return True
    return not (says("no follow-up before", before) or says("no follow-up after", after))


def _around(fact: DurationFact, prose: Prose) -> str:
    sentence = prose.sentences[fact.span.sentence]
    return prose.text[max(sentence.start, fact.span.start - 70) : fact.span.start] + " " + prose.text[fact.span.end : min(sentence.end, fact.span.end + 50)]


def _mention(asserted: AssertedMention, prose: Prose, report: Report) -> Evidence:
    mention = asserted.mention
    return _quote(Span(mention.start, mention.end, mention.sentence), prose, report)


def _quote(span: Span, prose: Prose, report: Report) -> Evidence:
    return report.evidence(span.start, span.end, section=prose.sentences[span.sentence].heading)
