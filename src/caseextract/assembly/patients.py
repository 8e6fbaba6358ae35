"""Which patients a report describes: none, one, or a series.

A report is a series only where it says so: by labels ("case 1 … case 2", "patients 3 and 7"), by order ("the first patient … the
second"), or by a count ("two cases") that its single descriptions bear out. What is said of nobody in particular is said of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from caseextract import caseblind as re
from caseextract.assembly import demographics
from caseextract.assembly.series import EVERYBODY, Described, Series, Share, Stretch
from caseextract.assertions.announced import ANNOUNCED, COUNT, MANY, MOST, TELLING, announced, number_of
from caseextract.schema.numbers import ordinal_of, value_of
from caseextract.schema.prose import Prose, Sentence

ONE = r"patient|case|child|woman|man|boy|girl|individual|infant|brother|sister|sibling|one|female|male|twin"
LABEL = r"\d{1,3}|[A-H]|I{1,3}|IV|VI{0,3}|one|two|three|four|five|six|seven|eight|nine|ten|One|Two|Three|Four|Five|Six"
NUMBERED = re.compile(
    rf"\b(?P<who>[Cc]ases?|CASES?|[Pp]atients?|PATIENTS?|[Pp]ts?|[Ss]ubjects?)(?: ?[Rr]eport)?[ \u00a0]*(?:[Nn]o\.?|[Nn]umber|[Nn]r\.?)?[ \u00a0]*(?:#|\()?"
    rf"(?P<labels>(?:{LABEL})(?:(?:, ?(?:and |& ?)?| and | & |/)(?:{LABEL})\b)*)\)?(?![\w%×]|[-/]\w| ?(?:years?|months?|weeks?|days?|mg|cm|mm|patients?|cases?|of \d|of the|out of|other|more|lines?|cycles?)\b|[.,]\d)"
)
ORDINAL = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|4th|5th|6th|7th|other) (?:[a-z]+ )?(?:{ONE})\b"
    r"(?! (?:of|reported|described|ever|worldwide|in (?:the )?(?:literature|world|which)|report|series|to (?:be|our)|was reported|has been|is reported))",
    re.I,
)
BARE = re.compile(
    r"\b(?:the|and the|while the|whereas the|but the) (?P<nth>first|second|third|fourth|other)(?= (?:was|were|had|has|is|received|underwent|achieved|developed|died|remain\w*"
    r"|showed|experienced|presented|a \d|an? \w+-year|progressed|responded|relapsed|needed)\b)",
    re.I,
)
SINGLE = re.compile(
    rf"\b(?P<nth>one|another|the other|the remaining|the second|a second|the third|a third|the fourth|the last)"
    rf"(?: (?:of (?:them|these|the (?:\w+ )?(?:patients|cases))|(?:\w+ )?(?:{ONE}))\b| (?=(?:was|had|has|remain\w*|died|received|achieved|developed|experienced|is|showed|progressed|underwent|responded|after)\b))",
    re.I,
)
ALL = re.compile(
    rf"\b(?:both|all(?: of)?(?: the)?(?: (?:{COUNT}))?|each|neither|these(?: (?:{COUNT}))?|our|every)(?: of (?:the|these|our|them))?(?: [\w-]+)?? (?:{MANY})\b"
    r"|^(?:Both|Each|All|Neither|They|Their)\b|\b(?:in both|in each|both were|both had|both received|both are|both of them|both then)\b",
    re.I,
)
PRESENTED = re.compile(
    r"\b(?:an?|the|(?P<aged>aged)) (?:(?!case\b|patient\b)[\w-]+ ){0,3}?(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]?(?:years?|yrs?|yr|months?)[- ](?:of[- ]age|old)\b"
    r"|\b(?:an?|the) (?P<age2>\d{1,3})[- ]?(?:years?|yrs?|y/?o)[,-]? ?(?:male|female|man|woman|boy|girl)",
    re.I,
)
INTRODUCED = re.compile(r"\b(?:years?|months?)[- ](?:old|of age)\b|\baged? \d|\b(?:presented|admitted|referred|diagnosed)\b", re.I)
GROUP = re.compile(r"\b(?P<n>two|three|four)(?: of (?:them|these|the (?:\w+ )?(?:patients|cases))| (?:other |further )?(?:patients|cases|others|children|women|men))\b(?! (?:with|whose|who|were (?:included|treated)|aged?))", re.I)
COUPLE = re.compile(r"\b(?P<first>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<one>man|woman|boy|girl|male|female)\b[^.;]{0,50}?\band (?:an? )?(?P<second>\d{1,3})[- ]year[- ]old (?:[\w-]+ ){0,3}?(?P<two>man|woman|boy|girl|male|female)\b", re.I)
FAMILY = re.compile(r"\b(?:mother|father|son|daughter|wife|husband|donor)\b", re.I)
CLAUSE = re.compile(r"[;:(]|,|\b(?:and|while|whereas|but|with)\b", re.I)
POSTPOSED = re.compile(r"\b(?:for|in|of)(?: the)? ?$", re.I)
RESPECTIVELY = re.compile(r"\brespectively\b", re.I)
NUMBERS = re.compile(r"\b\d+(?:\.\d+)?(?:(?:, ?(?:and )?| and )(?:[a-z]+ ){0,3}?\d+(?:\.\d+)?)+(?= ?(?:months?|years?|weeks?|days?)\b)", re.I)
PERSONAL = re.compile(r"^(?:She|He|His|Her|The patient|This patient|Upon|At (?:the )?(?:last|follow)|After|On )")
HEAD = 40


THE_PERSON = re.compile(r"\b(?:the|our) (?:[\w-]+ )?(?P<who>man|woman|boy|girl|male|female)\b", re.I)


@dataclass(frozen=True, slots=True)
class Marker:
    """Words `[start, end)` that name the patients, by index, of whom their clause speaks."""

    start: int
    end: int
    patients: frozenset[int]
    order: tuple[int, ...] = ()


def find(prose: Prose, story: Sequence[int]) -> Series | None:
    """The series of patients that the report describes; None where it describes one at most. `story` tells the case."""
    sentences = _readable(prose)
    within = [prose.sentences[index] for index in story]
    count = announced(prose)
    for way in (_labelled, _ordered, _aged, _presented, _coupled, _singled, _alike):
        found = way(prose, sentences, within, count)
        if found is not None:
            labels, markers = found
            patients = demographics.enter([Described(label) for label in labels], within, prose)
            series = Series(patients, list(_walk(prose, sentences, markers)))
            series.shares.extend(_shares(prose, sentences, markers, len(labels)))
            return series
    return None


def _readable(prose: Prose) -> list[Sentence]:
    """Sentences of title, abstract and case, and the headings between those of the case."""
    return [s for s in prose.sentences if s.section in ("title", "abstract", "case") or (s.section == "front" and NUMBERED.match(prose.words(s)))]


Found = tuple[list[str], Mapping[int, list[Marker]]]


def _labelled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By the report's own labels: "Case 1", "patient B", "patients 29 and 66"."""
    labels: dict[str, str] = {}
    heads = 0
    inside = {s.index for s in within}
    for sentence in sentences:
        for match in NUMBERED.finditer(prose.words(sentence)):
            if sentence.index not in inside and sentence.section != "front":
                continue
            heads += match.start() < 4
            for label in _labels(match["labels"]):
                labels.setdefault(label, f"{match['who'].lower().rstrip('s')} {label}")
    if not 2 <= len(labels) <= MOST:
        return None
    from_one = set(labels) in ({str(n + 1) for n in range(len(labels))}, set("ABCDEFGH"[: len(labels)]))
    if not (from_one and heads >= 2) and count is None and heads < 2:
        return None
    index = {label: number for number, label in enumerate(labels)}
    names = list(labels.values())
    markers = _markers(prose, sentences, NUMBERED, lambda m: tuple(index[label] for label in _labels(m["labels"]) if label in index))
    if from_one:
        ordinals = _markers(prose, sentences, ORDINAL, lambda m: _nth(m["nth"], len(names)))
        markers = {**ordinals, **markers}
    elif count == len(names) + 1:
        unnamed = _markers(prose, sentences, SINGLE, lambda m: (len(names),) if m["nth"].lower() == "one" else ())
        if unnamed:
            names.append(f"patient {len(names) + 1}")
            markers = {**unnamed, **markers}
            names, markers = _in_order(names, markers)
    return names, markers


