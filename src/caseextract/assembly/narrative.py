"""Which sentences tell the patient's story, and the courses that they tell of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from caseextract.assembly import carried_out, courses, dated, events, overview, prior_lines
from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft
from caseextract.assembly.timeline import Timeline
from caseextract.assertions.cohort import shared_sentences
from caseextract.knowledge import says
from caseextract.schema.fact import Facts, TreatmentFact
from caseextract.schema.prose import Prose

T = TypeVar("T")
EMPTY_LINE = "\n\n"
OPENING = 4
"""Sentences in which an opening sums the story up before it introduces the patient."""


def story(prose: Prose) -> tuple[int, ...]:
    """Indices of the sentences of the case; of the abstract where the article has no section of the case."""
    case = tuple(s.index for s in prose.sentences if s.section == "case")
    return case or tuple(s.index for s in prose.sentences if s.section == "abstract")


@lru_cache(maxsize=256)
def announces(index: int, prose: Prose) -> bool:
    """Whether the sentence only says what the article is about: "We report a woman with …", or is its title."""
    return says("announcement", prose.words(prose.sentences[index])) or _is_title(index, prose)


def _is_title(index: int, prose: Prose) -> bool:
    """Whether it is the first line of a text without headings, set apart by an empty one."""
    end = prose.sentences[index].end
    if index == 0 and len(prose.sentences) > 1 and says("titled as a case", prose.words(prose.sentences[0])):
        return True
    return index == 0 and len(prose.sentences) > 1 and EMPTY_LINE in prose.text[end : prose.sentences[1].start].replace(" ", "")


def telling(sentences: Sequence[int], prose: Prose) -> list[int]:
    """The sentences from the first on that speaks of the patient; before it the disease and its drugs are introduced."""
    shared = shared_sentences(prose)
    words = ((i, prose.words(prose.sentences[i])) for i in sentences)
    begins = next((n for n, (i, said) in enumerate(words) if i in shared or says("speaks of the patient", said) or says("treatment told", said)), 0)
    return list(sentences[begins:])


@lru_cache(maxsize=256)
def concludes(index: int, prose: Prose) -> bool:
    """Whether the sentence draws a lesson from the case: "This case suggests that …"."""
    return says("conclusion", prose.words(prose.sentences[index]))


class Parts(NamedTuple):
    """The sentences that tell the story, those that only announce it, and the first from which on the patient is spoken of."""

    tells: list[int]
    announcing: list[int]
    first: int


def told(facts: Facts, parts: Parts, prose: Prose) -> list[Draft]:
    """The courses of treatment that these sentences tell of, in the order of time.

    Sentences that only announce are read last; they add what nothing else tells.
    """
    timeline = Timeline(text=prose.text, first_sentence=parts.first)
    _tell(timeline, facts, parts.tells, prose)
    timeline.announced = True
    _tell(timeline, facts, parts.announcing, prose)
    return timeline.drafts


def parts_of(facts: Facts, sentences: Sequence[int], prose: Prose) -> Parts:
    """The sentences by what they do; conclusions are left out."""
    sentences = telling(sentences, prose)
    first = min(sentences, default=0)
    announcing = _announcing(facts, sentences, prose)
    tells = [i for i in sentences if i not in announcing and not concludes(i, prose)]
    if len(announcing) == len(sentences) or not _names_drugs(facts, tells):
        return Parts(sorted({*tells, *announcing}), [], first)
    return Parts(tells, announcing, first)


def _announcing(facts: Facts, sentences: Sequence[int], prose: Prose) -> list[int]:
    """The sentences that only announce what others tell in full: all their drugs are named again elsewhere."""
    drugs: dict[int, set[str]] = {}
    for fact in facts.treatments:
        if fact.judgement.is_fact:
            drugs.setdefault(fact.span.sentence, set()).update(fact.specific)
    candidates = [i for i in sentences if announces(i, prose)]
    candidates = sorted({*candidates, *_summing_up_first(candidates, sentences, prose), *overview.sentences_of(facts.treatments, sentences, prose)})
    others = {i for i in sentences if i in drugs and i not in candidates and not concludes(i, prose)}
    elsewhere = {name for fact in facts.treatments if fact.span.sentence in others and not _only_goes_on(fact, prose) for name in fact.specific}
    kept = [i for i in candidates if drugs.get(i, set()) <= elsewhere and not _tells_a_setting(i, candidates, facts) and not _tells_alone(i, others, facts, prose)]
    return [i for i in kept if drugs.get(i) or retold(i, sentences, prose) or not _tells_procedures_alone(i, candidates, facts)]


def _tells_alone(index: int, others: Collection[int], facts: Facts, prose: Prose) -> bool:
    """Whether it introduces the patient by age and tells of classes of drugs, and no other sentence tells of any drug."""
    classes = any(fact.agents and not fact.specific and fact.judgement.is_fact and fact.span.sentence == index for fact in facts.treatments)
    if not classes or not says("introduced by age", prose.words(prose.sentences[index])):
        return False
    return not any(fact.agents and fact.given and fact.judgement.is_fact and fact.span.sentence in others for fact in facts.treatments)


def retold(index: int, sentences: Sequence[int], prose: Prose) -> bool:
    """Whether the sentence is an announcement behind which the story begins anew with the patient's age."""
    later = (prose.words(prose.sentences[i]) for i in sentences if i > index and not announces(i, prose))
    return announces(index, prose) and any(says("introduced by age", words) for words in later)


