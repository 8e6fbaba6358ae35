"""Namings of tumours → groups, each one tumour of the patient, with the organ and the histology put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from caseextract import caseblind as re
from caseextract.facts.diagnosis import Tumor, chain, combine, direct
from caseextract.facts.organ import NO_SEAT, Organ, is_seat_of_metastases
from caseextract.knowledge import ancestors, lexicon, tissue
from caseextract.schema.prose import Prose

HAEMATOLOGICAL = ("Lymphoid", "Myeloid")
UNSPECIFIED = {
    "ADNOS", "SCCNOS", "NECNOS", "NETNOS", "PDC", "CUP", "CUPNOS", "SCUP", "ACN", "UDMN", "SARCNOS", "MIXED",
    "SOFT_TISSUE", "EGCT", "MEL",
}  # fmt: skip
RICHTER = "Richter transformation"
OWN_ENTITY = {"plasma cell leukemia", RICHTER}
MYELOID_SARCOMA = "MS"
MYELOMA = "PCM"
MELANOMA = "MEL"
LYMPHOMA_OF_THE_TESTIS = "TLYM"
AFTER_TRANSPLANT = "PTLD"
NOT_SARCOMAS = {"DES", "HEMA", "LM", "MYXO", "MF", "IMS", "ALT", "TGCT"}
"""Soft tissue tumours that nobody calls a sarcoma."""
PLASMACYTOMAS = {"EP", "SPB"}
OF_B_CELLS = re.compile(r"\bB\b|\bpre-?B|precursor|\bBCP|\bBurkitt|\bPh\b|Philadelphia", re.I)
SOLITARY = re.compile(r"solitary|isolated|primary", re.I)
MERE = re.compile(r"\b(?:tumou?r|neoplasm|mass|lesion|growth)s?\b")
SEATED_KINDS = ("epithelial", "mixed", "any", "germ cell", "mesenchymal", "melanocytic", "neural")
SELDOM_SEATED = ("mesenchymal", "melanocytic", "neural")
OF_ONE_ORGAN = {"renal cell carcinoma", "hepatocellular carcinoma", "cholangiocarcinoma", "urothelial carcinoma"}
ANY_OF_BRAIN = "PBT"
REGIONS = {"pelvis", "abdomen", "thorax"}
"""Regions in which organs lie: no other seat than theirs."""
SPREAD_HERE = re.compile(r"metasta", re.I)
SPREAD_SHARE = 0.4
"""How much less an organ to which tumours spread counts as the seat of one that is said to be metastatic."""
NAMED = 3.0
ANY_CANCER = re.compile(r"cancers?|carcinomas?|malignanc(?:y|ies)|tumou?rs?|neoplasms?|primary|advanced|metastatic|recurrent|early")
OF_A_CELL = re.compile(r"\bcell\b", re.I)
NAMED_AS_ANOTHER = 2.2
"""A seat named with a tumour of a histology of its own."""
NAMED_FOR_A_GROWTH = 1.5
CERTAIN = 2.0
SUFFICIENT = 0.55
CANCER = re.compile(r"cancer|malignan|carcinom|\bCA\b|\bCa\b")


BENIGN = re.compile(
    r"(?:adenoma|leiomyoma|myoma|fibroid|h(?:a)?emangioma|lipoma|fibroma|na?evus|papilloma|osteoma|chondroma|dermoid(?: cyst)?"
    r"|hamartoma|lymphangioma|myxoma)s?\b|\bbenign\b|\bmature (?:cystic )?teratoma",
    re.I,
)
MILDER = re.compile(r"\bborderline\b|\bin situ\b|\bbenign\b|\bdysplas", re.I)
MALIGNANT = re.compile(r"carcin|sarcom|cancer|malignan|blastoma", re.I)


def is_mere_tumor(tumor: Tumor) -> bool:
    """Whether the words are only an organ's and those for a growth: "a pituitary tumor"."""
    return bool(MERE.search(tumor.name)) and all(
        MERE.fullmatch(word) or _is_place(word) for word in re.findall(r"[a-z]+", tumor.name.lower())
    )


