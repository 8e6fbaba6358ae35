"""Whether a claim is said to be so."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.facts.alteration import polarity
from caseextract.facts.alteration.binding import head_of_list
from caseextract.facts.alteration.names import Named
from caseextract.facts.alteration.scene import Scene
from caseextract.schema.mention import AssertedMention, Mention

FINDING = re.compile(r"\b(?:reveal|show|identif|demonstrat|detect|disclos|found|uncover|confirm|harbou?r|carr|with|was\b|were\b|is\b)\w*", re.I)
FOUND_IN = re.compile(r"\b(?:reveal|show|identif|demonstrat|detect|disclos|uncover|harbou?r|carr)\w*", re.I)
ADJECTIVE = re.compile(r"(?:mutated|mutant|rearranged|translocated|amplified|methylated|deleted|altered|positive)$", re.I)


def is_present(word: Mention | None, asserted: AssertedMention, gene: Named, scene: Scene) -> bool | None:
    """Whether the claim is said to be so; None where it was only looked for, or is only suspected."""
    text, sentence = scene.text, scene.sentence
    start = min(gene.start, word.start if word else gene.start)
    end = max(gene.end, word.end if word else gene.end)
    judged = (asserted.judgement, gene.asserted.judgement)
    if any(polarity.uncertain(one, text, start, sentence.start) for one in judged):
        return None
    if word is not None and (
        polarity.NEGATIVE_WORD.search(text[word.start : word.end])
        or _denied_between(gene, word, text)
        or polarity.STATUS_BELOW.match(text[end : end + 40])
        or polarity.DIRECTLY_DENIED.search(text[max(sentence.start, word.start - 12) : word.start])
    ):
        return False
    if word is not None and re.search(r"\bnon-$", text[max(sentence.start, gene.start - 4) : gene.start], re.I):
        return False
    said = text[word.start : word.end] if word else ""
    right = None if ADJECTIVE.search(said) and gene.end <= (word.start if word else 0) else polarity.after(text, end, sentence.end, scene.spans, complete=True)
    left = polarity.before(text, start, sentence.start) or _at_head(gene, word, scene)
    if left is not None and left[0] == "tested" and word is not None and FINDING.search(text[gene.end : word.start]):
        left = None
    found = word is not None and (_is_found_for_itself(word, gene, asserted, scene) or _is_found_for_itself(word, gene, gene.asserted, scene))
    negative = (not found and any(polarity.negated(one, text, start, sentence.start) for one in judged)) or (left is not None and left[0] == "absent")
    if right is not None and right[0] == "absent":
        negative = True
    if negative:
        return polarity.was_there(text, start, sentence.end)
    if (right is not None and right[0] == "tested") or (left is not None and left[0] == "tested"):
        return None if right is None or right[0] == "tested" else True
    return True


def _at_head(gene: Named, word: Mention | None, scene: Scene) -> tuple[polarity.Reading, int] | None:
    """What stands before the enumeration that the gene is in; "wild-type EGFR, KRAS mutation" says it of the first alone."""
    head = head_of_list(gene, scene)
    said = polarity.before(scene.text, head, scene.sentence.start)
    if said is None and polarity.LEFT_TESTED.search(_without_names(scene, gene.start)):
        return "tested", head
    own = word is not None and head < gene.start and gene.end <= word.start <= gene.end + 2
    return None if own and said and polarity.WILD.search(scene.text[said[1] : head]) else said


def _without_names(scene: Scene, end: int) -> str:
    """The sentence up to a gene, without the genes and alterations named in it."""
    words = scene.text[max(scene.sentence.start, end - 120) : end]
    first = end - len(words)
    for start, stop in scene.spans:
        if first <= start and stop <= end:
            words = words[: start - first] + " " * (stop - start) + words[stop - first :]
    return re.sub(r"\s+", " ", words)


def _is_found_for_itself(word: Mention, gene: Named, asserted: AssertedMention, scene: Scene) -> bool:
    """Whether an examination of the gene found it, so that what was denied before does not reach it: "…, and BRAF analysis revealed V600E"."""
    cue = asserted.judgement.cue
    begun = cue is not None and scene.text.rfind(cue, scene.sentence.start, gene.start) >= 0
    return begun and gene.end <= word.start and bool(FOUND_IN.search(scene.text[gene.end : word.start]))


def _denied_between(gene: Named, word: Mention, text: str) -> bool:
    first, second = (gene.end, word.start) if gene.end <= word.start else (word.end, gene.start)
    return bool(re.search(r"\b(?:not|no|never|neither)\b", text[first:second], re.I))
