"""What keeps the line: bridges, further drugs in response, blocks of chemotherapy close to each other; and what does not."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses

MYELOID = "A 44-year-old man with acute myeloid leukemia "
LYMPHOMA = "A 58-year-old woman with diffuse large B-cell lymphoma "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            LYMPHOMA + "received R-CHOP and relapsed. Polatuzumab vedotin was given as a bridge, with a partial response. Axicabtagene ciloleucel was then infused.",
            [1, 2, 2],
            id="cells behind their bridge",
        ),
        pytest.param(
            LYMPHOMA + "received R-CHOP and relapsed. Polatuzumab vedotin was given, but the lymphoma progressed. Axicabtagene ciloleucel was then infused.",
            [1, 2, 3],
            id="cells after progression",
        ),
        pytest.param(
            LYMPHOMA + "was treated with lenalidomide, with a partial response. Rituximab and lenalidomide were then given.",
            [1, 1],
            id="a further drug in response",
        ),
        pytest.param(
            MYELOID + "achieved complete remission with cytarabine and idarubicin in March 2010. In April 2010 he was given fludarabine and mitoxantrone.",
            [1, 1],
            id="the next block within the year",
        ),
        pytest.param(
            MYELOID + "achieved complete remission with cytarabine and idarubicin in March 2010. In April 2014 he was given fludarabine and mitoxantrone.",
            [1, 2],
            id="chemotherapy years later",
        ),
        pytest.param(MYELOID + "underwent allogeneic stem cell transplantation in second complete remission.", [2], id="a transplant in second remission, of whatever came before"),
        pytest.param(
            MYELOID + "received cytarabine and daunorubicin and relapsed. Allogeneic stem cell transplantation was done in second complete remission.",
            [1, 2],
            id="a transplant in second remission",
        ),
        pytest.param(MYELOID + "presented with a pelvic mass consistent with relapse. He received reinduction with mitoxantrone.", [None], id="a relapse of whatever came before"),
        pytest.param(MYELOID + "presented again after the effusion had recurred. He received azacitidine.", [1], id="a recurrent effusion"),
        pytest.param(LYMPHOMA + "progressed after multiline chemotherapy. She then received tafasitamab.", [None, None], id="lines without their number"),
        pytest.param(MYELOID + "reached a third complete remission with gilteritinib.", [3], id="a third remission"),
        pytest.param(MYELOID + "reached complete remission with a second cycle of azacitidine.", [1], id="a second cycle"),
    ],
)
def test_the_lines(text: str, expected: list[int | None]) -> None:
    assert [course.line for course in courses(text)] == expected
