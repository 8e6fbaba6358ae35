"""Patients of a series by the report's own labels: "Case 1", "patient B", "patients 29 and 66"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.assembly.references import NUMBERED, ORDINAL, SINGLE, Found, Markers, markers_of, nth
from caseextract.assertions.announced import HEALTHY, MOST
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

AT_HEAD = re.compile(r"(?:[A-Z][A-Za-z ]{2,20}: ?|.{0,3})\Z")
"""What stands before a label that opens its sentence: nothing, a bullet or a section's name."""


def labelled(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    """By the report's own labels: "Case 1", "patient B", "patients 29 and 66"."""
    labels: dict[str, str] = {}
    heads = bracketed = 0
    inside = {s.index for s in within}
    for sentence in sentences:
        for match in NUMBERED.finditer(prose.words(sentence)):
            if sentence.index not in inside and sentence.section not in ("front", "title"):
                continue
            heads += bool(AT_HEAD.match(prose.words(sentence)[: match.start()]))
            bracketed += prose.words(sentence)[: match.start()].endswith("(") and ")" in (match[0][-1], prose.words(sentence)[match.end() : match.end() + 1])
            for label in _labels(match["labels"]):
                labels.setdefault(label, f"{match['who'].lower().rstrip('s')} {label}")
    if not 2 <= len(labels) <= MOST:
        return None
    from_one = set(labels) in ({str(n + 1) for n in range(len(labels))}, set("ABCDEFGH"[: len(labels)]))
    kin = any(name.startswith(("twin", "sibling", "brother", "sister")) for name in labels.values()) and not HEALTHY.search(prose.text)
    if not kin and not (from_one and heads >= 2) and count is None and heads < 2 and bracketed < 2:
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
