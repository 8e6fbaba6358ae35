"""Linked mentions → predictive biomarkers of the closed list, with their status and verbatim value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract import caseblind as re
from caseextract.knowledge import lexicon
from caseextract.schema import Biomarker, Report
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose, Sentence

PASSED = re.compile(
    r"(?:(?!\( ?[-–−] ?\))[\s:,=/()\[\]-])+|(?:expression|expressing|status|staining|stain(?:ed)?|immunostain\w*|immunohistochemi\w+|immunoreactivity|receptors?|scor(?:e|ing)|levels?|test(?:ing)?|results?|was|were|is|are|had|been|be|being|both|of|and|or|nor|by|on|in|with"
    r"|as|the|an?|at|to|found|shown|considered|reported|assessed|determined|revealed|showed|showing|scored|IHC|FISH|PCR|EIA|LSAB|TPS|CPS|TC|IC|TAP|tumou?r proportion score|combined positive score|proportion score|proteins?|gene|genes|also"
    r"|for|tumou?r|cells?|tissue|specimen|biopsy|nuclear|membran\w+|diffusely|focally|strongly|weakly|moderately|highly|completely|type|strain|encoded|small|RNAs?|in situ|hybridi[sz]ation|DNA|assay|clone|antibody|22C3|SP263|SP142|28-8|E1L3N|73-10|MSI|IHC4|quick|Allred|H-score"
    r"|approximately|about|almost|nearly|over|than|more|less|index|that|which|came|back|again|turned|out|remained|subsequently|Ki-?67)\b",
    re.I,
)
NEGATIVE = re.compile(
    r"negativ\w*|neg\b|not (?:detect|express|observ|found|seen|identif|present|overexpress|over-express)\w*|no (?:expression|staining|overexpression)|non-?(?:express|overexpress)\w*|undetect\w*|absent\b|absence\b|lost\b"
    r"|lacking\b|lacked\b|unreactive|nonreactive|\( ?[-–−] ?\)|-(?=\s?(?:[,);./]|$|\s(?:and|or)\b))|0 ?(?=[,).;]|$)|[01]\+|score (?:of )?[01]\b|< ?1 ?%",
    re.I,
)
POSITIVE = re.compile(r"positiv\w*|pos\b|over-?express\w*|express(?:ed|es)\b(?! (?:on|by|in (?:<|less than|fewer than|under) ?1 ?%))|strong\b|high\b|reactive|immunoreactiv\w*|3 ?\+|score (?:of )?3\b|\+{1,3}|detected\b|present\b|intense", re.I)
NOTHING = re.compile(r" ?(?:was |is |: ?)?(?:\( ?[-–−] ?\)|negative\b|absent\b|0 ?%)", re.I)
UNSURE = re.compile(r"2 ?\+|equivocal|borderline|indeterminate|unknown|not (?:tested|perform|assess|availab|evaluat|done|determin)\w*|pending|unavailable|low\b", re.I)
FIGURE = re.compile(r"(?:[<>≥≤]|less than |fewer than |under |more than |at least )? ?\d+(?:\.\d+)?(?: ?- ?\d+(?:\.\d+)?)? ?(?:%|percent)|(?:[<>≥≤]=?)? ?\d+(?:\.\d+)?(?= ?(?:[),;.]|$|and\b|was\b|were\b|\())")
AMPLIFIED = re.compile(r"amplifi|FISH[^.;]{0,15}(?:\+|positive)|(?:\bISH\b|in situ hybridi[sz]ation)[^.;]{0,20}positive|\bratio(?: of| was|:|=)? ?(?:[2-9]|1\d)(?:\.\d+)?\b", re.I)
ALLRED = re.compile(r"(?P<score>\d) ?/ ?8\b")
NOT_AMPLIFIED = re.compile(r"(?:not|no|without|non)[\s-]{1,2}(?:gene )?(?:amplif|FISH)|FISH[^.;]{0,25}negative|(?:not|no) [^.;]{0,15}amplif", re.I)
LEFT = re.compile(
    r"(?P<negative>negativ\w* (?:immuno\w+ |staining |expression |results? )?(?:for|of|in)|lack(?:ed|ing|s)? (?:of )?(?:the |any )?(?:\w+ )?(?:expression|staining|immunoreactivity) (?:of|for)|lack(?:ed|ing|s)?(?: of| the)?|loss of|absence of|without|no expression of|did not express|not express(?:ing)?|no\b|neither|failed to express)"
    r"|(?P<positive>positiv\w* (?:immuno\w+ |staining |expression |results? )?(?:for|of|in)|express(?:ed|es|ing|ion of)(?: the)?|stain(?:ed|ing) (?:\w+ )?for|immunoreactiv\w+ (?:for|to|with)|reactive for|high (?:level of |expression of )?|strong(?:ly)? (?:expressed |expression of )?)",
    re.I,
)
LEFT_BREAK = re.compile(r"[;:]|\b(?:but|while|whereas|although|however|was|were|is|are|with|which|negativ\w*|positiv\w*|for|by|\d+ ?%|underwent|received|treated|diagnosed)\b|\)\s*\.", re.I)
ABOUT_GENE = re.compile(r"^[\s-]*(?:\([^()]{1,12}\)\s?)?(?:gene[\s-])?(?:mutat|mutant|exon|amplif|fusion|insertion|p\.|[A-Z]\d{2,4}[A-Z]\b|inhibit|antibod|directed|targeted|blockade|antagonist|therapy|vaccin|TKI|CAR\b)", re.I)
AGAINST = re.compile(r"(?:\banti-?|\bpan-?|mutations? (?:in|of) (?:the )?|amplification of (?:the )?|inhibit\w* (?:of )?|target\w* |dual |ratio of )$", re.I)
LOAD = re.compile(r"^[\s-]*(?:\(?EBV\)?[\s-]?)?(?:DNA|viral load|load|titer|titre|antibod|Ig[GM]|serolog|VCA|infection)\b|^[\s-]*(?:capsid|nuclear antigen)", re.I)
INFECTION = re.compile(r"^[\s-]*(?:infection|antibod|vaccin|screening|serolog)", re.I)
SCORE = re.compile(r"(?:TPS|CPS|tumou?r proportion score|combined positive score)\)?(?: ?\([^()]{1,12}\))?[^\d.;]{0,14}?(?:of |was |is )?[<>≥≤]{0,2}=? ?\d+(?:\.\d+)?(?: ?- ?\d+)? ?%?|[<>≥≤]{0,2}=? ?\d+(?:\.\d+)?(?: ?- ?\d+)? ?%|CPS|TPS", re.I)
BURDEN = re.compile(r"[<>≥≤]? ?\d+(?:\.\d+)? ?(?:mut\w*(?: ?/ ?| per )(?:Mb|mega ?base\w*)|muts?/Mb|/ ?Mb|mutations? per (?:Mb|mega\w+))", re.I)
REPAIR_LOST = re.compile(
    r"\b(?:loss|lack|absence) of (?:nuclear |protein |immunohistochemical )?(?:expression |staining |immunoreactivity )?(?:of |for |in )?(?:the )?(?:MLH1|MSH2|MSH6|PMS2)\b"
    r"|\b(?:MLH1|MSH2|MSH6|PMS2)\)? (?:protein |expression |nuclear |staining )*(?:(?:was|were) )?(?:loss|lost|absent|deficient|negative)\b",
    re.I,
)
REPAIR_KEPT = re.compile(r"\b(?:retained|intact|preserved|normal)\b[^.;]{0,40}\b(?:MLH1|MSH2|MSH6|PMS2)\b|\b(?:MLH1|MSH2|MSH6|PMS2)\b[^.;]{0,60}\b(?:retained|intact|preserved)\b", re.I)
REPAIR = re.compile(r"\b(?:MLH1|MSH2|MSH6|PMS2)\b")
DENIED = re.compile(r"\b(?:no|without|not)\b", re.I)
MEANT = re.compile(r"recept|mismatch|microsat", re.I)
RESPONSE_BEFORE = re.compile(r"\b(?:an?|achieved|attained|reached|confirmed|unconfirmed|durable|ongoing|best response(?: of| was|:)?) $", re.I)
REPAIR_COMPANY = re.compile(r"mismatch|\bMSI\b|microsat|MLH1|MSH2|MSH6|PMS2|deficien|proficien|immunohisto", re.I)
STATUS_BESIDE = re.compile(r"[\s(-]{0,2}(?:positiv|negativ|\+|-[\s,;)/.]|\d+ ?%)", re.I)
COMPANY = re.compile(r"\bER\b|estrogen|HER-?2|PgR|\bPR\b|progesterone|hormone receptor|androgen receptor|\bKi-?67")
SEROLOGY = re.compile(r"\bHIV\b|hepatitis|\bHBV\b|\bHCV\b|\bCMV\b|cytomegalovirus|serolog|\bIg[GM]\b|vaccin", re.I)
SIDE = re.compile(r"\b(?:left|right)\b", re.I)
HIGH_BURDEN = 10.0
ALLRED_POSITIVE = 3
FAR = 110
SHORT = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A marker's status as said, where it is said, and the value beside it."""

    names: tuple[str, ...]
    status: str
    start: int
    end: int
    value: str | None = None


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[Biomarker, ...]:
    """Biomarkers stated of this patient, in the order of the text; of two opposite ones the positive, unless of two sides."""
    own = [a for a in mentions if a.mention.kind == "biomarker" and a.judgement.experiencer == "patient"]
    found: list[tuple[Reading, Sentence]] = []
    for asserted in own:
        sentence = prose.sentences[asserted.mention.sentence]
        if not _is_other_sense(asserted.mention, prose, sentence):
            reading = _read(asserted, [a.mention for a in own if a.mention.sentence == sentence.index], sentence, prose.text)
            if reading is not None:
                found.append((reading, sentence))
    genes = {a.mention.sentence for a in mentions if a.mention.kind == "gene" and a.judgement.experiencer == "patient" and a.mention.label in REPAIR_GENES}
    if not any("MMR" in reading.names for reading, _ in found):
        found.extend(_repair(prose, sorted(genes)))
    return tuple(_settled(found, prose.text, report))


