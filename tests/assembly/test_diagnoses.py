"""Tumours of small texts of our own: name, code, role, seat, stages and extent, each compared as a whole."""

from __future__ import annotations

import pytest

from caseextract import extract
from caseextract.schema import Diagnosis


def diagnoses(text: str) -> tuple[Diagnosis, ...]:
    return tuple(diagnosis for case in extract(text).cases for diagnosis in case.diagnoses)


def named(text: str) -> set[tuple[str, str | None, str]]:
    return {(d.histology.name, d.histology.codes.get("oncotree"), d.role) for d in diagnoses(text)}


def coded(text: str) -> set[tuple[str | None, str]]:
    return {(d.histology.codes.get("oncotree"), d.role) for d in diagnoses(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 61-year-old woman had a polypoid mass of the ascending colon. Biopsy showed adenocarcinoma, and she was"
            " given capecitabine.",
            {("adenocarcinoma of the ascending colon", "COAD", "index")},
            id="organ in the sentence before",
        ),
        pytest.param(
            "A 70-year-old man underwent distal gastrectomy. The specimen contained a tubular adenocarcinoma. S-1 was given.",
            {("tubular adenocarcinoma of the stomach", "TSTAD", "index")},
            id="organ from the operation",
        ),
        pytest.param(
            "A needle biopsy of the prostate yielded cancer in a 66-year-old man. He received bicalutamide.",
            {("cancer of the prostate", "PRAD", "index")},
            id="organ of the biopsy",
        ),
        pytest.param(
            "A 58-year-old man presented with NSCLC (squamous cell carcinoma). He received gemcitabine and cisplatin.",
            {("squamous cell carcinoma of the lung", "LUSC", "index")},
            id="histology in brackets",
        ),
        pytest.param(
            "A 40-year-old woman with carcinoma cervix received cisplatin with radiotherapy.",
            {("carcinoma cervix", "CERVIX", "index")},
            id="organ after the histology without a preposition",
        ),
        pytest.param(
            "A 52-year-old man presented with several nodules of the liver. Liver biopsy revealed metastatic adenocarcinoma,"
            " and colonoscopy disclosed a tumour of the sigmoid colon. FOLFOX was started.",
            {("adenocarcinoma of the sigmoid colon", "COAD", "index")},
            id="a metastasis's place is no seat",
        ),
        pytest.param(
            "A 33-year-old woman was found to have Hodgkin's lymphoma. ABVD was given.",
            {("Hodgkin's lymphoma", "HL", "index")},
            id="eponym in the genitive",
        ),
        pytest.param(
            "A 45-year-old man was diagnosed with acute lymphoblastic (ALL) leukemia. Vincristine was given.",
            {("acute lymphoblastic leukemia", "BLL", "index")},
            id="bracket inside the name",
        ),
    ],
)
def test_histology_and_seat(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 29-year-old man had a renal mass that was initially diagnosed as oncocytoma. On revision the final diagnosis was"
            " clear cell renal cell carcinoma. Sunitinib was started.",
            {("CCRCC", "index"), ("ROCY", "other")},
            id="revised",
        ),
        pytest.param(
            "A 64-year-old man was initially diagnosed with lung adenocarcinoma and treated with pemetrexed.",
            {("LUAD", "index")},
            id="the first diagnosis that was never revised",
        ),
        pytest.param(
            "A 68-year-old woman with chronic lymphocytic leukemia was given ibrutinib. After two years a node biopsy revealed"
            " transformation to diffuse large B-cell lymphoma, and R-CHOP was started.",
            {("CLLSLL", "index"), ("DLBCLNOS", "index")},
            id="transformation",
        ),
        pytest.param(
            "A 63-year-old man with NSCLC received erlotinib. After a year biopsy revealed that the NSCLC had transformed"
            " to SCLC, and etoposide was given.",
            {("NSCLC", "index"), ("SCLC", "index")},
            id="transformation within one organ",
        ),
        pytest.param(
            "A 59-year-old man with multiple myeloma relapsed after bortezomib and developed secondary plasma cell leukemia.",
            {("PCM", "index")},
            id="transformation within one code",
        ),
        pytest.param(
            "We report synchronous tumors in a 71-year-old man. Colonoscopy revealed adenocarcinoma of the cecum, and a renal"
            " biopsy revealed clear cell renal cell carcinoma. Both were resected.",
            {("COAD", "index"), ("CCRCC", "index")},
            id="two primaries",
        ),
        pytest.param(
            "A 66-year-old woman with a history of breast cancer presented with hematuria. Cystoscopy and biopsy revealed"
            " urothelial carcinoma of the bladder. She received gemcitabine.",
            {("BLCA", "index"), ("BRCA", "other")},
            id="past tumour",
        ),
        pytest.param(
            "A 50-year-old man underwent gastrectomy for gastric adenocarcinoma. The differential diagnosis had included"
            " lymphoma. S-1 was given.",
            {("STAD", "index")},
            id="differential diagnosis",
        ),
        pytest.param(
            "A 44-year-old woman presented with a pelvic mass. Her mother had breast cancer and her aunt had melanoma."
            " Histology proved high-grade serous ovarian carcinoma. Carboplatin was given.",
            {("HGSOC", "index")},
            id="family",
        ),
        pytest.param(
            "A 47-year-old woman underwent hysterectomy for a presumed uterine fibroid. Pathology showed leiomyosarcoma, and"
            " doxorubicin was given.",
            {("ULMS", "index")},
            id="a benign guess",
        ),
        pytest.param(
            "Merkel cell carcinoma is a rare tumor of the skin. We report a 75-year-old man with metastatic cholangiocarcinoma"
            " (MCC). The MCC was treated with gemcitabine.",
            {("CHOL", "index")},
            id="the report's own abbreviation overrides",
        ),
        pytest.param(
            "A 30-year-old man had a clear cell sarcoma (CCS) of the foot. The CCS was treated with sunitinib.",
            {("CCS", "index")},
            id="the report's own abbreviation names",
        ),
        pytest.param(
            "A 55-year-old man was diagnosed with T-cell/histiocyte-rich large B-cell lymphoma, a variant of diffuse large"
            " B-cell lymphoma. R-CHOP was given.",
            {("THRLBCL", "index")},
            id="an explanation is no second tumour",
        ),
        pytest.param(
            "A 6-year-old girl was diagnosed with Wilms' tumor and received vincristine.",
            {("WT", "index")},
            id="paediatric",
        ),
        pytest.param(
            "A 60-year-old man with T-PLL received alemtuzumab.", {("TPLL", "index")}, id="leukaemia by abbreviation"
        ),
        pytest.param("A 48-year-old man with AML-M4 received cytarabine.", {("AMML", "index")}, id="FAB type"),
        pytest.param(
            "A 63-year-old woman with PCNSL received methotrexate.", {("PCNSL", "index")}, id="lymphoma of the brain"
        ),
    ],
)
def test_which_tumours(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert coded(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 54-year-old man presented with chest pain. Coronary angiography showed a stenosis, and a stent was placed.",
        "A 7-year-old boy with fever and cough had pneumonia, which was treated with ceftriaxone. A lesion was ruled out.",
        "A 30-year-old woman fell from a horse. CT showed a fracture of the tibia, and an osteosynthesis was carried out.",
        "A 41-year-old man had a mass in the neck. To rule out malignancy a biopsy was taken; it showed tuberculosis.",
        "A 25-year-old woman underwent appendectomy for appendicitis. No malignancy was found.",
    ],
)
def test_no_tumour(text: str) -> None:
    assert diagnoses(text) == ()


