"""Which course a response or a progression is about."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import Course, after_change, after_progression, courses, first

THYMOMA = "A 60-year-old man with metastatic thymoma "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "received everolimus. He tolerated it well. The dose was not changed. Imaging showed a partial response.",
            [first("everolimus", response="partial_response")],
            id="a response after several sentences",
        ),
        pytest.param(
            "received everolimus after sunitinib and pazopanib and achieved a partial response.",
            [first("sunitinib"), after_change("pazopanib", 2), after_change("everolimus", 3, response="partial_response")],
            id="a response to the drug given after two others",
        ),
        pytest.param(
            "received sunitinib, then everolimus. The response to sunitinib had been good.",
            [first("sunitinib", response="response"), after_change("everolimus", 2)],
            id="a response to a drug named next",
        ),
        pytest.param(
            "reached a partial response lasting eight months, as judged by a radiologist, with a dose of 25 mg sunitinib.",
            [first("sunitinib", response="partial_response", durations=("response = 8",))],
            id="a response told before its drug",
        ),
        pytest.param(
            "received sunitinib, which was stopped because of progression.",
            [first("sunitinib", response="progressive_disease", progressed=True)],
            id="progression as the reason to stop",
        ),
        pytest.param(
            "was treated with sunitinib and, after progression, with everolimus.",
            [first("sunitinib", response="progressive_disease", progressed=True), after_progression("everolimus", 2)],
            id="progression between two courses, with 'and' before it",
        ),
        pytest.param(
            "was given sunitinib, then, on progression, everolimus.",
            [first("sunitinib", response="progressive_disease", progressed=True), after_progression("everolimus", 2)],
            id="progression between two courses, with 'then' before it",
        ),
        pytest.param(
            "received sunitinib and showed primary resistance.",
            [first("sunitinib", response="progressive_disease", progressed=True)],
            id="primary resistance",
        ),
        pytest.param(
            "received sunitinib. The best response was progressive disease.",
            [first("sunitinib", response="progressive_disease", progressed=True)],
            id="progressive disease",
        ),
        pytest.param(
            "received sunitinib. No response was seen.", [first("sunitinib", response="no_response")], id="no response"
        ),
        pytest.param(
            "received cetuximab. CEA fell to normal. His pain was relieved.",
            [first("cetuximab")],
            id="tumour markers and symptoms are no response",
        ),
        pytest.param(
            "received carboplatin. The disease progressed. Sunitinib was started. He had progressed on carboplatin in the lung.",
            [first("carboplatin", response="progressive_disease", progressed=True), after_progression("sunitinib", 2)],
            id="a progression on a drug named next",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen. At the next visit stable disease was noted.",
            [first("sunitinib", response="partial_response")],
            id="the best of several responses",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen on sunitinib, but the tumour then grew again.",
            [first("sunitinib", response="partial_response", progressed=True)],
            id="a response and its end in one sentence",
        ),
        pytest.param(
            "received carboplatin with a complete remission. A year later the tumour recurred. The same regimen was given and a partial response was seen.",
            [
                first("carboplatin", response="complete_response", progressed=True, durations=("pfs = 12",)),
                after_progression("carboplatin", 2, phase="rechallenge", response="partial_response"),
            ],
            id="the same regimen after a relapse",
        ),
        pytest.param(
            "was operated on. Later he achieved a partial response with a schedule of sunitinib.",
            [Course("surgery"), first("sunitinib", response="partial_response")],
            id="a response told before its drug, after an operation",
        ),
        pytest.param(
            "received sunitinib. CT showed complete necrosis of the tumour.",
            [first("sunitinib", response="complete_response")],
            id="necrosis seen on images",
        ),
        pytest.param(
            "received sunitinib. There was no evidence of progression.", [first("sunitinib", progressed=False)], id="freedom"
        ),
        pytest.param(
            "received sunitinib. There was no evidence of progression. The disease progressed one year later.",
            [first("sunitinib", progressed=True, durations=("pfs = 12",))],
            id="freedom that ended",
        ),
        pytest.param(
            "received radiotherapy to the spine and sunitinib. A partial response was seen.",
            [Course("radiotherapy", setting="advanced"), first("sunitinib", response="partial_response")],
            id="drugs beside radiation",
        ),
    ],
)
def test_attachment(text: str, expected: list[Course]) -> None:
    assert courses(THYMOMA + text) == expected
