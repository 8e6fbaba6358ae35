"""A variant as the field writes it: "V600E", "E746_A750del", "exon 19 deletion"; and its HGVS name."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.schema.mention import Mention

LETTERS = dict(
    zip(
        "Ala Arg Asn Asp Cys Gln Glu Gly His Ile Leu Lys Met Phe Pro Ser Thr Trp Tyr Val Ter".split(),
        "ARNDCQEGHILKMFPSTWYV*",
        strict=True,
    )
)
RESIDUE = re.compile("|".join(LETTERS))
UNSPECIFIC = frozenset("allele_frequency fish_ratio karyotype_del_gain karyotype_rearrangement ugt1a1_star codon stop_word splice_site".split())
"""Rules whose matches name no variant of a gene."""
SUBSTITUTIONS = frozenset("protein_short protein_slash_second gene_glued_protein protein_three_letter hotspot protein_spaced protein_before_gene".split())
CODING = ("coding_substitution", "coding_indel", "coding_legacy", "splice_position")
KIND_FIRST = re.compile(r"(?i:(?P<kind>del(?:etions?)?|ins(?:ertions?)?|dup(?:lications?)?|Δ))(?:\s(?:of|from))?\s?(?:p\.)?(?P<range>[A-Z]\d{2,4}(?:\s?(?:_|-|to)\s?[A-Z]\d{2,4})?)$")
KIND_LAST = re.compile(r"\s(?:in-?frame )?(?P<kind>deletion|duplication|insertion)$", re.I)
SPLICED = re.compile(r"(?:c\.)?\d+(?:_\d+)?[+-]\d.*")
BASES = frozenset("ACGT")
LONG = 1000
INDELS = ("exon_indel", "exon_indel_reversed", "exon_19_short")
NAMED = {"itd": "ITD", "tkd": "TKD", "partial_tandem_duplication": "PTD", "egfr_viii": "vIII", "androgen_receptor_v7": "V7"}


def short_form(variant: Mention, text: str) -> str | None:
    """The short form; None where the mention says no more than a kind of alteration."""
    words = text[variant.start : variant.end]
    rule = variant.label
    if rule in NAMED:
        return NAMED[rule]
    if rule in INDELS:
        return _exon(words, _indel(words))
    if rule == "exon_skipping":
        return _exon(words, "skipping")
    if rule == "exon_mutation":
        return _exon(words, "mutation")
    if rule == "jak2_style_del_ins_length":
        return words
    if rule == "tert_promoter":
        return _promoter(words)
    if rule in ("copy_number", "fusion_breakpoint_exons", "fusion_pair"):
        return None
    if rule == "histone_h3":
        return variant.groups.get("change")
    if rule in SUBSTITUTIONS:
        return _substitution(variant)
    return coding(words) if rule in CODING else _protein(words)


def coding(words: str) -> str:
    """"c.182A>G" from "c. 182A > G" or "c182A>G"; what has no prefix keeps none."""
    bare = SPLICED.search(words)
    clean = re.sub(r"\s|\(|\)", "", bare[0] if bare else words).replace("→", ">")
    return re.sub(r"^c\.?(?=[\d*-])", "c.", clean)


def _substitution(variant: Mention) -> str | None:
    ref, pos, alt = (
        next((variant.groups[name] for name in (key, f"{key}2", f"{key}3") if variant.groups.get(name)), None)
        for key in ("ref", "pos", "alt")
    )
    if not (ref and pos and alt):
        return None
    return f"{LETTERS.get(ref, ref)}{pos}{'*' if alt in ('Ter', 'Stop', 'stop') else LETTERS.get(alt, alt)}"


def _protein(words: str) -> str:
    bare = re.sub(r"^p\.?\s?[(\[]?(?=[A-Z])|[)\]]$", "", words.strip())
    one_letter = RESIDUE.sub(lambda match: LETTERS[match[0]], bare)
    if led := KIND_FIRST.match(one_letter):
        one_letter = f"{led['range']}{_short_kind(led['kind'])}"
    if spelt := KIND_LAST.search(one_letter):
        one_letter = f"{one_letter[: spelt.start()]}{_short_kind(spelt['kind'])}"
    joined = re.sub(r"\s", "", one_letter)
    return re.sub(r"(?<=\d)(?:-|to)(?=[A-Z]?\d)", "_", joined)


def _short_kind(kind: str) -> str:
    return "ins" if kind.lower().startswith("ins") else "dup" if kind.lower().startswith("dup") else "del"


def is_coding(variant: Mention) -> bool:
    """Whether it is said at the level of DNA: "c.1799T>A", and "T1799A" of a gene whose protein is much shorter."""
    if variant.label in CODING:
        return True
    ref, pos, alt = (variant.groups.get(key) or variant.groups.get(f"{key}2") or "" for key in ("ref", "pos", "alt"))
    return variant.label == "protein_short" and ref in BASES and alt in BASES and pos.isdigit() and int(pos) >= LONG


def _exon(words: str, what: str) -> str:
    number = re.search(r"\d+", words)
    return f"exon {number[0]} {what}" if number else words


def _indel(words: str) -> str:
    if re.search("del", words, re.I):
        return "deletion/insertion" if re.search("ins|indel", words, re.I) else "deletion"
    return "insertion" if re.search("ins", words, re.I) else "duplication" if re.search("dup", words, re.I) else "indel"


def _promoter(words: str) -> str:
    position = re.search(r"C(?:228|250)T|(?:c\.\s?)?1?-1(?:24|46|38|39|57)\s?[ACGT]?\s?>?\s?[ACGT]?", words)
    return re.sub(r"\s", "", position[0]) if position else "promoter mutation"
