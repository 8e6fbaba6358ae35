"""Facts → record: cases, courses in order, lines, what belongs to which course, duplicates, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseextract.assembly import (
    alterations,
    article,
    confidence,
    described,
    diagnoses,
    disease_kinds,
    distant_disease,
    former_tumors,
    lines,
    outcome,
    overview,
    patients,
    pretreatment,
    treatment_settings,
    treatments,
    tumors_of_courses,
)
from caseextract.assembly.ending import ending_of
from caseextract.assembly.narrative import parts_of, story, told
from caseextract.facts import alteration as alteration_facts
from caseextract.facts import biomarker, organ, patient, stage
from caseextract.facts import diagnosis as diagnosis_facts
from caseextract.schema import Article, Case, Excluded, Report, Value
from caseextract.schema.fact import Facts
from caseextract.schema.mention import AssertedMention
from caseextract.schema.patient import Sex
from caseextract.schema.prose import Prose

__all__ = ["article_of", "cases_of", "excluded_of"]
KEPT_OUT = ("agent", "agent_class", "regimen", "tumor", "response", "gene", "stage", "time")


def article_of(report: Report) -> Article:
    """What the article says of itself."""
    return article.assemble(report)


def cases_of(facts: Facts, prose: Prose, report: Report) -> tuple[tuple[Case, ...], str | None]:
    """The patients that the report describes, and why there are none where there are none."""
    sentences = story(prose)
    reason = described.nobody(prose, sentences)
    if reason is not None:
        return (), reason
    cases = tuple(_with_sex_by_tumor(case) for case in _with_the_tumor_of_all(tuple(_cases(facts, prose, report, sentences))))
    reason = described.no_tumor(cases, facts.others, prose)
    return ((), reason) if reason is not None else (confidence.rated(cases), None)


def _cases(facts: Facts, prose: Prose, report: Report, sentences: Sequence[int]) -> Iterator[Case]:
    series = patients.find(prose, sentences)
    if series is None:
        yield _case(facts, prose, report, sentences)
        return
    common = patient.gather([a for a in facts.others if series.is_common(a.mention.start)], prose, report)
    for number in range(len(series.patients)):
        own = patient.gather([a for a in facts.others if series.is_own(number, a.mention.start)], prose, report)
        case = _case(series.facts_of(number, facts), series.prose_of(number, prose), report, series.sentences_of(number, sentences, prose))
        yield case.model_copy(update={"patient": series.demographics(number, own, common, report, prose)})


def _with_the_tumor_of_all(cases: tuple[Case, ...]) -> Iterator[Case]:
    """The cases of a series, where of some the tumour is not named, with the only one that is named of others."""
    named = {d.histology.name.lower(): d for case in cases for d in case.diagnoses if d.role == "index"}
    only = next(iter(named.values())) if len(named) == 1 else None
    for case in cases:
        if only is not None and not case.diagnoses and case.treatments:
            yield case.model_copy(update={"diagnoses": (only.model_copy(update={"stages": (), "extent": None}),)})
        else:
            yield case


def _with_sex_by_tumor(case: Case) -> Case:
    """The case with the sex that its first tumour has, where nothing else tells it."""
    first = next((d.histology for d in case.diagnoses if d.role == "index"), None)
    sex = patient.sex_by_tumor(first.name) if first is not None and case.patient.sex is None else None
    if sex is None or first is None:
        return case
    value = Value[Sex](value=sex, evidence=first.evidence[:1], confidence=0.8, derived="anatomy")
    return case.model_copy(update={"patient": case.patient.model_copy(update={"sex": value})})


def _case(facts: Facts, prose: Prose, report: Report, sentences: Sequence[int]) -> Case:
    mentions = facts.others
    stages = stage.gather(mentions, prose, report)
    tumors = diagnosis_facts.gather(mentions, prose)
    found = diagnoses.assemble(
        tumors,
        organ.gather(mentions, prose),
        stages,
        [a for a in mentions if a.mention.kind == "extent"],
        prose,
        report,
    )
    haematological = disease_kinds.is_haematological(found)
    facts = replace(facts, treatments=former_tumors.without_theirs(facts.treatments, tumors, found, prose))
    parts = parts_of(facts, sentences, prose)
    drafts = told(facts, parts, prose)
    metastatic_from = distant_disease.told_from(mentions, stages, found, parts.tells, parts.announcing, prose)
    recurrent_from = distant_disease.begins_with_a_recurrence(facts.events, drafts, parts.tells, prose)
    cured_by_drugs = disease_kinds.are_treated_by_drugs_alone(found)
    treatment_settings.assign(
        drafts, text=prose.text, cured_by_drugs=cured_by_drugs, metastatic_from=metastatic_from, recurrent_from=recurrent_from,
        haematological=haematological
    )
    metastatic_from = min((at for at in (metastatic_from, recurrent_from) if at is not None), default=None)
    overviews = overview.sentences_of(facts.treatments, sentences, prose)
    unknown_from = pretreatment.uncounted_from(mentions, drafts, [i for i in sentences if i not in overviews], prose, haematological=haematological)
    for own, of_blood in tumors_of_courses.apart(drafts, tumors, found, prose):
        lines.assign(own, text=prose.text, haematological=of_blood, metastatic_from=metastatic_from, unknown_from=unknown_from)
    ending = outcome.assemble(mentions, facts.events, facts.durations, sentences, prose, report)
    builder = treatments.Builder(report, prose, haematological=haematological, ending=ending_of(ending, prose))
    return Case(
        patient=patient.gather(mentions, prose, report),
        diagnoses=found,
        alterations=alterations.assemble(alteration_facts.gather(mentions, prose, report)),
        biomarkers=alterations.biomarkers(biomarker.gather(mentions, prose, report)),
        treatments=builder.build(drafts),
        outcome=ending,
    )


def excluded_of(mentions: Sequence[AssertedMention], prose: Prose, report: Report) -> tuple[Excluded, ...]:
    """What was seen and kept out, with the reason."""
    found = []
    reasons = {"absent": "negated", "planned": "planned", "refused": "refused", "hypothetical": "hypothetical", "possible": "uncertain"}
    for asserted in mentions:
        mention, judgement = asserted.mention, asserted.judgement
        if mention.kind not in KEPT_OUT or judgement.is_fact:
            continue
        reason = judgement.experiencer if judgement.experiencer != "patient" else reasons[judgement.status]
        found.append(
            Excluded(
                kind=mention.kind,
                name=mention.label,
                reason=reason,
                cue=judgement.cue,
                evidence=report.evidence(mention.start, mention.end, section=prose.sentences[mention.sentence].heading),
            )
        )
    return tuple(found)
