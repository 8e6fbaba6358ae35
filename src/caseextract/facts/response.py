"""Linked mentions → what happened to the disease: response, progression, freedom from it, stop, toxicity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract.schema.fact import EventFact, Span
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

KINDS = ("response", "progression", "freedom", "toxicity", "stop", "switch", "death", "survival", "restart")


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[EventFact, ...]:
    """Events in the order of the text; those that did not happen to this patient keep their judgement."""
    return tuple(_events(mentions))


def _events(mentions: Sequence[AssertedMention]) -> Iterator[EventFact]:
    for asserted in mentions:
        mention = asserted.mention
        if mention.kind in KINDS:
            groups = mention.groups
            value = groups.get("category") or groups.get("event") or groups.get("measure") or mention.kind
            yield EventFact(
                span=Span(mention.start, mention.end, mention.sentence),
                kind=mention.kind,
                value=value,
                judgement=asserted.judgement,
                weak=groups.get("weak"),
            )
