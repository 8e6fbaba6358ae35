"""Genes as a sentence names them: single, as a family, as a fused pair, or glued to a variant ("BRAFV600E")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from caseextract import caseblind as re
from caseextract.facts.alteration import fusion_pairs
from caseextract.knowledge import lexicon
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose

NO_TEST = re.compile(
    r"^[\s)-]*(?:\([^()]{1,15}\)\s?)?(?:(?:tyrosine[\s-]|receptor[\s-]|protein[\s-])?(?:kinase[\s-])?(?:inhibit|antagonist|antibod|agonist|blockade|blocker|degrader)"
    r"|TKIs?\b(?![\s-]resistan\w+ (?:mutation|variant))|signal|pathway|axis\b|ligand|(?:protein[\s-])?target|directed|addict|therap|-?(?:like|naive|treated|experienced|specific|sparing)\b|vaccin|CAR\b|cells? line|complex\b|family\b|-?activated\b(?! mutation))",
    re.I,
)
AGAINST = re.compile(r"(?:\banti-?|\bpan-?|inhibit\w* (?:of|for|against) (?:the )?|target(?:s|ed|ing)? (?:the )?|antibod\w+ (?:to|against) |selective |specific |direct )$", re.I)
PLATFORM = re.compile(r"[-\s]?(?:FISH|IHC|PCR|NGS|TKI|ICI|mAb|CAR|qPCR|CEP|cen|Dx|Tag|GFP|PE|FITC|APC)$")
OF_THE_GENE = re.compile(r"(?:(?:\s?[/,]\s?|,? (?:and|or) )(?:PD-?L2|PDCD1LG2|JAK2))*[\s-]+(?:gene )?(?:co-?)?(?:amplifi|copy[- ]number (?:gain|alter|increas)|mutation|mutated|gain\b|rearrange)", re.I)
GENE_OF = re.compile(r"\b(?:amplification|amplified|copy[- ]number gains?|gains?)\b(?! and\b)(?:[^.;,]{0,30}\b(?:of|in|including|involving|containing|encompassing)) (?:the )?(?:(?:JAK2|PD-?L2)(?:, | and |/))*$", re.I)
MEMBERS = re.compile(r"(?:/\d)+(?![\d.%/])")
SIGN = re.compile(r"[A-Z][A-Z0-9]{1,9}(?:orf\d+)?$")
DRIVES = re.compile("kinase|oncogene|fusion|transcription")
GENE_LIKE = re.compile(r"gene|kinase|receptor|factor|protein|homolog|oncogene|ligase|transferase|deaminase|phosphatase|cadherin|catenin|cyclin|neuregulin|lymphoma|polymerase|subunit", re.I)


@dataclass(frozen=True, slots=True)
class Named:
    """A gene as named at `[start, end)`; `pair` is 5'::3' where both partners of a fusion are named there."""

    symbol: str
    start: int
    end: int
    asserted: AssertedMention
    pair: str | None = None
    family: str | None = None

    @property
    def is_stain(self) -> bool:
        """Nearly always a diagnostic immunostain."""
        return self.symbol == "ERBB2" or self._flag("stain")

    @property
    def is_ambiguous(self) -> bool:
        """Also a word, a clinical abbreviation or a serum marker."""
        spelt = self.asserted.mention
        return self._flag("ambiguous") and spelt.matched_by != "synonym" and spelt.kind == "gene"

    @property
    def is_targetable(self) -> bool:
        """Its protein's expression is a fact of its own."""
        return self._flag("targetable")

    @property
    def role(self) -> str:
        """What the lexicon says of its part in cancer."""
        return role_of(self.symbol)

    def _flag(self, name: str) -> bool:
        entry = lexicon("genes").get(self.symbol)
        return entry is not None and entry.get(name) == "yes"


