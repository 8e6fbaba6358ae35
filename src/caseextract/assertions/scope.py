"""How far a cue's word reaches: to the end of its clause, forward or backward, or over its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract import caseblind as re
from caseextract.assertions.clauses import without_asides
from caseextract.knowledge import lexicon
from caseextract.schema.mention import Mention, Status
from caseextract.schema.prose import Prose

TERMINATOR = re.compile(
    r"[;:]|\b(?:but|however|although|though|whereas|while|except|aside from|apart from|therefore|thus|instead|because|since"
    r"|and (?:then|subsequently|later|he|she|it|the patient|was|were|had|has|is|underwent|received|started|took|chose|opted|elected|continued|began|remained|responded|achieved"
    r"|developed|died|showed|experienced|proceeded|returned|presented|progressed|went|gave|switched|therefore|thus|finally|(?=[^,;.]{0,45}\b(?:was|were) (?:started|begun|initiated|given|administered|performed|commenced|added|instituted)\b))"
    r"|and with|so|after|until|followed by|which|who|despite|due to|until)\b|,(?= (?:and )?(?:he|she|the patient|a|an|we|it|but|so|however|with|revealed|"
    r"showed|was|were|followed|after|which|who|the|then|later|thereafter|subsequently)\b)",
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
TIMES = ("time", "period", "date", "age")
TREATMENTS = ("agent", "agent_class", "regimen", "surgery", "radiotherapy", "chemoradiation", "transplant", "local", "line", "cycles")
RESPONSES = ("response", "progression", "freedom", "survival", "toxicity", "stop")
OF_THE_PATIENT = re.compile(
    r"\b(?:from|by|to|with|donated by|(?:patient|boy|girl|child|man|woman|both(?: \w+){0,3}|in (?:him|her)|he|she|mother|father),? (?:and|as well as)(?: (?:in|by|of|from))?) $",
    re.IGNORECASE,
)
"""Before a relative: the donor, somebody who came along, or somebody who shares what the patient has."""
SAID_BEFORE = re.compile(r".*\b(?:was|were|is|are|had|has|received|underwent|showed|developed|achieved|started|responded)\b.*(?:\band|,)\s", re.IGNORECASE)
"""A verb and a conjunction: what was said before the clause of a cue that looks backward."""
OTHER_CLAUSE = re.compile(r";|,? \b(?:whereas|while|although|though|but)\b|, (?:whose|and (?:his|her|whose|their))\b", re.IGNORECASE)
BACK_TO_THE_PATIENT = re.compile(r"(?:;|,)? ?\b(?:(?:but|and|whereas|while|so|yet|however,?) )?(?:the|our|this) (?:index )?(?:patient|case|boy|girl|child|man|woman|proband)\b(?! of)", re.IGNORECASE)
MAIN_VERB = re.compile(
    r",|\b(?:presented|received|underwent|complained|consulted|noticed|developed|came|visited|was (?:referred|admitted|diagnosed|found|treated|seen|evaluated|started|given))\b",
    re.IGNORECASE,
)
"""Where the sentence goes on after "a woman whose mother had …"."""
THE_SERIES = re.compile(r"\b(?:two|three|four|both|these|the|all) (?:[\w-]+ )?$", re.IGNORECASE)
BARE_NO = re.compile(r"no|neither|without|no evidence (?:of|for)|negative for|absence of|lack of|free of|without (?:any|evidence of)", re.IGNORECASE)
ADVISED = re.compile(r"consider|discuss|recommend|propos|advis|was considered|suggest|sensitiv|eligible|approved|indicated", re.IGNORECASE)
WORSENED = re.compile(
    r"\s*(?:rapidly|quickly|clinically|progressively|significantly|markedly|steadily|gradually|abruptly|sharply|over|in (?:size|performance)|to \d|from|despite|due to|and (?:died|was|he|she)|until|soon|[.;])", re.IGNORECASE
)
FAR = 60
NEAR = 30


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue and the stretch `[start, end)` of the text that it governs."""

    kind: str
    words: str
    start: int
    end: int
    sentence: int
    start_of_words: int = 0
    end_of_words: int = 0
    strong: bool = False

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
        before, after = prose.text[sentence.start : mention.start], prose.text[mention.end : sentence.end]
        if not is_real(words, before, after, entry.get("kind")):
            continue
        start, end = _reach(entry.get("reach"), mention, sentence.start, sentence.end, prose.text)
        yield Cue(entry.get("kind"), words, start, end, mention.sentence, mention.start, mention.end, entry.get("force") == "strong")


def _reach(reach: str, mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    if reach == "sentence":
        return first, last
    if reach == "both":
        return _around(mention, first, last, text)
    if reach == "backward":
        begin = first
        plain = " " * first + without_asides(text[first : mention.start])
        for match in TERMINATOR.finditer(plain, first):
            begin = match.end()
        said = SAID_BEFORE.match(plain, begin)
        return (said.end() if said else begin), mention.start
    stop = TERMINATOR.search(text, mention.end, last)
    return mention.end, stop.start() if stop else last


def _around(mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    """From the beginning of the mention's clause to where the sentence comes back to the patient."""
    if text[mention.start : mention.start + 5].lower() == "whose":
        back = MAIN_VERB.search(text, mention.end, last)
        return mention.start, back.start() if back else last
    begin = first
    for match in OTHER_CLAUSE.finditer(text, first, mention.start):
        begin = match.end()
    back = BACK_TO_THE_PATIENT.search(text, mention.end, last)
    return begin, back.start() if back else last


def is_real(words: str, before: str, after: str, kind: str = "") -> bool:
    """Whether the words of a cue mean what the cue stands for: "he declined rapidly" refuses nothing."""
    if "declin" in words.lower():
        return not WORSENED.match(after)
    if words == "EMA" and after[:1] in ("/", "-"):
        return False
    if kind == "family" and (OF_THE_PATIENT.search(before) or (words.lower().startswith(("siblings", "brothers", "sisters")) and THE_SERIES.search(before))):
        return False
    if words in ("May", "MAY") or words.lower() in ("the patients", "this cases"):
        return False
    if words.lower() == "possible":
        return not re.search(r"\b(?:best|as|became|made|not|was|were|if|where|whenever|longest|earliest) (?:\w+ )?$", before, re.I)
    return True


def status_of(mention: Mention, cues: Sequence[Cue]) -> tuple[Status, str | None]:
    """The mention's status by the strongest cue that covers it and applies to its kind, and that cue's words."""
    found = {cue.kind: cue.words for cue in reversed(cues) if cue.kind in STATUSES and cue.covers(mention) and _applies(cue, mention)}
    for kind in STRENGTH:
        if kind in found:
            return STATUSES[kind], found[kind]
    return "present", None


def _applies(cue: Cue, mention: Mention) -> bool:
    """Lengths of time are not denied, treatments not suspected; a far-off "no" leaves drugs alone."""
    if mention.kind in TIMES:
        return cue.kind not in ("absent", "possible")
    distance = mention.start - cue.end_of_words if mention.start >= cue.end_of_words else cue.start_of_words - mention.end
    if mention.kind in TREATMENTS:
        return cue.kind != "possible" and not (cue.kind == "absent" and BARE_NO.fullmatch(cue.words) and distance > FAR)
    if mention.kind in RESPONSES:
        if cue.kind == "hypothetical" and ADVISED.match(cue.words):
            return False
        return cue.kind != "possible" or distance < NEAR
    return True
