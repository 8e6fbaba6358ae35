"""Linked mentions → what happened to the disease: response, progression, freedom from it, stop, toxicity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from caseextract.knowledge import phrase
from caseextract.schema.fact import EventFact, Span
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose

KINDS = ("response", "progression", "freedom", "toxicity", "stop", "switch", "death", "survival", "restart")
VALUES = ("category", "event", "measure")
"""The parts of a rule that say what happened; a rule without them says no more than its kind."""
SIZE = re.compile(r"(?P<number>\d+(?:\.\d+)?) ?(?P<unit>mm|cm)?")
PARTIAL = 0.7
"""RECIST 1.1: a diameter of at most this share of the one before is a partial response."""
PARTIAL_VOLUME = 0.5
"""A volume of at most this share; a sphere's would be a third."""


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[EventFact, ...]:
    """Events in the order of the text; those that did not happen to this patient keep their judgement."""
    return tuple(_event(asserted, prose) for asserted in mentions if asserted.mention.kind in KINDS)


def _event(asserted: AssertedMention, prose: Prose) -> EventFact:
    mention = asserted.mention
    value = next((mention.groups[part] for part in VALUES if mention.groups.get(part)), mention.kind)
    measured = _measured(mention, prose) if value == "response" and mention.groups.get("weak") == "shrinkage" else None
    return EventFact(
        span=Span(mention.start, measured or mention.end, mention.sentence),
        kind=mention.kind,
        value="partial_response" if measured else value,
        judgement=asserted.judgement,
        weak=mention.groups.get("weak"),
    )


def _measured(mention: Mention, prose: Prose) -> int | None:
    """Where the sizes end that make a shrinkage a partial response: "shrank from 8 cm to 3 cm"."""
    match = phrase("from size to size").search(prose.text[mention.end : prose.sentences[mention.sentence].end])
    if match is None:
        return None
    before, after = (_longest(match[group], match["unit"]) for group in ("before", "after"))
    is_volume = match["cubic"] or match["unit"] in ("ml", "cc")
    return mention.end + match.end() if after <= (PARTIAL_VOLUME if is_volume else PARTIAL) * before else None


def _longest(sizes: str, unit: str) -> float:
    """The longest diameter in millimetres; without a unit of its own, in that of the last."""
    return max(float(m["number"]) * (10 if (m["unit"] or unit) == "cm" else 1) for m in SIZE.finditer(sizes))
