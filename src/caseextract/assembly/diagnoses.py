"""Tumours named → diagnoses: which are the patient's, which is the most specific name, what belongs together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from caseextract.facts.diagnosis import Tumor, chain, combine
from caseextract.knowledge import ancestors, lexicon, ncit, tissue
from caseextract.schema import Diagnosis, Histology, Report, Stage, Value
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

DECISIVE = 3.0
HAEMATOLOGICAL = ("Lymphoid", "Myeloid")
SECOND = re.compile(r"\b(?:second primary|synchronous|metachronous|double|concurrent\w*|concomitant\w*|coexist\w*|co-exist\w*|simultaneous\w*|transform\w*|collision|multiple primar\w*|both|developed|second malignan\w+|another|two (?:distinct|different|primary)|also|along with|evol\w+|as well as|subsequent\w*|later|progress\w+ to|secondary)\b", re.I)
ORGAN_MET = re.compile(r"\bmetastas[ei]s|\bmetastatic|\bspread|\bsecondary|\binvolvement|\bdissemin", re.I)


@dataclass
class Group:
    """Namings that may be the same tumour."""

    tumors: list[Tumor] = field(default_factory=list)
    score: float = 0.0

    @property
    def best(self) -> Tumor:
        """The most specific and best supported naming."""
        return max(self.tumors, key=lambda t: (t.specificity if t.code else min(t.specificity, 1), len(ancestors(t.code)), bool(t.site), t.strong, t.diagnosed, -t.start))

    @property
    def codes(self) -> set[str]:
        """Codes of the namings."""
        return {tumor.code for tumor in self.tumors if tumor.code}


def assemble(
    tumors: Sequence[Tumor], stages: Sequence[tuple[AssertedMention, Stage]], extents: Sequence[AssertedMention], prose: Prose, report: Report
) -> tuple[Diagnosis, ...]:
    """The diagnoses of one patient, the index tumour first."""
    own = [tumor for tumor in tumors if _is_own(tumor, prose)]
    groups = _groups(own, prose)
    chosen = _choose(groups, prose)
    diagnoses = []
    for number, group in enumerate(chosen):
        best = group.best
        diagnoses.append(
            Diagnosis(
                histology=_histology(group, prose, report),
                primary_site=_site(best, prose, report),
                stages=_stages(stages, prose) if number == 0 else (),
                extent=_extent(extents, best.code, prose, report) if number == 0 else None,
            )
        )
    return tuple(diagnoses)


def _is_own(tumor: Tumor, prose: Prose) -> bool:
    judgement = tumor.asserted.judgement
    section = prose.sentences[tumor.sentence].section
    if judgement.experiencer in ("family", "other_patient") or judgement.status in ("absent",):
        return False
    return not (judgement.experiencer == "literature" and section != "abstract" and section != "title" and not _single(prose))


def _single(prose: Prose) -> bool:
    return all(sentence.section in ("case", "title", "front") for sentence in prose.sentences)


def _weight(tumor: Tumor, prose: Prose) -> float:
    judgement = tumor.asserted.judgement
    section = prose.sentences[tumor.sentence].section
    weight = 1.0 + (1.0 if tumor.diagnosed else 0) + (2.0 if tumor.strong else 0)
    if section == "title":
        weight += 3
    if tumor.sentence <= 1:
        weight += 1
    if judgement.experiencer == "literature":
        weight *= 0.3
    if judgement.status in ("possible", "hypothetical", "planned"):
        weight *= 0.15
    if judgement.temporality == "past":
        weight *= 0.4
    if tumor.specificity == 0 and not tumor.site:
        weight *= 0.1
    return weight


def _groups(tumors: Sequence[Tumor], prose: Prose) -> list[Group]:
    groups: list[Group] = []
    for tumor in sorted(tumors, key=lambda t: -t.specificity):
        if not tumor.code and tumor.specificity < 2:
            continue
        home = next((group for group in groups if _belongs(tumor, group)), None)
        if home is None:
            groups.append(home := Group())
        home.tumors.append(tumor)
    for group in groups:
        group.score = sum(_weight(tumor, prose) for tumor in group.tumors)
    return sorted(groups, key=lambda group: -group.score)


def _belongs(tumor: Tumor, group: Group) -> bool:
    for other in group.tumors:
        if tumor.code and other.code and same_line(tumor.code, other.code):
            return True
        if tumor.histology and tumor.histology == other.histology and (not tumor.site or not other.site or tumor.site == other.site):
            return True
        generic = tumor.specificity <= 1 or other.specificity <= 1
        if generic and tumor.site and other.site and (set(chain(tumor.site)) & set(chain(other.site)) - {""}):
            return True
        if generic and tumor.code and other.code and tissue(tumor.code) == tissue(other.code) != "":
            return True
        if not tumor.site and tumor.code and other.site and combine(tumor.histology, other.site) == other.code != "":
            return True
    return False


def same_line(first: str, second: str) -> bool:
    """Whether one code stands above the other in OncoTree, or they are the same."""
    return first == second or first in ancestors(second) or second in ancestors(first)


def _choose(groups: list[Group], prose: Prose) -> list[Group]:
    if not groups or groups[0].score < 0.8:
        return []
    first = groups[0]
    _refine(first, groups)
    chosen = [first]
    for group in groups[1:]:
        if any(_same_tumor(group, other) for other in chosen):
            continue
        own = [t for t in group.tumors if t.asserted.judgement.is_fact and t.asserted.judgement.temporality == "current" and not t.metastasis]
        said = any(t.strong for t in own)
        second = any(SECOND.search(prose.words(prose.sentences[t.sentence])) for t in own)
        if said and group.score >= DECISIVE and group.best.specificity >= 2 and second and group.score >= 0.35 * first.score:
            chosen.append(group)
    return chosen


def _same_tumor(group: Group, other: Group) -> bool:
    best, main = group.best, other.best
    if best.code and main.code and same_line(best.code, main.code):
        return True
    if best.code and main.code and tissue(best.code) == tissue(main.code) and tissue(best.code) not in HAEMATOLOGICAL:
        return True
    return not best.site and best.specificity <= 2


def _refine(first: Group, groups: list[Group]) -> None:
    """Give an organ's tumour its histology, or a histology its organ, when they are told apart."""
    best = first.best
    for other in groups[1:]:
        rival = other.best
        if best.specificity <= 1 and best.site and not rival.site and rival.specificity >= 2 and rival.asserted.judgement.is_fact:
            code = combine(rival.histology, best.site)
            if code and code != rival.code:
                first.tumors.append(_with(rival, code, best.site))
                return
        if not best.site and best.specificity >= 1 and rival.site and rival.specificity <= 1 and rival.asserted.judgement.is_fact:
            code = combine(best.histology, rival.site)
            if code and code != best.code:
                first.tumors.append(_with(best, code, rival.site))
                return


