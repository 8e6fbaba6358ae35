"""What a sentence claims of its genes: each bound to its variant, to the word that says what is altered, or to a status."""

from __future__ import annotations

from collections.abc import Iterator

from caseextract.facts.alteration import polarity
from caseextract.facts.alteration.binding import head_of_list, with_further, word_of
from caseextract.facts.alteration.kinds import is_stained, kind_by, kind_of_status
from caseextract.facts.alteration.names import Named
from caseextract.facts.alteration.of_variants import of_variants
from caseextract.facts.alteration.presence import is_present
from caseextract.facts.alteration.scene import Claim, Scene

LOST_BY_STAIN = frozenset("SMARCB1 SMARCA4 SDHB BAP1 FH ATRX MTAP".split())
"""Genes whose protein every healthy cell has: a negative stain is a loss."""


def claims(scene: Scene) -> Iterator[Claim]:
    """The sentence's claims, in the order in which they are found."""
    specific: set[int] = set()
    for claim in of_variants(scene):
        specific.add(claim.gene.start)
        yield claim
    for gene in scene.genes:
        yield from of_gene(gene, scene, specific)


def of_gene(gene: Named, scene: Scene, specific: set[int]) -> Iterator[Claim]:
    """What is said of one gene; `specific` are the places of genes that have a variant of their own."""
    word = word_of(gene, scene, specific)
    if gene.pair is not None:
        present = is_present(word.mention if word else None, word or gene.asserted, gene, scene)
        if present is not None:
            yield Claim(gene, "fusion", gene.pair, present, gene.start, word.mention.end if word and word.mention.start > gene.end else gene.end)
        return
    if word is None:
        if gene.start not in specific:
            yield from by_status(gene, scene)
        return
    for one in with_further(word, scene):
        kind = kind_by(one.mention, gene, scene)
        if kind is None or (gene.start in specific and kind in ("mutation", "fusion", "deletion")):
            continue
        if kind == "expression" and (not gene.is_targetable or gene.symbol == "ERBB2"):
            continue
        present = is_present(one.mention, one, gene, scene)
        if present is not None:
            yield Claim(gene, kind, None, present, min(gene.start, one.mention.start), max(gene.end, one.mention.end))


def by_status(gene: Named, scene: Scene) -> Iterator[Claim]:
    """A gene with only a status: "ALK-positive", "negative for ROS1", "EGFR (-)"."""
    if gene.symbol == "ERBB2" or (gene.is_ambiguous and not gene.is_targetable):
        return
    said = _called_normal(gene, scene) or _said(gene, scene)
    if said is None:
        return
    present, start, end = said
    kind = kind_of_status(gene, scene, scene.text[start:end])
    if kind is None and not present and gene.symbol in LOST_BY_STAIN and is_stained(scene):
        kind, present = "loss_of_expression", True
    if kind is not None and not polarity.uncertain(gene.asserted.judgement, scene.text, gene.start, scene.sentence.start):
        yield Claim(gene, kind, None, present, start, end)


def _called_normal(gene: Named, scene: Scene) -> tuple[bool, int, int] | None:
    """Whether the gene is called normal ("normal PTEN"), or listed in brackets after "negative"; not what treatment made normal."""
    text, begin = scene.text, scene.sentence.start
    normal = polarity.CALLED_NORMAL.search(text[max(begin, gene.start - 8) : gene.start]) and not polarity.UNDER_TREATMENT.search(text[max(begin, gene.start - 80) : gene.start])
    return (False, gene.start, gene.end) if normal or polarity.LISTED_NEGATIVE.search(text[begin : head_of_list(gene, scene)]) else None


def _said(gene: Named, scene: Scene) -> tuple[bool, int, int] | None:
    """Whether it is said to be there by a word right or left of it, and from where to where."""
    text, begin = scene.text, scene.sentence.start
    if (right := polarity.after(text, gene.end, scene.sentence.end, scene.spans)) and right[2]:
        return right[0] == "present", gene.start, right[1]
    left = polarity.before(text, gene.start, begin) or polarity.before(text, head_of_list(gene, scene), begin)
    if left is not None and left[0] != "tested":
        return left[0] == "present", left[1], gene.end
    listed = polarity.negated(gene.asserted.judgement, text, gene.start, begin) and _in_negated_list(gene, scene)
    return (False, gene.start, gene.end) if listed else None


def _in_negated_list(gene: Named, scene: Scene) -> bool:
    """Whether "negative for" or "no" stands at the head of the enumeration that the gene is in."""
    found = polarity.before(scene.text, head_of_list(gene, scene), scene.sentence.start)
    return found is not None and found[0] == "absent"
