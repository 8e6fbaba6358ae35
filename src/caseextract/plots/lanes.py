"""A patient's courses as bars in a lane: what is known of their lengths, and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from caseextract.plots.classes import classes
from caseextract.schema import Case, Duration, Treatment

UNKNOWN = 2.0
"""Months that a bar of unknown length is drawn; it is hatched, and stands for no length."""
MOMENT = 0.6
"""Months that surgery and the like are drawn."""

Known = Literal["course", "interval", "moment", "unknown"]
"""`interval`: only a time until progression or of response is stated, which begins with the course or within it."""

RESPONSES = {
    "complete_response": "CR",
    "pathologic_complete_response": "pCR",
    "partial_response": "PR",
    "stable_disease": "SD",
    "progressive_disease": "PD",
    "mixed_response": "mixed",
    "response": "R",
    "no_response": "NR",
}


@dataclass(frozen=True)
class Bar:
    """One course, in months from the first; `open_ended` where the text gives only a least length."""

    start: float
    length: float
    known: Known
    open_ended: bool
    classes: tuple[str, ...]
    name: str
    line: int | None
    maintenance: bool
    response: str | None
    progressed: bool

    @property
    def end(self) -> float:
        """Months from the first course."""
        return self.start + self.length

    @property
    def goes_on(self) -> bool:
        """The course had not ended when its length was written down."""
        return self.open_ended and not self.progressed


@dataclass(frozen=True)
class Lane:
    """One patient."""

    label: str
    bars: tuple[Bar, ...]
    died: bool
    alive: bool

    @property
    def end(self) -> float:
        """Months up to which something is drawn."""
        return max((bar.end for bar in self.bars), default=0.0)

    @property
    def ongoing(self) -> bool:
        """The last course went on when the report was written."""
        return bool(self.bars) and self.bars[-1].goes_on and not self.died


def lane(case: Case, label: str) -> Lane:
    """The lane of a patient; courses follow one another, since reports seldom tell the gaps between them."""
    bars: list[Bar] = []
    for course in case.treatments:
        bars.append(_bar(course, bars[-1].end if bars else 0.0))
    status = case.outcome.vital_status.value if case.outcome.vital_status else None
    return Lane(label, tuple(bars), status == "dead", status == "alive")


def _bar(course: Treatment, start: float) -> Bar:
    length, known, open_ended = _length(course)
    response = course.best_response.value if course.best_response else None
    return Bar(
        start=start,
        length=length,
        known=known,
        open_ended=open_ended,
        classes=classes(course),
        name=name_of(course),
        line=course.line.stated or course.line.inferred,
        maintenance=bool(course.phase and course.phase.value == "maintenance"),
        response=RESPONSES[response] if response else None,
        progressed=bool(course.progressed and course.progressed.value) or response == "progressive_disease",
    )


def _length(course: Treatment) -> tuple[float, Known, bool]:
    by_kind = {duration.kind: duration for duration in reversed(course.durations)}
    kinds: tuple[tuple[str, Known], ...] = (("on_treatment", "course"), ("pfs", "interval"), ("response", "interval"))
    for kind, known in kinds:
        found: Duration | None = by_kind.get(kind)  # type: ignore[call-overload]
        if found is not None and found.months > 0:
            return found.months, known, found.comparator == ">"
    if course.modality in ("surgery", "transplant"):
        return MOMENT, "moment", False
    return UNKNOWN, "unknown", False


def name_of(course: Treatment) -> str:
    """What a course is called in a picture."""
    agents = " + ".join(agent.name for agent in course.agents)
    return course.regimen or agents or course.modality.replace("_", " ")
