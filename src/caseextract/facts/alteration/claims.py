"""What a sentence claims of its genes: each bound to its variant, to the word that says what is altered, or to a status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.facts.alteration import polarity
from caseextract.facts.alteration.fusion_pairs import drives_alone
from caseextract.facts.alteration.grammar import only
from caseextract.facts.alteration.names import Named, symbol_of
from caseextract.facts.alteration.notation import UNSPECIFIC, coding, is_coding, short_form
from caseextract.knowledge import lexicon
from caseextract.schema import AlterationType
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Sentence

CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|however)\b")
STAINED = re.compile(r"immuno|\bIHC\b|\bstain|\bexpress|\bnuclear\b|cytoplasm|membran|\bCD\d+\b|antibod", re.I)
WEAK = re.compile(r"^(?:gains?|loss(?:es)?|lost|express\w*|variants?|retained|copy.numbers?|duplications?|insertions?|inversions?|nonsense|normal)$", re.I)
LOSS = re.compile(r"^(?:loss(?:es)?|lost|deficient|-deficient)$", re.I)
KEPT = re.compile(r"^(?:retained|intact|preserved)", re.I)
PATTERN = re.compile(r"[\s-]*(?:type\s|pattern\s)?(?:of\s)?(?:pattern|staining|immuno\w+|expression|phenotype)\b", re.I)
VAGUE = re.compile(r"positive|negative|alter|status|aberration|variant|abnormal|mutation", re.I)
FUSION_BY_NATURE = frozenset("ALK ROS1 RET NTRK1 NTRK2 NTRK3 NRG1 KMT2A EWSR1 SS18 NUTM1 TFE3 TFEB PLAG1 FOXO1 DDIT3 USP6 BCL6 RARA CRLF2 MAML2".split())
ALSO_MUTATED = frozenset("RET ALK ROS1 NTRK1 NTRK2 NTRK3".split())
FURTHER = re.compile(r"\s?(?:,|/|and/or|and|or|nor)\s?(?:and |or )?(?:an? |gene |no )?", re.I)
INTO_GENE = re.compile(r"\W*(?:[\w-]+ ){0,3}?(?:in|of|for|within|involving|affecting|on) (?:(?:the|exons?|codon|his|her|tumou?r|suppressor|kinase|\d+|of|gene|protein)\s)*$", re.I)
FINDING = re.compile(r"\b(?:reveal|show|identif|demonstrat|detect|disclos|found|uncover|confirm|harbou?r|carr|with)\w*\b", re.I)
PASSIVE = re.compile(r"^\s?(?:was|were|is|are|has been|have been|could be)(?: also| not| never)?(?: detected| found| identified| seen| present| observed| noted| revealed| demonstrated)?(?= in| of| for|\b)", re.I)
ADJECTIVE = re.compile(r"(?:mutated|mutant|rearranged|translocated|amplified|methylated|deleted|altered|positive)$", re.I)
COPY_GAIN = 4.0
STATUS_ROLES = ("oncogene", "kinase", "tumor suppressor", "DNA repair", "mismatch", "splicing", "fusion driver", "cohesin", "germline")


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


def claims(scene: Scene) -> Iterator[Claim]:
    """The sentence's claims, in the order in which they are found."""
    specific: set[int] = set()
    for claim in _of_variants(scene):
        specific.add(claim.gene.start)
        yield claim
    for gene in scene.genes:
        yield from _of_gene(gene, scene, specific)


# --- a gene and its variant -------------------------------------------------------------------------------------------


def _of_variants(scene: Scene) -> Iterator[Claim]:
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
        present = _is_present(mention, variant, gene, scene)
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
    gap = text[first.end : second.start]
    return len(gap) < 30 and not re.search(r";(?! ?\(?p\.)|\band\b(?! p\.)", gap)


def _is_gain(mention: Mention) -> bool:
    number = next((mention.groups[key] for key in ("number", "number2", "number3") if mention.groups.get(key)), "")
    figure = re.search(r"\d+(?:\.\d+)?", number)
    return figure is not None and float(figure[0]) >= COPY_GAIN


def _kind_of(mention: Mention) -> AlterationType:
    return "amplification" if mention.label == "copy_number" else "mutation"


def _gene_of(variant: Mention, scene: Scene) -> Named | None:
    """The gene that a variant belongs to: glued to it, known to have it, or the nearest within the clause."""
    glued = symbol_of(variant.groups.get("gene", ""))
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


# --- a gene and the word that says what is altered ---------------------------------------------------------------------


def _of_gene(gene: Named, scene: Scene, specific: set[int]) -> Iterator[Claim]:
    word = _word_of(gene, scene, specific)
    if gene.pair is not None:
        present = _is_present(word.mention if word else None, word or gene.asserted, gene, scene)
        if present is not None:
            yield Claim(gene, "fusion", gene.pair, present, gene.start, word.mention.end if word and word.mention.start > gene.end else gene.end)
        return
    if word is None:
        if gene.start not in specific:
            yield from _by_status(gene, scene)
        return
    for one in _with_further(word, scene):
        kind = _kind_by(one.mention, gene, scene)
        if kind is None or (gene.start in specific and kind in ("mutation", "fusion")):
            continue
        if kind == "expression" and not gene.is_targetable:
            continue
        present = _is_present(one.mention, one, gene, scene)
        if present is not None:
            yield Claim(gene, kind, None, present, min(gene.start, one.mention.start), max(gene.end, one.mention.end))


