"""Which tumour of several the report is about: small texts of our own, whole sets compared."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import coded


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
            "Clear cell carcinoma of the cervix is a rare cancer. A 38-year-old woman with cervical cancer had a hysterectomy, and"
            " cisplatin was given.",
            {("CECC", "index")},
            id="the kind of cancer that the report opens with",
        ),
        pytest.param(
            "A 51-year-old woman was treated for breast cancer. Biopsy of the breast showed a poorly differentiated carcinoma; revision"
            " confirmed metaplastic breast carcinoma. She received doxorubicin.",
            {("MBC", "index")},
            id="a special cancer of the organ beside its wide name",
        ),
        pytest.param(
            "A 9-year-old girl had a nephrectomy due to nephroblastoma at age 3 and relapsed in the lung. She was given etoposide.",
            {("WT", "index")},
            id="the only tumour is told as a former one and came back",
        ),
        pytest.param(
            "Adenocarcinomas may turn into small cell lung cancer (SCLC). A 58-year-old man with lung adenocarcinoma took gefitinib. At"
            " progression rebiopsy showed SCLC, and etoposide was given.",
            {("LUAD", "index"), ("SCLC", "index")},
            id="transformation, the later tumour by its short form",
        ),
        pytest.param(
            "A 33-year-old man had a mixed germ cell tumor of the testis composed of yolk sac tumor and embryonal carcinoma.",
            {("MGCT", "index")},
            id="parts of a mixed tumour",
        ),
        pytest.param(
            "A 70-year-old man had synchronous kidney and bladder cancers, which were resected.",
            {("RCC", "index"), ("BLCA", "index")},
            id="cancers of two organs with one noun",
        ),
        pytest.param(
            "A 40-year-old woman with mucosal melanoma was referred. The vulvar melanoma was excised and nivolumab given.",
            {("VMM", "index")},
            id="one melanoma told widely and by its organ",
        ),
        pytest.param(
            "Granulocytic sarcoma is rare. A 34-year-old woman was diagnosed with granulocytic sarcoma of the breast and irradiated. One"
            " year later she was diagnosed with acute myeloid leukemia and received cytarabine.",
            {("MS", "index"), ("AML", "index")},
            id="a myeloid sarcoma and the leukaemia after it",
        ),
        pytest.param(
            "A 52-year-old woman had a diffuse astrocytoma resected. Six years later it had progressed to glioblastoma, and temozolomide was given.",
            {("ASTR2", "index"), ("GB", "index")},
            id="what a tumour later became, in another sentence",
        ),
        pytest.param(
            "A 71-year-old man with chronic lymphocytic leukemia developed Richter transformation and was given rituximab.",
            {("CLLSLL", "index"), (None, "index")},
            id="Richter transformation and the leukaemia before it",
        ),
        pytest.param(
            "A 48-year-old man was first diagnosed as having lung adenocarcinoma, but review showed metastatic melanoma. He got nivolumab.",
            {("MEL", "index"), ("LUAD", "other")},
            id="a review that shows another tumour",
        ),
        pytest.param(
            "A 66-year-old woman had monoclonal gammopathy that progressed to multiple myeloma; bortezomib was given.",
            {("PCM", "index"), ("MGUS", "other")},
            id="a precursor",
        ),
        pytest.param(
            "A 67-year-old woman had ovarian cancer in 2005 and breast cancer in 2010. She received olaparib.",
            {("OVT", "index"), ("BRCA", "index")},
            id="two tumours with their years",
        ),
        pytest.param(
            "Thymic carcinoma is distinct from thymoma. A 58-year-old man with thymic carcinoma received carboplatin.",
            {("THYC", "index")},
            id="a tumour from which it is told apart",
        ),
        pytest.param(
            "A 62-year-old man had a cerebellar mass. Histology showed metastatic adenocarcinoma. Colonoscopy found a sigmoid tumor. FOLFOX was given.",
            {("COAD", "index")},
            id="where a metastasis was found",
        ),
        pytest.param(
            "A 49-year-old woman had a mediastinal tumor that had been diagnosed as thymoma and was resected. Pathological examination"
            " revealed that the tumor was thymic carcinoma. Carboplatin was given.",
            {("THYC", "index")},
            id="pathology after the resection has the last word",
        ),
        pytest.param(
            "A 63-year-old man had a frontal mass resected; pathology confirmed a meningioma. Four years later a temporal mass was removed, and histology confirmed glioblastoma."
            " Temozolomide was given. Both the meningioma and the glioblastoma are controlled.",
            {("MNG", "index"), ("GB", "index")},
            id="a meningioma and a glioma are two tumours",
        ),
        pytest.param(
            "A 57-year-old man had a rectal tumor. Biopsy showed a rectal tumor of spindle cells, and a GIST was diagnosed. Imatinib was given.",
            {("GIST", "index")},
            id="a growth of the organ is no second tumour",
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
