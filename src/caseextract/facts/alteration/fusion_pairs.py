"""Two gene names that are said to be fused: which stands 5', which 3', and which drives."""

from __future__ import annotations

from functools import cache

from caseextract import caseblind as re
from caseextract.knowledge import lexicon

WORD = r"(?:fusions?|fused|rearrang\w+|translocat\w+|chim(?:era|eric)\w*|transcripts?|oncoproteins?)"
AFTER = re.compile(rf"(?:\s?\([^()]{{1,25}}\))?[\s)(;,-]*(?:\w+[\s-]){{0,4}}?{WORD}|[ -]?(?:\+|positiv|negativ)", re.I)
BEFORE = re.compile(rf"{WORD}\W+(?:\w+\W+){{0,5}}$", re.I)
JOINED = re.compile(r"\s?(?:(?:::|[-/:]|--)\s?|;(?!\s))(?:\(?[\w;:]{1,9}\)?[-:;]+\s?)?")
WRITTEN = re.compile(r"\s?(?:gene\s)?(?:\(?(?:e(?:x(?:on)?s?)?|intron)\s?[\d-]+\)?|\(\d+\))?\s?(?:::|-|/|:)\s?")
WITH_EXON = re.compile(r"\s?\(?(?:e(?:x(?:on)?)?|intron)\s?\d+\)?\s?(?:::|-|:)\s?", re.I)
EXON = re.compile(r"\s?\(?(?:e(?:x(?:on)?)?|intron)\s?\d+\b", re.I)
OF_BOTH = re.compile(
    r"(?:\s(?:gene|exons?\s?[\d-]+|\([^()]{1,30}\)))*,?\s(?:and|to|with|into|as (?:a |the )?(?:fusion )?partner(?: of)?)"
    r"(?:\s(?:the|exons?\s?[\d-]+|of|its|gene|from|in|at|intron\s?\d+))*\s",
    re.I,
)
FUSED = re.compile(
    r"(?:\s(?:gene|was|is|exons?\s?[\d-]+|\([^()]{1,30}\)))*\s(?:fused|translocated|rearranged)(?:\s(?:in-frame|in frame))?\s(?:to|with)"
    r"(?:\s(?:the|exons?\s?[\d-]+|of|gene))*\s",
    re.I,
)
STATUS = re.compile(r"[\s-]?(?:positiv|negativ|\+|wild|mutat|status)", re.I)
FUSION_GENE = re.compile(r"\s(?:gene )?fusion (?:gene|transcript|protein)\b", re.I)
WITHIN = r"(?!(?:and|together|with|plus|mutations?|variants?|alterations?|loss|amplifications?|deletions?)\b)"
FUSION_OF = re.compile(rf"{WORD}\s(?:{WITHIN}\w+\s){{0,3}}?(?:between|of|involving|joining|consisting of|comprising)\b[^.;]{{0,45}}$", re.I)
PARTNER_IS = re.compile(rf"\s{WORD}(?:\sgene)?(?:\s\(?(?:fusion\s)?partner)?(?:\sgene)?\s(?:was|is|being)\s(?:identified as\s|found to be\s)?(?:the\s)?", re.I)
PARTNER_WITH = re.compile(rf"\s(?:gene\s)?{WORD}\swith\s(?:the\s)?", re.I)
AS_PARTNER = re.compile(r"\s(?:gene\s)?as (?:the|a|its|an?) (?:\w+\s)?partner", re.I)


def joined(text: str, first: tuple[int, int], second: tuple[int, int]) -> str | None:
    """How two gene names are joined: "written" (A::B, A-B fusion), "spoken" (fusion of A and B), "slash", "with", or not (None)."""
    gap = text[first[1] : second[0]]
    if len(gap) > 70:
        return None
    if "::" in gap and JOINED.fullmatch(gap):
        return "written"
    before, after = text[max(0, first[0] - 60) : first[0]], text[second[1] : second[1] + 60]
    if WITH_EXON.fullmatch(gap) and EXON.match(after):
        return "written"
    if JOINED.fullmatch(gap) or WRITTEN.fullmatch(gap):
        near = AFTER.match(after) or BEFORE.search(before)
        if near and "/" in gap and STATUS.match(after):
            return "with"
        return ("slash" if "/" in gap else "written") if near else None
    if (PARTNER_IS.fullmatch(gap) and "partner" in gap) or (PARTNER_WITH.fullmatch(gap) and AS_PARTNER.match(after)):
        return "spoken"
    if PARTNER_WITH.fullmatch(gap) or (gap == " and " and FUSION_GENE.match(after)):
        return "with"
    if FUSED.fullmatch(gap) or (OF_BOTH.fullmatch(gap) and FUSION_OF.search(before)):
        return "spoken"
    return None


def pair_of(first: str, second: str, how: str) -> tuple[str, str] | None:
    """The pair 5'::3' and its driver; None where the text only lists two genes.

    A known fusion decides the order whatever the text's; otherwise "A::B" is taken as written and of "a fusion of
    A and B" the driver stands 3'. "A fusion with B" is taken for a pair only where the pair is known.
    """
    for five, three in ((first, second), (second, first)):
        known = lexicon("fusions").get(f"{five}::{three}")
        if known is not None:
            return f"{five}::{three}", known.get("driver") or three
    if how == "with":
        return None
    drives = driver_of(first, second)
    if how != "written" and drives_alone(first) and drives_alone(second):
        return None
    if any(is_surface_marker(symbol) for symbol in (first, second)):
        return None
    if how == "spoken" and drives == first:
        return f"{second}::{first}", drives
    return f"{first}::{second}", drives


def driver_of(five: str, three: str) -> str:
    """The gene that the record names: the kinase or known driver of the two, else the 3' gene."""
    return five if drives_alone(five) and not drives_alone(three) else three


def drives_alone(symbol: str) -> bool:
    """Whether the gene is a known driver of fusions with many partners."""
    entry = lexicon("genes").get(symbol)
    return (entry is not None and "kinase fusion driver" in entry.get("role")) or symbol in drivers()


def is_surface_marker(symbol: str) -> bool:
    """Whether the gene is met as a cell's marker ("CD45-CD38+"), not as a partner of fusions."""
    entry = lexicon("genes").get(symbol)
    return entry is not None and entry.get("role") in ("immune / cell surface", "tumor marker")


@cache
def drivers() -> frozenset[str]:
    """Genes that drive at least three of the known fusions."""
    counts: dict[str, int] = {}
    for row in lexicon("fusions").values():
        counts[row.get("driver")] = counts.get(row.get("driver"), 0) + 1
    return frozenset(symbol for symbol, count in counts.items() if count >= 3)
