"""A gene and its variant: which gene a notation belongs to, and DNA and protein changes told together."""

from __future__ import annotations

from collections.abc import Iterator

from caseextract import caseblind as re
from caseextract.facts.alteration.names import Named, glued_to, symbol_of
from caseextract.facts.alteration.notation import coding, is_coding, short_form
from caseextract.facts.alteration.presence import is_present
from caseextract.facts.alteration.scene import Claim, Scene
from caseextract.knowledge import lexicon
from caseextract.schema import AlterationType
from caseextract.schema.mention import AssertedMention, Mention

CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|however)\b")
INTO_GENE = re.compile(r"\W*(?:[\w-]+ ){0,3}?(?:in|of|for|within|involving|affecting|on) (?:(?:the|exons?|codon|his|her|tumou?r|suppressor|kinase|\d+|of|gene|protein)\s)*$", re.I)
COPY_GAIN = 4.0


def of_variants(scene: Scene) -> Iterator[Claim]:
    """The claims that name a variant or a number of copies."""
    bound: list[tuple[AssertedMention, Named, str | None]] = []
    for variant in scene.variants:
        gene = _gene_of(variant.mention, scene)
        if gene is not None:
            bound.append((variant, gene, short_form(variant.mention, scene.text)))
    for position, (variant, gene, short) in enumerate(bound):
        mention = variant.mention
        if mention.label == "copy_number":
            if not _is_gain(mention):
                continue
        elif short is None:
            continue
        protein = _protein_beside(bound, position, scene.text)
        if protein is not None:
            continue
        if mention.label == "exon_mutation" and any(g is gene and v is not variant and not is_coding(v.mention) for v, g, _ in bound):
            continue
        present = is_present(mention, variant, gene, scene)
        if present is None:
            continue
        hgvs = _coding_beside(bound, position, scene.text)
        start, end = min(gene.start, mention.start), max(gene.end, mention.end)
        yield Claim(gene, _kind_of(mention), short, present, start, end, hgvs)


def _protein_beside(bound: list[tuple[AssertedMention, Named, str | None]], position: int, text: str) -> str | None:
    """The protein change that explains a DNA change, where the text gives both."""
    variant, gene, _ = bound[position]
    if not is_coding(variant.mention):
        return None
    for other, named, short in bound[max(0, position - 1) : position + 2]:
        if other is not variant and named is gene and not is_coding(other.mention) and short and _beside(variant.mention, other.mention, text):
            return short
    return None


def _coding_beside(bound: list[tuple[AssertedMention, Named, str | None]], position: int, text: str) -> str | None:
    variant, gene, _ = bound[position]
    if is_coding(variant.mention):
        return coding(text[variant.mention.start : variant.mention.end])
    for other, named, _ in bound[max(0, position - 1) : position + 2]:
        if named is gene and is_coding(other.mention) and _beside(other.mention, variant.mention, text):
            return coding(text[other.mention.start : other.mention.end])
    return None


def _beside(one: Mention, other: Mention, text: str) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return second.start - first.end < 30 and not re.search(
        r";(?! ?\(?p\.)|\band\b(?! p\.)", text[first.end : min(second.end, second.start + 2)]
    )


def _is_gain(mention: Mention) -> bool:
    number = next((mention.groups[key] for key in ("number", "number2", "number3") if mention.groups.get(key)), "")
    figure = re.search(r"\d+(?:\.\d+)?", number)
    return figure is not None and float(figure[0]) >= COPY_GAIN


def _kind_of(mention: Mention) -> AlterationType:
    return "amplification" if mention.label == "copy_number" else "mutation"


def _gene_of(variant: Mention, scene: Scene) -> Named | None:
    """The gene that a variant belongs to: glued to it, known to have it, or the nearest within the clause."""
    glued = symbol_of(glued_to(variant))
    if glued:
        return next((gene for gene in scene.genes if gene.symbol == glued), None)
    short = short_form(variant, scene.text)
    known = lexicon("hotspots").get(short or "")
    if known is not None:
        named = [gene for gene in scene.genes if gene.symbol == known.get("gene")]
        if named:
            return min(named, key=lambda gene: abs(gene.start - variant.start))
        if not known.get("named"):
            return None
    best = min(((_distance(gene, variant, scene.text), gene.start, gene) for gene in scene.genes), key=lambda found: found[:2], default=None)
    return best[2] if best is not None and best[0] < 120 else None


def _distance(gene: Named, variant: Mention, text: str) -> float:
    far = 200.0 if gene.family is not None and gene.family not in ("RAS", "RAF", "H3", "MLL", "IDH") else 0.0
    if gene.start <= variant.start < gene.end or variant.start <= gene.start < variant.end:
        return far
    if gene.end <= variant.start:
        gap = text[gene.end : variant.start]
        return far + len(gap) + 40 * len(CLAUSE.findall(gap))
    gap = text[variant.end : gene.start]
    near = INTO_GENE.match(gap) or gap in (" ", "-")
    return far + len(gap) + (5 if near else 60) + 40 * len(CLAUSE.findall(gap))