def is_any_cancer(tumor: Tumor) -> bool:
    """Whether the words are an organ's and "cancer" or "carcinoma", with no histology of their own."""
    return not OF_A_CELL.search(tumor.name) and all(ANY_CANCER.fullmatch(word) or _is_place(word) for word in re.findall(r"[a-z]+", tumor.name.lower()))


def _is_place(word: str) -> bool:
    return word in ("of", "the", "in", "gland", "right", "left", "large", "huge", "small") or word in place_words()


@cache
def place_words() -> frozenset[str]:
    """The words of the names of organs and their parts."""
    return frozenset(
        word
        for entry in lexicon("sites").values()
        for form in (entry.label, *entry.synonyms)
        for word in re.findall(r"[a-z]+", form.lower())
    )


def is_benign(tumor: Tumor) -> bool:
    """Whether the words name a benign tumour."""
    return bool(BENIGN.search(tumor.name)) and not MALIGNANT.search(tumor.name)


@dataclass
class Group:
    """Namings that are the same tumour."""

    tumors: list[Tumor] = field(default_factory=list)
    score: float = 0.0

    @property
    def best(self) -> Tumor:
        """The most specific and best supported naming."""
        definite = [tumor for tumor in self.tumors if tumor.definite] or self.tumors
        definite = [tumor for tumor in definite if tumor.code == MYELOMA] or definite
        final = [tumor for tumor in definite if tumor.final and tumor.specificity >= 2] or definite
        deepest = max(depth(tumor) for tumor in final)
        return max(
            (t for t in final if depth(t) == deepest),
            key=lambda t: (not MILDER.search(t.name), not is_any_cancer(t), bool(t.site), not t.inferred, t.strong, t.diagnosed, not t.is_short, -t.start),
        )

    @property
    def benign(self) -> bool:
        """Whether only a benign tumour is named."""
        return all(is_benign(tumor) for tumor in self.tumors)

    @property
    def definite(self) -> list[Tumor]:
        """The namings that are said of this patient as something that is so."""
        return [tumor for tumor in self.tumors if tumor.definite]

    @property
    def codes(self) -> set[str]:
        """Codes of the namings."""
        return {tumor.code for tumor in self.tumors if tumor.code}


def depth(tumor: Tumor) -> tuple[int, int, int]:
    """How specific a naming is: coded and with its site before vague ones, then by its place in OncoTree."""
    vague = not tumor.code or tumor.code in UNSPECIFIED or _is_of_no_lineage(tumor)
    return (
        min(tumor.specificity, 1) if not tumor.code else 2 if vague else 3,
        len(ancestors(tumor.code)),
        tumor.specificity,
    )


def weight(tumor: Tumor, prose: Prose, titles: frozenset[int]) -> float:
    """How strongly a naming speaks for the patient's having the tumour."""
    judgement = tumor.asserted.judgement
    found = 1.0 + (1.0 if tumor.diagnosed else 0) + (2.0 if tumor.strong else 0)
    if tumor.sentence in titles:
        found += 3
    elif judgement.experiencer == "literature":
        found *= 0.3
    elif tumor.general:
        found *= 0.25
    if tumor.sentence <= 1:
        found += 1
    if tumor.denied:
        return 0.0
    if tumor.unsure:
        found *= 0.15
    if judgement.temporality == "past":
        found *= 0.4
    elif tumor.past:
        found *= 0.7
    if tumor.metastasis:
        found *= 0.8
    if tumor.specificity == 0 and not tumor.site:
        found *= 0.1
    return found


def groups_of(tumors: Sequence[Tumor], prose: Prose, titles: frozenset[int]) -> list[Group]:
    """Groups, the best supported first."""
    found: list[Group] = []
    for tumor in sorted(tumors, key=lambda t: (-t.specificity, depth(t)[0] * -1, t.start)):
        if not tumor.code and tumor.specificity < 2 and not tumor.site:
            continue
        home = next((group for group in found if _belongs(tumor, group)), None)
        if home is None:
            found.append(home := Group())
        home.tumors.append(tumor)
    for group in found:
        group.score = sum(weight(tumor, prose, titles) for tumor in group.tumors)
    return sorted(found, key=lambda group: -group.score)


def _belongs(tumor: Tumor, group: Group) -> bool:
    return any(_same(tumor, other) for other in group.tumors)


