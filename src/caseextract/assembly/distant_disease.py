"""From where on the story tells of distant disease: metastases, or a stage that means them."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.narrative import announces
from caseextract.schema import Stage
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def told_from(
    mentions: Sequence[AssertedMention],
    stages: Sequence[tuple[AssertedMention, Stage]],
    sentences: Sequence[int],
    prose: Prose,
) -> int | None:
    """The offset from which distant disease is told; announcements aside, which tell the end before the beginning."""
    within = {i for i in sentences if not announces(i, prose)}
    spread = [a for a in mentions if a.mention.kind == "extent" and a.judgement.is_fact and a.mention.groups["extent"] == "metastatic"]
    spread += [asserted for asserted, stage in stages if _is_distant(stage)]
    return min((asserted.mention.start for asserted in spread if asserted.mention.sentence in within), default=None)


def _is_distant(stage: Stage) -> bool:
    """Whether a stage means distant metastases wherever the tumour is; many a stage IV does not."""
    if stage.system == "TNM":
        return "M1" in stage.value
    return (stage.system == "VALG" and stage.value == "extensive") or (stage.system == "FIGO" and stage.value.startswith("IV"))
