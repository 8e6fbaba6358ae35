"""The cues of a report: words of the lexicon that mean what they stand for, each with its reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract import caseblind as re
from caseextract.assertions.scope import reach_of, reach_over_treatments
from caseextract.knowledge import lexicon
from caseextract.schema.mention import TREATMENT_KINDS, Mention
from caseextract.schema.prose import Prose

BARE_NO = re.compile(r"no|neither|without|no evidence (?:of|for)|negative for|absence of|lack of|free of|without (?:any|evidence of)", re.IGNORECASE)
OF_THE_PATIENT = re.compile(
    r"\b(?:by|to|with|(?:patient|boy|girl|child|man|woman|both(?: \w+){0,3}|in (?:him|her)|he|she|mother|father),? (?:and|as well as)(?: (?:in|by|of|from))?) $"
    r"|\bfrom (?:(?:an?|the|his|her) )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Before a relative: the donor, somebody who came along, or somebody who shares what the patient has."""
THE_SERIES = re.compile(r"\b(?:two|three|four|both|these|the|all) (?:[\w-]+ )?$", re.IGNORECASE)
WORSENED = re.compile(
    r"\s*(?:rapidly|quickly|clinically|progressively|significantly|markedly|steadily|gradually|abruptly|sharply|over|in (?:size|performance)|to \d|from|despite|due to|and (?:died|was|he|she)|until|soon|[.;])", re.IGNORECASE
)
MOST_POSSIBLE = re.compile(r"\b(?:best|as|became|made|not|was|were|if|where|whenever|longest|earliest) (?:\w+ )?$", re.IGNORECASE)
TURNED_DOWN = re.compile(r"\b(?:but|however|although|though|yet|declin\w+|refus\w+|reject\w+|not|unwilling|preferred|opted|chose|instead)\b", re.IGNORECASE)
DONE = re.compile(
    r" (?:given|done|performed|accomplished|avoided|administered|resected|carried out|completed|continued|resumed|tapered|discontinued|stopped|achieved|started|initiated|removed|obtained|excised|demonstrated|shown|detected|confirmed|identified|seen|reduced)\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|and|also) $", re.IGNORECASE)
WEEK = 90


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and the stretch `[start, end)` of the text that it governs; treatments only up to `end_for_treatments`."""

    kind: str
    words: str
    start: int
    end: int
    sentence: int
    start_of_words: int = 0
    end_of_words: int = 0
    strong: bool = False
    end_for_treatments: int = 0

    def covers(self, mention: Mention) -> bool:
        """Whether the mention begins inside the cue's reach."""
        end = min(self.end, self.end_for_treatments or self.end) if mention.kind in TREATMENT_KINDS else self.end
        return self.start <= mention.start < end


def cues_of(mentions: Sequence[Mention], prose: Prose) -> Iterator[Cue]:
    """The cues among the mentions, with their reach."""
    entries = lexicon("cues")
    treatments: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in TREATMENT_KINDS:
            treatments.setdefault(mention.sentence, []).append(mention)
    for mention in mentions:
        if mention.kind != "cue":
            continue
        entry, sentence = entries[mention.label], prose.sentences[mention.sentence]
        words = prose.text[mention.start : mention.end]
        before, after = prose.text[sentence.start : mention.start], prose.text[mention.end : sentence.end]
        if not is_real(words, before, after, entry.get("kind"), beyond=prose.text[sentence.end : sentence.end + WEEK]):
            continue
        start, end = reach_of(entry.get("reach"), mention, sentence.start, sentence.end, prose.text)
        bare = BARE_NO.fullmatch(words) is not None
        near = reach_over_treatments(mention, end, treatments.get(mention.sentence, []), prose.text) if bare else 0
        yield Cue(entry.get("kind"), words, start, end, mention.sentence, mention.start, mention.end, entry.get("force") == "strong", near)


def is_real(words: str, before: str, after: str, kind: str = "", *, beyond: str = "") -> bool:
    """Whether the words of a cue mean what the cue stands for: "he declined rapidly" refuses nothing."""
    lower = words.lower()
    if "declin" in lower:
        return not WORSENED.match(after)
    if kind in ("family", "other_patient") and (OF_THE_PATIENT.search(before) or (lower.startswith(("siblings", "brothers", "sisters")) and THE_SERIES.search(before))):
        return False
    if words in ("May", "MAY") or lower in ("the patients", "this cases"):
        return False
    if words == "EMA":
        return not (after.startswith(("-", "/")) or before.endswith(("-", "/")))
    if lower in ("offered", "was offered", "were offered"):
        return bool(TURNED_DOWN.search(after) or TURNED_DOWN.search(beyond))
    if lower in ("could be", "can be"):
        return not DONE.match(after)
    if lower == "considering":
        return bool(AUXILIARY.search(before))
    if lower == "possible":
        return not MOST_POSSIBLE.search(before)
    return True
