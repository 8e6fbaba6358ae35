"""How far a cue's word reaches: to the end of its clause, forward or backward, or over its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.knowledge import lexicon
from caseextract.schema.mention import Mention, Status
from caseextract.schema.prose import Prose

TERMINATOR = re.compile(
    r"[;:]|\b(?:but|however|although|though|whereas|while|except|aside from|apart from|therefore|thus|instead|because|since"
    r"|and (?:then|subsequently|he|she|the patient|was|were|underwent|received|started)"
    r"|so|after|until|followed by|which|who|despite|due to|until)\b|,(?= (?:and )?(?:he|she|the patient|a|an|we|it|but|so|however|with|revealed|"
    r"showed|was|were|followed|after|which|who|the)\b)",
    re.IGNORECASE,
)
STATUSES: dict[str, Status] = {
    "absent": "absent",
    "planned": "planned",
    "refused": "refused",
    "hypothetical": "hypothetical",
    "possible": "possible",
}
STRENGTH = ("refused", "absent", "planned", "hypothetical", "possible")
SENTENCE_WIDE = {"sentence"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and the stretch `[start, end)` of the text that it governs."""

    kind: str
    words: str
    start: int
    end: int
    sentence: int

    def covers(self, mention: Mention) -> bool:
        """Whether the mention begins inside the cue's reach."""
        return self.start <= mention.start < self.end


def cues_of(mentions: Sequence[Mention], prose: Prose) -> Iterator[Cue]:
    """The cues among the mentions, with their reach."""
    entries = lexicon("cues")
    for mention in mentions:
        if mention.kind != "cue":
            continue
        entry, sentence = entries[mention.label], prose.sentences[mention.sentence]
        words = prose.text[mention.start : mention.end]
        start, end = _reach(entry.get("reach"), mention, sentence.start, sentence.end, prose.text)
        yield Cue(entry.get("kind"), words, start, end, mention.sentence)


def _reach(reach: str, mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    if reach in ("sentence", "both"):
        return first, last
    if reach == "backward":
        begin = first
        for match in TERMINATOR.finditer(text, first, mention.start):
            begin = match.end()
        return begin, mention.start
    stop = TERMINATOR.search(text, mention.end, last)
    return mention.end, stop.start() if stop else last


def status_of(mention: Mention, cues: Sequence[Cue]) -> tuple[Status, str | None]:
    """The mention's status by the strongest cue that covers it, and that cue's words."""
    found = {cue.kind: cue.words for cue in reversed(cues) if cue.kind in STATUSES and cue.covers(mention)}
    for kind in STRENGTH:
        if kind in found:
            return STATUSES[kind], found[kind]
    return "present", None
