"""Linked mentions → gene alterations: which gene, what kind, which variant, present or absent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseextract.knowledge import lexicon
from caseextract.schema import Alteration, AlterationType, Report
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose, Sentence

LIST_GAP = re.compile(
    r"^[\s,/&;()-]*(?:and|or|nor|as well as|and/or)?[\s,(]*(?:the |a |an |somatic |germline |pathogenic |concomitant |concurrent |in )*"
    r"(?:genes?|exons? ?\d*(?:[,-]\d+)*|p\.\S+|c\.\S+|[A-Z]\d+\S*|\([^()]*\)|[\s,])*$", re.I,
)
RIGHT = re.compile(
    r"^[\s-]*(?:\(?[A-Z0-9][\w./;:-]*\)?[\s,]*){0,1}(?:\([^()]{0,60}\)[\s,-]*)?(?:(?:gene|exons?|codons?|somatic|germline|oncogen\w+|driver|activating|inactivating|sensitizing|sensitising|point|missense|nonsense|frame-?shift|"
    r"hot-?spot|splice|splicing|site|in-frame|truncating|pathogenic|likely|loss-of-function|gain-of-function|novel|rare|common|uncommon|resistance|secondary|acquired|\d+(?:[,-]\d+)*|and|or|of|the|status|promoter|kinase|domain|heterozygous|homozygous|biallelic|gate-?keeper|high-level|focal|low-level|a|was|were|is|had|has|been|harbou?red|carried|showed|high|tumou?r|protein)[\s-]+)*$",
    re.I,
)
LEFT = re.compile(
    r"^[\s-]*(?:\([^()]{0,40}\)\s*)?(?:in|of|for|involving|at|affecting|within|on|between|including|such as|:|,|to)?\s*(?:(?:the|both|either|exons?|codons?|genes?|its|his|her|following|\d+(?:[,-]\d+)*|and|of|in|tumou?r|suppressor|kinase|oncogene|driver|proto-oncogene|domain|known|a|any|other|chromosome)[\s,-]+)*$",
    re.I,
)
NEGATIVE_WORD = re.compile(r"wild|unmut|non-?mut|no mut|not mut|negativ|\(-\)|un-?altered|normal|un-?methyl|intact|retain|unrearr|non-?amplif|not amplif|without|germline config", re.I)
STATUS_AFTER = re.compile(
    r"^[\s-]*(?:(?:gene|mutation|fusion|rearrangement|status|amplification|translocation|expression|test(?:ing)?|result|was|were|is|are|had been|both|all|and|tumou?r|protein|also|found to be|to be|wt)[\s-]+|,? ?)*"
    r"(?P<word>negative|wild[- ]?types?|wt\b|WT\b|not (?:detected|found|mutated|rearranged|amplified|identified|present|altered)|non-?mutated|unmutated|normal|intact|positive|\+|mutated|mutant|rearranged|amplified|altered|undetectable|absent)",
    re.I,
)
STATUS_BEFORE = re.compile(r"(?P<word>wild[- ]?types?(?: for)?|negative for|positive for|no|without|mutated|mutant|normal)[\s-]+(?:the |any |both |mutations? (?:in |of )?)*$", re.I)
NOT_A_TEST = re.compile(r"^[\s-]*(?:tyrosine kinase |kinase )?(?:inhibit\w+|TKIs?|antagonist|antibod\w+|agonist|signal\w*|pathway|ligand|targeted|-targeted|directed|blockade|resistan\w+ to|therapy)\b", re.I)
FUSION_GENES = frozenset("ALK ROS1 RET NTRK1 NTRK2 NTRK3 NRG1 KMT2A EWSR1 FGFR1 FGFR2 FGFR3 TFE3 TFEB NUTM1 BCL6 MYC BCL2 SS18 FUS DDIT3 FOXO1 PLAG1 MAML2 PDGFB ABL1 PDGFRB RARA CRLF2".split())
GERMLINE = re.compile(r"\bgerm-?line\b|\bconstitutional\b|\bhereditary\b|\binherited\b", re.I)
SOMATIC = re.compile(r"\bsomatic\b", re.I)
METHODS = re.compile(r"\b(?:next[- ]generation sequencing|NGS|FISH|fluorescence in situ hybridi[sz]ation|RT-?PCR|PCR|Sanger sequencing|immunohistochemi\w+|IHC|whole[- ]exome sequencing|WES|RNA sequencing|liquid biopsy|ctDNA|cell-free DNA|karyotyp\w+|FoundationOne(?: \w+)?|MSK-IMPACT|Guardant360)\b", re.I)
KARYOTYPE = re.compile(r"\s")
VARIANT_TYPES: dict[str, AlterationType] = {"copy_number": "amplification", "fusion_breakpoint_exons": "fusion", "fusion_pair": "fusion"}
UNUSED = ("allele_frequency", "fish_ratio", "karyotype_del_gain", "karyotype_rearrangement", "ugt1a1_star", "codon", "stop_word", "splice_site", "exon_mutation")
THREE = dict(zip("Ala Arg Asn Asp Cys Gln Glu Gly His Ile Leu Lys Met Phe Pro Ser Thr Trp Tyr Val Ter".split(), "ARNDCQEGHILKMFPSTWYV*", strict=True))
POLYMORPHIC = frozenset("MTHFR UGT1A1 DPYD TPMT NUDT15 CYP2D6 CFH APOE F5 HFE".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A gene as named in the text; `pair` is 5'::3' where a fusion with both partners is named."""

    symbol: str
    start: int
    end: int
    asserted: AssertedMention
    pair: str | None = None
    stain: bool = False
    targetable: bool = False


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[Alteration, ...]:
    """Alterations that the report states of this patient, in the order of the text, one for each statement."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        if asserted.mention.kind in ("gene", "gene_family", "fusion", "alteration", "variant", "biomarker"):
            by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    found: list[Alteration] = []
    for index, inside in by_sentence.items():
        if any(a.judgement.experiencer == "patient" for a in inside):
            found.extend(_in_sentence(inside, prose.sentences[index], prose.text, report))
    return tuple(found)


def _in_sentence(inside: list[AssertedMention], sentence: Sentence, text: str, report: Report) -> Iterator[Alteration]:
    genes = _genes(inside, text)
    words = [a for a in inside if a.mention.kind == "alteration" and not any(g.start <= a.mention.start and a.mention.end <= g.end for g in genes)]
    variants = [a for a in inside if a.mention.kind == "variant" and a.mention.label not in UNUSED]
    used: set[int] = set()
    for variant in variants:
        gene = _gene_of(variant.mention, genes, text)
        if gene is None:
            continue
        used.add(gene.start)
        yield _build(gene, _variant_type(variant.mention, text, words), short_form(variant.mention, text), _status(variant, gene, text), (min(gene.start, variant.mention.start), max(gene.end, variant.mention.end)), sentence, text, report)
    for gene in genes:
        if gene.pair is not None:
            yield _build(gene, "fusion", gene.pair, _status(gene.asserted, gene, text), (gene.start, gene.end), sentence, text, report)
            continue
        word = _word_of(gene, words, genes, text)
        if word is not None:
            kind: AlterationType = word.mention.label  # type: ignore[assignment]
            status = _status(word, gene, text)
            if gene.start in used and kind == "mutation" and status == "present":
                continue
            if kind in ("expression", "loss_of_expression") and not (gene.targetable or kind == "loss_of_expression"):
                continue
            if kind == "mutation" and gene.symbol in ("ALK", "ROS1", "NTRK1", "NTRK2", "NTRK3") and re.search(r"positive|negative|alter|status", text[word.mention.start : word.mention.end], re.I):
                kind = "fusion"
            span = (min(gene.start, word.mention.start), max(gene.end, word.mention.end))
            yield _build(gene, kind, None, status, span, sentence, text, report)
        elif gene.start not in used:
            yield from _by_status(gene, sentence, text, report)


def _genes(inside: list[AssertedMention], text: str) -> list[Named]:
    found: list[Named] = []
    for asserted in inside:
        mention = asserted.mention
        if mention.kind in ("gene", "fusion") and NOT_A_TEST.match(text[mention.end : mention.end + 40]):
            continue
        if mention.kind == "gene":
            entry = lexicon("genes")[mention.label]
            found.append(Named(mention.label, mention.start, mention.end, asserted, stain=entry.get("stain") == "yes" or entry.get("ambiguous") == "yes", targetable=entry.get("targetable") == "yes"))
        elif mention.kind == "biomarker" and mention.label == "HER2":
            found.append(Named("ERBB2", mention.start, mention.end, asserted, stain=True))
        elif mention.kind == "fusion":
            row = lexicon("fusions")[mention.label]
            found.append(Named(row.get("driver"), mention.start, mention.end, asserted, pair=mention.label))
        elif mention.kind == "gene_family":
            row = lexicon("gene_families")[mention.label]
            members = row.listed("members") if len(row.listed("members")) <= 3 else (row.get("representative"),)
            found.extend(Named(member, mention.start, mention.end, asserted) for member in members if member)
    return _paired(found, text)


def _paired(genes: list[Named], text: str) -> list[Named]:
    """Two gene names joined as a fusion ("A::B", "A-B fusion", "fusion between A and B") become one."""
    result: list[Named] = []
    skip: set[int] = set()
    for position, gene in enumerate(genes):
        if position in skip:
            continue
        following = genes[position + 1] if position + 1 < len(genes) else None
        if following is not None and gene.pair is None and following.pair is None and _is_fusion(gene, following, text):
            five, three = gene.symbol, following.symbol
            driver = _driver(five, three)
            result.append(Named(driver, gene.start, following.end, gene.asserted, pair=f"{five}::{three}"))
            skip.add(position + 1)
        else:
            result.append(gene)
    return result


def _is_fusion(first: Named, second: Named, text: str) -> bool:
    gap = text[first.end : second.start]
    if re.fullmatch(r"::", gap):
        return True
    after, before = text[second.end : second.end + 45], text[max(0, first.start - 45) : first.start]
    word = r"(?:fusions?|rearrang\w+|translocat\w+|fused|chim\w+|transcripts?)"
    if re.fullmatch(r"\s?[-/:]\s?(?:\(?\w{1,5}\)?[:;])?", gap) and (re.match(rf"[\s(;-]*(?:\w+[\s-]){{0,3}}?{word}|[ -]positive", after, re.I) or re.search(rf"{word}\W+(?:\w+\W+){{0,3}}$", before, re.I)):
        return True
    return bool(re.fullmatch(r"(?: gene)?(?: exons? \d+)?(?: and| to| with)(?: the| exons? \d+(?: of)?(?: the)?)*\s?", gap) and re.search(rf"{word} (?:\w+ ){{0,3}}?(?:between|of|involving|joining)\b[^.;]{{0,40}}$", before, re.I))


def _driver(five: str, three: str) -> str:
    known = lexicon("fusions").get(f"{five}::{three}")
    if known is not None:
        return known.get("driver") or three
    genes = lexicon("genes")
    kinase = {symbol: "kinase" in genes[symbol].get("role") or symbol in FUSION_GENES for symbol in (five, three) if symbol in genes}
    return five if kinase.get(five) and not kinase.get(three) else three


def _gene_of(variant: Mention, genes: list[Named], text: str) -> Named | None:
    glued = variant.groups.get("gene")
    best: tuple[float, Named] | None = None
    for gene in genes:
        if gene.pair is not None and len(genes) > 1 and gene.start > variant.start:
            continue
        if glued and gene.start <= variant.start < gene.end:
            return gene
        if gene.end <= variant.start:
            gap = text[gene.end : variant.start]
            cost = len(gap) + 30 * len(re.findall(r";|\b(?:while|whereas|but)\b", gap))
        elif variant.end <= gene.start:
            gap = text[variant.end : gene.start]
            near = re.fullmatch(r"\W*(?:(?:mutations?|variants?|substitutions?|deletions?|insertions?|alterations?|point|missense|somatic|gene|in|of|the|on|exon|within|at|\d+)\W+)*", gap, re.I)
            cost = len(gap) + (0 if near else 60)
            cost += 5
        else:
            cost = 0
        if cost < 130 and (best is None or cost < best[0]):
            best = (cost, gene)
    if glued and (best is None or best[1].symbol != glued) and glued in lexicon("genes"):
        return None
    return best[1] if best else None


def _word_of(gene: Named, words: list[AssertedMention], genes: list[Named], text: str) -> AssertedMention | None:
    """The word that says what is altered: right of the gene or its list, or left of them."""
    for word in words:
        if gene.end <= word.mention.start and _right(gene, word.mention, genes, text):
            return word
    for word in reversed(words):
        if word.mention.end <= gene.start and _left(gene, word.mention, genes, text):
            return word
    return None


def _right(gene: Named, word: Mention, genes: list[Named], text: str) -> bool:
    between = [other for other in genes if gene.end <= other.start and other.end <= word.start]
    position = gene.end
    for other in between:
        if not LIST_GAP.match(text[position : other.start]):
            return False
        position = other.end
    return word.start - position < 90 and bool(RIGHT.match(text[position : word.start]))


def _left(gene: Named, word: Mention, genes: list[Named], text: str) -> bool:
    between = [other for other in genes if word.end <= other.start and other.end <= gene.start]
    position = word.end
    for number, other in enumerate([*between, gene]):
        gap = text[position : other.start]
        if not (LEFT.match(gap) if number == 0 else LIST_GAP.match(gap)):
            return False
        position = other.end
    return True


def _by_status(gene: Named, sentence: Sentence, text: str, report: Report) -> Iterator[Alteration]:
    """A gene with only a status word: "KRAS wild-type", "ALK-positive", "negative for ROS1"."""
    if gene.symbol == "ERBB2" or gene.symbol in POLYMORPHIC:
        return
    after = STATUS_AFTER.match(text[gene.end : min(gene.end + 50, sentence.end)])
    before = STATUS_BEFORE.search(text[max(sentence.start, gene.start - 40) : gene.start])
    word = after["word"] if after else before["word"] if before else None
    if word is None or (gene.stain and not re.search(r"mut|wild|rearr|amplif", word, re.I)):
        return
    status = "absent" if re.search(NEGATIVE_WORD, word) or re.match(r"no|without|wt|undetect|absent", word, re.I) else "present"
    kind: AlterationType = "fusion" if gene.symbol in FUSION_GENES else "mutation"
    if re.search("amplif", word, re.I):
        kind = "amplification"
    start = gene.start - (len(before[0]) if before and not after else 0)
    yield _build(gene, kind, None, status, (start, gene.end + (after.end() if after else 0)), sentence, text, report)


def _status(word: AssertedMention, gene: Named, text: str) -> str:
    words = text[word.mention.start : word.mention.end]
    around = text[word.mention.end : word.mention.end + 45]
    if NEGATIVE_WORD.search(words):
        return "absent"
    if word.judgement.status == "absent" or gene.asserted.judgement.status == "absent":
        return "absent"
    if re.match(r"^[\s-]*(?:\w+ ){0,2}?(?:was|were|is|are|status)?\s*(?:negative|wild[- ]?type|not (?:detected|found|identified|present|observed)|absent|undetect\w+)", around, re.I):
        return "absent"
    return "possible" if "possible" in (word.judgement.status, gene.asserted.judgement.status) else word.judgement.status


def _variant_type(variant: Mention, text: str, words: list[AssertedMention]) -> AlterationType:
    return VARIANT_TYPES.get(variant.label, "mutation")


def short_form(variant: Mention, text: str) -> str | None:
    """The variant as the field writes it: "V600E", "E746_A750del", "exon 19 deletion"."""
    words = text[variant.start : variant.end]
    if variant.label in ("exon_indel", "exon_indel_reversed", "exon_19_short"):
        exon = re.search(r"\d+", words)
        kind = "insertion" if re.search("ins", words, re.I) else "duplication" if re.search("dup", words, re.I) else "deletion"
        return f"exon {exon[0]} {kind}" if exon else words
    if variant.label == "exon_skipping":
        exon = re.search(r"\d+", words)
        return f"exon {exon[0]} skipping" if exon else words
    if variant.label in ("itd", "tkd"):
        return variant.label.upper()
    if variant.label in ("copy_number", "fusion_breakpoint_exons", "fusion_pair"):
        return None
    groups = variant.groups
    ref, pos, alt = (next((groups[name] for name in (key, f"{key}2", f"{key}3") if groups.get(name)), None) for key in ("ref", "pos", "alt"))
    if ref and pos and alt and variant.label in ("protein_short", "protein_slash_second", "gene_glued_protein", "protein_three_letter"):
        return f"{THREE.get(ref, ref)}{pos}{'*' if alt in ('X', 'Ter') else THREE.get(alt, alt)}"
    clean = re.sub(r"^p\.\s?\(?|\)$", "", words.strip())
    for long, letter in THREE.items():
        clean = re.sub(long, letter, clean)
    return re.sub(r"\s", "", clean)


def _build(
    gene: Named, kind: AlterationType, variant: str | None, status: str, span: tuple[int, int], sentence: Sentence, text: str, report: Report
) -> Alteration:
    words = text[sentence.start : sentence.end]
    near = text[max(sentence.start, span[0] - 40) : span[1] + 20]
    method = METHODS.search(words)
    entry = lexicon("genes").get(gene.symbol)
    possible = status not in ("present", "absent")
    return Alteration(
        gene=gene.symbol,
        hgnc_id=(entry.get("code") or None) if entry else None,
        type=kind,
        variant=variant,
        status="absent" if status == "absent" else "present",
        origin="germline" if GERMLINE.search(near) else "somatic" if SOMATIC.search(near) else None,
        method=method[0] if method else None,
        evidence=(report.evidence(*span, section=sentence.heading),),
        confidence=0.4 if possible or gene.asserted.judgement.experiencer != "patient" else 0.9,
    )
