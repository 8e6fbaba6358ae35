"""Whether what a mention names is so: by the strongest of the cues that cover it."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.assertions.cues import Cue
from caseextract.schema.mention import TREATMENT_KINDS, Mention, Status

STATUSES: dict[str, Status] = {
    "absent": "absent",
    "planned": "planned",
    "refused": "refused",
    "hypothetical": "hypothetical",
    "possible": "possible",
}
STRENGTH = ("refused", "absent", "planned", "hypothetical", "possible")
TIMES = ("time", "period", "date", "age")
RESPONSES = ("response", "progression", "freedom", "survival", "toxicity", "stop")
ADVISED = re.compile(r"consider|discuss|recommend|propos|advis|was considered|suggest|sensitiv|eligible|approved|indicated", re.IGNORECASE)
NEAR = 30


def status_of(mention: Mention, cues: Sequence[Cue]) -> tuple[Status, str | None]:
    """The mention's status by the strongest cue that covers it and applies to its kind, and that cue's words."""
    found = {cue.kind: cue.words for cue in reversed(cues) if cue.kind in STATUSES and cue.covers(mention) and _applies(cue, mention)}
    for kind in STRENGTH:
        if kind in found:
            return STATUSES[kind], found[kind]
    return "present", None


def _applies(cue: Cue, mention: Mention) -> bool:
    """Lengths of time are not denied, treatments not suspected, responses not advised."""
    if mention.kind in TIMES:
        return cue.kind not in ("absent", "possible")
    if mention.kind in TREATMENT_KINDS:
        return cue.kind != "possible"
    if mention.kind in RESPONSES:
        if cue.kind == "hypothetical" and ADVISED.match(cue.words):
            return False
        distance = mention.start - cue.end_of_words if mention.start >= cue.end_of_words else cue.start_of_words - mention.end
        return cue.kind != "possible" or distance < NEAR
    return True
