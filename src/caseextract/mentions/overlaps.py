"""Of mentions that overlap, which stay: within a family of kinds the longest; between families both."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from caseextract.knowledge import lexicon
from caseextract.schema.mention import Mention

FAMILIES = (
    ("agent", "agent_class", "regimen", "supportive", "tumor"),
    ("gene", "gene_family", "fusion", "biomarker"),
    ("variant",),
    ("histology",),
    ("response", "freedom", "progression", "other_progression", "other_response", "survival", "restart"),
    ("surgery", "radiotherapy", "chemoradiation", "transplant", "local", "route"),
    ("stage", "stage_t", "other_stage"),
    ("time", "period", "age", "date", "age_decade"),
    ("line", "prior_lines"),
    ("cycles", "cycle_position"),
    ("sex",),
    ("site",),
    ("modifier",),
    ("procedure",),
    ("abbreviation",),
    ("alteration",),
    ("cue",),
)
RIVALS = {0: (0, 1), 1: (0, 1)}
"""Families that compete with another one: drugs with genes ("EGFR inhibitor")."""
RANK = {"fusion": 0, "other_stage": 0, "other_progression": 0, "other_response": 0, "freedom": 0, "age": 0, "period": 0, "chemoradiation": 0, "biomarker": 2, "gene": 3, "gene_family": 3}

VAGUE = ("responded", "shrinkage without degree", "smaller", "response called good", "a response or remission")
"""Rules that give way to any other that they overlap, however long they are: "partial response was achieved"."""

UNSEATED = {"PDC", "CUP", "SCUP", "UDMN", "MIXED", "MEL", "EGCT"}
"""Codes of tumours that are told apart by their organ alone."""

SURE = ("pathologic complete response", "pCR abbreviation")
"""Rules that no other makes give way: "no viable tumour was left"."""


def resolve(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stay, in the order of the text."""
    family = {kind: number for number, kinds in enumerate(FAMILIES) for kind in kinds}
    kept: dict[object, list[Mention]] = {0: [], 1: []}
    for mention in sorted(_without_seated_heads(mentions), key=lambda m: (m.label in VAGUE, m.label not in SURE, m.start - m.end, RANK.get(m.kind, 1), m.start, m.kind)):
        own = family.get(mention.kind, mention.kind)
        place = kept.setdefault(own, [])
        rivals = [kept[number] for number in RIVALS[own]] if own in RIVALS else [place]
        if mention.kind == "cue" or not any(_clash(rival, mention) for rival in rivals):
            insort(place, mention, key=lambda m: m.start)
    stages = kept.get(family["stage"], [])
    found = [mention for place in kept.values() for mention in place if not _is_part_of_stage(mention, stages)]
    return sorted(found, key=lambda m: (m.start, m.end, m.kind, m.label))


def _without_seated_heads(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions, less those of a wide tumour with its organ whose first words end a special one: "synovial *sarcoma of the breast*"."""
    every = list(mentions)
    tumors = [mention for mention in every if mention.kind == "tumor"]
    special = [mention for mention in tumors if _is_special(mention.label)]
    seated = {id(b) for b in tumors for a in special if a.start < b.start < a.end < b.end}
    return [mention for mention in every if id(mention) not in seated] if seated else every


def _is_special(label: str) -> bool:
    """Whether a tumour's name says what it is, wherever it is."""
    entry = lexicon("tumors").get(label)
    code = entry.get("code").removeprefix("ONCOTREE:") if entry is not None else ""
    return bool(code) and not code.endswith("NOS") and code not in UNSEATED


def _is_part_of_stage(mention: Mention, stages: list[Mention]) -> bool:
    """Whether a regimen's short form is a stage's number: "stage IVA", "stage IA"."""
    return mention.kind == "regimen" and any(stage.start < mention.start and mention.end <= stage.end for stage in stages)


def _clash(place: list[Mention], mention: Mention) -> bool:
    """Whether it overlaps one of those kept, which do not overlap each other and stand in the order of the text."""
    index = bisect_left(place, mention.end, key=lambda m: m.start)
    return index > 0 and place[index - 1].end > mention.start and not _is_part_of_tumor(mention, place[index - 1])


def _is_part_of_tumor(mention: Mention, tumor: Mention) -> bool:
    """Whether it names a gene within a tumour's name ("ALK-positive lung cancer")."""
    longer = (tumor.end - tumor.start) - (mention.end - mention.start)
    inside = tumor.start <= mention.start and mention.end <= tumor.end and (longer > 0 or mention.kind == "biomarker")
    return inside and tumor.kind == "tumor" and mention.kind in FAMILIES[1]
