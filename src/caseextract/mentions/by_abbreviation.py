"""The report's own short forms of drugs: "mogamulizumab (MOG)" makes every MOG the drug, "flow cytometry (FCM)" makes no FCM a regimen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from caseextract.knowledge import lexicon
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Abbreviation, Prose

DRUGS = ("agent", "agent_class", "regimen")
LINKING = re.compile(r"[\s,/+-]*(?:(?:and|plus|with|in combination with|combined with|combination|combined|therapy|chemotherapy|regimen|treatment)[\s,/+-]*)*")
SPELLED_OUT = re.compile(r"(?<![\w-])([A-Z][A-Za-z0-9-]{1,8}[A-Z0-9])(?: (?:regimen|therapy|chemotherapy|protocol|combination|treatment|scheme|schedule))* ?\(\Z")
IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z0-9-]{0,8}[A-Z0-9]) (?:regimen|therapy|chemotherapy|protocol|scheme)\)")
REACH = 40
FOREWORD = 25
"""Characters that may stand before the first drug of a long form ("combination of")."""


def apply(mentions: Sequence[Mention], prose: Prose) -> list[Mention]:
    """The mentions with drugs under their short forms, and without acronyms that mean something else here."""
    kept = list(mentions)
    drugs = [m for m in mentions if m.kind in DRUGS]
    for abbreviation in (*prose.abbreviations, *_of_regimens(drugs, prose)):
        inside = [m for m in drugs if abbreviation.long_start < m.end and m.start < abbreviation.long_end]
        meant = _meant(abbreviation, inside) or _meant_together(abbreviation, inside, prose)
        if not inside or len(meant) > 1:
            kept = [m for m in kept if not (m.kind in DRUGS and prose.text[m.start : m.end] == abbreviation.short and not _names_them(m, meant))]
        kept.extend(_occurrences(abbreviation, meant, kept, prose))
    return sorted(kept, key=lambda m: (m.start, m.end, m.kind, m.label))


def _of_regimens(drugs: Sequence[Mention], prose: Prose) -> Iterator[Abbreviation]:
    """Own names of regimens that the drugs spell out: "SOX-A regimen (S-1, oxaliplatin and apatinib)", "S-1 and apatinib (SA regimen)"."""
    seen = {abbreviation.short for abbreviation in prose.abbreviations}
    agents = [m for m in drugs if m.kind == "agent"]
    for first in agents:
        opened = SPELLED_OUT.search(prose.text, max(0, first.start - REACH), first.start)
        closed = prose.text.find(")", first.end)
        if opened and opened[1] not in seen and closed > 0:
            seen.add(opened[1])
            listed = [m for m in agents if first.start <= m.start and m.end <= closed]
            if _initials_agree(opened[1], listed) and prose.text[listed[-1].end : closed].strip() in ("", "."):
                yield Abbreviation(opened[1], first.start, listed[-1].end, opened.start(1), opened.end(1))
    for match in IN_BRACKETS.finditer(prose.text) if agents else ():
        listed = [m for m in agents if match.start() - 3 * REACH <= m.start and m.end < match.start()]
        listed = listed[-len(match[1]) :]
        if match[1] not in seen and _initials_agree(match[1], listed):
            seen.add(match[1])
            yield Abbreviation(match[1], listed[0].start, listed[-1].end, match.start(1), match.end(1))


def _initials_agree(short: str, listed: Sequence[Mention]) -> bool:
    """Whether letters of the name are those that two drugs or more, or half of them, begin with."""
    letters = set(short.lower())
    fitting = sum(m.label[0].lower() in letters for m in listed)
    return len(listed) > 1 and fitting > 1 and 2 * fitting >= len(listed)


def _names_them(mention: Mention, meant: Sequence[Mention]) -> bool:
    """Whether a known acronym stands for just the drugs that the report gives it."""
    return mention.kind == "regimen" and {m.label for m in meant} == set(lexicon("regimens")[mention.label].listed("agents"))


def _meant(abbreviation: Abbreviation, inside: Sequence[Mention]) -> tuple[Mention, ...]:
    """The drug that the long form names and that makes up most of it."""
    length = abbreviation.long_end - abbreviation.long_start
    fitting = (m for m in inside if m.end <= abbreviation.long_end + 1 and m.end - m.start >= 0.6 * length)
    return tuple(islice(fitting, 1))


def _meant_together(abbreviation: Abbreviation, inside: Sequence[Mention], prose: Prose) -> tuple[Mention, ...]:
    """The drugs of which the long form consists: "gemcitabine plus oxaliplatin (GO)"."""
    agents = [m for m in inside if m.kind == "agent"]
    if len(agents) < 2 or agents[0].start > abbreviation.long_start + FOREWORD or agents[-1].end > abbreviation.long_end + 1:
        return ()
    ends = [m.end for m in agents]
    starts = [*(m.start for m in agents[1:]), abbreviation.long_end]
    gaps = [prose.text[end:start] for end, start in zip(ends, starts, strict=True)]
    return tuple(agents) if all(LINKING.fullmatch(gap) for gap in gaps) else ()


def _occurrences(abbreviation: Abbreviation, meant: Sequence[Mention], known: Sequence[Mention], prose: Prose) -> Iterator[Mention]:
    taken = {(m.start, m.end) for m in known if m.kind in DRUGS}
    for sentence in prose.sentences if meant else ():
        for match in re.finditer(rf"(?<![\w-]){re.escape(abbreviation.short)}(?![\w-])", prose.words(sentence)):
            start = sentence.start + match.start()
            end = start + len(match[0])
            if (start, end) not in taken and start != abbreviation.short_start:
                yield from (replace(one, start=start, end=end, sentence=sentence.index, matched_by="abbreviation") for one in meant)
