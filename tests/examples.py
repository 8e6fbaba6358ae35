"""Sentences annotated in place, and what the program finds in them.

    There was no [MET](gene status=absent) amplification.

Between brackets stand the words of a mention; between parentheses its kind, then attributes that must hold: `label`,
`matched_by`, `status`, `experiencer`, `temporality`, `cue`, or a named part of the rule. A blank inside a value is
written as `_`. `{no agent}` promises that nothing of that kind is found.

Of every kind that an example names, the whole list of mentions is compared. An example that names none is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from caseextract import assertions, language, mentions, sections
from caseextract.readers.text import report_of
from caseextract.schema.mention import AssertedMention

MARK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<kind>[a-z_]+)(?P<attributes>(?: [a-z_0-9]+=[^ ()]+)*)\)|\{no (?P<none>[a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention that is promised."""

    start: int
    words: str
    kind: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text without its notation, the mentions promised in it, and the kinds that are looked at."""

    text: str
    marks: tuple[Mark, ...]
    kinds: frozenset[str]


def example_of(annotated: str) -> Example:
    """Read the notation; raises `ValueError` for an example that promises nothing or is malformed."""
    text, marks, kinds, position = "", [], set(), 0
    for match in MARK.finditer(annotated):
        text += annotated[position : match.start()]
        position = match.end()
        kinds.add(match["kind"] or match["none"])
        if match["kind"]:
            attributes = tuple((name, value.replace("_", " ")) for name, _, value in (pair.partition("=") for pair in match["attributes"].split()))
            marks.append(Mark(len(text), match["words"], match["kind"], attributes))
            text += match["words"]
    text += annotated[position:]
    if not kinds:
        raise ValueError(f"the example promises nothing: {annotated!r}")
    if re.search(r"\]\(|\{no", text):
        raise ValueError(f"a mark is malformed: {text!r}")
    contradicted = {match["none"] for match in MARK.finditer(annotated)} & {mark.kind for mark in marks}
    if contradicted:
        raise ValueError(f"promised and denied at once: {sorted(contradicted)}")
    return Example(text.rstrip(), tuple(marks), frozenset(kinds))


def found_in(text: str) -> tuple[AssertedMention, ...]:
    """What the program finds and judges in a text."""
    report = report_of(text)
    prose = sections.assign(report, language.parse(report))
    return assertions.judge(mentions.find(prose), prose)


def check(annotated: str) -> None:
    """Compare what is promised with what is found: places and kinds as whole lists, then each one's attributes."""
    example = example_of(annotated)
    found = [one for one in found_in(example.text) if one.mention.kind in example.kinds]
    promised = [(mark.start, mark.words, mark.kind) for mark in example.marks]
    said = [(one.mention.start, example.text[one.mention.start : one.mention.end], one.mention.kind) for one in found]
    assert said == promised
    for mark, one in zip(example.marks, found, strict=True):
        wanted = dict(mark.attributes)
        assert {name: _attribute(one, name) for name in wanted} == wanted, mark


def _attribute(one: AssertedMention, name: str) -> str | None:
    if name in ("label", "matched_by"):
        return str(getattr(one.mention, name)).replace("_", " ")
    if name in ("status", "experiencer", "temporality", "cue"):
        value = getattr(one.judgement, name)
        return None if value is None else str(value).replace("_", " ")
    value = one.mention.groups.get(name)
    return None if value is None else value.replace("_", " ")
