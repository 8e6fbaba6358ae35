"""Whether the cue of its sentence bears on a tumour: denied, only thought of, what it was taken for, or of the family."""

from __future__ import annotations

from caseextract import caseblind as re
from caseextract.facts.diagnosis.codes import Naming
from caseextract.schema.mention import AssertedMention

FIRST_DIAGNOSIS = re.compile(r"initial(?:ly)? diagnos|clinical diagnosis|as well as in|versus")
PROOF = re.compile(
    r"\b(?:diagnosis of|diagnosed|confirm(?!ation)\w*|reveal\w*|prov(?:ed|en)|turned out|revised|final|established"
    r"|demonstrat\w+|show(?:ed|ing))\b",
    re.I,
)
OF_A_DIAGNOSIS = re.compile(r"^ (?:of|for) (?:an? |the )?(?:\w+ )?diagnosis(?= of)", re.I)
"""What is only thought of is then a diagnosis: "with a suspicion of a diagnosis of X"."""
CONCLUDED = re.compile(
    r"\b(?:suggest\w*|consistent with|compatible with|confirm\w*|diagnos\w*|reveal\w*|support\w*|favou?r\w*"
    r"|in keeping with"
    r"|but (?:positive|showed|had)|therefore|thus|leading to)\b",
    re.I,
)
AFTERWARDS_NEGATIVE = re.compile(r"^[^.;]{0,40}?\b(?:negative|non-?reactive|wild[- ]type|unmutated|unmethylated)\b")
CONFIRMED_AFTER = re.compile(
    r"^[^.;]{0,40}?\b(?:suspected|assumed|considered|presumed)\b[^.;]{0,40}?\b(?:confirmed|proved|proven|verified|established)\b", re.I
)
JUDGED = ("considered", "judged", "deemed")
AS_SUCH = re.compile(r"^ (?:to (?:have|be)|as having|to be suffering from)\b", re.I)
NEXT_CLAUSE = re.compile(r"\b(?:when|until|whereupon|after which|however|but)\b|\bin (?:an?|the|this|our) (?:\d+|[a-z]+(?:-[a-z]+)?)[- ]year[- ]old\b", re.I)
TAKEN_FOR = re.compile(
    r"\b(?:(?:our|the|first|clinical|initial|radiological) impression (?:was|had been) (?:that )?(?:of )?|(?:was|were|is) not |look(?:ed|s|ing) like |(?:masquerad\w+|disguised|posing) as |mistaken for |taken for |confused with |misdiagnosed as |(?:distinguish\w*|differentiat\w+|indistinguishable|distinct|different) (?:\w+ ){0,4}?from |unlike )"
    r"(?:an? |the )?$",
    re.I,
)
IN_THE_GUISE = re.compile(r"\b(?:presenting|labell?ed|treated) as (?:an? |the )?$|\bif (?:an? |the )?$|\bin the guise of (?:an? )?$", re.I)
TOLD_OF_HIM = re.compile(
    r"[;]|\b(?:who|presented|was|underwent|admitted|followed|developed|noticed|he|she|diagnosed|referred)\b",
    re.I,
)
EVIDENCE = re.compile(
    r"\b(?:biops\w+|histolog\w+|histopatholog\w+|patholog\w+|cytolog\w+|immunohisto\w+|immunophenotyp\w+"
    r"|morpholog\w+|microscop\w+|specimen|aspirat\w+|flow cytometry|genetic\w*|diagnos\w+)\b",
    re.I,
)
NOT_A_DENIAL = re.compile(
    r"perform|given|administ|possible|used|receiv|start|initiat|feasible|indicat|availab|omitt|further|additional"
    r"|adjuvant|system|chemo|treat|therap|underg|candidate|eligib|unfit|suitab|amenable|tolerat|rather|instead",
    re.I,
)


def whose(asserted: AssertedMention, before: str) -> AssertedMention:
    """The mention as the patient's own where a word of family history in its sentence does not reach it."""
    judgement = asserted.judgement
    cue = (judgement.cue or "").lower()
    if judgement.experiencer != "family" or "histor" not in cue:
        return asserted
    at = before.lower().rfind(cue)
    if at >= 0 and not TOLD_OF_HIM.search(before[at + len(cue) :]):
        return asserted
    return asserted.with_judgement(experiencer="patient", status="present", temporality="current")


def is_unsure(asserted: AssertedMention, naming: Naming, before: str, words: str, after: str) -> bool:
    """Whether it is only thought of, and not confirmed by the words after, or was only taken for it."""
    return (_is_thought_of(asserted, before, words) and not CONFIRMED_AFTER.match(after)) or _is_taken_for(naming, before)


def _is_thought_of(asserted: AssertedMention, before: str, words: str) -> bool:
    """Whether it is only thought of; not where the cue speaks of the first diagnosis, or a proof stands after it."""
    judgement = asserted.judgement
    cue = (judgement.cue or "").lower()
    if words.rstrip().endswith("?"):
        return True
    if judgement.status not in ("possible", "hypothetical") or FIRST_DIAGNOSIS.match(cue):
        return False
    at = before.lower().rfind(cue) if cue else -1
    between = OF_A_DIAGNOSIS.sub("", before[at + len(cue) :]) if at >= 0 else ""
    if PROOF.search(between) or NEXT_CLAUSE.search(between):
        return False
    if cue.endswith(JUDGED) and (at < 0 or AS_SUCH.match(before[at + len(cue) :])):
        return False
    return not (cue in ("suggested", "suggestive of") and EVIDENCE.search(words))


def _is_taken_for(naming: Naming, before: str) -> bool:
    """Whether the words before say that it was only taken for this: "our impression was of", "presenting as a malignancy"."""
    return bool(TAKEN_FOR.search(before) or (naming.specificity <= 1 and IN_THE_GUISE.search(before)))


def is_denied(asserted: AssertedMention, before: str, after: str) -> bool:
    """Whether it is the tumour that is denied, not a treatment or an examination of it, nor a marker before it."""
    cue = (asserted.judgement.cue or "").lower()
    if asserted.judgement.status != "absent" or NOT_A_DENIAL.search(cue):
        return False
    at = before.lower().rfind(cue) if cue else -1
    if at < 0:
        return not AFTERWARDS_NEGATIVE.match(after)
    between = before[at + len(cue) :]
    return not (CONCLUDED.search(between) or NEXT_CLAUSE.search(between))
