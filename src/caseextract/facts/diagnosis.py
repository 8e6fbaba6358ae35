"""Linked mentions → tumours named in the text: histology with the site that the phrase gives it, and its code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from caseextract import caseblind as re
from caseextract.knowledge import combinations, lexicon
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose, Sentence

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
SEEDED_ORGAN = re.compile(
    r"(?:brain|cerebral|liver|hepatic|lung|pulmonary|bone|spinal|skin|peritoneal|pleural|adrenal|vertebral) (?:tumou?rs?|neoplasms?)", re.I
)
"""An organ's tumour that is none of its own where "metastatic" stands before it."""
SEEDED = re.compile(r"\s*(?:\([^()]{0,20}\)\s*)?(?:in|to|within|involving|at)\b", re.I)
AND_ANOTHER = re.compile(r" and (?:an? |the )?(?:[\w'’-]+ ){0,2}?", re.I)
BESIDE = re.compile(r"^ (?:of )?(?:the )?(?:left |right |upper |lower )?$", re.I)
NEXT_TUMOR = re.compile(r"\s(?:[a-z-]+\s){0,2}?\w*(?:oma|cancer|leuk(?:a?)emia|tumou?r)s?\b(?! (?:mass|growth))", re.I)
OF_ANOTHER = re.compile(r"\b(?:oma|cancer|tumou?r|\w+oma)s? (?:of|in|at|from) (?:the |his |her )?(?:left |right |both |upper |lower )?$", re.I)
SPREAD_OR_SAMPLE = re.compile(
    r"^(?:[\s-]+(?!with|and|who|in|on|at)\w+)?[\s-]+(?:metasta|lesion|nodul|involve|invasi|infiltrat|biops|mass"
    r"|disease|cancer|tumou?r|surgery|resection"
    r"|recurr|function|injur|failure|spread|deposit|relapse|flap|toxicity|cell)",
    re.I,
)
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
    r"|:\s*(?:an? |the )?$|\b(?:i\.e\.|namely),? (?:an? )?$",
    re.I,
)
SECONDARY_SITE = re.compile(
    r"\bmetasta\w*[\s-]*(?:\w+[\s-]){0,2}$|\bmetastatic (?:to|from)\b[^.;]{0,30}$|\binvad\w+[^.;]{0,20}$",
    re.I,
)
METASTASIS_AFTER = re.compile(
    r"^\s*(?:metasta|deposits?|infiltrat|involvement|cells? (?:in|within)|nodules? metast)",
    re.I,
)
NOT_THE_TUMOR = re.compile(
    r"^[\s-]*(?:cell lines?|xenograft|antigen|marker|necrosis factor|predisposition|suppressor|screening|centers?"
    r"|centres?|institute|society|hospital|registry|network|associated (?:antigen|fibroblast)|board|risk"
    r"|support group|genes?\b|susceptib\w+|clinic\b|department|ward|stem cells?|treatment cent|survivor|vaccine"
    r"|microenvironment|burden|markers?|lysis|size|thrombus|mutation(?:al)? burden|proportion score|growth"
    r"|response|volume|samples?|tissues?|specimens?|biops\w+|staging|regression|shrinkage|control|progression"
    r"|recurrence|cells?\b|bed|board|necrosis|bleeding|location|site|resection|removal|therapy|treatment|grade"
    r"|type|like\b|kinase\b)",
    re.I,
)
PROTEIN = re.compile(r"^[\s-]*(?:kinase\b|(?:type )?susceptibility|(?:gene )?protein\b)", re.I)
FIRST_DIAGNOSIS = re.compile(r"initial(?:ly)? diagnos|clinical diagnosis|as well as in|versus")
PROOF = re.compile(
    r"\b(?:diagnosis of|diagnosed|confirm(?!ation)\w*|reveal\w*|prov(?:ed|en)|turned out|revised|final|established"
    r"|demonstrat\w+|show(?:ed|ing))\b",
    re.I,
)
CONCLUDED = re.compile(
    r"\b(?:suggest\w*|consistent with|compatible with|confirm\w*|diagnos\w*|reveal\w*|support\w*|favou?r\w*"
    r"|in keeping with"
    r"|but (?:positive|showed|had)|therefore|thus|leading to)\b",
    re.I,
)
METASTATIC = re.compile(r"\bmetasta|\bdisseminat|\bsecondary", re.I)
SPREAD_TO = {
    "liver", "brain", "bone", "lymph node", "peritoneum", "pleura", "spine", "skin", "omentum", "bone marrow",
    "adrenal gland", "pericardium", "spinal cord", "meninges", "leptomeninges",
}  # fmt: skip
GENERIC = 0
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
    r"|changed|amended|second opinion|expert|reference patholog\w+|instead|rather|review of)\b[^.;]{0,120}$",
    re.I,
)
PAST = re.compile(
    r"\b(?:PMHX?|Hx of|h/o|s/p)\b|\bhistor(?:y|ies) (?:of|was|included|includes|significant|notable|revealed"
    r"|positive)\b|\b(?:previous(?:ly)?"
    r"|prior|former(?:ly)?|past|survivors?|remote)\b|\bhad had\b|\bhad (?:previously |once "
    r"|earlier )?been (?:treated|operated|diagnosed|cured|managed)\b"
    r"|\b(?:years?|months?|decades?) (?:ago|earlier|before|previously|prior|after)\b"
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
AFTERWARDS_NEGATIVE = re.compile(r"^[^.;]{0,40}?\b(?:negative|non-?reactive|wild[- ]type|unmutated|unmethylated)\b")
CONFIRMED_AFTER = re.compile(
    r"^[^.;]{0,40}?\b(?:suspected|assumed|considered|presumed)\b[^.;]{0,40}?\b(?:confirmed|proved|proven|verified|established)\b", re.I
)
JUDGED = ("considered", "judged", "deemed")
AS_SUCH = re.compile(r"^ (?:to (?:have|be)|as having|to be suffering from)\b", re.I)
NEXT_CLAUSE = re.compile(r"\b(?:when|until|whereupon|after which|however|but)\b|\bin (?:an?|the|this|our) (?:\d+|[a-z]+(?:-[a-z]+)?)[- ]year[- ]old\b", re.I)
EXPLAINED = re.compile(
    r"\b(?:variant|subtype|sub-type|type|form|kind|subset|entity|member|subgroup|manifestation|mimic\w*|precursor"
    r"|component)s? of\b[^.;,]{0,25}$|\b(?:regimens?|protocols?) (?:designed |established |intended |used |as )?(?:for|of) (?:an? |the )?$|\b(?:which|that) (?:is|are) (?:an?|the|one)\b[^.;,]{0,60}$",
    re.I,
)
TAKEN_FOR = re.compile(
    r"\b(?:(?:our|the|first|clinical|initial|radiological) impression (?:was|had been) (?:that )?(?:of )?|(?:was|were|is) not |look(?:ed|s|ing) like |(?:masquerad\w+|disguised|posing) as |mistaken for |taken for |confused with |misdiagnosed as |(?:distinguish\w*|differentiat\w+|indistinguishable) (?:\w+ ){0,4}?from )"
    r"(?:an? |the )?$",
    re.I,
)
IN_THE_GUISE = re.compile(r"\b(?:presenting|labell?ed|treated) as (?:an? |the )?$|\bif (?:an? |the )?$|\bin the guise of (?:an? )?$", re.I)
NOT_IT = re.compile(
    r"(?:\b(?:mild|slight|reactive|reticulin|anti|r/o|rule out|ruling out|exclude|excluding|exclusion of|risk of"
    r"|risk for|risk factors? for|classification (?:of|for)|guidelines? (?:of|for)|association (?:of|for)|screen(?:ing|ed)? for|predispos\w+ to|surveillance for|susceptib\w+ to"
    r"|treated? as)[\s-]+(?:an? |the )?)$",
    re.I,
)
TOLD_OF_HIM = re.compile(
    r"[;]|\b(?:who|presented|was|underwent|admitted|followed|developed|noticed|he|she|diagnosed|referred)\b",
    re.I,
)
INCIDENTAL = re.compile(r"\bincidental\w*|\bcoincident\w*|\bunexpected\w*|\badditional finding", re.I)
FOUND_BY_CHANCE = re.compile(r"^[^;,.]{0,30}\b(?:incidental|coincident|unexpected)", re.I)
EVIDENCE = re.compile(
    r"\b(?:biops\w+|histolog\w+|histopatholog\w+|patholog\w+|cytolog\w+|immunohisto\w+|immunophenotyp\w+"
    r"|morpholog\w+|microscop\w+|specimen|aspirat\w+|flow cytometry|genetic\w*|diagnos\w+)\b",
    re.I,
)
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
    r"|started|led to|disclosed|report(?: on)?|describe|present(?= (?:a|an|the|two|three|our))|herein|he|she|his"
    r"|her|our|the present case|present report|(?:case|patient) (?:no\.? ?|#)?\d|this patient|this case|the patient|year-old|who|now|alive|died)\b",
    re.I,
)
NOT_A_DENIAL = re.compile(
    r"perform|given|administ|possible|used|receiv|start|initiat|feasible|indicat|availab|omitt|further|additional"
    r"|adjuvant|system|chemo|treat|therap|underg|candidate|eligib|unfit|suitab|amenable|tolerat|rather|instead",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Tumor:
    """A tumour named at `[start, end)`: `name` as written, its code where there is one, and how specific it is.

    `diagnosed` and `strong`: words of diagnosis stand before it; `metastasis`: what is named is a metastasis of it;
    `initial`, `final`: said as the first or the revised diagnosis; `past`: as of earlier years; `general`: in words
    about the disease as such; `unsure`: suspected or one of several; `denied`: said not to be there; `implied`: the
    site comes from the name alone; `inferred`: from elsewhere in the text.
    """

    start: int
    end: int
    sentence: int
    name: str
    label: str
    code: str
    histology: str
    site: str
    specificity: int
    matched_by: str
    asserted: AssertedMention
    diagnosed: bool = False
    strong: bool = False
    metastasis: bool = False
    initial: bool = False
    final: bool = False
    past: bool = False
    incidental: bool = False
    general: bool = False
    unsure: bool = False
    denied: bool = False
    implied: bool = False
    inferred: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is named by an abbreviation."""
        return self.asserted.mention.matched_by == "abbreviation"

    @property
    def definite(self) -> bool:
        """Whether it is said of this patient's present illness, as something that is so."""
        own = self.asserted.judgement.experiencer == "patient"
        return own and not self.denied and not self.unsure and not self.general


def gather(mentions: Sequence[AssertedMention], prose: Prose) -> tuple[Tumor, ...]:
    """Every naming of a tumour, in the order of the text."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        if asserted.mention.kind in ("tumor", "histology", "site", "modifier"):
            by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    found: list[Tumor] = []
    for index, inside in by_sentence.items():
        found.extend(_with_shared_site(list(_in_sentence(inside, prose.sentences[index], prose.text)), prose.text))
    return tuple(sorted(found, key=lambda tumor: tumor.start))


def _with_shared_site(tumors: list[Tumor], text: str) -> list[Tumor]:
    """The namings of a sentence, one without a seat given that of the next: "adenocarcinoma and lymphoma of the cecum"."""
    shared = sorted(tumors, key=lambda tumor: tumor.start)
    for number in range(len(shared) - 2, -1, -1):
        own, following = shared[number], shared[number + 1]
        behind = following.site and following.end > following.asserted.mention.end
        if own.site or not behind or not AND_ANOTHER.fullmatch(text[own.end : following.start]):
            continue
        code = direct(own.histology, following.site)
        if code:
            shared[number] = replace(own, site=following.site, code=code, inferred=True)
    return shared


@lru_cache(maxsize=128)
def is_general(words: str) -> bool:
    """Whether a sentence tells of a disease as such and of nobody in particular."""
    return bool(GENERAL.search(words)) and not PARTICULAR.search(words)


def _in_sentence(inside: list[AssertedMention], sentence: Sentence, text: str) -> Iterator[Tumor]:
    sites = [a.mention for a in inside if a.mention.kind == "site"]
    modifiers = [a.mention for a in inside if a.mention.kind == "modifier"]
    words = text[sentence.start : sentence.end]
    general = is_general(words)
    for tumor, histology in _heads(inside):
        first = tumor or histology
        assert first is not None
        start, end = first.mention.start, first.mention.end
        left, site_before = _extend_left(start, sites, modifiers, sentence, text)
        right, site_after = _extend_right(end, sites, text)
        if site_before and site_after:
            right = end
        site = site_before or site_after or first.mention.groups.get("site", "")
        if site in SPREAD_TO and METASTATIC.search(text[left:start]):
            site = ""
        elif site_after and not site_before and METASTATIC.search(text[max(sentence.start, left - 12) : start]) and SEEDED.match(text[end:right]):
            right, site = end, first.mention.groups.get("site", "")
        naming = _resolve(tumor, histology, site)
        if (NOT_THE_TUMOR.match(text[end : end + 40]) and naming.specificity == GENERIC) or PROTEIN.match(text[end : end + 30]):
            continue
        if SEEDED_ORGAN.fullmatch(text[start:end]) and METASTATIC.search(text[max(sentence.start, start - 11) : start]):
            continue
        before = text[sentence.start : left]
        if NOT_IT.search(text[max(sentence.start, left - 40) : left]):
            continue
        first = _whose(first, before)
        after = text[right : min(sentence.end, right + 120)]
        yield Tumor(
            start=left,
            end=right,
            sentence=sentence.index,
            name=text[left:right],
            label=first.mention.label,
            code=naming.code,
            histology=naming.histology,
            site=naming.site,
            specificity=naming.specificity,
            matched_by=naming.matched_by,
            asserted=first,
            diagnosed=bool(DIAGNOSED.search(before)),
            strong=bool(STRONG.search(before) or TOLD_AFTER.match(after)),
            metastasis=bool(METASTASIS_AFTER.match(after)),
            initial=bool(INITIAL.search(before)),
            final=bool(FINAL.search(before)),
            past=_is_past(first, before, after),
            incidental=bool(INCIDENTAL.search(text[max(sentence.start, left - 45) : right]) or FOUND_BY_CHANCE.match(after) or ARISEN_FROM.search(before)),
            general=general or bool(EXPLAINED.search(before) or PART_OF_IT.match(after) or SHARE_OF_IT.match(after)),
            unsure=(_unsure(first, before, words) and not CONFIRMED_AFTER.match(after)) or _taken_for(naming, before),
            denied=_denied(first, before, after),
            implied=naming.implied,
        )


def _is_past(first: AssertedMention, before: str, after: str) -> bool:
    """Whether it is told as of earlier years, unless the sentence has come to the present illness since."""
    begins = [match.start() for match in AT_PRESENT.finditer(before)]
    since = before[begins[-1] :] if begins else before
    past = first.judgement.temporality == "past" and not begins
    return past or bool(PAST.search(since[-90:]) or PAST_AFTER.match(after))


def _whose(asserted: AssertedMention, before: str) -> AssertedMention:
    """The mention as the patient's own where a word of family history in its sentence does not reach it."""
    judgement = asserted.judgement
    cue = (judgement.cue or "").lower()
    if judgement.experiencer != "family" or "histor" not in cue:
        return asserted
    at = before.lower().rfind(cue)
    if at >= 0 and not TOLD_OF_HIM.search(before[at + len(cue) :]):
        return asserted
    return asserted.with_judgement(experiencer="patient", status="present", temporality="current")


def _unsure(asserted: AssertedMention, before: str, words: str) -> bool:
    """Whether it is only thought of; not where the cue speaks of the first diagnosis, or a proof stands after it."""
    judgement = asserted.judgement
    cue = (judgement.cue or "").lower()
    if words.rstrip().endswith("?"):
        return True
    if judgement.status not in ("possible", "hypothetical") or FIRST_DIAGNOSIS.match(cue):
        return False
    at = before.lower().rfind(cue) if cue else -1
    if at >= 0 and (PROOF.search(before[at + len(cue) :]) or NEXT_CLAUSE.search(before[at + len(cue) :])):
        return False
    if cue.endswith(JUDGED) and (at < 0 or AS_SUCH.match(before[at + len(cue) :])):
        return False
    return not (cue in ("suggested", "suggestive of") and EVIDENCE.search(words))


def _taken_for(naming: Naming, before: str) -> bool:
    """Whether the words before say that it was only taken for this: "our impression was of", "presenting as a malignancy"."""
    return bool(TAKEN_FOR.search(before) or (naming.specificity <= 1 and IN_THE_GUISE.search(before)))


def _denied(asserted: AssertedMention, before: str, after: str) -> bool:
    """Whether it is the tumour that is denied, not a treatment or an examination of it, nor a marker before it."""
    cue = (asserted.judgement.cue or "").lower()
    if asserted.judgement.status != "absent" or NOT_A_DENIAL.search(cue):
        return False
    at = before.lower().rfind(cue) if cue else -1
    if at < 0:
        return not AFTERWARDS_NEGATIVE.match(after)
    between = before[at + len(cue) :]
    return not (CONCLUDED.search(between) or NEXT_CLAUSE.search(between))


def _heads(inside: list[AssertedMention]) -> list[tuple[AssertedMention | None, AssertedMention | None]]:
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


def _extend_left(
    start: int, sites: list[Mention], modifiers: list[Mention], sentence: Sentence, text: str
) -> tuple[int, str]:
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


def _extend_right(end: int, sites: list[Mention], text: str) -> tuple[int, str]:
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


def chain(site: str) -> Iterator[str]:
    """A site and those that it is part of, then any site."""
    sites, seen = lexicon("sites"), set()
    while site and site not in seen:
        yield site
        seen.add(site)
        site = sites[site].get("parent") if site in sites else ""
    yield ""


def histology_chain(histology: str) -> Iterator[str]:
    """A histology and the wider ones that it is a kind of."""
    table, seen = lexicon("histologies"), set()
    while histology and histology not in seen:
        yield histology
        seen.add(histology)
        histology = table[histology].get("parent") if histology in table else ""


def combine(histology: str, site: str) -> str:
    """The OncoTree code of a histology at a site; empty where there is none."""
    table = combinations()
    for place in chain(site):
        if place:
            found = table.get((histology, place))
            if found is not None and found[0]:
                return found[0]
    anywhere = table.get((histology, ""))
    if anywhere is not None and anywhere[0] and not site:
        return anywhere[0]
    if site:
        for wider in list(histology_chain(histology))[1:]:
            for place in chain(site):
                found = table.get((wider, place)) if place else None
                if found is not None and found[0]:
                    return found[0]
    return anywhere[0] if anywhere is not None else ""


@dataclass(frozen=True, slots=True)
class Naming:
    """What the words of a naming come to: code, histology, how specific (0 to 3), how matched, site and whence."""

    code: str
    histology: str
    specificity: int
    matched_by: str
    site: str
    implied: bool = False


def _resolve(tumor: AssertedMention | None, histology: AssertedMention | None, site: str) -> Naming:
    table = lexicon("histologies")
    if tumor is not None:
        entry = lexicon("tumors").get(tumor.mention.label)
        if entry is None:  # found by a model, under a name that no lexicon knows
            return Naming("", tumor.mention.label, 3, tumor.mention.matched_by, site)
        code = entry.get("code").removeprefix("ONCOTREE:")
        own = entry.get("site")
        label = histology.mention.label if histology else ""
        implied = bool(own and label and not site)
        if label and site:
            combined = direct(label, site)
            if combined:
                code, own = combined, ""
        elif label and not site and own == "unknown primary":
            own, implied = "", False
        if not label and site and not own and code and entry.label in table:
            combined = combine(entry.label, site)
            code = combined if combined and _unspecified(code) else code
        seat = site if site and (not own or own in chain(site)) else own or site
        return Naming(
            code,
            label or entry.label,
            _specificity(code, label or entry.label),
            tumor.mention.matched_by,
            seat,
            implied,
        )
    assert histology is not None
    label = histology.mention.label
    how = "combination" if site else histology.mention.matched_by
    return Naming(combine(label, site), label, int(table[label].get("specificity") or 0), how, site)


def direct(histology: str, site: str) -> str:
    """The code that the table itself gives a histology at a site or at what the site is part of."""
    table = combinations()
    return next(
        (found[0] for place in chain(site) if place and (found := table.get((histology, place))) and found[0]), ""
    )


def _unspecified(code: str) -> bool:
    return code.endswith("NOS") or code in (
        "ADNOS",
        "SCCNOS",
        "NECNOS",
        "NETNOS",
        "MIXED",
        "CUP",
        "CUPNOS",
        "SARCNOS",
        "UDMN",
        "SCUP",
    )


def _specificity(code: str, label: str) -> int:
    entry = lexicon("histologies").get(label)
    if entry is not None:
        return int(entry.get("specificity") or 0)
    tree = lexicon("oncotree").get(code)
    if tree is None:
        return 3
    return 1 if tree.get("level") == "1" else 2 if tree.get("level") == "2" else 3
