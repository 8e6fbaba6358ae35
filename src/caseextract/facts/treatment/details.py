"""Line, setting, phase and cycles, each handed to the treatment that it stands nearest to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import says
from caseextract.schema.fact import TreatmentFact
from caseextract.schema.mention import Mention
from caseextract.schema.numbers import ordinal_of

ROW = re.compile(r"[-\s]*(?:,|and|or|to)?[-,\s]*(?:and)?\s*")
ASIDE = re.compile(r" ?\([^()]{15,}\)")
"""Words in brackets that keep nothing apart: dose, maker, dates."""
NEAR = 25
KINDS = ("line", "setting", "phase", "cycles")
OF_DRUGS = ("line", "phase", "cycles")
FARTHEST = 110.0
"""The cost beyond which a detail belongs to no treatment; a cost is a distance in characters, weighed by the words between."""


def with_details(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """The treatments of a sentence with what is said of each."""
    found = _with_listed_lines(facts, scene)
    for kind in KINDS:
        for mention in _nearest_first(kind, found, scene):
            taken = any(scene.span(mention.start, mention.end) in fact.details for fact in found)
            position = None if taken else _nearest(mention, found, scene)
            if position is not None:
                found[position] = _detailed(found[position], mention, scene)
    return found


def _nearest_first(kind: str, facts: list[TreatmentFact], scene: Scene) -> list[Mention]:
    """The details of a kind as the text has them; settings by how near they stand to a treatment."""
    mentions = [asserted.mention for asserted in scene.of_kind(kind)]
    if kind != "setting":
        return mentions
    return sorted(mentions, key=lambda mention: min((_cost(mention, fact, scene) for _, fact in _candidates(mention, facts)), default=FARTHEST))


def _with_listed_lines(facts: list[TreatmentFact], scene: Scene) -> list[TreatmentFact]:
    """"A, B and C as first-, second- and third-line": as many ordinals in a row as treatments in a row."""
    lines = [asserted.mention for asserted in scene.of_kind("line")]
    if len(lines) < 2 or not _rise(lines) or any(fact.line for fact in facts):
        return list(facts)
    drugs = [fact for fact in facts if fact.agents]
    named = [fact for fact in drugs if fact.specific]
    if len(drugs) == 1 and not named and _are_lines_of(drugs[0], lines, scene):
        return [one for fact in facts for one in ([_with_line(fact, line, scene) for line in lines] if fact is drugs[0] else [fact])]
    if len(lines) != len(drugs) and len(lines) == len(named):
        drugs = named
    if len(lines) != len(drugs) or not _stand_apart(drugs, lines):
        return list(facts)
    listed = iter(lines)
    return [_with_line(fact, next(listed), scene) if fact in drugs else fact for fact in facts if fact in drugs or not fact.agents]


def _are_lines_of(drugs: TreatmentFact, lines: list[Mention], scene: Scene) -> bool:
    """"first- and second-line chemotherapy": one course of the class for each line."""
    gaps = [scene.between(first, second) for first, second in pairwise(lines)]
    to_the_class = scene.between(lines[-1], drugs.span)
    in_a_row = all(map(ROW.fullmatch, gaps)) and lines[0].start <= drugs.span.start and lines[-1].end <= drugs.span.end
    return in_a_row and len(to_the_class) < NEAR and "," not in to_the_class


def _stand_apart(drugs: list[TreatmentFact], lines: list[Mention]) -> bool:
    return drugs[-1].span.end <= lines[0].start or lines[-1].end <= drugs[0].span.start


def _rise(lines: list[Mention]) -> bool:
    numbers = [ordinal_of(mention.groups["ordinal"]) or 0 for mention in lines]
    return numbers == sorted(numbers)


def _nearest(mention: Mention, facts: list[TreatmentFact], scene: Scene) -> int | None:
    """The position of the treatment that a detail belongs to."""
    costs = [(_cost(mention, fact, scene), position) for position, fact in _candidates(mention, facts)]
    cost, position = min(costs, default=(FARTHEST, 0))
    return position if cost < FARTHEST else None


def _candidates(mention: Mention, facts: list[TreatmentFact]) -> Iterable[tuple[int, TreatmentFact]]:
    """Beside drugs, surgery and radiation have no line, phase or cycles; an operation is neither before nor after one."""
    drugs_only = mention.kind in OF_DRUGS and any(fact.agents for fact in facts)
    around = mention.kind == "setting" and mention.groups["setting"] in ("neoadjuvant", "adjuvant")
    for position, fact in enumerate(facts):
        around_it = around or mention.kind == "cycles"
        grafted = mention.kind == "cycles" and drugs_only and fact.modality == "transplant"
        if not grafted and not (drugs_only and fact.modality in ("surgery", "radiotherapy")) and not (around_it and fact.modality == "surgery"):
            yield position, fact


def _cost(mention: Mention, fact: TreatmentFact, scene: Scene) -> float:
    behind = mention.start > fact.span.end
    gap = ASIDE.sub("", scene.between(mention, fact.span) if mention.end <= fact.span.start else scene.between(fact.span, mention))
    cost = len(gap) * (_weight_behind(mention, gap) if behind else 1.0)
    if says("another course begins", gap):
        cost += 40
    return cost + 15 * gap.count(",")


def _weight_behind(mention: Mention, gap: str) -> float:
    """Details stand rather before their treatment, unless words such as "as" or "for" lead back to it."""
    weight = 1.2 if mention.kind == "cycles" else 1.6
    if says("led back by as", gap):
        weight *= 0.2
    if mention.kind == "cycles" and says("for so many", gap):
        weight *= 0.4
    return weight


def _detailed(fact: TreatmentFact, mention: Mention, scene: Scene) -> TreatmentFact:
    """The treatment with one more detail, unless it has one of that kind."""
    if getattr(fact, mention.kind) is not None:
        return fact
    if mention.kind == "line":
        return _after_line(fact, mention) if _is_failed_before(fact, mention, scene) else _with_line(fact, mention, scene)
    details = (*fact.details, scene.span(mention.start, mention.end))
    if mention.kind == "setting":
        return replace(fact, setting=mention.groups["setting"], details=details)
    if mention.kind == "phase":
        return replace(fact, phase=mention.groups["phase"], details=details)
    return replace(fact, cycles=ordinal_of(mention.groups.get("n") or mention.groups.get("n2", "")), details=details)


def _with_line(fact: TreatmentFact, mention: Mention, scene: Scene) -> TreatmentFact:
    details = (*fact.details, scene.span(mention.start, mention.end))
    return replace(fact, line=ordinal_of(mention.groups["ordinal"]), details=details)


def _after_line(fact: TreatmentFact, mention: Mention) -> TreatmentFact:
    return replace(fact, after_line=ordinal_of(mention.groups["ordinal"]))


def _is_failed_before(fact: TreatmentFact, mention: Mention, scene: Scene) -> bool:
    """Whether the line is one whose failure the treatment followed ("after failure of second-line chemotherapy")."""
    if mention.end > fact.span.start and mention.start < fact.span.end:
        return False
    if says("failed line after", scene.after(mention, 45)):
        return True
    right_before = mention.end <= fact.span.start and fact.span.start - mention.end < 25
    return not right_before and says("failed line before", scene.before(mention, 45))
