"""Which of a patient's tumours the report is about, and which others it mentions beside."""

from __future__ import annotations

from caseextract.assembly.one_tumor import dedifferentiated, same_tumor, transformed
from caseextract.assembly.second_tumors import (
    CANCER,
    is_named_primary,
    is_second,
    listed_with,
    tells_of_several,
    tells_of_several_primaries,
)
from caseextract.assembly.tumor_groups import (
    HAEMATOLOGICAL,
    MELANOMA,
    MILDER,
    Group,
    is_any_cancer,
    is_benign,
    is_mere_tumor,
    same_line,
    sites_agree,
)
from caseextract.facts.diagnosis import Tumor
from caseextract.knowledge import ancestors, says, tissue
from caseextract.schema.prose import Prose

ENOUGH = 0.8
ANNOUNCING = 2
VAGUE = 0.25
WIDE = {"carcinoma", "cancer", "poorly differentiated carcinoma", "melanoma"}
"""Histologies that leave open what a tumour of the organ is."""
CARCINOMAS = {"THYC", "PTHC", "ACC", "NPC", "PTCA", "CPC"}
"""Tumours whose name is that of an organ's carcinoma, beside which the organ has others of another kind."""
MUCOSAL_MELANOMAS = {"HNMUCM", "VMM", "ARMM", "ESMM", "URMM"}


def choose(groups: list[Group], announced: list[Group], prose: Prose) -> tuple[list[Group], list[Group]]:
    """Index tumours and others; what the first sentences are about where of the patient only "a tumour" is said."""
    groups = [group for group in groups if group.score >= ENOUGH or _proved(group)] or _once_had(groups, prose)
    if all(_is_vague(group) or not group.best.code for group in groups):
        named = [a for a in announced if a.best.code and not _is_vague(a) and _may_be(a, groups)]
        if named:
            return [max(named, key=lambda group: group.score)], []
    if not groups:
        return [], []
    revised = [group for group in groups if _was_revised(group, groups)]
    live = [group for group in groups if group not in revised]
    present = _present(live)
    first = max(present, key=_rank)
    if first.benign:
        first = max((g for g in present if not g.benign and not _is_vague(g) and (_proved(g) or _diagnosed(g))), key=_rank, default=first)
    if MILDER.search(first.best.name):
        grave = (g for g in present if not MILDER.search(g.best.name) and tissue(g.best.code) == tissue(first.best.code) != "" and not _is_vague(g) and _diagnosed(g))
        first = max(grave, key=_rank, default=first)
    if _is_wide(first):
        first = max((g for g in present if _is_kind_of(g, first)), key=_rank, default=_announced_kind(first, announced))
    first = max((g for g in present if _has_the_last_word(g, first, prose)), key=_rank, default=first)
    several = tells_of_several(prose)
    listed = listed_with(first, live, prose) if several else []
    if tells_of_several_primaries(prose):
        listed = [*listed, *(group for group in live if is_named_primary(group))]
    index, others = [first], [group for group in revised if group.definite]
    for group in live:
        if group is first or any(
            not transformed(group, other, prose) and same_tumor(group, other, several) for other in index
        ):
            continue
        if dedifferentiated(group, first):
            index.append(group)
        elif _is_past(group) or _is_incidental(group) or (group.benign and not first.benign) or _is_precursor(group):
            if group.definite and group.best.specificity >= 2 and group.score >= 1:
                others.append(group)
        elif group in listed or is_second(group, first, prose):
            index.append(group)
    return index, others


def _once_had(groups: list[Group], prose: Prose) -> list[Group]:
    """Former tumours where no other is told of and one of them came back: "nephrectomy for nephroblastoma at age 2, relapse"."""
    if not any(says("disease seen again", prose.words(s)) for s in prose.sentences if s.section in ("title", "abstract", "case", "front")):
        return []
    return [group for group in groups if _is_past(group) and group.best.code and not group.benign and not _is_vague(group)]


def _is_wide(group: Group) -> bool:
    """Whether the patient's tumour is only named as any cancer of an organ."""
    return bool(group.definite) and group.best.code not in CARCINOMAS and all(is_any_cancer(tumor) or tumor.histology in WIDE for tumor in group.definite)


