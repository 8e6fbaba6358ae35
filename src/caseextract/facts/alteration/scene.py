"""A sentence with what is named in it, and what it may claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseextract.facts.alteration.names import Named
from caseextract.facts.alteration.notation import UNSPECIFIC
from caseextract.schema import AlterationType
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """A gene, what is said of it, and the characters that say so."""

    gene: Named
    kind: AlterationType
    variant: str | None
    present: bool
    start: int
    end: int
    hgvs: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what is named in it."""

    text: str
    sentence: Sentence
    genes: list[Named]
    words: list[AssertedMention]
    variants: list[AssertedMention]
    spans: list[tuple[int, int]]

    @property
    def content(self) -> str:
        """The sentence's characters."""
        return self.text[self.sentence.start : self.sentence.end]


def scene_of(inside: Sequence[AssertedMention], genes: list[Named], sentence: Sentence, text: str) -> Scene:
    """The sentence as the binding needs it."""
    pairs = [gene for gene in genes if gene.pair is not None]
    words = [a for a in inside if a.mention.kind == "alteration" and not any(g.start <= a.mention.start and a.mention.end <= g.end for g in genes)]
    variants = [
        a for a in inside
        if a.mention.kind == "variant" and a.mention.label not in UNSPECIFIC | {"fusion_pair", "fusion_breakpoint_exons"}
        and not any(g.start < a.mention.start and a.mention.end <= g.end for g in pairs)
    ]
    words = [w for w in words if not any(v.mention.start <= w.mention.start and w.mention.end <= v.mention.end for v in variants)]
    spans = sorted({(a.mention.start, a.mention.end) for a in (*words, *variants)} | {(gene.start, gene.end) for gene in genes})
    return Scene(text, sentence, genes, words, variants, spans)
