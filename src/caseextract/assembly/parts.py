"""Patients of a small group who are told apart by what each carries ("the patient with L858R")."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assembly.references import FORMER, Found, Marker
from caseextract.assertions.announced import ELSEWHERE
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

MOST = 4
VARIANT = r"(?:p\.)?[A-Z]\d{2,4}[A-Z*]|exon \d+ (?:deletion|insertion|skipping)s?|[A-Z][A-Z0-9]{2,6} (?:amplification|loss|deletion|rearrangement|fusion|mutation)"
GENES = r"(?:[A-Z][A-Z0-9]+ )?"
CARRIED = re.compile(rf"\b{GENES}(?P<what>{VARIANT})(?: [a-z]+){{0,2}}(?: was| were)?(?: \w+)? in (?P<n>one|two|three|another|an?|[123])(?: other)?(?: patients?| cases?|\b(?=[,;. ]))")
THE_CARRIER = re.compile(rf"\b(?:[Tt]he|[Aa]|[Oo]ne|[Bb]oth|[Tt]wo)(?: (?:one|two|three))? (?:[\w-]+ )?patients? (?:with|harbou?ring|carrying|bearing|who had)(?: (?:the|a|an))? {GENES}(?P<what>{VARIANT})")


def by_what_they_carry(prose: Prose, sentences: Sequence[Sentence], count: int | None) -> Found | None:
    """By counts of carriers: "L1196M in two patients and G1202R in one", then "the patient with G1202R"."""
    for sentence in sentences:
        words = prose.words(sentence)
        found = list(CARRIED.finditer(words))
        total = sum(_number(match["n"]) for match in found)
        if len(found) < 2 or not 2 <= total <= MOST or (count is None and ELSEWHERE.search(words)):
            continue
        carriers: dict[str, tuple[int, ...]] = {}
        marks, first = [], 0
        for match in found:
            order = tuple(range(first, first + _number(match["n"])))
            first += len(order)
            carriers[_plain(match["what"])] = order
            marks.append(Marker(sentence.start + match.start(), sentence.start + match.end(), frozenset(order), order))
        markers = {sentence.index: marks}
        for other in sentences:
            for match in THE_CARRIER.finditer(prose.words(other)):
                order = carriers.get(_plain(match["what"]), ())
                if order and other.index != sentence.index:
                    markers.setdefault(other.index, []).append(Marker(other.start + match.start(), other.start + match.end(), frozenset(order), order))
        if len(markers) > 1 or (total == 2 and any(FORMER.search(prose.words(other)) for other in sentences)):
            return [f"patient {n + 1}" for n in range(total)], markers
    return None


def _number(word: str) -> int:
    return 1 if word.lower() in ("a", "an", "another") else ordinal_of(word) or 1


def _plain(variant: str) -> str:
    return variant.removeprefix("p.").lower()
