"""Lists that are courses one after another ("failed A/B and C": A with B, then C)."""

from __future__ import annotations

import re
from itertools import pairwise

from caseextract.facts.treatment.agents import agents_of
from caseextract.facts.treatment.drug_classes import alike, can_stand_for
from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.scene import Scene
from caseextract.knowledge import lexicon, says
from caseextract.schema.mention import AssertedMention

TIED = re.compile(r"\s?[-/+]\s?")
LISTED = re.compile(r"\W*(?:and)?\W*")
WITH = re.compile(r" (?:with|by|using|of)(?: an?| the)? ")
NEAR = 60
PLATINUM = ("cisplatin", "carboplatin", "oxaliplatin", "nedaplatin")
ALTERNATING = ("IE", "CO", "EP")
"""Halves of regimens that alternate with another."""


def courses(
    group: list[AssertedMention], scene: Scene, following: list[AssertedMention] | None = None
) -> list[list[AssertedMention]]:
    """The courses that a group of drugs names: one, or one after another; `following` is the group that follows it."""
    if following and _goes_on_with_one_of_them(group, following, scene):
        return _split(group, _bound("bound at all", group, scene))
    parts = (_failed_and_begun(group, scene) or _parts(group, scene)) if len(group) > 1 else [group]
    return parts if len(parts) == 1 else [course for part in parts for course in courses(part, scene)]


def _parts(group: list[AssertedMention], scene: Scene) -> list[list[AssertedMention]]:
    heads = _classes_told_first(group, scene)
    if heads:
        return [group[heads:]]
    named = _with_their_acronyms(group)
    if named is not None:
        return named
    apart = [not _are_two_regimens(first, second, scene) for first, second in pairwise(group)]
    if not all(apart):
        listed = says("exhausted", scene.before(group[0].mention, NEAR))
        return _split(group, [bound and not (listed and "," in gap) for bound, gap in zip(apart, _gaps(group, scene), strict=True)])
    if _is_sequence(group, scene):
        opens = [False, *_opens_its_drugs(group, scene)]
        if sum(opens) > 0 and group[0].mention.kind == "agent_class" and _opens_its_drugs(group, scene, first=True)[0]:
            return _split(group, [not opens_here for opens_here in opens[1:]])
        return _split(group, _bound("bound in a sequence", group, scene))
    tight = _bound("bound tightly", group, scene)
    if all(tight) or not _is_list_of_courses(group, tight, scene):
        return [group]
    return _split(group, _bound("bound at all", group, scene))


def _opens_its_drugs(group: list[AssertedMention], scene: Scene, *, first: bool = False) -> list[bool]:
    """For each member but the first (or for it), whether it is a class that names its drugs: "hormone therapy with letrozole"."""
    told = [_says_which(one, other, scene) and WITH.search(scene.between(one.mention, other.mention)) is not None for one, other in pairwise(group)]
    return told if first else [*told[1:], False]


def _classes_told_first(group: list[AssertedMention], scene: Scene) -> int:
    """How many classes, two or more, open a list of just the drugs that they mean: "chemotherapy and an antibody, A, B and C"."""
    heads = next((place for place, one in enumerate(group) if one.mention.kind != "agent_class"), 0)
    drugs = group[heads:]
    if heads < 2 or len(drugs) < 2 or any(one.mention.kind == "agent_class" for one in drugs) or scene.between(group[heads - 1].mention, drugs[0].mention).strip() not in (",", ":", "("):
        return 0
    agents = [agent for one in drugs for agent in agents_of(one, "agents", scene)]
    return heads if can_stand_for((one.mention.label for one in group[:heads]), agents) else 0


def _bound(how: str, group: list[AssertedMention], scene: Scene) -> list[bool]:
    """For each pair of neighbours, whether the words between bind them so; a drug named twice ("cisplatin (CDDP)") is bound."""
    pairs = zip(pairwise(group), _gaps(group, scene), strict=True)
    return [
        first.mention.label == second.mention.label or says(how, gap) or (how == "bound in a sequence" and _are_a_pair((first, second), gap, len(group)))
        for (first, second), gap in pairs
    ]


def _failed_and_begun(group: list[AssertedMention], scene: Scene) -> list[list[AssertedMention]] | None:
    """"As the disease was refractory to A, B and C were started": what failed, up to a comma, and what was begun."""
    commas = [gap.strip() == "," for gap in _gaps(group, scene)]
    why = says("because of the failure of", scene.before(group[0].mention))
    if not why or True not in commas or not says("started, said right behind", scene.after(group[-1].mention, NEAR)):
        return None
    cut = len(commas) if commas[-1] else commas.index(True) + 1
    return [group[:cut], group[cut:]]


