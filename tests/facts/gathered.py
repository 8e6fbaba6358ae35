"""What the facts of a text are, for tests: treatments as short lines, events and lengths of time as values."""

from caseextract import assertions, concepts, facts, language, mentions, sections
from caseextract.readers.text import report_of
from caseextract.schema.fact import Facts, TreatmentFact

SAID = ("restart", "stopped", "joined", "switched", "earlier", "anaphoric", "alone")
DETAILS = ("line", "after_line", "setting", "phase", "cycles")


def facts_of(text: str) -> Facts:
    report = report_of(text)
    prose = sections.assign(report, language.parse(report))
    linked = concepts.link(assertions.judge(mentions.find(prose), prose), prose)
    return facts.gather(linked, prose, report)


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
