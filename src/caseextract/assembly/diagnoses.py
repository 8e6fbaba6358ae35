"""Tumours named → diagnoses: which are the patient's, which is the most specific name, what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract import caseblind as re
from caseextract.assembly import staging
from caseextract.assembly.tumor_groups import (
    HAEMATOLOGICAL,
    MILDER,
    UNSPECIFIED,
    Group,
    groups_of,
    is_benign,
    is_mere_tumor,
    same_line,
    seated,
    sites_agree,
)
from caseextract.assembly.tumor_names import name_of
from caseextract.facts.diagnosis import Tumor, is_general
from caseextract.facts.organ import SEATS_OF_METASTASES, Organ
from caseextract.knowledge import lexicon, ncit, tissue
from caseextract.schema import Diagnosis, Histology, Report, Stage, Value
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

ENOUGH = 0.8
DECISIVE = 2.5
SHARE = 0.2
AMPLE = 4.0
LONG = 25.0
ANNOUNCING = 2
VAGUE = 0.25
LABELS = {
    "methods", "method", "background", "results", "discussion", "conclusion", "conclusions",
    "materials and methods", "objective", "aim", "introduction",
}  # fmt: skip
BOTH = re.compile(r"(?: \([^()]{1,15}\))?,? (?:and|as well as|together with) (?:an? |also )?(?:synchronous |metastatic |advanced |concurrent |primary )*", re.I)
LISTED = re.compile(r"(?: \([^()]{1,15}\))?(?:[,;]|[,;]? (?:and|as well as|together with|plus)) (?:an? |also |the )?(?:[\w'’-]+ ){0,2}?", re.I)
CARCINOMA = re.compile(r"carcinoma|melanoma|mesothelioma|seminoma", re.I)
TRANSFORMED = re.compile(r"\btransform\w*|\bevol\w+|\bprogress\w+ (?:in)?to\b|\bsecondary\b", re.I)
SEVERAL = re.compile(
    r"\b(?:synchronous|metachronous|double|triple|multiple primar|collision|coexist|co-exist|concurren|concomitan|simultaneous"
    r"|(?:two|three) (?:different|distinct|primary|separate|synchronous)|second primary|both (?:a|an)\b)",
    re.I,
)
PRIMARIES = re.compile(
    r"\bcollision tumou?rs?\b|\b(?:synchronous|metachronous|multiple|double|triple|quadruple|two|three|four|several|simultaneous|concomitant|coexisting)(?: (?:synchronous|metachronous|simultaneous|different|distinct|separate|independent))? "
    r"(?:primar(?:y|ies)(?! sites)|malignanc(?:y|ies)|(?:primary )?(?:malignant )?(?:cancers|neoplasms|malignancies|carcinomas))\b",
    re.I,
)
DEDIFFERENTIATED = {"SCLC", "LUNE", "LUPC", "SARCL", "PRSCC", "PRNE", "THAP", "DDLS", "DDCHS", "MS"}
"""Codes of what another tumour of the organ may turn into."""
ACUTE = re.compile(r"\bacute (?:\w+ )*leukemia|\bAML\b")
CANCER = re.compile(r"cancer|malignan|carcinom|leuk|lymphom|sarcom|melanom", re.I)


def assemble(
    tumors: Sequence[Tumor],
    organs: Sequence[Organ],
    stages: Sequence[tuple[AssertedMention, Stage]],
    extents: Sequence[AssertedMention],
    prose: Prose,
    report: Report,
) -> tuple[Diagnosis, ...]:
    """The diagnoses of one patient, the index tumour first."""
    titles = _titles(prose)
    undivided = _undivided(prose)
    tumors = [_told_of_the_patient(tumor, titles, undivided) for tumor in tumors]
    places = [organ for organ in organs if not is_general(prose.words(prose.sentences[organ.sentence]))]
    own = seated([tumor for tumor in tumors if _is_own(tumor, prose, titles)], places)
    told = groups_of(seated([t for t in tumors if _is_announced(t)], places), prose, titles)
    index, others = _choose(groups_of(own, prose, titles), told, prose)
    groups = [*index, *others]
    main = next((group for group in index if tissue(group.best.code) not in HAEMATOLOGICAL), None)
    diagnoses = []
    for group, stated in zip(groups, staging.shared(stages, groups, tumors), strict=True):
        found = staging.stages_of(stated, group.best.code, prose, undivided=undivided)
        own_extents = extents if group is main else ()
        diagnoses.append(
            Diagnosis(
                histology=_histology(group, prose, report),
                role="index" if group in index else "other",
                primary_site=_site(group, prose, report),
                stages=found,
                extent=staging.extent_of(own_extents, found, group, prose, report, undivided=undivided),
            )
        )
    return tuple(diagnoses)


def _titles(prose: Prose) -> frozenset[int]:
    """Indices of the sentences that are the report's title."""
    first = prose.sentences[0] if prose.sentences else None
    titled = {sentence.index for sentence in prose.sentences if sentence.section == "title"}
    alone = first is not None and sum(1 for s in prose.sentences[:3] if s.block == first.block) == 1
    if (
        first is not None
        and alone
        and len(prose.sentences) > 2
        and first.end - first.start < 260
        and prose.text[first.end - 1] not in ".!;"
    ):
        titled.add(first.index)
    return frozenset(titled)


