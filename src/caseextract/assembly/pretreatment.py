"""Earlier therapy that is told without its number: "heavily pretreated", "in second relapse"."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.knowledge import says
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

TOLD_IN_FULL = 3
"""With more courses than this the story tells the earlier therapy itself."""


def uncounted_from(
    mentions: Sequence[AssertedMention], drafts: Sequence[Draft], sentences: Sequence[int], prose: Prose, *, haematological: bool
) -> int | None:
    """The offset from which lines cannot be counted, if there is one."""
    said = (a.mention for a in mentions if a.mention.kind == "prior_lines" and a.judgement.is_fact and a.mention.sentence in sentences)
    unnumbered = next((mention.start for mention in said if mention.groups.get("count") == ""), None)
    if unnumbered is not None:
        return unnumbered
    first = next((draft for draft in drafts if draft.is_drug or draft.modality == "transplant"), None)
    if first is None or not sentences or _tells_it_all(drafts, first):
        return None
    start = prose.sentences[sentences[0]].start
    before = prose.text[start : max(start, min(first.start, drafts[0].start))]
    hinted = says("pretreated", before) or (haematological and says("relapsed blood cancer", before))
    return start if hinted else None


def _tells_it_all(drafts: Sequence[Draft], first: Draft) -> bool:
    """Whether the story itself tells the courses that the hint speaks of."""
    many = sum(draft.modality in ("systemic", "transplant") for draft in drafts) > TOLD_IN_FULL
    counted = any(draft.prior for draft in drafts)
    failed_first = any(event.value == "no_response" for event in first.responses)
    return many or counted or failed_first or first.first.earlier
