"""Courses of drugs as a sentence names them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from caseextract.facts.treatment.agents import PROTOCOL, Naming, naming_of
from caseextract.facts.treatment.apposition import without_apposed_classes
from caseextract.facts.treatment.grammar import classes_with_role
from caseextract.facts.treatment.groups import groups
from caseextract.facts.treatment.said import with_what_is_said
from caseextract.facts.treatment.scene import Scene
from caseextract.facts.treatment.sequence import courses
from caseextract.facts.treatment.transplants import only_prepares
from caseextract.knowledge import lexicon, says
from caseextract.schema.fact import Span, TreatmentFact
from caseextract.schema.mention import AssertedMention, Judgement, Mention

NEAR = 45
SEVERAL = 2
"""Drugs beside which a local class ("with intrathecal injections") is no more than a companion."""


def drug_treatments(scene: Scene) -> Iterator[TreatmentFact]:
    """One treatment for each course of drugs."""
    found = list(groups(scene))
    for group, following in zip_longest(found, found[1:]):
        if following and _only_names_the_base(group, following, scene):
            continue
        for course in courses(group, scene, following):
            naming = naming_of(without_apposed_classes(course, scene), scene)
            span = scene.span(course[0].mention.start, course[-1].mention.end)
            if naming.agents and not _is_no_course(course, naming, span, scene):
                yield _treatment(course, naming, span, scene)


def _treatment(course: list[AssertedMention], naming: Naming, span: Span, scene: Scene) -> TreatmentFact:
    fact = TreatmentFact(
        span=span,
        modality="local" if _is_local(course, span, scene) else "systemic",
        agents=naming.agents,
        optional=naming.optional,
        regimen=naming.regimen,
        judgement=_judgement(course),
    )
    return with_what_is_said(fact, scene, of_classes=all(asserted.mention.kind == "agent_class" for asserted in course))


def _is_no_course(course: list[AssertedMention], naming: Naming, span: Span, scene: Scene) -> bool:
    """Whether the drugs only prepare a transplant, or are none against the tumour."""
    if {agent.name for agent in naming.agents} <= classes_with_role("no course") or _only_says_by_whose_plan(course, span, scene) or _opens_a_list(course, span, scene):
        return True
    return not _names_a_class(naming) and not _is_local(course, span, scene) and only_prepares(course, span, scene)


def _only_says_by_whose_plan(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """"X and Y according to the ABC-3 protocol": the protocol behind drugs that are named."""
    named = [one.mention.end for one in scene.of_kind("agent") if one.mention.end <= span.start]
    protocol = all(one.mention.label == PROTOCOL for one in course)
    return protocol and len(named) >= SEVERAL and says("by whose plan", scene.text[named[-1] : span.start])


def _only_names_the_base(group: list[AssertedMention], following: list[AssertedMention], scene: Scene) -> bool:
    """"an X-based regimen (X, Y and Z)": the drug after which the regimen is called, before all of its drugs are named."""
    base, names = group[0].mention, [one.mention.label for one in following]
    again = base.kind == "agent" and base.label in names and len(names) > 1
    classes = all(one.mention.kind == "agent_class" for one in group[1:])
    return again and classes and says("called after the drug", scene.text[base.end : following[0].mention.start])


def _opens_a_list(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """"various chemotherapies, including X and Y": classes of which the drugs are listed behind."""
    behind = scene.after(span, NEAR)
    named = any(span.end <= one.mention.start < span.end + NEAR for one in scene.of_kind("agent", "regimen"))
    classes = all(one.mention.kind == "agent_class" for one in course)
    return named and classes and says("several, listed behind", scene.text[span.start : span.end] + behind)


def _names_a_class(naming: Naming) -> bool:
    return any(agent.is_class and agent.name != "conditioning regimen" for agent in naming.agents)


def _judgement(course: list[AssertedMention]) -> Judgement:
    """That of the first drug which is not said to be given, for all of them."""
    return next((asserted.judgement for asserted in course if not asserted.judgement.is_fact), course[0].judgement)


def _is_local(course: list[AssertedMention], span: Span, scene: Scene) -> bool:
    """Whether a local route ("intrathecal") stands right before the drugs, or is part of their class; not of one beside them."""
    classes = [asserted.mention.label for asserted in course if asserted.mention.kind == "agent_class"]
    if any(lexicon("agent_classes")[label].get("modality") == "local" for label in classes):
        return course[0].mention.kind == "agent_class" or len(course) - len(classes) < SEVERAL
    if says("instilled after", scene.after(span)) or any(says("given locally by nature", one.mention.label) for one in course):
        return True
    routes = (asserted.mention for asserted in scene.of_kind("route"))
    return any(0 <= span.start - route.end < NEAR and not _drugs_between(route, span, scene) for route in routes)


def _drugs_between(route: Mention, span: Span, scene: Scene) -> bool:
    return any(route.end <= asserted.mention.end <= span.start for asserted in scene.of_kind("agent", "agent_class", "regimen"))
