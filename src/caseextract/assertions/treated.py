"""Whether a treatment that a sentence names was given: by the verbs before and after it, their tense and voice."""

from __future__ import annotations

from caseextract.knowledge import phrase, says
from caseextract.schema.mention import Mention, Status
from caseextract.schema.prose import Sentence

BEFORE, AFTER = 90, 160
"""How many characters before and after the treatment are read."""
Phrases = tuple[tuple[str, Status], ...]
AHEAD: Phrases = (
    ("never before", "absent"),
    ("unfit or unwilling before", "absent"),
    ("was to receive before", "planned"),
    ("merely named before", "hypothetical"),
)
AHEAD_UNLESS_DONE: Phrases = (("planned before", "planned"), ("in place of before", "planned"), ("among the options before", "hypothetical"))
BEHIND: Phrases = (
    ("could not be given after", "absent"),
    ("not done after", "absent"),
    ("judged unfit or refused after", "absent"),
    ("planned after", "planned"),
    ("considered after", "hypothetical"),
    ("possible after", "hypothetical"),
)


def not_given(mention: Mention, sentence: Sentence, text: str) -> tuple[Status, str] | None:
    """Why a treatment counts as not given, and the words that say so; None where nothing says so."""
    before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    after = text[mention.end : min(sentence.end, mention.end + AFTER)]
    ahead = AHEAD if says("carried out after", after) else (*AHEAD, *AHEAD_UNLESS_DONE)
    for name, status in ahead:
        match = phrase(name).search(before)
        if match:
            return status, match[0].strip()
    for name, status in BEHIND:
        match = phrase(name).search(after)
        if match and not says("not given after, then done", after[match.end() :]):
            return status, match[0].strip()
    return None


def done_after_all(mention: Mention, status: Status, sentence: Sentence, text: str) -> bool:
    """Whether the sentence goes on to say that what was planned, put off or refused was done."""
    after = text[mention.end : sentence.end]
    if status == "refused":
        return says("changed mind after", after)
    if status == "planned" and says("carried out after", after):
        return True
    return status != "present" and (says("decided and done after", after) or says("done after all", after))