def _with_further(word: AssertedMention, scene: Scene) -> list[AssertedMention]:
    """The word and those enumerated with it ("amplification and/or mutation")."""
    chain = [word]
    for other in scene.words:
        last = chain[-1].mention
        if other.mention.start >= last.end and FURTHER.fullmatch(scene.text[last.end : other.mention.start]) and other.mention.label != last.label:
            chain.append(other)
    return chain


def _kind_by(word: Mention, gene: Named, scene: Scene) -> AlterationType | None:
    """The type that the word means for this gene; None where it is too weak for it."""
    said = scene.text[word.start : word.end]
    kind: AlterationType = word.label  # type: ignore[assignment]
    if (WEAK.match(said) and gene.is_ambiguous) or (gene.is_stain and PATTERN.match(scene.text[word.end : word.end + 30])):
        return None
    if LOSS.match(said) and (gene.is_stain or "mismatch" in gene.role or STAINED.search(scene.content)):
        return "loss_of_expression" if STAINED.search(scene.content) else None
    if KEPT.match(said) and not (gene.is_stain or STAINED.search(scene.content)):
        return None
    if kind in ("deletion", "amplification") and gene.role in ("tumor marker", "immune / cell surface"):
        return None
    if kind == "mutation" and gene.symbol in FUSION_BY_NATURE and VAGUE.search(said) and gene.symbol not in ALSO_MUTATED:
        return "fusion"
    if kind == "mutation" and gene.symbol in ("ALK", "ROS1") and _among_lung_genes(gene, scene):
        return "fusion"
    if kind == "mutation" and gene.symbol in ALSO_MUTATED and re.search("alter|aberration|status|positive|wild", said, re.I):
        return "fusion"
    return kind


def _among_lung_genes(gene: Named, scene: Scene) -> bool:
    """Whether it is listed beside the other drivers of lung cancer, where "ALK mutation" means its rearrangement."""
    return bool({"EGFR", "KRAS", "ROS1", "ALK", "BRAF"} & {other.symbol for other in scene.genes if other.symbol != gene.symbol})


def _word_of(gene: Named, scene: Scene, specific: set[int]) -> AssertedMention | None:
    """The word right of the gene or of its enumeration, or left of them.

    In an enumeration of genes with their variants the word belongs to its neighbour alone.
    """
    right = [word for word in scene.words if gene.end <= word.mention.start]
    left = [word for word in scene.words if word.mention.end <= gene.start]
    covering = next((w for w in scene.words if w.mention.start < gene.end and gene.start < w.mention.end), None)
    if covering is not None:
        return covering
    before = next((word for word in reversed(left[-2:]) if _reaches_left(gene, word.mention, scene)), None)
    for word in right[:1]:
        others = [other for other in scene.genes if gene.end <= other.start and other.end <= word.mention.start]
        if others and (before is not None or gene.start in specific or any(other.start in specific for other in others) or _is_single(others[-1], scene.text)):
            continue
        if _reaches_right(gene, word.mention, scene):
            return word
    return before


def _is_single(gene: Named, text: str) -> bool:
    """Whether an article sets the gene apart from the enumeration before it ("and an ERBB2 amplification")."""
    return bool(re.search(r"\b(?:an?|one)\s(?:[\w-]+\s)?$", text[max(0, gene.start - 25) : gene.start]))


def _reaches_right(gene: Named, word: Mention, scene: Scene) -> bool:
    stops = sorted([(g.start, g.end) for g in scene.genes if gene.end <= g.start and g.end <= word.start] + _between(scene, gene.end, word.start))
    position = gene.end
    for start, end in stops:
        if start < position:
            continue
        if not only(scene.text, position, start, "list", "descriptor"):
            return False
        position = end
    parts = ("list", "descriptor", "verb") if not stops else ("descriptor", "verb", "list")
    return only(scene.text, position, word.start, *parts) and not _clause_between(scene.text, position, word.start)


def _reaches_left(gene: Named, word: Mention, scene: Scene) -> bool:
    stops = sorted([(g.start, g.end) for g in scene.genes if word.end <= g.start and g.end <= gene.start] + _between(scene, word.end, gene.start))
    position, first = word.end, True
    for start, end in [*stops, (gene.start, gene.end)]:
        if start < position:
            continue
        parts = ("before_gene", "descriptor", "verb") if first else ("list", "descriptor")
        if not only(scene.text, position, start, *parts) or (first and not _leads(scene.text, position, start, any(g.start == start for g in scene.genes))):
            return False
        position, first = end, False
    return True


def _leads(text: str, start: int, end: int, to_gene: bool) -> bool:
    """Whether the gap leads from an alteration to its gene, and is no mere comma between two enumerations."""
    gap = PASSIVE.sub("", text[start:end]).strip()
    return gap in ("", "-", ":") or (gap == "(" and to_gene) or bool(re.match(r"(?i)(?:,? ?(?:in|of|for|at|on|within|involving|affecting|including|such as|namely|encoding|to|that)\b|:)|genes?\b", gap))


