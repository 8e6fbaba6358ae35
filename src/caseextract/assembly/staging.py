"""Stages and extents stated → those of the index tumour."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.tumor_groups import HAEMATOLOGICAL
from caseextract.knowledge import tissue
from caseextract.schema import Report, Stage, Value
from caseextract.schema.diagnosis import Extent
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def stages_of(stages: Sequence[tuple[AssertedMention, Stage]], prose: Prose) -> tuple[Stage, ...]:
    """Distinct stages; a group is not kept beside the same value of a named system, nor a TNM beside a fuller one."""
    found: list[Stage] = []
    for asserted, stage in stages:
        if prose.sentences[asserted.mention.sentence].section in ("background", "discussion", "methods"):
            continue
        if asserted.mention.kind == "stage_t" and any(
            s.system == "TNM" and s.value.startswith(stage.value) for s in found
        ):
            continue
        same = next(
            (
                s
                for s in found
                if s.value == stage.value and (s.system == stage.system or "AJCC" in (s.system, stage.system))
            ),
            None,
        )
        if same is None:
            found.append(stage)
        elif same.system == "AJCC" != stage.system:
            found[found.index(same)] = stage.model_copy(update={"evidence": (*same.evidence, *stage.evidence)})
        else:
            found[found.index(same)] = same.model_copy(update={"evidence": (*same.evidence, *stage.evidence)})
    return tuple(
        s
        for s in found
        if not any(
            o is not s and o.system == s.system == "TNM" and o.value.startswith(s.value) and o.value != s.value
            for o in found
        )
    )


def extent_of(extents: Sequence[AssertedMention], code: str, prose: Prose, report: Report) -> Value[Extent] | None:
    """How far the tumour had spread at any time of the course; None for leukaemia, lymphoma, myeloma."""
    if tissue(code) in HAEMATOLOGICAL:
        return None
    own = [a for a in extents if a.judgement.is_fact]
    order: tuple[Extent, ...] = ("metastatic", "locally_advanced", "localized")
    for kind in order:
        found = [a.mention for a in own if a.mention.groups.get("extent") == kind]
        if found:
            evidence = tuple(
                report.evidence(m.start, m.end, section=prose.sentences[m.sentence].heading) for m in found[:3]
            )
            return Value[Extent](value=kind, evidence=evidence, confidence=0.8)
    return None