def _with(tumor: Tumor, code: str, site: str) -> Tumor:
    from dataclasses import replace

    return replace(tumor, code=code, site=site, specificity=tumor.specificity + 1, matched_by="combination")


def _histology(group: Group, prose: Prose, report: Report) -> Histology:
    best = group.best
    codes = {}
    if best.code:
        codes["oncotree"] = best.code
        if ncit(best.code):
            codes["ncit"] = ncit(best.code)
    spans = sorted({(t.start, t.end, t.sentence) for t in group.tumors if t.code == best.code or t is best})[:5]
    return Histology(
        name=re.sub(r"\s+", " ", best.name),
        codes=codes,
        matched_by=best.matched_by,
        evidence=tuple(report.evidence(start, end, section=prose.sentences[s].heading) for start, end, s in spans),
        confidence=min(0.95, 0.5 + 0.05 * group.score),
    )


def _site(best: Tumor, prose: Prose, report: Report) -> Value[str] | None:
    if not best.site or best.site not in lexicon("sites"):
        return None
    return Value[str](value=best.site, evidence=(report.evidence(best.start, best.end, section=prose.sentences[best.sentence].heading),))


def _stages(stages: Sequence[tuple[AssertedMention, Stage]], prose: Prose) -> tuple[Stage, ...]:
    """Distinct stages; a group is not kept beside the same value of a named system, nor a TNM beside a fuller one."""
    found: list[Stage] = []
    for asserted, stage in stages:
        if prose.sentences[asserted.mention.sentence].section in ("background", "discussion", "methods"):
            continue
        if asserted.mention.kind == "stage_t" and any(s.system == "TNM" and s.value.startswith(stage.value) for s in found):
            continue
        same = next((s for s in found if s.value == stage.value and (s.system == stage.system or "AJCC" in (s.system, stage.system))), None)
        if same is None:
            found.append(stage)
        elif same.system == "AJCC" != stage.system:
            found[found.index(same)] = stage.model_copy(update={"evidence": (*same.evidence, *stage.evidence)})
        else:
            found[found.index(same)] = same.model_copy(update={"evidence": (*same.evidence, *stage.evidence)})
    return tuple(s for s in found if not any(o is not s and o.system == s.system == "TNM" and o.value.startswith(s.value) and o.value != s.value for o in found))


def _extent(extents: Sequence[AssertedMention], code: str, prose: Prose, report: Report) -> Value | None:  # type: ignore[type-arg]
    if tissue(code) in HAEMATOLOGICAL:
        return None
    own = [a for a in extents if a.judgement.is_fact]
    for kind in ("metastatic", "locally_advanced", "localized"):
        found = [a.mention for a in own if a.mention.groups.get("extent") == kind]
        if found:
            evidence = tuple(report.evidence(m.start, m.end, section=prose.sentences[m.sentence].heading) for m in found[:3])
            return Value(value=kind, evidence=evidence, confidence=0.8)
    return None


def is_haematological(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether the index tumour is a leukaemia, lymphoma or myeloma."""
    return bool(diagnoses) and tissue(diagnoses[0].histology.codes.get("oncotree", "")) in HAEMATOLOGICAL
