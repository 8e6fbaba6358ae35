"""Swimmer plot: a lane a patient, a bar a course; the timeline of one patient gives each course a lane of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from caseextract.plots.classes import COLOURS
from caseextract.plots.lanes import Bar, Lane, lane
from caseextract.plots.style import BLACK, INK, RULE, SOFT, VERMILION, new_figure, styled
from caseextract.schema import Case

_DARK = {"Kinase inhibitor", "Immunotherapy", "Radiotherapy"}
_HEIGHT = 0.56
_ACROSS, _ACROSS_TIMELINE = 125, 90
"""Letters that find room beside each other in a plot."""
_EDGE = 0.8
"""Letters that half the marker of a progression covers."""
_NOTE = "Courses follow one another; the gaps between them are not known."


def swimmer(cases: Sequence[tuple[str, Case]]) -> Figure:
    """All patients, the longest first; each by its label."""
    lanes = sorted(
        (lane(case, label) for label, case in cases if case.treatments), key=lambda one: (-one.end, one.label)
    )
    with styled():
        widest = max((one.end for one in lanes), default=1.0)
        figure = new_figure(9.5, 1.9 + 0.42 * len(lanes))
        axes = figure.add_subplot()
        for row, one in enumerate(lanes):
            for bar in one.bars:
                _draw(axes, bar, row, widest / _ACROSS)
            _finish(axes, one, row)
        axes.set_yticks(range(len(lanes)), [one.label for one in lanes])
        _frame(axes, widest, len(lanes))
        axes.set_title("Courses of treatment by patient")
        _legend(figure, lanes)
    return figure


def timeline(case: Case) -> Figure:
    """One patient: a row a course, named at its left."""
    one = lane(case, "")
    with styled():
        figure = new_figure(8.2, 1.55 + 0.36 * len(one.bars))
        axes = figure.add_subplot()
        for row, bar in enumerate(one.bars):
            _draw(axes, bar, row, max(one.end, 1.0) / _ACROSS_TIMELINE)
            if bar.goes_on and bar is not one.bars[-1]:
                _arrow(axes, bar.end, row)
        if one.bars:
            _finish(axes, one, len(one.bars) - 1)
        axes.set_yticks(range(len(one.bars)), [_shortened(bar.name, 34) for bar in one.bars])
        _frame(axes, max(one.end, 1.0), len(one.bars))
        _legend(figure, [one])
    return figure


def _draw(axes: Any, bar: Bar, row: int, letter: float) -> None:
    """One bar; `letter` is the width of a letter in months."""
    parts = len(bar.classes)
    for place, name in enumerate(bar.classes):
        low = row - _HEIGHT / 2 + place * _HEIGHT / parts
        colour = COLOURS[name]
        size = (bar.length, _HEIGHT / parts)
        if bar.known == "unknown":
            face = Rectangle((bar.start, low), *size, facecolor="white", edgecolor=colour, hatch="/////", linewidth=0)
        elif bar.known == "interval":
            # dots, since a paler shade would be taken for another class
            face = Rectangle((bar.start, low), *size, facecolor=colour, edgecolor="white", hatch="...", linewidth=0)
        else:
            face = Rectangle((bar.start, low), *size, facecolor=colour)
        axes.add_patch(face)
    outline: dict[str, Any] = {
        "fill": False,
        "edgecolor": INK,
        "linewidth": 0.7,
        "linestyle": ":" if bar.known == "unknown" else "-",
    }
    axes.add_patch(Rectangle((bar.start, row - _HEIGHT / 2), bar.length, _HEIGHT, **outline))
    room = bar.length - _EDGE * letter * bar.progressed
    line = _line(bar)
    if line and room > (len(line) + 1) * letter:
        _say_line(axes, bar, row, line)
        room -= (len(line) + 1.5) * letter
    if bar.response and bar.response != "PD" and room > (len(bar.response) + 0.6) * letter:
        _say_response(axes, bar, row, bar.end - _EDGE * letter * bar.progressed - room / 2)
    if bar.progressed:
        axes.plot(bar.end, row, marker="X", markersize=7, color=VERMILION, markeredgecolor="white", zorder=5)


def _line(bar: Bar) -> str:
    """Its line of therapy, with an m for maintenance."""
    return "" if bar.line is None else f"{bar.line}m" if bar.maintenance else str(bar.line)


def _say_line(axes: Any, bar: Bar, row: int, said: str) -> None:
    plain = bar.known == "course" and bar.classes[0] in _DARK and len(bar.classes) == 1
    box = None if bar.known == "course" else {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none"}
    axes.annotate(
        said, (bar.start, row), xytext=(4, 0), textcoords="offset points", va="center", ha="left", fontsize=7.5,
        fontweight="bold", color="white" if plain else INK, bbox=box, zorder=6,
    )  # fmt: skip


def _say_response(axes: Any, bar: Bar, row: int, place: float) -> None:
    axes.annotate(
        bar.response, (place, row), xytext=(0, 0), textcoords="offset points", ha="center",
        va="center", fontsize=7, color=INK, zorder=6,
        bbox={"boxstyle": "round,pad=0.18", "facecolor": "white", "edgecolor": INK, "linewidth": 0.6},
    )  # fmt: skip


def _finish(axes: Any, one: Lane, row: int) -> None:
    end = one.bars[-1].end
    if one.died:
        at = {"xytext": (13, 0), "textcoords": "offset points", "va": "center", "ha": "center"}
        axes.annotate("†", (end, row), fontsize=12, color=BLACK, **at)
    elif one.ongoing:
        _arrow(axes, end, row)


def _arrow(axes: Any, end: float, row: int) -> None:
    style = {"arrowstyle": "<|-", "color": INK, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (end, row), xytext=(20, 0), textcoords="offset points", arrowprops=style)


def _frame(axes: Any, end: float, rows: int) -> None:
    axes.set_xlim(0, end * 1.08)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set_xlabel("Months from the first course")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.grid(axis="x", color=RULE, linewidth=0.6)
    axes.set_axisbelow(True)


def _legend(figure: Figure, lanes: Sequence[Lane]) -> None:
    bars = [bar for one in lanes for bar in one.bars]
    used = {name for bar in bars for name in bar.classes}
    shown: list[Any] = [
        Patch(facecolor=c, edgecolor=INK, linewidth=0.7, label=n) for n, c in COLOURS.items() if n in used
    ]
    if any(bar.known == "interval" for bar in bars):
        shown.append(
            Patch(facecolor=SOFT, edgecolor="white", hatch="...", label="only time to progression or of response known")
        )
    if any(bar.known == "unknown" for bar in bars):
        shown.append(Patch(facecolor="white", edgecolor=SOFT, hatch="/////", label="length not stated"))
    if any(bar.progressed for bar in bars):
        shown.append(Line2D([], [], marker="X", color=VERMILION, linestyle="", markersize=7, label="progression"))
    if any(one.died for one in lanes):
        shown.append(Line2D([], [], marker="$\\dag$", color=BLACK, linestyle="", markersize=7, label="died"))
    if any(one.ongoing for one in lanes) or (len(lanes) == 1 and any(bar.goes_on for bar in bars)):
        shown.append(Line2D([], [], marker=">", color=INK, markersize=5, label="goes on"))
    legend = figure.legend(
        handles=shown, loc="outside lower left", ncols=4, title=_NOTE, title_fontsize=7.5, alignment="left"
    )
    legend.get_title().set_color(SOFT)


def _shortened(name: str, most: int) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
