"""Whether two groups of namings are one tumour told in two ways, or one that became the other."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.assembly.tumor_groups import (
    HAEMATOLOGICAL,
    MYELOID_SARCOMA,
    UNSPECIFIED,
    Group,
    same_line,
    sites_agree,
)
from caseextract.knowledge import ancestors, tissue
from caseextract.schema.prose import Prose

CARCINOMA = re.compile(r"carcinoma|melanoma|mesothelioma|seminoma", re.I)
TRANSFORMED = re.compile(r"\btransform\w*|\bevol\w+|\bprogress\w+ (?:in)?to\b|\bsecondary\b", re.I)
TURNED_INTO = re.compile(r"\b(?:transform\w*|evolv\w+|progress\w*|dedifferentiat\w+|degenerat\w+|conver(?:ted|sion)|turned) (?:in)?to (?:an? |the )?(?:[\w-]+ ){0,3}$", re.I)
DEDIFFERENTIATED = {"SCLC", "LUNE", "LUPC", "SARCL", "PRSCC", "PRNE", "THAP", "DDLS", "DDCHS", "DDCHDM", "MS"}
"""Codes of what another tumour of the organ may turn into."""
BRAIN_FAMILIES = {"MNGT", "SELT", "PINT", "CPT"}
"""OncoTree's families of brain tumours beside the gliomas and embryonal tumours."""
ACUTE = re.compile(r"\bacute (?:\w+ )*leukemia|\bAML\b")


def same_tumor(group: Group, other: Group, several: bool) -> bool:
    """Whether two groups may be one tumour told in two ways; where `several` are told of, only if the words agree."""
    best, main = group.best, other.best
    apart = best.code and main.code and not same_line(best.code, main.code)
    if (
        several
        and apart
        and min(best.specificity, main.specificity) >= 2
        and {best.code, main.code}.isdisjoint(UNSPECIFIED)
    ):
        return False
    if (best.label != main.label) and best.code == main.code and best.code and tissue(best.code) in HAEMATOLOGICAL:
        return False
    if (apart or is_one_a_sarcoma(group, other)) and dedifferentiated(group, other):
        return False
    if apart and _of_two_families(best.code, main.code):
        return False
    if apart and (tissue(best.code) in HAEMATOLOGICAL) != (tissue(main.code) in HAEMATOLOGICAL) and CARCINOMA.search(f"{best.name} {main.name}"):
        return False
    if best.code and main.code and same_line(best.code, main.code):
        return True
    if ACUTE.search(best.label) and ACUTE.search(main.label) and tissue(best.code) == tissue(main.code) == "Myeloid":
        return True
    if best.code and main.code and tissue(best.code) == tissue(main.code) and tissue(best.code) not in HAEMATOLOGICAL:
        return True
    if best.site and main.site and sites_agree(best.site, main.site) and tissue(best.code) not in HAEMATOLOGICAL:
        return True
    return not best.site and best.specificity <= 2 and tissue(best.code) not in HAEMATOLOGICAL


def _of_two_families(first: str, second: str) -> bool:
    """Whether two tumours of the brain are of families that do not turn into each other: a meningioma and a glioma."""
    families = [{code, *ancestors(code)} & BRAIN_FAMILIES for code in (first, second)]
    return tissue(first) == tissue(second) == "CNS/Brain" and families[0] != families[1]


def is_one_a_sarcoma(group: Group, other: Group) -> bool:
    """Whether one of two is a myeloid sarcoma, which OncoTree keeps under the leukaemia."""
    return (group.best.code == MYELOID_SARCOMA) != (other.best.code == MYELOID_SARCOMA)


def transformed(group: Group, other: Group, prose: Prose) -> bool:
    """Whether one is told to have become the other in one sentence."""
    if same_line(group.best.code, other.best.code):
        return False
    together = {t.sentence for t in group.definite if t.specificity >= 2} & {
        t.sentence for t in other.definite if t.specificity >= 2
    }
    return any(TRANSFORMED.search(prose.words(prose.sentences[index])) for index in together) or turned_into(group, other, prose) or turned_into(other, group, prose)


def turned_into(before: Group, after: Group, prose: Prose) -> bool:
    """Whether the tumour told first is told to have become the other in a later sentence: "the tumour had progressed to glioblastoma"."""
    if not before.best.code or tissue(before.best.code) != tissue(after.best.code) or before.best.specificity < 2:
        return False
    known = min((t.start for t in before.definite if t.diagnosed and not t.initial), default=None)
    return known is not None and any(
        t.start > known and t.specificity >= 2 and TURNED_INTO.search(prose.text[prose.sentences[t.sentence].start : t.start]) for t in after.definite
    )


def dedifferentiated(group: Group, other: Group) -> bool:
    """Whether one is what the other may turn into, and each is proved by itself: small cell after adenocarcinoma."""
    later = [g for g in (group, other) if g.best.code in DEDIFFERENTIATED]
    if len(later) != 1 or tissue(group.best.code) != tissue(other.best.code):
        return False
    before = other if later[0] is group else group
    if later[0].best.code == MYELOID_SARCOMA:
        return all(any(t.specificity >= 2 and not t.initial for t in one.definite) for one in (group, other))
    return any(t.strong and t.definite and not t.initial for t in later[0].tumors) and any(
        t.diagnosed and t.definite and not t.initial and t.specificity >= 2 for t in before.tumors
    )
