"""Records of fictional patients for the tests of the page and the plots; every quote is cut from its text."""

from __future__ import annotations

import hashlib
import random
from typing import Any

from caseextract.schema import (
    Agent,
    Alteration,
    Article,
    ArticleRecord,
    BestResponse,
    Biomarker,
    Case,
    Conflict,
    Diagnosis,
    Duration,
    Evidence,
    Excluded,
    Histology,
    Line,
    Outcome,
    Patient,
    Provenance,
    Source,
    Stage,
    Treatment,
    Value,
)

TEXT = """A bronchial tumour with a NTRK1 fusion: a fictional report
Journal of Invented Oncology 2031, doi:10.5555/invented.17
Background
In earlier series, larotrectinib gave a median progression-free survival of 28.3 months. \
Entrectinib has been refused by some.
Case presentation
A 58-year-old woman came with cough and haemoptysis 🫁 in March 2029. Biopsy of the left lower lobe showed lung \
adenocarcinoma, stage IVA, with bone metastases. Sequencing found an LMNA::NTRK1 fusion and a TP53 R273H mutation; \
EGFR was wild type. PD-L1 was positive (TPS 60%).
Palliative radiotherapy was given to the spine. She received carboplatin and pemetrexed as first-line treatment for \
four cycles over 3 months, with stable disease. After progression, larotrectinib was begun as second line; a partial \
response was seen, and she has been on treatment for more than 14 months. Her mother had died of breast cancer.
Discussion
Selpercatinib may be considered in patients with RET fusions.
At last follow-up, 19 months after diagnosis, she was alive.
"""


