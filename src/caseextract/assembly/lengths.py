"""A length of time among the words, events and courses of its sentence, and what it can measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft
from caseextract.assembly.origins import Origin, origin
from caseextract.knowledge import phrase, says
from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.fact import DurationFact, EventFact

NEAR_SURVIVAL, NEAR_STOP, NEAR_RESPONSE, NEAR_PROGRESSION = 50, 80, 90, 110
"""Characters between a time and an event that it can measure."""
NEAR_DEATH = 40
"""Characters between a time and the death that it can be of."""
GAP_REACH = 60
"""As many more for "three months later"."""
BESIDE = 60
"""Characters before a parenthesis that its bare length can be about."""
BREAK_LENGTH = 25
"""What a break between two thoughts adds to the distance."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What the time measures; without a course, nothing that a record keeps there."""

    kind: DurationKind
    draft: Draft | None
    comparator: Comparator


NOTHING = Measure("os", None, "=")


class Length:
    """A length of time among the words, events and courses of its sentence."""

    def __init__(self, fact: DurationFact, events: Sequence[EventFact], sentence: Attachment) -> None:
        self.fact = fact
        self.span = fact.span
        self.sentence = sentence
        self.before = sentence.words_before(fact.span)
        self.after = sentence.words_after(fact.span)
        opened, closed = self.before.rfind("("), self.after.find(")")
        if opened >= 0 and says("words of a bare length", self.before[opened + 1 :]) and not self.after[:closed].strip():
            # "kept on it (five months)" says "kept on it for five months"
            self.before, self.after = self.before[:opened] + "for ", self.after[closed + 1 :]
        if says("over", fact.stated):
            self.before += "over "
        self._events = [event for event in events if event.judgement.is_fact]

    # events nearby ----------------------------------------------------------------------------------------------------

    @cached_property
    def survival(self) -> EventFact | None:
        """"Progression-free survival" beside it."""
        return self._near("survival", NEAR_SURVIVAL)

    @cached_property
    def stop(self) -> EventFact | None:
        """The end of a treatment beside it."""
        return self._near("stop", NEAR_STOP)

    @cached_property
    def switch(self) -> EventFact | None:
        """The change of treatment beside it."""
        return self._near("switch", NEAR_STOP)

    @cached_property
    def response(self) -> EventFact | None:
        """The response that it is about."""
        return self._near("response", NEAR_RESPONSE + self._reach)

    @cached_property
    def freedom(self) -> EventFact | None:
        """The absence of the disease that it is about."""
        return self._near("freedom", NEAR_RESPONSE + self._reach)

    @cached_property
    def progression(self) -> EventFact | None:
        """The progression that it is about."""
        return self._near("progression", NEAR_PROGRESSION + self._reach)

    @cached_property
    def is_of_death(self) -> bool:
        """Whether it tells when the patient died, and no other event is nearer."""
        if not (says("death follows", self.after[:NEAR_DEATH]) or says("died in", self.before[-NEAR_DEATH:])):
            return False
        death = self._near("death", NEAR_DEATH + BREAK_LENGTH)
        others = [e for e in (self.response, self.freedom, self.progression) if e is not None and e.value != "no_response"]
        reach = self.distance(death) if death is not None else NEAR_DEATH
        return all(self.distance(event) > reach for event in others)

    @cached_property
    def nearest(self) -> EventFact | None:
        """The response or the progression, whichever is nearer."""
        return min((e for e in (self.response, self.progression) if e is not None), key=self.distance, default=None)

    @property
    def _reach(self) -> int:
        return GAP_REACH if self.fact.gap else 0

    def _near(self, kind: str, reach: int) -> EventFact | None:
        close = (event for event in self._events if event.kind == kind and self.distance(event) <= reach and self._is_told_with(event))
        return min(close, key=self.distance, default=None)

    def _is_told_with(self, event: EventFact) -> bool:
        """Whether the event is no mere point that the time counts from ("two years after the relapse"), nor outside its parenthesis."""
        if event.kind in ("progression", "stop") and event.span.start >= self.span.end and says("counts from the event", self.between(event)):
            return False
        return self._within is None or self._within[0] <= event.span.start < self._within[1]

    @cached_property
    def _within(self) -> tuple[int, int] | None:
        """The parenthesis around it, and the words right before, where it holds more than the length."""
        before, after = self.sentence.words_before(self.span), self.sentence.words_after(self.span)
        opened, closed = before.rfind("("), after.find(")")
        if opened <= before.rfind(")") or closed < 0 or "(" in after[:closed]:
            return None
        start = self.sentence.start + opened + 1
        return (start - BESIDE if says("words of a bare length", before[opened + 1 :]) else start, self.span.end + closed)

    def distance(self, event: EventFact) -> int:
        """Characters between the time and the event; a break between thoughts counts as many."""
        between = self.between(event)
        return len(between) + BREAK_LENGTH * sum(1 for _ in phrase("break between thoughts").finditer(between))

    def between(self, event: EventFact) -> str:
        """The words between the time and the event."""
        first, second = (event.span, self.span) if event.span.end <= self.span.start else (self.span, event.span)
        return self.sentence.text[first.end : second.start]

    # words nearby -----------------------------------------------------------------------------------------------------

    @cached_property
    def is_point(self) -> bool:
        """Whether it tells when something happened: "after three months", "three months later"."""
        return self.fact.gap or self.fact.stated.lower().startswith("within") or says("point in time", self.before)

    @cached_property
    def of_treatment(self) -> bool:
        """Whether "of treatment" follows."""
        return says("of treatment", self.after)

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
    def bracketed(self) -> bool:
        """Whether a parenthesis holds it."""
        return self._within is not None

    @cached_property
    def clause(self) -> str:
        """The words between the last break before it and the length."""
        start = max((match.end() for match in phrase("break between clauses").finditer(self.before)), default=0)
        return self.before[start:]

    @cached_property
    def of_event(self) -> bool:
        """Whether its clause tells of a response, of its absence, or of the disease; or "which" and "it" stand for one."""
        start = self.span.start - len(self.clause)
        told = [e for e in self._events if e.kind in ("response", "freedom", "progression", "survival") and e.span.start < self.span.start]
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
        kind: DurationKind = "pfs" if response.value == "stable_disease" else "response"
        return Measure(kind, self.course_of(response), comparator)

    def course_of(self, response: EventFact) -> Draft | None:
        """The course that the response is said of."""
        return self.sentence.of_response(response.span) or self.sentence.of_what_follows(response.span)

    @property
    def at_least(self) -> Comparator:
        """Its comparator where what it measures goes on."""
        return ">" if self.fact.comparator == "=" else self.fact.comparator
