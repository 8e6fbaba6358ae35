"""Which words make up one naming of a tumour: the term, and the seat and the qualifiers before and after it."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Sentence

BEFORE = re.compile(r"^[\s,/-]*(?:(?:and|or|type|cell|grade)[\s-]+)*$", re.I)
AFTER = re.compile(
    r"^[\s,]*(?:\([^()]{0,40}\)\s*)?(?:metasta\w+ )?(?:located |primary |originating |arising |arisen |involving "
    r"|component |confined |occurring |localized |localised |which arose )?(?:of|in|from|at|involving|within|on"
    r"|,)\s+"
    r"(?:the |his |her |a |an |both |left |right |bilateral |upper |lower |middle |distal |proximal |mid "
    r"|anterior |posterior |lateral |medial |primary |unknown |ipsilateral |contralateral |superior |inferior "
    r"|parotid |whole |entire |head of the |body of the |tail of the |wall of the |base of the |root of the "
    r"|floor of the |lobe of the |(?:thoracic |abdominal |cervical |proximal |distal )?(?:segment|portion|part|third|section|pole|aspect) of the )*$",
    re.I,
)
BESIDE = re.compile(r"^ (?:of )?(?:the )?(?:left |right |upper |lower )?$", re.I)
COMES_FROM = re.compile(
    r"^[^.;:]{0,35}?\b(?:consistent with|compatible with|suggest(?:ive of|ing|ed)|favou?r(?:ing|ed|s)|in keeping with|indicat(?:ive of|ing|ed)|support(?:ive of|ing)|point(?:ing|ed) to|of|from) (?:an? |the |likely |probable |possible |primary )*$",
    re.I,
)
AS_ORIGIN = re.compile(r"^ (?:gland )?(?:origin|primary(?! (?:tumou?r|site) (?:was|were|had) (?:not|ruled)))\b", re.I)
NEXT_TUMOR = re.compile(r"\s(?:[a-z-]+\s){0,2}?\w*(?:oma|cancer|leuk(?:a?)emia|tumou?r)s?\b(?! (?:mass|growth))", re.I)
OF_ANOTHER = re.compile(r"\b(?:oma|cancer|tumou?r|\w+oma)s? (?:of|in|at|from) (?:the |his |her )?(?:left |right |both |upper |lower )?$", re.I)
SPREAD_OR_SAMPLE = re.compile(
    r"^(?:[\s-]+(?!with|and|who|in|on|at)\w+)?[\s-]+(?:metasta|lesion|nodul|involve|invasi|infiltrat|biops|mass"
    r"|disease|cancer|tumou?r|surgery|resection"
    r"|recurr|function|injur|failure|spread|deposit|relapse|flap|toxicity|cell)",
    re.I,
)


def heads(inside: list[AssertedMention]) -> list[tuple[AssertedMention | None, AssertedMention | None]]:
    """Tumour terms and histology terms of the same words, paired; the longer of two that overlap."""
    tumors = [a for a in inside if a.mention.kind == "tumor"]
    histologies = [a for a in inside if a.mention.kind == "histology"]
    pairs: list[tuple[AssertedMention | None, AssertedMention | None]] = []
    for tumor in tumors:
        span = tumor.mention
        same = next((h for h in histologies if h.mention.start < span.end and span.start < h.mention.end), None)
        if (
            same is not None
            and (same.mention.start < span.start or same.mention.end > span.end)
            and same.mention.end - same.mention.start > span.end - span.start
        ):
            pairs.append((None, same))
        else:
            exact = (
                same if same is not None and (same.mention.start, same.mention.end) == (span.start, span.end) else None
            )
            pairs.append((tumor, exact))
    for histology in histologies:
        span = histology.mention
        if not any(t.mention.start < span.end and span.start < t.mention.end for t in tumors):
            pairs.append((None, histology))
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1]).mention.start)  # type: ignore[union-attr]


def extend_left(
    start: int, sites: list[Mention], modifiers: list[Mention], sentence: Sentence, text: str
) -> tuple[int, str]:
    """Where the naming begins with the seats and qualifiers before the term, and the seat among them."""
    left, site = start, ""
    while True:
        before = max(
            (
                m
                for m in (*sites, *modifiers)
                if m.end <= left
                and left - m.end < 14
                and BEFORE.match(text[m.end : left])
                and m.start >= sentence.start
            ),
            key=lambda m: (m.end, m.end - m.start),
            default=None,
        )
        if before is None or before.start >= left:
            return left, site
        if before.kind == "modifier" and re.search(r"[,/]|\b(?:and|or|of|in|with)\b", text[before.end : left]):
            return left, site
        if before.kind == "site":
            if OF_ANOTHER.search(text[max(sentence.start, before.start - 30) : before.start]) and re.search(r"\band\b", text[before.end : left]):
                return left, site
            if re.search(r",", text[before.end : left]) or ((site or left != start) and re.search(r"\band\b", text[before.end : left])):
                return left, site
            site = site or before.label
        left = before.start


def origin(end: int, sites: list[Mention], sentence: Sentence, text: str) -> str:
    """The organ that the words behind say it comes from: "adenocarcinoma consistent with a lung primary"."""
    return next(
        (m.label for m in sites if end <= m.start < min(end + 70, sentence.end) and COMES_FROM.match(text[end : m.start]) and AS_ORIGIN.match(text[m.end : m.end + 25])),
        "",
    )


def extend_right(end: int, sites: list[Mention], text: str) -> tuple[int, str]:
    """Where the naming ends with the seat told after the term, and that seat."""
    for mention in reversed(sites):
        between = text[end : mention.start]
        if end <= mention.start < end + 75 and AFTER.match(between):
            if "," in between and NEXT_TUMOR.match(text[mention.end : mention.end + 40]):
                return end, ""
            if re.match(r"^[\s,]*(?:\([^()]*\)\s*)?metasta", between, re.I):
                return end, ""
            return mention.end, mention.label
        if BESIDE.match(between) and not SPREAD_OR_SAMPLE.match(text[mention.end : mention.end + 30]):
            return mention.end, mention.label
    return end, ""
