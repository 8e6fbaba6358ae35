"""Stages in sentences of our own: system, value and basis, the whole list compared."""

from __future__ import annotations

import pytest

from caseextract import extract

SOLID = "A 60-year-old woman with {} received cisplatin."


def stages(text: str) -> list[tuple[str, str, str | None]]:
    return [(s.system, s.value, s.basis) for case in extract(text).cases for d in case.diagnoses for s in d.stages]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("lung adenocarcinoma, stage IIIA,", [("AJCC", "IIIA", None)]),
        ("lung adenocarcinoma, UICC IV,", [("AJCC", "IV", None)]),
        ("lung adenocarcinoma at stage four", [("AJCC", "IV", None)]),
        ("lung adenocarcinoma, stage IIIA-N2,", [("AJCC", "IIIA", None)]),
        ("rectal cancer (uT3N+)", [("TNM", "T3N+", None)]),
        ("cervical cancer, FIGO stage IIIC1r,", [("FIGO", "IIIC1R", None)]),
        ("olfactory neuroblastoma, Kadish stage C,", [("other", "C", None)]),
        ("hepatocellular carcinoma, CNLC stage IIIa,", [("other", "IIIA", None)]),
        ("clinical stage IB lung adenocarcinoma", [("AJCC", "IB", "clinical")]),
        ("lung adenocarcinoma (stage 4B)", [("AJCC", "IVB", None)]),
        ("stage IA2 lung adenocarcinoma", [("AJCC", "IA2", None)]),
        ("rectal cancer (cT3N1M0, stage IIIB)", [("TNM", "T3N1M0", "clinical"), ("AJCC", "IIIB", None)]),
        ("oral squamous cell carcinoma, T4a N2b M0,", [("TNM", "T4aN2bM0", None)]),
        ("renal cell carcinoma (pT1bN0)", [("TNM", "T1bN0", "pathological")]),
        ("rectal cancer (pT4c, pN0, cM0)", [("TNM", "T4cN0M0", "pathological")]),
        (
            "bladder cancer (cT2N0M0) and, after surgery, ypT0N0M0",
            [("TNM", "T2N0M0", "clinical"), ("TNM", "T0N0M0", "pathological")],
        ),
        ("cervical cancer of FIGO stage IIB", [("FIGO", "IIB", None)]),
        ("ovarian carcinoma, stage IIIC,", [("AJCC", "IIIC", None)]),
        ("diffuse large B-cell lymphoma, Ann Arbor stage IVB,", [("Ann Arbor", "IVB", None)]),
        ("Hodgkin lymphoma, stage IIAX,", [("Ann Arbor", "IIAX", None)]),
        ("gastric MALT lymphoma, Lugano stage IIE,", [("Ann Arbor", "IIE", None)]),
        ("extensive-stage small cell lung cancer", [("VALG", "extensive", None)]),
        ("LD-SCLC", [("VALG", "limited", None)]),
        ("multiple myeloma, ISS stage III,", [("ISS", "III", None)]),
        ("multiple myeloma, R-ISS II,", [("ISS", "II", None)]),
        ("multiple myeloma, Durie-Salmon stage IIIA,", [("other", "IIIA", None)]),
        ("chronic lymphocytic leukemia, Rai stage III,", [("Rai", "III", None)]),
        ("chronic lymphocytic leukemia, Binet stage B,", [("Binet", "B", None)]),
        ("hepatocellular carcinoma, BCLC stage C,", [("BCLC", "C", None)]),
        ("thymoma, Masaoka stage IVA,", [("Masaoka", "IVA", None)]),
        ("neuroblastoma of stage 3", [("INSS", "3", None)]),
        ("neuroblastoma, INSS stage 4S,", [("INSS", "4S", None)]),
        ("colon cancer, staged pT4aN0 (IIB),", [("TNM", "T4aN0", "pathological"), ("AJCC", "IIB", None)]),
        ("colon cancer, Dukes C,", [("Dukes", "C", None)]),
        ("melanoma, Clark level IV,", [("Clark", "IV", None)]),
    ],
)
def test_systems(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert stages(SOLID.format(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "lung adenocarcinoma and stage 3 chronic kidney disease",
        "lung adenocarcinoma and a stage II pressure ulcer",
        "acute myeloid leukemia and stage III GVHD",
        "lung adenocarcinoma of grade 2",
        "prostate cancer of Gleason score 4+3",
        "lung adenocarcinoma and ECOG 2",
        "lung adenocarcinoma on T1-weighted images",
        "chronic myeloid leukemia in chronic phase",
        "end-stage renal disease and lung adenocarcinoma",
    ],
)
def test_no_stage(words: str) -> None:
    assert stages(SOLID.format(words)) == []


def test_stages_of_others_are_left_out() -> None:
    text = (
        "Case presentation\n\nA 60-year-old woman with lung adenocarcinoma, stage IIIA, received cisplatin.\n\nDiscussion\n\n"
        "Smith et al reported 30 patients with stage IV disease."
    )
    assert stages(text) == [("AJCC", "IIIA", None)]
