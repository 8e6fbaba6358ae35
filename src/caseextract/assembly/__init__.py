"""Facts → record: cases, courses in order, lines, what belongs to which course, duplicates, conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseextract import caseblind as re
from caseextract.assembly import alterations, article, described, diagnoses, lines, outcome, patients, treatments
from caseextract.assembly.draft import Draft
from caseextract.assembly.narrative import ANNOUNCING, story, told
from caseextract.facts import alteration as alteration_facts
from caseextract.facts import biomarker, organ, patient, stage
from caseextract.facts import diagnosis as diagnosis_facts
from caseextract.schema import Article, Case, Excluded, Report
from caseextract.schema.fact import Facts
from caseextract.schema.mention import AssertedMention
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
    cases = tuple(_cases(facts, prose, report, sentences))
    reason = described.no_tumor(cases, facts.others, prose)
    return ((), reason) if reason is not None else (cases, None)


def _cases(facts: Facts, prose: Prose, report: Report, sentences: Sequence[int]) -> Iterator[Case]:
    series = patients.find(prose, sentences)
    if series is None:
        yield _case(facts, prose, report, sentences)
        return
    common = patient.gather([a for a in facts.others if series.is_common(a.mention.start)], prose, report)
    for number in range(len(series.patients)):
        own = patient.gather([a for a in facts.others if series.is_own(number, a.mention.start)], prose, report)
        case = _case(series.facts_of(number, facts), prose, report, series.sentences_of(number, sentences, prose))
        yield case.model_copy(update={"patient": series.demographics(number, own, common, report, prose)})


def _case(facts: Facts, prose: Prose, report: Report, sentences: Sequence[int]) -> Case:
    mentions = facts.others
    found = diagnoses.assemble(
        diagnosis_facts.gather(mentions, prose),
        organ.gather(mentions, prose),
        stage.gather(mentions, prose, report),
        [a for a in mentions if a.mention.kind == "extent"],
        prose,
        report,
    )
    haematological = diagnoses.is_haematological(found)
    drafts = told(facts, sentences, prose)
    within = set(sentences)
    metastatic = [
        a.mention.start for a in mentions
        if a.mention.kind == "extent" and a.mention.groups["extent"] == "metastatic" and a.judgement.is_fact and a.mention.sentence in within
        and not ANNOUNCING.search(prose.words(prose.sentences[a.mention.sentence]))
    ]
    lines.assign(drafts, haematological=haematological, curable=diagnoses.is_curable_by_drugs(found), metastatic_from=min(metastatic, default=None), unknown_before=_unknown(mentions, drafts, sentences, prose, haematological))
    return Case(
        patient=patient.gather(mentions, prose, report),
        diagnoses=found,
        alterations=alterations.assemble(alteration_facts.gather(mentions, prose, report)),
        biomarkers=alterations.biomarkers(biomarker.gather(mentions, prose, report)),
        treatments=treatments.Builder(report, prose, haematological=haematological).build(drafts),
        outcome=outcome.assemble(mentions, facts.events, facts.durations, sentences, prose, report),
    )


PRETREATED = re.compile(
    r"\b(?:heavily |extensively |previously |multiply )?(?:pre-?treated|previously treated with (?:multiple|several)|(?:after|despite|failed|received) (?:multiple|several|prior|previous|many|all) (?:prior |previous |lines of |conventional |standard |systemic )*(?:therap(?:y|ies)|lines?|treatments|regimens)|(?:conventional|standard) (?:therap(?:y|ies)|treatments?) (?:had |has )?failed|no (?:objective )?response to therapy|refractory (?!to\b)(?:\w+[\s-]){0,4}?(?:sarcoma|fibrosarcoma|carcinoma|cancer|disease|tumou?r|lymphoma|leuka?emia|myeloma|melanoma|histiocytosis|neuroblastoma))",
    re.I,
)
RELAPSED = re.compile(r"\b(?:relapsed|refractory)(?:[/ ](?:or |and )?(?:relapsed|refractory))? (?!to\b|after\b)(?:[\w/+-]+[\s-]){0,4}?(?:leuka?emia|lymphoma|myeloma|AML|ALL|APL|CLL|MM|DLBCL|B-ALL|T-ALL|MCL|FL|HL|ALCL|ATLL?|histiocytosis|macroglobulin\w+)\b|\b(?:in|with|at) (?:\w+ )?(?:second|third|first)? ?relapse\b", re.I)


def _unknown(
    mentions: Sequence[AssertedMention], drafts: Sequence[Draft], sentences: Sequence[int], prose: Prose, haematological: bool
) -> int | None:
    """Where earlier therapy is told without a number, or hinted before the first course: from there lines cannot be counted."""
    counted = next((a.mention.start for a in mentions if a.mention.kind == "prior_lines" and a.mention.groups.get("count") == "" and a.judgement.is_fact), None)
    if counted is not None:
        return counted
    first = next((draft for draft in drafts if draft.is_drug or draft.modality == "transplant"), None)
    counted_courses = [draft for draft in drafts if draft.modality in ("systemic", "transplant")]
    if first is None or not sentences or any(draft.prior for draft in drafts) or len(counted_courses) > 3:
        return None
    if any(event.value == "no_response" for event in first.responses) or first.facts[0].earlier:
        return None
    start, end = prose.sentences[sentences[0]].start, first.facts[0].span.start
    if first is not drafts[0]:
        end = min(end, drafts[0].facts[0].span.start)
    before = prose.text[start : max(start, end)]
    hinted = PRETREATED.search(before) or (haematological and RELAPSED.search(before))
    return start if hinted else None


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
