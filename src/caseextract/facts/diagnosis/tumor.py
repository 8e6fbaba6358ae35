"""What a fact of diagnosis is: one naming of a tumour, its code, and what its sentence claims of it."""

from __future__ import annotations

from dataclasses import dataclass

from caseextract.schema.mention import AssertedMention


@dataclass(frozen=True, slots=True)
class Tumor:
    """A tumour named at `[start, end)`: `name` as written, its code where there is one, and how specific it is.

    `diagnosed` and `strong`: words of diagnosis stand before it; `metastasis`: what is named is a metastasis of it;
    `initial`, `final`: said as the first or the revised diagnosis; `past`: as of earlier years; `general`: in words
    about the disease as such; `unsure`: suspected or one of several; `denied`: said not to be there; `implied`: the
    site comes from the name alone; `inferred`: from elsewhere in the text.
    """

    start: int
    end: int
    sentence: int
    name: str
    label: str
    code: str
    histology: str
    site: str
    specificity: int
    matched_by: str
    asserted: AssertedMention
    diagnosed: bool = False
    strong: bool = False
    metastasis: bool = False
    initial: bool = False
    final: bool = False
    past: bool = False
    incidental: bool = False
    general: bool = False
    unsure: bool = False
    denied: bool = False
    implied: bool = False
    inferred: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is named by an abbreviation."""
        return self.asserted.mention.matched_by == "abbreviation"

    @property
    def definite(self) -> bool:
        """Whether it is said of this patient's present illness, as something that is so."""
        own = self.asserted.judgement.experiencer == "patient"
        return own and not self.denied and not self.unsure and not self.general
