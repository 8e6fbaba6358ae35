"""How a tumour is told of: as diagnosed, as the first or the revised diagnosis, as of earlier years, by chance, in general."""

from __future__ import annotations

from functools import lru_cache

from caseextract import caseblind as re
from caseextract.schema.mention import AssertedMention

DIAGNOSED = re.compile(
    r"\b(?:diagnos\w+|confirm\w+|reveal\w+|consistent with|compatible with|prov(?:ed|en)|demonstrat\w+|show\w+"
    r"|indicat\w+|identif\w+|establish\w+|histolog\w+|patholog\w+|biops\w+|was found to (?:be|have)|turned out"
    r"|classified as|case of|cases of|patients? (?:with|had)|treated for|suffer\w+ from|presented with|known"
    r"|year-old|treatment of|management of|present(?:s|ed|ing) with|with|harbou?r\w*|for|developed"
    r"|features of)\b[^.;]{0,110}$",
    re.I,
)
STRONG = re.compile(
    r"\b(?:diagnos\w+|confirm\w+|reveal\w+|consistent with|compatible with|prov(?:ed|en)|established|histolog\w+"
    r"|patholog\w+|(?:re-?)?biops\w+|turned out|final|classified as|case of|report|transform\w*(?: \w+)? (?:in)?to"
    r"|transformation (?:of|from)|develop(?:s|ed|ment of)|evolv\w+ (?:in)?to"
    r"|progress\w+ (?:in)?to|yielded|disclosed|determined to be|report(?:ed)? as|read as|found to (?:be|have)|considered to have)\b[^.;]{0,90}$"
    r"|\b(?:receiv\w+|treated with|taking|been on)\b[^.;,]{1,60}? for (?:an? |the |his |her )?(?:(?:advanced|metastatic|recurrent|relapsed|stage \w+) )*$"
    r"|\b(?:treatment|therapy|chemotherapy|immunotherapy) (?:of|for) (?:his|her) (?:(?:advanced|metastatic|recurrent|relapsed) )?$"
    r"|:\s*(?:an? |the )?$|\b(?:i\.e\.|namely),? (?:an? )?$",
    re.I,
)
METASTASIS_AFTER = re.compile(
    r"^\s*(?:metasta|deposits?|infiltrat|involvement|cells? (?:in|within)|nodules? metast)",
    re.I,
)
INITIAL = re.compile(
    r"\b(?:initial(?:ly)?|first|originally|preliminar\w+|provisional(?:ly)?|primarily|misdiagnos\w+"
    r"|(?:mis)?interpreted|mistaken|mistook|thought|presumed|working diagnosis|frozen section|previously"
    r"|earlier|elsewhere(?: as)?|outside (?:hospital|pathology|report|institution)|signed out as)\b"
    r"(?! (?:case|report))(?:(?!\b(?:but|however|confirm\w*|reveal\w*|show\w*|prov(?:ed|en)|later|then|finally|had an?|complain\w*|admitted|referred|present(?:ed|ing) with"
    r"|revis\w+|final|the case|review)\b)[^.;,]){0,70}$",
    re.I,
)
FINAL = re.compile(
    r"\b(?:final(?:ly)?|revis(?:ed|ion|iting)|re-?review\w*|re-?evaluat\w*|re-?assess\w*|re-?examin\w*"
    r"|re-?classif\w*|turned out|proved to be|definitive(?:ly)?|definite|ultimate(?:ly)?|eventual(?:ly)?|corrected"
    r"|changed|amended|review(?:ed)?(?: \w+){0,3} (?:show|reveal|confirm|establish|demonstrat|prov)\w*|second opinion|expert|reference patholog\w+|instead|rather|review of)\b[^.;]{0,120}$",
    re.I,
)
PAST = re.compile(
    r"\b(?:PMHX?|Hx of|h/o|s/p)\b|\bhistor(?:y|ies) (?:of|was|included|includes|significant|notable|revealed"
    r"|positive)\b|\b(?:previous(?:ly)?"
    r"|prior|former(?:ly)?|past|survivors?|remote(?! (?:sites?|metasta|organs?|recurr|spread|lesions?)))\b|\bhad had\b|\bhad (?:previously |once "
    r"|earlier )?been (?:treated|operated|diagnosed|cured|managed)\b"
    r"|\b(?:years?|months?|decades?) (?:ago|earlier|before|previously|prior)\b|\b(?:years?|months?|decades?) after (?:(?!and\b)[\w-]+ ){0,4}$"
    r"|\bat (?:the )?age(?:d)?(?: of)? \d|\bunderlying\b|\bknown (?:case|to have)\b"
    r"|\b(?:years?|months?|weeks?|decades?) after (?:\w+ ){0,2}?(?:evacuation|resection|excision|removal|treatment|therapy"
    r"|surgery|operation|cure|mastectomy|nephrectomy|\w+ectomy) (?:of|for) (?:an? |the |his |her )?$",
    re.I,
)
AT_PRESENT = re.compile(
    r"\b(?:present(?:ed|s|ing)|was (?:now |then |recently )?(?:found|admitted|referred|hospitali[sz]ed|seen)|developed|now)\b", re.I
)
"""What begins the present illness: "a history of X, presented with Y"."""
PAST_AFTER = re.compile(
    r"^[^.;]{0,45}?\b(?:years?|months?|decades?) (?:ago|earlier|before|previously|prior)\b|^,? (?:treated|resected"
    r"|operated|diagnosed|cured|in remission)[^.;,]{0,40}\b(?:years?|decades?|19\d\d)\b",
    re.I,
)
TOLD_AFTER = re.compile(
    r"^[\s,]*(?:\([^()]{0,60}\)[\s,]*)?(?:(?:of|and) \w+[\w -]{0,40}? )?(?:who |and )?(?:(?:was|were|had been|has been|is being|had) (?:then "
    r"|subsequently |finally |now |also |thus |both |later |simultaneously |incidentally "
    r"|histologically |pathologically |first |initially |eventually )*(?:diagnosed|confirmed|detected|found"
    r"|treated|resected"
    r"|identified|made|proven|proved|established|removed|discovered|managed|given|started|received|undergone)"
    r"|received|underwent|(?:had )?(?:transformed|evolved|progressed) (?:in)?to)\b",
    re.I,
)
PART_OF_IT = re.compile(
    r"^[\s-]*(?:components?|differentiation|elements?|areas?|foci|features|patterns?|morphology"
    r"|transdifferentiation)\b",
    re.I,
)
ARISEN_FROM = re.compile(
    r"\b(?:aris(?:ing|en)|arose|develop(?:ing|ed)|originat(?:ing|ed)) (?:in|from|within|out of) (?:an? |the )?"
    r"(?:pre-?existing |longstanding |underlying |background of (?:an? )?)?$",
    re.I,
)
SHARE_OF_IT = re.compile(r"^\s*(?:\(?\s*[<>~]?\s*\d{1,3} ?%|component)")
EXPLAINED = re.compile(
    r"\b(?:variant|subtype|sub-type|type|form|kind|subset|entity|member|subgroup|manifestation|mimic\w*|precursor"
    r"|component)s? of\b[^.;,]{0,25}$|\b(?:regimens?|protocols?) (?:designed |established |intended |used |as )?(?:for|of) (?:an? |the )?$|\b(?:which|that) (?:is|are) (?:an?|the|one)\b[^.;,]{0,60}$",
    re.I,
)
INCIDENTAL = re.compile(r"\bincidental\w*|\bcoincident\w*|\bunexpected\w*|\badditional finding", re.I)
FOUND_BY_CHANCE = re.compile(r"^[^;,.]{0,30}\b(?:incidental|coincident|unexpected)", re.I)
GENERAL = re.compile(
    r"\b(?:is|are|has been|have been|may|can|should|could|might|would|remains?|represents?|accounts?|comprises?"
    r"|usually"
    r"|commonly|often|rarely|typically|generally|arises?|occurs?|includes?|provides?|requires?|poses?|exhibits?"
    r"|responds?"
    r"|develops?|lacks?|constitutes?|carr(?:y|ies)|tends?|depends?|seems?|appears?|plays?|offers?|makes?)\b",
    re.I,
)
PARTICULAR = re.compile(
    r"\b(?:was|were|had|did|revealed|showed|demonstrated|confirmed|underwent|presented|received|developed|achieved"
    r"|started|led to|disclosed|reports?(?: on)?|describes?|presents?(?= (?:a|an|the|two|three|our))|herein|he|she|his"
    r"|her|our|the present case|present report|(?:case|patient) (?:no\.? ?|#)?\d|this patient|this case|the patient|year-old|who|now|alive|died)\b|\b(?:an?|the|one|this|rare|unusual) (?:\w+ ){0,2}(?:case|patient) (?:of|with) [^.;]{0,180}?\b(?:is|are) (?:reported|presented|described|discussed)\b|^(?:Simultaneously|Subsequently|Postoperatively)\b",
    re.I,
)