def named_in(inside: Sequence[AssertedMention], prose: Prose) -> list[Named]:
    """The genes that the mentions of one sentence name, in the order of the text."""
    found: list[Named] = []
    for asserted in inside:
        mention = asserted.mention
        if _is_drug_target(mention, prose.text) or _defined_otherwise(mention, prose):
            continue
        found.extend(_named(asserted, prose.text))
    found.sort(key=lambda named: (named.start, named.end))
    return _with_pairs(_distinct(found), prose.text)


def _named(asserted: AssertedMention, text: str) -> list[Named]:
    mention = asserted.mention
    if mention.kind == "gene":
        further = _further_members(asserted, text)
        return [Named(mention.label, mention.start, further[0].end if further else mention.end, asserted), *further]
    if mention.kind == "biomarker":
        symbol = _gene_of_marker(mention, text)
        return [Named(symbol, mention.start, mention.end, asserted)] if symbol else []
    if mention.kind == "fusion":
        driver = lexicon("fusions")[mention.label].get("driver")
        return [Named(driver, mention.start, mention.end, asserted, pair=mention.label)]
    if mention.kind == "gene_family":
        row = lexicon("gene_families")[mention.label]
        if row.get("pair"):
            return [Named(lexicon("fusions")[row.get("pair")].get("driver"), mention.start, mention.end, asserted, pair=row.get("pair"))]
        return [Named(member, mention.start, mention.end, asserted, family=mention.label) for member in row.listed("members")]
    if mention.kind == "variant":
        return _glued(asserted, text)
    return []


def _gene_of_marker(marker: Mention, text: str) -> str | None:
    """The gene that a marker's name means where a gene may be meant: "AR amplification", "PD-L1/PD-L2 amplification"."""
    if marker.label == "HER2":
        return "ERBB2"
    symbol = {"PD-L1": "CD274", "AR": "AR"}.get(marker.label)
    if symbol is None or not (OF_THE_GENE.match(text[marker.end : marker.end + 70]) or GENE_OF.search(text[max(0, marker.start - 60) : marker.start])):
        return None
    return symbol


def _further_members(asserted: AssertedMention, text: str) -> list[Named]:
    """The other genes of "FGFR2/3" and "NTRK1/2/3"."""
    mention = asserted.mention
    stem, further = mention.label.rstrip("0123456789"), MEMBERS.match(text, mention.end)
    if further is None or stem == mention.label or text[mention.start : mention.end] != mention.label:
        return []
    found = (f"{stem}{digit}" for digit in further[0].split("/")[1:])
    return [Named(symbol, mention.start, further.end(), asserted) for symbol in found if symbol in lexicon("genes")]


def _glued(asserted: AssertedMention, text: str) -> list[Named]:
    mention = asserted.mention
    if mention.label == "fusion_pair":
        return _pair_with_unknown(asserted, text)
    if mention.label == "histone_h3" and text[mention.start : mention.start + 2] == "H3":
        return [Named("H3-3A", mention.start, mention.end, asserted)]
    symbol = symbol_of(glued_to(mention))
    return [Named(symbol, mention.start, mention.end, asserted)] if symbol else []


def glued_to(variant: Mention) -> str:
    """The gene's name that is written together with a variant, if there is one."""
    return variant.groups.get("gene") or variant.groups.get("gene2") or ""


def _pair_with_unknown(asserted: AssertedMention, text: str) -> list[Named]:
    """A written fusion of which the lexicon knows one gene ("ROS1-GK fusion"); "ALK/ROS1 fusions" are two."""
    groups, words = asserted.mention.groups, text[asserted.mention.start : asserted.mention.end]
    five, three = groups.get("five") or groups.get("five2", ""), groups.get("three") or groups.get("three2", "")
    known = [symbol_of(five), symbol_of(three)]
    if not any(known) or not all(SIGN.match(one) for one in (five, three)) or PLATFORM.match(three) or PLATFORM.match(five):
        return []
    if "/" in words and fusion_pairs.STATUS.match(text, asserted.mention.end):
        known_pair = all(known) and fusion_pairs.pair_of(known[0] or "", known[1] or "", "with")
        return [Named(known_pair[1], asserted.mention.start, asserted.mention.end, asserted, pair=known_pair[0])] if known_pair else []
    if "/" in words and all(symbol and fusion_pairs.drives_alone(symbol) for symbol in known):
        return []
    pair = fusion_pairs.pair_of(known[0] or five, known[1] or three, "written")
    first_known = next(symbol for symbol in known if symbol)
    if pair is None or (not all(known) and not DRIVES.search(role_of(first_known))):
        return []
    return [Named(pair[1], asserted.mention.start, asserted.mention.end, asserted, pair=pair[0])]


