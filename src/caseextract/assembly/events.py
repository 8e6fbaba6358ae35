"""Hands the events and lengths of time of a sentence to the courses that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft, Measured
from caseextract.assembly.measures import measure
from caseextract.assembly.told_of_several import one_by_one, others_of
from caseextract.knowledge import says
from caseextract.schema.fact import DurationFact, EventFact

UNREAL = ("absent", "hypothetical", "planned", "refused")
PARTIAL = ("partial_response", "response")
GOOD = ("complete_response", *PARTIAL)
BESIDE = 3
"""Characters between a length and the same in other units."""
AS_LONG = 0.05
"""Difference, as a share, between a length and the same in other units."""
NO_MATTER = ("planned", "refused")
"""Treatments are planned or refused, responses are not: "offered X, with a partial response"."""


def hand_over(events: Sequence[EventFact], durations: Sequence[DurationFact], sentence: Attachment) -> None:
    """Give each course of the sentence what is told of it."""
    own = [event for event in events if event.judgement.experiencer == "patient"]
    apart = one_by_one(own, sentence)
    for event, draft in apart:
        _told_of(draft, event)
    for event in own:
        if not any(event is told for told, _ in apart):
            _event(event, sentence)
    for fact in durations:
        if fact.judgement.experiencer == "patient":
            _duration(fact, own, sentence)


def _told_of(draft: Draft, event: EventFact) -> None:
    """Give a course what is told of it by its place in a list."""
    if event.kind == "progression" or event.value == "progressive_disease":
        draft.progressions.append(event)
    if event.kind == "response":
        draft.responses.append(event)


def _event(event: EventFact, sentence: Attachment) -> None:
    unreal = event.judgement.status in UNREAL or says("only a risk", event.judgement.cue or "")
    if event.kind == "freedom":
        _freedom(event, sentence)
    elif event.kind == "response" and (not unreal or event.judgement.status in NO_MATTER or sentence.is_asserted(event)):
        _response(event, sentence)
    elif event.kind == "progression" and not unreal and not says("did not appear", sentence.words_after(event.span)):
        _progression(event, sentence)
    elif event.kind == "toxicity" and not unreal and sentence.at_start is not None:
        sentence.at_start.toxicities.append(event)


def _response(event: EventFact, sentence: Attachment) -> None:
    if event.value == "pathologic_complete_response" and _is_necrosis_on_images(event, sentence):
        event = replace(event, value="complete_response", weak="disappearance")
    if event.value == "progressive_disease":
        _progressive_disease(event, sentence)
        return
    others = others_of(event, sentence)
    for other in others:
        other.responses.append(event)
    if any(other.prior for other in others):
        return
    if _is_of_an_operation(event, sentence) or _is_no_effect(event, sentence):
        return
    draft = sentence.of_failure(event.span) if event.value == "no_response" else sentence.of_response(event.span)
    if event.value != "no_response" and (draft is None or _is_of_what_follows(event, draft, sentence)):
        draft = sentence.of_what_follows(event.span) or draft
    if draft is None:
        return
    if draft.modality == "surgery":
        _after_operation(event, draft, sentence)
    elif sentence.is_state_at(event.span, draft) or (draft.modality == "transplant" and event.value == "no_response"):
        return
    elif event.weak == "evidence" and (draft.setting == "adjuvant" or sentence.follows_an_operation(draft)):
        draft.freedoms.append(event)
    else:
        _respond(event, draft, sentence)


def _is_of_what_follows(event: EventFact, draft: Draft, sentence: Attachment) -> bool:
    """Whether an operation of an earlier sentence is all that went before a response told with the drugs that the sentence begins."""
    named_here = any(draft is named for _, named in sentence.named)
    follows = sentence.of_what_follows(event.span)
    return draft.modality == "surgery" and not named_here and event.weak != "evidence" and event.value in GOOD and follows in sentence.created


def _is_necrosis_on_images(event: EventFact, sentence: Attachment) -> bool:
    """Whether the necrosis is what CT or MRI showed, not the pathologist."""
    return "necro" in sentence.words(event.span).lower() and says("seen on images", sentence.words_before(event.span)) and not sentence.is_of_specimen(event.span)


def _is_no_effect(event: EventFact, sentence: Attachment) -> bool:
    """Whether the response is only asked about ("to assess the response to X"), or came of itself."""
    words = sentence.words_before(event.span)
    asked = event.value == "response" and not event.weak and says("a response only asked about", words)
    return asked or says("without treatment", words[-20:] + sentence.words(event.span) + sentence.words_after(event.span)[:16])


def _is_of_an_operation(event: EventFact, sentence: Attachment) -> bool:
    """Whether an operation brought the disease away, or left some of it elsewhere than where none was found."""
    behind = sentence.words_after(event.span)
    if event.value == "pathologic_complete_response":
        return says("tumour left elsewhere", behind) or says("viable cells were left", sentence.words_before(event.span) + "; " + behind)
    return event.value == "complete_response" and says("an operation did it", behind)


def _after_operation(event: EventFact, operation: Draft, sentence: Attachment) -> None:
    """No sign of disease after an operation is freedom from it; in what was removed, a response to the drugs before."""
    unseen = event.weak in ("evidence", "disappearance") and event.value == "complete_response"
    of_specimen = unseen and sentence.is_of_specimen(event.span)
    if of_specimen or (event.value == "pathologic_complete_response" and not event.weak):
        drugs = sentence.drugs_named_before(event.span) or sentence.drugs_before(operation)
        if drugs is not None:
            _respond(replace(event, value="pathologic_complete_response", weak=None), drugs, sentence)
    elif unseen:
        operation.freedoms.append(event)
    elif event.value == "complete_response" and (drugs := sentence.drugs_named_before(event.span)) is not None:
        _respond(event, drugs, sentence)
    elif event.value in PARTIAL and sentence.is_of_specimen(event.span):
        drugs = sentence.drugs_before(operation)
        if drugs is not None and not drugs.responses:
            _respond(event, drugs, sentence)


def _respond(event: EventFact, draft: Draft, sentence: Attachment) -> None:
    draft.responses.append(event)
    partner = sentence.partner(draft)
    if partner is not None:
        partner.responses.append(event)


def _progressive_disease(event: EventFact, sentence: Attachment) -> None:
    """Progression as the best response; after an operation, and around one, it is only a progression."""
    draft = sentence.of_progression(event.span)
    if draft is None:
        return
    draft.progressions.append(event)
    only_when = says("only tells when", sentence.words_before(event.span))
    if not draft.is_perioperative and draft.modality != "surgery" and not only_when:
        draft.responses.append(event)


def _progression(event: EventFact, sentence: Attachment) -> None:
    others = others_of(event, sentence)
    for other in others:
        other.progressions.append(event)
    draft = sentence.of_progression(event.span)
    if draft is None or draft in others or any(other.prior for other in others):
        return
    if draft.modality == "surgery" and event.value == "metastasis" and says("of what was removed", sentence.words_before(event.span) + sentence.words(event.span)):
        return
    draft.progressions.append(event)
    if says("a response was lost", sentence.words(event.span)):
        draft.responses.append(replace(event, kind="response", value="response", weak="lost"))


def _freedom(event: EventFact, sentence: Attachment) -> None:
    draft = sentence.of_freedom(event.span) or sentence.at_start
    if draft is not None:
        draft.freedoms.append(event)


def _duration(fact: DurationFact, events: Sequence[EventFact], sentence: Attachment) -> None:
    found = measure(fact, events, sentence)
    if found is None or found.draft is None:
        return
    draft = found.draft
    if found.kind != "on_treatment":
        draft = sentence.partner(draft) or draft
    if found.kind == "response" and draft.modality == "surgery":
        draft = sentence.drugs_with(draft) or draft
    if found.kind == "pfs" and says("interval named", sentence.words_before(fact.span)) and sentence.is_told(found.kind, fact.months):
        return
    if not any(known.kind == found.kind and _is_said_again(fact, known.fact) for known in draft.durations):
        draft.durations.append(Measured(fact, found.kind, found.comparator))


def _is_said_again(fact: DurationFact, known: DurationFact) -> bool:
    """Whether two lengths are one: the same, or right beside each other in other units ("365 days (12 months)")."""
    if fact.months == known.months:
        return True
    beside = fact.span.sentence == known.span.sentence and 0 <= fact.span.start - known.span.end <= BESIDE
    return beside and abs(fact.months - known.months) <= AS_LONG * known.months
