"""How one naming of a tumour is read: its words, its code, its seat, and what the sentence claims of it."""

from __future__ import annotations

import pytest

from caseextract import assertions, concepts, language, mentions, sections
from caseextract.facts import diagnosis, organ
from caseextract.readers import read
from caseextract.schema.mention import AssertedMention
from caseextract.schema.prose import Prose


def linked(text: str) -> tuple[tuple[AssertedMention, ...], Prose]:
    report = read(text)
    prose = sections.assign(report, language.parse(report))
    return concepts.link(assertions.judge(mentions.find(prose), prose), prose), prose


def tumors(text: str) -> tuple[diagnosis.Tumor, ...]:
    return diagnosis.gather(*linked(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Biopsy showed poorly differentiated adenocarcinoma of the left lung.", [("LUAD", "lung")]),
        ("She had carcinoma of the right breast.", [("BRCA", "breast")]),
        ("He had a squamous cell carcinoma metastatic to the liver.", [("SCCNOS", "")]),
        ("He had a metastatic adenocarcinoma of the liver.", [("ADNOS", "")]),
        ("He had carcinoma stomach with liver metastases.", [("STAD", "stomach")]),
        ("She had undifferentiated (anaplastic) thyroid carcinoma.", [("THAP", "thyroid")]),
        ("He had B-ALL.", [("BLL", "bone marrow")]),
        ("The tumor necrosis factor was raised.", []),
        ("He was ALMS-positive.", []),
    ],
)
def test_code_and_site(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(tumor.code, tumor.site) for tumor in tumors(text)] == expected


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The biopsy revealed melanoma.", {"diagnosed", "strong", "definite"}),
        ("Melanoma is a malignant tumor of melanocytes.", {"general"}),
        ("The lesion was suspicious for melanoma.", {"diagnosed", "unsure"}),
        ("There was no melanoma.", {"denied"}),
        ("The specimen was negative for keratin, consistent with melanoma.", {"diagnosed", "strong", "definite"}),
        ("He had a history of melanoma.", {"past", "definite"}),
        ("The lesion was first interpreted as melanoma.", {"initial", "definite"}),
        ("The final diagnosis was melanoma.", {"diagnosed", "strong", "final", "definite"}),
        ("A melanoma was found incidentally.", {"strong", "incidental", "definite"}),
    ],
)
def test_what_is_claimed(text: str, flags: set[str]) -> None:
    (tumor, *_) = tumors(text)
    names = ("diagnosed", "strong", "initial", "final", "past", "incidental", "general", "unsure", "denied", "definite")
    assert {name for name in names if getattr(tumor, name)} == flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CT showed a mass in the pancreatic head.", [("pancreatic head", 2.0)]),
        ("A hysterectomy was carried out.", [("uterus", 1.5)]),
        ("There were metastases in the liver.", []),
        ("The kidneys were normal.", []),
        ("Enlarged cervical lymph nodes were felt.", []),
    ],
)
def test_organs_pointed_to(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(found.site, found.weight) for found in organ.gather(*linked(text))] == expected
