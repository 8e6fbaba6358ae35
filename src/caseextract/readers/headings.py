"""What a line says of its role: section title, caption, front matter, reference list."""

from __future__ import annotations

import re

_NUMBER = r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.):|]?\s+)?"
_KNOWN = re.compile(
    _NUMBER
    + r"""(?:
    (?:structured\s+|graphical\s+)?(?:abstract|summary)|highlights|keywords?|key\s+words|key\s+(?:points?|messages?)|
    introduction|background(?:/objectives?|\s+and\s+aims?)?|objectives?|aims?|purpose|significance|
    (?:the\s+)?(?:clinical\s+|illustrative\s+)?cases?(?:\s+(?:presentations?|reports?|description|summary|history|study|series|illustrations?|details|\d+))?|
    (?:presentation|description|report)\s+of\s+(?:the\s+)?cases?|patient(?:\s+(?:information|description|presentation|history|\d+|case))?|
    (?:past\s+)?(?:medical\s+)?history|(?:clinical\s+)?findings|clinical\s+(?:course|presentation|findings|features|history|summary|information)|
    timeline|diagnos(?:is|tic\s+(?:assessment|work-?up|evaluation))|
    (?:therapeutic\s+)?interventions?|treatments?(?:\s+and\s+(?:outcomes?|follow-?up|clinical\s+course))?|
    follow-?up(?:\s+and\s+outcomes?)?|outcomes?(?:\s+and\s+follow-?up)?|
    (?:materials?\s+and\s+|patients?\s+and\s+)?methods?(?:\s+and\s+materials?)?|methodology|results?(?:\s+and\s+discussion)?|
    (?:literature|systematic)\s+(?:review|search)|review\s+of\s+(?:the\s+)?literature|
    discussions?(?:\s+and\s+conclusions?)?|conclusions?(?:\s+and\s+\w+)?|concluding\s+remarks|limitations?|future\s+directions|
    learning\s+points|patient\s+perspective|(?:informed\s+|patient\s+)?consent(?:\s+(?:statement|for\s+publication))?|
    acknowledge?ments?|funding(?:\s+(?:statement|information|sources?))?|(?:list\s+of\s+)?abbreviations|appendix(?:\s+\w)?|
    author(?:s['’]?|['’]s)?\s+contributions?|credit\s+authors?(?:hip)?\s+(?:contribution\s+)?statement|
    (?:(?:declarations?|statements?|disclosures?)\s+of\s+)?(?:conflicts?\s+of\s+interests?|competing\s+(?:financial\s+)?interests?)(?:\s+(?:statement|disclosure))?|
    declarations?|disclosures?|ethic(?:s|al)\s+(?:statement|approval)(?:.{0,40})|institutional\s+review\s+board\s+statement|
    data\s+availability(?:\s+statement)?|availability\s+of\s+data.{0,30}|supplementary\s+(?:materials?|data|information)|
    provenance\s+and\s+peer\s+review|publisher['’]s\s+note|references?|bibliography|literature\s+cited|works\s+cited
    )\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+[A-Z][^.!?]{2,90}")
_REFERENCES = re.compile(_NUMBER + r"(?:references?|bibliography|literature\s+cited|works\s+cited)\s*:?", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:(?:supplementary|extended\s+data|appendix)\s+)?(?:fig(?:ure|s)?\.?|table|scheme|box|video)\s*(?:S?\d{1,3}|[IVX]{1,4})[A-Za-z]?\s*(?:[.:|–—-]|(?=\s[A-Z(])|$)",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"""(?:
    (?:case\s+report|original\s+(?:research|article)|(?:mini\s+|systematic\s+)?review|brief\s+(?:report|research\s+report)|research|letter|article|case\s+series)(?:\s+article)?$|
    (?:type\s+)?(?:case\s+report|original\s+research)\s*\|?\s*published|open\s+access\b|
    (?:sec|section)\.?\s.{0,80}$|volume\s+\d+|vol\.\s*\d+|front\.\s+[A-Z]|
    (?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*)10\.|pm(?:c?id)\s*:|pmcid|
    provisionally\s+accepted|accepted\s+manuscript|article\s+in\s+press|the\s+final,?\s+formatted\s+version|preprint\b|
    (?:received|accepted|revised|published|available|submitted|first\s+published)(?:\s+(?:online|date|on|in\s+revised\s+form))*\s*[:\d]|
    (?:edited|reviewed|handling\s+editor|academic\s+editors?|approved)\s*(?:by)?\s*:|
    key\s?words?\s*[:—–-]|
    (?:copyright|©|\(c\)\s*\d{4})|this\s+is\s+an\s+open[\s-]access\s+article|this\s+article\s+is\s+(?:an\s+open|licensed|distributed)|licensee\b|creative\s+commons|
    \*?\s*correspondence\b|\*?\s*corresponding\s+authors?\b|\*?\s*address\s+(?:all\s+)?correspondence|e-?mail\s*:|†|‡|
    these\s+authors\s+(?:have\s+)?contributed|
    disclaimer\s*:|publisher['’]s\s+note|all\s+claims\s+expressed\s+in\s+this\s+article|research\s+integrity\s+at|\d+%\s+of\s+researchers\s+rate|learn\s+more\s+about\s+the\s+work|find\s+out\s+more$|
    (?:cite\s+this\s+article|how\s+to\s+cite|(?:suggested\s+)?citation\s*:|to\s+cite\s+this\s+article)|
    (?:skip\s+to\s+(?:main\s+)?content|download(?:\s+(?:article|pdf|citation))?|view\s+(?:article|pdf|all|online)|share(?:\s+(?:this|on)\b.*)?|export\s+citation|check\s+for\s+updates|sign\s+in|log\s?in|menu|search|navigation|subscribe|metrics|full\s+text|open\s+in\s+(?:a\s+)?new\s+(?:tab|window))\s*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_INSTITUTION = re.compile(
    r"\b(?:Universit\w+|Hospitals?|Departments?|Dept|Institut\w*|College|School|Cent(?:er|re)|Facult\w+|Clinics?|Laborator\w+|Division|Academy)\b"
)
_DOUBLED_NAME = re.compile(
    r"(?<![A-Za-z])([A-Z][\w'’.-]{1,30}(?:\s+[A-Z][\w'’.-]{0,30}){0,3}?\s+[A-Z][\w'’-]{1,30}?)\1"
)
_MARKED_NAMES = re.compile(r"(?:[A-Z][\w'’.-]+\s+){1,4}?[A-Z][\w'’-]*[a-z]\s?[\d*†‡§]")

_CITATION = re.compile(
    r"(?P<journal>[A-Z][\w&:'’. -]{2,90}?)[.,]? \(?(?:19|20)\d\d\)?(?: [A-Z][a-z]{2}(?: \d{1,2})?)?"
    r"[;,:] ?\d+ ?(?:\(\d+[^()]{0,12}\) ?)?[:;,] ?e?\d+(?:[-–]e?\d+)?\.?"
)


def journal_of_citation(line: str) -> str | None:
    """The journal of a line such as `Journal of Oncology 2020; 3(1): 41-47`; None for any other line."""
    found = _CITATION.fullmatch(line.strip()) if len(line) <= 160 else None
    return found["journal"] if found else None


def is_known_heading(line: str) -> bool:
    """Whether a line is a usual section title and nothing else."""
    return len(line) <= 100 and _KNOWN.fullmatch(line.strip()) is not None


def is_numbered_heading(line: str) -> bool:
    """Whether a line reads like `2.1. Title`, without the end of a sentence."""
    line = line.strip()
    return len(line) <= 100 and _NUMBERED.fullmatch(line) is not None and line[-1] not in ",;:)"


def is_references_heading(line: str) -> bool:
    """Whether a line opens the list of references."""
    return _REFERENCES.fullmatch(line.strip()) is not None


def is_caption(line: str) -> bool:
    """Whether a line opens with `Figure 1.`, `Table 2:` or the like."""
    return _CAPTION.match(line.lstrip()) is not None


def is_front_matter(line: str) -> bool:
    """Whether a line is matter beside the article: dates, licence, affiliation, site furniture, authors."""
    line = line.strip()
    return (
        _FRONT.match(line) is not None
        or journal_of_citation(line) is not None
        or is_affiliation(line)
        or is_authors(line)
    )


def is_affiliation(line: str) -> bool:
    """Whether a line is an author's address: institution and place in a list of commas, and no sentence."""
    line = line.strip()
    marked = re.match(r"[•*·]?\s*(?:\d{1,2}|[a-h])[.)]?\s*[A-Z]", line) is not None
    comma_parts = line.count(",")
    if not _INSTITUTION.search(line[:200]) or comma_parts < 1 or len(line) > 400:
        return False
    return (marked or comma_parts >= 2) and not re.search(
        r"\b(?:was|were|had|is|are|has|have|with|after|reported)\b", line
    )


def is_authors(line: str) -> bool:
    """Whether a line lists people: names copied twice from a web page, or names with affiliation marks."""
    line = line.strip()
    if len(line) > 3000 or re.search(r"\b(?:was|were|is|are|had|the|of|in)\b", line):
        return False
    line = line[:300]
    return _DOUBLED_NAME.search(line) is not None or len(_MARKED_NAMES.findall(line)) >= 2


def authors_in(line: str) -> tuple[str, ...]:
    """The people of a line that `is_authors`."""
    line = " ".join(line.split())
    found = _DOUBLED_NAME.findall(line)
    if not found:
        parts = re.split(r"\s*[\d*†‡§]+(?:\s*,\s*[\d*†‡§]+)*\s*(?:,|and\b|&|;|$)\s*|,\s+(?:and\s+)?|\s+and\s+", line)
        parts = [re.sub(r"^(?:and|&)\s+", "", part) for part in parts]
        found = [part for part in parts if re.fullmatch(r"[A-Z][\w'’.-]*(?:\s+[\w'’.-]+){1,4}", part)]
    return tuple(found)
