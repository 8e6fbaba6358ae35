"""What a length of time counts from: "two years after the operation", "since the start of X", "from diagnosis"."""

from __future__ import annotations

from dataclasses import dataclass

from caseextract.assembly.attachment import Attachment
from caseextract.assembly.draft import Draft
from caseextract.knowledge import says
from caseextract.schema.fact import Span, TreatmentFact

PROCEDURES = (
    ("counts from an operation", ("surgery",)),
    ("counts from a transplant", ("transplant",)),
    ("counts from radiation", ("radiotherapy", "chemoradiation")),
)
"""Phrases for treatments that are named in passing, and what they are."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a length of time begins; without a course, at something that is no treatment."""

    draft: Draft | None
    since: tuple[Draft, ...] = ()
    """The courses that followed it, in the order of time."""

    @property
    def relapsing(self) -> Draft | None:
        """The course that a relapse then counts against: of an operation, the adjuvant treatment that followed."""
        if self.draft is None or self.draft.modality != "surgery":
            return self.draft
        return next((other for other in reversed(self.since) if other.setting == "adjuvant"), self.draft)

    def is_past(self, span: Span) -> bool:
        """Whether the disease had progressed after it before, so that what comes at that time is another progression."""
        return self.draft is not None and any(event.span.sentence < span.sentence for event in self.draft.progressions)

    @property
    def is_overtaken(self) -> bool:
        """Whether the disease had come back after the operation, and its absence since speaks for a later treatment."""
        return self.draft is not None and self.draft.modality == "surgery" and self.lasting is not None and bool(self.lasting.progressions)

    @property
    def lasting(self) -> Draft | None:
        """The course that a lasting absence of disease then speaks for: of an operation, the last before any relapse."""
        if self.draft is None or self.draft.modality != "surgery":
            return self.draft
        found = self.draft
        for later in self.since:
            if found.progressions:
                break
            found = later
        return found


def origin(span: Span, sentence: Attachment) -> Origin | None:
    """What the words right behind a length say that it counts from; None where they do not say."""
    named = sentence.next_named(span)
    if named is not None and says("counts from what is named next", sentence.text[span.end : named[0].span.start]):
        return _at(_last_of_chain(named, sentence), sentence)
    after = sentence.words_after(span)
    for link, modalities in PROCEDURES:
        if says(link, after):
            told = (draft for draft in reversed(sentence.timeline.drafts) if draft.first.span.start < span.start)
            return _at(next((draft for draft in told if draft.modality in modalities), None), sentence)
    if says("day counted from a graft", sentence.words(span)):
        earlier = [draft for draft in sentence.timeline.drafts if draft.first.span.start < span.start]
        grafts = [draft for draft in earlier if draft.modality == "transplant"]
        return _at(grafts[-1], sentence) if grafts and not _cells_since(grafts[-1], earlier) else None
    return Origin(None) if says("counts from no treatment", after) else None


def _last_of_chain(named: tuple[TreatmentFact, Draft], sentence: Attachment) -> Draft:
    """The last of the treatments that are named together: "after excision followed by X"."""
    fact, draft = named
    while (following := sentence.next_named(fact.span)) is not None:
        if not says("one and then another", sentence.text[fact.span.end : following[0].span.start]):
            break
        fact, draft = following[0], draft if following[1].modality == "surgery" and draft.is_drug else following[1]
    return draft


def _cells_since(graft: Draft, told: list[Draft]) -> bool:
    """Whether cells were infused after the transplant, from which days may count as well."""
    return any(says("infused cells", " ".join(draft.names)) for draft in told[told.index(graft) + 1 :])


def _at(draft: Draft | None, sentence: Attachment) -> Origin:
    drafts = sentence.timeline.drafts
    return Origin(draft, tuple(drafts[drafts.index(draft) + 1 :]) if draft is not None else ())