REPAIR_GENES = ("MLH1", "MSH2", "MSH6", "PMS2")


def _repair(prose: Prose, sentences: Sequence[int]) -> Iterator[tuple[Reading, Sentence]]:
    """Mismatch repair as its four proteins show it: one lost, or all four kept."""
    for index in sentences:
        sentence = prose.sentences[index]
        words = prose.words(sentence)
        if (lost := REPAIR_LOST.search(words)) and not DENIED.search(words[max(0, lost.start() - 12) : lost.start()]):
            yield Reading(("MMR",), "deficient", sentence.start + lost.start(), sentence.start + lost.end()), sentence
        elif (kept := REPAIR_KEPT.search(words)) and len(set(REPAIR.findall(words))) == len(REPAIR_GENES):
            yield Reading(("MMR",), "proficient", sentence.start + kept.start(), sentence.start + kept.end()), sentence


def _is_other_sense(mention: Mention, prose: Prose, sentence: Sentence) -> bool:
    """Whether a short form means something else: "PR" as partial response, "er" as a syllable, HER2 as a drug's target."""
    words = prose.text[mention.start : mention.end]
    if ABOUT_GENE.match(prose.text[mention.end : mention.end + 40]) or AGAINST.search(prose.text[max(0, mention.start - 30) : mention.start]):
        return True
    virus = {"EBV": LOAD, "HPV": INFECTION}.get(mention.label)
    if virus is not None and (virus.match(prose.text[mention.end : mention.end + 30]) or SEROLOGY.search(prose.words(sentence))):
        return True
    if len(words) > SHORT or mention.label not in ("ER", "PR", "AR", "MSI", "MMR"):
        return False
    if not words.isupper():
        return words[:2] not in ("ER", "PR", "AR") or not words[:1].isupper()
    defined = next((known for known in prose.abbreviations if known.short == words), None)
    if defined is not None:
        return not MEANT.search(prose.text[defined.long_start : defined.long_end])
    if mention.label in ("MSI", "MMR"):
        return mention.label == "MMR" and not REPAIR_COMPANY.search(prose.words(sentence))
    if mention.label == "PR" and RESPONSE_BEFORE.search(prose.text[max(0, mention.start - 30) : mention.start]):
        return True
    if STATUS_BESIDE.match(prose.text[mention.end : mention.end + 12]):
        return False
    return len(set(COMPANY.findall(prose.words(sentence)))) < (1 if mention.label == "AR" else 2)


