"""Whether the disease progressed after a course, also where it is only implied."""

import pytest

from tests.assembly.vignettes import Course, after_change, courses, first

THYMOMA = "A 60-year-old man with metastatic thymoma "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "received sunitinib. Progression-free survival was 11 months.",
            [first("sunitinib", progressed=True, durations=("pfs = 11",))],
            id="a time until progression",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen. He is alive two years later.",
            [first("sunitinib", response="partial_response", progressed=False)],
            id="alive in response",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen. He died.",
            [first("sunitinib", response="partial_response", progressed=True)],
            id="dead after the response",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen. He died of sepsis.",
            [first("sunitinib", response="partial_response")],
            id="dead of something else",
        ),
        pytest.param("received sunitinib. He died of his thymoma at home.", [first("sunitinib")], id="a cause that is no general word"),
        pytest.param("received sunitinib. He died of his cancer.", [first("sunitinib", progressed=True)], id="dead of the disease"),
        pytest.param("received sunitinib. He died in May.", [first("sunitinib")], id="dead without a response told"),
        pytest.param(
            "received sunitinib, with a partial response. Thymectomy was performed.",
            [first("sunitinib", response="partial_response", progressed=False), Course("surgery")],
            id="operated on in response",
        ),
        pytest.param(
            "received sunitinib. A partial response lasted for 8 months. Everolimus was then given.",
            [
                first("sunitinib", response="partial_response", progressed=True, durations=("response = 8",)),
                after_change("everolimus", 2),
            ],
            id="a response that came to its end",
        ),
        pytest.param(
            "received sunitinib. He lived without recurrence for 11 months and is alive.",
            [first("sunitinib", progressed=False, durations=("pfs > 11",))],
            id="free of it at the end",
        ),
        pytest.param(
            "received sunitinib. A partial response was seen. The response was lost.",
            [first("sunitinib", response="partial_response", progressed=True)],
            id="a response lost",
        ),
        pytest.param(
            "had progressed on carboplatin and later on everolimus. Sunitinib was started.",
            [
                first("carboplatin", response="progressive_disease", progressed=True),
                Course("everolimus", 2, "next-after-progression", "advanced", response="progressive_disease", progressed=True),
                Course("sunitinib", 3, "next-after-progression", "advanced"),
            ],
            id="progressed on several",
        ),
    ],
)
def test_progressed(text: str, expected: list[Course]) -> None:
    assert courses(THYMOMA + text) == expected


def test_what_went_before_does_not_progress_now() -> None:
    found = courses(THYMOMA + "had a durable response to everolimus after failure of sunitinib. The disease progressed at last.")
    assert {course.agents: course.progressed for course in found} == {"everolimus": True, "sunitinib": None}
