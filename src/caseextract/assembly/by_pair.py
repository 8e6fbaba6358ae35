"""Two patients told of in one breath: a man and a woman, or two of a family who both have the disease."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import THE_PERSON, Found, Marker, markers_of, nth, sex_of
from caseextract.assertions.announced import TELLING
from caseextract.schema.prose import Prose, Sentence

COUPLE = re.compile(r"\b(?P<first>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<one>man|woman|boy|girl|male|female)\b[^.;]{0,50}?\band (?:an? )?(?P<second>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<two>man|woman|boy|girl|male|female)\b", re.I)
AND_KIN = re.compile(
    r"\b(?P<first>\d{1,2}(?:\.\d)?)[- ](?:year|month)s?[- ]old (?:[\w-]+ ){0,4}?(?:patient|man|woman|boy|girl|male|female|child|infant|brother|sister)\b[^.;,]{0,25} and (?P<other>(?:her|his|the) (?P<second>\d{1,2}(?:\.\d)?)[- ](?:year|month)s?[- ]old (?:[\w-]+ )?(?:brother|sister|sibling|twin))\b",
    re.I,
)
KIN = re.compile(
    r"(?:^|\b(?:an?|the|of|in) )(?:\d{1,3}-year-old )?(?P<one>mother|father|brother|sister|husband|wife)(?:,? \(?(?:aged )?\d{1,3}(?: years)?\)?,?)? and (?:(?:her|his|an?|their) )?(?:(?:\d{1,3}-year-old|younger|older|elder) )?"
    r"(?P<two>daughter|son|sister|brother|wife|husband)\b",
    re.I,
)
RELATIVE = re.compile(r"\b(?:the|his|her|our) (?:\d{1,3}-year-old )?(?P<who>mother|father|brother|sister|husband|wife|daughter|son)\b", re.I)
FAMILY = re.compile(r"\b(?:mother|father|son|daughter|wife|husband|donor)\b", re.I)


def coupled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """A man and a woman presented in one breath, then told apart as "the man" and "the woman"."""
    for sentence in within:
        words = prose.words(sentence)
        match = COUPLE.search(words)
        if match is None or count not in (None, 2) or FAMILY.search(words):
            continue
        people = [sex_of(match["one"]), sex_of(match["two"])]
        if people[0] == people[1]:
            return None
        markers = markers_of(prose, sentences, THE_PERSON, _of_people(people))
        later = {n for index, marks in markers.items() if index > sentence.index for mark in marks for n in mark.patients}
        if len(later) == 2 or (later and (count or TELLING.search(words))):
            return ["patient 1", "patient 2"], markers
    return None


def kindred(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """Two of a family who both have the disease: "a mother and her daughter", "the 6-year-old girl and her 3-year-old brother"."""
    for sentence in within if count == 2 else ():
        pair = AND_KIN.search(prose.words(sentence))
        if pair:
            at = sentence.start
            first = Marker(at + pair.start(), at + pair.start("other"), frozenset({0}), (0,))
            return ["patient 1", "patient 2"], {sentence.index: [first, Marker(at + pair.start("other"), at + pair.end(), frozenset({1}), (1,))]}
    for sentence in within:
        match = KIN.search(prose.words(sentence)) if count in (None, 2) else None
        if match is None or match["one"].lower() == match["two"].lower():
            continue
        people = [match["one"].lower(), match["two"].lower()]
        later = [s for s in sentences if s.index > sentence.index]
        markers = markers_of(prose, later, RELATIVE, _of_relatives(people))
        if {n for marks in markers.values() for m in marks for n in m.patients} == {0, 1}:
            return people, markers
    return None


def _of_people(sexes: list[str]) -> Callable[[re.Match[str]], tuple[int, ...]]:
    return lambda match: nth(match["nth"], 2) if match["nth"] else (sexes.index(sex_of(match["who"])),)


def _of_relatives(people: list[str]) -> Callable[[re.Match[str]], tuple[int, ...]]:
    return lambda match: (people.index(match["who"].lower()),) if match["who"].lower() in people else ()
