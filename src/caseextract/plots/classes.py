"""The class of agent that gives a bar its colour."""

from __future__ import annotations

import re

from caseextract.plots.style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION, YELLOW
from caseextract.schema import Agent, Treatment

COLOURS = {
    "Chemotherapy": ORANGE,
    "Kinase inhibitor": BLUE,
    "Immunotherapy": GREEN,
    "Antibody, other targeted": SKY,
    "Hormone therapy": PURPLE,
    "Radiotherapy": VERMILION,
    "Surgery, transplant, local": YELLOW,
    "Other": GREY,
}
"""Classes in the order of the legend."""

# WHO stems for generic names (INN, 2018 and later); the class that the record states comes first
_STATED = (
    (r"checkpoint|immun|pd-?l?-?1|ctla|car-?t|interleukin|interferon|vaccine", "Immunotherapy"),
    (r"kinase|tki", "Kinase inhibitor"),
    (r"hormon|endocrine|androgen|estrogen|aromatase|gnrh|lhrh|somatostatin", "Hormone therapy"),
    (r"antibod|targeted|parp|cdk|mtor|proteasome|conjugate|vegf|her2|hedgehog|idh|bcl", "Antibody, other targeted"),
    (
        r"chemo|alkyl|platin|taxane|anthracycl|antimetabol|topoisomerase|vinca|cytotox|antifolate|pyrimidine|purine"
        r"|mustard|microtubule|nucleoside",
        "Chemotherapy",
    ),
    (r"radio", "Radiotherapy"),
)
_STEMS = (
    (r"limab$|lizumab$|(nivol|ipilim|tremelim|avel|durval)umab|leucel$|interferon|aldesleukin", "Immunotherapy"),
    (r"t[iy]nib$|rafenib$", "Kinase inhibitor"),
    (r"relin$|relix$|lutamide$|tamoxifen|strozole$|mestane$|fulvestrant|abiraterone|reotide$", "Hormone therapy"),
    (r"mab$|mab-|tecan$(?<=ruxtecan)|parib$|ciclib$|zomib$|limus$|rasib$|clax$|degib$|denib$|lisib$|metinib$",
     "Antibody, other targeted"),
    (r"platin$|rubicin$|taxel$|poside$|tecan$|bine$|citabine$|fosfamide$|mustine$|trexate$|trexed$|uracil|tabine$"
     r"|azine$|mycin$|zolomide$|blastine$|cristine$|relbine$|s-1|tegafur|mitoxantrone|melphalan|arabinoside",
     "Chemotherapy"),
)  # fmt: skip
_MODALITIES = {
    "radiotherapy": "Radiotherapy",
    "surgery": "Surgery, transplant, local",
    "transplant": "Surgery, transplant, local",
    "local": "Surgery, transplant, local",
}


def classes(course: Treatment) -> tuple[str, ...]:
    """Every class in a course, in the order of the legend."""
    found = {_of_agent(agent) for agent in course.agents}
    if course.modality in _MODALITIES:
        found = {_MODALITIES[course.modality]}
    if course.modality == "chemoradiation":
        found = (found or {"Chemotherapy"}) | {"Radiotherapy"}
    return tuple(name for name in COLOURS if name in (found or {"Other"}))


def _of_agent(agent: Agent) -> str:
    for words, patterns in (((agent.agent_class or "").lower(), _STATED), (agent.name.lower(), (*_STEMS, *_STATED))):
        for pattern, name in patterns:
            if words and re.search(pattern, words):
                return name
    return "Other"
