"""Genes by their symbol alone: only where the words beside it say that it is one."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract

PATIENT = " A 50-year-old woman with colon cancer is described."


@pytest.mark.parametrize(
    ("sentence", "genes"),
    [
        ("A TP53 mutation and a frameshift variant in the DYNC1I1 gene were found.", ["DYNC1I1", "TP53"]),
        ("Sequencing revealed mutations in TP53, ZNF536 and DYNC1I1.", ["DYNC1I1", "TP53", "ZNF536"]),
        ("A DYNC1I1 p.R88Q variant was found.", ["DYNC1I1"]),
        ("CT showed a mass, and a BRAF mutation was found.", ["BRAF"]),
        ("Her CAD was treated; a BRAF mutation was found.", ["BRAF"]),
        ("REST was advised.", []),
    ],
)
def test_genes_by_symbol(sentence: str, genes: list[str]) -> None:
    (case,) = extract(sentence + PATIENT).cases
    assert sorted({one.gene for one in case.alterations}) == genes


def test_the_code_is_kept() -> None:
    (case,) = extract("A mutation of the DYNC1I1 gene was found." + PATIENT).cases
    assert [one.hgnc_id for one in case.alterations] == ["HGNC:2963"]