@lru_cache(maxsize=128)
def is_general(words: str) -> bool:
    """Whether a sentence tells of a disease as such and of nobody in particular."""
    return bool(GENERAL.search(words)) and not PARTICULAR.search(words)


def is_diagnosed(before: str) -> bool:
    """Whether words of diagnosis or of presentation stand before it."""
    return bool(DIAGNOSED.search(before))


def is_strong(before: str, after: str) -> bool:
    """Whether the words before it, or those after, say that it was proved or treated."""
    return bool(STRONG.search(before) or TOLD_AFTER.match(after))


def is_metastasis(after: str) -> bool:
    """Whether the words after it tell of a metastasis of it."""
    return bool(METASTASIS_AFTER.match(after))


def is_first_diagnosis(before: str) -> bool:
    """Whether it was what was thought first."""
    return bool(INITIAL.search(before))


def is_final(before: str) -> bool:
    """Whether it is the revised or the last diagnosis."""
    return bool(FINAL.search(before))


def is_incidental(near: str, before: str, after: str) -> bool:
    """Whether it was found by chance, or is what another tumour arose from; `near`: its words and a few before them."""
    return bool(INCIDENTAL.search(near) or FOUND_BY_CHANCE.match(after) or ARISEN_FROM.search(before))


def is_explained(before: str, after: str) -> bool:
    """Whether the words speak of a kind of it or of a part: "a variant of …", "… component"."""
    return bool(EXPLAINED.search(before) or PART_OF_IT.match(after) or SHARE_OF_IT.match(after))


def is_past(first: AssertedMention, before: str, after: str) -> bool:
    """Whether it is told as of earlier years, unless the sentence has come to the present illness since."""
    begins = [match.start() for match in AT_PRESENT.finditer(before)]
    since = before[begins[-1] :] if begins else before
    past = first.judgement.temporality == "past" and not begins
    return past or bool(PAST.search(since[-90:]) or PAST_AFTER.match(after))
