"""Which course an event of a sentence is about.

Words decide, nearest first: a treatment inside the event's own words, one named after it ("a response to X"), one named
before it in the sentence, and without any of these the course that runs when the sentence begins.
"""

from __future__ import annotations

from itertools import pairwise

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
        self.sentence = sentence
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
        named = self._last_given(span)
        return named[1] if named else None

    def _last_given(self, span: Span) -> tuple[TreatmentFact, Draft] | None:
        found = sorted((pair for pair in self.named if pair[0].span.end <= span.start), key=lambda pair: (pair[0].span.start, pair[0].span.end))
        gaps = [self.text[first.span.end : second.span.start] for (first, _), (second, _) in pairwise(found)]
        while gaps:
            listed = next((n for n, gap in enumerate(reversed(gaps)) if not says("listed beside it", gap)), len(gaps))
            if listed == len(gaps) or not says("given after the failure of", gaps[len(gaps) - 1 - listed]):
                break
            gaps = gaps[: len(gaps) - 1 - listed]
        return found[len(gaps)] if found else None

    def after(self, span: Span, link: str) -> Draft | None:
        """The course named next, where the words between are the phrase `link` or the span's own words lead to it."""
        named = self.next_named(span)
        if named is None:
            return None
        fact, draft = named
        gap = self.text[span.end : fact.span.start]
        led_to = len(gap) <= LED_WITHIN and "." not in gap and ";" not in gap and (self.leads(span) or self._fails(span, gap))
        return draft if led_to or says(link, gap) else None

    def after_within(self, span: Span, reach: int) -> Draft | None:
        """The course named next, at most so many characters behind the span."""
        named = self.next_named(span)
        return named[1] if named and named[0].span.start - span.end <= reach else None

    def leads(self, span: Span) -> bool:
        """Whether the span's own words lead to the treatment named next."""
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
            or self._with_its_induction(self.in_effect(span))
        )

    def of_failure(self, span: Span) -> Draft | None:
        """The course that a lack of response is said of: of "Y after X had failed" X, of "Y after failure of the third line" the one before Y."""
        last, went_before = self.last_named(span), says("a failure that went before", self.words(span))
        if last is not None and not went_before and not self.text[last[0].span.end : span.start].strip():
            return last[1]
        within = next((draft for fact, draft in self.named if fact.span.start < span.start < fact.span.end), None)
        if within is not None:  # the "inhibitor-resistant" of "X inhibitor-resistant"
            return within
        draft = self.of_response(span)
        if draft in self.created and last is not None and went_before and self.after(span, "to the treatment named next") is None:
            return next(reversed(self.timeline.before(draft)), None)
        return draft

    def _with_its_induction(self, draft: Draft | None) -> Draft | None:
        """The course whose effect is told after a sentence that began it and its maintenance: the former."""
        if draft is None or draft.phase != "maintenance":
            return draft
        told = says("kept by what follows", self.text[self.start : self.end])
        previous = next(reversed(self.timeline.before(draft)), None)
        together = previous is not None and previous.is_drug and previous.first.span.sentence == draft.first.span.sentence
        return previous if previous is not None and together and not previous.responses and not told else draft

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
        """The course named last before, or the main one where what is named last is only beside it."""
        named = self._last_given(span)
        if named is None:
            return None
        fact, draft = named
        if fact.earlier and not fact.given and says("main clause resumed", self.text[fact.span.end : span.start]):
            return self._not_earlier(span) or self.at_start or draft
        poor = says("why it was changed", self.words(span)) or says("expressly because of", self.words_before(span))
        if poor and self._was_begun_for(draft, span):
            return next(reversed(self.timeline.before(draft)), draft)
        return self._begun_with(draft, span) or self._main_of(draft)

    def _not_earlier(self, span: Span) -> Draft | None:
        """The course named last before that is not told as something that went before."""
        found = [(fact, draft) for fact, draft in self.named if fact.span.end <= span.start and (fact.given or not fact.earlier)]
        return max(found, key=lambda pair: pair[0].span.end)[1] if found else None

    def _begun_with(self, draft: Draft, span: Span) -> Draft | None:
        """The course that the sentence, before the span, begins by adding a drug to this one."""
        return next((other for other in self.created if other.added_to is draft and other.first.span.end <= span.start), None)

    def _main_of(self, draft: Draft) -> Draft:
        """The main course of those that the sentence begins: not the maintenance listed behind it, nor the intrathecal drug beside it."""
        beside = draft.phase == "maintenance" or (draft.modality == "local" and draft.agents)
        if not beside or draft not in self.created:
            return draft
        begun = (other for other in self.created if other.is_drug and other is not draft and other.modality != "local")
        return next((other for other in begun if draft.modality == "local" or other.first.span.start < draft.first.span.start), draft)

    def partner(self, draft: Draft) -> Draft | None:
        """The course of drugs that the same sentence began beside this radiation or local treatment."""
        if draft.agents or draft.first.earlier or draft.modality not in ("radiotherapy", "local"):
            return None
        begun = self.timeline.created_in(draft.first.span.sentence)
        return next((other for other in begun if other.is_drug and other.silent and not other.first.earlier), None)

    def drugs_with(self, operation: Draft) -> Draft | None:
        """The course of drugs that the same sentence as an operation told before it: "X followed by resection led to a remission"."""
        told = self.timeline.created_in(operation.first.span.sentence)
        return next((draft for draft in reversed(self.timeline.before(operation)) if draft.is_drug and draft in told), None)

    def is_told(self, kind: str, months: float) -> bool:
        """Whether a course has such a length already."""
        return any((known.kind, known.fact.months) == (kind, months) for draft in self.timeline.drafts for known in draft.durations)

    def drugs_before(self, operation: Draft) -> Draft | None:
        """The course that went before an operation: of drugs, rather than radiation beside or after them."""
        earlier = [draft for draft in reversed(self.timeline.before(operation)) if draft.modality != "surgery"]
        return next((draft for draft in earlier if draft.is_drug), next(iter(earlier), None))

    def follows_an_operation(self, draft: Draft) -> bool:
        """Whether an operation meant to remove the tumour went right before, so that no sign of disease tells nothing of the drugs."""
        previous = next(reversed(self.timeline.before(draft)), None)
        return previous is not None and previous.modality == "surgery" and not says("lesser operation", previous.words)

    def begun_just_before(self) -> list[Draft]:
        """The courses of drugs that the latest sentence before this began."""
        earlier = [number for number, drafts in self.timeline.created.items() if number < self.sentence and any(d.is_drug for d in drafts)]
        return [draft for draft in self.timeline.created_in(max(earlier)) if draft.is_drug] if earlier else []

    def is_state_at(self, span: Span, draft: Draft) -> bool:
        """Whether the words tell in which state the disease was when the course began: "transplanted in first remission"."""
        return draft in self.created and says("state at that time", self.words_before(span) + self.words(span))

    def drugs_named_before(self, span: Span) -> Draft | None:
        """The course of drugs that the sentence names last before the span."""
        return next((draft for fact, draft in reversed(self.named) if fact.span.end <= span.start and draft.is_drug), None)

    def is_of_specimen(self, span: Span) -> bool:
        """Whether the words speak of the tumour that was removed, as the pathologist saw it, not of nodes or margins alone."""
        return says("of the specimen", self.text[self.start : self.end]) and not says("in nodes or at margins", self.words_after(span))

    def is_asserted(self, event: EventFact) -> bool:
        """Whether a cue that seems to deny a response does not: "was considered a response", or a denial of something else."""
        cue = (event.judgement.cue or "").lower()
        near = self.text[max(self.start, event.span.start - 40) : event.span.start].lower()
        if says("no more than", near):
            return True
        if "considered" in cue and says("considered as", near):
            return True
        return event.judgement.status == "absent" and cue not in near

    # progressions -----------------------------------------------------------------------------------------------------

    def of_progression(self, span: Span) -> Draft | None:
        """The course under or after which the disease progressed."""
        to = says("became resistant", self.words(span)) or says("a response was lost", self.words(span))
        on = self._covered(span) or self.after(span, "to the treatment named next" if to else "on the treatment named next")
        if on is not None:
            return on
        before = self.before(span)
        if before is not None and self._was_begun_for(before, span):
            return next(reversed(self.timeline.before(before)), None)
        return before or self.in_effect(span)

    def _was_begun_for(self, draft: Draft, span: Span) -> bool:
        """Whether the progression is why the course was begun: "X was started because of progression"."""
        told = self.words_before(span)
        if draft not in self.created or not (says("reason", told) or says("reason told in a clause", told)):
            return False
        fact = next(fact for fact, found in self.named if found is draft)
        between = self.text[fact.span.end : span.start]
        return fact.given and not says("clause between treatment and reason", between)

    def of_freedom(self, span: Span) -> Draft | None:
        """The course after which the disease did not return."""
        return self.after(span, "to the treatment named next") or self.before(span)
