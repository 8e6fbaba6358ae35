"""How the story ends for the patient, as far as it tells of the last course."""

from __future__ import annotations

from caseextract.assembly.progressing import Ending
from caseextract.knowledge import says
from caseextract.schema import Outcome
from caseextract.schema.prose import Prose

AROUND = 90
"""Characters around a death that tell its cause."""


def ending_of(outcome: Outcome, prose: Prose) -> Ending | None:
    """Alive; or dead of the disease, of something else, or of what is not told."""
    status = outcome.vital_status
    if status is None:
        return None
    if status.value == "alive" or not status.evidence:
        return status.value
    at = status.evidence[0]
    sentence = next(s for s in prose.sentences if s.start <= at.start < s.end)
    words = prose.text[max(sentence.start, at.start - AROUND) : min(sentence.end, at.end + AROUND)]
    if says("death of the disease", words):
        return "dead of the disease"
    return "dead of something else" if says("death of something else", words) else "dead"
