"""One sentence with its mentions: what stands before, after and between them."""

from __future__ import annotations

from dataclasses import dataclass

from caseextract.schema import Evidence, Report
from caseextract.schema.fact import Span
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Sentence

DRUGS = ("agent", "agent_class", "regimen")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, the linked mentions inside it, and the text and report that it stands in."""

    inside: tuple[AssertedMention, ...]
    sentence: Sentence
    text: str
    report: Report

    def of_kind(self, *kinds: str) -> list[AssertedMention]:
        """The mentions of these kinds, in order."""
        return [asserted for asserted in self.inside if asserted.mention.kind in kinds]

    def before(self, place: Mention | Span, reach: int | None = None) -> str:
        """The sentence up to a place, at most `reach` characters of it."""
        start = self.sentence.start if reach is None else max(self.sentence.start, place.start - reach)
        return self.text[start : place.start]

    def after(self, place: Mention | Span, reach: int | None = None) -> str:
        """The rest of the sentence after a place, at most `reach` characters of it."""
        end = self.sentence.end if reach is None else min(self.sentence.end, place.end + reach)
        return self.text[place.end : end]

    def between(self, first: Mention | Span, second: Mention | Span) -> str:
        """What stands between two places."""
        return self.text[first.end : second.start]

    def span(self, start: int, end: int) -> Span:
        """The characters `[start, end)` as a span of the sentence."""
        return Span(start, end, self.sentence.index)

    def evidence(self, mention: Mention) -> tuple[Evidence, ...]:
        """The mention's words as evidence."""
        return (self.report.evidence(mention.start, mention.end, section=self.sentence.heading),)