def _is_own(tumor: Tumor, prose: Prose, titles: frozenset[int]) -> bool:
    judgement = tumor.asserted.judgement
    if judgement.experiencer in ("family", "other_patient"):
        return False
    if judgement.experiencer != "literature" or tumor.sentence in titles or _undivided(prose):
        return True
    return prose.sentences[tumor.sentence].section in ("abstract", "title")


def _told_of_the_patient(tumor: Tumor, titles: frozenset[int], undivided: bool) -> Tumor:
    """The naming as the patient's where it stands in the title, or only a heading speaks against it."""
    judgement = tumor.asserted.judgement
    labelled = undivided and not tumor.general and (judgement.cue or "").lower().rstrip(":") in LABELS
    if judgement.experiencer != "literature" or not (labelled or tumor.sentence in titles):
        return tumor
    return replace(tumor, asserted=tumor.asserted.with_judgement(experiencer="patient"))


def _undivided(prose: Prose) -> bool:
    """Whether no section tells of the case apart from the rest."""
    sections = {sentence.section for sentence in prose.sentences}
    return sections <= {"case", "title", "front"} or not sections & {"case", "abstract"}


def _choose(groups: list[Group], announced: list[Group], prose: Prose) -> tuple[list[Group], list[Group]]:
    """Index tumours and others; what the first sentences are about where of the patient only "a tumour" is said."""
    groups = [group for group in groups if group.score >= ENOUGH or _proved(group)]
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
    several = _tells_of_several(prose)
    listed = _listed_with(first, live, prose) if several else []
    if _tells_of_several_primaries(prose):
        listed = [*listed, *(group for group in live if _is_named_primary(group))]
    index, others = [first], [group for group in revised if group.definite]
    for group in live:
        if group is first or any(
            not _transformed(group, other, prose) and _same_tumor(group, other, several) for other in index
        ):
            continue
        if _dedifferentiated(group, first):
            index.append(group)
        elif _is_past(group) or _is_incidental(group) or (group.benign and not first.benign):
            if group.definite and group.best.specificity >= 2 and group.score >= 1:
                others.append(group)
        elif group in listed or _is_second(group, first, prose):
            index.append(group)
    return index, others


def _is_announced(tumor: Tumor) -> bool:
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


def _listed_with(first: Group, groups: list[Group], prose: Prose) -> list[Group]:
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


def _is_second(group: Group, first: Group, prose: Prose) -> bool:
    """Whether it is another tumour that the report is about: proved, and no mere metastasis, first guess or aside."""
    best = group.best
    haematological = tissue(best.code) in HAEMATOLOGICAL
    if best.specificity < 2 and not (
        best.code and (best.site or haematological) and best.specificity and CANCER.search(best.name)
    ):
        return False
    own = [tumor for tumor in group.definite if not tumor.metastasis and not tumor.initial]
    if haematological and _became(group, first, prose):
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
    kin = tissue(group.best.code) == tissue(first.best.code)
    return turned and kin and any(t.diagnosed and t.specificity >= 2 for t in group.definite)


