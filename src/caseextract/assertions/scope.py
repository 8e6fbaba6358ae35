"""How far a cue's word reaches: to the end of its clause, forward or backward, or over its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assertions.clauses import aside_around, without_asides
from caseextract.schema.mention import Mention

TERMINATOR = re.compile(
    r";|:(?!\S)|\b(?:but|however|although|though|whereas|while|except|aside from|apart from|therefore|thus|instead|because|since"
    r"|and (?:then|subsequently|later|he|she|it|the patient|was|were|had|has|is|underwent|received|started|took|chose|opted|elected|continued|began|remained|responded|achieved"
    r"|developed|died|showed|experienced|proceeded|returned|presented|progressed|went|gave|asked|preferred|requested|wished|sought|switched|changed|replaced|stopped|discontinued|added|initiated|administered|performed|treated|introduced|therefore|thus|finally|(?=[^,;.]{0,45}\b(?:was|were) (?:started|begun|initiated|given|administered|performed|commenced|added|instituted)\b))"
    r"|and with|so|after|until|followed by|which|who|despite|due to|until)\b|,(?= (?:and )?(?:he|she|the patient|a|an|we|it|but|so|however|with|revealed|"
    r"showed|was|were|followed|after|which|who|the|then|later|thereafter|subsequently|and then)\b)",
    re.IGNORECASE,
)
FINITE = r"was|were|is|are|had|has|did|could|resulted|led|gave|showed|brought|kept|received|underwent|started|began|achieved|produced|yielded|induced|stabilized|stabilised|remained|improved|continues|remains|receives|takes|has|continued|proceeded|responded|developed|died|went|took|chose|opted"
SAID_BEFORE = re.compile(r".*\b(?:was|were|is|are|had|has|received|underwent|showed|developed|achieved|started|responded|occurred|emerged|revealed|identified|harbou?red|carried|persisted)\b.*(?:\band|,)\s", re.IGNORECASE)
"""A verb and a conjunction: what was said before the clause of a cue that looks backward."""
SUBORDINATE = re.compile(r"(?:as|since|because|when|once|after|while|although|though|if|whereas|given that|considering that|due to|owing to|because of|in view of|on account of|given|despite|in the absence of|without|following|with)\b", re.IGNORECASE)
"""A clause before the main one: the first comma before a clause with a verb of its own ends it."""
NEXT_CLAUSE = re.compile(rf",(?! (?:and|or|nor)\b)(?=[^,;]*\b(?:{FINITE})\b)", re.IGNORECASE)
AND_THEN = re.compile(rf"(?:,|\)) and\b(?=[^,;.]{{1,60}}\b(?:{FINITE})\b)", re.IGNORECASE)
OTHER_CLAUSE = re.compile(r";|,? \b(?:whereas|while|although|though|but)\b|, (?:whose|and (?:his|her|whose|their))\b", re.IGNORECASE)
BACK_TO_THE_PATIENT = re.compile(r"(?:;|,)? ?\b(?:(?:but|and|whereas|while|so|yet|however,?) )?(?:the|our|this) (?:index )?(?:patient|case|boy|girl|child|man|woman|proband)\b(?! of)", re.IGNORECASE)
MAIN_VERB = re.compile(
    r",|\b(?:presented|received|underwent|complained|consulted|noticed|developed|came|visited|was (?:referred|admitted|diagnosed|found|treated|seen|evaluated|started|given))\b",
    re.IGNORECASE,
)
"""Where the sentence goes on after "a woman whose mother had …"."""
INTRODUCED = re.compile(r"\b(?:year|month)s?[- ]olds?\b(?: (?!mother|father|sister|brother|son|daughter)\w+)?|\b(?:an?|the) (?:\w+ )?(?:woman|man|boy|girl|lady|gentleman)\b", re.IGNORECASE)
OPENS = re.compile(r"\b(?:family history|history|had|has|having|reported|reports|noted|revealed|significant|notable|positive|remarkable|with)\b", re.IGNORECASE)
FINITE_VERB = re.compile(rf"\b(?:{FINITE}|reported|reports|noted|presented|underwent)\b", re.IGNORECASE)
AND_VERB = re.compile(r",? and (?:then |subsequently |also )?(?:presented|received|underwent|complained|consulted|noticed|developed|visited|was (?:referred|admitted|diagnosed|found|treated|seen|evaluated|started|given))\b", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:mothers?|fathers?|sisters?|brothers?|siblings?|aunts?|uncles?|cousins?|sons?|daughters?|grand\w+|relatives?|parents?|niece|nephew|who|whose|maternal|paternal)\b", re.IGNORECASE)
WE_DID = re.compile(r"\band (?:changed|initiated|administered|performed|introduced|added|replaced|prescribed|decided|stopped|resected)\b", re.IGNORECASE)
"""Where a sentence of what "we" thought comes to what we did."""
WE = re.compile(r"\bwe\b", re.IGNORECASE)
BETWEEN = re.compile(
    r"(?:\s*(?!effect|benefit|respon|success|influence|evaluation|progress|recurr|relaps|evidence|improve|change|toxic|sign|result|compli)[\w-]{1,12})??(?:[\s,/+-]|\b(?:any|further|prior|previous|additional|other|adjuvant|neo-?adjuvant|systemic|specific|antitumou?r|anticancer|concurrent|concomitant|subsequent|maintenance|salvage|immediate|curative|definitive"
    r"|oncologic(?:al)?|palliative|intensive|conventional|cytotoxic|targeted|active|high-dose|or|nor|and|the|a|an|need for|use of|addition of|administration of|having (?:received|had)|receiving|giving|indications? for|therapy|treatments?|of|for|more|preoperative|postoperative|first|second|line)\b)*",
    re.IGNORECASE,
)
"""What may stand between a bare "no" and a treatment that it denies."""


def reach_of(reach: str, mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    """The stretch that a cue governs within its sentence `[first, last)`."""
    if reach == "sentence":
        return first, last
    if reach == "onward":
        return mention.start, _back_to_the_patient(mention, last, text)
    if reach == "both":
        return _around(mention, first, last, text)
    if reach == "backward":
        begin = first
        plain = " " * first + without_asides(text[first : mention.start])
        for match in TERMINATOR.finditer(plain, first):
            begin = match.end()
        said = SAID_BEFORE.match(plain, begin)
        return (said.end() if said else begin), mention.start
    return mention.end, _end_forward(mention, first, last, text)


def _end_forward(mention: Mention, first: int, last: int, text: str) -> int:
    """The nearest end of the clause, of the bracket that the cue stands in, or of the subordinate clause that begins the sentence."""
    ends = [match.start() for match in (TERMINATOR.search(text, mention.end, last), AND_THEN.search(text, mention.end, last)) if match]
    did = WE_DID.search(text, mention.end, last) if WE.search(text, first, mention.start) else None
    if did:
        ends.append(did.start())
    closing = _closing_bracket(text, mention.end, last)
    if closing is not None:
        ends.append(closing)
    if SUBORDINATE.match(text, first, last) and mention.start - first < 100:
        clause = NEXT_CLAUSE.search(text, mention.end, last)
        if clause and "," not in text[first : mention.start]:
            ends.append(clause.start())
    return min(ends, default=last)


def _closing_bracket(text: str, start: int, end: int) -> int | None:
    depth = 0
    for index in range(start, end):
        if text[index] in "([":
            depth += 1
        elif text[index] in ")]":
            if depth == 0:
                return index
            depth -= 1
    return None


def _of_the_relative(mention: Mention, introduced: int, last: int, text: str) -> tuple[int, int]:
    """The part of a sentence that tells of a relative after the patient has been introduced in it."""
    openings = list(OPENS.finditer(text, introduced, mention.start))
    begin = openings[-1].end() if openings else mention.start
    told = bool(FINITE_VERB.search(text, introduced, begin))
    back = (AND_VERB if told else MAIN_VERB).search(text, mention.end, last)
    while back is not None and back[0] == ",":
        back = MAIN_VERB.search(text, back.end(), last)
    named = BACK_TO_THE_PATIENT.search(text, mention.end, last)
    return begin, min(back.start() if back else last, named.start() if named else last)


def _back_to_the_patient(mention: Mention, last: int, text: str) -> int:
    """Where the sentence tells on of the patient after a family history in which no relative is named."""
    back = MAIN_VERB.search(text, mention.end, last)
    while back is not None and back[0] == ",":
        back = MAIN_VERB.search(text, back.end(), last)
    verb = back.start() if back and not RELATIVE.search(text, mention.end, back.start()) else last
    named = BACK_TO_THE_PATIENT.search(text, mention.end, last)
    return min(verb, named.start() if named else last)


def reach_over_treatments(mention: Mention, end: int, treatments: Sequence[Mention], text: str) -> int:
    """How far a bare "no" denies treatments: those that follow it in a row, with nothing else named between."""
    at = mention.end
    for treatment in treatments:
        if treatment.end <= mention.end or treatment.start >= end:
            continue
        if treatment.start > at and not BETWEEN.fullmatch(text[at : treatment.start]):
            break
        at = max(at, treatment.end)
    return at


def _around(mention: Mention, first: int, last: int, text: str) -> tuple[int, int]:
    """From the beginning of the mention's clause to where the sentence comes back to the patient."""
    aside = aside_around(text[first:last], mention.start - first)
    if aside is not None:
        return first + aside[0], first + aside[1]
    if text[mention.start : mention.start + 5].lower() == "whose":
        back = MAIN_VERB.search(text, mention.end, last)
        return mention.start, back.start() if back else last
    begin = first
    for match in OTHER_CLAUSE.finditer(text, first, mention.start):
        begin = match.end()
    introduced = INTRODUCED.search(text, begin, mention.start)
    if introduced:
        return _of_the_relative(mention, introduced.end(), last, text)
    back = BACK_TO_THE_PATIENT.search(text, mention.end, last)
    return begin, back.start() if back else last
