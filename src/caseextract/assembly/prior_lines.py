"""Earlier lines of which the report only gives the number: "after three lines of chemotherapy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.knowledge import says
from caseextract.schema import Agent
from caseextract.schema.fact import Span, TreatmentFact
from caseextract.schema.mention import Judgement, Mention
from caseextract.schema.numbers import ordinal_of

COUNTS = ("count", "count2", "count3", "count4")
MOST = 12
"""More "lines" than this are no lines of therapy."""
LISTED_WITHIN = 60
NAMED_WITHIN = 25
SUMMED_WITHIN = 60
BRACKET_WITHIN, BRACKET_LENGTH = 40, 400


def told_apart(facts: Sequence[TreatmentFact], counted: Sequence[Mention], text: str) -> Iterator[TreatmentFact]:
    """The sentence's mentions of treatment beside its counts.

    "Two lines of hormone therapy with X and Y" names two courses; "four lines comprising chemotherapy" names no fifth.
    """
    single = [fact for mention in counted for fact in _in_its_bracket(mention, facts, text) if _names_one_each(mention, facts, text)]
    named: set[str] = set()
    for fact in facts:
        if fact in single and fact.specific == fact.names:
            yield from (replace(fact, agents=(agent,), restart=agent.name in named) for agent in fact.agents)
            named |= fact.names
            continue
        if any(mention.start <= fact.span.start and fact.span.end <= mention.end for mention in counted):
            continue
        mention = _nearest(counted, fact)
        if mention is None or _opens_a_list_of(mention, _count(mention) or 0, facts, text) or not says("drugs listed behind their count", text[mention.end : max(mention.end, fact.span.start)]):
            yield fact
        elif len(fact.agents) == _count(mention) and fact.specific == fact.names:
            yield from (replace(fact, agents=(agent,)) for agent in fact.agents)
        elif fact.specific:
            yield fact


def _nearest(counted: Sequence[Mention], fact: TreatmentFact) -> Mention | None:
    """The count that the drugs are listed behind: the last before them, which may name their class."""
    before = [mention for mention in counted if mention.start <= fact.span.start < mention.end + LISTED_WITHIN and mention.end < fact.span.end]
    return before[-1] if before else None


def enter(mention: Mention, counted: Sequence[Mention], facts: Sequence[TreatmentFact], timeline: Timeline) -> None:
    """Begin as many courses as the mention counts, of which only the class is known; of "several" a single one."""
    covered = next((f for f in facts if mention.start <= f.span.start and f.span.end <= mention.end), None)
    several = mention.groups.get("count") == "" and covered is not None
    count = 1 if several else _count(mention)
    if not count or count > MOST or _are_listed(mention, count, counted, facts, timeline.text) or _sums_up(mention, count, timeline):
        return
    fact = replace(covered or _bare(mention), agents=(_class_of(mention, covered),), line=None, details=())
    before = next((draft for draft in timeline.created_in(mention.sentence) if draft.is_drug and not draft.prior), None) or _told_before(mention, timeline)
    for _ in range(count):
        timeline.add(fact, before, prior=True)


def _sums_up(mention: Mention, count: int, timeline: Timeline) -> bool:
    """Whether the count is that of the courses told before: "X, then Y. After two lines of chemotherapy …"."""
    told = [draft for draft in timeline.drugs if not draft.prior and not draft.is_perioperative and draft.first.span.sentence < mention.sentence]
    before = timeline.text[max(0, mention.start - SUMMED_WITHIN) : mention.start]
    new = says("more lines than told", timeline.text[mention.start : mention.end])
    return len(told) == count > 1 and not new and says("sums up", before)


def _told_before(mention: Mention, timeline: Timeline) -> Draft | None:
    """The first course of a story that only afterwards counts what went before: "Eight prior lines had been given"."""
    former = says("former lines", timeline.text[mention.start : mention.end])
    return next((draft for draft in timeline.drugs if draft.line != 1 and not draft.is_perioperative), None) if former else None


def _count(mention: Mention) -> int | None:
    return ordinal_of(next((mention.groups[name] for name in COUNTS if mention.groups.get(name)), ""))


def _are_listed(mention: Mention, count: int, counted: Sequence[Mention], facts: Sequence[TreatmentFact], text: str) -> bool:
    """Whether the same sentence names all that it counts, right behind or in brackets."""
    behind = (fact for fact in facts if fact.span.start - mention.end < NAMED_WITHIN and _nearest(counted, fact) is mention)
    if any(len(fact.specific) == count for fact in behind):
        return True
    return len(_in_its_bracket(mention, facts, text)) >= count or _names_one_each(mention, facts, text) or _opens_a_list_of(mention, count, facts, text)


def _opens_a_list_of(mention: Mention, count: int, facts: Sequence[TreatmentFact], text: str) -> bool:
    """Whether a colon or the like behind the count opens a list of as many treatments: "three lines: A, then B and C"."""
    listed = [fact for fact in facts if fact.span.end > mention.end and fact.specific and fact.modality == "systemic" and not fact.joined]
    return len(listed) == count > 1 and says("list opened behind a count", text[mention.end : max(listed[0].span.start, mention.end + 2)])


def _in_its_bracket(mention: Mention, facts: Sequence[TreatmentFact], text: str) -> list[TreatmentFact]:
    """The treatments in the bracket that opens behind a count: "four lines of hormone therapy from 2002 (A, B, C and D)"."""
    opened = text.find("(", mention.end, mention.end + BRACKET_WITHIN)
    close = text.find(")", mention.end, mention.end + BRACKET_LENGTH)
    return [fact for fact in facts if opened < fact.span.end and fact.span.start < close and fact.specific] if opened >= 0 else []


def _names_one_each(mention: Mention, facts: Sequence[TreatmentFact], text: str) -> bool:
    """Whether the bracket names as many drugs as lines are counted, not all of them apart."""
    listed = _in_its_bracket(mention, facts, text)
    return len(listed) != _count(mention) and sum(len(fact.agents) for fact in listed) == _count(mention)


def _class_of(mention: Mention, covered: TreatmentFact | None) -> Agent:
    if covered and covered.agents:
        return Agent(name=covered.agents[0].name, is_class=True, matched_by="label", evidence=covered.agents[0].evidence)
    hormones = says("counted hormone therapy", mention.groups.get("what", ""))
    return Agent(name="hormone therapy" if hormones else "chemotherapy", is_class=True, matched_by="label")


def _bare(mention: Mention) -> TreatmentFact:
    span = Span(mention.start, mention.end, mention.sentence)
    return TreatmentFact(span=span, modality="systemic", agents=(), judgement=Judgement(), given=True)
