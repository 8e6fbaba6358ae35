"""What a word or a mere status means for a gene: a mutation, a fusion, a loss of the protein …"""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.facts.alteration.fusion_pairs import drives_alone
from caseextract.facts.alteration.names import Named
from caseextract.facts.alteration.scene import Scene
from caseextract.schema import AlterationType
from caseextract.schema.mention import Mention

STAINED = re.compile(r"immuno|\bIHC\b|\bstain|\bexpress|\bnuclear\b|cytoplasm|membran|\bCD\d+\b|antibod", re.I)
WEAK = re.compile(r"^(?:gains?|loss(?:es)?|lost|express\w*|variants?|retained|copy.numbers?|duplications?|insertions?|inversions?|nonsense|normal)$", re.I)
LOSS = re.compile(r"^(?:loss(?:es)?|lost|-?deficien(?:t|cy))$", re.I)
SEQUENCED = re.compile(r"\bNGS\b|sequenc|genomic|\bWES\b|panel|copy|homozyg|biallelic|profiling", re.I)
KEPT = re.compile(r"^(?:retained|intact|preserved)", re.I)
PATTERN = re.compile(r"[\s-]*(?:type\s|pattern\s)?(?:of\s)?(?:pattern|staining|immuno\w+|expression|phenotype)\b", re.I)
VAGUE = re.compile(r"positive|negative|alter|status|aberration|variant|abnormal|mutation", re.I)
OF_RESIDUES = re.compile(r"s? (?:of|in|involving|affecting|spanning|encompassing|within|at) (?:the )?(?:parts? of )?(?:codons?|amino acids?|residues?|nucleotides?) ?\d", re.I)
INTRAGENIC = re.compile(r"\bintragenic $", re.I)
POINT = re.compile(r"\b(?:somatic|missense|point|kinase domain) (?:mut\w+|variants?)?$", re.I)
FUSION_BY_NATURE = frozenset("ALK ROS1 RET NTRK1 NTRK2 NTRK3 NRG1 KMT2A EWSR1 SS18 NUTM1 TFE3 TFEB PLAG1 FOXO1 DDIT3 USP6 BCL6 RARA CRLF2 MAML2".split())
REARRANGED = frozenset("MYC BCL2 BCL6 ALK ROS1 RET EWSR1 SS18 KMT2A".split())
CYTOGENETIC = re.compile(r"\bFISH\b|rearrang|translocat|break-?apart|in situ hybridi", re.I)
OF_9P24 = frozenset(("CD274", "PDCD1LG2"))
"""Genes of surface proteins that are amplified together with JAK2."""
ALSO_MUTATED = frozenset("RET ALK ROS1 NTRK1 NTRK2 NTRK3".split())
STATUS_ROLES = ("oncogene", "kinase", "tumor suppressor", "DNA repair", "mismatch", "splicing", "fusion driver", "cohesin", "germline")


def kind_by(word: Mention, gene: Named, scene: Scene) -> AlterationType | None:
    """The type that the word means for this gene; None where it is too weak for it."""
    said = scene.text[word.start : word.end]
    kind: AlterationType = word.label  # type: ignore[assignment]
    if _is_only_stain(gene):
        return None
    if (WEAK.match(said) and gene.is_ambiguous) or (gene.is_stain and PATTERN.match(scene.text[word.end : word.end + 30])):
        return None
    if LOSS.match(said) and (gene.is_stain or "mismatch" in gene.role or STAINED.search(scene.content)):
        return "deletion" if SEQUENCED.search(scene.content) and not STAINED.search(scene.content) else "loss_of_expression"
    if KEPT.match(said) and not (gene.is_stain or STAINED.search(scene.content)):
        return None
    if kind in ("deletion", "amplification") and gene.role in ("tumor marker", "immune / cell surface") and gene.symbol not in OF_9P24:
        return None
    if kind == "deletion" and (OF_RESIDUES.match(scene.text[word.end : word.end + 45]) or INTRAGENIC.search(scene.text[max(0, word.start - 12) : word.start])):
        return "mutation"
    if kind == "mutation" and POINT.search(f"{scene.text[max(0, word.start - 12) : word.start]}{said}"):
        return kind
    if kind == "mutation" and gene.symbol in FUSION_BY_NATURE and VAGUE.search(said) and gene.symbol not in ALSO_MUTATED:
        return "fusion"
    if kind == "mutation" and gene.symbol in ("ALK", "ROS1") and _among_lung_genes(gene, scene):
        return "fusion"
    if kind == "mutation" and gene.symbol in ALSO_MUTATED and re.search("alter|aberration|status|positive|wild", said, re.I):
        return "fusion"
    return kind


def is_stained(scene: Scene) -> bool:
    """Whether the sentence tells of a stain, and of no test of the gene itself."""
    return bool(STAINED.search(scene.content)) and not SEQUENCED.search(scene.content)


def _is_only_stain(gene: Named) -> bool:
    """Whether a tumour is never tested for more than the stain of its protein, as of the keratins."""
    return gene.is_stain and gene.role == "tumor marker"


def _among_lung_genes(gene: Named, scene: Scene) -> bool:
    """Whether it is listed beside the other drivers of lung cancer, where "ALK mutation" means its rearrangement."""
    return bool({"EGFR", "KRAS", "ROS1", "ALK", "BRAF"} & {other.symbol for other in scene.genes if other.symbol != gene.symbol})


def kind_of_status(gene: Named, scene: Scene, said: str) -> AlterationType | None:
    """What "positive" means for this gene: a fusion, a mutation, or the protein; None where it is a mere stain."""
    if _is_only_stain(gene):
        return None
    if named := re.search(r"(?P<amplification>amplif)|(?P<fusion>rearr)|(?P<methylation>methylat)", said, re.I):
        return named.lastgroup  # type: ignore[return-value]
    if "mismatch" in gene.role and not SEQUENCED.search(scene.content) and not re.search(r"mut|germ-?line|variant|carrier|syndrome", scene.content, re.I):
        return None
    genetic = re.search(r"mut|wild|\bwt\b(?![\s-]?1)|rearr|amplif|alter", said, re.I)
    stained = STAINED.search(scene.content) and gene.is_targetable
    if gene.symbol in REARRANGED and not (genetic or stained) and CYTOGENETIC.search(scene.content):
        return "fusion"
    if re.search(r"\bintact\b", said, re.I):
        return "deletion"
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
