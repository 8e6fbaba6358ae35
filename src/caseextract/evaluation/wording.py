"""When two wordings say the same: names of tumours, agents, stages."""

from __future__ import annotations

import re

from caseextract.evaluation.answer import Course, Stage

_SAME_AGENT = {
    "5-fluorouracil": "fluorouracil",
    "5-fu": "fluorouracil",
    "actinomycin d": "dactinomycin",
    "actinomycin-d": "dactinomycin",
    "adriamycin": "doxorubicin",
    "albumin-bound paclitaxel": "nab-paclitaxel",
    "ara-c": "cytarabine",
    "bcg": "bacillus calmette-guerin",
    "cddp": "cisplatin",
    "cpt-11": "irinotecan",
    "folinic acid": "leucovorin",
    "imatinib mesylate": "imatinib",
    "interferon alfa": "interferon",
    "interferon alpha": "interferon",
    "interferon-alpha": "interferon",
    "levoleucovorin": "leucovorin",
    "liposomal doxorubicin": "pegylated liposomal doxorubicin",
    "prednisolone": "prednisone",
    "tegafur-gimeracil-oteracil": "s-1",
    "tegafur/gimeracil/oteracil": "s-1",
    "ts-1": "s-1",
}
"""Names that a key and a record may use for the same agent; steroids of one kind count as one."""

_CLASS = re.compile(
    r"therapy|inhibitor|antibod|agent|hormon|steroid|taxane|platinum(?!\w)|anthracycline|tki\b|ici\b|chemo|analog"
    r"|cells?$|drug|blockade|immuno|regimen|treatment"
)
_TNM = re.compile(r"Y?[CPR]?T(\d|X|IS|A)")


def plain_words(name: str | int | None) -> str:
    """Lower case, with single blanks for all that is neither letter, digit nor plus sign."""
    return re.sub(r"[^a-z0-9+]+", " ", str(name).lower()).strip()


def agent(name: str) -> str:
    """An agent under the one name that all its names share."""
    name = name.lower().strip()
    return _SAME_AGENT.get(name, name)


def names_a_class(name: str) -> bool:
    """Whether a class of drugs is named ("chemotherapy") and no drug."""
    return _CLASS.search(name) is not None


def agents(course: Course) -> frozenset[str]:
    """The agents of a course."""
    return frozenset(map(agent, course.agents))


def optional(course: Course) -> frozenset[str]:
    """The agents that a record may name or not."""
    return frozenset(map(agent, course.optional_agents))


def stage(stated: Stage) -> str:
    """A stage without its system (systems share their groups), TNM without its prefixes."""
    value = re.sub(r"\s|STAGE", "", stated.value.upper())
    if stated.system == "TNM" or _TNM.match(value):
        return "TNM:" + re.sub(r"[CPY](?=[TNM])", "", value).replace(",", "")
    return value
