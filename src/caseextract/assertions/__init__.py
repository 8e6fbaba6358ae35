"""Mentions → asserted mentions: is it so, of whom, and when (ConText, Harkema 2009)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caseextract import caseblind as re
from caseextract.assertions.announced import PAIR, announced
from caseextract.assertions.cohort import is_shared, shared_sentences
from caseextract.assertions.cues import Cue, cues_of
from caseextract.assertions.experiencer import Whose
from caseextract.assertions.general import whose_gene
from caseextract.assertions.status import status_of
from caseextract.assertions.treated import done_after_all, not_given
from caseextract.schema.mention import TREATMENT_KINDS, AssertedMention, Judgement, Mention
from caseextract.schema.prose import Prose

__all__ = ["judge"]
KINDRED = re.compile(r"(?<!\bher )(?<!\bhis )(?<!whose )\b(?:two|three|four|[234]|the|both|these|pair of) (?:[\w-]+ ){0,3}?(?:siblings|brothers|sisters|twins)\b", re.I)
"""Words of a report on several of one family."""
PARENT_AND_CHILD = re.compile(
    r"\b(?:mother and (?:her |a )?(?:\w+ )?(?:daughter|son)|father and (?:his |a )?(?:\w+ )?(?:daughter|son)|(?:son|daughter) and (?:his|her) (?:mother|father)|brother and (?:his |a )?sister|sister and (?:her |a )?brother|husband and (?:his )?wife|wife and (?:her )?husband)\b"
    r"(?=[^.;]{0,60}\b(?:both|with|were|are|developed|presented|diagnosed|who (?:had|have|were)|of (?:the same|one) family)\b)",
    re.I,
)
"""A report on two of a family who are both ill."""
RELATIVE = re.compile(r"sister|brother|twin|sibling|mother|father|son\b|daughter|wife|husband", re.I)
SIBLING = re.compile(r"sister|brother|twin|sibling", re.I)
OF_SERIES = re.compile(r"(?:another|other|previous) patient", re.I)


def judge(mentions: Sequence[Mention], prose: Prose) -> tuple[AssertedMention, ...]:
    """Every mention that is no cue, with what the report claims about it."""
    cues: dict[int, list[Cue]] = {}
    several = announced(prose) is not None
    kindred = several and any(KINDRED.search(prose.words(s)) or PAIR.search(prose.words(s)) for s in prose.sentences if s.section in ("title", "abstract", "case"))
    couple = any(PARENT_AND_CHILD.search(prose.words(s)) for s in prose.sentences if s.section in ("title", "abstract", "case"))
    for cue in cues_of(mentions, prose):
        if several and cue.kind == "other_patient" and OF_SERIES.match(cue.words):
            continue
        if cue.kind == "family" and ((kindred and SIBLING.search(cue.words)) or (couple and RELATIVE.search(cue.words))):
            continue
        cues.setdefault(cue.sentence, []).append(cue)
    whose = Whose(prose, cues)
    shared = shared_sentences(prose)
    return tuple(
        AssertedMention(mention, _judgement(mention, cues.get(mention.sentence, []), whose, shared, prose))
        for mention in mentions
        if mention.kind != "cue"
    )


def _judgement(mention: Mention, cues: list[Cue], whose: Whose, shared: Mapping[int, int], prose: Prose) -> Judgement:
    experiencer, words = whose.of(mention)
    sentence = prose.sentences[mention.sentence]
    experiencer = whose_gene(mention, experiencer, sentence, prose.words(sentence))  # type: ignore[arg-type]
    if experiencer == "literature" and mention.sentence in shared and is_shared(mention, shared[mention.sentence], sentence, prose.text):
        experiencer, words = "patient", None
    for cue in cues:
        if cue.kind in ("family", "other_patient") and cue.covers(mention):
            experiencer, words = cue.kind, cue.words
    status, said = status_of(mention, cues)
    if mention.kind in TREATMENT_KINDS:
        if status == "present":
            status, said = not_given(mention, sentence, prose.text) or (status, said)
        if done_after_all(mention, status, sentence, prose.text):
            status, said = "present", None
    past = any(cue.kind == "history" and cue.covers(mention) for cue in cues)
    return Judgement(
        status=status,
        experiencer=experiencer,  # type: ignore[arg-type]
        temporality="past" if past else "current",
        cue=said or words,
    )
