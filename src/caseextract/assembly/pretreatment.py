"""Earlier therapy that is told without its number: "heavily pretreated", "in second relapse"."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match

from caseextract.assembly.draft import Draft
from caseextract.assembly.narrative import announces, retold, telling
from caseextract.knowledge import phrase, says
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

NAMED = ("what", "what2", "what3")
TOLD_IN_FULL = 3
"""With more courses than this the story tells the earlier therapy itself."""
PHASE_WITHIN = 40


def uncounted_from(
    mentions: Sequence[AssertedMention], drafts: Sequence[Draft], sentences: Sequence[int], prose: Prose, *, haematological: bool
) -> int | None:
    """The offset from which lines cannot be counted, if there is one."""
    said = [a.mention for a in mentions if a.mention.kind == "prior_lines" and a.judgement.is_fact and a.mention.sentence in sentences]
    said = [mention for mention in said if not retold(mention.sentence, sentences, prose)]
    several = next((mention.start for mention in said if mention.groups.get("count") == "" and any(mention.groups.get(name) for name in NAMED)), None)
    if several is not None:
        return several
    first = next((draft for draft in drafts if draft.is_drug or draft.modality == "transplant"), None)
    if first is None or not sentences:
        return None
    begun = min(first.start, drafts[0].start)
    opened = [draft.start for draft in drafts if draft.is_drug and draft.first.span.sentence == first.first.span.sentence][:1]
    again = haematological and any(says("treatment of a relapse", prose.text[max(0, at - PHASE_WITHIN) : at + PHASE_WITHIN]) for at in (begun, *opened))
    if _tells_it_all(drafts, first, again=again):
        return None
    before = _told_before(max((begun, *opened)) + PHASE_WITHIN if again else begun, sentences, prose)
    hint = phrase("pretreated").search(before) or _hinted_behind(begun, prose)
    if first.modality == "transplant" and _opens_alone(first, drafts):
        before += _rest_of_sentence(begun, prose)
    relapsed = haematological and says("relapsed blood cancer", before) and not _is_among_the_earlier(first)
    hinted = hint and (not _is_among_the_earlier(first) or says("next treatment begins", before[hint.end() :]))
    return prose.sentences[sentences[0]].start if hinted or relapsed else None


def _opens_alone(first: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether no other course begins in its sentence."""
    return all(draft is first or draft.first.span.sentence != first.first.span.sentence for draft in drafts)


def _rest_of_sentence(start: int, prose: Prose) -> str:
    return prose.text[start : next(s.end for s in prose.sentences if s.start <= start < s.end)]


def _hinted_behind(start: int, prose: Prose) -> Match[str] | None:
    """The hint behind a treatment in its sentence: "received X for a tumour that had been heavily pretreated"."""
    sentence = next(s for s in prose.sentences if s.start <= start < s.end)
    return phrase("said to be pretreated").search(prose.text, start, sentence.end)


def _told_before(end: int, sentences: Sequence[int], prose: Prose) -> str:
    """The story up to an offset, without the sentences that only announce it."""
    words = []
    for index in telling(sentences, prose):
        sentence = prose.sentences[index]
        if sentence.start < end and (end < sentence.end or not announces(index, prose)):
            words.append(prose.text[sentence.start : min(end, sentence.end)])
    return " ".join(words)


def _tells_it_all(drafts: Sequence[Draft], first: Draft, *, again: bool) -> bool:
    """Whether the story itself tells the courses that the hint speaks of."""
    many = sum(draft.modality in ("systemic", "transplant") for draft in drafts) > TOLD_IN_FULL
    counted = any(draft.prior for draft in drafts)
    return many or counted or (first.phase == "induction" and not again) or first.line == 1


def _is_among_the_earlier(first: Draft) -> bool:
    """Whether the first course is one of those that the hint speaks of: "refractory to X", "previously treated with X"."""
    return first.first.earlier or any(event.value == "no_response" for event in first.responses)
