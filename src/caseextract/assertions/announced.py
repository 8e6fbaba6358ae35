"""How many patients a report says that it describes: "we report two cases", "a series of three patients"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from caseextract import caseblind as re
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose

MOST = 12
COUNT = r"two|three|four|five|six|seven|eight|nine|ten|[2-9]|10"
MANY = r"patients|cases|men|women|males|females|children|boys|girls|infants|individuals|siblings|brothers|sisters|adults|adolescents|ladies|twins|triplets"
ANNOUNCED = re.compile(
    rf"(?<!none of the )(?<!none of )(?<!\bher )(?<!\bhis )(?<!whose )(?<!their )\b(?P<n>{COUNT}|both)(?: (?!of\b|or\b|and\b|other\b|more\b|additional\b|further\b|hundred\b|reported\b|published\b|previous)[\w/-]+,?){{0,5}}? (?:{MANY})\b"
    rf"(?! (?:have|had) been (?:reported|described|published))",
    re.I,
)
TITLED = re.compile(
    rf"\b(?:report|series|study|experience|description|presentation)s? (?:of|on|with) (?P<n>{COUNT})\b(?! (?:years?|months?|decades?))"
    rf"|\b(?P<n2>{COUNT})[- ](?:case|patient)[- ](?:report|series|stud)",
    re.I,
)
ELSEWHERE = re.compile(
    r"\b(?:in the literature|previous(?:ly)?|(?:have|has) been (?:reported|described|published)|so far|to date|only|world ?wide|reported (?:in|by|cases)"
    r"|et al|published|documented|fewer than|less than|anecdotal\w*|reports? (?:have|has)|literature search|search of|searched|yielded|retrieved|enrol\w+|phase|arms?|cohorts?)\b",
    re.I,
)
TELLING = re.compile(r"\b(?:we|here|herein|this (?:article|paper|report|study)|authors?)\b.{0,60}\b(?:report|describ|present|discuss|document|shar|summari[sz]|illustrat|highlight)\w*\b|\b(?:are|is|were) (?:reported|described|presented)\b", re.I)
OF_A_COHORT = re.compile(
    r"^(?P<n>[Tt]wo|[Tt]hree|[Ff]our|[2-4]) (?:of|out of) (?:the )?(?:\d{1,3}|ten|eleven|twelve|fifteen|twenty) (?:[\w-]+ ){0,4}?(?:patients|cases|tumou?rs)(?: [^,;.]{0,40}?)? (?:carried|harbou?red|had|showed|exhibited|displayed|contained)(?: an?| the)? (?:[\w-]+ ){0,2}?(?=[A-Z][A-Z0-9]{2,}|mutation|fusion|amplification)"
)
"""Some of a cohort who have something in common: those described, where the text goes on about them."""
FEATURES = re.compile(
    rf"\b(?:features|findings|courses?|histor(?:y|ies)|histolog\w+|outcomes?|presentations?) (?:of|in) (?P<n>{COUNT}) (?:[\w-]+ ){{0,6}}?(?:tumou?rs|cancers|carcinomas|sarcomas|lymphomas|melanomas|neoplasms|\w+omas)(?: \([^()]{{1,12}}\))?(?: [^.;]{{0,60}}?)? (?:are|were|is) (?:described|reported|presented|reviewed)\b"
)
OF_THESE = re.compile(r"^(?:One|Two|[12]) of (?:these|them|the \w+)\b|^Of (?:these|them)\b|\b(?:one|two) of (?:these|them)\b")
NOW_REPORTED = re.compile(
    rf"\b(?:[Ww]e|[Tt]he authors) (?:(?:now|here|herein|therefore|also) )?(?:report|describe|present)\w*(?: on)? (?:(?:the )?(?:[\w-]+ ){{1,4}}(?:of|in) )?(?P<n>{COUNT}) (?!of\b|or\b|other\b|more\b|additional\b)(?:[\w/-]+ ){{0,4}}?(?:{MANY})\b"
)
LARGER = re.compile(rf"\b(?P<n>1[1-9]|[2-9]\d|\d{{3,4}}|eleven|(?:thir|four|fif|six|seven|eigh|nine)teen|twelve|twenty(?:-\w+)?|{COUNT})(?: (?!of\b|or\b|and\b)[\w/-]+){{0,4}}? (?:patients|cases|tumou?rs|samples)\b", re.I)
PART = re.compile(rf"^(?:(?:Of|Among) [^.;]{{2,60}}, )?(?:(?:only|another|the (?:other|remaining)) )?(?P<n>{COUNT})(?: (?:other|\w+ed|more))? (?:patients|cases) (?:also )?(?:received|had|underwent|were treated with|achieved|died|experienced|developed|relapsed|progressed|responded|required|did not)\b", re.I)
"""What a part of a larger group got, or what befell them: no announcement of who is described."""
LISTED = re.compile(r"\b(?:patients|cases|men|women|children|siblings|boys|girls),? (?:were |who were )?aged (?P<ages>\d{1,3}(?:(?:, | and |, and )\d{1,3})+)\b", re.I)
"""The ages of the patients in a list: as many patients as ages."""
PAIR = re.compile(r"\b(?:pair of (?:[\w-]+ ){0,3}?|(?:identical|monozygotic|dizygotic|fraternal|monochorionic|concordant|infant) (?:\w+ )?)(?:twins?|siblings|brothers|sisters)\b", re.I)
TWINS = re.compile(r"\b(?:patients|children|infants|cases) (?:were|are) (?:[\w-]+ ){0,4}twins\b|\b(?:report|describe|present)\w* (?:on )?(?:[\w-]+ ){0,5}(?:male|female) twins\b", re.I)
BOTH_ILL = re.compile(r"\b(?:twins|siblings|brothers|sisters),? (?:(?:both|who|aged [^,;]{1,20}|in whom|were|had|have|are|at [^,;.]{1,30}) ?){0,3}(?:with|were|had|developed|diagnosed|presented|affected|suffer\w+)\b", re.I)
"""Words by which a pair of siblings are the patients."""
THEIRS = re.compile(r"\b(?:his|her|whose) (?:two|other) (?:children|sons|daughters|brothers|sisters|siblings)\b", re.I)
"""Relatives of the patient of whom "both" may be said."""
HEALTHY = re.compile(r"\bdiscordan\w+|\b(?:healthy|unaffected)\b(?! (?:\w+ )?(?:pregnan\w+|parents|deliver\w+|mother|couple|famil\w+|child and|until|before))", re.I)
PERSON = r"(?:[a-z-]+ )?(?:patient|man|woman|boy|girl|child)\b(?! (?:of|reported|described|report))"
VERB = r"(?=had|was|has|is|did|died|achieved|received|developed|experienced|showed|progressed|remain\w*|responded|underwent|relapsed)"
ONE_OF_SEVERAL = re.compile(r"\b[Oo]ne (?:other )?(?:[a-z]+ )?patient\b(?! of)|\b(?:[Oo]ne|[Aa]n? (?:first|\d+-year-old)) (?:[a-z-]+ )?(?:patient|case|man|woman|boy|girl|child)\b")
ONE_OF_THEM = re.compile(r"\b[Oo]ne (?:other )?" + PERSON)
"""Without such words "the third had" may speak of a tumour of the one patient."""
OTHER, THIRD = r"\b(?:[Aa]nother|[Aa] second|[Tt]he other|[Tt]he second) ", r"\b(?:[Aa] third|[Tt]he third|[Tt]he last) "
CASE = r"(?:[a-z-]+ )?case\b(?! (?:of|reported|described|report))"
OTHER_PERSON, OTHER_OF_THEM = re.compile(rf"{OTHER}(?:{PERSON}|{CASE})"), re.compile(rf"{OTHER}(?:{PERSON}|{CASE}|{VERB})")
THIRD_PERSON, THIRD_OF_THEM = re.compile(THIRD + PERSON), re.compile(rf"{THIRD}(?:{PERSON}|{VERB})")
REPORTED = re.compile(r"\bet al\b|\bliterature\b|\breported (?:in|by)\b|\bpreviously\b|\bpublished\b", re.I)
A_AND_ANOTHER = re.compile(r"\b[Aa] (?:[\w-]+ )?patient (?:with|who|whose)\b[^.;]{5,140}?[,;] (?:and|while|whereas) (?:in )?another patient (?:with|who|whose|had|achieved|responded)\b")
A_THIRD, THE_LAST = re.compile(rf"\b(?:[Aa]|[Tt]he) third {PERSON}"), re.compile(rf"\b(?:[Tt]he|[Aa]) (?:last|final|fourth) {PERSON}")


@lru_cache(maxsize=4)
def announced(prose: Prose) -> int | None:
    """How many patients the title, abstract or case announces, from 2 on; None where it announces no number."""
    plainly = _told_plainly(prose)
    if plainly is not None:
        return plainly
    told = _of_a_cohort(prose) or _told_apart(prose)
    largest = 0
    for sentence in prose.sentences:
        if sentence.section not in ("title", "abstract", "case"):
            continue
        words = prose.words(sentence)
        part = PART.match(words)
        if part and (ordinal_of(part["n"]) or 0) < largest and " respectively" not in words:
            continue
        largest = max([largest, *(ordinal_of(m["n"]) or 0 for m in LARGER.finditer(words))])
        titled = TITLED.search(words) if sentence.section == "title" or sentence.index == 0 else None
        match = titled or ANNOUNCED.search(words) or TITLED.search(words)
        if match and (match["n"] or "").lower() == "both" and THEIRS.search(prose.text):
            continue
        number = number_of(match["n"] or match.groupdict().get("n2") or "") if match else _ages(words) or _pair(words, prose)
        if number is not None and (not ELSEWHERE.search(words) or TELLING.search(words) or number == told):
            return 3 if number == 2 and told == 3 else number
    return told


def _told_plainly(prose: Prose) -> int | None:
    """The number of patients whom the text says that it reports, where another sentence has counted others before: "We now report four patients"."""
    for place, sentence in enumerate(prose.sentences):
        words = prose.words(sentence)
        if sentence.section not in ("title", "abstract", "case"):
            continue
        match = (NOW_REPORTED.search(words) if place else None) or FEATURES.search(words)
        if match:
            return number_of(match["n"])
    return None


def _of_a_cohort(prose: Prose) -> int | None:
    """How many of a cohort have what a curator's summary is about: "Three of 15 patients carried G719X. Two of these …"."""
    told = [s for s in prose.sentences if s.section in ("title", "abstract", "case")]
    for sentence, following in pairwise(told):
        match = OF_A_COHORT.match(prose.words(sentence))
        if match and OF_THESE.search(prose.words(following)):
            return number_of(match["n"])
    return None


