"""Linked mentions → lengths of time in months, and what each measures by the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseextract import caseblind as re
from caseextract.schema.duration import Comparator, DurationKind
from caseextract.schema.fact import DurationFact, EventFact, Span
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.numbers import value_of
from caseextract.schema.prose import Prose, Sentence

MONTHS_PER = {"year": 12.0, "yr": 12.0, "month": 1.0, "mo": 1.0, "week": 1 / 4.345, "wk": 1 / 4.345, "day": 1 / 30.44}
MORE = re.compile(r"more|greater|longer|over|least|exceed|excess|beyond|[>≥]", re.I)
LESS = re.compile(r"less|fewer|under|up to|not exceed|[<≤]", re.I)
NEARLY = re.compile(r"about|approx|around|almost|nearly|roughly|some|circa|ca|[~≈]", re.I)
NAMES = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}

SCHEDULE = re.compile(r"(?:\bevery|\bonce|\btwice|\btimes|\bper|\beach|/|\bq|\bdays? \d[\d,–-]*(?: and \d+)? (?:of|in|every)?|mg|\bD)\s*(?:a |an )?$", re.I)
SCHEDULE_AFTER = re.compile(r"^(?:[- ](?:cycles?|interval|schedule|on(?=[ ,/]+(?:and )?(?:\d|one|two|three|off\b))|off\b(?! (?:therapy|treatment|drug|all|the))|rest|repeated|of each|of every|break|infusion|apart)|,? (?:on|off)[,/]|,? followed by (?:a )?\w+[- ](?:week|day)s?(?:'s|'|’)? (?:rest|off|break)|,? (?:repeated )?every|,? out of| per |/)", re.I)
SYMPTOMS = re.compile(r"\b(?:history|complain\w*|symptom\w*|duration|pain|cough|fever|dysp\w+|smok\w+|pack|pregnan\w+|gestation|age|aged|swelling|mass|fatigue|lump|presented)\b", re.I)
HISTORY_AFTER = re.compile(r"^(?:['’]s?)?(?: of)?[- ](?:history|duration)|^['’]?s? (?:of (?:age|gestation|progressive|worsening|increasing|severe|right|left|abdominal|chest|back|pain|cough|fever|fatigue|dysp\w+|weight|headache\w*|bleeding|hematuria|symptoms?|intermittent|swelling))|^(?:-| )old|^ (?:ago|previously|earlier|before (?:presentation|admission|this|the (?:first|current|present)|her|his|being|coming)|prior to (?:presentation|admission|this|her|his|the (?:current|present)|being)|back\b)", re.I)
AFTER_POINT = re.compile(r"^[- ](?:later|after(?:wards?)?|post|following|since|from|into|thereafter)\b|^(?:,| )? ?(?:post[- ]?(?:oper|surg|treat|transpl|resec)\w+)", re.I)
GIVEN = re.compile(r"\b(?:receiv|treat|continu|administ|given|gave|took|taken|taking|maintain|therapy|chemotherapy|course|remained on|stayed on|kept on|use of|regimen|using|was on|been on|being on|while on|infusion|prescribed|started on|\w+(?:nib|mab|lib|platin|mide|taxel|mycin|tinib|xifen|zole)\b)", re.I)
OBTAIN = re.compile(r"\b(?:within|after|in|at|by|only|just|as early as|following)\s*(?:only |just |the first |first |a |about |approximately |around )*$", re.I)
FOR = re.compile(r"\b(?:for|lasting|lasted|during|over|throughout|maintained|persisted|sustained|of|until|spanning|totall?ing|period of|total of|exceeded|reached|was|is|continued|than|least)\s*(?:a |an |the |another |at |more |about |approximately |around |almost |nearly |over |period of |total of |further |up to |only |just |past |last |next |first |additional |following |as long as )*$", re.I)
REMISSION_WORDS = re.compile(r"\b(?:remission|response|responder|responded|CR|PR|CMR|regression|no evidence of disease|NED)\b")


def gather(mentions: Sequence[AssertedMention], events: Sequence[EventFact], prose: Prose) -> tuple[DurationFact, ...]:
    """Lengths of time in the order of the text, without dose schedules, ages and histories of symptoms."""
    found: list[DurationFact] = []
    for asserted in mentions:
        sentence = prose.sentences[asserted.mention.sentence]
        if asserted.mention.kind == "time":
            found.extend(_length(asserted, sentence, prose.text, events))
        elif asserted.mention.kind == "period":
            found.extend(_period(asserted, prose.text))
    return tuple(found)


def months_of(value: float, unit: str) -> float:
    """Months, two decimals: days/30.44, weeks/4.345, years×12."""
    stem = unit.lower().rstrip("s")
    return round(value * MONTHS_PER[stem], 2)


def _length(asserted: AssertedMention, sentence: Sentence, text: str, events: Sequence[EventFact]) -> Iterator[DurationFact]:
    mention = asserted.mention
    groups = mention.groups
    value = value_of(groups["n"])
    before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    if value is None or SCHEDULE.search(before) or SCHEDULE_AFTER.match(after) or HISTORY_AFTER.match(after):
        return
    months = months_of(value, groups["unit"])
    if "n2" in groups and (more := value_of(groups["n2"])) is not None:
        months = round(months + months_of(more, groups["unit2"]), 2)
    if text[mention.start : mention.end].endswith("and a half"):
        months = round(months + months_of(0.5, groups["unit"]), 2)
    if "high" in groups and (high := value_of(groups["high"])) is not None and groups.get("plus") is None:
        months = round((months + months_of(high, groups["unit"])) / 2, 2)
    words = (groups.get("comparator") or "") + (groups.get("symbol") or "")
    near = before[-14:]
    comparator: Comparator = "="
    if LESS.search(words):
        comparator = "<"
    elif MORE.search(words) or "plus" in groups or "plus2" in groups:
        comparator = ">"
    elif NEARLY.search(words) or "high" in groups:
        comparator = "~"
    elif re.search(r"\bnot exceed\s*$|\bless than\s*$", near, re.I):
        comparator = "<"
    yield DurationFact(
        span=Span(mention.start, mention.end, mention.sentence),
        months=months,
        comparator=comparator,
        stated=text[mention.start : mention.end].strip(),
        measure=None,
        judgement=asserted.judgement,
        gap=bool(AFTER_POINT.match(after) or mention.label in ("month n", "day n")),
    )


def _period(asserted: AssertedMention, text: str) -> Iterator[DurationFact]:
    mention: Mention = asserted.mention
    groups = mention.groups
    year2, month2 = int(groups["year2"]), NAMES[groups["month2"][:3].lower()]
    month1 = NAMES[groups["month1"][:3].lower()]
    year1 = int(groups["year1"]) if "year1" in groups else year2 - (1 if month1 > month2 else 0)
    day1, day2 = groups.get("day1") or groups.get("day1b"), groups.get("day2") or groups.get("day2b")
    months = float((year2 - year1) * 12 + month2 - month1)
    derived = f"{year2}-{month2:02d} minus {year1}-{month1:02d}"
    if day1 and day2 and int(day1) <= 28 and int(day2) <= 31:
        days = (date(year2, month2, min(int(day2), 28)) - date(year1, month1, int(day1))).days + max(0, int(day2) - 28)
        months, derived = round(days / 30.44, 2), f"{days} days / 30.44"
    if months > 0:
        kind: DurationKind = "on_treatment"
        yield DurationFact(
            span=Span(mention.start, mention.end, mention.sentence),
            months=months,
            comparator="=",
            stated=text[mention.start : mention.end],
            measure=kind,
            judgement=asserted.judgement,
            derived=derived,
        )