def _same(tumor: Tumor, other: Tumor) -> bool:
    if RICHTER in (tumor.label, other.label) and "DLBCLNOS" in (
        tumor.code,
        other.code,
        *ancestors(tumor.code),
        *ancestors(other.code),
    ):
        return True
    if (tumor.label in OWN_ENTITY or other.label in OWN_ENTITY) and tumor.label != other.label:
        return False
    if is_benign(tumor) != is_benign(other) and tumor.code != other.code:
        return False
    if (tumor.code == MYELOID_SARCOMA) != (other.code == MYELOID_SARCOMA) and min(tumor.specificity, other.specificity) >= 2:
        return False
    if _of_one_myeloma(tumor, other) or _of_one_myeloma(other, tumor):
        return True
    if tumor.code and other.code and same_line(tumor.code, other.code):
        return True
    if "SARCNOS" in (tumor.code, other.code) and tissue(tumor.code) == tissue(other.code):
        return NOT_SARCOMAS.isdisjoint((tumor.code, other.code))
    apart = bool(tumor.site and other.site) and not sites_agree(tumor.site, other.site) and REGIONS.isdisjoint((tumor.site, other.site))
    if not apart and (_is_wider(tumor, other) or _is_wider(other, tumor)):
        return True
    if tumor.histology and tumor.histology == other.histology and not apart:
        return True
    generic = tumor.specificity <= 1 or other.specificity <= 1
    if generic and tumor.site and other.site and sites_agree(tumor.site, other.site):
        return True
    if generic and tumor.code and other.code and tissue(tumor.code) == tissue(other.code) != "":
        return True
    return (
        not tumor.site
        and bool(tumor.code)
        and bool(other.site)
        and combine(tumor.histology, other.site) == other.code != ""
    )


def _is_wider(wide: Tumor, other: Tumor) -> bool:
    """Whether one naming leaves open what the other says, though OncoTree keeps them apart: "melanoma" and "vulvar melanoma"."""
    if wide.code == MELANOMA:
        return other.label.endswith("melanoma") or other.histology.endswith("melanoma")
    if wide.code == LYMPHOMA_OF_THE_TESTIS:
        return tissue(other.code) == "Lymphoid"
    if wide.code == AFTER_TRANSPLANT:
        return "lymphoma" in other.label
    return wide.code == "BLL" and other.code == "TLL" and _is_of_no_lineage(wide)


def _is_of_no_lineage(tumor: Tumor) -> bool:
    """Whether a lymphoblastic leukaemia is named without saying of which cells it is."""
    return tumor.code == "BLL" and not OF_B_CELLS.search(tumor.name)


def _of_one_myeloma(myeloma: Tumor, tumor: Tumor) -> bool:
    """Whether a plasmacytoma is the growth of a myeloma told of before."""
    told = myeloma.code == MYELOMA and myeloma.definite and myeloma.sentence <= tumor.sentence
    return told and tumor.code in PLASMACYTOMAS and not SOLITARY.search(tumor.name)


def sites_agree(first: str, second: str) -> bool:
    """Whether one site is the other or part of it, or both are parts of one organ."""
    return bool(
        set(chain(first)) & set(chain(second)) - {"", "soft tissue", "gastrointestinal tract", "head and neck", "bone"}
    )


def same_line(first: str, second: str) -> bool:
    """Whether one code stands above the other in OncoTree, or they are the same."""
    return first == second or first in ancestors(second) or second in ancestors(first)


def seated(tumors: Sequence[Tumor], organs: Sequence[Organ]) -> tuple[Tumor, ...]:
    """The namings, those without an organ given the one that the text points to, where there is a code for both."""
    inside = {(t.sentence, t.start, t.end) for t in tumors}
    past = {(t.sentence, t.start) for t in tumors if t.past}
    places = [
        *(o for o in organs if not any(s == o.sentence and a <= o.start and o.end <= e for s, a, e in inside)),
        *_named(tumors),
    ]
    now = [place for place in places if (place.sentence, place.start) not in past]
    support = [_support(tumor, now if _is_seldom_seated(tumor) else places) for tumor in tumors]
    overall: dict[str, dict[str, float]] = {}
    for tumor, sites in zip(tumors, support, strict=True):
        together = overall.setdefault(tumor.histology, {})
        for site, value in sites.items():
            together[site] = max(together.get(site, 0.0), value) + 0.05 * value
    return tuple(_seated(tumor, own, overall[tumor.histology]) for tumor, own in zip(tumors, support, strict=True))


