"""Which word belongs to which gene: directly, or over the genes of one enumeration."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.facts.alteration.grammar import only
from caseextract.facts.alteration.names import Named
from caseextract.facts.alteration.scene import Scene
from caseextract.schema.mention import AssertedMention, Mention

CLAUSE = re.compile(r";|\b(?:while|whereas|but|although|however)\b")
CONTRAST = re.compile(r"\bbut\b(?! not\b)", re.I)
CONNECTS = re.compile(r"\s?,?\s?(?:and|or|as well as|plus|along with|together with)\b(?!/)", re.I)
FURTHER = re.compile(r"\s?(?:,|/|and/or|and|or|nor)\s?(?:and |or )?(?:an? |gene |no )?", re.I)
OF_ANOTHER = re.compile(r"\s(?:of|in)\b", re.I)
PASSIVE = re.compile(r"^\s?(?:was|were|is|are|has been|have been|could be)(?: also| not| never)?(?: detected| found| identified| seen| present| observed| noted| revealed| demonstrated)?(?= in| of| for|\b)", re.I)


def word_of(gene: Named, scene: Scene, specific: set[int]) -> AssertedMention | None:
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
        if others and (before is not None or gene.start in specific or _is_foreign(others, specific, word.mention, scene.text) or _is_single(others[-1], scene.text)):
            continue
        if not others and CONNECTS.match(scene.text[gene.end : word.mention.start]):
            continue
        if _reaches_right(gene, word.mention, scene):
            return word
    return before


def _is_foreign(others: Sequence[Named], specific: set[int], word: Mention, text: str) -> bool:
    """Whether the word belongs to a gene with a variant of its own; a plural after the last one takes in all."""
    of_all = re.search(r"(?:mutation|variant|alteration)s$", text[word.start : word.end]) is not None
    return not of_all and any(other.start in specific for other in others)


def _is_single(gene: Named, text: str) -> bool:
    """Whether an article sets the gene apart from the enumeration before it ("and an ERBB2 amplification")."""
    return bool(re.search(r"\b(?:an?|one)\s(?:[\w-]+\s)?$", text[max(0, gene.start - 25) : gene.start]))


def _reaches_right(gene: Named, word: Mention, scene: Scene) -> bool:
    stops = sorted([(g.start, g.end) for g in scene.genes if gene.end <= g.start and g.end <= word.start] + _between(scene, gene.end, word.start))
    position = gene.end
    for start, end in stops:
        if start < position:
            continue
        if not only(scene.text, position, start, *_listing(start, scene)):
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
        parts = ("before_gene", "descriptor", "verb") if first else _listing(start, scene)
        is_variant = first and not any(other.start == start for other in scene.genes)
        if is_variant or not only(scene.text, position, start, *parts) or (first and not _leads(scene.text, position, start, any(g.start == start for g in scene.genes))):
            return False
        position, first = end, False
    return True


def _listing(start: int, scene: Scene) -> tuple[str, ...]:
    """What may stand before the next of a list: a semicolon between notations of a variant, not between genes."""
    return ("list", "descriptor") if any(gene.start == start for gene in scene.genes) else ("list", "descriptor", "notation")


def _leads(text: str, start: int, end: int, to_gene: bool) -> bool:
    """Whether the gap leads from an alteration to its gene, and is no mere comma between two enumerations."""
    gap = PASSIVE.sub("", text[start:end]).strip()
    return gap in ("", "-", ":") or (gap == "(" and to_gene) or bool(re.match(r"(?i)(?:,? ?(?:in|of|for|at|on|within|involving|affecting|including|such as|namely|encoding|to|that)\b|:)|genes?\b", gap))


def _between(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """Variants in the gap: they may stand in an enumeration of genes."""
    return [(v.mention.start, v.mention.end) for v in scene.variants if start <= v.mention.start and v.mention.end <= end]


def _clause_between(text: str, start: int, end: int) -> bool:
    return bool(CLAUSE.search(text[start:end]))


def with_further(word: AssertedMention, scene: Scene) -> list[AssertedMention]:
    """The word and those enumerated with it ("amplification and/or mutation")."""
    chain = [word]
    for other in scene.words:
        last = chain[-1].mention
        if other.mention.start >= last.end and FURTHER.fullmatch(scene.text[last.end : other.mention.start]) and other.mention.label != last.label and not OF_ANOTHER.match(scene.text[other.mention.end : other.mention.end + 4]):
            chain.append(other)
    return chain


def head_of_list(gene: Named, scene: Scene) -> int:
    """Where the enumeration begins that the gene is in."""
    start = gene.start
    for other in reversed([g for g in scene.genes if g.end <= gene.start]):
        if not only(scene.text, other.end, start, "list", "descriptor", longest=40) or CONTRAST.search(scene.text[other.end : start]):
            break
        start = other.start
    return start
