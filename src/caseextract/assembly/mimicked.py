"""Whether what looked like a tumour proved to be another disease."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.tumor_groups import is_mere_tumor
from caseextract.facts import diagnosis as diagnosis_facts
from caseextract.facts.diagnosis import Tumor
from caseextract.knowledge import says
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def by_another_disease(mentions: Sequence[AssertedMention], prose: Prose) -> bool:
    """Whether another disease was proved, a tumour mimicked or thought of, and none affirmed of the patient."""
    told = [prose.words(s) for s in prose.sentences if s.section in ("title", "abstract", "case")]
    if not any(says("another disease proved", words) for words in told) or not any(says("looks like a tumour", words) for words in told):
        return False
    return not any(_is_affirmed(tumor) for tumor in diagnosis_facts.gather(mentions, prose))


def _is_affirmed(tumor: Tumor) -> bool:
    return tumor.definite and not tumor.initial and not is_mere_tumor(tumor)
