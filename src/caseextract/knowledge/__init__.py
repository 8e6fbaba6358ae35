"""What clinicians edit: lexicons, rules, cues, section titles; loaded and validated here and nowhere else."""

from caseextract.knowledge.lexicon import Entry, lexicon
from caseextract.knowledge.phrases import phrase, says
from caseextract.knowledge.rules import Rule, rules
from caseextract.knowledge.tables import Trust, ancestors, combinations, ncit, stems, tissue, trusts
from caseextract.knowledge.version import knowledge_version

__all__ = [
    "Entry",
    "Rule",
    "Trust",
    "ancestors",
    "combinations",
    "knowledge_version",
    "lexicon",
    "ncit",
    "phrase",
    "rules",
    "says",
    "stems",
    "tissue",
    "trusts",
]
