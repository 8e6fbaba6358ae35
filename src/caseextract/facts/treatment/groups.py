"""Drugs named together: "A/B", "A plus B", "A 75 mg/m2 on day 1 with oral B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseextract.facts.treatment.drug_classes import alike
from caseextract.facts.treatment.grammar import only_linking_words
from caseextract.facts.treatment.named import named_drugs
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import lexicon, phrase, says
from caseextract.schema.mention import AssertedMention, Mention

OPENED = re.compile(r"\s*[(\[]\s*")
CLOSED = re.compile(r"[^(]*\)[^(]*?[,;]")
"""A list in brackets has ended: "triple therapy (X, Y), Z"."""
COMMA = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:treatment|therapy|monotherapy|chemotherapy|administration|failure|use|maintenance|resistance|discontinuation)\s*)?"
    r",\s*(?:(?!and\b)[\w-]+ ){0,2}"
)
LISTED = re.compile(r"\band\b|,")
LIST_OF_ROUTES = re.compile(r"\s*(?:,|and|, and|as well as|plus)\s*")
BESIDE_SYSTEMIC = re.compile(r"\s*(?:,|and|, and|as well as|plus|with|together with|in combination with|including|in addition to|combined with)\s*(?:\w+ ){0,3}?")
THEN = re.compile(r"\bthen\b")
FAR = 160


def groups(scene: Scene) -> Iterator[list[AssertedMention]]:
    """The named drugs, those of one treatment together."""
    group: list[AssertedMention] = []
    drugs = named_drugs(scene)
    others = _begun_behind_an_acronym(drugs)
    for position, asserted in enumerate(drugs):
        if group and _is_dose_in_brackets(asserted.mention, group, scene):
            continue
        if group and (position in others or _is_apart(asserted.mention, group, scene)):
            yield group
            group = []
        group.append(asserted)
    if group:
        yield group


def _is_dose_in_brackets(mention: Mention, group: list[AssertedMention], scene: Scene) -> bool:
    """"A plus B (A 80 mg/day; B 1,000 mg/m2)": a drug of the group, named again in brackets to give its dose."""
    gap = scene.between(group[-1].mention, mention)
    again = mention.kind == "agent" and len(group) > 1 and any(member.mention.label == mention.label for member in group)
    return again and gap.count("(") > gap.count(")") and says("dose told", scene.after(mention, 15))


def _begun_behind_an_acronym(drugs: list[AssertedMention]) -> set[int]:
    """"A, B and C (ABC) and D, E and F (DEF)": where drugs that end in their acronym follow others that do."""
    begun: dict[int, int] = {}
    for position, asserted in enumerate(drugs):
        if asserted.mention.kind == "regimen":
            spelled = alike(lexicon("regimens")[asserted.mention.label].listed("agents"))
            before = drugs[max(0, position - len(spelled)) : position]
            if len(before) > 1 and spelled == alike(one.mention.label for one in before):
                begun[position - len(before)] = position + 1
    return {end for end in begun.values() if end in begun}


def _is_apart(mention: Mention, group: list[AssertedMention], scene: Scene) -> bool:
    """Whether a drug is none of the treatment that the drugs before it make."""
    last = group[-1].mention
    if says("result in brackets, then the next", scene.between(last, mention)):
        return True
    if says("given so long, then the next", scene.between(last, mention)) and says("given so long", scene.after(mention, 45)):
        return True
    routes = LIST_OF_ROUTES if _is_local_class(last) else BESIDE_SYSTEMIC
    if _is_local_class(last) != _is_local_class(mention) and routes.fullmatch(scene.between(last, mention)):
        return True
    return _named_again(mention, group, scene) or _list_has_closed(mention, group, scene) or not _joined(last, mention, scene)


def _is_local_class(mention: Mention) -> bool:
    """Whether it is a class that is given to a part of the body ("intrathecal chemotherapy")."""
    return mention.kind == "agent_class" and lexicon("agent_classes")[mention.label].get("modality") == "local"


def _list_has_closed(mention: Mention, group: list[AssertedMention], scene: Scene) -> bool:
    """"triple therapy (A, B), C": brackets with several drugs of the group in them have closed before a comma."""
    last = group[-1].mention
    if not CLOSED.match(scene.between(last, mention)):
        return False
    opened = scene.text.rfind("(", scene.sentence.start, last.start)
    return any(opened < member.mention.start < last.start for member in group)


def _named_again(mention: Mention, group: list[AssertedMention], scene: Scene) -> bool:
    """Whether a drug of the group is named a second time, and not only in brackets ("5-FU (fluorouracil)")."""
    again = mention.kind == "agent" and any(member.mention.label == mention.label for member in group)
    return again and not OPENED.fullmatch(scene.between(group[-1].mention, mention))


def _joined(first: Mention, second: Mention, scene: Scene) -> bool:
    gap = _without_companions(first, second, scene)
    if _has_its_own_maintenance(second, gap, scene) or _opens_the_main_clause(first, second, gap, scene):
        return False
    if _opens_another_clause(first, second, gap, scene) or says("opens with its line", scene.text[second.start : second.end]):
        return False
    if gap.strip() in ("to", "to the", "for", "for the") or says("maintenance closed", gap):
        return False
    if len(gap) > FAR:
        return False
    inside, closed, behind = gap.partition(")")
    if closed and "(" not in inside and only_linking_words(inside.replace(";", " ")):
        gap = behind
    if says("dose before a semicolon", gap) and says("dose told", scene.after(second, 15)):
        gap = gap.replace(";", ",")
    gap = phrase("phase of the first").sub(" ", gap)
    if first.kind == "agent_class":
        gap = phrase("purpose of the class").sub(" ", gap)
        gap = phrase("model of the class").sub(" ", gap)
    if says("in combination", gap):
        return not _broken_off(THEN.sub("", gap)) and only_linking_words(gap, "beginning")
    return not _broken_off(gap) and only_linking_words(gap)


def _broken_off(gap: str) -> bool:
    return says("list broken off", gap)


def _without_companions(first: Mention, second: Mention, scene: Scene) -> str:
    """The gap between two drugs without the supportive drugs named in it."""
    gap = scene.between(first, second)
    for companion in scene.of_kind("supportive"):
        mention = companion.mention
        if first.end <= mention.start and mention.end <= second.start:
            gap = gap.replace(scene.text[mention.start : mention.end], " ")
    return gap


def _has_its_own_maintenance(second: Mention, gap: str, scene: Scene) -> bool:
    """"A and B maintenance": only the second is the maintenance."""
    return says("maintenance of its own", scene.after(second, 30)) and LISTED.search(gap) is not None


def _opens_another_clause(first: Mention, second: Mention, gap: str, scene: Scene) -> bool:
    """"She was given A and B was added": two verbs, two clauses."""
    return (
        gap.strip() == "and"
        and says("verb before its drug", scene.before(first, 60))
        and says("clause of change begun", scene.after(second, 40))
    )


def _opens_the_main_clause(first: Mention, second: Mention, gap: str, scene: Scene) -> bool:
    """"After six months of A, B was started": the comma ends a clause, not an item of a list."""
    return (
        COMMA.fullmatch(gap) is not None
        and says("clause of circumstance", scene.before(first, 70))
        and says("clause begun", scene.after(second, 40))
    )
