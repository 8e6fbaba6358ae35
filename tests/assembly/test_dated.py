"""How long a course was given, where the dates of its beginning and of its end stand apart."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
from tests.assembly.vignettes import courses

THYMOMA = "A 60-year-old man had metastatic thymoma. "


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("Sunitinib was started in March 2019. It was continued until January 2020.", ("on_treatment = 10",)),
        ("In March 2019 sunitinib was started. It was stopped in January 2020 because of a rash.", ("on_treatment = 10",)),
        ("Sunitinib was started in 03/2019. In 01/2020 it had to be discontinued.", ("on_treatment = 10",)),
        ("He received sunitinib between 03/2019 and 01/2020.", ("on_treatment = 10",)),
        ("Sunitinib was started in March 2019. The response was maintained until January 2020.", ()),
        ("Sunitinib was started in March 2019. He was followed until January 2020.", ()),
        ("Sunitinib was started in March 2019. The disease progressed in January 2020.", ()),
        ("It was diagnosed in March 2019, and sunitinib was started. It was stopped in January 2020.", ()),
    ],
)
def test_two_dates(text: str, durations: tuple[str, ...]) -> None:
    (course,) = courses(THYMOMA + text)
    assert course.durations == durations


def test_the_arithmetic_is_shown() -> None:
    (case,) = extract(THYMOMA + "Sunitinib was started in March 2019. It was stopped in January 2020.").cases
    ((duration,),) = [treatment.durations for treatment in case.treatments]
    assert (duration.stated, duration.derived) == ("January 2020", "2020-01 minus 2019-03")


def test_a_switch_at_a_second_date_ends_the_first_course() -> None:
    told = courses(
        "A woman had metastatic breast cancer. In March 2016 endocrine treatment with tamoxifen, goserelin, and denosumab was initiated; "
        "however, it was switched to exemestane, goserelin, and denosumab in June 2017."
    )
    assert [course.durations for course in told] == [("on_treatment = 15",), ()]


def test_dates_in_brackets_behind_the_names() -> None:
    told = courses("A man had metastatic renal cell carcinoma. Sunitinib (March 2012 to May 2013) was followed by axitinib (June 2013 to January 2014).")
    assert [course.durations for course in told] == [("on_treatment = 14",), ("on_treatment = 7",)]


def test_the_date_of_the_last_dose_ends_a_course() -> None:
    told = courses("A man had metastatic renal cell carcinoma. On 3 March 2012 sunitinib was started. He received the last dose of sunitinib on 5 May 2013.")
    assert [course.durations for course in told] == [("on_treatment = 14",)]
