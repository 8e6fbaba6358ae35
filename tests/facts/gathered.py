"""What the facts of a text are, for tests: treatments as short lines, events, lengths of time and tumours as values."""

from caseextract import assertions, concepts, facts, language, mentions, sections
from caseextract.facts import diagnosis
from caseextract.readers.text import report_of
from caseextract.schema.fact import Facts, TreatmentFact
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

SAID = ("restart", "stopped", "joined", "switched", "earlier", "anaphoric", "alone")
CLAIMS = ("diagnosed", "strong", "initial", "final", "past", "incidental", "general", "unsure", "denied", "definite")
DETAILS = ("line", "after_line", "setting", "phase", "cycles")


def facts_of(text: str) -> Facts:
    return facts.gather(*linked(text), report_of(text))


def linked(text: str) -> tuple[tuple[AssertedMention, ...], Prose]:
    """The mentions of a text with their judgements and concepts, and its prose."""
    report = report_of(text)
    prose = sections.assign(report, language.parse(report))
    return concepts.link(assertions.judge(mentions.find(prose), prose), prose), prose


def tumors(text: str) -> tuple[diagnosis.Tumor, ...]:
    return diagnosis.gather(*linked(text))


def claimed(tumor: diagnosis.Tumor) -> set[str]:
    """What the sentence claims of a tumour, by the names of its flags."""
    return {name for name in CLAIMS if getattr(tumor, name)}


def treatments(text: str) -> list[str]:
    """Each treatment as "agents, modality, status, what is said, details"; the usual modality and status are left out."""
    return [_line(fact) for fact in facts_of(text).treatments]


def _line(fact: TreatmentFact) -> str:
    parts = [" + ".join(sorted(fact.names)) or fact.modality]
    parts += [fact.modality] if fact.agents and fact.modality != "systemic" else []
    parts += [] if fact.judgement.is_fact else [fact.judgement.status if fact.judgement.status != "present" else fact.judgement.experiencer]
    parts += [] if fact.given else ["not said to be given"]
    parts += [name for name in SAID if getattr(fact, name)]
    parts += [f"{name} {getattr(fact, name)}" for name in DETAILS if getattr(fact, name) is not None]
    return ", ".join(parts)
