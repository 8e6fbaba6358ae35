"""Which patients a report describes: none, one, or a series.

A report is a series only where it says so: by labels ("case 1 … case 2", "patients 3 and 7"), by order ("the first patient … the
second"), or by a count ("two cases") that its single descriptions bear out. What is said of nobody in particular is said of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.assembly import by_description, demographics, parts
from caseextract.assembly.references import (
    BARE,
    GROUP,
    NUMBERED,
    ONE,
    ORDINAL,
    SINGLE,
    THE_PERSON,
    Marker,
    Markers,
    markers_of,
    nth,
    sex_of,
    with_others,
)
from caseextract.assembly.series import Described, Series
from caseextract.assembly.stretches import shares, walk
from caseextract.assertions.announced import ANNOUNCED, MOST, PAIR, TELLING, THIRD_OF_THEM, announced, number_of
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

PRESENTED = re.compile(
    r"\b(?:an?|the|his|her|their|this|(?P<aged>aged)) (?:(?!case\b|patient\b)[\w-]+ ){0,3}?(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]?(?:years?|yrs?|yr|months?)[- ](?:of[- ]age|old)\b"
    r"|\b(?:an?|the) (?P<age2>\d{1,3})[- ]?(?:years?|yrs?|y/?o)[,-]? ?(?:male|female|man|woman|boy|girl)",
    re.I,
)
INTRODUCED = re.compile(r"\b(?:years?|months?)[- ](?:old|of age)\b|\baged? \d|\b(?:presented|admitted|referred|diagnosed)\b", re.I)
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
FIRST_OF_THEM = re.compile(rf"\b(?:in )?one (?!of\b)(?:[\w-]+ )?(?:{ONE})\b(?! (?:of|reported|described))|\bone of (?:them|these|the (?:\w+ )?patients)\b", re.I)
LAST = re.compile(rf"\bthe (?:last|final) (?:{ONE})\b(?= (?:was|had|is|presented|received|developed|underwent)|,)", re.I)
A_FIRST = re.compile(r"\b(?P<nth>an?) (?:[\w-]+ )?patient (?=with|who|whose)", re.I)
A_SECOND = re.compile(r"\bin (?P<nth>an?) (?:[\w-]+ )?(?:patient|man|woman|boy|girl|child)\b(?= (?:with|without|lacking|who|whose))", re.I)
SHARED_OUT = re.compile(r"\band\b[^.;]{2,60}\brespectively\b", re.I)
TOLD = re.compile(r" ?(?:[\w-]+ ){0,5}?(?:had|attained|achieved|reached|responded|did not|received|progressed|remained|died|relapsed)\b", re.I)
TOLD_WITHIN = 60
AT_HEAD = re.compile(r"(?:[A-Z][A-Za-z ]{2,20}: ?|.{0,3})\Z")
"""What stands before a label that opens its sentence: nothing, a bullet or a section's name."""
FAMILY = re.compile(r"\b(?:mother|father|son|daughter|wife|husband|donor)\b", re.I)
SEXED = re.compile(r"\byears?[- ]old (?:[\w-]+ ){0,3}?(?P<who>man|woman|boy|girl|male|female|gentleman|lady|brother|sister)\b|\b(?:an?|this) (?:[\w-]+ )?(?P<who2>man|woman|boy|girl|gentleman|lady)\b", re.I)


def find(prose: Prose, story: Sequence[int]) -> Series | None:
    """The series of patients that the report describes; None where it describes one at most. `story` tells the case."""
    sentences = _readable(prose)
    within = [prose.sentences[index] for index in story]
    count = announced(prose)
    for way in (_labelled, _carrying, _ordered, _kindred, _told_at_once, _aged, _presented, _coupled, _counted, _of_description, _singled, _alike):
        found = way(prose, sentences, within, count)
        if found is not None:
            labels, markers = found
            patients = demographics.enter([Described(label) for label in labels], within, prose)
            markers = with_others(markers, _sexed(patients, prose, sentences, markers), prose, sentences)
            series = Series(patients, list(walk(prose, sentences, markers, len(labels))))
            series.shares.extend(shares(prose, sentences, markers, len(labels)))
            return series
    return None


def _sexed(patients: Sequence[Described], prose: Prose, sentences: Sequence[Sentence], markers: Markers) -> list[Described]:
    """The patients with the sex by which each is introduced, to tell them apart by pronouns."""
    stretches = list(walk(prose, sentences, markers))
    found: list[Described] = []
    for number, patient in enumerate(patients):
        own = " ".join(prose.text[s.start : s.end] for s in stretches if s.patients == {number})
        match = None if patient.sex else SEXED.search(own)
        found.append(replace(patient, sex=sex_of(match["who"] or match["who2"])) if match else patient)  # type: ignore[arg-type]
    return found


def _readable(prose: Prose) -> list[Sentence]:
    """Sentences of title, abstract and case, and the headings between those of the case."""
    return [s for s in prose.sentences if s.section in ("title", "abstract", "case") or (s.section == "front" and NUMBERED.match(prose.words(s)))]


Found = tuple[list[str], Markers]