def _tells_of_several(prose: Prose) -> bool:
    """Whether the report is about several tumours at once, as its first sentences say."""
    return any(
        SEVERAL.search(prose.words(s)) for s in prose.sentences[:6] if s.section in ("title", "abstract", "case")
    )


def _tells_of_several_primaries(prose: Prose) -> bool:
    """Whether the report says outright that the patient has several tumours of different origin."""
    return any(PRIMARIES.search(prose.words(s)) for s in prose.sentences[:8] if s.section in ("title", "abstract", "case"))


def _is_named_primary(group: Group) -> bool:
    own = [t for t in group.definite if t.diagnosed and not (t.metastasis or t.initial or t.past or t.incidental)]
    return not group.benign and group.best.code not in UNSPECIFIED and any(_names_a_cancer(tumor) for tumor in own)


def _transformed(group: Group, other: Group, prose: Prose) -> bool:
    """Whether one is told to have become the other in one sentence."""
    if same_line(group.best.code, other.best.code):
        return False
    together = {t.sentence for t in group.definite if t.specificity >= 2} & {
        t.sentence for t in other.definite if t.specificity >= 2
    }
    return any(TRANSFORMED.search(prose.words(prose.sentences[index])) for index in together)


def _same_tumor(group: Group, other: Group, several: bool) -> bool:
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
    if apart and _dedifferentiated(group, other):
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


def _dedifferentiated(group: Group, other: Group) -> bool:
    """Whether one is what the other may turn into, and each is proved by itself: small cell after adenocarcinoma."""
    later = [g for g in (group, other) if g.best.code in DEDIFFERENTIATED]
    if len(later) != 1 or tissue(group.best.code) != tissue(other.best.code):
        return False
    before = other if later[0] is group else group
    return any(t.strong and t.definite and not t.initial for t in later[0].tumors) and any(
        t.diagnosed and t.definite and not t.initial and t.specificity >= 2 for t in before.tumors
    )


def _histology(group: Group, prose: Prose, report: Report) -> Histology:
    best = group.best
    codes = {}
    if best.code:
        codes["oncotree"] = best.code
        if ncit(best.code):
            codes["ncit"] = ncit(best.code)
    spans = sorted({(t.start, t.end, t.sentence) for t in group.tumors if t.code == best.code or t is best})[:5]
    return Histology(
        name=name_of(group),
        codes=codes,
        matched_by=best.matched_by,
        evidence=tuple(report.evidence(start, end, section=prose.sentences[s].heading) for start, end, s in spans),
        confidence=min(0.95, 0.5 + 0.05 * group.score),
    )


def _site(group: Group, prose: Prose, report: Report) -> Value[str] | None:
    sited = [group.best, *(t for t in group.tumors if t.site and t.code and same_line(t.code, group.best.code))]
    best = next((tumor for tumor in sited if tumor.site in lexicon("sites")), None)
    if best is None:
        return None
    return Value[str](
        value=best.site,
        evidence=(report.evidence(best.start, best.end, section=prose.sentences[best.sentence].heading),),
    )


def are_treated_by_drugs_alone(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether no operation is a point of reference: blood cancers without a solid tumour beside, and those that drugs cure."""
    index = [diagnosis for diagnosis in diagnoses if diagnosis.role == "index"]
    return (bool(index) and all(is_haematological([diagnosis]) for diagnosis in index)) or is_curable_by_drugs(diagnoses)


def is_curable_by_drugs(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether drugs alone are the curative treatment: germ cell and trophoblastic tumours."""
    kinds = ("germ cell", "trophoblast", "choriocarcinoma", "seminoma", "yolk sac", "dysgerminoma")
    entry = lexicon("oncotree").get(diagnoses[0].histology.codes.get("oncotree", "")) if diagnoses else None
    words = (
        f"{entry.get('main_type')} {entry.get('name')} {diagnoses[0].histology.name}".lower()
        if entry
        else (diagnoses[0].histology.name.lower() if diagnoses else "")
    )
    return any(kind in words for kind in kinds)


def is_haematological(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether the index tumour is a leukaemia, lymphoma or myeloma."""
    return bool(diagnoses) and tissue(diagnoses[0].histology.codes.get("oncotree", "")) in HAEMATOLOGICAL
