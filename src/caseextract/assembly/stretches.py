"""Which stretches of the text speak of which patients of a series, from the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import ALL, Marker
from caseextract.assembly.series import EVERYBODY, Share, Stretch
from caseextract.assertions.announced import ANNOUNCED
from caseextract.schema.numbers import value_of
from caseextract.schema.prose import Prose, Sentence

CLAUSE = re.compile(r"[;:(]|,|\b(?:and|while|whereas|but|with)\b", re.I)
BREAK = re.compile(r"[;,]|\b(?:and|while|whereas|but)\b", re.I)
POSTPOSED = re.compile(r"\b(?:for|in|of)(?: the)? ?$", re.I)
BRACKETED = re.compile(r"\($")
RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
NUMBERS = re.compile(r"\b\d+(?:\.\d+)?(?: (?:months?|years?|weeks?|days?))?(?:(?:, ?(?:and )?| and )(?:[a-z]+ ){0,3}?\d+(?:\.\d+)?(?: (?:months?|years?|weeks?|days?)(?=,| and))?)+(?= ?(?:months?|years?|weeks?|days?)\b)", re.I)
JOINT = re.compile(r",? and |, ", re.I)
JOINT_AND = re.compile(r"\band\b", re.I)
RESULT = r"(?:an? |the )?(?:(?:partial|complete|minor|mixed)(?: (?:response|remission))?|stable disease|progressive disease|disease progression|progression|PR|CR|SD|PD)\b"
RESULTS = re.compile(rf"\b(?:responses? (?:was|were|included) )?{RESULT}(?:(?:,? and |, ){RESULT})+", re.I)
LONGEST = 6
"""Words of an item of a list."""
PERSONAL = re.compile(r"^(?:She|He|His|Her|The patient|This patient|Upon|At (?:the )?(?:last|follow)|After|On )")
TWO = re.compile(r"\b(?:two|both)\b", re.I)
BOTH = re.compile(r"\b(?:both|neither)\b", re.I)
IN_ALL = re.compile(r"[,;)] ?(?:and |with |both )?(?:(?!\b(?:who|which|whereas|while|but)\b)[^,;.()]){0,60}\b(?:in|of|by) (?:both|all(?: (?:three|four))?|each)(?: of (?:the|these))?(?: (?:patients|cases|of them))?\b[^,;]{0,40}\Z", re.I)
"""What a sentence that told the patients apart ends with, of all of them: "… with a response in both"."""
HEAD = 40


def walk(prose: Prose, sentences: Sequence[Sentence], markers: Mapping[int, Sequence[Marker]], count: int = 2) -> Iterator[Stretch]:
    """Stretches in order: a marker's clause and what follows it until the next marker, or words that speak of all."""
    current, part, settled, pair = EVERYBODY, None, True, EVERYBODY
    for sentence in sentences:
        words = prose.words(sentence)
        here = markers.get(sentence.index, [])
        if sentence.section in ("title", "abstract", "case") and part not in (None, sentence.section):
            current = EVERYBODY
        part = sentence.section if sentence.section != "front" else "case"
        if not here:
            if ALL.search(words) or (not settled and not PERSONAL.match(words)):
                current = EVERYBODY
            yield Stretch(sentence.start, sentence.end, pair if pair and BOTH.search(words) else current)
            continue
        named = frozenset(n for marker in here for n in marker.patients)
        pair = named if count > 2 and len(named) == 2 else pair
        yield from _within(sentence, here, prose.text, pair if pair == named and TWO.search(words[: here[0].start - sentence.start]) else EVERYBODY)
        current = here[-1].patients
        settled = len({m.patients for m in here}) == 1 and len(current) == 1


def _within(sentence: Sentence, here: Sequence[Marker], text: str, common: frozenset[int] = EVERYBODY) -> Iterator[Stretch]:
    if all(BRACKETED.search(text[sentence.start : m.start]) for m in here):
        yield from _before_brackets(sentence, here, text)
        return
    if len(here) > 1 and text[here[-1].end : sentence.end].strip(" .")[:1] in ("", ";") and all(POSTPOSED.search(text[sentence.start : m.start]) for m in here):
        start = sentence.start
        for marker in here:
            yield Stretch(start, marker.end, marker.patients)
            start = marker.end
        yield Stretch(start, sentence.end, EVERYBODY)
        return
    starts = []
    for number, marker in enumerate(here):
        floor = here[number - 1].end if number else sentence.start
        before = text[sentence.start : marker.start]
        of_all = common or ALL.search(before) or (number == 0 and ANNOUNCED.search(before))
        if number == 0 and not of_all and (len(here) == 1 or marker.start - sentence.start < HEAD):
            starts.append(sentence.start)
            continue
        clauses = [floor + c.start() for c in CLAUSE.finditer(text[floor : marker.start])]
        starts.append(clauses[-1] if clauses else marker.start)
    if starts[0] > sentence.start:
        yield Stretch(sentence.start, starts[0], common)
    end = sentence.end
    closing = IN_ALL.search(text[here[-1].end : sentence.end]) if len(here) > 1 else None
    if closing:
        end = here[-1].end + closing.start()
    for number, marker in enumerate(here):
        yield Stretch(starts[number], starts[number + 1] if number + 1 < len(here) else end, marker.patients)
    if end < sentence.end:
        yield Stretch(end, sentence.end, EVERYBODY)


def _before_brackets(sentence: Sentence, here: Sequence[Marker], text: str) -> Iterator[Stretch]:
    """"S-1 for the first tumour (case 1) and cisplatin for the second (case 2)": each marker's clause ends in it."""
    start = sentence.start
    for marker in here:
        clauses = [start + c.end() for c in BREAK.finditer(text[start : marker.start])]
        begin = clauses[-1] if clauses else start
        if begin > start:
            yield Stretch(start, begin, EVERYBODY)
        yield Stretch(begin, marker.end, marker.patients)
        start = marker.end
    if start < sentence.end:
        yield Stretch(start, sentence.end, here[-1].patients)


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
            if mine is order and not (RESPECTIVELY.search(words) or (len(named) > 1 and len(here) == 1)):
                continue
            if len(values) == len(mine):
                listed = True
                last = first + values[-1].start()
                for patient, value in zip(mine, values, strict=True):
                    at = first + value.start()
                    yield Share(at, first + value.end(), patient, value_of(value[0]) or 0, last, first)
        yield from _listed(sentence, words, order, numbers=listed)


def _listed(sentence: Sentence, words: str, order: Sequence[int], *, numbers: bool) -> Iterator[Share]:
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
