"""What a length of time measures, and of which course.

`RULES` are tried in order; the first that has an opinion decides, be it that the time measures nothing of a course.
What they know of the sentence is gathered in `Length`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from caseextract.assembly import times_of_disease as disease
from caseextract.assembly import times_of_response as response
from caseextract.assembly import times_under_treatment as treatment
from caseextract.assembly.attachment import Attachment
from caseextract.assembly.lengths import NOTHING, Length, Measure
from caseextract.schema.fact import DurationFact, EventFact

RULES: tuple[Callable[[Length], Measure | None], ...] = (
    disease.no_ones,
    treatment.said,
    treatment.course_named_next,
    treatment.pause,
    disease.survival,
    treatment.while_under_it,
    treatment.given_here,
    disease.death,
    treatment.beside_its_name,
    disease.after_completion,
    disease.lives,
    disease.freedom,
    treatment.stop,
    treatment.switch,
    treatment.ongoing,
    disease.progression,
    response.response,
    disease.it_lasted,
    disease.well,
    treatment.drug_for,
    disease.found_then,
    treatment.time_of_treatment,
    treatment.given_for,
)


def measure(fact: DurationFact, events: Sequence[EventFact], sentence: Attachment) -> Measure | None:
    """What the length of time measures; None where no rule can say."""
    length = Length(fact, events, sentence)
    found = next((found for rule in RULES if (found := rule(length)) is not None), None)
    return NOTHING if found is not None and _is_of_no_operation(found) else found


def _is_of_no_operation(found: Measure) -> bool:
    """Whether it is a time under treatment, or until a response, that an operation cannot have."""
    return found.kind in ("on_treatment", "time_to_response") and found.draft is not None and found.draft.modality == "surgery"
