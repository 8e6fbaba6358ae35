"""Linked mentions → stages, each in its own system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract import caseblind as re
from caseextract.schema import Report, Stage, StageSystem
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.prose import Prose

ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}
ONE_SIGN = str.maketrans({"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV"})
SPELT = {"one": "I", "two": "II", "three": "III", "four": "IV"}
OTHER_DISEASE = re.compile(
    r"\b(?:kidney|renal|CKD|sleep|fibrosis|cirrhosis|hypertension|pressure|ulcer|COPD|GVHD|retinopathy|sarcoidosis"
    r"|labou?r|trial|of the (?:study|trial|disease process)|Parkinson|phase)\b",
    re.I,
)
NOT_A_STAGE = re.compile(
    r"^\s*(?:trial|study|randomi[sz]ed|clinical trial|phase|of the (?:operation|surgery|procedure)|surgery"
    r"|operation|reconstruction|revision|procedure|repair|patients\b|melanomas\b|(?:\w+ )?(?:pressure|decubitus"
    r"|CKD|(?:chronic )?(?:kidney|renal) (?:disease|failure|insufficiency|impairment|injury)"
    r"|hypertension|ulcers?|GVHD|fibrosis|cirrhosis|sleep|labou?r|lymph?o?edema|sarcoidosis|retinopathy)\b)",
    re.I,
)

OTHER_SCALE = re.compile(r"\b(?:Osserman|MGFA|NYHA|GOLD|KDIGO|Tanner|Braak|Hoehn|myasthen\w+|pregnan\w+)\W+(?:\w+ ){0,2}$", re.I)
STATED = re.compile(r"initial(?:ly)? diagnos|clinical diagnosis|considered|thought", re.I)


def gather(
    mentions: Sequence[AssertedMention], prose: Prose, report: Report
) -> tuple[tuple[AssertedMention, Stage], ...]:
    """Stages stated of this patient, each with its mention."""
    return tuple((asserted, stage) for asserted in mentions for stage in _stages(asserted, prose, report))


def _stages(asserted: AssertedMention, prose: Prose, report: Report) -> Iterator[Stage]:
    mention = asserted.mention
    if mention.kind not in ("stage", "stage_t") or not _is_said(asserted, prose):
        return
    value = _value(mention)
    after = prose.text[mention.end : mention.end + 40]
    words = prose.text[mention.start : mention.end]
    if value is None or NOT_A_STAGE.match(after) or OTHER_DISEASE.search(words) or OTHER_SCALE.search(prose.text[max(0, mention.start - 30) : mention.start]):
        return
    prefix = (mention.groups.get("prefix") or mention.groups.get("basis") or "").strip().lower()
    system: StageSystem = mention.groups["system"]  # type: ignore[assignment]
    yield Stage(
        system=system,
        value=value,
        basis="pathological" if "p" in prefix[:2] else "clinical" if prefix.startswith("c") else None,
        evidence=(report.evidence(mention.start, mention.end, section=prose.sentences[mention.sentence].heading),),
    )


def _is_said(asserted: AssertedMention, prose: Prose) -> bool:
    """Whether it is the patient's; a negation or a plan counts only where it stands close before the stage itself."""
    judgement, sentence = asserted.judgement, prose.sentences[asserted.mention.sentence]
    if judgement.experiencer != "patient" and not (
        judgement.experiencer == "literature" and judgement.cue == sentence.heading
    ):
        return False
    if judgement.status in ("present", "planned", "refused") or asserted.mention.groups["system"] == "TNM":
        return True
    cue = judgement.cue or ""
    near = prose.text[max(sentence.start, asserted.mention.start - len(cue) - 12) : asserted.mention.start]
    return cue.lower() not in near.lower() or bool(STATED.search(cue))


def _value(mention: Mention) -> str | None:
    groups = mention.groups
    system = groups["system"]
    if system == "TNM":
        parts = [_component(groups[name]) for name in ("t", "n", "m") if groups.get(name)]
        joined = "".join(part if part[0] in "TNM" else f"T{part}" for part in parts)
        return joined if mention.label != "TNM" or len(parts) > 1 or groups.get("prefix") else None
    if system == "VALG":
        return "extensive" if any(name in groups for name in ("extensive", "ed", "ed2")) else "limited"
    value = groups.get("value") or groups.get("value2") or groups.get("value3") or groups.get("value4")
    if not value:
        return None
    return normal(value, system) + (groups.get("sub") or groups.get("sub2") or "").strip(" -").upper()


def normal(value: str, system: str) -> str:
    """A stage's value with Roman numeral and capital letters: "3b" is "IIIB", "IV-A" is "IVA"."""
    clean = SPELT.get(value.lower()) or re.sub(r"[\s()-]", "", value.translate(ONE_SIGN))
    if system in ("BCLC", "Binet", "Dukes", "Rai", "INSS"):
        return clean.upper() if system != "Rai" else ARABIC.get(clean, clean.upper())
    match = re.match(r"([1-4])(.*)", clean)
    if match:
        clean = ARABIC[match[1]] + match[2]
    return clean.upper()


def _component(part: str) -> str:
    clean = re.sub(r"\s?[\[(].*?[\])]", "", part)
    return clean[0].upper() + clean[1:].lower().replace("x", "x") if clean else clean