def test_names_are_lower_case_and_without_passing_words() -> None:
    text = (
        "Case report. Metastatic Ewing Sarcoma of the rib was diagnosed in a 14-year-old girl. Vincristine was given."
    )
    assert named(text) == {("Ewing sarcoma of the rib", "ES", "index")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 60-year-old man with colon cancer was found to have liver metastases.", "metastatic"),
        ("A 60-year-old man had locally advanced rectal cancer. There were no distant metastases.", "locally_advanced"),
        ("A 60-year-old man had renal cell carcinoma confined to the kidney. There were no metastases.", "localized"),
        (
            "A 60-year-old man had gastric cancer and suspected liver metastases, which were not found at laparotomy.",
            None,
        ),
        ("A 60-year-old woman had breast cancer with axillary lymph node metastases.", None),
        ("A 60-year-old man had colon cancer, which recurred in the lung.", "metastatic"),
        ("A 60-year-old woman had stage IV lung adenocarcinoma.", "metastatic"),
        ("A 60-year-old man had oral squamous cell carcinoma, stage IVA.", None),
        ("A 60-year-old man had a cT1aN0M0 renal cell carcinoma.", "localized"),
        ("A 60-year-old man with acute myeloid leukemia had disseminated disease.", None),
        ("A 60-year-old woman had cervical cancer. For lung recurrence she received paclitaxel.", "metastatic"),
        ("A 6-year-old boy had Wilms tumor and two lung nodules.", "metastatic"),
        ("A 60-year-old man had hepatocellular carcinoma. A new hepatic metastasis was treated with sorafenib.", None),
        ("A 60-year-old woman had vaginal leiomyosarcoma. Metastatic work-up was negative. Doxorubicin was given.", None),
        ("A 3-year-old boy had neuroblastoma, INSS stage 4.", "metastatic"),
        ("A 60-year-old man had a completely resected glioblastoma. Temozolomide was given.", None),
    ],
)
def test_extent(text: str, expected: str | None) -> None:
    (diagnosis,) = diagnoses(text)
    assert (diagnosis.extent.value if diagnosis.extent else None) == expected


