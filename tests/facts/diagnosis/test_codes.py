"""What the words of a naming come to: code and seat."""

from __future__ import annotations

import pytest

from tests.facts.gathered import tumors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biopsy showed poorly differentiated adenocarcinoma of the left lung.", [("LUAD", "lung")]),
        ("She had carcinoma of the right breast.", [("BRCA", "breast")]),
        ("He had a squamous cell carcinoma metastatic to the liver.", [("SCCNOS", "")]),
        ("He had a metastatic adenocarcinoma of the liver.", [("ADNOS", "")]),
        ("He had carcinoma stomach with liver metastases.", [("STAD", "stomach")]),
        ("She had undifferentiated (anaplastic) thyroid carcinoma.", [("THAP", "thyroid")]),
        ("He had a synovial sarcoma of the breast.", [("SYNS", "breast")]),
        ("Core biopsy of the nodule showed adenocarcinoma consistent with a lung primary.", [("LUAD", "lung")]),
        ("Histology showed squamous cell carcinoma of esophageal origin.", [("ESCC", "esophagus")]),
        ("He had B-ALL.", [("BLL", "bone marrow")]),
    ],
)
def test_code_and_site(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(tumor.code, tumor.site) for tumor in tumors(text)] == expected