def _named(tumors: Sequence[Tumor]) -> list[Organ]:
    """Organs named with a tumour itself."""
    return [
        Organ(t.site, t.start, t.end, t.sentence, NAMED_FOR_A_GROWTH if is_mere_tumor(t) else NAMED if is_any_cancer(t) else NAMED_AS_ANOTHER)
        for t in tumors
        if t.site
        and t.definite
        and tissue(t.code) not in HAEMATOLOGICAL
        and not t.implied
        and not t.metastasis
        and t.site not in NO_SEAT
    ]


def _support(tumor: Tumor, places: Sequence[Organ]) -> dict[str, float]:
    """How strongly the text points to each organ with which the naming's histology has a code."""
    entry = lexicon("histologies").get(tumor.histology)
    if entry is None or entry.get("kind") not in SEATED_KINDS or (tumor.site and not tumor.implied):
        return {}
    if entry.get("kind") in SELDOM_SEATED and any(w in place_words() for w in re.findall(r"[a-z]+", tumor.name.lower())):
        return {}
    if tumor.specificity <= 1 and not (tumor.strong and tumor.definite and CANCER.search(tumor.name)):
        return {}
    found: dict[str, float] = {}
    for place in places:
        value = place.weight * _nearness(tumor.sentence - place.sentence, named=place.weight in (NAMED, NAMED_AS_ANOTHER))
        if SPREAD_HERE.match(tumor.name) and place.site != "lung" and is_seat_of_metastases(place.site):
            value *= SPREAD_SHARE
        close = -1 <= tumor.sentence - place.sentence <= 2 and place.weight >= 1
        if not close and (tumor.implied or tumor.specificity == 0 or entry.get("kind") in SELDOM_SEATED):
            continue
        code = direct(tumor.histology, place.site) or ("" if tumor.implied else _by_wider(tumor, place.site))
        if code and code != tumor.code and (not tumor.code or _fits(tumor.code, code)):
            found[place.site] = max(found.get(place.site, 0.0), value) + 0.05 * value
    return found


def _by_wider(tumor: Tumor, site: str) -> str:
    """The code that a wider histology has there; none where all that is left of a special one is the organ."""
    code = combine(tumor.histology, site)
    special = tumor.specificity >= 3 or tumor.histology in OF_ONE_ORGAN
    mere_organ = bool(code) and (code == ANY_OF_BRAIN or lexicon("oncotree")[code].get("level") == "1")
    return "" if special and mere_organ else code


def _is_seldom_seated(tumor: Tumor) -> bool:
    entry = lexicon("histologies").get(tumor.histology)
    return entry is not None and entry.get("kind") in SELDOM_SEATED


def _nearness(distance: int, *, named: bool) -> float:
    if named and -3 <= distance <= 3:
        return 1.5 if distance == 0 else 1.2
    return (
        1.5
        if distance == 0
        else 1.2
        if distance == 1
        else 0.9
        if distance in (-1, 2)
        else 0.6
        if -3 <= distance <= 4
        else 0.2
    )


def _seated(tumor: Tumor, own: dict[str, float], together: dict[str, float]) -> Tumor:
    if not own:
        return tumor
    site = max(own, key=lambda name: (own[name], name))
    if own[site] < CERTAIN:
        common = max(together, key=lambda name: (together[name], name))
        site = common if common in own else site
    if max(own[site], together.get(site, 0.0)) < SUFFICIENT:
        return tumor
    return replace(
        tumor,
        code=direct(tumor.histology, site) or combine(tumor.histology, site),
        site=site,
        specificity=max(tumor.specificity, 2) if tumor.specificity else 1,
        matched_by="combination",
        implied=False,
        inferred=True,
    )


def _fits(unseated: str, code: str) -> bool:
    """Whether a code may take the place of the one that the histology has anywhere."""
    return (
        unseated in UNSPECIFIED
        or unseated in ancestors(code)
        or tissue(unseated) != tissue(code)
        or unseated.endswith("NOS")
    )
