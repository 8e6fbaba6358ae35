"""Patients of a series by their order: "the first patient … the second", where the first of them may go without a word of order."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import (
    BARE,
    GROUP,
    ONE,
    ORDINAL,
    PRESENTED,
    Found,
    Marker,
    Markers,
    markers_of,
    nth,
)
from caseextract.assertions.announced import MOST, number_of
from caseextract.schema.prose import Prose, Sentence

INTRODUCED = re.compile(r"\b(?:years?|months?)[- ](?:old|of age)\b|\baged? \d|\b(?:presented|admitted|referred|diagnosed)\b", re.I)
FIRST_OF_THEM = re.compile(rf"\b(?:in )?one (?!of\b)(?:[\w-]+ )?(?:{ONE})\b(?! (?:of|reported|described))|\bone of (?:them|these|the (?:\w+ )?patients)\b", re.I)
LAST = re.compile(rf"\bthe (?:last|final) (?:{ONE})\b(?= (?:was|had|is|presented|received|developed|underwent)|,)", re.I)


def ordered(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By order: "the first patient … the second"."""
    inside = {s.index for s in within}
    most = count or MOST
    found = markers_of(prose, sentences, ORDINAL, lambda m: nth(m["nth"], most))
    if not any(index in inside for index in found):
        return None
    bare = markers_of(prose, sentences, BARE, lambda m: nth(m["nth"], most))
    markers: Markers = {index: sorted([*found.get(index, []), *bare.get(index, [])], key=lambda m: m.start) for index in {*found, *bare}}
    markers = _with_group(prose, within, markers) if count else markers
    named = {n for marks in markers.values() for m in marks for n in m.patients}
    if not {0, 1} & named or max(named) == 0 or (count is None and not {0, 1} <= named):
        return None
    if count is None and not all(_presents(prose, markers, n) for n in (0, 1)):
        return None
    number = count or max(named) + 1
    if 0 not in named:
        markers = _with_first(prose, within, markers)
    if count is None and (last := markers_of(prose, [s for s in within if s.index > max(found)], LAST, lambda m: (number,))):
        return [f"patient {n + 1}" for n in range(number + 1)], {**markers, **last}
    if named == {0} and count == 2:
        markers = _with_second(prose, within, markers)
    return [f"patient {n + 1}" for n in range(number)], markers


def _with_group(prose: Prose, within: Sequence[Sentence], markers: Markers) -> Markers:
    """"Two patients had …. A third patient …": those before the first ordinal, where their number fits."""
    first = min((n for marks in markers.values() for m in marks for n in m.patients), default=0)
    for sentence in within if first > 1 else ():
        if sentence.index in markers:
            break
        match = GROUP.search(prose.words(sentence))
        if match and number_of(match["n"]) == first:
            order = tuple(range(first))
            return {**markers, sentence.index: [Marker(sentence.start + match.start(), sentence.start + match.end(), frozenset(order), order)]}
    return markers


def _presents(prose: Prose, markers: Markers, patient: int) -> bool:
    """Whether one of the sentences that name the patient gives an age or introduces them."""
    return any(
        INTRODUCED.search(prose.words(prose.sentences[index])) for index, marks in markers.items() if any(patient in m.patients for m in marks)
    )


def _with_first(prose: Prose, within: Sequence[Sentence], markers: Markers) -> Markers:
    """The first patient, not called so, begins with the first description before the second's."""
    for sentence in within:
        if sentence.index in markers:
            break
        match = PRESENTED.search(prose.words(sentence)) or FIRST_OF_THEM.search(prose.words(sentence))
        if match:
            at = sentence.start + match.start()
            return {**markers, sentence.index: [Marker(at, sentence.start + match.end(), frozenset({0}), (0,))]}
    return markers


def _with_second(prose: Prose, within: Sequence[Sentence], markers: Markers) -> Markers:
    """The second patient, not called so, begins with the first presentation after the first's, of another age."""
    first = min(markers)
    ages = {m["age"] or m["age2"] for s in within if s.index == first for m in PRESENTED.finditer(prose.words(s))}
    for sentence in within:
        match = PRESENTED.search(prose.words(sentence)) if sentence.index > first and sentence.index not in markers else None
        if match and (match["age"] or match["age2"]) not in ages:
            at = sentence.start + match.start()
            return {**markers, sentence.index: [Marker(at, sentence.start + match.end(), frozenset({1}), (1,))]}
    return markers
