"""Two patients told of in one breath: a man and a woman, or two of a family who both have the disease."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import PRESENTED, SIBLINGS, THE_PERSON, Found, Marker, markers_of, nth, sex_of
from caseextract.assertions.announced import TELLING
from caseextract.schema.prose import Prose, Sentence

COUPLE = re.compile(r"\b(?P<first>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<one>man|woman|boy|girl|male|female)\b[^.;]{0,50}?\band (?:an? )?(?P<second>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<two>man|woman|boy|girl|male|female)\b", re.I)
AND_KIN = re.compile(
    r"\b(?P<first>\d{1,2}(?:\.\d)?)[- ](?:year|month)s?[- ]old (?:[\w-]+ ){0,4}?(?:patient|man|woman|boy|girl|male|female|child|infant|brother|sister)\b[^.;,]{0,25} and (?P<other>(?:her|his|the) (?P<second>\d{1,2}(?:\.\d)?)[- ](?:year|month)s?[- ]old (?:[\w-]+ )?(?:brother|sister|sibling|twin|son|daughter|mother|father|wife|husband))\b",
    re.I,
)
KIN = re.compile(
    r"(?:^|\b(?:an?|the|of|in) )(?:\d{1,3}-year-old )?(?P<one>mother|father|brother|sister|husband|wife)(?:,? \(?(?:aged )?\d{1,3}(?: years)?\)?,?)? and (?:(?:her|his|an?|their) )?(?:(?:\d{1,3}-year-old|younger|older|elder) )?"
    r"(?P<two>daughter|son|sister|brother|wife|husband)\b",
    re.I,
)
OF_TWO_SIBLINGS = re.compile(
    r"\b(?:(?:the|her|his|an?) (?:(?P<age>younger|elder|older|\d{1,2}(?:\.\d)?[- ](?:year|month)s?[- ]old) )?(?P<who>sister|brother|twin|sibling|girl|boy)(?: (?:girl|boy|sister|brother))?|(?P<own>her|his) (?:(?:monozygotic|identical|dizygotic|fraternal) )?(?:twin|sibling)"
    r"|the (?P<alone>younger|elder|older)(?: (?:one|patient|child|woman|man|of the two))?)\b(?! (?:age|than|adults|people|group|patients))",
    re.I,
)
START = re.compile(r"(?:^|[;:,]|\b(?:and|but|while|whereas|in|case of))\s*$", re.I)
"""What stands before one who is spoken of, not "from her sister"."""
BOTH_ILL = re.compile(r",? (?:both|with|were (?:both )?diagnosed|developed|presented|who both)\b")
IN_LAW_OF = {"son": "mother", "daughter": "mother", "mother": "daughter", "father": "son", "wife": "husband", "husband": "wife", "brother": "sister", "sister": "brother"}
"""What the first of a family is called, if the second is called so."""
SEXED = re.compile(r"\b\d{1,2}[- ]years?[- ]old (?:[\w-]+ ){0,3}?(?P<who>man|woman|boy|girl|male|female)\b|^(?:The|A|An) (?P<who2>brother|sister|mother|father|son|daughter)\b", re.I)
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
    for sentence in within:
        pair = AND_KIN.search(prose.words(sentence))
        if pair and (count == 2 or BOTH_ILL.match(prose.words(sentence)[pair.end() :])):
            at = sentence.start
            first = Marker(at + pair.start(), at + pair.start("other"), frozenset({0}), (0,), closed=True)
            there = {sentence.index: [first, Marker(at + pair.start("other"), at + pair.end(), frozenset({1}), (1,), closed=True)]}
            second = pair["other"].split()[-1].lower()
            people = [IN_LAW_OF.get(second, ""), second]
            return ["patient 1", "patient 2"], {**markers_of(prose, [s for s in sentences if s.index > sentence.index], RELATIVE, _of_relatives(people)), **there}
    if count == 2 and any(SIBLINGS.search(prose.words(s)) for s in sentences):
        found = _siblings(prose, within)
        if found:
            return found
    for sentence in within:
        match = KIN.search(prose.words(sentence)) if count in (None, 2) else None
        if match is None or match["one"].lower() == match["two"].lower():
            continue
        people = [match["one"].lower(), match["two"].lower()]
        later = [s for s in sentences if s.index > sentence.index]
        markers = markers_of(prose, later, RELATIVE, _of_relatives(people))
        if count == 2 and len({sex_of(person) for person in people}) == 2:
            sexes = [sex_of(person) for person in people]
            markers = {**markers_of(prose, later, SEXED, lambda m, sexes=sexes: (sexes.index(sex_of(m["who"] or m["who2"])),)), **markers}  # type: ignore[misc]
        if {n for marks in markers.values() for m in marks for n in m.patients} == {0, 1}:
            return people, markers
    return None


def _siblings(prose: Prose, within: Sequence[Sentence]) -> Found | None:
    """Two siblings as "the elder" and "the younger", or the second as "her sister" of one who is presented before."""
    names: dict[str, int] = {}
    latest: int | None = None
    markers: dict[int, list[Marker]] = {}
    for sentence in within:
        words = prose.words(sentence)
        first = PRESENTED.search(words) if latest is None else None
        if first and not OF_TWO_SIBLINGS.match(words, first.start()) and not SIBLINGS.search(words):
            markers[sentence.index], latest = [Marker(sentence.start + first.start(), sentence.start + first.end(), frozenset({0}), (0,))], 0
        for match in OF_TWO_SIBLINGS.finditer(words, first.end() if first else 0):
            if not START.search(words[: match.start()]):
                continue
            which = (match["age"] or match["alone"] or "").lower()
            name = "elder" if which == "older" else which if which in ("younger", "elder") else ""
            one_of_them = latest is not None and match[0][:3].lower() in ("her", "his")
            number = names.get(name) if name else None
            if number is None and (name or one_of_them):
                number = 1 - latest if latest is not None else len(names)
            if number is None or number > 1:
                continue
            if name:
                names[name] = number
            latest = number
            markers.setdefault(sentence.index, []).append(Marker(sentence.start + match.start(), sentence.start + match.end(), frozenset({number}), (number,)))
    return (["patient 1", "patient 2"], markers) if {n for marks in markers.values() for m in marks for n in m.patients} == {0, 1} else None


def _of_people(sexes: list[str]) -> Callable[[re.Match[str]], tuple[int, ...]]:
    return lambda match: nth(match["nth"], 2) if match["nth"] else (sexes.index(sex_of(match["who"])),)


def _of_relatives(people: list[str]) -> Callable[[re.Match[str]], tuple[int, ...]]:
    return lambda match: (people.index(match["who"].lower()),) if match["who"].lower() in people else ()
