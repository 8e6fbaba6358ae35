"""Which further courses an event is told of: "both failed", "progressed on X and on Y", "refractory to two lines"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft
from caseextract.knowledge import says
from caseextract.schema.fact import EventFact, Span, TreatmentFact

BESIDE_COUNT = 45
"""Characters between an event and the counted lines that it is told of."""
Named = tuple[TreatmentFact, Draft]


def others_of(event: EventFact, sentence: Attachment) -> list[Draft]:
    """The courses beside the main one that share the event."""
    shares = (_counted, _listed_behind, _listed_before, _summed_up, _as_did)
    found: list[Draft] = []
    for share in shares:
        found.extend(draft for draft in share(event, sentence) if draft not in found)
    return found


def _failed(event: EventFact) -> bool:
    return event.value == "no_response" or event.kind == "progression"


def _counted(event: EventFact, sentence: Attachment) -> Iterator[Draft]:
    """The lines of which only the number is told."""
    for draft in sentence.created:
        if draft.prior and _failed(event) and _distance(event.span, draft.first.span) < BESIDE_COUNT:
            yield draft


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _listed_behind(event: EventFact, sentence: Attachment) -> Iterator[Draft]:
    """"Refractory to X and Y", "progressed on X and on Y"."""
    behind = [pair for pair in sentence.named if pair[0].span.start >= event.span.end]
    if not behind:
        return
    gap = sentence.text[event.span.end : behind[0][0].span.start]
    if event.value == "no_response":
        if sentence.leads(event.span) and says("first of what failed", gap):
            yield from _chain(behind, sentence, "next of what failed")
        return
    begins = says("begins", sentence.text[behind[-1][0].span.end : sentence.end])
    if event.kind == "progression" and not begins and sentence.after(event.span, "on the treatment named next") is not None:
        yield from _apart(behind, sentence)


def _chain(named: Sequence[Named], sentence: Attachment, link: str) -> Iterator[Draft]:
    for (one, _), (other, draft) in pairwise(named):
        begun = says("begins", sentence.text[other.span.end : sentence.end])
        if begun or not says(link, sentence.text[one.span.end : other.span.start]):
            return
        yield draft


def _apart(named: Sequence[Named], sentence: Attachment) -> Iterator[Draft]:
    for (one, _), (other, draft) in pairwise(named):
        between = sentence.text[one.span.end : other.span.start]
        if not says("next of those progressed on", between):
            return
        if draft not in sentence.created or says("one after another, with prepositions", between):
            yield draft


def _listed_before(event: EventFact, sentence: Attachment) -> Iterator[Draft]:
    """"X, then Y, without benefit"."""
    before = [pair for pair in sentence.named if pair[0].span.end <= event.span.start and pair[1].is_drug]
    if len(before) < 2 or not _is_told_of_the_list(event, sentence, before[-1][0].span):
        return
    for (one, draft), (other, _) in reversed(list(pairwise(before))):
        between = sentence.text[one.span.end : other.span.start]
        if says("given after the failure of", between) or not says("next of those progressed on", between):
            return
        yield draft


def _is_told_of_the_list(event: EventFact, sentence: Attachment, last: Span) -> bool:
    """Whether it is told of each of those listed up to `last`: "without benefit", "X and later Y resulted in partial responses"."""
    gap = sentence.text[last.end : event.span.start]
    if event.value == "no_response":
        return says("right behind the list", gap)
    near = len(gap) < BESIDE_COUNT and "." not in gap and ";" not in gap
    return event.kind == "response" and near and says("one answer for all", gap + sentence.words(event.span))


def one_by_one(events: Sequence[EventFact], sentence: Attachment) -> list[tuple[EventFact, Draft]]:
    """"X and later Y resulted in a partial response and progression, respectively": the first of the first, the second of the second."""
    words = sentence.text[sentence.start : sentence.end]
    told = sorted((e for e in events if e.kind in ("response", "progression") and e.judgement.status == "present"), key=lambda e: e.span.start)
    if len(told) < 2 or not says("respectively", words[told[-1].span.end - sentence.start :]):
        return []
    before = sorted((p for p in sentence.named if p[0].span.end <= told[0].span.start and p[1].is_drug), key=lambda p: p[0].span.start)
    drafts = list(dict.fromkeys(draft for _, draft in before))
    return list(zip(told, drafts, strict=True)) if len(drafts) == len(told) else []


def _summed_up(event: EventFact, sentence: Attachment) -> Iterator[Draft]:
    """"Both failed", "none of them worked", "refractory to these regimens": of this sentence or the one before."""
    behind = says("told of all of them behind", sentence.words_after(event.span))
    if not _failed(event) or not (behind or says("all of them", sentence.words_before(event.span) + sentence.words(event.span))):
        return
    own = _named_before(event, sentence, sentence.words_before(event.span).rfind(";")) or (_named_before(event, sentence, 0) if behind else [])
    if says("two of them", sentence.words_before(event.span)):
        own = own[-2:]
    yield from own if len(own) > 1 else sentence.begun_just_before()


def _named_before(event: EventFact, sentence: Attachment, after: int) -> list[Draft]:
    """The courses of drugs named before the event, from so many characters of the sentence on."""
    start = sentence.start + max(0, after)
    return list(dict.fromkeys(draft for fact, draft in sentence.named if draft.is_drug and start <= fact.span.start < event.span.start))


def _as_did(event: EventFact, sentence: Attachment) -> Iterator[Draft]:
    """"X failed, as did Y"."""
    named = sentence.next_named(event.span)
    if named is not None and says("as did", sentence.text[event.span.end : named[0].span.start]):
        yield named[1]
