"""How far a cue's word reaches: to the end of its clause, forward or backward, or over its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assertions.clauses import aside_around, without_asides
from caseextract.knowledge import phrase, says
from caseextract.schema.mention import Mention


def reach_of(reach: str, mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    """The stretch that a cue governs within its sentence `[first, last)`."""
    if reach == "sentence":
        return first, last
    if reach == "onward":
        return mention.start, _back_to_the_patient(mention, last, text)
    if reach == "both":
        return _around(mention, first, last, text)
    if reach == "backward":
        begin = first
        plain = " " * first + without_asides(text[first : mention.start])
        for match in phrase("ends the reach of a cue").finditer(plain, first):
            begin = match.end()
        said = phrase("said before, up to a conjunction").match(plain, begin)
        return (said.end() if said else begin), mention.start
    return mention.end, _end_forward(mention, first, last, text)


def _end_forward(mention: Mention, first: int, last: int, text: str) -> int:
    """The nearest end of the clause, of the bracket that the cue stands in, or of the subordinate clause that begins the sentence."""
    ends = [match.start() for match in (phrase("ends the reach of a cue").search(text, mention.end, last), phrase("and, before another verb").search(text, mention.end, last)) if match]
    did = phrase("what we did").search(text, mention.end, last) if phrase("we").search(text, first, mention.start) else None
    if did:
        ends.append(did.start())
    treated = phrase("what was done instead").search(text, mention.end, last) if says("unfit for it", text[mention.start : mention.end]) else None
    if treated:
        ends.append(treated.start())
    closing = _closing_bracket(text, mention.end, last)
    if closing is not None:
        ends.append(closing)
    if phrase("begins a subordinate clause").match(text, first, last) and mention.start - first < 100:
        clause = phrase("a comma before another verb").search(text, mention.end, last)
        if clause and "," not in text[first : mention.start]:
            ends.append(clause.start())
    return min(ends, default=last)


def _closing_bracket(text: str, start: int, end: int) -> int | None:
    depth = 0
    for index in range(start, end):
        if text[index] in "([":
            depth += 1
        elif text[index] in ")]":
            if depth == 0:
                return index
            depth -= 1
    return None


def _of_the_relative(mention: Mention, introduced: int, last: int, text: str) -> tuple[int, int]:
    """The part of a sentence that tells of a relative after the patient has been introduced in it."""
    openings = list(phrase("opens a family history").finditer(text, introduced, mention.start))
    begin = openings[-1].end() if openings else mention.start
    told = bool(phrase("verb of its own").search(text, introduced, begin))
    back = (phrase("and, with the patient's next step") if told else phrase("the main clause goes on")).search(text, mention.end, last)
    while back is not None and back[0] == ",":
        back = phrase("the main clause goes on").search(text, back.end(), last)
    named = phrase("back to the patient").search(text, mention.end, last)
    return begin, min(back.start() if back else last, named.start() if named else last)


def _back_to_the_patient(mention: Mention, last: int, text: str) -> int:
    """Where the sentence tells on of the patient after a family history in which no relative is named."""
    back = phrase("the main clause goes on").search(text, mention.end, last)
    while back is not None and back[0] == ",":
        back = phrase("the main clause goes on").search(text, back.end(), last)
    verb = back.start() if back and not phrase("a relative").search(text, mention.end, back.start()) else last
    named = phrase("back to the patient").search(text, mention.end, last)
    return min(verb, named.start() if named else last)


def reach_over_treatments(mention: Mention, end: int, treatments: Sequence[Mention], text: str) -> int:
    """How far a bare "no" denies treatments: those that follow it in a row, with nothing else named between."""
    at = mention.end
    for treatment in treatments:
        if treatment.end <= mention.end or treatment.start >= end:
            continue
        if treatment.start > at and not says("between a bare no and what it denies", text[at : treatment.start]):
            break
        at = max(at, treatment.end)
    return at


def _around(mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    """From the beginning of the mention's clause to where the sentence comes back to the patient."""
    aside = aside_around(text[first:last], mention.start - first)
    if aside is not None:
        return first + aside[0], first + aside[1]
    if text[mention.start : mention.start + 5].lower() == "whose":
        back = phrase("the main clause goes on").search(text, mention.end, last)
        return mention.start, back.start() if back else last
    begin = first
    for match in phrase("another clause of a family history").finditer(text, first, mention.start):
        begin = match.end()
    introduced = phrase("the patient was introduced").search(text, begin, mention.start)
    if introduced:
        return _of_the_relative(mention, introduced.end(), last, text)
    back = phrase("back to the patient").search(text, mention.end, last)
    return begin, back.start() if back else last
