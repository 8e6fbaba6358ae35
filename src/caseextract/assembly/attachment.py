"""Which course an event of a sentence is about.

Words decide, nearest first: a treatment inside the event's own words, one named after it ("a response to X"), one named
before it in the sentence, and without any of these the course that runs when the sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import phrase, says
from caseextract.schema.fact import EventFact, Span, TreatmentFact
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose

LED_WITHIN = 60
"""Characters between "refractory to" and the treatment it leads to."""


class Attachment:
    """One sentence and its courses; `at_start` is the course in effect when the sentence begins."""

    def __init__(self, timeline: Timeline, prose: Prose, sentence: int, at_start: Draft | None) -> None:
        self.timeline = timeline
        self.text = prose.text
        self.start, self.end = prose.sentences[sentence].start, prose.sentences[sentence].end
        self.named = timeline.named_in(sentence)
        self.created = timeline.created_in(sentence)
        self.at_start = at_start
        self.resumed = next((draft for draft in self.created if draft.rechallenge and not self.named), None)
        """The course that the sentence resumes without naming it."""

    # words around a span ----------------------------------------------------------------------------------------------

    def words(self, span: Span) -> str:
        """The span's own words."""
        return self.text[span.start : span.end]

    def words_before(self, span: Span) -> str:
        """The sentence up to the span."""
        return self.text[self.start : span.start]

    def words_after(self, span: Span) -> str:
        """The sentence from the span on."""
        return self.text[span.end : self.end]

    # courses around a span --------------------------------------------------------------------------------------------

    def last_named(self, span: Span) -> tuple[TreatmentFact, Draft] | None:
        """The treatment named last before the span, and its course."""
        found = [(fact, draft) for fact, draft in self.named if fact.span.end <= span.start]
        return max(found, key=lambda pair: pair[0].span.end) if found else None

    def next_named(self, span: Span) -> tuple[TreatmentFact, Draft] | None:
        """The treatment named first behind the span, and its course."""
        found = [(fact, draft) for fact, draft in self.named if fact.span.start >= span.end]
        return min(found, key=lambda pair: pair[0].span.start) if found else None

    def before(self, span: Span) -> Draft | None:
        """The course named last before the span; of "Y was given after failure of X" that of Y."""
        found = sorted(((fact.span.start, fact.span.end, draft) for fact, draft in self.named if fact.span.end <= span.start), key=itemgetter(0, 1))
        while len(found) > 1 and says("given after the failure of", self.text[found[-2][1] : found[-1][0]]):
            found.pop()
        return found[-1][2] if found else None

    def after(self, span: Span, link: str) -> Draft | None:
        """The course named next, where the words between are the phrase `link` or the span's own words lead to it."""
        named = self.next_named(span)
        if named is None:
            return None
        fact, draft = named
        gap = self.text[span.end : fact.span.start]
        led_to = len(gap) <= LED_WITHIN and "." not in gap and ";" not in gap and (self._leads(span) or self._fails(span, gap))
        return draft if led_to or says(link, gap) else None

    def after_within(self, span: Span, reach: int) -> Draft | None:
        """The course named next, at most so many characters behind the span."""
        named = self.next_named(span)
        return named[1] if named and named[0].span.start - span.end <= reach else None

    def _leads(self, span: Span) -> bool:
        return says("leads to its treatment", self.words(span))

    def _fails(self, span: Span, gap: str) -> bool:
        return "," not in gap and says("fails its treatment", self.words(span))

    def _covered(self, span: Span) -> Draft | None:
        """The course named within the span."""
        return next((d for fact, d in self.named if span.start <= fact.span.start and fact.span.end <= span.end), None)

    def in_effect(self, span: Span) -> Draft | None:
        """The course that runs where the words stand: the one that the sentence resumes, after it does so."""
        if self.resumed is None or span.start <= self.resumed.first.span.end:
            return self.at_start
        between = self.text[self.resumed.first.span.end : span.start]
        return self.at_start if says("reason", between) and not says("until", between) else self.resumed

    # responses --------------------------------------------------------------------------------------------------------

    def of_response(self, span: Span) -> Draft | None:
        """The course that a response is said of."""
        return (
            self._covered(span)
            or self._of_line(span)
            or self.after(span, "to the treatment named next")
            or self._main_before(span)
            or self.in_effect(span)
        )

    def of_what_follows(self, span: Span) -> Draft | None:
        """The course of drugs that the rest of the sentence names, for what is told before any course."""
        named = self.next_named(span)
        return named[1] if named and named[1].is_drug else None

    def _of_line(self, span: Span) -> Draft | None:
        """The course of the line that the words name: "the response to second-line therapy"."""
        match = phrase("of a line").search(self.words_after(span))
        number = ordinal_of(match["ordinal"]) if match else None
        return next((draft for draft in self.timeline.drafts if number is not None and draft.line == number), None)

    def _main_before(self, span: Span) -> Draft | None:
        """The course named last before; not the maintenance that the same sentence only lists behind its main course."""
        draft = self.before(span)
        if draft is not None and draft.phase == "maintenance" and draft in self.created:
            return next((other for other in self.created if other.is_drug and other is not draft), draft)
        return draft

    def partner(self, draft: Draft) -> Draft | None:
        """The course of drugs that the same sentence began beside this radiation or local treatment."""
        if draft.agents or draft.modality not in ("radiotherapy", "local"):
            return None
        begun = self.timeline.created_in(draft.first.span.sentence)
        return next((other for other in begun if other.is_drug and other.silent and not other.first.earlier), None)

    def drugs_before(self, operation: Draft) -> Draft | None:
        """The course that went before an operation: of drugs, rather than radiation beside or after them."""
        earlier = [draft for draft in reversed(self.timeline.before(operation)) if draft.modality != "surgery"]
        return next((draft for draft in earlier if draft.is_drug), next(iter(earlier), None))

    def is_of_specimen(self) -> bool:
        """Whether the sentence speaks of what was removed, as the pathologist saw it."""
        return says("of the specimen", self.text[self.start : self.end])

    def further_failed(self, event: EventFact) -> Iterator[Draft]:
        """The second and further courses of a list of which all failed: "refractory to X and Y"."""
        if event.value != "no_response" or not self._leads(event.span):
            return
        behind = [(fact, draft) for fact, draft in self.named if fact.span.start >= event.span.end]
        link, position = "first of what failed", event.span.end
        for number, (fact, draft) in enumerate(sorted(behind, key=lambda pair: pair[0].span.start)):
            if not says(link, self.text[position : fact.span.start]):
                return
            if number:
                yield draft
            link, position = "next of what failed", fact.span.end

    def further_progressed(self, span: Span) -> Iterator[Draft]:
        """The second and further courses of a list under which the disease progressed: "progressed on X and on Y"."""
        named = sorted((pair for pair in self.named if pair[0].span.start >= span.end), key=lambda pair: pair[0].span.start)
        if not named or self.after(span, "on the treatment named next") is None:
            return
        if says("begins", self.text[named[-1][0].span.end : self.end]):
            return
        for (one, _), (other, draft) in pairwise(named):
            between = self.text[one.span.end : other.span.start]
            if not says("next of those progressed on", between):
                return
            if draft not in self.created or says("one after another, with prepositions", between):
                yield draft

    def is_asserted(self, event: EventFact) -> bool:
        """Whether a cue that seems to deny a response does not: "was considered a response", or a denial of something else."""
        cue = (event.judgement.cue or "").lower()
        near = self.text[max(self.start, event.span.start - 40) : event.span.start].lower()
        if "considered" in cue and says("considered as", near):
            return True
        return event.judgement.status == "absent" and cue not in near

    # progressions -----------------------------------------------------------------------------------------------------

    def of_progression(self, span: Span) -> Draft | None:
        """The course under or after which the disease progressed."""
        on = self._covered(span) or self.after(span, "on the treatment named next")
        if on is not None:
            return on
        before = self.before(span)
        if before is not None and self._was_begun_for(before, span):
            return next(reversed(self.timeline.before(before)), None)
        return before or self.in_effect(span)

    def _was_begun_for(self, draft: Draft, span: Span) -> bool:
        """Whether the progression is why the course was begun: "X was started because of progression"."""
        if draft not in self.created or not says("reason", self.words_before(span)):
            return False
        fact = next(fact for fact, found in self.named if found is draft)
        between = self.text[fact.span.end : span.start]
        return fact.given and not says("clause between treatment and reason", between)

    def of_freedom(self, span: Span) -> Draft | None:
        """The course after which the disease did not return."""
        return self.after(span, "to the treatment named next") or self.before(span)
