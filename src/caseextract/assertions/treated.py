"""Whether a treatment that a sentence names was given: by the verbs before and after it, their tense and voice."""

from __future__ import annotations

from caseextract.knowledge import phrase, says
from caseextract.schema.mention import Mention, Status
from caseextract.schema.prose import Sentence

BEFORE, AFTER = 90, 160
"""How many characters before and after the treatment are read."""
AHEAD: tuple[tuple[str, Status], ...] = (("never before", "absent"), ("planned before", "planned"), ("merely named before", "hypothetical"))
BEHIND: tuple[tuple[str, Status], ...] = (
    ("not given after", "absent"),
    ("planned after", "planned"),
    ("spoken of after", "hypothetical"),
)


def done_after_all(mention: Mention, status: Status, sentence: Sentence, text: str) -> bool:
    """Whether the sentence goes on to say that what was planned, put off or refused was done."""
    return status != "present" and says("changed mind after" if status == "refused" else "done after all", text[mention.end : sentence.end])


def not_given(mention: Mention, sentence: Sentence, text: str) -> tuple[Status, str] | None:
    """Why a treatment counts as not given, and the words that say so; None where nothing says so."""
    before = text[max(sentence.start, mention.start - BEFORE) : mention.start]
    after = text[mention.end : min(sentence.end, mention.end + AFTER)]
    for name, status in AHEAD:
        match = phrase(name).search(before)
        if match:
            return status, match[0].strip()
    option = phrase("among the options before").search(before)
    if option and not says("given after", after):
        return "hypothetical", option[0].strip()
    for name, status in BEHIND:
        match = phrase(name).search(after)
        if match and not says("not given after, then done", after[match.end() :]):
            return status, match[0].strip()
    return None
