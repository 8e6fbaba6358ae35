"""What kind of disease a patient's diagnoses are: of the blood, or one that drugs alone cure."""

from __future__ import annotations

from collections.abc import Sequence

from caseextract.assembly.tumor_groups import HAEMATOLOGICAL
from caseextract.knowledge import lexicon, says, tissue
from caseextract.schema import Diagnosis


def are_treated_by_drugs_alone(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether no operation is a point of reference: blood cancers without a solid tumour beside, and those that drugs cure."""
    index = [diagnosis for diagnosis in diagnoses if diagnosis.role == "index"]
    return (bool(index) and all(is_haematological([diagnosis]) for diagnosis in index)) or is_curable_by_drugs(diagnoses)


def is_curable_by_drugs(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether drugs alone are the curative treatment: germ cell and trophoblastic tumours."""
    entry = lexicon("oncotree").get(diagnoses[0].histology.codes.get("oncotree", "")) if diagnoses else None
    words = (
        f"{entry.get('main_type')} {entry.get('name')} {diagnoses[0].histology.name}".lower()
        if entry
        else (diagnoses[0].histology.name.lower() if diagnoses else "")
    )
    return says("curable by drugs alone", words)


def is_haematological(diagnoses: Sequence[Diagnosis]) -> bool:
    """Whether the index tumour is a leukaemia, lymphoma or myeloma."""
    return bool(diagnoses) and tissue(diagnoses[0].histology.codes.get("oncotree", "")) in HAEMATOLOGICAL
