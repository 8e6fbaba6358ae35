"""Which sentences tell the patient's story, and the courses that they tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.assembly.courses import Timeline
from caseextract.assembly.draft import Draft
from caseextract.assembly.events import Attachment
from caseextract.schema.fact import DurationFact, EventFact, Facts, TreatmentFact
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose

ANNOUNCING = re.compile(
    r"^(?:\w+: )?(?:here(?:in)?,? )?(?:in this (?:\w+ )?(?:report|article|study|paper|work),? )?(?:we|this (?:case )?(?:report|article|paper)|the (?:present )?(?:authors?|paper|report|article)|the following report) (?:here(?:in|by)? |now |also |hereby |first |present and |thus )*"
    r"(?:report|present|describe|highlight|document|discuss|illustrate|introduce|review|share|detail)s?\b|^(?:case|report) of\b", re.I)
CONCLUDING = re.compile(
    r"^(?:in conclusion|in summary|to conclude|conclusions?\b|moreover, (?:our|this)|lessons?\b)|^(?:to (?:the best of )?our knowledge)"
    r"|^(?:this|our|the present|the current|these|the reported|the described) (?:unique |rare |unusual |interesting )?(?:cases?|case reports?|reports?|findings?|results?|experience|observations?|study|data|outcome)s?\b[^.]{0,80}?\b(?:suggest|demonstrat|highlight|show|indicat|illustrat|confirm|underlin|emphasi|support|provid|underscor|reveal|prov|is the first|represents|may|raises|warrant|add|remind|expand|propos)"
    r"|\bwe (?:conclude|suggest|recommend|propose|believe|hypothesi|speculate|postulate)|\bauthors (?:suggest|conclude|propose|recommend)|\b(?:may|might|could|should|can) (?:be|have|represent|serve|provide|offer|benefit|improve|lead|help|act|play)\b", re.I)
NEGATED = ("absent", "hypothetical", "planned", "refused")


def story(prose: Prose) -> tuple[int, ...]:
    """Indices of the sentences of the case; of the abstract where the article has no section of the case."""
    case = [s.index for s in prose.sentences if s.section == "case"]
    if case:
        return tuple(case)
    return tuple(s.index for s in prose.sentences if s.section == "abstract")


def told(facts: Facts, sentences: Sequence[int], prose: Prose) -> list[Draft]:
    """The courses of treatment that these sentences tell of, in the order of time."""
    announced = _announced(facts, sentences, prose)
    plain = [i for i in sentences if i not in announced and not CONCLUDING.search(prose.words(prose.sentences[i]))]
    if len(announced) == len(sentences) or not _names_drugs(facts, plain):
        plain, announced = sorted({*plain, *announced}), []
    timeline = Timeline(text=prose.text, first_sentence=min(sentences, default=0))
    _tell(timeline, facts, plain, prose)
    timeline.announced = True
    _tell(timeline, facts, announced, prose)
    return timeline.drafts


def _announced(facts: Facts, sentences: Sequence[int], prose: Prose) -> list[int]:
    """The sentences that only announce what others tell in full: all their drugs are named again elsewhere."""
    named: dict[int, set[str]] = {}
    for fact in facts.treatments:
        if fact.judgement.is_fact:
            named.setdefault(fact.span.sentence, set()).update(fact.specific)
    candidates = [i for i in sentences if ANNOUNCING.search(prose.words(prose.sentences[i]))]
    elsewhere = set().union(*(named.get(i, set()) for i in sentences if i not in candidates and not CONCLUDING.search(prose.words(prose.sentences[i]))))
    return [i for i in candidates if named.get(i, set()) <= elsewhere]


def _names_drugs(facts: Facts, sentences: Sequence[int]) -> bool:
    within = set(sentences)
    return any(fact.agents and fact.judgement.is_fact and fact.span.sentence in within for fact in facts.treatments)


def _tell(timeline: Timeline, facts: Facts, sentences: Sequence[int], prose: Prose) -> None:
    treatments = _by_sentence(facts.treatments)
    events, durations = _by_sentence(facts.events), _by_sentence(facts.durations)
    priors = _by_sentence([a.mention for a in facts.others if a.mention.kind == "prior_lines"])
    for index in sentences:
        at_start = None if timeline.announced else timeline.recent
        counted = priors.get(index, [])
        inside_of = _counted_apart(treatments.get(index, []), counted, prose)
        for fact in inside_of:
            inside = any(m.start <= fact.span.start and fact.span.end <= m.end for m in counted)
            if fact.judgement.is_fact and not inside:
                timeline.place(fact)
        timeline.companions(index)
        for mention in counted:
            _prior(mention, treatments.get(index, []), timeline, index, facts, prose)
        for event in events.get(index, []):
            if event.kind == "restart" and event.judgement.is_fact:
                timeline.restarted(event)
        _attach(Attachment(timeline, prose, index, at_start), events.get(index, []), durations.get(index, []))


def _by_sentence(items: Sequence) -> dict[int, list]:  # type: ignore[type-arg]
    found: dict[int, list] = {}  # type: ignore[type-arg]
    for item in items:
        found.setdefault(item.span.sentence if hasattr(item, "span") else item.sentence, []).append(item)
    return found


def _attach(attachment: Attachment, events: Sequence[EventFact], durations: Sequence[DurationFact]) -> None:
    own = [event for event in events if event.judgement.experiencer == "patient"]
    for event in own:
        status = event.judgement.status
        if event.kind == "freedom":
            attachment.freedom(event)
        elif status in NEGATED and not (event.kind == "response" and attachment.asserts(event)):
            continue
        elif event.kind == "response":
            attachment.response(event)
        elif event.kind == "progression":
            attachment.progression(event)
        elif event.kind == "toxicity" and attachment.at_start is not None:
            attachment.at_start.toxicities.append(event)
    for fact in durations:
        if fact.judgement.experiencer == "patient":
            attachment.duration(fact, own)


def _counted_apart(inside: Sequence[TreatmentFact], counted: Sequence, prose: Prose) -> list[TreatmentFact]:  # type: ignore[type-arg]
    """"Two lines of hormone therapy with X and Y" are two courses; "four lines comprising chemotherapy" names no fifth."""
    found: list[TreatmentFact] = []
    for fact in inside:
        mention = next((m for m in counted if 0 <= fact.span.start - m.end < 60), None)
        gap = prose.text[mention.end : fact.span.start] if mention is not None else ""
        if mention is not None and re.fullmatch(r"[\s,(:]*(?:with|of|including|comprising|consisting of|using|namely)?[^.;]{0,40}", gap):
            count = ordinal_of(mention.groups.get("count") or mention.groups.get("count2") or "")
            if len(fact.agents) == count and fact.specific == fact.names:
                found.extend(replace(fact, agents=(agent,)) for agent in fact.agents)
                continue
            if not fact.specific:
                continue
        found.append(fact)
    return found


def _prior(mention, inside: Sequence[TreatmentFact], timeline: Timeline, index: int, facts: Facts, prose: Prose) -> None:  # type: ignore[no-untyped-def]
    count = ordinal_of(mention.groups.get("count") or mention.groups.get("count2") or "")
    covered = next((f for f in inside if mention.start <= f.span.start and f.span.end <= mention.end), None)
    if not count or count > 12:
        return
    following = [f for f in inside if 0 <= f.span.start - mention.end < 25 and len(f.specific) == count]
    close = prose.text.find(")", mention.end, mention.end + 400)
    listed = [f for f in inside if mention.end <= f.span.start < close] if "(" in prose.text[mention.end : mention.end + 40] else []
    if following or len(listed) >= count:
        return
    what = mention.groups.get("what", "")
    from caseextract.schema import Agent
    from caseextract.schema.fact import Span
    from caseextract.schema.mention import Judgement

    name = covered.agents[0].name if covered and covered.agents else "chemotherapy" if re.search("chemo", what, re.I) else "hormone therapy" if re.search("hormon|endocrin", what, re.I) else "chemotherapy"
    base = covered or TreatmentFact(span=Span(mention.start, mention.end, index), modality="systemic", agents=(Agent(name=name, is_class=True),), judgement=Judgement(), given=True)
    before = next((draft for draft in timeline.created.get(index, [])), None)
    timeline.prior_lines(count, base, name, before)
