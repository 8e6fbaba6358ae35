"""Pictures of patients and runs: swimmer plot, timeline, oncoprint, counts. Needs the extra `plots`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from matplotlib.figure import Figure

from caseextract.plots.counts import genes, responses, tumours
from caseextract.plots.oncoprint import oncoprint
from caseextract.plots.style import save, svg
from caseextract.plots.swimmer import swimmer, timeline
from caseextract.schema import ArticleRecord, Case

__all__ = ["Plot", "figures", "genes", "oncoprint", "responses", "save", "svg", "swimmer", "timeline", "tumours"]


@dataclass(frozen=True)
class Plot:
    """A picture that can be drawn; `name` is fit for a file."""

    name: str
    title: str
    description: str
    draw: Callable[[], Figure]


def figures(records: Sequence[tuple[str, ArticleRecord]], *, timelines: bool = False) -> tuple[Plot, ...]:
    """Every plot for which the records, each with its name, hold something; `timelines` adds one for each patient."""
    named = list(labelled(records))
    cases = [case for _, case in named]
    courses = [course for case in cases for course in case.treatments]
    altered = sum(any(a.status == "present" for a in case.alterations) for case in cases)
    found = []
    if courses:
        said = f"Swimmer plot of {len(courses)} courses of {sum(bool(case.treatments) for case in cases)} patients"
        found.append(Plot("swimmer", "Courses of treatment by patient", said, partial(swimmer, named)))
    if altered:
        said = f"Table of altered genes against {altered} patients"
        found.append(Plot("oncoprint", "Alterations by patient", said, partial(oncoprint, named)))
    if any(case.diagnoses for case in cases):
        found.append(Plot("tumours", "Tumours", "Bar chart of patients by tumour", partial(tumours, cases)))
    if altered:
        found.append(Plot("genes", "Altered genes", "Bar chart of patients by altered gene", partial(genes, cases)))
    if any(course.best_response and course.agents for course in courses):
        said = "Bar chart of best responses by drug"
        found.append(Plot("responses", "Best response by drug", said, partial(responses, cases)))
    for label, case in named if timelines else ():
        if case.treatments:
            name = "timeline-" + "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in label)
            found.append(Plot(name, f"Timeline of {label}", f"Timeline of {label}", partial(timeline, case)))
    return tuple(found)


def labelled(records: Sequence[tuple[str, ArticleRecord]]) -> Sequence[tuple[str, Case]]:
    """Every patient with a label: the article's name, and the patient's number where there are several."""
    return [
        (name if len(record.cases) == 1 else f"{name} {number}", case)
        for name, record in records
        for number, case in enumerate(record.cases, 1)
    ]