def _read(asserted: AssertedMention, others: Sequence[Mention], sentence: Sentence, text: str) -> Reading | None:
    mention = asserted.mention
    words = text[mention.start : mention.end]
    row = lexicon("biomarkers")[mention.label]
    names = row.listed("members") or (mention.label,)
    reader = READERS.get(mention.label, _of_receptor)
    said = reader(mention, words, others, sentence, text)
    if said is None:
        said = _denied(asserted, sentence, text)
    if said is None:
        return None
    status, start, end = said
    return Reading(names, status, start, end, _value(mention, sentence, text))


Said = tuple[str, int, int]


def _members(mention: Mention) -> tuple[str, ...]:
    """The markers that a word for several of them stands for ("triple negative")."""
    return tuple(lexicon("biomarkers")[mention.label].listed("members"))


def _of_receptor(mention: Mention, words: str, others: Sequence[Mention], sentence: Sentence, text: str) -> Said | None:
    """Positive or negative, as it stands in the name, to the right, or at the head of an enumeration."""
    if len(_members(mention)) > 1 and re.match(r"\s(?:for|test)", text[mention.end : sentence.end]):
        return None
    own = re.search(r"(?P<negative>negativ|TNBC)|(?P<positive>positiv|associated|related|\+)", words, re.I)
    if own:
        return "negative" if own["negative"] else "positive", mention.start, mention.end
    left = _left(mention, sentence, text)
    if left is not None and left[2] and not (left[0] == "positive" and NOTHING.match(text, mention.end, sentence.end)):
        return left[0], left[1], mention.end
    right = _right(mention, others, sentence, text)
    if right is not None and right[0] != "unsure":
        return right[0], mention.start, right[1]
    if right is not None:
        return _by_amplification(mention, sentence, text) if mention.label == "HER2" else None
    if re.match(r"[\s-](?:associated|related|driven)\b", text[mention.end : sentence.end]) and mention.label in ("EBV", "HPV"):
        return "positive", mention.start, mention.end
    return (left[0], left[1], mention.end) if left else None


