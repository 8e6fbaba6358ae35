"""Any text gives a record, the same one each time, whose every quote stands where it says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseextract import ArticleRecord, extract
from caseextract.errors import EmptyReport
from caseextract.schema.article import evidence_of

PARTS = st.sampled_from(
    [
        "A 61-year-old woman had small cell lung cancer",
        "extensive stage",
        "ROS1 fusion",
        "was found",
        "no EGFR mutation",
        "received carboplatin and etoposide",
        "as second-line therapy",
        "for 18 months",
        "partial response",
        "progressive disease",
        "from March 2013 to May 2014",
        "(SCLC)",
        "cT2N1M0",
        "Discussion",
        "Case report",
        "median PFS was 5.7 months",
        "6 cycles of FOLFOX",
        "died",
    ]
)
JOINTS = st.sampled_from([" ", ". ", ", ", "\n", "\n\n", "; ", " (", ") ", " - ", "\t", "\r\n", "\u00a0", "\u2013", "\x0c"])
PATCHWORK = st.lists(st.tuples(PARTS | st.text(max_size=12), JOINTS), min_size=1, max_size=25).map(
    lambda parts: "".join(part + joint for part, joint in parts)
)
STEADY = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def check(text: str) -> None:
    try:
        record = extract(text)
    except EmptyReport:
        assert not text.strip()
        return
    for evidence in evidence_of(record):
        assert record.source.text[evidence.start : evidence.end] == evidence.quote
    written = record.to_json()
    assert extract(text).to_json() == written
    assert ArticleRecord.model_validate_json(written) == record


@STEADY
@given(PATCHWORK)
def test_clinical_patchwork(text: str) -> None:
    check(text)


@STEADY
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffA 50-year-old man received cisplatin.",
        "A 50-year-old man\u2028received\u0085cisplatin\u200b for 3\u00a0months.",
        "İstanbul ǅ ﬁbrosarcoma ß ŉ 𝟛-year-old ",
        "A 50-year-old man received " + "cisplatin " * 4000,
        "(" * 3000,
        "x" * 60_000,
        "12 months " * 1500,
        "\x00\x01\x02 cisplatin \x7f",
    ],
    ids=["mark", "separators", "letters", "long sentence", "brackets", "long word", "times", "controls"],
)
def test_odd_texts(text: str) -> None:
    check(text)
