"""Which stretches of the text speak of which patients of a series, from the words that name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import ALL, Marker
from caseextract.assembly.series import EVERYBODY, Stretch
from caseextract.assertions.announced import ANNOUNCED
from caseextract.schema.prose import Prose, Sentence

CLAUSE = re.compile(r"[;:(]|,|\b(?:and|while|whereas|but|with)\b", re.I)
BREAK = re.compile(r"[;,]|\b(?:and|while|whereas|but)\b", re.I)
POSTPOSED = re.compile(r"\b(?:for|in|of)(?: the)? ?$", re.I)
BRACKETED = re.compile(r"\($")
PERSONAL = re.compile(r"^(?:She|He|His|Her|The patient|This patient|Upon|At (?:the )?(?:last|follow)|After|On )")
TWO = re.compile(r"\b(?:two|both)\b", re.I)
BOTH = re.compile(r"\b(?:both|neither)\b", re.I)
IN_ALL = re.compile(r"[,;)] ?(?:and |with |both )?(?:(?!\b(?:who|which|whereas|while|but)\b)[^,;.()]){0,60}\b(?:in|of|by) (?:both|all(?: (?:three|four))?|each)(?: of (?:the|these))?(?: (?:patients|cases|of them))?\b[^,;]{0,40}\Z", re.I)
"""What a sentence that told the patients apart ends with, of all of them: "… with a response in both"."""
WITH_WHAT = re.compile(r"^|\b(?:in|with|for|by|of|at|as) ")
GOES_ON = re.compile(r"\)? (?!and\b|or\b|while\b|whereas\b|but\b)\w+ ")
"""Words behind a bracketed label that go on about its patient: "(case 1) resulted in …"."""
THEY = re.compile(r"(?:They|Their|Both)\b")
HEAD = 40


def walk(prose: Prose, sentences: Sequence[Sentence], markers: Mapping[int, Sequence[Marker]], count: int = 2) -> Iterator[Stretch]:
    """Stretches in order: a marker's clause and what follows it until the next marker, or words that speak of all."""
    current, part, settled, pair = EVERYBODY, None, True, EVERYBODY
    known: frozenset[int] = EVERYBODY
    for sentence in sentences:
        words = prose.words(sentence)
        here = markers.get(sentence.index, [])
        if sentence.section in ("title", "abstract", "case") and part not in (None, sentence.section):
            current = EVERYBODY
        part = sentence.section if sentence.section != "front" else "case"
        if not here:
            of_all = ALL.search(words)
            two = known if count > len(known) == 2 and of_all and BOTH.search(of_all[0]) else EVERYBODY
            together = (pair or two) if BOTH.search(words) else EVERYBODY
            if of_all or (not settled and not PERSONAL.match(words)):
                current = known if THEY.match(words) and current == known and len(known) == 2 else EVERYBODY
            whose = together or current
            yield Stretch(sentence.start, sentence.end, whose, loose=not whose and bool(known) and not of_all and not ANNOUNCED.search(words))
            current = together or current
            continue
        named = frozenset(n for marker in here for n in marker.patients)
        known |= named
        latest = here[-1].patients if len(here[-1].patients) == 2 else named
        pair = latest if count > 2 and len(latest) == 2 else pair
        yield from _within(sentence, here, prose.text, pair if pair == named and TWO.search(words[: here[0].start - sentence.start]) else EVERYBODY)
        current = EVERYBODY if here[-1].closed else here[-1].patients
        settled = len({m.patients for m in here}) == 1 and len(current) == 1


def _within(sentence: Sentence, here: Sequence[Marker], text: str, common: frozenset[int] = EVERYBODY) -> Iterator[Stretch]:
    if all(m.closed for m in here):
        yield from _of_closed(sentence, here)
        return
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


def _of_closed(sentence: Sentence, here: Sequence[Marker]) -> Iterator[Stretch]:
    """Markers whose own words are all that speaks of their patients."""
    start = sentence.start
    for marker in here:
        yield Stretch(start, marker.start, EVERYBODY)
        yield Stretch(marker.start, marker.end, marker.patients)
        start = marker.end
    yield Stretch(start, sentence.end, EVERYBODY)


def _before_brackets(sentence: Sentence, here: Sequence[Marker], text: str) -> Iterator[Stretch]:
    """"S-1 for the first tumour (case 1) and cisplatin for the second (case 2)": each marker's clause ends in it."""
    start, told = sentence.start, EVERYBODY
    for marker in here:
        clauses = [start + c.end() for c in BREAK.finditer(text[start : marker.start])]
        announced = None if start > sentence.start or clauses else ANNOUNCED.search(text[start : marker.start])
        begin = clauses[-1] if clauses else start
        if announced:
            begin = start + max(m.start() for m in WITH_WHAT.finditer(text[start : marker.start]))
        if begin > start:
            yield Stretch(start, begin, told if GOES_ON.match(text[start:begin]) else EVERYBODY)
        yield Stretch(begin, marker.end, marker.patients)
        start, told = marker.end, marker.patients
    if start < sentence.end:
        yield Stretch(start, sentence.end, here[-1].patients)