def _by_amplification(mention: Mention, sentence: Sentence, text: str) -> Said | None:
    """HER2 2+: what in situ hybridisation adds in the same sentence."""
    rest = text[mention.end : min(sentence.end, mention.end + 120)]
    if NOT_AMPLIFIED.search(rest):
        return "negative", mention.start, min(sentence.end, mention.end + 120)
    return ("positive", mention.start, min(sentence.end, mention.end + 120)) if AMPLIFIED.search(rest) else None


def _right(mention: Mention, others: Sequence[Mention], sentence: Sentence, text: str) -> tuple[str, int] | None:
    """The first status to the right, passing over other markers of the enumeration."""
    place, end = mention.end, min(sentence.end, mention.end + FAR)
    while place < end:
        other = next((m for m in others if m.start <= place < m.end and m is not mention), None)
        if other is not None:
            place = other.end
            continue
        if text[place] == "(" and text[place + 1 : place + 2].isalpha() and not re.match(r"\((?:TPS|CPS|\w*positiv|\w*negativ|strong|high|low|score)", text[place:], re.I):
            close = text.find(")", place, place + 40)
            if close > 0 and not re.search(r"positiv|negativ|%|\+", text[place:close], re.I):
                place = close + 1
                continue
        said = _status_at(mention.label, text, place, end)
        if said is not None:
            return None if re.match(r"\s+(?:for|of)\b", text[said[1] :]) and said[0] != "unsure" else said
        passed = PASSED.match(text, place, end)
        if passed is None:
            return None
        place = passed.end()
    return None


