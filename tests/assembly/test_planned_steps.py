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


LEUKAEMIA = "A 50-year-old man was found to have acute myeloid leukaemia. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Hydroxyurea was given because of leukocytosis. Then idarubicin and cytarabine were started.", [None, 1], id="hydroxyurea for the count"),
        pytest.param("After a prephase with vincristine and prednisone he received asparaginase.", [None, 1], id="a prephase"),
        pytest.param("He received hydroxyurea for two years. Then ruxolitinib was started.", [1, 2], id="hydroxyurea as the treatment"),
        pytest.param("Azacitidine led to a response. Five years later a mass was felt and cytarabine was given.", [1, 2], id="years between"),
        pytest.param("Salvage chemotherapy with venetoclax was given.", [None], id="salvage before all else"),
        pytest.param("Azacitidine was given. He developed leukemic transformation. Venetoclax was given.", [1, 2], id="a transformation"),
    ],
)
def test_lines_of_blood_cancers(text: str, lines: list[int | None]) -> None:
    assert [course.line for course in courses(LEUKAEMIA + text)] == lines


def test_salvage_with_the_same_class_is_another_course() -> None:
    text = "Consolidation chemotherapy was given. The disease relapsed, and salvage chemotherapy was started."
    assert [(course.agents, course.line) for course in courses(LEUKAEMIA + text)] == [("chemotherapy", 1), ("chemotherapy", 2)]


def test_intrathecal_chemotherapy_is_told_beside_other_drugs() -> None:
    text = "He received triple intrathecal chemotherapy, nelarabine, and cranial irradiation."
    assert [course.agents for course in courses(LEUKAEMIA + text)] == ["intrathecal chemotherapy", "nelarabine", "radiotherapy"]


def test_a_remission_before_a_graft_is_brought_by_what_the_sentence_names_behind_it() -> None:
    text = "Cytarabine failed. He received UCBT in the second remission achieved by a regimen containing clofarabine."
    assert [(course.agents, course.line) for course in courses(LEUKAEMIA + text)] == [("cytarabine", 1), ("clofarabine", 2), ("transplant", 2)]


def test_induction_behind_another_course_is_a_course() -> None:
    text = "Ibrutinib achieved complete remission. Two years later he had blasts. The patient received induction chemotherapy. He relapsed after completion of his consolidation."
    assert [course.agents for course in courses(LEUKAEMIA + text)] == ["ibrutinib", "chemotherapy", "chemotherapy"]


def test_the_history_of_the_disease_goes_before_what_was_given_on_arrival() -> None:
    text = (
        "A 50-year-old woman with chronic myeloid leukaemia on bosutinib presented with an effusion. Her leukaemia had been diagnosed in 2010. "
        "She was started on imatinib and was switched to nilotinib and then bosutinib."
    )
    assert [(course.agents, course.line) for course in courses(text)] == [("imatinib", 1), ("nilotinib", 2), ("bosutinib", 3)]


def test_the_bridge_named_behind_the_cells() -> None:
    told = courses(LYMPHOMA + "relapsed after R-CHOP and received axicabtagene ciloleucel after bridging with polatuzumab vedotin.")
    assert [course.agents for course in told][1:] == ["polatuzumab vedotin", "axicabtagene ciloleucel"]