@cache
def _symbols() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in lexicon("genes").values():
        for form in (entry.label, *entry.abbreviations):
            found.setdefault(form, entry.label)
    return {**found, **{label: label for label in lexicon("genes")}, "HER2": "ERBB2"}


def symbol_of(word: str) -> str | None:
    """The approved symbol of a symbol or of its alias; None for what is no gene's."""
    return _symbols().get(word)


def role_of(symbol: str) -> str:
    """What the lexicon says of a gene's part in cancer."""
    entry = lexicon("genes").get(symbol)
    return entry.get("role") if entry else ""


def _is_drug_target(mention: Mention, text: str) -> bool:
    if mention.kind == "variant":
        return False
    return bool(NO_TEST.match(text[mention.end : mention.end + 45]) or AGAINST.search(text[max(0, mention.start - 30) : mention.start]))


def _defined_otherwise(mention: Mention, prose: Prose) -> bool:
    """Whether the report itself gives the short form another sense ("complete metabolic response (CMR)")."""
    if mention.kind != "gene" or mention.matched_by in ("synonym", "symbol"):
        return False
    short = prose.text[mention.start : mention.end]
    for known in prose.abbreviations:
        if known.short == short:
            long = prose.text[known.long_start : known.long_end]
            entry = lexicon("genes")[mention.label]
            spelt = {one.lower() for one in (*entry.synonyms, entry.label, *entry.abbreviations)}
            return not (GENE_LIKE.search(long) or any(one in long.lower() or one.startswith(long.lower()) for one in spelt))
    return False


def _distinct(found: list[Named]) -> list[Named]:
    """Without names inside longer ones (a gene inside a fusion that was found by notation)."""
    kept: list[Named] = []
    for named in sorted(found, key=lambda one: (one.start - one.end, one.pair is None)):
        if not any(_inside(named, other) for other in kept):
            kept.append(named)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _inside(named: Named, other: Named) -> bool:
    if (named.start, named.end) == (other.start, other.end):
        same_list = named.asserted is other.asserted and named.symbol != other.symbol
        return not same_list and (named.family is None or other.family != named.family)
    return other.start <= named.start and named.end <= other.end and other.family is None


def _known_member(partner: str, named: Named) -> str | None:
    """The one of a family's members with which a gene is known to be fused ("ETV6-NTRK": NTRK3)."""
    members = lexicon("gene_families")[named.family or ""].listed("members")
    known = [member for member in members if f"{partner}::{member}" in lexicon("fusions") or f"{member}::{partner}" in lexicon("fusions")]
    return known[0] if len(known) == 1 else None


def _with_pairs(found: list[Named], text: str) -> list[Named]:
    result: list[Named] = []
    for named in found:
        before = result[-1] if result else None
        if before is not None and before.pair is None and named.pair is None and before.symbol != named.symbol:
            how = fusion_pairs.joined(text, (before.start, before.end), (named.start, named.end))
            if named.family is not None and how and _known_member(before.symbol, named) not in (None, named.symbol):
                continue
            pair = fusion_pairs.pair_of(before.symbol, named.symbol, how) if how else None
            if pair is not None and before.family is None:
                result[-1] = replace(before, symbol=pair[1], pair=pair[0], end=named.end)
                continue
        result.append(named)
    return result