def _status_at(label: str, text: str, place: int, end: int) -> tuple[str, int] | None:
    if match := UNSURE.match(text, place, end):
        return "unsure", match.end()
    if text[place - 1].isalnum() and re.match(r"-(?=[\s,);./]|$)", text[place : place + 2]):
        return "negative", place + 1
    if label in ("ER", "PR") and (allred := ALLRED.match(text, place, end)):
        return ("positive" if int(allred["score"]) >= ALLRED_POSITIVE else "negative"), allred.end()
    figure = FIGURE.match(text, place, end)
    if figure and (label == "PD-L1" or "%" in figure[0] or "percent" in figure[0]):
        return ("negative" if _is_nothing(figure[0]) else "positive"), figure.end()
    if match := NEGATIVE.match(text, place, end):
        return "negative", match.end()
    match = POSITIVE.match(text, place, end)
    if match and (match[0].lower() != "high" or label in ("PD-L1", "HER2")):
        return "positive", match.end()
    return None


def _is_nothing(figure: str) -> bool:
    number = re.search(r"\d+(?:\.\d+)?", figure)
    assert number is not None
    return float(number[0]) == 0 or (bool(re.match(r"\s?(?:<|less|fewer|under)", figure)) and float(number[0]) <= 1)


def _left(mention: Mention, sentence: Sentence, text: str) -> tuple[str, int, bool] | None:
    """The last word of status to the left whose enumeration reaches the marker, and whether it stands directly before it."""
    left = text[max(sentence.start, mention.start - 220) : mention.start]
    last = max(LEFT.finditer(left), key=lambda match: match.start(), default=None)
    if last is None or LEFT_BREAK.search(left[last.end() :]):
        return None
    near = not re.fullmatch(r"(?i)no|without|high|strong(?:ly)?|lack(?:ed|ing|s)?", last[0].strip()) or len(left) - last.end() < 25
    if not near:
        return None
    beside = not left[last.end() :].strip(" -")
    return ("negative" if last["negative"] else "positive"), mention.start - len(left) + last.start(), beside


def _of_microsatellites(mention: Mention, words: str, others: Sequence[Mention], sentence: Sentence, text: str) -> Said | None:
    after, before = text[mention.end : min(sentence.end, mention.end + 60)], text[max(sentence.start, mention.start - 25) : mention.start]
    if re.search(r"MSS\b|stab(?:le|ility)|MSI-?S\b|MSI-?L|low", re.sub(r"(?i)instab\w*", "", words)) or re.search(r"\blow[\s-]$", before, re.I):
        return "stable", mention.start, mention.end
    if re.search(r"MSI-?H|high|unstable|instable", words, re.I) or re.search(r"\bhigh(?:ly|-level|-frequency)?[\s-]$", before, re.I):
        return "high", mention.start, mention.end
    right = re.match(r"[\s:)(-]*(?:\(?MSI\)?[\s:-]*)?(?:status|test(?:ing)?|analysis|results?|was|were|is|also|[\s:(,-])*(?P<word>high\b|H\b|unstable|instable|positive|present|detected|stable|low\b|negative|not (?:detected|present|found|observed)|absent|MSS)", after, re.I)
    if right is None:
        return None
    status = "high" if re.match(r"high|H\b|unst|inst|posit|pres|det", right["word"], re.I) else "stable"
    return status, mention.start, mention.end + right.end()


