"""Linked mentions → age and sex."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.schema import Evidence, Patient, Report, Value
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.numbers import value_of
from caseextract.schema.patient import Sex
from caseextract.schema.prose import Prose

FEMALE_ANATOMY = ("ovar", "cervi", "endometri", "uter", "vulv", "vagin", "fallopian")
MALE_ANATOMY = ("prostat", "testic", "testis", "penile", "seminoma")
DECADES = {"teens": 15, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80}


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report, *, label: str | None = None) -> Patient:
    """The first age and sex that are stated of the patient."""
    own = [a.mention for a in mentions if a.judgement.experiencer == "patient" or a.mention.kind == "age"]
    return Patient(label=label, age_years=_age(own, prose, report), sex=_sex(own, prose, report))


def _age(mentions: list[Mention], prose: Prose, report: Report) -> Value[float] | None:
    for mention in mentions:
        if mention.kind != "age":
            continue
        groups = mention.groups
        months = groups.get("months") or groups.get("months2")
        number = value_of(months or groups.get("n") or groups.get("n2") or groups.get("n3") or "")
        if number is not None:
            years = round(number / 12, 2) if months else number
            return Value[float](value=int(years) if years == int(years) else years, evidence=(_evidence(mention, prose, report),), derived=f"{number:g} months / 12" if months else None)
    return None


def _sex(mentions: list[Mention], prose: Prose, report: Report) -> Value[Sex] | None:
    for mention in mentions:
        if mention.kind == "sex":
            return Value[Sex](value=mention.groups["sex"], evidence=(_evidence(mention, prose, report),))
    pronouns = [m for m in mentions if m.kind == "pronoun"]
    if pronouns:
        female = [m for m in pronouns if m.groups["word"].lower() in ("she", "her", "hers")]
        chosen = female if 2 * len(female) > len(pronouns) else [m for m in pronouns if m not in female]
        return Value[Sex](value="female" if chosen is female else "male", evidence=(_evidence(chosen[0], prose, report),), confidence=0.85, derived="pronoun")
    return None


def _evidence(mention: Mention, prose: Prose, report: Report) -> Evidence:
    return report.evidence(mention.start, mention.end, section=prose.sentences[mention.sentence].heading)
