"""From where on the story tells of distant disease: metastases, or a stage that means them."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.narrative import announces
from caseextract.knowledge import says
from caseextract.schema import Diagnosis, Stage
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def told_from(
    mentions: Sequence[AssertedMention],
    stages: Sequence[tuple[AssertedMention, Stage]],
    diagnoses: Sequence[Diagnosis],
    sentences: Sequence[int],
    prose: Prose,
) -> int | None:
    """The offset from which distant disease is told; announcements aside, which tell the end before the beginning."""
    within = {i for i in sentences if not announces(i, prose)}
    spread = [a for a in mentions if a.mention.kind == "extent" and a.judgement.is_fact and a.mention.groups["extent"] == "metastatic"]
    ovarian = any(says("staged by FIGO", diagnosis.histology.name) for diagnosis in diagnoses)
    spread += [asserted for asserted, stage in stages if _is_distant(stage, ovarian=ovarian)]
    return min((asserted.mention.start for asserted in spread if asserted.mention.sentence in within), default=None)


def _is_distant(stage: Stage, *, ovarian: bool) -> bool:
    """Whether a stage means distant metastases wherever the tumour is; many a stage IV does not."""
    if stage.system == "TNM":
        return "M1" in stage.value
    if stage.system == "VALG":
        return stage.value == "extensive"
    return (stage.system == "FIGO" or (ovarian and stage.system == "AJCC")) and stage.value.startswith("IV")