class Cutter:
    """Makes evidence from quotes of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, quote: str, *, after: int = 0, section: str | None = "Case presentation") -> Evidence:
        start = self.text.index(quote, after)
        return Evidence(quote=quote, start=start, end=start + len(quote), section=section)

    def value(self, value: Any, quote: str, confidence: float = 0.95, section: str | None = "Case presentation") -> Any:
        words = self(quote, section=section)
        return {"value": value, "evidence": [words.model_dump()], "confidence": confidence}


def provenance() -> Provenance:
    return Provenance(program="0.1.0", knowledge="fictional", schema_version="1.0")


def source(text: str, name: str) -> Source:
    return Source(name=name, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text)


def lung_record(*, title: str | None = None, text: str = TEXT, response: str = "partial_response") -> ArticleRecord:
    """One patient with three courses, doubtful values, a contradiction, and things kept out."""
    if title:
        text = text.replace(text.split("\n")[0], title)
    cut = Cutter(text)
    diagnosis = Diagnosis(
        histology=Histology(
            name="lung adenocarcinoma",
            codes={"oncotree": "LUAD"},
            matched_by="label",
            evidence=(cut("lung adenocarcinoma"),),
            confidence=0.97,
        ),
        primary_site=cut.value("lung", "left lower lobe", 0.7),
        stages=(Stage(system="AJCC", value="IVA", evidence=(cut("stage IVA"),), confidence=0.96),),
        extent=cut.value("metastatic", "bone metastases", 0.93),
    )
    chemo = Treatment(
        modality="systemic",
        agents=(
            Agent(name="carboplatin", agent_class="platinum compound", matched_by="label"),
            Agent(name="pemetrexed", agent_class="antifolate", matched_by="label"),
        ),
        line=Line(stated=1, evidence=(cut("first-line"),)),
        cycles=cut.value(4, "four cycles"),
        best_response=BestResponse(value="stable_disease", evidence=(cut("stable disease"),), confidence=0.9),
        progressed=cut.value(True, "After progression", 0.88),
        durations=(Duration(kind="on_treatment", months=3, stated="3 months", evidence=(cut("over 3 months"),)),),
        evidence=(cut("carboplatin and pemetrexed"),),
        confidence=0.95,
    )
    targeted = Treatment(
        modality="systemic",
        agents=(Agent(name="larotrectinib", agent_class="kinase inhibitor", matched_by="label"),),
        line=Line(stated=2, evidence=(cut("second line"),)),
        best_response=BestResponse.model_validate(
            {"value": response, "evidence": [cut("a partial response").model_dump()], "confidence": 0.55}
        ),
        durations=(
            Duration(
                kind="on_treatment",
                months=14,
                comparator=">",
                stated="14 months",
                evidence=(cut("more than 14 months"),),
                confidence=0.6,
            ),
        ),
        evidence=(cut("larotrectinib was begun"),),
        confidence=0.94,
    )
    radiation = Treatment(modality="radiotherapy", evidence=(cut("Palliative radiotherapy"),), confidence=0.65)
    case = Case(
        patient=Patient(age_years=cut.value(58.0, "58-year-old", 0.99), sex=cut.value("female", "woman", 0.99)),
        diagnoses=(diagnosis,),
        alterations=(
            Alteration(
                gene="NTRK1",
                type="fusion",
                variant="LMNA::NTRK1",
                status="present",
                evidence=(cut("LMNA::NTRK1 fusion"),),
                confidence=0.98,
            ),
            Alteration(gene="TP53", type="mutation", variant="R273H", status="present", evidence=(cut("TP53 R273H"),)),
            Alteration(gene="EGFR", type="mutation", status="absent", evidence=(cut("EGFR was wild type"),)),
        ),
        biomarkers=(
            Biomarker(name="PD-L1", status="positive", value="TPS 60%", evidence=(cut("PD-L1 was positive"),)),
        ),
        treatments=(radiation, chemo, targeted),
        outcome=Outcome(
            vital_status=cut.value("alive", "she was alive", section="Discussion"),
            follow_up=cut.value(19.0, "19 months after diagnosis", section="Discussion"),
            follow_up_months=19,
        ),
        conflicts=(
            Conflict(
                field="duration",
                values=("14 months", "19 months"),
                evidence=(cut("14 months"), cut("19 months")),
            ),
        ),
    )
    first = text.split("\n")[0]
    return ArticleRecord(
        article=Article(
            title=cut.value(first, first, section=None),
            doi=cut.value("10.5555/invented.17", "10.5555/invented.17", section=None),
            journal=cut.value("Journal of Invented Oncology", "Journal of Invented Oncology", section=None),
            year=cut.value(2031, "2031", section=None),
        ),
        cases=(case,),
        excluded=(
            Excluded(
                kind="duration",
                name="28.3 months",
                reason="literature",
                cue="earlier series",
                evidence=cut("28.3 months", section="Background"),
            ),
            Excluded(
                kind="diagnosis", name="breast cancer", reason="family", cue="mother", evidence=cut("breast cancer")
            ),
            Excluded(
                kind="agent",
                name="selpercatinib",
                reason="hypothetical",
                cue="may be considered",
                evidence=cut("Selpercatinib", section="Discussion"),
            ),
        ),
        source=source(text, "lung.txt"),
        provenance=provenance(),
    )


_TUMOURS = (
    ("lung adenocarcinoma", "LUAD", "EGFR", "osimertinib", "kinase inhibitor"),
    ("cutaneous melanoma", "SKCM", "BRAF", "nivolumab", "immune checkpoint inhibitor"),
    ("colon adenocarcinoma", "COAD", "KRAS", "oxaliplatin", "platinum compound"),
    ("gastrointestinal stromal tumour", "GIST", "KIT", "imatinib", "kinase inhibitor"),
    ("high-grade serous ovarian carcinoma", "HGSOC", "BRCA1", "olaparib", "PARP inhibitor"),
    ("prostate adenocarcinoma", "PRAD", "PTEN", "enzalutamide", "androgen receptor antagonist"),
)
_RESPONSES = ("complete_response", "partial_response", "stable_disease", "progressive_disease", None)


def made_record(number: int) -> ArticleRecord:
    """A small record of a made patient; the same number gives the same record."""
    dice = random.Random(number)
    tumour, code, gene, drug, agent_class = _TUMOURS[number % len(_TUMOURS)]
    months = [dice.choice((None, round(dice.uniform(1, 16), 1))) for _ in range(dice.randint(1, 3))]
    said = f"A patient with {tumour} and {gene} was treated with {drug}, then paclitaxel, surgery."
    text = f"Fictional patient {number}\n{said}\n"
    cut = Cutter(text)
    courses = []
    for place, length in enumerate(months):
        name, kind = (drug, agent_class) if place != 1 else ("paclitaxel", "taxane")
        response = dice.choice(_RESPONSES)
        words = cut(name)
        durations = ()
        if length:
            last = ">" if place == len(months) - 1 and dice.random() < 0.5 else "="
            durations = (
                Duration(kind=dice.choice(("on_treatment", "pfs")), months=length, comparator=last, evidence=(words,)),
            )  # type: ignore[assignment]
        courses.append(
            Treatment(
                modality="systemic",
                agents=(Agent(name=name, agent_class=kind),),
                line=Line(inferred=place + 1, rule="order"),
                best_response=BestResponse(value=response, evidence=(words,)) if response else None,
                progressed=Value[bool](value=True, evidence=(words,)) if dice.random() < 0.5 else None,
                durations=durations,
                evidence=(words,),
            )
        )
    if dice.random() < 0.4:
        courses.insert(0, Treatment(modality="surgery", evidence=(cut("surgery"),)))
    genes = dice.sample(("TP53", "PIK3CA", "CDKN2A", "RB1", "MYC"), dice.randint(0, 3))
    kinds = ("mutation", "deletion", "amplification", "loss_of_expression", "fusion")
    words = cut(gene)
    case = Case(
        diagnoses=(Diagnosis(histology=Histology(name=tumour, codes={"oncotree": code}, evidence=(cut(tumour),))),),
        alterations=(
            Alteration(gene=gene, type="mutation", status="present", evidence=(words,)),
            *(Alteration(gene=g, type=dice.choice(kinds), status="present", evidence=(words,)) for g in genes),
        ),
        treatments=tuple(courses),
        outcome=Outcome(vital_status=cut.value("dead", "patient") if dice.random() < 0.3 else None),
    )
    title = text.split("\n")[0]
    return ArticleRecord(
        article=Article(title=cut.value(title, title, section=None)),
        cases=(case,),
        source=source(text, f"made-{number}.txt"),
        provenance=provenance(),
    )
