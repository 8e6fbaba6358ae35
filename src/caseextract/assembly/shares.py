"""What a sentence shares out among the patients of a series: "for 10 and 12 weeks, respectively", "both are alive after 3 and 5 years"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import ALL, Marker
from caseextract.assembly.series import Share
from caseextract.assertions.announced import ANNOUNCED, number_of
from caseextract.schema.numbers import value_of
from caseextract.schema.prose import Prose, Sentence

RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
NUMBERS = re.compile(r"\b\d+(?:\.\d+)?\+?(?: (?:months?|years?|weeks?|days?))?(?:(?:, ?(?:and )?| and )(?:[a-z]+ ){0,3}?\d+(?:\.\d+)?\+?(?: (?:months?|years?|weeks?|days?)(?=,| and))?)+(?= ?(?:months?|years?|weeks?|days?)\b)", re.I)
JOINT = re.compile(r",? and |, ", re.I)
JOINT_AND = re.compile(r"\band\b", re.I)
RESULT = r"(?:an? |the )?(?:(?:partial|complete|minor|mixed)(?: (?:response|remission))?|stable disease|progressive disease|disease progression|progression|PR|CR|SD|PD)\b"
RESULTS = re.compile(rf"\b(?:responses? (?:was|were|included) )?{RESULT}(?:(?:,? and |, ){RESULT})+", re.I)
LONGEST = 6
"""Words of an item of a list."""


def shares(prose: Prose, sentences: Sequence[Sentence], markers: Mapping[int, Sequence[Marker]], count: int) -> Iterator[Share]:
    """What a sentence shares out among the patients that it names, or among all: numbers and, before "respectively", any list."""
    for sentence in sentences:
        words = prose.words(sentence)
        here = markers.get(sentence.index, [])
        named = [n for marker in here for n in marker.order]
        order = named if len(named) > 1 else list(range(count))
        listed = False
        for match in NUMBERS.finditer(words):
            values = list(re.finditer(r"\d+(?:\.\d+)?", match[0]))
            first = sentence.start + match.start()
            group = next((list(m.order) for m in reversed(here) if m.end <= first), [])
            mine = group if len(group) == len(values) > 1 else order
            if mine is order and not (RESPECTIVELY.search(words) or (len(named) > 1 and len(here) == 1) or (not here and _of_the_whole(words[: match.start()], count))):
                continue
            if len(values) == len(mine):
                listed = True
                last = first + values[-1].start()
                for patient, value in zip(mine, values, strict=True):
                    at = first + value.start()
                    yield Share(at, first + value.end(), patient, value_of(value[0]) or 0, last, first)
        yield from _listed(sentence, words, order, here, numbers=listed)


def _of_the_whole(before: str, count: int) -> bool:
    """Whether the words before a list of numbers speak of all the patients: "both are alive after 3 and 5 years"."""
    return bool(ALL.search(before)) or any(number_of(m["n"]) == count for m in ANNOUNCED.finditer(before))


def _listed(sentence: Sentence, words: str, order: Sequence[int], here: Sequence[Marker], *, numbers: bool) -> Iterator[Share]:
    """"A partial and a complete response, respectively": as many items as patients, the first as long as the others."""
    if not RESPECTIVELY.search(words):
        return
    for match in RESULTS.finditer(words):
        results = list(re.finditer(RESULT, match[0]))
        if len(results) == len(order):
            at = sentence.start + match.start()
            for patient, result in zip(order, results, strict=True):
                begin = 0 if result is results[0] else result.start()
                yield Share(at + begin, at + result.end(), patient, 0, -1)
            return
    for match in () if numbers else RESPECTIVELY.finditer(words):
        begin = max((m.end() for m in RESPECTIVELY.finditer(words[: match.start()])), default=0)
        begin = max(begin, words.rfind(";", 0, match.start()) + 1)
        group = next((m for m in reversed(here) if m.end <= sentence.start + match.start() and len(m.order) > 1), None)
        if group is not None and len(here) > 1:
            order, begin = group.order, max(begin, group.end - sentence.start)
        items = _items(words[begin : match.start()].rstrip(" ,("), len(order))
        for patient, (start, end) in zip(order, items, strict=False):
            at = sentence.start + begin
            yield Share(at + start, at + end, patient, 0, -1)


def _items(words: str, count: int) -> list[tuple[int, int]]:
    """Where each of the last `count` items of a list begins and ends."""
    joints = [(m.start(), m.end()) for m in JOINT.finditer(words)][-(count - 1) :]
    if len(joints) < count - 1 or not JOINT_AND.search(words[joints[-1][0] : joints[-1][1]]):
        return []
    bounds = [(end, joints[n + 1][0] if n + 1 < len(joints) else len(words)) for n, (_, end) in enumerate(joints)]
    longest = max(len(words[start:end].split()) for start, end in bounds)
    before = list(re.finditer(r"[^\s(]+", words[: joints[0][0]]))[-longest:]
    if not before or longest > LONGEST:
        return []
    return [(before[0].start(), joints[0][0]), *bounds]
