"""Linked mentions → predictive biomarkers of the closed list, with their status and verbatim value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from caseextract.schema import Biomarker, Report
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose, Sentence

POSITIVE = re.compile(r"positiv|\bhigh\b|express(?!ion)|overexpress|\+|strong|detect(?!.*not)|reactiv|\b3\+|infected", re.I)
NEGATIVE = re.compile(r"negativ|(?<![\w+])-(?![\w-])|no expression|not express|absent|lack|\bnot detected|undetect|non-?express|triple", re.I)
AFTER = re.compile(r"^[\s:,=-]*(?:\(?(?:TPS|CPS|TC|IC|tumou?r proportion score|combined positive score|expression|status|staining|immunostain\w*|receptors?|score|level|test|was|were|is|are|of|and|/|PR|ER|HER2?|PgR|AR|in situ hybridization|DNA|tumou?r|cells?|showed|[12]\b)[\s:,=()/-]*)*(?P<word>strongly positive|positiv\w*|negativ\w*|high|low|stable|unstable|instab\w*|deficien\w*|proficien\w*|intact|lost|loss|retained|[<>≥≤]? ?\d+(?:\.\d+)?(?: ?- ?\d+)? ?(?:%|mut\w*(?: ?/ ?Mb| per \w+)?|muts?/Mb)?|\(\+\)|\(-\)|\+|not detected)", re.I)
BEFORE = re.compile(r"(?P<word>positiv\w* (?:staining |expression )?(?:for|of)|negativ\w* (?:staining |expression )?(?:for|of)|high|low|express\w*|deficient|proficient|lack of|no|without|overexpress\w*)\s*(?:(?:the|of|both|tumou?r|strong|high|\w+,|and|or)\s+){0,4}$", re.I)
VALUE = re.compile(r"(?:TPS|CPS|tumou?r proportion score|combined positive score)[^\d]{0,12}(?:of )?[<>≥≤]? ?\d+ ?%?|[<>≥≤]? ?\d+(?:\.\d+)? ?(?:%|mut\w*/Mb|mutations? per megabase|muts?/Mb)", re.I)


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[Biomarker, ...]:
    """Biomarkers stated of this patient."""
    found: list[Biomarker] = []
    for asserted in mentions:
        if asserted.mention.kind == "biomarker" and asserted.judgement.experiencer == "patient":
            found.extend(_one(asserted, prose.sentences[asserted.mention.sentence], prose.text, report))
    return tuple(found)


def _one(asserted: AssertedMention, sentence: Sentence, text: str, report: Report) -> Iterator[Biomarker]:
    mention = asserted.mention
    words = text[mention.start : mention.end]
    after, before = text[mention.end : min(mention.end + 70, sentence.end)], text[max(sentence.start, mention.start - 70) : mention.start]
    match, leading = AFTER.match(after), BEFORE.search(before)
    said = match["word"] if match else leading["word"] if leading else ""
    status = _status(mention.label, words, said, asserted.judgement.status)
    if status is None:
        return
    value = VALUE.search(text[mention.start : min(mention.end + 60, sentence.end)]) if mention.label in ("PD-L1", "TMB") else None
    end = mention.end + (match.end() if match else 0)
    start = mention.start if match or not leading else mention.start - len(leading[0])
    names = ("ER", "PR") if mention.label == "ER" and re.search(r"hormone|PR|PgR", words, re.I) else (mention.label,)
    for name in names:
        yield Biomarker(
            name=name,
            status=status,
            value=value[0].strip() if value else None,
            evidence=(report.evidence(start, end, section=sentence.heading),),
            confidence=0.85,
        )


def _status(name: str, words: str, said: str, judged: str) -> str | None:
    whole = f"{words} {said}"
    absent = judged == "absent"
    if name == "MSI":
        if re.search(r"stable|MSS\b", whole, re.I) or absent:
            return "stable"
        return "high" if re.search(r"high|MSI-?H|unstable|positiv|instab", whole, re.I) else None
    if name == "MMR":
        if re.search(r"pMMR|proficien|intact|retain", whole, re.I):
            return "proficient"
        return "deficient" if re.search(r"dMMR|deficien|lost|loss", whole, re.I) else None
    if name == "TMB":
        figure = re.search(r"\d+(?:\.\d+)?", said)
        if re.search(r"high|TMB-?H", whole, re.I):
            return "high"
        if re.search(r"low|TMB-?L", whole, re.I):
            return "low"
        return None if figure is None else "high" if float(figure[0]) >= 10 else "low"
    if re.match(r"[<>≥≤]? ?\d", said):
        figure = re.search(r"\d+(?:\.\d+)?", said)
        assert figure is not None
        low = float(figure[0]) == 0 or said.startswith("<")
        return ("negative" if low else "positive") if name in ("PD-L1", "ER", "PR", "AR") and "%" in said else None
    if re.search(r"negativ|no\b|without|lack|lost|loss|\(-\)|not detected", said, re.I) or absent:
        return "negative"
    return "positive" if re.search(r"positiv|high|express|\+|strong", said, re.I) else None
