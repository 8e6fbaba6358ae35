"""The report's own short forms of drugs: "mogamulizumab (MOG)" makes every MOG the drug, "flow cytometry (FCM)" makes no FCM a regimen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseextract.schema.mention import Mention
from caseextract.schema.prose import Abbreviation, Prose

DRUGS = ("agent", "agent_class", "regimen")


def apply(mentions: Sequence[Mention], prose: Prose) -> list[Mention]:
    """The mentions with drugs under their short forms, and without acronyms that mean something else here."""
    kept = list(mentions)
    drugs = [m for m in mentions if m.kind in DRUGS]
    for abbreviation in prose.abbreviations:
        meant = _meant(abbreviation, drugs)
        foreign = meant is None and not any(abbreviation.long_start <= m.start < abbreviation.long_end for m in drugs)
        if foreign:
            kept = [m for m in kept if not (m.kind in DRUGS and prose.text[m.start : m.end] == abbreviation.short)]
        elif meant is not None:
            kept.extend(_occurrences(abbreviation, meant, kept, prose))
    return sorted(kept, key=lambda m: (m.start, m.end, m.kind, m.label))


def _meant(abbreviation: Abbreviation, drugs: Sequence[Mention]) -> Mention | None:
    """The drug that the long form names and that makes up most of it."""
    length = abbreviation.long_end - abbreviation.long_start
    for mention in drugs:
        inside = abbreviation.long_start <= mention.start and mention.end <= abbreviation.long_end + 1
        if inside and mention.end - mention.start >= 0.6 * length:
            return mention
    return None


def _occurrences(abbreviation: Abbreviation, meant: Mention, known: Sequence[Mention], prose: Prose) -> Iterator[Mention]:
    taken = {(m.start, m.end) for m in known if m.kind in DRUGS}
    for sentence in prose.sentences:
        for match in re.finditer(rf"(?<![\w-]){re.escape(abbreviation.short)}(?![\w-])", prose.words(sentence)):
            start = sentence.start + match.start()
            if (start, start + len(match[0])) not in taken and start != abbreviation.short_start:
                yield replace(meant, start=start, end=start + len(match[0]), sentence=sentence.index, matched_by="abbreviation")
