"""Linked mentions → what happened to the disease: response, progression, freedom from it, stop, toxicity."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.schema.fact import EventFact, Span
from caseextract.schema.mention import AssertedMention

KINDS = ("response", "progression", "freedom", "toxicity", "stop", "switch", "death", "survival", "restart")
VALUES = ("category", "event", "measure")
"""The parts of a rule that say what happened; a rule without them says no more than its kind."""


def gather(mentions: Sequence[AssertedMention]) -> tuple[EventFact, ...]:
    """Events in the order of the text; those that did not happen to this patient keep their judgement."""
    return tuple(_event(asserted) for asserted in mentions if asserted.mention.kind in KINDS)


def _event(asserted: AssertedMention) -> EventFact:
    mention = asserted.mention
    return EventFact(
        span=Span(mention.start, mention.end, mention.sentence),
        kind=mention.kind,
        value=next((mention.groups[part] for part in VALUES if mention.groups.get(part)), mention.kind),
        judgement=asserted.judgement,
        weak=mention.groups.get("weak"),
    )