def _in_order(names: list[str], markers: Mapping[int, list[Marker]]) -> Found:
    """The patients renumbered in the order of their first markers."""
    seen: list[int] = []
    for index in sorted(markers):
        for marker in markers[index]:
            seen.extend(n for n in marker.order if n not in seen)
    place = {old: new for new, old in enumerate(seen)}
    moved = {
        index: [replace(m, patients=frozenset(place[n] for n in m.patients), order=tuple(place[n] for n in m.order)) for m in found]
        for index, found in markers.items()
    }
    return [names[old] for old in seen], moved


def _labels(text: str) -> Iterator[str]:
    for word in re.split(r"[,\s&/]+|\band\b", text):
        if word:
            yield word if len(word) == 1 and word in "ABCDEFGH" else str(ordinal_of(word) or word)


def _ordered(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By order: "the first patient … the second"."""
    inside = {s.index for s in within}
    most = count or MOST
    found = _markers(prose, sentences, ORDINAL, lambda m: _nth(m["nth"], most))
    if not any(index in inside for index in found):
        return None
    bare = _markers(prose, sentences, BARE, lambda m: _nth(m["nth"], most))
    markers: Mapping[int, list[Marker]] = {index: sorted([*found.get(index, []), *bare.get(index, [])], key=lambda m: m.start) for index in {*found, *bare}}
    named = {n for marks in markers.values() for m in marks for n in m.patients}
    if not {0, 1} & named or max(named) == 0 or (count is None and not {0, 1} <= named):
        return None
    if count is None and not all(_presents(prose, markers, n) for n in (0, 1)):
        return None
    number = count or max(named) + 1
    if 0 not in named:
        markers = _with_first(prose, within, markers)
    return [f"patient {n + 1}" for n in range(number)], markers


def _presents(prose: Prose, markers: Mapping[int, list[Marker]], patient: int) -> bool:
    """Whether one of the sentences that name the patient gives an age or introduces them."""
    return any(
        INTRODUCED.search(prose.words(prose.sentences[index])) for index, marks in markers.items() if any(patient in m.patients for m in marks)
    )


def _with_first(prose: Prose, within: Sequence[Sentence], markers: Mapping[int, list[Marker]]) -> Mapping[int, list[Marker]]:
    """The first patient, not called so, begins with the first description before the second's."""
    for sentence in within:
        if sentence.index in markers:
            break
        match = PRESENTED.search(prose.words(sentence))
        if match:
            at = sentence.start + match.start()
            return {**markers, sentence.index: [Marker(at, sentence.start + match.end(), frozenset({0}), (0,))]}
    return markers


def _nth(word: str, most: int) -> tuple[int, ...]:
    number = most if word.lower() == "other" else ordinal_of(word)
    if word.lower() == "other" and most != 2:
        return ()
    return (number - 1,) if number is not None and 1 <= number <= most else ()


def _presented(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and as many presentations: "a 32-year-old man … a 72-year-old man"."""
    if count is None:
        return None
    marks = [(s, m) for s in within for m in PRESENTED.finditer(prose.words(s))]
    ages = [m["age"] or m["age2"] for _, m in marks]
    if len(marks) != count or len(set(ages)) != count:
        return None
    markers: dict[int, list[Marker]] = {}
    for number, (sentence, match) in enumerate(marks):
        at = sentence.start + match.start()
        markers.setdefault(sentence.index, []).append(Marker(at, sentence.start + match.end(), frozenset({number}), (number,)))
    return [f"patient {n + 1}" for n in range(count)], markers


def _coupled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """A man and a woman presented in one breath, then told apart as "the man" and "the woman"."""
    for sentence in within:
        words = prose.words(sentence)
        match = COUPLE.search(words)
        if match is None or count not in (None, 2) or FAMILY.search(words) or (count is None and not TELLING.search(words)):
            continue
        people = [_person(match["one"]), _person(match["two"])]
        if people[0] == people[1]:
            return None
        markers = dict(_markers(prose, sentences, THE_PERSON, lambda m, people=people: (people.index(_person(m["who"])),)))
        if any(index != sentence.index for index in markers):
            return ["patient 1", "patient 2"], markers
    return None


def _person(word: str) -> str:
    return "female" if word.lower() in ("woman", "girl", "female", "she", "lady") else "male"


def _singled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and single mentions: "one patient …, another …, the third …"."""
    if count is None or count > 4:
        return None
    inside = {s.index for s in within}
    markers: dict[int, list[Marker]] = {}
    for sentence in sentences:
        if sentence.index not in inside:
            continue
        words, latest = prose.words(sentence), -1
        groups = [m for m in GROUP.finditer(words) if (number_of(m["n"]) or count) < count]
        singles = list(SINGLE.finditer(words))
        for match in sorted([*groups, *singles] if singles else [], key=lambda m: m.start()):
            order = _next(match, latest, count)
            latest = order[-1]
            at = sentence.start + match.start()
            markers.setdefault(sentence.index, []).append(Marker(at, sentence.start + match.end(), frozenset(order), order))
    return ([f"patient {n + 1}" for n in range(count)], markers) if markers else None


def _next(match: re.Match[str], latest: int, count: int) -> tuple[int, ...]:
    """Whom a single mention, or the mention of a part, means after the latest of its sentence."""
    if "n" in match.groupdict():
        number = number_of(match["n"]) or 1
        return tuple(range(max(0, min(latest + 1, count - number)), min(count, max(0, min(latest + 1, count - number)) + number)))
    word = match["nth"].lower()
    if word != "another" and re.search("other|remaining|last", word):
        return (count - 1,)
    nth = None if word in ("one", "another") else ordinal_of(word.split()[-1])
    following = max(latest + 1, 1) if word == "another" else latest + 1
    return (min(nth - 1 if nth else following, count - 1),)


def _aged(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and a list of as many ages: "two women (31 and 37 years) and one man (19 years)"."""
    if count is None or not demographics.listed(within, prose, count):
        return None
    return [f"patient {n + 1}" for n in range(count)], {}


def _alike(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a plain announcement of two or three patients, of whom the same is told."""
    told = any(
        (match := ANNOUNCED.search(prose.words(s))) and number_of(match["n"]) == count and match["n"].lower() != "both" and TELLING.search(prose.words(s))
        for s in sentences
    )
    if count is None or count > 3 or not told or any(PRESENTED.search(prose.words(s)) for s in within):
        return None
    return [f"patient {n + 1}" for n in range(count)], {}


def _markers(prose: Prose, sentences: Sequence[Sentence], pattern: re.Pattern[str], patients) -> Mapping[int, list[Marker]]:  # type: ignore[no-untyped-def]
    found: dict[int, list[Marker]] = {}
    for sentence in sentences:
        for match in pattern.finditer(prose.words(sentence)):
            order = patients(match)
            if order:
                found.setdefault(sentence.index, []).append(Marker(sentence.start + match.start(), sentence.start + match.end(), frozenset(order), order))
    return found


def _walk(prose: Prose, sentences: Sequence[Sentence], markers: Mapping[int, list[Marker]]) -> Iterator[Stretch]:
    """Stretches in order: a marker's clause and what follows it until the next marker, or words that speak of all."""
    current, part, settled = EVERYBODY, None, True
    for sentence in sentences:
        words = prose.words(sentence)
        here = markers.get(sentence.index, [])
        if sentence.section in ("title", "abstract", "case") and part not in (None, sentence.section):
            current = EVERYBODY
        part = sentence.section if sentence.section != "front" else "case"
        if not here:
            if ALL.search(words) or (not settled and not PERSONAL.match(words)):
                current = EVERYBODY
            yield Stretch(sentence.start, sentence.end, current)
            continue
        yield from _within(sentence, here, prose.text)
        current = here[-1].patients
        settled = len({m.patients for m in here}) == 1 and len(current) == 1


def _within(sentence: Sentence, here: Sequence[Marker], text: str) -> Iterator[Stretch]:
    if len(here) > 1 and text[here[-1].end : sentence.end].strip(" .") == "" and all(POSTPOSED.search(text[sentence.start : m.start]) for m in here):
        start = sentence.start
        for marker in here:
            yield Stretch(start, marker.end, marker.patients)
            start = marker.end
        return
    starts = []
    for number, marker in enumerate(here):
        floor = here[number - 1].end if number else sentence.start
        if number == 0 and (len(here) == 1 or marker.start - sentence.start < HEAD):
            starts.append(sentence.start)
            continue
        clauses = [floor + c.start() for c in CLAUSE.finditer(text[floor : marker.start])]
        starts.append(clauses[-1] if clauses else marker.start)
    if starts[0] > sentence.start:
        yield Stretch(sentence.start, starts[0], EVERYBODY)
    for number, marker in enumerate(here):
        yield Stretch(starts[number], starts[number + 1] if number + 1 < len(here) else sentence.end, marker.patients)


def _shares(prose: Prose, sentences: Sequence[Sentence], markers: Mapping[int, list[Marker]], count: int) -> Iterator[Share]:
    """Numbers that a sentence shares out among the patients that it names, or among all."""
    for sentence in sentences:
        words = prose.words(sentence)
        named = [n for marker in markers.get(sentence.index, []) for n in marker.order]
        order = named if len(named) > 1 else list(range(count))
        if not (RESPECTIVELY.search(words) or (len(named) > 1 and len(markers[sentence.index]) == 1)):
            continue
        for match in NUMBERS.finditer(words):
            values = list(re.finditer(r"\d+(?:\.\d+)?", match[0]))
            if len(values) == len(order):
                first = sentence.start + match.start()
                last = first + values[-1].start()
                for patient, value in zip(order, values, strict=True):
                    at = first + value.start()
                    yield Share(at, first + value.end(), patient, value_of(value[0]) or 0, last)
