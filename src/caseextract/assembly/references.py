"""Words that name one or some of the patients of a series: labels, order, "one … the other", and what tells two apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from caseextract import caseblind as re
from caseextract.assembly.series import Described
from caseextract.assertions.announced import COUNT, MANY, MOST, number_of
from caseextract.schema.numbers import ordinal_of
from caseextract.schema.prose import Prose, Sentence

ONE = r"patient|case|child|woman|man|boy|girl|individual|infant|brother|sister|sibling|one|female|male|twin"
LABEL = r"\d{1,3}|[A-H]|(?<=[ \u00a0#(/])[J-NP-UWYZ]|I{1,3}|IV|VI{0,3}|one|two|three|four|five|six|seven|eight|nine|ten|One|Two|Three|Four|Five|Six"
NUMBERED = re.compile(
    rf"\b(?P<who>[Cc]ases?|CASES?|[Pp]atients?|PATIENTS?|[Pp]ts?|[Ss]ubjects?|[Tt]wins?(?: (?:brother|sister|boy|girl))?|[Ss]iblings?|[Bb]rothers?(?= [\dA-H]\b)|[Ss]isters?(?= [\dA-H]\b))(?: ?[Rr]eport)?[ \u00a0]*(?:[Nn]o\.?|[Nn]umber|[Nn]r\.?)?[ \u00a0]*(?:#|\()?"
    rf"(?P<labels>(?:{LABEL})(?:(?:, ?(?:and |& ?)?| and | & |/)(?:{LABEL})\b)*)\)?(?![\w%×]|[-/]\w| ?(?:years?|months?|weeks?|days?|mg|cm|mm|patients?|cases?|of \d|of the|out of|other|more|lines?|cycles?)\b|[.,]\d)"
)
ORDINAL = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|4th|5th|6th|7th|other|last|final) (?:[a-z]+ )?(?:{ONE})\b"
    r"(?! (?:of(?! an? (?:[\w-]+ ){0,2}?\d{1,2}[- ]?(?:years?|months?|yrs?)\b)|reported|described|ever|worldwide|in (?:the )?(?:literature|world|which)|report|series|to (?:be|our)|was reported|has been|is reported))",
    re.I,
)
SEVERAL = re.compile(
    rf"\bthe (?P<one>first|second|third|fourth),? (?:and|&) (?:the )?(?P<two>second|third|fourth|last) (?:{MANY})\b"
    rf"|\bthe (?P<which>first|other|remaining|last|latter) (?P<n>two|three)(?: (?!lines?\b|cycles?\b|courses?\b|months?\b|years?\b|weeks?\b|drugs?\b|lesions?\b)[\w-]+)?? (?:{MANY}|(?=(?:had|were|are|received|achieved|progressed|responded|died|remain\w*|showed|experienced|underwent)\b))",
    re.I,
)
BARE = re.compile(
    r"\b(?:the|and the|while the|whereas the|but the) (?P<nth>first|second|third|fourth|other|last)(?= (?:was|were|had|has|is|received|underwent|achieved|developed|died|remain\w*"
    r"|showed|experienced|presented|a \d|an? \w+-year|progressed|responded|relapsed|needed)\b|[;,.](?! (?:drug|line)))",
    re.I,
)
SINGLE = re.compile(
    rf"\b(?P<nth>one|1(?= (?:patient|case|had|has|was|achieved|progressed|experienced|responded|died)\b)|another|the other|the remaining|the second|a second|the third|a third|the fourth|the last)"
    rf"(?: (?:of (?:them|these|the (?:\w+ )?(?:patients|cases))|(?:\w+ )?(?:{ONE}))\b| (?=(?:was|had|has|remain\w*|died|received|achieved|developed|experienced|is|showed|progressed|underwent|responded|after)\b)| (?=with (?:an?|the) )|(?=,? \(?an? (?:\d|[a-z]+-year|m[ae]n|wom[ae]n|boy|girl)|, aged))",
    re.I,
)
ALL = re.compile(
    rf"\b(?:both|all(?: of)?(?: the)?(?: (?:{COUNT}))?|each|neither|these(?: (?:{COUNT}))?|our|every)(?: of (?:the|these|our|them))?(?: [\w-]+)?? (?:{MANY})\b"
    r"|^(?:Both|Each|All|Neither|They|Their)\b|\b(?:in both|in each|both were|both had|both received|both are|both of them|both then)\b",
    re.I,
)
GROUP = re.compile(r"\b(?P<n>two|three|four)(?: of (?:them|these|the (?:\w+ )?(?:patients|cases))| (?:other |further )?(?:patients|cases|others|children|women|men))\b(?! (?:with|whose|who|were (?:included|treated)|aged?))", re.I)
FORMER = re.compile(r"\bthe (?P<nth>former|latter)\b(?= (?:patient|case|man|woman|boy|girl|one|was|had|has|is|received|underwent|achieved|developed|died|showed|responded|progressed|the|there|it|treatment|remained|at|after|an?|SD|PD|PR|CR|stable|partial|complete|progress\w*|by|on|with|did|relapsed|attained|experienced)\b|[,.;])", re.I)
THE_PERSON = re.compile(r"\b(?:the|our) (?:[\w-]+ )?(?P<who>man|woman|boy|girl|male|female)\b|\bthe (?P<nth>former|latter)\b", re.I)
YOUNGER = re.compile(rf"\b(?:the|for) (?P<which>younger|elder|older)(?: (?:{ONE}))?\b(?! (?:age|than|adults|people|lesions?|tumou?rs?|group|patients|women|men|children|generation)\b)", re.I)
KIN_WORDS = r"brother|sister|mother|father|son|daughter|wife|husband|twin|sibling|cousin|donor|parents"
PERSON = re.compile(
    r"\b(?:the|our)(?: (?!older|other)[\w-]+)? (?P<who>man|woman|boy|girl|male|female|gentleman|lady|mother|father|son|daughter|brother|sister)\b"
    rf"|(?:^|[;:(] ?|, (?:(?:and|but|whereas|while|who|when) )?|\b(?:and|but|whereas|while|when|because|since|as|that|where|which|until|before|after) )(?P<she>she|he)\b|(?:^|[;:] ?)(?P<her>her|his)\b(?! (?:[\w-]+ )?(?:{KIN_WORDS})\b)",
    re.I,
)
COMPARED = re.compile(
    r"\b(?:in contrast (?:to|with)|unlike|like|as (?:in|for|did|was|with|described (?:for|in)|mentioned in|seen in)|similar(?:ly)? to|compared (?:to|with)|than(?: (?:in|for|that of))?|same(?: [\w-]+){1,4} as(?: in)?|contrary to"
    r"|identical to|as opposed to|different from|differed from|resembl\w+|see|cf\.?) (?:the |that of |those of |our )?$",
    re.I,
)
PRESENTED = re.compile(
    r"\b(?:an?|the|his|her|their|this|(?P<aged>aged)) (?:(?!case\b|patient\b)[\w-]+ ){0,3}?(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]?(?:years?|yrs?|yr|months?)[- ](?:of[- ]age|old)\b"
    r"|\b(?:an?|the) (?P<age2>\d{1,3})[- ]?(?:years?|yrs?|y/?o)[,-]? ?(?:male|female|man|woman|boy|girl)",
    re.I,
)
SIBLINGS = re.compile(
    r"\b(?:two|both|pair of|2) (?:[\w-]+ ){0,3}?(?:siblings|brothers|sisters|twins)\b|\b(?:in|of) (?:[\w-]+ )?(?:siblings|brothers|sisters|twins)\b|\b(?:identical|monozygotic|dizygotic|fraternal) (?:\w+ )?twins\b", re.I
)
THE_SIBLING = re.compile(r"(?:^|(?<=; )|(?<=, and )|(?<=, but )|(?<= while )|(?<= whereas ))(?:her|his|the other) (?:(?:younger|elder|older|identical|co-?|monozygotic|\d{1,2}(?:\.\d)?[- ]year[- ]old)[- ]?)*(?:twin )?(?:brother|sister|twin|sibling)\b", re.I)
OTHER = re.compile(r"\bother\b|\b(?:her|his)\b", re.I)
FEMALE = ("wom", "fem", "gir", "lad", "sis", "mot", "dau", "she", "her")


@dataclass(frozen=True, slots=True)
class Marker:
    """Words `[start, end)` that name the patients, by index, of whom their clause speaks."""

    start: int
    end: int
    patients: frozenset[int]
    order: tuple[int, ...] = ()
    closed: bool = False
    """Whether these words alone speak of them, not what follows: "a response in one"."""


Markers = Mapping[int, Sequence[Marker]]
"""By sentence, the markers in it."""
Found = tuple[list[str], Markers]
"""The patients of a series, as the report calls them, and the words that name them."""


def sex_of(word: str) -> str:
    """The sex that a word for a person or a pronoun tells."""
    return "female" if word.lower().startswith(FEMALE) else "male"


def markers_of(prose: Prose, sentences: Sequence[Sentence], pattern: re.Pattern[str], patients: Callable[[re.Match[str]], tuple[int, ...]]) -> dict[int, list[Marker]]:
    """By sentence, the matches of a pattern that name patients; one with whom another is compared is not spoken of."""
    found: dict[int, list[Marker]] = {}
    for sentence in sentences:
        words = prose.words(sentence)
        for match in pattern.finditer(words):
            order = patients(match)
            if order and not COMPARED.search(words[: match.start()]):
                found.setdefault(sentence.index, []).append(Marker(sentence.start + match.start(), sentence.start + match.end(), frozenset(order), order))
    return found


def nth(word: str, most: int) -> tuple[int, ...]:
    """The patient whom an ordinal means: "second", "other" (of two), "former", "latter"."""
    word = {"former": "first", "latter": "second"}.get(word.lower(), word)
    number = most if word.lower() in ("other", "last", "final") else ordinal_of(word)
    if (word.lower() == "other" and most != 2) or (word.lower() in ("last", "final") and most == MOST):
        return ()
    return (number - 1,) if number is not None and 1 <= number <= most else ()


def with_others(markers: Markers, patients: Sequence[Described], prose: Prose, sentences: Sequence[Sentence]) -> Markers:
    """The markers with those that any series may have: order, and of two, age and sex."""
    count = len(patients)
    kinds = [markers_of(prose, sentences, pattern, lambda m: nth(m["nth"], count)) for pattern in (ORDINAL, BARE)]
    if count == 2:
        kinds.append(markers_of(prose, sentences, FORMER, lambda m: nth(m["nth"], 2)))
        if None not in (first := patients[0].age, second := patients[1].age) and first != second:
            younger = 0 if first < second else 1  # type: ignore[operator]
            kinds.append(markers_of(prose, sentences, YOUNGER, lambda m: (younger if m["which"].lower() == "younger" else 1 - younger,)))
        if any(SIBLINGS.search(prose.words(s)) for s in sentences):
            kinds.append(markers_of(prose, sentences, THE_SIBLING, lambda m: (1,)))
        sexes = [patient.sex for patient in patients]
        if set(sexes) == {"male", "female"}:
            kinds.append(markers_of(prose, sentences, PERSON, lambda m: (sexes.index(sex_of(m["who"] or m["she"] or m["her"])),)))  # type: ignore[arg-type]
    else:
        kinds.append(markers_of(prose, sentences, SEVERAL, lambda m: _several(m, count)))
    found = {index: list(marks) for index, marks in markers.items()}
    for kind in kinds:
        for index, marks in kind.items():
            own = found.setdefault(index, [])
            own.extend(m for m in marks if not any(m.start < other.end and other.start < m.end for other in own))
    ordered = {index: sorted(marks, key=lambda m: m.start) for index, marks in found.items()}
    return _the_other(ordered, prose) if count == 2 else ordered


def _several(match: re.Match[str], count: int) -> tuple[int, ...]:
    """The patients whom two ordinals or a part of the group mean: "the first and third patients", "the other two"."""
    if match["one"]:
        return tuple(sorted({*nth(match["one"], count), *nth(match["two"], count)}))
    number = number_of(match["n"]) or count
    if number >= count:
        return ()
    return tuple(range(number)) if match["which"].lower() == "first" else tuple(range(count - number, count))


def _the_other(markers: dict[int, list[Marker]], prose: Prose) -> Markers:
    """Of two patients "the other" is the one who was not named last."""
    latest: frozenset[int] = frozenset({0})
    for index in sorted(markers):
        for place, marker in enumerate(markers[index]):
            if OTHER.search(prose.text, marker.start, marker.end) and len(latest) == 1:
                other = 1 - next(iter(latest))
                markers[index][place] = replace(marker, patients=frozenset({other}), order=(other,))
            latest = markers[index][place].patients
    return markers