def _with_their_acronyms(group: list[AssertedMention]) -> list[list[AssertedMention]] | None:
    """"A, B and C (ABC) and D, E and F (DEF)": drugs each list of which ends in its own acronym, one regimen each."""
    parts: list[list[AssertedMention]] = [[]]
    for asserted in group:
        parts[-1].append(asserted)
        if asserted.mention.kind == "regimen" and len(parts[-1]) > 1:
            drugs = alike(lexicon("regimens")[asserted.mention.label].listed("agents"))
            if drugs != alike(one.mention.label for one in parts[-1][:-1]):
                return None
            parts.append([])
    return parts[:-1] if len(parts) > 1 and not parts[-1] else None


def _are_two_regimens(first: AssertedMention, second: AssertedMention, scene: Scene) -> bool:
    """"ESHAP and BEACOPP": regimens of several drugs each, which nobody gives at once."""
    gap = scene.between(first.mention, second.mention)
    if not (_names_several_drugs(first) and _names_several_drugs(second)) or says("regimens alternate", gap):
        return False
    return not any(mention.label in ALTERNATING for mention in (first.mention, second.mention))


def _goes_on_with_one_of_them(group: list[AssertedMention], following: list[AssertedMention], scene: Scene) -> bool:
    """"A, B, and B/C": a list that names a drug twice is a list of courses."""
    first = following[0].mention
    again = first.kind == "agent" and first.label in {asserted.mention.label for asserted in group}
    gaps = [*_gaps(group, scene), scene.between(group[-1].mention, first)]
    pair = len(following) > 1 and all(says("bound in a sequence", gap) for gap in _gaps(following, scene))
    return again and pair and any("," in gap for gap in gaps) and all(map(LISTED.fullmatch, gaps))


def _is_list_of_courses(group: list[AssertedMention], tight: list[bool], scene: Scene) -> bool:
    """Whether some drugs are bound more tightly than others, in a list of what went before."""
    before = scene.before(group[0].mention, 90)
    drugs = [one.mention for one in group if one.mention.kind != "agent_class"]
    named = scene.before(drugs[0] if drugs else group[0].mention, 90)
    if _are_doublets(group, scene) and says("failed before the list", scene.before(group[0].mention)):
        return True
    if says("counted lines", before) or (len(drugs) > 1 and says("counted lines", named)) or _holds_two_doublets(group, scene):
        return True
    if says("bridge right before", before[-NEAR:]) or says("response brought by", before):
        return False
    former = says("former", before[-NEAR:]) or says("exhausted", before[-NEAR:])
    if former and _is_list_of_many(group, scene):
        return True
    if _is_known_regimen(group) and says("one phase of treatment", named):
        return False
    return former and (any(tight) or any(map(_names_several_drugs, group)))


def _are_doublets(group: list[AssertedMention], scene: Scene) -> bool:
    """"A plus B, and C plus D": two or more pairs, each bound."""
    pairs = _split(group, _bound("bound at all", group, scene))
    return len(pairs) > 1 and all(len({name for one in pair for name in _drugs_of(one)}) > 1 for pair in pairs)


def _holds_two_doublets(group: list[AssertedMention], scene: Scene) -> bool:
    """"cisplatin/etoposide and carboplatin/paclitaxel": pairs tied by a stroke with a platinum in more than one of them."""
    pairs = (frozenset(name for one in pair for name in _drugs_of(one)) for pair in _split(group, _bound("bound tightly", group, scene)))
    return len({pair for pair in pairs if len(pair) > 1 and not pair.isdisjoint(PLATINUM)}) > 1


def _drugs_of(asserted: AssertedMention) -> list[str]:
    mention = asserted.mention
    return list(lexicon("regimens")[mention.label].listed("agents")) if mention.kind == "regimen" else [mention.label]


def _is_list_of_many(group: list[AssertedMention], scene: Scene) -> bool:
    """"previously treated with A, B and C", which are no regimen."""
    if says("one regimen opened", scene.before(group[0].mention, NEAR)):
        return False
    drugs = len(group) > 2 and all(one.mention.kind == "agent" for one in group)
    steroid = drugs and len(alike(("prednisone", "dexamethasone")) & alike(one.mention.label for one in group)) > 0
    words = scene.text[group[0].mention.start : group[-1].mention.end]
    return drugs and not steroid and "," in words and not _is_known_regimen(group) and not says("one combination", words)