def _labelled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By the report's own labels: "Case 1", "patient B", "patients 29 and 66"."""
    labels: dict[str, str] = {}
    heads = 0
    inside = {s.index for s in within}
    for sentence in sentences:
        for match in NUMBERED.finditer(prose.words(sentence)):
            if sentence.index not in inside and sentence.section not in ("front", "title"):
                continue
            heads += bool(AT_HEAD.match(prose.words(sentence)[: match.start()]))
            for label in _labels(match["labels"]):
                labels.setdefault(label, f"{match['who'].lower().rstrip('s')} {label}")
    if not 2 <= len(labels) <= MOST:
        return None
    from_one = set(labels) in ({str(n + 1) for n in range(len(labels))}, set("ABCDEFGH"[: len(labels)]))
    if not (from_one and heads >= 2) and count is None and heads < 2:
        return None
    index = {label: number for number, label in enumerate(labels)}
    names = list(labels.values())
    markers: Markers = markers_of(prose, sentences, NUMBERED, lambda m: tuple(index[label] for label in _labels(m["labels"]) if label in index))
    if from_one:
        ordinals = markers_of(prose, sentences, ORDINAL, lambda m: nth(m["nth"], len(names)))
        markers = {**ordinals, **markers}
    elif count == len(names) + 1:
        unnamed = markers_of(prose, sentences, SINGLE, lambda m: (len(names),) if m["nth"].lower() == "one" else ())
        if unnamed:
            names.append(f"patient {len(names) + 1}")
            markers = {**unnamed, **markers}
            names, markers = _in_order(names, markers)
    return names, markers


def _in_order(names: list[str], markers: Markers) -> Found:
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


def _kindred(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
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


def _singled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and single mentions: "one patient …, another …, the third …"."""
    if count is None or count > 4:
        return None
    inside = {s.index for s in within}
    markers: dict[int, list[Marker]] = {}
    third = next((s.index for s in sentences if count == 3 and THIRD_OF_THEM.search(prose.words(s))), 0)
    for sentence in sentences:
        if sentence.index not in inside:
            continue
        words, latest = prose.words(sentence), -1
        groups = [m for m in GROUP.finditer(words) if (number_of(m["n"]) or count) < count]
        singles = list(SINGLE.finditer(words))
        if count == 2 and len(singles) == 1 and singles[0]["nth"].lower() == "one":
            singles += list(A_SECOND.finditer(words, singles[0].end()))
        elif count == 2 and len(singles) == 1 and singles[0]["nth"].lower() == "another":
            singles = [*list(A_FIRST.finditer(words[: singles[0].start()]))[:1], *singles]
        for match in sorted([*groups, *singles] if singles else [], key=lambda m: m.start()):
            order = _next(match, latest, count, apart=bool(third) and third != sentence.index)
            latest = order[-1]
            at = sentence.start + match.start()
            markers.setdefault(sentence.index, []).append(Marker(at, sentence.start + match.end(), frozenset(order), order))
    named = {n for marks in markers.values() for mark in marks for n in mark.patients}
    return ([f"patient {n + 1}" for n in range(count)], markers) if len(named) > 1 or (named and count == 2) else None


def _next(match: re.Match[str], latest: int, count: int, *, apart: bool) -> tuple[int, ...]:
    """Whom a single mention, or the mention of a part, means after the latest of its sentence; `apart`: the third is told elsewhere."""
    if "n" in match.groupdict():
        number = number_of(match["n"]) or 1
        return tuple(range(max(0, min(latest + 1, count - number)), min(count, max(0, min(latest + 1, count - number)) + number)))
    word = match["nth"].lower()
    if word != "another" and re.search("other|remaining|last", word):
        return (count - 2,) if apart and "other" in word else (count - 1,)
    nth = None if word in ("one", "1", "another", "a", "an") else ordinal_of(word.split()[-1])
    following = max(latest + 1, 1) if word == "another" else latest + 1
    return (min(nth - 1 if nth else following, count - 1),)


def _carrying(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    return parts.by_what_they_carry(prose, within, count)


def _of_description(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    ways = (by_description.by_presentation, by_description.by_tumour, by_description.by_sex, by_description.by_age)
    return next((found for way in ways if (found := way(prose, within, count)) is not None), None)


def _counted(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    return parts.counted_off(prose, within, count)


def _told_at_once(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By presentations each of which goes on to tell how it went: "a 62-year-old man had a remission and a 48-year-old woman did not respond"."""
    found = _presented(prose, sentences, within, count)
    if found is None:
        return None
    told = all(TOLD.match(prose.text[m.end : m.end + TOLD_WITHIN]) for marks in found[1].values() for m in marks)
    return found if told else None


def _aged(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and a list of as many ages: "two women (31 and 37 years) and one man (19 years)"."""
    if count is None or not demographics.listed(within, prose, count):
        return None
    return [f"patient {n + 1}" for n in range(count)], {}


def _alike(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a plain announcement of two or three patients, of whom the same is told."""
    told = any(
        PAIR.search(prose.words(s)) or ((match := ANNOUNCED.search(prose.words(s))) and number_of(match["n"]) == count and match["n"].lower() != "both" and TELLING.search(prose.words(s)))
        for s in sentences
    )
    told = told or any(SHARED_OUT.search(prose.words(s)) for s in within)
    if count is None or count > 3 or not told or any(PRESENTED.search(prose.words(s)) for s in within):
        return None
    return [f"patient {n + 1}" for n in range(count)], {}
