"""Asserted mentions → linked mentions: the report's own abbreviations resolved.

A short form that the report defines denotes what its long form names, and nothing else: after "clear cell sarcoma
(CCS)", "CCS" is that tumour; after "metastatic cholangiocarcinoma (MCC)", "MCC" is no Merkel cell carcinoma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Abbreviation, Prose

TUMORS = ("tumor", "histology")
OVERRIDDEN = (*TUMORS, "site", "modifier")


def link(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[AssertedMention, ...]:
    """The mentions with the concepts that they denote in this report, in the order of the text."""
    inside = _of_long_forms(mentions, prose.abbreviations)
    short = [asserted for asserted in mentions if asserted.mention.kind == "abbreviation"]
    taken = {(asserted.mention.start, asserted.mention.end) for asserted in short}
    kept = [
        asserted
        for asserted in mentions
        if asserted.mention.kind != "abbreviation"
        and not (
            asserted.mention.kind in OVERRIDDEN
            and asserted.mention.matched_by == "abbreviation"
            and (asserted.mention.start, asserted.mention.end) in taken
        )
    ]
    tumors = [asserted.mention for asserted in kept if asserted.mention.kind in TUMORS]
    for asserted in short:
        named = inside.get(asserted.mention.label, ())
        if not _within_another(asserted.mention, tumors):
            kept.extend(
                replace(asserted, mention=_denoted(asserted.mention, named, one)) for one in named if one.kind in TUMORS
            )
    return tuple(sorted(kept, key=lambda a: (a.mention.start, a.mention.end, a.mention.kind, a.mention.label)))


def _of_long_forms(
    mentions: Sequence[AssertedMention], definitions: Sequence[Abbreviation]
) -> Mapping[str, tuple[Mention, ...]]:
    """For each short form, the tumour that its long form ends with, be it named in more words, and the sites there."""
    found: dict[str, tuple[Mention, ...]] = {}
    for definition in definitions:
        named = [
            a.mention
            for a in mentions
            if (definition.long_start - 1 <= a.mention.start and a.mention.end <= definition.long_end)
            or (a.mention.kind in TUMORS and a.mention.start <= definition.long_start and definition.long_end <= a.mention.end)
        ]
        head = [m for m in named if m.kind in TUMORS and m.end >= definition.long_end]
        longest = max((m.end - m.start for m in head), default=0)
        head = [m for m in head if m.end - m.start == longest]
        if head:
            found[definition.short] = (*head, *(m for m in named if m.kind == "site"))
    return found


def _denoted(short: Mention, named: Sequence[Mention], head: Mention) -> Mention:
    site = next((m.label for m in named if m.kind == "site" and m.start < head.start), "")
    groups = {"site": site} if site else {}
    return Mention(
        head.kind, short.start, short.end, head.label, short.sentence, "abbreviation", {**groups, "defined": "yes"}
    )


def _within_another(short: Mention, tumors: Sequence[Mention]) -> bool:
    return any(
        m.start <= short.start and short.end <= m.end and m.end - m.start > short.end - short.start for m in tumors
    )
