"""Mentions of lexicon terms: two Aho–Corasick automata over the whole text, one blind to case and one not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from caseextract.knowledge import Entry, lexicon
from caseextract.mentions.normalised import both, folded, plain, spellings
from caseextract.schema.mention import Mention
from caseextract.schema.prose import Prose, Sentence

LEXICONS = {
    "agents": "agent",
    "agent_classes": "agent_class",
    "regimens": "regimen",
    "supportive": "supportive",
    "tumors": "tumor",
    "histologies": "histology",
    "sites": "site",
    "tumor_modifiers": "modifier",
    "genes": "gene",
    "gene_families": "gene_family",
    "fusions": "fusion",
    "biomarkers": "biomarker",
    "alteration_words": "alteration",
    "cues": "cue",
}
SHORTEST_PLURAL = 5
PLURAL_HEAD = re.compile(r"(tumor|carcinoma|sarcoma|lymphoma)( (?:of|with) )")
"""The head of a tumour's name whose plural the end of the name does not show ("tumors of the pineal region")."""
ACRONYMS = ("regimen", "agent")
NAMES_ONLY = ("patient", "history", "literature", "relative", "mother of the patient")
"""Cue rows whose label only names the group of their synonyms."""


@dataclass(frozen=True, slots=True)
class Term:
    """One surface form and the row that it belongs to."""

    kind: str
    label: str
    matched_by: str
    length: int


def find(prose: Prose, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Whole-word occurrences of lexicon terms within the given sentences."""
    blind, exact = automata()
    starts = [sentence.start for sentence in sentences]
    upper, lower = both(prose.text)
    yield from _hits(blind, lower, lower, prose.text, sentences, starts)
    yield from _hits(exact, upper, lower, prose.text, sentences, starts)


def _hits(
    automaton: Any, text: str, lower: str, original: str, sentences: Sequence[Sentence], starts: list[int]
) -> Iterator[Mention]:
    for last, terms in automaton.iter(text):
        end = last + 1
        plural = end < len(lower) and text[end] == "s"
        if end < len(lower) and lower[end].isalnum() and not (plural and not lower[end + 1 : end + 2].isalnum()):
            continue
        for term in terms:
            start = end - term.length
            if start > 0 and lower[start - 1].isalnum():
                continue
            if term.kind in ACRONYMS and _inside_a_compound(original, start, end, term):
                continue
            stop = end + 1 if plural and _may_be_plural(lower, end, term) else end
            if plural and stop == end:
                continue
            index = bisect_right(starts, start) - 1
            if index < 0 or stop > sentences[index].end:
                continue
            yield Mention(term.kind, start, stop, term.label, sentences[index].index, term.matched_by)


def _inside_a_compound(text: str, start: int, end: int, term: Term) -> bool:
    """Whether an acronym is only a part: "CHOP" of "R-CHOP", "EPI" of "CKD-EPI-creatinine"."""
    bound = start > 1 and text[start - 1] in "-+" and text[start - 2].isalnum()
    if term.kind == "regimen":
        return bound
    return bound and term.matched_by == "abbreviation" and text[end : end + 1] == "-"


def _may_be_plural(lower: str, end: int, term: Term) -> bool:
    return term.length >= SHORTEST_PLURAL or term.matched_by == "abbreviation"


@cache
def automata() -> tuple[Any, Any]:
    """The automaton over folded text and the one over text whose case matters."""
    blind: dict[str, list[Term]] = {}
    exact: dict[str, list[Term]] = {}
    for file, kind in LEXICONS.items():
        for entry in lexicon(file).values():
            for surface, how, matters in _surfaces(file, entry):
                for form in (plain(surface),) if matters else spellings(folded(surface)):
                    _place(exact if matters else blind, form, Term(kind, entry.label, how, len(form)))
    for entry in lexicon("sites").values():
        for surface in entry.listed("procedures"):
            for form in spellings(folded(surface)):
                _place(blind, form, Term("procedure", entry.label, "synonym", len(form)))
    return _automaton(blind), _automaton(exact)


def _place(forms: dict[str, list[Term]], form: str, term: Term) -> None:
    place = forms.setdefault(form, [])
    if all((other.kind, other.label) != (term.kind, term.label) for other in place):
        place.append(term)


def _surfaces(file: str, entry: Entry) -> Iterator[tuple[str, str, bool]]:
    """Surface forms of a row: the form, how a match by it is called, whether its case matters."""
    if file in ("genes", "regimens", "fusions"):
        yield entry.label, "label", True
        if file == "fusions":
            yield entry.label.replace("::", "-"), "label", True
            yield entry.label.replace("::", "/"), "label", True
        for synonym in entry.synonyms:
            yield synonym, "synonym", file == "regimens"
    elif file != "cues" or entry.label not in NAMES_ONLY:
        yield entry.label, "label", False
    for synonym in entry.synonyms if file not in ("genes", "regimens", "fusions") else ():
        yield synonym, "synonym", False
    if file == "tumors":
        for plural in (PLURAL_HEAD.sub(r"\1s\2", form) for form in (entry.label, *entry.synonyms) if PLURAL_HEAD.search(form)):
            yield plural, "synonym", False
    for abbreviation in entry.abbreviations:
        yield abbreviation, "abbreviation", True


def _automaton(forms: dict[str, list[Term]]) -> Any:
    automaton = ahocorasick.Automaton()
    for form, terms in forms.items():
        automaton.add_word(form, tuple(terms))
    automaton.make_automaton()
    return automaton