def test_stages_go_to_the_tumour_before_them() -> None:
    text = (
        "A 66-year-old woman with a history of breast cancer (T1N0M0) presented with cough. Biopsy revealed small cell lung"
        " cancer, stage IV. She received etoposide."
    )
    found = {(d.histology.codes.get("oncotree"), tuple((s.system, s.value) for s in d.stages)) for d in diagnoses(text)}
    assert found == {("SCLC", (("AJCC", "IV"),)), ("BRCA", (("TNM", "T1N0M0"),))}


def test_primary_site() -> None:
    (diagnosis,) = diagnoses("A 61-year-old man had squamous cell carcinoma of the left tonsil. Cetuximab was given.")
    assert diagnosis.primary_site is not None
    assert diagnosis.primary_site.value == "tonsil"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A 67-year-old man with IgG kappa myeloma relapsed with a plasmacytoma of the sternum. Daratumumab was given.",
            {("PCM", "index")},
            id="plasmacytoma of a myeloma",
        ),
        pytest.param(
            "A 55-year-old man had a nasal mass. Biopsy revealed extramedullary plasmacytoma. There was no evidence of"
            " multiple myeloma in the marrow. He was irradiated.",
            {("EP", "index")},
            id="plasmacytoma without myeloma",
        ),
        pytest.param(
            "A 63-year-old woman with lung adenocarcinoma progressed on osimertinib. A repeat biopsy of the liver showed"
            " small cell carcinoma. She received etoposide.",
            {("LUAD", "index"), ("SCLC", "index")},
            id="small cell carcinoma at a repeat biopsy",
        ),
        pytest.param(
            "A 61-year-old woman had papillary thyroid carcinoma resected. Ten years later a neck mass proved to be anaplastic"
            " thyroid carcinoma. She received lenvatinib.",
            {("THPA", "index"), ("THAP", "index")},
            id="anaplastic after papillary",
        ),
        pytest.param(
            "A 68-year-old man with CLL on ibrutinib developed Richter's transformation to diffuse large B-cell lymphoma."
            " R-CHOP was given.",
            {("CLLSLL", "index"), ("DLBCLNOS", "index")},
            id="Richter transformation",
        ),
        pytest.param(
            "A 60-year-old woman with a hepatic tumor and a history of pancreatic neuroendocrine tumor resected six years ago"
            " received everolimus.",
            {("PANET", "index")},
            id="a named past tumour rather than a mere tumour",
        ),
        pytest.param(
            "Fibrolamellar carcinoma is rare. A 19-year-old man with a liver tumor was treated with nivolumab.",
            {("FLC", "index")},
            id="named in the first sentence alone",
        ),
        pytest.param(
            "A 30-year-old man underwent orchiectomy. Histology: mixed germ cell tumour (embryonal carcinoma 60%, yolk sac"
            " tumour 30%, teratoma 10%). BEP was given.",
            {("MGCT", "index")},
            id="components with their shares",
        ),
        pytest.param(
            "A 30-year-old man had a malignant peripheral nerve sheath tumor arising in a plexiform neurofibroma. He received"
            " doxorubicin.",
            {("MPNST", "index")},
            id="what it arose in",
        ),
        pytest.param(
            "Pancreatic cancer with liver metastases was deemed unresectable in a 62-year-old man, who received gemcitabine.",
            {("PAAD", "index")},
            id="judged unresectable",
        ),
        pytest.param(
            "There was no sign of infection, when acute myeloid leukemia was diagnosed in a 35-year-old man. Cytarabine was"
            " given.",
            {("AML", "index")},
            id="a denial ends with its clause",
        ),
        pytest.param(
            "A 71-year-old man had synchronous esophageal squamous cell carcinoma and gastric adenocarcinoma. He received S-1.",
            {("ESCC", "index"), ("STAD", "index")},
            id="two named side by side",
        ),
        pytest.param(
            "A 61-year-old man underwent cystoprostatectomy for bladder cancer; incidental prostate cancer was found. He"
            " received gemcitabine.",
            {("BLCA", "index")},
            id="found by chance",
        ),
        pytest.param(
            "A 54-year-old man had weight loss. Multiple myeloma was suspected and confirmed by biopsy. He received bortezomib.",
            {("PCM", "index")},
            id="suspected and confirmed",
        ),
        pytest.param(
            "The biopsy had been read elsewhere as lymphoma; review of the slides established Ewing sarcoma. A 17-year-old boy"
            " received vincristine.",
            {("ES", "index")},
            id="read elsewhere",
        ),
    ],
)
def test_which_tumour_the_report_is_about(text: str, expected: set[tuple[str | None, str]]) -> None:
    assert {(code, role) for code, role in coded(text) if role == "index"} == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 47-year-old woman had a breast lump suspicious for carcinoma. Core biopsy revealed granulomatous mastitis.",
        "We report renal malakoplakia masquerading as renal cell carcinoma in a 60-year-old woman who underwent nephrectomy.",
        "A 39-year-old man had enlarged neck nodes. Lymphoma was suspected, but the biopsy showed Kikuchi disease.",
        "Peritoneal tuberculosis was mistaken for advanced ovarian cancer in a 30-year-old woman. Biopsies showed caseating granulomas.",
        "A 66-year-old man had a brain lesion that looked like glioblastoma. Histology showed an abscess. There was no neoplasm.",
        "A 30-year-old woman had a pelvic tumor which was suspected to be an ovarian cancer. Laparoscopy revealed endometriosis.",
        "Our impression was of gallbladder carcinoma in a 65-year-old man. Histology confirmed actinomycosis.",
    ],
)
def test_a_disease_in_the_guise_of_a_tumor_makes_no_case(text: str) -> None:
    assert extract(text).cases == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 61-year-old man was treated for tuberculosis because of a mass thought to be infectious. Biopsy finally showed adenocarcinoma of the lung.", {("LUAD", "index")}),
        ("Sarcoidosis may mimic lymphoma. A 50-year-old woman with sarcoidosis developed follicular lymphoma.", {("FL", "index")}),
        ("A 55-year-old woman with breast cancer had a nodule suspicious for metastasis. Resection revealed a granuloma.", {("BRCA", "index")}),
        ("A 30-year-old man with a mass suspected to be epididymitis underwent orchiectomy. Pathology revealed seminoma.", {("SEM", "index")}),
        ("Renal cell carcinoma presenting as a thyroid tumor was found in a 70-year-old man.", {("RCC", "index")}),
    ],
)
def test_a_tumor_beside_another_disease_makes_a_case(text: str, expected: set[tuple[str, str]]) -> None:
    assert coded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 50-year-old woman with bilateral lung adenocarcinomas took osimertinib.", "lung adenocarcinoma"),
        ("A 3-year-old boy with stage 4 neuroblastoma received carboplatin.", "neuroblastoma"),
        ("A 66-year-old woman with metastatic non-mucinous lung ADC received afatinib.", "non-mucinous lung adenocarcinoma"),
        ("A 63-year-old man had advanced gastric cancer in the gastric antrum.", "gastric cancer"),
        ("A 63-year-old woman had squamous cell carcinoma of the upper third of the vagina.", "squamous cell carcinoma of the upper third of the vagina"),
        ("A man had esophageal cancer. The diagnosis was of squamous carcinoma of the thoracic segment of the esophagus.", "squamous carcinoma of the thoracic segment of the esophagus"),
        ("A 51-year-old man had an esophagogastric junction adenocarcinoma; the nodule was a metastasis of esophagogastric junction cancer.", "esophagogastric junction adenocarcinoma"),
        ("A 50-year-old woman had breast cancer. CT showed metastatic lung tumors.", "breast cancer"),
        ("We present a metastatic clear cell renal cell cancer in the thyroid gland of a 60-year-old woman.", "clear cell renal cell cancer"),
        ("A 45-year-old woman with ovarian cancer had a sister with melanoma.", "ovarian cancer"),
        ("A 45-year-old woman with a family history of melanoma in her uncle presented with ovarian cancer.", "ovarian cancer"),
        ("A 60-year-old man with extensive-stage small cell lung cancer received etoposide.", "small cell lung cancer"),
        ("A 60-year-old woman with recurrent stage IIIC ovarian serous carcinoma received paclitaxel.", "ovarian serous carcinoma"),
    ],
)
def test_name(text: str, expected: str) -> None:
    assert [d.histology.name for d in diagnoses(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 60-year-old man had gastric cancer, cT3[SS] N0M0H1P0.", ["TNM T3N0M0"]),
        ("A 60-year-old man had gastric cancer, T3 (SS), N1, H0, P0, M0, stage IIIA.", ["TNM T3N1M0", "AJCC IIIA"]),
        ("A 60-year-old man had bladder cancer, pT2bN0M0R0.", ["TNM T2bN0M0"]),
        ("A 60-year-old man had stage IIIB multiple myeloma.", ["other IIIB"]),
        ("A 60-year-old man had multiple myeloma, stage IIIA (Durie and Salmon).", ["other IIIA"]),
        ("A 60-year-old woman had cervical cancer, stage IIB (squamous, FIGO2008).", ["FIGO IIB"]),
        ("A 40-year-old woman had breast cancer and a medical history of stage IB melanoma excised 2 years before.", []),
        ("A 40-year-old woman had stage IIB breast cancer.", ["AJCC IIB"]),
        ("A 40-year-old man had gastric cancer initially deemed limited stage (cT2N0M0).", ["TNM T2N0M0"]),
        ("A 60-year-old man had lung adenocarcinoma, clinical-stage ⅣB (T3N2M1c).", ["AJCC IVB", "TNM T3N2M1c"]),
        ("A 60-year-old man had lung adenocarcinoma, Stage Ⅲb.", ["AJCC IIIB"]),
        ("A 60-year-old man had Merkel cell carcinoma with extensive disease progression.", []),
        ("A 60-year-old man had small cell lung cancer, limited disease.", ["VALG limited"]),
    ],
)
def test_stage_in_its_system(text: str, expected: list[str]) -> None:
    assert [f"{s.system} {s.value}" for d in diagnoses(text) for s in d.stages] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 29-year-old woman had two masses, where pathology showed borderline phyllodes tumor in one and malignant phyllodes tumor in another.", {("MPT", "index")}),
        ("A 60-year-old woman had ductal carcinoma in situ in one quadrant and invasive ductal carcinoma of the breast in another.", {("IDC", "index")}),
        (
            "A 60-year-old woman had a caecal adenocarcinoma, hepatic flexure adenocarcinoma, clear cell carcinoma of the right kidney and pheochromocytoma of the"
            " right adrenal gland, occurring synchronously.",
            {("COAD", "index"), ("CCRCC", "index"), ("PHC", "index")},
        ),
        ("A 50-year-old woman had cancer of the stomach and lymphoma of the duodenum.", {("STAD", "index"), ("LNM", "index")}),
        ("Two girls with BPDCN were treated with the chemotherapy regimen for acute lymphocytic leukemia. A 7-year-old girl with BPDCN had skin nodules.", {("BPDCN", "index")}),
        ("A 60-year-old man had urothelial carcinoma with squamous differentiation of the bladder.", {("BLCA", "index")}),
        ("A 50-year-old woman with gastric carcinoma and lung metastases had synchronous nodules.", {("STAD", "index")}),
        ("We report a collision tumor with adenocarcinoma and diffuse large B-cell lymphoma in the cecum of an elderly man.", {("COAD", "index"), ("DLBCLNOS", "index")}),
        (
            "A 70-year-old man had a collision tumor of a marginal zone lymphoma and an adenocarcinoma of the ascending colon. A follicular lymphoma was identified in the"
            " terminal ileum.",
            {("FL", "index"), ("MZL", "index"), ("COAD", "index")},
        ),
        ("Examination showed small cell carcinoma of the bladder (SCCB) and prostate adenocarcinoma in a 72-year-old man.", {("SCBC", "index"), ("PRAD", "index")}),
        ("A 5-year-old boy had a high-grade spindle cell sarcoma of the arm. High-grade sarcoma appeared in the lungs.", {("MFH", "index")}),
        ("A 70-year-old man had diffuse large B-cell lymphoma. There was no carcinoma.", {("DLBCLNOS", "index")}),
        ("Hairy cell leukemia (HCL) and chronic lymphocytic leukemia (CLL) are rarely combined. A 60-year-old man had HCL and CLL.", {("HCL", "index"), ("CLLSLL", "index")}),
        ("A 45-year-old woman with breast cancer had a hysterectomy performed for fibroids.", {("BRCA", "index"), ("ULM", "other")}),
        (
            "A 58-year-old man was receiving pembrolizumab for NSCLC. Colonoscopy revealed a lesion at the transverse colon, and the biopsy showed an undifferentiated carcinoma.",
            {("NSCLC", "index"), ("COAD", "index")},
        ),
    ],
)
def test_several_of_one_patient(text: str, expected: set[tuple[str, str]]) -> None:
    assert coded(text) == expected
