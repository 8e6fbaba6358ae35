"""Which patients a report describes: none, one, or a series.

A report is a series only where it says so: by labels ("case 1 … case 2", "patients 3 and 7"), by order ("the first patient … the
second"), or by a count ("two cases") that its single descriptions bear out. What is said of nobody in particular is said of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.assembly import by_count, by_description, by_label, by_order, by_pair, by_tally, demographics, parts
from caseextract.assembly.references import NUMBERED, Found, Markers, sex_of, with_others
from caseextract.assembly.series import SEX_IN_A_FAMILY, Described, Series
from caseextract.assembly.shares import shares
from caseextract.assembly.stretches import walk
from caseextract.assertions.announced import announced
from caseextract.schema.prose import Prose, Sentence

SEXED = re.compile(r"\byears?[- ]old (?:[\w-]+ ){0,3}?(?P<who>man|woman|boy|girl|male|female|gentleman|lady|brother|sister)\b|\b(?:an?|this) (?:[\w-]+ )?(?P<who2>man|woman|boy|girl|gentleman|lady)\b", re.I)

def find(prose: Prose, story: Sequence[int]) -> Series | None:
    """The series of patients that the report describes; None where it describes one at most. `story` tells the case."""
    sentences = _readable(prose)
    within = [prose.sentences[index] for index in story]
    count = announced(prose)
    for way in WAYS:
        found = way(prose, sentences, within, count)
        if found is not None:
            labels, markers = found
            patients = demographics.enter([Described(label, sex=SEX_IN_A_FAMILY.get(label)) for label in labels], within, prose)
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


def _carrying(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    return parts.by_what_they_carry(prose, within, count)


def _of_description(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    ways = (by_description.by_presentation, by_description.by_tumour, by_description.by_sex, by_description.by_age)
    return next((found for way in ways if (found := way(prose, within, count)) is not None), None)


def _counted(prose: Prose, sentences: Sequence[Sentence], within: Sequence[Sentence], count: int | None) -> Found | None:
    return by_tally.counted_off(prose, within, count)


WAYS = (
    by_label.labelled,
    _carrying,
    by_order.ordered,
    by_pair.kindred,
    by_count.told_at_once,
    by_count.aged,
    by_count.presented,
    by_pair.coupled,
    _counted,
    _of_description,
    by_count.singled,
    by_count.alike,
)
"""How a report tells its patients apart, the surest way first."""
