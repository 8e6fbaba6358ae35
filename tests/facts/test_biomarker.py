"""Predictive biomarkers: sentences of our own, whole values compared."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

PATIENT = " A 50-year-old man with lung adenocarcinoma received cisplatin."
SAID = [
    ("Estrogen receptor (ER) (-), progesterone receptor (PR) (-) and HER2 (3+) were found.", ["ER negative", "HER2 positive", "PR negative"]),
    ("The expression of PD-L1 (-) was examined.", ["PD-L1 negative"]),
    ("The tumour was triple negative for EGFR, ALK and ROS1.", []),
    ("MLH1 and PMS2 were negative.", ["MMR deficient"]),
    ("The tumour cells were positive for ER, PR and HER2.", ["ER positive", "HER2 positive", "PR positive"]),
    ("Immunohistochemistry: ER(+), PR(-), HER2(3+), Ki-67 30%.", ["ER positive", "HER2 positive", "PR negative"]),
    ("ER and PR were negative and HER2 was positive.", ["ER negative", "HER2 positive", "PR negative"]),
    (
        "The carcinoma was estrogen receptor (ER)-negative (quick score 0/8), progesterone receptor (PR)-negative (0/8) and human epidermal growth factor receptor 2 (HER2)-negative (1+ immunohistochemistry).",
        ["ER negative", "HER2 negative", "PR negative"],
    ),
    ("ER 90%, PR 40%, HER2 1+.", ["ER positive", "HER2 negative", "PR positive"]),
    ("ER 7/8, PR 2/8, HER2 1+.", ["ER positive", "HER2 negative", "PR negative"]),
    ("Receptors: ER neg, PR neg, HER2 pos.", ["ER negative", "HER2 positive", "PR negative"]),
    ("HER2 was 2+ with a FISH ratio of 3.4.", ["HER2 positive"]),
    ("The tumour was MS-stable and EBER in situ hybridisation was negative.", ["EBV negative", "MSI stable"]),
    ("An MSH6-deficient tumour was found.", ["MMR deficient"]),
    ("HER2 was 2+ and FISH was negative.", ["HER2 negative"]),
    ("HER2 2+ with amplification by FISH.", ["HER2 positive"]),
    ("Triple-negative breast cancer was diagnosed.", ["ER negative", "HER2 negative", "PR negative"]),
    (
        "She had hormone receptor-positive, HER2-negative breast cancer.",
        ["ER positive", "HER2 negative", "PR positive"],
    ),
    ("PD-L1 TPS was 80%.", ["PD-L1 positive (TPS was 80%)"]),
    ("The PD-L1 expression was <1%.", ["PD-L1 negative (<1%)"]),
    ("PD-L1 was negative (TPS 0%).", ["PD-L1 negative (TPS 0%)"]),
    ("PD-L1 combined positive score was 15.", ["PD-L1 positive (combined positive score was 15)"]),
    ("PD-L1 tumor proportion score (22C3) of 60% was found.", ["PD-L1 positive (tumor proportion score (22C3 of 60%)"]),
    ("A high PD-L1 expression (CPS > 20) was noted.", ["PD-L1 positive (CPS > 20)"]),
    (
        "The tumor was microsatellite stable with a tumor mutational burden of 4 mut/Mb.",
        ["MSI stable", "TMB low (4 mut/Mb)"],
    ),
    ("TMB was high (22 mutations/Mb) and MSI-H.", ["MSI high", "TMB high (22 mutations/Mb)"]),
    ("Microsatellite instability was not detected.", ["MSI stable"]),
    ("Mismatch repair proteins were intact.", ["MMR proficient"]),
    ("Immunohistochemistry demonstrated loss of MLH1 and PMS2 expression.", ["MMR deficient"]),
    ("Nuclear expression of MLH1, PMS2, MSH2 and MSH6 was retained.", ["MMR proficient"]),
    ("The tumor was deficient in mismatch repair (dMMR).", ["MMR deficient"]),
    ("EBER in situ hybridization was positive.", ["EBV positive"]),
    ("In situ hybridization for EBER was negative.", ["EBV negative"]),
    ("He had HPV-associated oropharyngeal cancer.", ["HPV positive"]),
    (
        "The cells were negative for PAX8, GATA3, androgen receptor, CK7, and progesterone receptor.",
        ["AR negative", "PR negative"],
    ),
    ("PR was achieved after 3 cycles and EGFR was mutated.", []),
    ("She received anti-HER2 therapy and HER2-directed antibody.", []),
    ("The tumor overexpressed HER2.", ["HER2 positive"]),
    ("The HER2 status was unknown.", []),
    ("Invasive ductal carcinoma without hormone receptors, HER2 3+.", ["ER negative", "HER2 positive", "PR negative"]),
    ("Luminal B carcinoma, ER+/PR+/HER2-, was treated.", ["ER positive", "HER2 negative", "PR positive"]),
    (
        "ER-positive, PR-negative, HER2-negative invasive lobular carcinoma.",
        ["ER positive", "HER2 negative", "PR negative"],
    ),
    ("She had ER+ HER2- disease.", ["ER positive", "HER2 negative"]),
    ("Tumor cells strongly expressed androgen receptor.", ["AR positive"]),
    ("EBV DNA load was 1200 copies/mL.", []),
    ("The tumor was p16 positive and HPV 16 DNA was detected.", ["HPV positive"]),
    ("HER2 score 0 and PD-L1 unknown.", ["HER2 negative"]),
    ("The tumor was HER2-positive (3+) and MSS.", ["HER2 positive", "MSI stable"]),
    (
        "Estrogen receptor was positive in 95% of tumor cells, progesterone receptor was positive in 10%, and HER2 was negative.",
        ["ER positive", "HER2 negative", "PR positive"],
    ),
    ("The tumor was ER-, PR-, and HER2-negative.", ["ER negative", "HER2 negative", "PR negative"]),
    ("Histology showed EBV-positive diffuse large B-cell lymphoma.", ["EBV positive"]),
    ("She presented to the ER with high fever and an EGFR mutation was found.", []),
    ("Major molecular response (MMR) was lost after two years.", []),
    ("MMR was achieved and later lost.", []),
    ("Serology for HIV, hepatitis B and EBV was negative.", []),
    ("He had received HPV vaccination.", []),
    ("The tumor was ER positive.", ["ER positive"]),
    ("AR was 90% and HER2 was negative in the salivary duct carcinoma.", ["AR positive", "HER2 negative"]),
    ("MMR was deficient by immunohistochemistry.", ["MMR deficient"]),
    ("PR was obtained with chemotherapy, and PD-L1 was high.", ["PD-L1 positive"]),
    ("Receptor status was ER-/PR-/HER2+.", ["ER negative", "HER2 positive", "PR negative"]),
    ("PD-L1 expression was 90% on tumor cells and the tumor was MSS.", ["MSI stable", "PD-L1 positive (90%)"]),
    ("PD-L1 staining was negative.", ["PD-L1 negative"]),
    ("He had a PR (90% tumor reduction).", []),
    ("The cells lacked expression of estrogen, progesterone, and HER2 receptors.", ["ER negative", "HER2 negative", "PR negative"]),
    ("Immunotherapy has shown positive results in carcinoma with high TMB.", []),
    ("Tumor mutational burden was 48.3 mutations per megabase.", ["TMB high (48.3 mutations per megabase)"]),
    ("Estrogen and progesterone receptors were negative.", ["ER negative", "PR negative"]),
    ("HER2 immunohistochemistry was 3+.", ["HER2 positive"]),
    ("HER-2/neu was overexpressed (3+).", ["HER2 positive"]),
]


def markers(text: str) -> list[str]:
    (case,) = extract(text + PATIENT).cases
    return sorted(f"{one.name} {one.status}" + (f" ({one.value})" if one.value else "") for one in case.biomarkers)


@pytest.mark.parametrize(("sentence", "stated"), SAID)
def test_what_a_sentence_states(sentence: str, stated: list[str]) -> None:
    assert markers(sentence) == stated


def test_two_breasts_keep_their_own_receptors() -> None:
    text = (
        "The right breast tumor was ER negative and PR negative. The left breast tumor was ER positive and PR positive."
    )
    assert markers(text) == ["ER negative", "ER positive", "PR negative", "PR positive"]


def test_a_later_loss_does_not_undo_what_was_there() -> None:
    assert markers("The tumor was HER2-positive. After trastuzumab the resected tumor was HER2-negative.") == [
        "HER2 positive"
    ]
