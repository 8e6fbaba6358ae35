"""Oncoprint: genes against patients, each kind of alteration in its own colour and shape."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from caseextract.plots.style import BLUE, GREEN, INK, ORANGE, PURPLE, SKY, VERMILION, YELLOW, new_figure, styled
from caseextract.schema import Case

# full cells first, then bands, so that two kinds in one gene can both be seen, in black and white too
_LOOKS = {
    "amplification": (VERMILION, 1.0),
    "deletion": (BLUE, 1.0),
    "expression": (YELLOW, 1.0),
    "loss_of_expression": (SKY, 1.0),
    "methylation": (ORANGE, 0.66),
    "fusion": (PURPLE, 0.66),
    "mutation": (GREEN, 0.33),
}
MOST_GENES = 40
_EMPTY = "#E9EDF1"


def oncoprint(cases: Sequence[tuple[str, Case]]) -> Figure:
    """Patients with at least one alteration; the gene altered most often stands on top."""
    found = {label: _altered(case) for label, case in cases if _altered(case)}
    counts = Counter(gene for genes in found.values() for gene in genes)
    genes = sorted(counts, key=lambda gene: (-counts[gene], gene))[:MOST_GENES]
    columns = sorted(found, key=lambda label: [gene not in found[label] for gene in genes] + [label])
    with styled():
        figure = new_figure(min(2.6 + 0.36 * len(columns), 16), 1.9 + 0.27 * len(genes))
        axes = figure.add_subplot()
        for column, label in enumerate(columns):
            for row, gene in enumerate(genes):
                axes.add_patch(Rectangle((column + 0.06, row + 0.06), 0.88, 0.88, facecolor=_EMPTY, linewidth=0))
                for kind in [kind for kind in _LOOKS if kind in found[label].get(gene, ())]:
                    colour, height = _LOOKS[kind]
                    low = row + 0.06 + 0.88 * (1 - height) / 2
                    axes.add_patch(Rectangle((column + 0.06, low), 0.88, 0.88 * height, facecolor=colour, linewidth=0))
        axes.set_xlim(0, max(len(columns), 1))
        axes.set_ylim(len(genes), 0)
        axes.set_yticks([row + 0.5 for row in range(len(genes))], genes, fontstyle="italic")
        axes.set_xticks([place + 0.5 for place in range(len(columns))], columns, rotation=45, ha="right", rotation_mode="anchor", fontsize=7.5)
        axes.tick_params(length=0, labelcolor=INK)
        axes.spines[:].set_visible(False)
        share = axes.secondary_yaxis("right")
        share.set_yticks([r + 0.5 for r in range(len(genes))], [f"{counts[gene]}/{len(columns)}" for gene in genes])
        share.tick_params(length=0, labelcolor=INK)
        share.spines[:].set_visible(False)
        axes.set_title("Alterations by patient")
        used = {kind for genes_of in found.values() for kinds in genes_of.values() for kind in kinds}
        handles = [Patch(facecolor=c, label=kind.replace("_", " ")) for kind, (c, _) in _LOOKS.items() if kind in used]
        figure.legend(handles=handles, loc="outside lower left", ncols=4)
    return figure


def _altered(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for alteration in case.alterations:
        if alteration.status == "present":
            found[alteration.gene].add(alteration.type)
    return found