def _has_the_last_word(group: Group, first: Group, prose: Prose) -> bool:
    """Whether pathology, told after all namings of the first, calls the organ's tumour otherwise: "resected as a thymoma; histology showed X"."""
    if group is first or not group.best.code or tissue(group.best.code) != tissue(first.best.code) or tissue(group.best.code) in HAEMATOLOGICAL:
        return False
    if _is_wide(group) or same_line(group.best.code, first.best.code) or group.benign or dedifferentiated(group, first) or transformed(group, first, prose) or is_mere_tumor(group.best):
        return False
    said = [t for t in group.definite if not (t.metastasis or t.past or t.initial or t.incidental) and t.specificity >= 2]
    before = [t.start for t in first.tumors if t.asserted.judgement.experiencer == "patient" and not t.general]
    return bool(said and before) and max(before) < min(t.start for t in said) and any(
        t.strong and says("pathology has the word", prose.text[prose.sentences[t.sentence].start : t.start]) for t in said
    )


def _is_kind_of(group: Group, wide: Group) -> bool:
    """Whether it tells which cancer of the organ it is."""
    kin = tissue(group.best.code) == tissue(wide.best.code) != "" and tissue(group.best.code) not in HAEMATOLOGICAL
    return kin and not _is_wide(group) and not group.benign and _diagnosed(group) and group.best.specificity >= 2 and not is_mere_tumor(group.best)


def _announced_kind(wide: Group, announced: list[Group]) -> Group:
    """The only kind of this cancer that the report opens with, "X is a rare cancer of the cervix"; else the group itself."""
    kinds = [a for a in announced if a.best.code and not _is_wide_name(a.best) and _is_under(a.best.code, wide.best.code)]
    opening = [a for a in kinds if any(tumor.general and tumor.asserted.judgement.status == "present" for tumor in a.tumors)]
    return opening[0] if len(kinds) == 1 and opening else wide


def _is_under(code: str, wide: str) -> bool:
    return code != wide and (wide in ancestors(code) or (wide == MELANOMA and code in MUCOSAL_MELANOMAS))


def _is_wide_name(tumor: Tumor) -> bool:
    return is_any_cancer(tumor) or tumor.histology in WIDE


def is_announced(tumor: Tumor) -> bool:
    """Whether it is a disease that the first sentences speak of, be it in general."""
    return (
        tumor.sentence < ANNOUNCING
        and tumor.asserted.judgement.experiencer in ("patient", "literature")
        and not (tumor.denied or tumor.unsure or tumor.past or is_benign(tumor))
        and tumor.specificity >= 2
    )


def _may_be(announced: Group, groups: list[Group]) -> bool:
    """Whether the patient's unnamed tumours may be the one that is announced."""
    best = announced.best
    return all(
        not group.best.site
        or not best.site
        or sites_agree(group.best.site, best.site)
        or tissue(group.best.code) == tissue(best.code)
        for group in groups
    )


def _present(live: list[Group]) -> list[Group]:
    """Groups among which the index tumour is: present ones, unless only a past or a generally told one has a name."""
    present = [group for group in live if not _is_past(group) and not _is_incidental(group)] or live
    named = [group for group in present if not _is_vague(group)]
    if named:
        return present
    past = [group for group in live if not _is_vague(group) and not group.benign and group.definite]
    return past or present


def _rank(group: Group) -> float:
    return group.score * (VAGUE if _is_vague(group) else 0.5 if group.best.code in ("RCSNOS", "SARCNOS") else 1.0)


def _is_vague(group: Group) -> bool:
    """Whether only "a tumour" of some organ is named."""
    return (group.best.specificity <= 1 or is_mere_tumor(group.best)) and not CANCER.search(group.best.name)


def _proved(group: Group) -> bool:
    return any(tumor.strong and tumor.definite and tumor.specificity for tumor in group.tumors)


def _diagnosed(group: Group) -> bool:
    return any(tumor.diagnosed and tumor.definite and not tumor.initial for tumor in group.tumors)


def _is_precursor(group: Group) -> bool:
    """Whether it is no tumour yet: a monoclonal gammopathy beside what it became."""
    return group.best.code.startswith("MGUS")


def _was_revised(group: Group, groups: list[Group]) -> bool:
    """Whether it was only the first diagnosis and a later one took its place."""
    said = [tumor for tumor in group.tumors if not tumor.general and not tumor.denied]
    if not said or not all(tumor.initial or tumor.unsure for tumor in said) or not any(tumor.initial for tumor in said):
        return False
    last = max(tumor.start for tumor in said)
    return any(
        tumor.final
        and tumor.start > min(t.start for t in said)
        and tumor.definite
        and not same_line(tumor.code, group.best.code)
        and tumor.specificity >= 2
        and tumor.start > last - 2000
        for other in groups
        if other is not group
        for tumor in other.tumors
    )


def _is_past(group: Group) -> bool:
    said = group.definite
    return bool(said) and all(tumor.past for tumor in said) and not any(tumor.final for tumor in said)


def _is_incidental(group: Group) -> bool:
    said = group.definite
    return bool(said) and all(tumor.incidental for tumor in said)
