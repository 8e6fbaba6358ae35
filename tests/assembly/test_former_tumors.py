"""Treatments of a tumour that the patient once had, which are no courses of the described disease."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses, first


@pytest.mark.parametrize(
    "text",
    [
        "A 58-year-old man had received BEP chemotherapy for a seminoma 20 years before. He now presented with metastatic pancreatic cancer and was given gemcitabine.",
        "A 71-year-old woman with a history of breast cancer treated with mastectomy and tamoxifen presented with metastatic pancreatic cancer. Gemcitabine was given.",
        "A 64-year-old man, who had been treated for Hodgkin lymphoma with ABVD and radiotherapy in his youth, was found to have metastatic pancreatic cancer. Gemcitabine was started.",
        "Metastatic pancreatic cancer was found in a 66-year-old woman. Her past medical history included non-Hodgkin lymphoma treated with R-CHOP. Gemcitabine was given.",
        "A 75-year-old man was admitted with metastatic pancreatic cancer. His medical history was significant for colon cancer. It had been treated with FOLFOX. Gemcitabine was administered.",
        "A 62-year-old woman had undergone chemotherapy with epirubicin for breast cancer eight years earlier. She now had metastatic pancreatic cancer and received gemcitabine.",
    ],
)
def test_what_was_given_for_a_former_tumour(text: str) -> None:
    assert courses(text) == [first("gemcitabine")]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "A 56-year-old woman with a history of breast cancer treated with docetaxel presented with bone metastases of breast cancer. Letrozole was started.",
            ["docetaxel", "letrozole"],
        ),
        (
            "A 70-year-old man with a history of chronic lymphocytic leukemia treated with ibrutinib developed diffuse large B-cell lymphoma. Rituximab was given.",
            ["ibrutinib", "rituximab"],
        ),
        (
            "A 66-year-old man with a history of melanoma treated with interferon had a jejunal mass, a metastatic melanoma. Ipilimumab was given.",
            ["interferon", "ipilimumab"],
        ),
        (
            "A 66-year-old man with a history of breast cancer presented with lung adenocarcinoma. After carboplatin and pemetrexed he received docetaxel.",
            ["carboplatin+pemetrexed", "docetaxel"],
        ),
    ],
)
def test_what_was_given_for_the_described_tumour(text: str, agents: list[str]) -> None:
    assert [course.agents for course in courses(text)] == agents
