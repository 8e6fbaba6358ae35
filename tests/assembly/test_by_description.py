"""Patients told apart by a short description, and whom a small number announces: sentences of our own."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
from caseextract.schema import Case


def drawn(case: Case) -> tuple[float | None, list[str]]:
    """Age, and each course as "drug: response, months"."""
    return (case.patient.age_years.value if case.patient.age_years else None, [
        ": ".join(
            filter(None, ["+".join(a.name for a in t.agents) or t.modality, ", ".join([*([t.best_response.value] if t.best_response else []), *(f"{d.months:g}" for d in t.durations)])])
        )
        for t in case.treatments
    ])


SERIES = {
    "by tumour": (
        "Two patients with thymic tumours received sunitinib. The patient with thymoma progressed after 2 months. The patient with thymic carcinoma achieved a partial response lasting 9 months.",
        [(None, ["sunitinib: progressive_disease, 2"]), (None, ["sunitinib: partial_response, 9"])],
    ),
    "one with a tumour, the one with the other": (
        "We present 2 cases of brain tumors treated with dabrafenib. One patient with a ganglioglioma had a partial response for 11 months. The patient with glioblastoma had a complete response.",
        [(None, ["dabrafenib: partial_response, 11"]), (None, ["dabrafenib: complete_response"])],
    ),
    "the man and the woman": (
        "We report two patients with lung cancer treated with crizotinib. The man responded for 12 months, whereas the woman had progressive disease.",
        [(None, ["crizotinib: response, 12"]), (None, ["crizotinib: progressive_disease"])],
    ),
    "the former and the latter": (
        "A 62-year-old man and a 55-year-old woman with lung adenocarcinoma were treated with gefitinib. The former achieved a partial response; the latter had stable disease.",
        [(62, ["gefitinib: partial_response"]), (55, ["gefitinib: stable_disease"])],
    ),
    "the younger and the elder": (
        "We report two brothers with medullary thyroid carcinoma. The younger brother was treated with cabozantinib. The elder brother was treated with vandetanib with a partial response.",
        [(None, ["cabozantinib"]), (None, ["vandetanib: partial_response"])],
    ),
    "the younger of two whose ages are listed": (
        "Two sisters, aged 38 and 45, with ovarian cancer were treated with olaparib; the younger had a complete response, the older a partial response.",
        [(38, ["olaparib: complete_response"]), (45, ["olaparib: partial_response"])],
    ),
    "twins with letters": (
        "Monozygotic twins developed acute lymphoblastic leukaemia. Twin A received imatinib and achieved a complete remission. Twin B was given blinatumomab and had no response.",
        [(None, ["imatinib: complete_response"]), (None, ["blinatumomab: no_response"])],
    ),
    "siblings with numbers": (
        "We present three siblings with paraganglioma. Sibling 1, a 44-year-old man, was treated with sunitinib. Sibling 2, a 40-year-old woman, received temozolomide. Sibling 3, a 36-year-old man, received cabozantinib.",
        [(44, ["sunitinib"]), (40, ["temozolomide"]), (36, ["cabozantinib"])],
    ),
    "a label behind the section's name": (
        "CASES: Patient 1 was a 46-year-old woman with urothelial carcinoma who received pembrolizumab with a complete response. Patient 2 was a 53-year-old man with urothelial carcinoma who received atezolizumab.",
        [(46, ["pembrolizumab: complete_response"]), (53, ["atezolizumab"])],
    ),
    "a label as the text's first line": (
        "Patient 1: A girl with a tumour of the arm\n\nA swelling proved to be an infantile fibrosarcoma. She was treated with vincristine.\n\n"
        "Patient 2: A boy with a tumour of the neck\n\nA boy had an infantile fibrosarcoma. He was treated with larotrectinib.",
        [(None, ["vincristine"]), (None, ["larotrectinib"])],
    ),
    "two of them, a third, the fourth": (
        "Four patients with metastatic melanoma were rechallenged with ipilimumab. Two patients had a partial response. A third patient had stable disease for 7 months. The fourth patient progressed.",
        [(None, ["ipilimumab: partial_response"]), (None, ["ipilimumab: partial_response"]), (None, ["ipilimumab: stable_disease, 7"]), (None, ["ipilimumab: progressive_disease"])],
    ),
    "what stands before the first of them is told of all": (
        "Herein, we present two patients with melanoma treated with vemurafenib, resulting in marked shrinkage in one patient with a mutation and in no response in a patient without it.",
        [(None, ["vemurafenib: partial_response"]), (None, ["vemurafenib: no_response"])],
    ),
    "the unit told with each number": (
        "Two patients with myeloid neoplasm were given imatinib. Both achieved complete remission and remain in remission (9 months and 16 months, respectively).",
        [(None, ["imatinib: complete_response, 9"]), (None, ["imatinib: complete_response, 16"])],
    ),
    "words before a list are of each of its numbers": (
        "Two men, 54 and 67 years old, with hepatocellular carcinoma were treated with sorafenib and attained a complete response after 6 and 9 months, respectively.",
        [(54, ["sorafenib: complete_response, 6"]), (67, ["sorafenib: complete_response, 9"])],
    ),
    "a drug told of two patients": (
        "Lorlatinib was effective in two patients with ALK-positive lymphoma. The 28-year-old man reached complete remission after 2 months, and the 41-year-old woman had a partial response.",
        [(28, ["lorlatinib: complete_response, 2"]), (41, ["lorlatinib: partial_response"])],
    ),
    "the last of those told by their order": (
        "The first patient was a 60-year-old man with thymoma who received sunitinib. The second patient, a 50-year-old woman, had thymoma and got everolimus. "
        "The third patient, a 44-year-old man, had thymoma and received octreotide. The last patient was a 73-year-old man with thymoma who received pembrolizumab.",
        [(60, ["sunitinib"]), (50, ["everolimus"]), (44, ["octreotide"]), (73, ["pembrolizumab"])],
    ),
    "a second who is only presented": (
        "We report two siblings. The first patient is a 3-year-old boy with medulloblastoma who received cisplatin. Months later his sister, a 13-year-old girl, had a glioblastoma. She received temozolomide.",
        [(3, ["cisplatin"]), (13, ["temozolomide"])],
    ),
    "the end of a sentence that is told of both": (
        "Two infants with glioma are reported. Fusions were found in both (a ROS1 fusion in patient 1, who was given entrectinib, and an ALK fusion in patient 2, who was given lorlatinib), with a partial response in both patients.",
        [(None, ["entrectinib: partial_response"]), (None, ["lorlatinib: partial_response"])],
    ),
    "two presentations of which no number is said": (
        "A response to trametinib was seen in a 9-year-old with JMML, and in a 14-year-old with low-grade glioma trametinib led to stable disease for 10 months.",
        [(9, ["trametinib: response"]), (14, ["trametinib: stable_disease, 10"])],
    ),
    "a girl and her brother": (
        "Two siblings with glioblastoma had responses to nivolumab. The 6-year-old female patient and her 3.5-year-old brother went to school after 9 and 5 months of therapy, respectively.",
        [(6, ["nivolumab: response, 9"]), (3.5, ["nivolumab: response, 5"])],
    ),
    "a patient of a trial and another": (
        "In a phase I trial of 36 patients with solid tumours, a patient with NTRK1-rearranged sarcoma achieved a partial response to entrectinib lasting 10 months, "
        "and another patient with ROS1-rearranged lung cancer had a complete response to entrectinib lasting 14 months.",
        [(None, ["entrectinib: partial_response, 10"]), (None, ["entrectinib: complete_response, 14"])],
    ),
}


@pytest.mark.parametrize("name", SERIES)
def test_series(name: str) -> None:
    text, expected = SERIES[name]
    assert [drawn(case) for case in extract(text).cases] == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We discuss an identical pair of twins with leukaemia who were treated with imatinib.", 2),
        ("We report a pair of monozygotic twins. Twin A had leukaemia and received imatinib; twin B is healthy.", 1),
        ("A 40-year-old woman with melanoma received ipilimumab. Her younger sister and her older brother have had colon cancer.", 1),
        ("A 47-year-old woman had two lung cancers. The younger lesion was resected. The older lesion was treated with crizotinib.", 1),
        ("Of 17 patients with acinar cell carcinoma, eight had surgery. Four patients received second-line chemotherapy. One patient who responded to gemcitabine received olaparib for 5 months.", 1),
        ("A 30-year-old woman with breast cancer received tamoxifen. Her two sisters had ovarian cancer.", 1),
        ("A 45-year-old woman with ovarian cancer was treated with carboplatin. A 60-year-old woman was reported by Smith to have responded to olaparib.", 1),
        ("A 45-year-old man received a kidney from a 60-year-old woman. He developed lymphoma and was treated with rituximab.", 1),
        ("A 45-year-old man received nivolumab for melanoma. Ten years before, as a 35-year-old man, he had been treated for thyroid cancer.", 1),
        ("A 44-year-old man with pheochromocytoma was given sunitinib. His two children, aged 12 and 15, carry the mutation. Both children are well.", 1),
        ("A 35-year-old woman received doxorubicin for breast cancer and gave birth to twins. Both infants are healthy. Twin A weighed 2400 g.", 1),
        ("A 60-year-old man with thymoma received sunitinib. The patient with thymoma needs to be followed, as does the patient with thymic carcinoma.", 1),
    ],
)
def test_how_many(text: str, number: int) -> None:
    assert len(extract(text).cases) == number