def _ages(words: str) -> int | None:
    """How many ages a list of the patients' ages has."""
    match = None if THEIRS.search(words) else LISTED.search(words)
    count = len(re.findall(r"\d+", match["ages"])) if match else 0
    return count if 2 <= count <= MOST else None


def _pair(words: str, prose: Prose) -> int | None:
    """Two where the report tells of twins or the like, both of whom are ill."""
    if TWINS.search(words) and not HEALTHY.search(prose.text):
        return 2
    return 2 if PAIR.search(words) and (TELLING.search(words) or BOTH_ILL.search(words)) and not HEALTHY.search(prose.text) else None


def _told_apart(prose: Prose) -> int | None:
    """Two or three patients who are not announced but told apart: "one patient …; another patient …"."""
    words = " ".join(
        prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case") and not ELSEWHERE.search(prose.words(s))
    )
    if not ONE_OF_SEVERAL.search(words):
        own = (prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case"))
        return 2 if any(A_AND_ANOTHER.search(words) and not REPORTED.search(words) for words in own) else None
    other, third = (OTHER_OF_THEM, THIRD_OF_THEM) if ONE_OF_THEM.search(words) else (OTHER_PERSON, THIRD_PERSON)
    if (match := A_THIRD.search(words)) and THE_LAST.search(words, match.end()):
        return 4
    return 3 if third.search(words) else 2 if other.search(words) else None


def number_of(word: str) -> int | None:
    """The number of patients that a word means ("both" is two), if it can be a series."""
    number = 2 if word.lower() == "both" else ordinal_of(word)
    return number if number is not None and 2 <= number <= MOST else None
