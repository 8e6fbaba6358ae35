"""Which of two tumours of different origin a course was given for; each has lines of its own."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.assembly.tumor_groups import HAEMATOLOGICAL
from caseextract.facts.diagnosis import Tumor
from caseextract.knowledge import says, tissue
from caseextract.schema import Diagnosis
from caseextract.schema.prose import Prose

SOLID, TWO = "solid", 2
TURNED_WITHIN = 50


def apart(drafts: Sequence[Draft], tumors: Sequence[Tumor], diagnoses: Sequence[Diagnosis], prose: Prose) -> list[tuple[list[Draft], bool]]:
    """The courses of each tumour, and whether it is one of the blood; all together where there is but one origin."""
    kinds = list(dict.fromkeys(_kind(diagnosis.histology.codes.get("oncotree", "")) for diagnosis in diagnoses))
    known = [tumor for tumor in tumors if tumor.code and tumor.definite and not tumor.metastasis and _kind(tumor.code) in kinds]
    if len(kinds) < TWO or _turned(known, prose):
        return [(list(drafts), kinds[:1] != [SOLID] and bool(kinds))]
    of = {id(draft): _of(draft, known, kinds[0]) for draft in drafts}
    return [([draft for draft in drafts if of[id(draft)] == kind], kind != SOLID) for kind in kinds]


def _kind(code: str) -> str:
    return tissue(code) if tissue(code) in HAEMATOLOGICAL else SOLID


def _of(draft: Draft, tumors: Sequence[Tumor], otherwise: str) -> str:
    """The origin of the tumour named last before a course; of former tumours only where there is no other."""
    before = [tumor for tumor in tumors if tumor.start < draft.start]
    present = [tumor for tumor in before if not tumor.past] or before
    return _kind(max(present, key=lambda tumor: tumor.start).code) if present else otherwise


def _turned(tumors: Sequence[Tumor], prose: Prose) -> bool:
    """Whether one is told to have turned into the other."""
    for tumor in tumors:
        kinds = {_kind(other.code) for other in tumors if other.sentence == tumor.sentence}
        before = prose.text[max(0, tumor.start - TURNED_WITHIN) : tumor.start]
        if says("turned into what follows", before) or (len(kinds) > 1 and says("one turned into another", prose.words(prose.sentences[tumor.sentence]))):
            return True
    return False
