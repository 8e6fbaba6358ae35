"""Patients of a small group who are told apart by a short description: by their tumours, as man and woman, by age."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from caseextract import caseblind as re
from caseextract.assembly.references import THE_PERSON, YOUNGER, Found, Marker, markers_of, sex_of
from caseextract.assertions.announced import ELSEWHERE
from caseextract.knowledge import phrase, says
from caseextract.schema.prose import Prose, Sentence

MOST = 3
APART = 3
"""Years between ages that are not one patient's at two times."""


def by_tumour(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """By as many tumours as patients: "one patient with a thymoma …; the patient with thymic carcinoma …"."""
    if count is None or count > MOST:
        return None
    order: dict[str, int] = {}
    markers: dict[int, list[Marker]] = {}
    for sentence in sentences:
        for match in phrase("patient with a tumour").finditer(prose.words(sentence)):
            tumour = phrase("tumour named in it").search(match["what"])
            if tumour is None:
                continue
            number = order.setdefault(match["what"][: tumour.end()].lower(), len(order))
            at = sentence.start + match.start()
            markers.setdefault(sentence.index, []).append(Marker(at, sentence.start + match.end(), frozenset({number}), (number,)))
    return (_names(count), markers) if len(order) == count else None


def by_sex(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """As "the man" and "the woman" of two."""
    if count != 2:
        return None
    return _in_turn(prose, sentences, THE_PERSON, lambda match: sex_of(match["who"]) if match["who"] else match["nth"].lower())


def by_presentation(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """By presentations with ages that cannot be one patient's: "a 9-year-old boy …, and a 12-year-old girl …", though no number is said."""
    if count is not None:
        return None
    marks: list[Marker] = []
    ages: list[tuple[int, str]] = []
    markers: dict[int, list[Marker]] = {}
    for sentence in sentences:
        words = prose.words(sentence)
        for match in phrase("presented with an age").finditer(words):
            if says("reported elsewhere", words) or ELSEWHERE.search(words) or says("somebody beside the patient", words[max(0, match.start() - 60) : match.end() + 25]):
                return None
            ages.append((int(match["age"]), (match["who"] or "").lower()[:3]))
            at = sentence.start + match.start()
            marks.append(Marker(at, sentence.start + match.end(), frozenset({len(marks)}), (len(marks),)))
            markers.setdefault(sentence.index, []).append(marks[-1])
    if not 2 <= len(ages) <= MOST or min(abs(one - other) for (one, _), (other, _) in combinations(ages, 2)) < APART:
        return None
    ends = [mark.start for mark in marks[1:]] + [sentences[-1].end]
    begins = [next(s.start for s in sentences if s.index == min(markers)), *(mark.end for mark in marks[1:])]
    told = all(phrase("treatment or its effect told").search(prose.text, begin, end) for begin, end in zip(begins, ends, strict=True))
    return (_names(len(ages)), markers) if told else None


def by_age(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """As the younger and the elder of two."""
    if count != 2:
        return None
    return _in_turn(prose, sentences, YOUNGER, lambda match: "younger" if match["which"].lower().startswith("young") else "elder")


def _in_turn(prose: Prose, sentences: Sequence[Sentence], pattern: re.Pattern[str], kind: Callable[[re.Match[str]], str]) -> Found | None:
    """Two patients in the order in which their two kinds of name first appear."""
    order: dict[str, int] = {}
    for sentence in sentences:
        for match in pattern.finditer(prose.words(sentence)):
            order.setdefault(kind(match), len(order))
    if len(order) != 2:
        return None
    return _names(2), markers_of(prose, sentences, pattern, lambda match: (order[kind(match)],))


def _names(count: int) -> list[str]:
    return [f"patient {number + 1}" for number in range(count)]
