"""How all plots look: colours of Okabe and Ito (2008), which colour-blind readers tell apart, on white, fit for print.

The same record gives the same SVG, byte for byte.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from caseextract.errors import MissingExtra

try:
    import matplotlib
    from matplotlib.figure import Figure
except ImportError as error:
    raise MissingExtra("Plots need matplotlib: pip install 'caseextract[plots]'") from error

ORANGE, SKY, GREEN, YELLOW = "#E69F00", "#56B4E9", "#009E73", "#F0E442"
BLUE, VERMILION, PURPLE, BLACK = "#0072B2", "#D55E00", "#CC79A7", "#000000"
GREY, INK, SOFT, RULE = "#9AA3AB", "#18222D", "#51606F", "#D5DCE3"

_SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "caseextract",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "ytick.labelcolor": INK,
    "hatch.linewidth": 0.8,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "figure.facecolor": "white",
}


def styled() -> Any:
    """The settings, as a context."""
    return matplotlib.rc_context(_SETTINGS)


def new_figure(width: float, height: float) -> Figure:
    """A figure of this size in inches; it belongs to no window and is freed with its last reference."""
    return Figure(figsize=(width, height), layout="constrained")


def svg(figure: Figure) -> bytes:
    """The figure as SVG."""
    out = io.BytesIO()
    with styled():
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": "caseextract"})
    return out.getvalue()


def save(figure: Figure, stem: Path) -> tuple[Path, Path]:
    """Write `stem.svg` and `stem.png` (200 dots an inch), and their folder where it is missing."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    vector, picture = stem.with_name(f"{stem.name}.svg"), stem.with_name(f"{stem.name}.png")
    vector.write_bytes(svg(figure))
    with styled():
        figure.savefig(picture, format="png", dpi=200, metadata={"Software": None})
    return vector, picture
