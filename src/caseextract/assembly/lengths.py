"""A length of time among the words, events and courses of its sentence, and what it can measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from caseextract.assembly.draft import Draft
from caseextract.assembly.nearby import Nearby
from caseextract.assembly.origins import Origin, origin
from caseextract.knowledge import phrase, says
from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.fact import EventFact


@dataclass(frozen=True, slots=True)
class Measure:
    """What the time measures; without a course, nothing that a record keeps there."""

    kind: DurationKind
    draft: Draft | None
    comparator: Comparator


NOTHING = Measure("os", None, "=")


class Length(Nearby):
    """A length of time among the words, events and courses of its sentence."""

    # words nearby -----------------------------------------------------------------------------------------------------

    @cached_property
    def is_point(self) -> bool:
        """Whether it tells when something happened: "after three months", "three months later"."""
        return self.fact.gap or self.fact.stated.lower().startswith("within") or says("point in time", self.before)

    @cached_property
    def at_a_point(self) -> bool:
        """Whether the words right beside it make it a point: "within three months", "three months later"."""
        later = says("later", self.after[:8]) or self.fact.stated.lower().startswith("within")
        return later or says("point just before", self.before[-25:])

    @cached_property
    def of_treatment(self) -> bool:
        """Whether "of treatment" follows, or "of" and a drug."""
        return says("of treatment", self.after) or (not self.fact.gap and self.sentence.after(self.span, "of the drug named next") is not None)

    @cached_property
    def since_start(self) -> bool:
        """Whether "after the start" follows."""
        return says("start of treatment", self.after[:40])

    @cached_property
    def given_for(self) -> bool:
        """Whether it is said to be how long something was given."""
        return says("longer stretch of time", self.before) and says("giving", self.before[-40:])

    @cached_property
    def origin(self) -> Origin | None:
        """What the words behind it say that it counts from."""
        return origin(self.span, self.sentence)

    @property
    def words(self) -> str:
        """Its sentence."""
        return self.sentence.text[self.sentence.start : self.sentence.end]

    @cached_property
    def clause(self) -> str:
        """The words between the last break before it and the length."""
        start = max((match.end() for match in phrase("break between clauses").finditer(self.before)), default=0)
        return self.before[start:]

    @cached_property
    def of_event(self) -> bool:
        """Whether its clause tells of a response, of its absence, or of the disease; or "which" and "it" stand for one."""
        start = self.span.start - len(self.clause)
        told = [e for e in self.events if e.kind in ("response", "freedom", "progression", "survival") and e.span.start < self.span.start]
        latest = max(told, key=lambda event: event.span.start, default=None)
        if latest is None or latest.span.start >= start:
            return latest is not None
        named = self.sentence.last_named(self.span)
        aside = says("with", self.sentence.words_before(latest.span)[-25:])
        return says("subject named before", self.clause) and not aside and latest.span.start >= (named[0].span.end if named else 0)

    # courses nearby ---------------------------------------------------------------------------------------------------

    @property
    def draft_before(self) -> Draft | None:
        """The course named last before it."""
        return self.sentence.before(self.span)

    @property
    def draft_of_clause(self) -> Draft | None:
        """The course that its clause names."""
        named = self.sentence.last_named(self.span)
        return named[1] if named is not None and named[0].span.end > self.span.start - len(self.clause) else None

    @property
    def draft_in_effect(self) -> Draft | None:
        """The course that runs where it stands."""
        return self.sentence.in_effect(self.span)

    def on_treatment(self, draft: Draft | None) -> Measure:
        """Time under treatment."""
        return Measure("on_treatment", draft, self.fact.comparator)

    def of_response(self, response: EventFact, comparator: Comparator) -> Measure:
        """Duration of a response; of stable disease, until progression."""
        course = self.course_of(response)
        unseen = response.weak == "evidence" and course is not None and (course.is_perioperative or course.modality == "surgery")
        kind: DurationKind = "pfs" if response.value == "stable_disease" or unseen else "response"
        return Measure(kind, course, comparator)

    def course_of(self, response: EventFact) -> Draft | None:
        """The course that the response is said of."""
        return self.sentence.of_response(response.span) or self.sentence.of_what_follows(response.span)

    def of_a_later_drug(self, event: EventFact) -> bool:
        """Whether, since the event, another drug was told to which it belongs: "… a complete response and then Y for two years"."""
        named = self.sentence.last_named(self.span)
        if named is None or named[0].span.start < event.span.end or not named[1].is_drug or not says("for", self.before):
            return False
        text = self.sentence.text
        told_apart = says("another drug told meanwhile", text[event.span.end : named[0].span.start])
        return told_apart and not says("clause between drug and time", text[named[0].span.end : self.span.start])

    def next_progressed_on(self, progression: EventFact) -> Draft | None:
        """The second course of "progressed on X after 11 months and on Y after five"."""
        named = self.sentence.last_named(self.span)
        if named is None or named[0].span.start < progression.span.end or not says("point just before", self.before[-25:]):
            return None
        told = self.sentence.text[progression.span.end : named[0].span.start]
        return named[1] if says("and on the next", told) else None

    @property
    def at_least(self) -> Comparator:
        """Its comparator where what it measures goes on."""
        return ">" if self.fact.comparator == "=" else self.fact.comparator