def _between(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """Variants in the gap: they may stand in an enumeration of genes."""
    return [(v.mention.start, v.mention.end) for v in scene.variants if start <= v.mention.start and v.mention.end <= end]


def _clause_between(text: str, start: int, end: int) -> bool:
    return bool(CLAUSE.search(text[start:end]))


# --- a gene and nothing but a status ------------------------------------------------------------------------------------


def _by_status(gene: Named, scene: Scene) -> Iterator[Claim]:
    """A gene with only a status: "ALK-positive", "negative for ROS1", "EGFR (-)"."""
    if gene.symbol == "ERBB2" or (gene.is_ambiguous and not gene.is_targetable):
        return
    right = polarity.after(scene.text, gene.end, scene.sentence.end, scene.spans)
    left = polarity.before(scene.text, gene.start, scene.sentence.start) or polarity.before(scene.text, _head(gene, scene), scene.sentence.start)
    listed = polarity.negated(gene.asserted.judgement, scene.text, gene.start, scene.sentence.start) and _in_negated_list(gene, scene)
    if right is not None and right[2]:
        present, start, end = right[0] == "present", gene.start, right[1]
    elif left is not None and left[0] != "tested":
        present, start, end = left[0] == "present", left[1], gene.end
    elif listed:
        present, start, end = False, gene.start, gene.end
    else:
        return
    kind = _kind_of_status(gene, scene, scene.text[start:end])
    if kind is not None and not polarity.uncertain(gene.asserted.judgement, scene.text, gene.start, scene.sentence.start):
        yield Claim(gene, kind, None, present, start, end)


def _in_negated_list(gene: Named, scene: Scene) -> bool:
    """Whether "negative for" or "no" stands at the head of the enumeration that the gene is in."""
    found = polarity.before(scene.text, _head(gene, scene), scene.sentence.start)
    return found is not None and found[0] == "absent"


def _head(gene: Named, scene: Scene) -> int:
    """Where the enumeration begins that the gene is in."""
    start = gene.start
    for other in reversed([g for g in scene.genes if g.end <= gene.start]):
        if not only(scene.text, other.end, start, "list", "descriptor", longest=40):
            break
        start = other.start
    return start


def _kind_of_status(gene: Named, scene: Scene, said: str) -> AlterationType | None:
    """What "positive" means for this gene: a fusion, a mutation, or the protein; None where it is a mere stain."""
    genetic = re.search(r"mut|wild|\bwt\b(?![\s-]?1)|rearr|amplif|alter", said, re.I)
    if gene.is_stain and not genetic:
        return None
    if STAINED.search(scene.content) and not genetic:
        return "expression" if gene.is_targetable else None
    spelt = scene.text[gene.start : gene.end]
    if not genetic and gene.is_targetable and re.match(r"(?i)CD\d|c-?kit", spelt):
        return "expression"
    if drives_alone(gene.symbol) and gene.symbol in FUSION_BY_NATURE:
        return "fusion"
    return "mutation" if any(role in gene.role for role in STATUS_ROLES) and (gene.is_targetable or not gene.is_ambiguous) else None


# --- present or absent ---------------------------------------------------------------------------------------------------


def _is_present(word: Mention | None, asserted: AssertedMention, gene: Named, scene: Scene) -> bool | None:
    """Whether the claim is said to be so; None where it was only looked for, or is only suspected."""
    text, sentence = scene.text, scene.sentence
    start = min(gene.start, word.start if word else gene.start)
    end = max(gene.end, word.end if word else gene.end)
    judged = (asserted.judgement, gene.asserted.judgement)
    if any(polarity.uncertain(one, text, start, sentence.start) for one in judged):
        return None
    if word is not None and (polarity.NEGATIVE_WORD.search(text[word.start : word.end]) or _denied_between(gene, word, text)):
        return False
    said = text[word.start : word.end] if word else ""
    right = None if ADJECTIVE.search(said) and gene.end <= (word.start if word else 0) else polarity.after(text, end, sentence.end, scene.spans, complete=True)
    left = polarity.before(text, start, sentence.start) or polarity.before(text, _head(gene, scene), sentence.start)
    if left is not None and left[0] == "tested" and word is not None and FINDING.search(text[gene.end : word.start]):
        left = None
    negative = any(polarity.negated(one, text, start, sentence.start) for one in judged) or (left is not None and left[0] == "absent")
    if right is not None and right[0] == "absent":
        negative = True
    if negative:
        return polarity.was_there(text, start, sentence.end)
    if (right is not None and right[0] == "tested") or (left is not None and left[0] == "tested"):
        return None if right is None or right[0] == "tested" else True
    return True


def _denied_between(gene: Named, word: Mention, text: str) -> bool:
    first, second = (gene.end, word.start) if gene.end <= word.start else (word.end, gene.start)
    return bool(re.search(r"\b(?:not|no|never|neither)\b", text[first:second], re.I))