def _of_repair(mention: Mention, words: str, others: Sequence[Mention], sentence: Sentence, text: str) -> Said | None:
    after, before = text[mention.end : min(sentence.end, mention.end + 70)], text[max(sentence.start, mention.start - 40) : mention.start]
    whole = f"{before[-25:]} {words} "
    if re.search(r"pMMR|p-MMR|proficien|intact|MMR-?P\b|MMRp\b|retain|preserv", f"{words} {before[-20:]}", re.I):
        return "proficient", mention.start, mention.end
    if re.search(r"dMMR|d-MMR|deficien|MMR-?D\b|MMRd\b|loss|defective", whole, re.I) and not DENIED.search(before[-15:]):
        return "deficient", mention.start, mention.end
    right = re.match(r"[\s:)(,-]*(?:\(?d?MMR\)?[\s:-]*)?(?:genes?|proteins?|status|expression|system|was|were|is|also|all|the|of|[\s:(,-])*(?P<word>deficien\w*|proficien\w*|intact|retained|preserved|lost|loss|normal|stable|absent|defect\w*)", after, re.I)
    if right is None:
        return None
    status = "proficient" if re.match(r"profic|intact|retain|preserv|normal|stable", right["word"], re.I) else "deficient"
    return status, mention.start, mention.end + right.end()


def _of_burden(mention: Mention, words: str, others: Sequence[Mention], sentence: Sentence, text: str) -> Said | None:
    after, before = text[mention.end : min(sentence.end, mention.end + 70)], text[max(sentence.start, mention.start - 30) : mention.start]
    word = re.search(r"(?P<high>TMB-?H|\bhigh\b)|(?P<low>TMB-?L\b|\blow\b)", f"{before[-12:]} {words} {after[:30]}", re.I)
    if word:
        return ("high" if word["high"] else "low"), mention.start, mention.end
    figure = BURDEN.search(after)
    number = re.search(r"\d+(?:\.\d+)?", figure[0]) if figure else None
    if figure is None or number is None:
        return None
    return ("high" if float(number[0]) >= HIGH_BURDEN else "low"), mention.start, mention.end + figure.end()


READERS = {"MSI": _of_microsatellites, "MMR": _of_repair, "TMB": _of_burden}


def _denied(asserted: AssertedMention, sentence: Sentence, text: str) -> Said | None:
    """A marker that its sentence's cue denies closely ("without PD-L1 expression")."""
    mention, cue = asserted.mention, asserted.judgement.cue
    if asserted.judgement.status != "absent" or not cue or mention.label in ("MMR", "TMB"):
        return None
    left = text.rfind(cue, sentence.start, mention.start)
    if left < 0 or mention.start - left > 45 or LEFT_BREAK.search(text[left + len(cue) : mention.start]):
        return None
    return ("stable" if mention.label == "MSI" else "negative"), left, mention.end


def _value(mention: Mention, sentence: Sentence, text: str) -> str | None:
    """The value as the report gives it: "TPS 80%", "12 mut/Mb"."""
    around = text[mention.start : min(mention.end + 75, sentence.end)]
    pattern = {"PD-L1": SCORE, "TMB": BURDEN}.get(mention.label)
    match = pattern.search(around) if pattern else None
    return re.sub(r"\)(?= )", "", match[0]).strip() if match and any(sign.isdigit() for sign in match[0]) else None


def _settled(found: Sequence[tuple[Reading, Sentence]], text: str, report: Report) -> Iterator[Biomarker]:
    """Biomarkers without those that another sample of the same tumour contradicts, and without groups where members are named."""
    single = {reading.names[0] for reading, _ in found if len(reading.names) == 1}
    for reading, sentence in found:
        for name in reading.names:
            if len(reading.names) > 1 and name in single:
                continue
            if reading.status in ("negative", "stable", "low", "proficient") and _contradicted(name, reading, sentence, found, text):
                continue
            yield Biomarker(
                name=name,
                status=reading.status,
                value=reading.value,
                evidence=(report.evidence(reading.start, reading.end, section=sentence.heading),),
                confidence=0.85,
            )


def _contradicted(name: str, reading: Reading, sentence: Sentence, found: Sequence[tuple[Reading, Sentence]], text: str) -> bool:
    """Whether the marker is positive elsewhere, in what is not plainly a tumour of the other side."""
    for other, where in found:
        if name in other.names and other.status in ("positive", "high", "deficient"):
            sides = [{word.lower() for word in SIDE.findall(text[one.start : one.end])} for one in (sentence, where)]
            if not (sides[0] and sides[1] and sides[0] != sides[1]):
                return True
    return False
