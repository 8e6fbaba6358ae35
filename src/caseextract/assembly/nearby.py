"""The events beside a length of time in its sentence, and how near they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from caseextract.assembly.attachment import Attachment
from caseextract.knowledge import phrase, says
from caseextract.schema.fact import DurationFact, EventFact

NEAR_SURVIVAL, NEAR_STOP, NEAR_RESPONSE, NEAR_PROGRESSION = 50, 80, 90, 110
"""Characters between a time and an event that it can measure."""
NEAR_DEATH = 40
"""Characters between a time and the death that it can be of."""
GAP_REACH = 60
"""As many more for "three months later"."""
OPENING_REACH = 110
"""As many more where "three months later" opens the sentence: all of it tells what happened then."""
FOLLOW_UP_REACH = 120
"""As many more for "over a follow-up of three months"."""
BESIDE = 60
"""Characters before a parenthesis that its bare length can be about."""
BREAK_LENGTH = 25
"""What a break between two thoughts adds to the distance."""


class Nearby:
    """A length of time among the events of its sentence."""

    def __init__(self, fact: DurationFact, events: Sequence[EventFact], sentence: Attachment) -> None:
        self.fact = fact
        self.span = fact.span
        self.sentence = sentence
        self.before = sentence.words_before(fact.span)
        self.after = sentence.words_after(fact.span)
        opened, closed = self.before.rfind("("), self.after.find(")")
        if opened >= 0 and says("words of a bare length", self.before[opened + 1 :]) and not self.after[:closed].strip():
            # "kept on it (five months)" says "kept on it for five months"
            link = "at " if says("at an assessment", self.before[:opened]) else "for "
            self.before, self.after = self.before[:opened] + link, self.after[closed + 1 :]
        if says("over", fact.stated):
            self.before += "over "
        self.events = [event for event in events if event.judgement.is_fact]

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
        return self._just_told("progression") or self._near("progression", NEAR_PROGRESSION + self._reach)

    @cached_property
    def is_of_death(self) -> bool:
        """Whether it tells when the patient died, and no other event is nearer."""
        if says("died of it then", self.before) or says("died then, in brackets", self.before):
            return True
        if not (says("death follows", self.after[:NEAR_DEATH]) or says("died in", self.before[-NEAR_DEATH:])):
            return False
        if self.progression is not None and says("progressed after", self.before[-NEAR_DEATH:]):
            return False
        death = self._near("death", NEAR_DEATH + BREAK_LENGTH)
        others = [e for e in (self.response, self.freedom, self.progression) if e is not None and e.value != "no_response"]
        reach = self.distance(death) if death is not None else NEAR_DEATH
        return all(self.distance(event) > reach for event in others)

    @cached_property
    def nearest(self) -> EventFact | None:
        """The response or the progression, whichever is nearer."""
        told = self._just_told("progression")
        if told is not None:
            return told
        return min((e for e in (self.response, self.progression) if e is not None), key=self.distance, default=None)

    @property
    def _reach(self) -> int:
        if not self.fact.gap:
            return 0
        return GAP_REACH if self.before.strip(" ,") else OPENING_REACH

    def _just_told(self, kind: str) -> EventFact | None:
        """The event of its own clause that it is the point of: "progressed on X after three months, and then progressed on Y"."""
        if not says("point just before", self.before[-25:]):
            return None
        told = (e for e in self.events if e.kind == kind and e.span.end <= self.span.start and len(self.between(e)) <= NEAR_PROGRESSION)
        latest = max(told, key=lambda event: event.span.end, default=None)
        return latest if latest is not None and not says("break between clauses", self.between(latest)) else None

    def _near(self, kind: str, reach: int) -> EventFact | None:
        further = FOLLOW_UP_REACH if says("period of follow-up", self.after) else 0
        close = (
            event
            for event in self.events
            if event.kind == kind
            and self.distance(event) <= reach + (further if event.span.start >= self.span.end else 0)
            and self._is_told_with(event)
        )
        return min(close, key=self.distance, default=None)

    def _is_told_with(self, event: EventFact) -> bool:
        """Whether the event is no mere point that the time counts from ("two years after the relapse"), nor outside its parenthesis."""
        if event.kind in ("progression", "stop") and event.span.start >= self.span.end and says("counts from the event", self.between(event)):
            return False
        return self._within is None or self._within[0] <= event.span.start < self._within[1]

    @property
    def bracketed(self) -> bool:
        """Whether a parenthesis holds it."""
        return self._within is not None

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
