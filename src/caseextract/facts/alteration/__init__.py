"""Linked mentions → gene alterations: which gene, what kind, which variant, present or absent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract import caseblind as re
from caseextract.facts.alteration.claims import claims
from caseextract.facts.alteration.names import DRIVES, Named, named_in, role_of
from caseextract.facts.alteration.notation import short_form
from caseextract.facts.alteration.scene import Claim, scene_of
from caseextract.knowledge import lexicon
from caseextract.schema import Alteration, Report
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose, Sentence

KINDS = ("gene", "gene_family", "fusion", "alteration", "variant", "biomarker")
GERMLINE = re.compile(r"\bgerm-?line\b|\bconstitutional\b|\bhereditary\b|\binherited\b|\bpost-zygotic\b", re.I)
SOMATIC = re.compile(r"\bsomatic\b", re.I)
METHODS = re.compile(
    r"\b(?:next[- ]generation sequencing|NGS|FISH|fluorescence in situ hybridi[sz]ation|RT-?PCR|PCR|Sanger sequencing|immunohistochemi\w+|IHC"
    r"|whole[- ]exome sequencing|WES|RNA sequencing|liquid biopsy|ctDNA|cell-free DNA|karyotyp\w+|FoundationOne(?: \w+)?|MSK-IMPACT|Guardant360)\b",
    re.I,
)
DRIVEN = {"chronic myeloid leukemia": "ABL1", "gastrointestinal stromal tumor": "KIT"}
"""The gene by which a disease is driven, so that nobody names it beside a variant."""
OTHER_ILLNESS = re.compile(r"pharmacogene")
POLYMORPHIC = frozenset("MTHFR UGT1A1 DPYD TPMT NUDT15 CYP2D6 CYP2C19 CFH CFI CFHR1 CFHR3 CD46 THBD APOE F5 F2 HFE ADAMTS13 HBB HBA1 G6PD".split())


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[Alteration, ...]:
    """Alterations that the report states of this patient, in the order of the text, one for each statement."""
    by_sentence: dict[int, list[AssertedMention]] = {}
    for asserted in mentions:
        if asserted.mention.kind in KINDS and asserted.judgement.experiencer == "patient":
            by_sentence.setdefault(asserted.mention.sentence, []).append(asserted)
    anywhere = set(_named_anywhere(mentions))
    only = _only_driver(mentions)
    found: list[tuple[Claim, Sentence]] = []
    for index, inside in by_sentence.items():
        sentence = prose.sentences[index]
        genes = named_in(inside, prose) or list(_understood(inside, prose, anywhere)) or list(_of_the_only_one(inside, only))
        if genes:
            scene = scene_of(inside, genes, sentence, prose.text)
            found.extend((claim, sentence) for claim in claims(scene))
    kept = [(claim, sentence) for claim, sentence in found if claim.gene.symbol not in POLYMORPHIC and not OTHER_ILLNESS.search(claim.gene.role)]
    return tuple(_alteration(claim, sentence, prose.text, report) for claim, sentence in _without_vague_families(kept, prose.text))


def _named_anywhere(mentions: Sequence[AssertedMention]) -> Iterator[str]:
    """The genes that the report names, as such, within a fusion or a family, or by a disease that one gene drives."""
    for asserted in mentions:
        mention = asserted.mention
        if mention.kind == "gene":
            yield mention.label
        elif mention.kind == "fusion":
            yield lexicon("fusions")[mention.label].get("driver")
        elif mention.kind == "gene_family":
            yield from lexicon("gene_families")[mention.label].listed("members")
        elif mention.kind == "tumor" and mention.label in DRIVEN:
            yield DRIVEN[mention.label]


def _only_driver(mentions: Sequence[AssertedMention]) -> str | None:
    """The one kinase or oncogene that the report names of the patient, if it names only one."""
    own = [a.mention for a in mentions if a.judgement.experiencer == "patient" and a.mention.kind in ("gene", "fusion")]
    symbols = {m.label if m.kind == "gene" else lexicon("fusions")[m.label].get("driver") for m in own}
    drivers = {symbol for symbol in symbols if DRIVES.search(role_of(symbol)) and lexicon("genes").get(symbol) is not None}
    return drivers.pop() if len(drivers) == 1 else None


def _of_the_only_one(inside: Sequence[AssertedMention], only: str | None) -> Iterator[Named]:
    """The gene of a variant that a sentence calls a mutation without its gene, where the report knows only one that could be meant."""
    words = any(a.mention.kind == "alteration" and a.mention.label == "mutation" for a in inside)
    for asserted in inside:
        if only is not None and words and asserted.mention.kind == "variant" and asserted.mention.label.startswith("protein_"):
            yield Named(only, asserted.mention.start, asserted.mention.end, asserted)


def _understood(inside: Sequence[AssertedMention], prose: Prose, anywhere: set[str]) -> Iterator[Named]:
    """Genes that are not named but understood from a well-known variant ("the T315I mutation")."""
    for asserted in inside:
        if asserted.mention.kind == "variant":
            known = lexicon("hotspots").get(short_form(asserted.mention, prose.text) or "")
            if known is not None and (not known.get("named") or known.get("gene") in anywhere):
                yield Named(known.get("gene"), asserted.mention.start, asserted.mention.end, asserted)


def _without_vague_families(found: list[tuple[Claim, Sentence]], text: str) -> Iterator[tuple[Claim, Sentence]]:
    """Of a family that is said to be altered its representative, unless the report names the member elsewhere."""
    certain = {claim.gene.symbol for claim, _ in found if claim.present and claim.gene.family is None}
    for claim, sentence in found:
        if claim.gene.family is not None:
            row = lexicon("gene_families")[claim.gene.family]
            members = row.listed("members")
            meant = row.listed("representative")
            if claim.present and (claim.gene.symbol not in meant or certain & set(members)):
                continue
            bare = not any(letter.isdigit() for letter in text[claim.gene.start : claim.gene.end])
            if claim.gene.family == "IDH" and bare and claim.gene.symbol not in meant:
                continue
            if not claim.present and len(members) > 3:
                continue
        yield claim, sentence


def _alteration(claim: Claim, sentence: Sentence, text: str, report: Report) -> Alteration:
    near = text[max(sentence.start, claim.start - 40) : claim.end + 20]
    method = METHODS.search(text[sentence.start : sentence.end])
    entry = lexicon("genes").get(claim.gene.symbol) or lexicon("gene_symbols").get(claim.gene.symbol)
    return Alteration(
        gene=claim.gene.symbol,
        hgnc_id=(entry.get("code") or None) if entry else None,
        type=claim.kind,
        variant=claim.variant,
        hgvs=claim.hgvs,
        status="present" if claim.present else "absent",
        origin="germline" if GERMLINE.search(near) else "somatic" if SOMATIC.search(near) else None,
        method=method[0] if method else None,
        evidence=(report.evidence(claim.start, claim.end, section=sentence.heading),),
        confidence=0.9,
    )