def _summing_up_first(announcing: Sequence[int], sentences: Sequence[int], prose: Prose) -> list[int]:
    """The sentences between an announcement and the one that introduces the patient by age: they sum the story up."""
    if not announcing:
        return []
    opening = [i for i in sentences if announcing[0] <= i <= announcing[0] + OPENING]
    introduced = next((i for i in opening if says("introduced by age", prose.words(prose.sentences[i]))), None)
    return [i for i in opening if introduced is not None and i < introduced]


def _only_goes_on(fact: TreatmentFact, prose: Prose) -> bool:
    """Whether the drugs are not begun but continued or given again, so that their beginning is told elsewhere."""
    before = prose.text[prose.sentences[fact.span.sentence].start : fact.span.start]
    return fact.restart or says("only goes on", before) or says("more of what was begun", before)


def _tells_a_setting(index: int, candidates: Sequence[int], facts: Facts) -> bool:
    """Whether a sentence tells of drugs around an operation that no telling sentence names alone."""
    elsewhere = {fact.specific for fact in facts.treatments if fact.judgement.is_fact and fact.span.sentence not in candidates}
    own = (fact for fact in facts.treatments if fact.judgement.is_fact and fact.span.sentence == index and fact.specific)
    return any(fact.setting in ("adjuvant", "neoadjuvant") and fact.specific not in elsewhere for fact in own)


def _tells_procedures_alone(index: int, candidates: Sequence[int], facts: Facts) -> bool:
    """Whether an operation or radiation that it tells of is named in no telling sentence."""
    done = [fact for fact in facts.treatments if fact.judgement.is_fact and not fact.agents]
    elsewhere = {fact.modality for fact in done if fact.span.sentence not in candidates}
    own = [fact for fact in done if fact.span.sentence == index and fact.given]
    return bool(own) and all(fact.modality not in elsewhere for fact in own)


def _names_drugs(facts: Facts, sentences: Sequence[int]) -> bool:
    within = set(sentences)
    return any(fact.agents and fact.judgement.is_fact and fact.span.sentence in within for fact in facts.treatments)


def _tell(timeline: Timeline, facts: Facts, sentences: Sequence[int], prose: Prose) -> None:
    """Go through the sentences: place their treatments, then hand their events and lengths of time to the courses."""
    treatments = _by_sentence(facts.treatments, lambda fact: fact.span.sentence)
    overviews = overview.sentences_of(facts.treatments, sorted({fact.span.sentence for fact in facts.treatments}), prose) if timeline.announced else []
    happened = _by_sentence(facts.events, lambda event: event.span.sentence)
    lengths = _by_sentence(facts.durations, lambda fact: fact.span.sentence)
    counts = _by_sentence((a.mention for a in facts.others if a.mention.kind == "prior_lines"), lambda m: m.sentence)
    plans = carried_out.plans_of(facts.treatments, prose)
    dates = _by_sentence((a for a in facts.others if a.mention.kind == "date"), lambda asserted: asserted.mention.sentence)
    for index in sentences:
        named, counted = treatments.get(index, []), counts.get(index, [])
        timeline.go_back(prose.words(prose.sentences[index]))
        for fact in carried_out.facts_before(index, named, plans, timeline, prose):
            courses.place(fact, timeline)
        at_start = None if timeline.announced else timeline.recent
        for fact in prior_lines.told_apart(named, counted, prose.text):
            if fact.judgement.is_fact and not (index in overviews and fact.agents):
                courses.place(fact, timeline)
        courses.join_companions(index, timeline)
        for mention in counted:
            several = timeline.announced and timeline.drugs and mention.groups.get("count") == ""
            if several and (index in overviews or retold(index, range(len(prose.sentences)), prose)):
                continue
            prior_lines.enter(mention, counted, named, timeline)
        for event in happened.get(index, []):
            if event.kind == "restart" and event.judgement.is_fact:
                courses.resume(event, timeline)
        sentence = Attachment(timeline, prose, index, at_start)
        events.hand_over(happened.get(index, []), lengths.get(index, []) if index not in overviews else [], sentence)
        dated.note(dates.get(index, []), happened.get(index, []), sentence)


def _by_sentence(items: Iterable[T], sentence_of: Callable[[T], int]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for item in items:
        found.setdefault(sentence_of(item), []).append(item)
    return found
