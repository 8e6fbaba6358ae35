"""Terms of the lexicons in running text: case, plurals, spelling, dashes, word ends."""

import pytest

from tests.examples import check


@pytest.mark.parametrize(
    "annotated",
    [
        "She took [Osimertinib](agent label=osimertinib matched_by=label).",
        "She took [TAGRISSO](agent label=osimertinib matched_by=synonym).",
        "He received [5-FU](agent label=fluorouracil matched_by=abbreviation).",
        "Treatment with [FOLFOX](regimen label=FOLFOX).",
        "A [KIT](gene label=KIT) mutation; the sewing kit was new.",
        "The [c-KIT](gene label=KIT) gene.",
        "They met because of [MET](gene) amplification.",
        "[HER2](biomarker label=HER2) was strong. {no gene}",
        "two [adenocarcinomas](histology label=adenocarcinoma)",
        "[Papillary tumors of the pineal region](tumor) are rare.",
        "an [oesophageal](site label=esophagus) growth",
        "an [esophageal](site label=esophagus) growth",
        "[cisplatin](agent)-based therapy",
        "words such as cisplatinate {no agent}",
        "an [ALK](gene)\u2011positive tumor",
        "the [p53](gene label=TP53) protein",
        "[Leukaemia](histology) returned.",
    ],
)
def test_terms(annotated: str) -> None:
    check(annotated)
