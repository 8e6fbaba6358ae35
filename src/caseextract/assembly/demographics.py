"""Ages and sexes of several patients said in one breath: "two men (21 and 24 years) and a woman (14 years)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from caseextract import caseblind as re
from caseextract.assembly.series import Described
from caseextract.knowledge import phrase, says
from caseextract.schema.fact import Span
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.patient import Sex
from caseextract.schema.prose import Prose, Sentence

FEMALE = ("wom", "fem", "gir", "lad", "sis", "mot", "dau", "wif")


@dataclass(frozen=True, slots=True)
class Entry:
    """One age, with the sex of the nearest word for it."""

    age: float
    sex: Sex | None
    span: Span


def listed(sentences: Sequence[Sentence], prose: Prose, count: int) -> list[Entry]:
    """The ages of `count` patients from the first sentence that lists as many."""
    for sentence in sentences:
        found = list(_entries(sentence, prose.words(sentence)))
        if len(found) == count:
            return found
    return []


def enter(patients: Sequence[Described], sentences: Sequence[Sentence], prose: Prose) -> list[Described]:
    """The patients with age and sex from such a list, or sex alone ("two women and a man")."""
    found = listed(sentences, prose, len(patients))
    if found:
        patients = [replace(p, age=e.age, sex=e.sex, span=e.span) for p, e in zip(patients, found, strict=True)]
        if any(e.sex for e in found):
            return list(patients)
    for sentence in sentences:
        sexes = list(_sexes(sentence, prose.words(sentence)))
        if len(sexes) == len(patients):
            return [replace(p, sex=sex, span=p.span or span) for p, (sex, span) in zip(patients, sexes, strict=True)]
    return list(patients)


def _entries(sentence: Sentence, words: str) -> Iterator[Entry]:
    heads = [(m.start("who"), m.end(), _sex(m["who"])) for m in phrase("counted men and women").finditer(words)]
    for match in phrase("list of ages").finditer(words):
        if says("label before a number", words[: match.start("list")]):
            continue
        if not says("says an age", match[0]) and not (says("person before a bracket", words[: match.start()]) and re.search("years?|yrs?", match[0])):
            continue
        before = [sex for _, end, sex in heads if end <= match.start()]
        numbers = list(re.finditer(r"\d{1,3}", match["list"]))
        counted = [sex for sex, span in _sexes(sentence, words) if span.end <= sentence.start + match.start()]
        for place, number in enumerate(numbers):
            first = match.start("list") + number.start()
            after = next((sex for start, _, sex in heads if start >= first and phrase("ages up to the word for the person").fullmatch(words[first:start])), None)
            at = sentence.start + first
            in_turn = counted[place] if len(counted) == len(numbers) > 1 else None
            yield Entry(float(number[0]), after or in_turn or (before[-1] if before else None), Span(at, at + len(number[0]), sentence.index))


def _sexes(sentence: Sentence, words: str) -> Iterator[tuple[Sex, Span]]:
    for match in phrase("counted men and women").finditer(words):
        number = 2 if (match["n"] or "").lower() == "both" else ordinal_of(match["n"] or "a") or 1
        for _ in range(number if match["n"] else 0):
            yield _sex(match["who"]), Span(sentence.start + match.start(), sentence.start + match.end(), sentence.index)


def _sex(word: str) -> Sex:
    return "female" if word.lower().startswith(FEMALE) else "male"
