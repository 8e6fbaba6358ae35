"""Statements of one patient put together: what says less gives way to what says more."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The tumor was EGFR-mutated. Sequencing showed EGFR L858R.", ["EGFR mutation L858R present"]),
        ("No EGFR mutation was found in blood. The biopsy showed an EGFR mutation.", ["EGFR mutation present"]),
        (
            "EGFR L858R was found. At progression EGFR T790M was negative.",
            ["EGFR mutation L858R present", "EGFR mutation T790M absent"],
        ),
        ("BRAF V600-mutant melanoma. The BRAF V600E mutation was confirmed.", ["BRAF mutation V600E present"]),
        ("An EGFR exon 19 deletion was found. It was EGFR E746_A750del.", ["EGFR mutation E746_A750del present"]),
        ("FISH showed ETV6 rearrangement. RNA sequencing showed ETV6-NTRK3.", ["NTRK3 fusion ETV6::NTRK3 present"]),
        ("FISH showed an ALK rearrangement. Sequencing showed EML4-ALK.", ["ALK fusion EML4::ALK present"]),
        (
            "An ARID1A mutation and, later, an ARID1A deletion were found.",
            ["ARID1A deletion present", "ARID1A mutation present"],
        ),
        ("An NTRK fusion was found. It was a LMNA-NTRK1 fusion.", ["NTRK1 fusion LMNA::NTRK1 present"]),
        ("The tumor had an NTRK fusion.", []),
        ("The tumor was RAS-mutated.", ["KRAS mutation present"]),
        ("An ALK fusion was found. ALK was negative in cerebrospinal fluid.", ["ALK fusion present"]),
    ],
)
def test_what_stays(text: str, kept: list[str]) -> None:
    (case,) = extract(f"{text} A 50-year-old woman with a carcinoma received cisplatin.").cases
    assert (
        sorted(" ".join(filter(None, (one.gene, one.type, one.variant, one.status))) for one in case.alterations)
        == kept
    )


def test_one_alteration_keeps_all_its_evidence() -> None:
    (case,) = extract(
        "BRAF V600E was found. The BRAF V600E mutation was confirmed. A 50-year-old woman with melanoma received vemurafenib."
    ).cases
    (one,) = case.alterations
    assert [evidence.quote for evidence in one.evidence] == ["BRAF V600E", "BRAF V600E"]
