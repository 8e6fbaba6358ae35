"""Tumours named → diagnoses: each of the patient's with its histology, seat, stages and extent, the index tumour first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseextract.assembly import staging
from caseextract.assembly.index_tumors import choose, is_announced
from caseextract.assembly.tumor_groups import HAEMATOLOGICAL, Group, groups_of, same_line, seated
from caseextract.assembly.tumor_names import name_of
from caseextract.facts.diagnosis import Tumor, is_general
from caseextract.facts.organ import Organ
from caseextract.knowledge import lexicon, ncit, tissue
from caseextract.schema import Diagnosis, Histology, Report, Stage, Value
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

LABELS = {
    "methods", "method", "background", "results", "discussion", "conclusion", "conclusions",
    "materials and methods", "objective", "aim", "introduction",
}  # fmt: skip


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
    told = groups_of(seated([t for t in tumors if is_announced(t)], places), prose, titles)
    index, others = choose(groups_of(own, prose, titles), told, prose)
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
