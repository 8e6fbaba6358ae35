"""Patients of a small group whose announced number is borne out: by as many presentations or ages, or by "one …, another …"."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly import demographics
from caseextract.assembly.references import GROUP, PRESENTED, SINGLE, Found, Marker
from caseextract.assertions.announced import ANNOUNCED, COUNT, MANY, PAIR, TELLING, THIRD_OF_THEM, number_of
from caseextract.knowledge import says
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

A_FIRST = re.compile(r"\b(?P<nth>an?) (?:[\w-]+ )?patient (?=with|who|whose)", re.I)
A_SECOND = re.compile(r"\bin (?P<nth>an?) (?:[\w-]+ )?(?:patient|man|woman|boy|girl|child)\b(?= (?:with|without|lacking|who|whose))", re.I)
SHARED_OUT = re.compile(r"\band\b[^.;]{2,60}\brespectively\b", re.I)
TOLD = re.compile(r" ?(?:[\w-]+ ){0,5}?(?:had|attained|achieved|reached|responded|did not|received|progressed|remained|died|relapsed)\b", re.I)
TOLD_WITHIN = 60
A_FEW = 5
INTRODUCED = re.compile(
    rf"(?:^|^(?:In )?(?:[Ww]e|[Tt]he authors)(?: \w+ly)? (?:identified|found|observed|encountered|treated|saw|managed|followed|had|evaluated|studied|describe\w*|report\w*|present\w*) )(?P<n>(?:{COUNT}))(?: (?!of\b|or\b|other\b)[\w/-]+,?){{0,5}}? (?:{MANY})\b",
    re.I,
)
OF_THEM_ALL = re.compile(rf"^(?:Both|Neither|They|Each)\b|^(?:All|The)(?: of the)? (?:(?:{COUNT})(?: (?:{MANY}))?|{MANY})\b|\b(?:both|all(?: (?:{COUNT}))?|neither of the|the (?:{COUNT})) (?:{MANY})\b", re.I)
SHARED_OUT_PLAINLY = re.compile(r"\b\d+(?:\.\d+)?(?:, \d+(?:\.\d+)?)* and \d+(?:\.\d+)? (?:months|weeks|years)\b", re.I)
PRESENTED_IN = re.compile(rf"\b(?:presented|reported|described|seen|observed) in (?:{COUNT}) |^Experience with (?:{COUNT}) ", re.I)


def presented(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
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


def told_at_once(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By presentations each of which goes on to tell how it went: "a 62-year-old man had a remission and a 48-year-old woman did not respond"."""
    found = presented(prose, sentences, within, count)
    if found is None:
        return None
    told = all(TOLD.match(prose.text[m.end : m.end + TOLD_WITHIN]) for marks in found[1].values() for m in marks)
    return found if told else None


def aged(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a count and a list of as many ages: "two women (31 and 37 years) and one man (19 years)"."""
    if count is None or not demographics.listed(within, prose, count):
        return None
    return [f"patient {n + 1}" for n in range(count)], {}


def singled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
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


def alike(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By a plain announcement of a few patients, of whom the same is told."""
    if count is None or count > A_FEW or any(PRESENTED.search(prose.words(s)) for s in within):
        return None
    told = any(PAIR.search(prose.words(s)) or _announces(prose.words(s), count) for s in sentences)
    told = told or _goes_on_about_all(prose, within, count)
    told = told or (count <= 3 and any(SHARED_OUT.search(prose.words(s)) for s in within))
    return ([f"patient {n + 1}" for n in range(count)], {}) if told else None


def _announces(words: str, count: int) -> bool:
    match = ANNOUNCED.search(words)
    return bool(match and number_of(match["n"]) == count and match["n"].lower() != "both" and (TELLING.search(words) or PRESENTED_IN.search(words)))


def _goes_on_about_all(prose: Prose, within: Sequence[Sentence], count: int) -> bool:
    """Whether a small group is introduced by its number and then spoken of as such: "Two patients …. Both responded"."""
    whole = " ".join(prose.words(s) for s in within)
    if says("a trial", whole) or says("a cohort", whole):
        return False
    opening = next((s for s in within if (m := INTRODUCED.search(prose.words(s))) and number_of(m["n"]) == count), None)
    if opening is None:
        return False
    return any(s.index > opening.index and OF_THEM_ALL.search(prose.words(s)) for s in within) or bool(SHARED_OUT_PLAINLY.search(prose.words(opening)))
