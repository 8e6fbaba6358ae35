"""Whether the report is about more tumours than one: listed together, named side by side, or told of as several primaries."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.assembly.one_tumor import TRANSFORMED, turned_into
from caseextract.assembly.tumor_groups import (
    HAEMATOLOGICAL,
    RICHTER,
    UNSPECIFIED,
    Group,
    is_mere_tumor,
    same_line,
    sites_agree,
)
from caseextract.facts.diagnosis import Tumor
from caseextract.facts.organ import SEATS_OF_METASTASES
from caseextract.knowledge import tissue
from caseextract.schema.prose import Prose

DECISIVE = 2.5
SHARE = 0.2
AMPLE = 4.0
LONG = 25.0
BOTH = re.compile(r"(?: \([^()]{1,15}\))?(?: (?:in|of) (?:[A-Z]\w+ )?(?:19|20)\d\d| at (?:the )?age (?:of )?\d+)?,? (?:and|as well as|together with) (?:an? |also )?(?:synchronous |metastatic |advanced |concurrent |primary )*", re.I)
LISTED = re.compile(r"(?: \([^()]{1,15}\))?(?: (?:in|of) (?:[A-Z]\w+ )?(?:19|20)\d\d)?(?:[,;]|[,;]? (?:and|as well as|together with|plus)) (?:an? |also |the )?(?:[\w'’-]+ ){0,2}?", re.I)
SEVERAL = re.compile(
    r"\b(?:synchronous|metachronous|double|triple|multiple primar|collision|coexist|co-exist|concurren|concomitan|simultaneous"
    r"|(?:two|three) (?:different|distinct|primary|separate|synchronous)|second primary|both (?:a|an)\b)",
    re.I,
)
PRIMARIES = re.compile(
    r"\bcollision tumou?rs?\b|\b(?:as|was|is|of) (?:an? |the )?second (?:primary )?(?:malignanc(?:y|ies)|neoplasms?|cancers?)\b|\b(?:synchronous|metachronous|multiple|double|triple|quadruple|two|three|four|several|simultaneous|concomitant|coexisting)(?: (?:synchronous|metachronous|simultaneous|different|distinct|separate|independent))? "
    r"(?:primar(?:y|ies)(?! sites)|malignanc(?:y|ies)|(?:primary )?(?:malignant )?(?:cancers|neoplasms|malignancies|carcinomas))\b",
    re.I,
)
CANCER = re.compile(r"cancer|malignan|carcinom|leuk|lymphom|sarcom|melanom", re.I)


def tells_of_several(prose: Prose) -> bool:
    """Whether the report is about several tumours at once, as its first sentences say."""
    return any(
        SEVERAL.search(prose.words(s)) for s in prose.sentences[:6] if s.section in ("title", "abstract", "case")
    )


def tells_of_several_primaries(prose: Prose) -> bool:
    """Whether the report says outright that the patient has several tumours of different origin."""
    return any(PRIMARIES.search(prose.words(s)) for s in prose.sentences[:8] if s.section in ("title", "abstract", "case"))


def listed_with(first: Group, groups: list[Group], prose: Prose) -> list[Group]:
    """The groups that one sentence lists with the first: "A of the colon, B of the kidney and C"."""
    owners = sorted(((t, g) for g in groups for t in g.definite if not t.metastasis and not t.past and t.code), key=lambda pair: pair[0].start)
    chains: list[list[tuple[Tumor, Group]]] = []
    for tumor, group in owners:
        last = chains[-1][-1][0] if chains else None
        if last is not None and last.sentence == tumor.sentence and LISTED.fullmatch(prose.text[last.end : tumor.start]):
            chains[-1].append((tumor, group))
        else:
            chains.append([(tumor, group)])
    return [group for chain in chains if any(g is first for _, g in chain) for _, group in chain]


def is_named_primary(group: Group) -> bool:
    """Whether it is diagnosed by a name of its own: no metastasis, first guess, former or incidental tumour."""
    own = [t for t in group.definite if t.diagnosed and not (t.metastasis or t.initial or t.past or t.incidental)]
    return not group.benign and group.best.code not in UNSPECIFIED and any(_names_a_cancer(tumor) for tumor in own)


def is_second(group: Group, first: Group, prose: Prose) -> bool:
    """Whether it is another tumour that the report is about: proved, and no mere metastasis, first guess or aside."""
    best = group.best
    haematological = tissue(best.code) in HAEMATOLOGICAL
    if best.specificity < 2 and not (
        best.code and (best.site or haematological) and best.specificity and CANCER.search(best.name)
    ):
        return False
    if is_mere_tumor(best) and not is_mere_tumor(first.best):
        return False
    own = [tumor for tumor in group.definite if not tumor.metastasis and not tumor.initial]
    if (haematological and _became(group, first, prose)) or turned_into(group, first, prose) or turned_into(first, group, prose):
        return True
    if any(_stands_beside(tumor, other, prose) for tumor in own for other in first.definite):
        return True
    if not any(tumor.strong for tumor in own):
        return False
    solid = tissue(first.best.code) not in HAEMATOLOGICAL
    if solid and best.inferred and best.site in SEATS_OF_METASTASES and best.site != first.best.site:
        return False
    if any(TRANSFORMED.search(prose.words(prose.sentences[tumor.sentence])) for tumor in own):
        return True
    enough = AMPLE if first.score < LONG else 2 * AMPLE
    return group.score >= max(DECISIVE, min(SHARE * first.score, enough))


def _stands_beside(tumor: Tumor, other: Tumor, prose: Prose) -> bool:
    """Whether the two are named as two of one patient: "had A and B", each by its own name."""
    if tumor.sentence != other.sentence or not tumor.code or same_line(tumor.code, other.code) or tumor.past:
        return False
    blood = tissue(tumor.code) in HAEMATOLOGICAL and tissue(other.code) in HAEMATOLOGICAL
    if not blood and tissue(tumor.code) == tissue(other.code) and (sites_agree(tumor.site, other.site) or not (tumor.site and other.site)):
        return False
    left, right = sorted((tumor, other), key=lambda t: t.start)
    named = all(_names_a_cancer(one) for one in (tumor, other)) and not {tumor.code, other.code} & UNSPECIFIED
    return named and bool(BOTH.fullmatch(prose.text[left.end : right.start]))


def _names_a_cancer(tumor: Tumor) -> bool:
    return tumor.specificity >= 2 or bool(tumor.site and CANCER.search(tumor.name) and not is_mere_tumor(tumor))


def _became(group: Group, first: Group, prose: Prose) -> bool:
    """Whether a transformation into the first is told of a leukaemia or lymphoma that the patient had."""
    turned = any(TRANSFORMED.search(prose.words(prose.sentences[t.sentence])) for t in first.definite if t.strong)
    kin = tissue(group.best.code) == tissue(first.best.code) or first.best.label == RICHTER
    return turned and kin and any(t.diagnosed and t.specificity >= 2 for t in group.definite)
