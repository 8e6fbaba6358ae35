"""From where on the story tells of distant disease: metastases, a stage that means them, or a recurrence with which it begins."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.draft import Draft
from caseextract.assembly.staging import means
from caseextract.knowledge import phrase, says, tissue
from caseextract.schema import Diagnosis, Stage
from caseextract.schema.fact import EventFact
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose

DISTANT_IVA = ("Bowel", "Lung", "Ovary/Fallopian Tube", "Peritoneum")


def told_from(
    mentions: Sequence[AssertedMention],
    stages: Sequence[tuple[AssertedMention, Stage]],
    diagnoses: Sequence[Diagnosis],
    tells: Sequence[int],
    announced: Sequence[int],
    prose: Prose,
) -> int | None:
    """The offset from which distant disease is told; announcements aside, which tell the end before the beginning."""
    within = {*_of_the_patient(tells, prose), *_opening(tells, announced, prose)}
    spread = [a for a in mentions if a.mention.kind == "extent" and a.judgement.is_fact and a.mention.groups["extent"] == "metastatic"]
    codes = [diagnosis.histology.codes.get("oncotree", "") for diagnosis in diagnoses]
    spread += [asserted for asserted, stage in stages if any(_is_distant(stage, code) for code in codes)]
    return min((asserted.mention.start for asserted in spread if asserted.mention.sentence in within), default=None)


def _of_the_patient(tells: Sequence[int], prose: Prose) -> list[int]:
    """The sentences of the story, without those that speak of the disease before the patient is introduced."""
    words = {i: prose.words(prose.sentences[i]) for i in tells}
    begins = next((i for i in tells if says("introduced by age", words[i])), None)
    return [i for i in tells if begins is None or i >= begins or says("speaks of the patient", words[i])]


def _opening(tells: Sequence[int], announced: Sequence[int], prose: Prose) -> list[int]:
    """The announcements with which the only story begins: those that no sentence introducing the patient follows."""
    words = {i: prose.words(prose.sentences[i]) for i in (*tells, *announced)}
    retold = any(says("introduced by age", words[i]) for i in tells)
    return [i for i in announced if not retold and not says("introduced by age", words[i]) and not says("spread only later", words[i])]


def _is_distant(stage: Stage, code: str) -> bool:
    """Whether a stage means distant metastases; stage IVA does in few organs."""
    return means(stage, "metastatic", code) and (stage.value != "IVA" or tissue(code) in DISTANT_IVA)


def begins_with_a_recurrence(events: Sequence[EventFact], drafts: Sequence[Draft], sentences: Sequence[int], prose: Prose) -> int | None:
    """The offset of a recurrence with which the story begins and for which drugs are given: "was referred with a nodal recurrence"."""
    treated = _recurred_after(drafts, sentences, prose)
    if treated is not None:
        return treated
    first = min((draft for draft in drafts if not _went_before(draft, prose)), key=lambda draft: draft.told_at, default=None)
    if first is None or first.modality not in ("systemic", "chemoradiation") or first.first.earlier:
        return None
    within = set(sentences)
    told = (e for e in events if e.kind == "progression" and e.value == "relapse" and e.judgement.is_fact and e.span.sentence in within)
    at = next((event.span for event in told if event.span.end <= first.told_at), None)
    if at is None or says("goes back to the beginning", prose.text[at.end : first.told_at]):
        return None
    return at.start


def _recurred_after(drafts: Sequence[Draft], sentences: Sequence[int], prose: Prose) -> int | None:
    """The offset behind what a recurrence is said to follow: "recurrent thymoma after resection and six cycles of X received Y"."""
    first = min(drafts, key=lambda draft: draft.start, default=None)
    if first is None or first.first.span.sentence not in sentences:
        return None
    sentence = prose.sentences[first.first.span.sentence]
    told = phrase("recurrent after treatment").search(prose.words(sentence))
    inside = told is not None and told.start("before") <= first.start - sentence.start < told.end("before")
    return sentence.start + told.end() if told is not None and inside else None


def _went_before(draft: Draft, prose: Prose) -> bool:
    sentence = prose.sentences[draft.first.span.sentence]
    return draft.told_back or says("told in the pluperfect", prose.text[sentence.start : draft.start])
