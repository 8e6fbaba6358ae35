"""Whether an alteration is said to be there: wild type, "negative for", "was not detected", tested without a result."""

from __future__ import annotations

from typing import Literal

from caseextract import caseblind as re
from caseextract.facts.alteration.grammar import tokens, words_for
from caseextract.schema.mention import Judgement

Reading = Literal["present", "absent", "tested"]

NEGATIVE_WORD = re.compile(r"wild|\bwt\b|unmut|non-?mut|negativ|un-?altered|\bnormal|un-?methyl|non-?methyl|\bintact|\bretain|unrearr|non-?amplif|preserved", re.I)
NEGATIVE = re.compile(
    r"negativ\w*|wild[\s-]?types?\b|wt\b|not (?:be )?(?:detect|found|identif|present|observ|seen|mutat|rearrang|amplif|alter|demonstrat|reveal|harbou?r|confirm|show|carr|overexpress)\w*"
    r"|un(?:detect|mutat|alter|rearrang|methylat)\w*|non-?(?:mutated|amplified|rearranged|methylated|detectable)|absent\b|absence\b|ruled out|excluded|lacking\b"
    r"|(?:failed|unable) to\b|(?:none|neither)\b (?:was|were|of)|nil\b|(?<!domain )intact\b|not(?=\s?[.;,)]|\s?$)|(?:showed|revealed|demonstrated|disclosed|yielded|detected|found|identified) (?:no|neither) (?:[\w-]+ ){0,2}(?:mutation|alteration|rearrangement|amplification|abnormalit|aberration|variant|fusion|translocation)\w*\b(?! (?:in|of|for|at)\b)|no (?:abnormalit|mutation|alteration|rearrangement|amplification|evidence|variant|aberration)\w*\b(?! (?:in|of|for|at)\b)"
    r"|(?:\(\s?)?[-](?=\s?[),;/.]|\s?$|\s(?:and|or)\b)",
    re.I,
)
POSITIVE = re.compile(r"positiv\w*|(?:\(\s?)?\+{1,3}|[123]\+|mutated\b|mutant\b|rearranged\b|amplified\b|detected\b|found\b|identified\b|present\b|confirmed\b|observed\b|seen\b|revealed\b|noted\b|discovered\b|emerged\b|reactive\b|carriers?\b", re.I)
SURELY = re.compile(r"positiv|carrier|\+|mutat|mutant|rearrang|amplif", re.I)
TESTED = re.compile(
    r"(?<!\bas )(?:not )?(?:assess|test|evaluat|examin|analy[sz]|investigat|perform|unavailable|available|pending|unknown|determin|screen|sought|request|sent\b|check|measur|explor|quer)\w*", re.I
)
FINDS = re.compile(r"\b(?:no|not|without|neither|nor|negative|absen\w+|lack\w*|free|ruled|excluded|excluding|failed|did|does|never)\b", re.I)
EARLIER = re.compile(
    r"\b(?:absent|not (?:detected|present|found|identified|seen|observed)|undetect\w+|negative)\b[^.;]{0,25}\b(?:before|prior to|until|at baseline|at diagnosis|initially|in (?:the )?(?:pre-?treatment|primary|initial|baseline|original))"
    r"|\b(?:became|become|becoming|turned|turning|converted|conversion|cleared|clearance|no longer|disappear\w*|lost the|eradicat\w+)\b",
    re.I,
)
LEFT_NEGATIVE = re.compile(
    r"(?:\bnegativ(?:e|ity) (?:results? )?for|\b(?:with|had|showed|shows|revealed|reported|and) (?:an? )?negative|\bwild[\s-]?types?(?: for)?|\bwithout|\bno|\bnor|\bneither|\babsence of|\black(?:ed|ing|s)?(?: of)?|\bnot (?:have|harbou?r|show|reveal|detect|carry|find|identify|demonstrate)|\bunmutated|\bfree of|\bfree from|\b(?:but|and) not)"
    r"[\s-]+(?:(?:the|any|a|an|both|detectable|known|other|(?:concurrent|concomitant|co-?occurring)(?: with)?|activating|mutations?|alterations?|rearrangements?|fusions?|in|of|for|evidence|presence|targetable|actionable|driver|somatic|germline|pathogenic)[\s-]+)*$",
    re.I,
)
LISTED_NEGATIVE = re.compile(r"\b(?:negative|wild[\s-]types?|unremarkable) ?\((?:for |including |i\.e\.,? |namely )?$", re.I)
WILD = re.compile(r"wild|\bwt\b", re.I)
CALLED_NORMAL = re.compile(r"\b(?:normal|intact) $", re.I)
UNDER_TREATMENT = re.compile(r"\bremission|\brespon|\bMRD\b|minimal residual", re.I)
LEFT_POSITIVE = re.compile(r"(?:\bpositiv(?:e|ity) (?:results? |staining )?for|\bsyndrome,? (?:due to|caused by|attributed to|associated with|linked to|resulting from)|\bmutated|\bmutant|\bwith positive)[\s-]+(?:the |a |an |both |mutations? (?:in |of )?)*$", re.I)
LEFT_TESTED = re.compile(
    r"\b(?:test(?:ed|ing|s)?|screen\w*|search\w*|look\w*|evaluat\w+|assess\w*|examin\w+|analy[sz]\w+|investigat\w+|sequencing|genotyp\w+|assay|probes?|panel|status)\s(?:of|for)\s(?:(?:the|an?|any|possible|potential|common|known|additional|further|other|genomic|genetic|gene|somatic|germline|mutations?|rearrangements?|alterations?|fusions?|translocations?|amplifications?|in|of|involving|including|affecting|and|or|both|,|/)[\s,/]*)*$",
    re.I,
)
SUPPOSES = re.compile(
    r"possib|probab|suspect|suspicio|presum|differential|cannot|could not|rule out|questionable|risk|predispos|screening|hypothesi|speculat|potential|approved|indicated|candidates|eligible|could be|may |might|would|should|can be|predicted|are effective|standard",
    re.I,
)
OF_TREATMENT = re.compile(
    r"receiv|given|administ|perform|treat|candidate|eligible|tolerat|chemo|history|rather|instead|contraind|amenable|suitable|undergo|used|start", re.I
)
OWN_STATEMENT = re.compile(r"\b(?:with|show(?:ed|ing)|reveal(?:ed|ing)|had|found|positive|detected|identified|harbou?r\w*|but|revised|confirmed|there (?:was|were|is)(?! no))\b|, and (?:he|she|we|the|it|this|his|her|a|an|then|also|subsequent\w*|review)\b|\d ?%|;", re.I)
PARTNER_ASIDE = re.compile(r"\([^()]{0,30}\bpartner\b[^()]{0,40}\)")
STATUS_BELOW = re.compile(
    r"\s?(?:(?:status|analysis|test(?:ing)?|results?)\s?)?(?:[:=]\s?|(?:was|is) )(?:wild|unmut|un-?methyl|negativ|normal)", re.I
)
DIRECTLY_DENIED = re.compile(r"\b(?:not|never|non)[\s-]+$", re.I)
COPULAS = frozenset(("was", "were", "is", "are", "been", "tested", "proved", "came"))
FAR = 24
NEAR = 8


