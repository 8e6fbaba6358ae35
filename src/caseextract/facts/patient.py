"""Linked mentions → age and sex."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract import caseblind as re
from caseextract.schema import Evidence, Patient, Report, Value
from caseextract.schema.mention import AssertedMention, Mention
from caseextract.schema.numbers import value_of
from caseextract.schema.patient import Sex
from caseextract.schema.prose import Prose

FEMALE = re.compile(
    r"\b(?:hysterectomy|oophorectomy|salping\w+|ovar(?:y|ies|ian)|uter(?:us|ine)|endometri(?:al|um|oid)|vulv(?:a|ar)|vagin(?:a|al)|uterine cervix|cervix|cervical (?:cancer|carcinoma|squamous|adeno\w+|intraepithelial)|fallopian"
    r"|trophoblastic|choriocarcinoma of the uterus|menopaus\w+|menstru\w+|pregnan\w+|gestation\w*|caesarean|breastfeeding)\b",
    re.I,
)
MALE = re.compile(r"\b(?:prostat(?:e|ic|ectomy)|testic(?:le|les|ular)|testis|testes|orchi(?:d)?ectomy|penile|penis|scrot(?:al|um)|seminal vesicles?|epididym\w+|spermatic cord)\b", re.I)
OTHER_AGE = re.compile(r"\b(?:menarche|menopaus\w+|puberty|marri\w+|childbirth|child(?:ren)? (?:was|were) born|smok\w+|first (?:delivery|pregnancy|child|birth))\b[^.;]{0,25}$", re.I)
OF_MANY = re.compile(r"\b(?:median|mean|average|peak|typical|usual|youngest|oldest|range|between|incidence)\b[^.;]{0,60}$", re.I)
SPARED = re.compile(r"\b(?:hamster|mother|maternal|wife|sister|family|history of|patients|metasta\w+ from|risk|no|without|negative)\b", re.I)

BESIDE = 40
"""Characters between an organ and something that is said of this patient: of another patient of the sentence it may be."""


def gather(mentions: Sequence[AssertedMention], prose: Prose, report: Report, *, label: str | None = None) -> Patient:
    """The first age and sex that are stated of the patient."""
    own = [a.mention for a in mentions if a.judgement.experiencer == "patient"]
    told = [m for m in own if prose.sentences[m.sentence].section == "case"]
    anyone = [a.mention for a in mentions if a.judgement.experiencer in ("patient", "literature")]
    age = next((age for ages in (told, own, anyone) for age in (_age(ages, prose, report),) if age is not None), None) or _age(own, prose, report, now=True)
    sex = _sex(own, prose, report) or _by_anatomy(mentions, prose, report)
    return Patient(label=label, age_years=age, sex=sex)


def _age(mentions: list[Mention], prose: Prose, report: Report, *, now: bool = False) -> Value[float] | None:
    for mention in mentions:
        bound = mention.groups.get("bound", "").lower()
        if mention.kind != "age" or (bound and not (now and bound.startswith(("now", "currently")))):
            continue
        if OTHER_AGE.search(prose.text[max(0, mention.start - 45) : mention.start]) or OF_MANY.search(prose.text[max(0, mention.start - 70) : mention.start]):
            continue
        groups = mention.groups
        months = groups.get("months") or groups.get("months2")
        weeks, days = groups.get("weeks") or groups.get("weeks2"), groups.get("days") or groups.get("days2")
        number = 0 if "newborn" in groups else value_of(months or weeks or days or groups.get("n") or groups.get("n2") or groups.get("n3") or "")
        if number is not None:
            plus = value_of(groups.get("plus") or "")
            years = round(number / 12, 2) if months else round(number / 52.18, 2) if weeks else round(number / 365.25, 2) if days else round(number + plus / 12, 2) if plus else number
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


def _by_anatomy(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> Value[Sex] | None:
    """The sex that goes with an organ of the patient's."""
    for index in sorted({a.mention.sentence for a in mentions if a.judgement.is_fact}):
        sentence = prose.sentences[index]
        if sentence.section not in ("title", "abstract", "case"):
            continue
        words = prose.words(sentence)
        found = [(FEMALE.search(words), "female"), (MALE.search(words), "male")]
        both = [(match, sex) for match, sex in found if match and not SPARED.search(words[max(0, match.start() - 50) : match.start()])]
        if len(both) == 1:
            match, sex = both[0]
            first, last = sentence.start + match.start() - BESIDE, sentence.start + match.end() + BESIDE
            if not any(a.mention.sentence == index and a.mention.start < last and first < a.mention.end for a in mentions):
                continue
            evidence = report.evidence(sentence.start + match.start(), sentence.start + match.end(), section=sentence.heading)
            return Value[Sex](value=sex, evidence=(evidence,), confidence=0.8, derived="anatomy")
    return None


def sex_by_tumor(name: str) -> Sex | None:
    """The sex that goes with a tumour: "prostate cancer", "ovarian carcinoma"."""
    return "male" if MALE.search(name) and not FEMALE.search(name) else "female" if FEMALE.search(name) and not MALE.search(name) else None


def _evidence(mention: Mention, prose: Prose, report: Report) -> Evidence:
    return report.evidence(mention.start, mention.end, section=prose.sentences[mention.sentence].heading)