def _names_several_drugs(asserted: AssertedMention) -> bool:
    mention = asserted.mention
    return mention.kind == "regimen" and len(lexicon("regimens")[mention.label].listed("agents")) > 1


def _are_a_pair(pair: tuple[AssertedMention, AssertedMention], gap: str, listed: int) -> bool:
    """"A, cisplatin and pemetrexed, B": a platinum and its partner within a list of courses."""
    classes = [lexicon("agents")[one.mention.label].get("class") for one in pair if one.mention.label in lexicon("agents")]
    doublet = len(classes) == 2 and any("platinum" in name for name in classes) and not any(says("class given singly", name) or "antibody" in name for name in classes)
    return listed > 2 and gap.strip(" ,") == "and" and (doublet or _is_known_regimen(list(pair)))


def _split(group: list[AssertedMention], tight: list[bool]) -> list[list[AssertedMention]]:
    parts = [[group[0]]]
    for asserted, bound in zip(group[1:], tight, strict=True):
        if bound:
            parts[-1].append(asserted)
        else:
            parts.append([asserted])
    return parts


def _is_sequence(group: list[AssertedMention], scene: Scene) -> bool:
    """Whether each drug of a list is a course of its own."""
    near = scene.before(group[0].mention, NEAR)
    words = scene.text[group[0].mention.start : group[-1].mention.end]
    after = scene.after(group[-1].mention, NEAR)
    far = scene.after(group[-1].mention)
    one_after_another = says("one after another", near) or says("one after another, said behind", after) or says("lengths or responses, respectively", far)
    if one_after_another and not all(map(TIED.fullmatch, _gaps(group, scene))):
        return True
    classes = {asserted.mention.label for asserted in group if asserted.mention.kind == "agent_class"}
    between = " ".join(gap for gap, own in zip(_gaps(group, scene), _own_drugs(group, scene), strict=True) if not own)
    if len(classes) > 1 and "," in between and not says("one combination of classes", between) and not says("in combination, said behind", after):
        return True
    if "," in words and len(group) > 2 and _are_of_one_kind(group) and not says("in combination, said behind", after):
        return True
    if says("one combination", words) or says("in combination, said behind", after):
        return False
    if says("in one trial", near):
        return False
    return _are_of_one_kind(group) or ((says("exhausted", near) or says("exhausted under a heading", near)) and not _is_known_regimen(group))


def _own_drugs(group: list[AssertedMention], scene: Scene) -> list[bool]:
    """For each pair of neighbours, whether the first is a class, and the second says which drug it is: "hormone therapy with letrozole"."""
    return [_says_which(first, second, scene) for first, second in pairwise(group)]


def _says_which(first: AssertedMention, second: AssertedMention, scene: Scene) -> bool:
    gap = scene.between(first.mention, second.mention)
    if first.mention.kind != "agent_class":
        return False
    if second.mention.kind == "agent_class":
        return first.mention.label in classes_with_role("generic") - {"chemotherapy"} and WITH.fullmatch(gap) is not None
    apposed = says("names one drug", scene.text[first.mention.start : first.mention.end])
    return LISTED.fullmatch(gap) is None or (apposed and "and" not in gap)


def _are_of_one_kind(group: list[AssertedMention]) -> bool:
    """Two inhibitors of the same target in a list: the second took the place of the first."""
    agents = lexicon("agents")
    names = {one.mention.label for one in group if one.mention.kind == "agent"}
    classes = [agents[name].get("class") for name in names if name in agents]
    return any(says("class given singly", name) and classes.count(name) > 1 for name in classes)


def _is_known_regimen(group: list[AssertedMention]) -> bool:
    """Whether the drugs, one a platinum or more than two, are together what a regimen stands for, with or without an antibody."""
    agents, names = lexicon("agents"), {name for one in group if one.mention.kind != "agent_class" for name in _drugs_of(one)}
    antibodies = {name for name in names if says("name of an antibody", name)}
    platinum = any("platinum" in agents[name].get("class") for name in names if name in agents)
    if len(names) < 2 or not (platinum or len(names) > 2) or not names <= set(agents):
        return False
    known = [set(entry.listed("agents")) for entry in lexicon("regimens").values()]
    return names in known or (platinum and len(antibodies) == 1 and names - antibodies in known)


def _gaps(group: list[AssertedMention], scene: Scene) -> list[str]:
    return [scene.between(first.mention, second.mention) for first, second in pairwise(group)]