def after(text: str, position: int, end: int, spans: list[tuple[int, int]], *, complete: bool = False) -> tuple[Reading, int, bool] | None:
    """What is said to the right of a claim: the reading, where it ends, and whether the word can stand alone.

    Names of other genes, alterations and variants (`spans`) are passed over, and so are words of tests and samples.
    A claim that is `complete` in itself leaves "ALK-negative" and "ALK (-)" to that gene, unless a verb joins them.
    """
    passed = words_for("test", "list", "descriptor")
    place, steps, joined = position, 0, True
    while place < end and steps < FAR:
        inside = next((span for span in spans if span[0] <= place < span[1]), None)
        if inside is not None:
            place, joined = inside[1], False
            continue
        if text[place].isspace() or text[place] == ":":
            place += 1
            continue
        if aside := PARTNER_ASIDE.match(text, place, end):
            place = aside.end()
            continue
        found = _at(text, place, end)
        if found is not None and found[0] == "absent" and place > position and any(start == found[1] + 1 for start, _ in spans) and text[place:].startswith("negative"):
            return None
        if found is not None:
            foreign = re.match(r"\s+for\b", text[found[1] :]) or (complete and not joined)
            elliptic = found[1] - place == len("not") and place > position + NEAR
            return None if foreign or elliptic else found
        token = next(tokens(text, place, end), None)
        joined = joined or (token is not None and token[0] in COPULAS)
        if token is None or token[0] == ";" or (token[0] not in passed and not token[0].isdigit() and not _all_passed(token[0], passed)):
            return None
        place, steps = token[2], steps + 1
    return None


