"""Is it so: present, absent, possible, hypothetical, planned, refused (ConText); sentences of our own, whole lists compared."""

from __future__ import annotations

import pytest

from caseextract import assertions, language, mentions, sections
from caseextract.readers import read

Judged = tuple[str, str]


def judged(text: str, *kinds: str) -> list[Judged]:
    """Words and status of the mentions of these kinds."""
    report = read(text)
    prose = sections.assign(report, language.parse(report))
    found = assertions.judge(mentions.find(prose), prose)
    return [(prose.text[a.mention.start : a.mention.end], a.judgement.status) for a in found if a.mention.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He received cisplatin and etoposide.", [("cisplatin", "present"), ("etoposide", "present")]),
        ("She refused docetaxel and was treated with erlotinib.", [("docetaxel", "refused"), ("erlotinib", "present")]),
        ("She declined further carboplatin and took capecitabine instead.", [("carboplatin", "refused"), ("capecitabine", "present")]),
        ("Lenvatinib was begun, but he declined rapidly.", [("Lenvatinib", "present")]),
        ("Sorafenib was considered, but regorafenib was started.", [("Sorafenib", "hypothetical"), ("regorafenib", "present")]),
        ("Trastuzumab was not given because of heart failure.", [("Trastuzumab", "absent")]),
        ("Nivolumab was planned.", [("Nivolumab", "planned")]),
        ("A relapse was suspected and azacitidine was started.", [("azacitidine", "present")]),
        ("For suspected progression he was given pazopanib.", [("pazopanib", "present")]),
        ("FOLFIRI was resumed without bevacizumab.", [("FOLFIRI", "present"), ("bevacizumab", "absent")]),
    ],
)
def test_drugs(text: str, expected: list[Judged]) -> None:
    assert judged(text, "agent", "regimen") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There has been no recurrence for 18 months.", [("18 months", "present")]),
        ("She has lived without progression for 4 years.", [("4 years", "present")]),
        ("He will receive it for 6 months.", [("6 months", "planned")]),
    ],
)
def test_lengths_of_time_are_not_denied(text: str, expected: list[Judged]) -> None:
    assert judged(text, "time") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is considered to be in complete remission.", [("complete remission", "present")]),
        ("The best possible response, a partial response, was reached.", [("partial response", "present")]),
        ("A partial response may be reached with it.", [("partial response", "present")]),
        ("It may bring a partial response.", [("partial response", "hypothetical")]),
    ],
)
def test_responses(text: str, expected: list[Judged]) -> None:
    assert [pair for pair in judged(text, "response") if pair[0] in {words for words, _ in expected}] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A lymphoma was ruled out.", [("lymphoma", "absent")]),
        ("The biopsy revealed a thymoma without evidence of lymphoma.", [("thymoma", "present"), ("lymphoma", "absent")]),
        ("The lesion was suspicious for melanoma.", [("melanoma", "possible")]),
    ],
)
def test_tumors(text: str, expected: list[Judged]) -> None:
    assert judged(text, "tumor") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Everolimus was without effect, then sunitinib was tried.", [("Everolimus", "present"), ("sunitinib", "present")]),
        ("As rebiopsy showed no T790M, docetaxel was given.", [("docetaxel", "present")]),
        ("She was treated without further cisplatin or etoposide.", [("cisplatin", "absent"), ("etoposide", "absent")]),
        ("Topotecan (no evaluation available), trabectedin and eribulin followed.", [("Topotecan", "present"), ("trabectedin", "present"), ("eribulin", "present")]),
        ("He was offered avelumab.", [("avelumab", "present")]),
        ("He was offered avelumab. He declined.", [("avelumab", "planned")]),
        ("He was offered avelumab but preferred to wait.", [("avelumab", "planned")]),
        ("Adjuvant cisplatin could be given for two cycles only.", [("cisplatin", "present")]),
        ("Paclitaxel was scheduled; three of the four cycles were given.", [("Paclitaxel", "present")]),
        ("Since she was not willing to undergo surgery, lenvatinib was begun.", [("lenvatinib", "present")]),
        ("Considering his age, imatinib was begun.", [("imatinib", "present")]),
    ],
)
def test_how_far_a_denial_reaches(text: str, expected: list[Judged]) -> None:
    assert judged(text, "agent", "regimen") == expected