def _all_passed(word: str, passed: frozenset[str]) -> bool:
    return word == "-" or ("-" in word and all(part in passed or part.isdigit() for part in word.split("-")))


def _at(text: str, place: int, end: int) -> tuple[Reading, int, bool] | None:
    if match := NEGATIVE.match(text, place, end):
        return "absent", match.end(), True
    if match := TESTED.match(text, place, end):
        later = re.search(r"\b(?:found to be|was|were|and|be)\b (?:strongly |all |both |each )?(?P<word>positiv\w*|negativ\w*|mutated|wild[\s-]type)", text[match.end() : end])
        if later is None:
            return "tested", match.end(), False
        return ("absent" if NEGATIVE_WORD.search(later["word"]) else "present"), match.end() + later.end(), True
    if match := POSITIVE.match(text, place, end):
        return "present", match.end(), bool(SURELY.search(match[0]))
    return None


def before(text: str, start: int, begin: int) -> tuple[Reading, int] | None:
    """What is said directly to the left of a claim, and where that begins."""
    left = text[max(begin, start - 60) : start]
    offset = start - len(left)
    if match := LEFT_NEGATIVE.search(left):
        return "absent", offset + match.start()
    if match := LEFT_POSITIVE.search(left):
        return "present", offset + match.start()
    if match := LEFT_TESTED.search(left):
        return "tested", offset + match.start()
    return None


def negated(judgement: Judgement, text: str, start: int, begin: int) -> bool:
    """Whether the sentence's cue denies a finding (and not that something was given) and reaches the place `start`."""
    cue = judgement.cue or ""
    if judgement.status != "absent" or not FINDS.search(cue) or OF_TREATMENT.search(cue):
        return False
    aside = PARTNER_ASIDE.search(text, start, start + 160)
    return _reaches(cue, text, start, begin) and not (aside is not None and cue in aside[0])


def _reaches(cue: str, text: str, start: int, begin: int) -> bool:
    """Whether a cue left of a place governs it: no statement of its own stands between them."""
    left = text.rfind(cue, begin, start)
    return left < 0 or not OWN_STATEMENT.search(text[left + len(cue) : start])


def uncertain(judgement: Judgement, text: str, start: int, begin: int) -> bool:
    """Whether it is only suspected or supposed (cues of treatments and of revised diagnoses do not count)."""
    cue = judgement.cue or ""
    if judgement.status not in ("possible", "hypothetical") or not SUPPOSES.search(cue) or not _reaches(cue, text, start, begin):
        return False
    behind = text.find(cue, start, start + 200) if text.rfind(cue, begin, start) < 0 else -1
    return behind < 0 or not re.search(r"[;,]", text[start:behind])


def was_there(text: str, start: int, end: int) -> bool:
    """Whether the negative word tells of another time than the disease's own ("became negative", "absent before")."""
    return bool(EARLIER.search(text[start:end]))
