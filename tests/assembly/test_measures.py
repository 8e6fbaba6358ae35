"""What a length of time measures, and of which course."""

from __future__ import annotations

import pytest

from caseextract.pipeline import extract
from tests.assembly.vignettes import Course, after_change, after_progression, courses, first

SUNITINIB = "A 60-year-old man with metastatic thymoma received sunitinib"


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        (" for five months.", ("on_treatment = 5",)),
        (". Treatment lasted seven months.", ("on_treatment = 7",)),
        (". It was stopped after four months because of fatigue.", ("on_treatment = 4",)),
        (" for three months until progression.", ("on_treatment = 3",)),
        (". After three months of treatment the scan was repeated.", ("on_treatment = 3",)),
        (". After three months of treatment the CEA had fallen.", ()),
        (". He was kept on the drug for eight months.", ("on_treatment = 8",)),
        (" for four months with a partial response.", ("on_treatment = 4",)),
        (". Two months later it was stopped.", ()),
        (". The rash appeared within two weeks after the start of treatment.", ()),
        ("; a complete response (14 months) was achieved.", ("response = 14",)),
        (". At a follow-up of two years a complete response was noted.", ("response > 24",)),
        (", with a partial response lasting nine months.", ("response = 9",)),
        (". The duration of response was 8 months.", ("response = 8",)),
        (". He remains in complete remission after three years.", ("response > 36",)),
        (". A partial response was seen after two months.", ("time_to_response = 2",)),
        (", with stable disease for six months.", ("pfs = 6",)),
        (". The disease remained stable for 14 months under sunitinib.", ("pfs = 14",)),
        (". Progression-free survival was 11 months.", ("pfs = 11",)),
        (". Overall survival was 11 months.", ()),
        (". Eight months later he relapsed.", ("pfs = 8",)),
        (". He has been disease-free for two years.", ("pfs > 24",)),
        (", with stable disease lasting six months before progression.", ("pfs = 6",)),
        (". Treatment is ongoing at 15 months.", ("on_treatment > 15",)),
        (", which was started in March 2013 and stopped in May 2014.", ("on_treatment = 14",)),
        (". It was continued for two years, and he has been disease-free for five years since.", ("on_treatment = 24", "pfs > 60")),
        (". A partial response was seen after two months. Treatment is ongoing.", ("time_to_response = 2",)),
        (". He died two months after the first dose.", ("os = 2",)),
        (". He died two months after the diagnosis.", ()),
        (". He was followed for two years.", ()),
        (". He had smoked for 30 years.", ()),
        (". One month after the last cycle the scan was repeated.", ()),
        (". It was withheld for three weeks because of a rash.", ()),
        (". After a treatment break of two months the scan was repeated.", ()),
        (" (seven months).", ("on_treatment = 7",)),
        (" (best response stable disease, 12 months).", ("pfs = 12",)),
        (" (stopped after five weeks) and had a partial response.", ("on_treatment = 1.15",)),
        (". A minor response was seen, and the drug was taken for two years.", ("on_treatment = 24",)),
        (". A partial response was obtained, which was kept for almost a year.", ("response ~ 12",)),
        (". Six cycles were given over nine months.", ("on_treatment > 9",)),
        (". He took allopurinol for three years.", ()),
        (". He died 51 days after starting sunitinib.", ("os = 1.68",)),
        (". He progressed within three months on sunitinib.", ("pfs = 3",)),
        (". Seven months from diagnosis he relapsed.", ()),
        (". He had a partial response for six months and died of pneumonia.", ("response = 6",)),
        (", and a partial response was kept until the ninth cycle (11 months).", ("response = 11",)),
        (". Median survival is usually five months.", ()),
        (", intended for one year.", ()),
        (". He was switched to a generic after nine months.", ("on_treatment = 9",)),
        (". It had to be withdrawn on day 19 because of fever.", ("on_treatment = 0.62",)),
        (". The effect lasted for seven months.", ("response = 7",)),
        (". He remained stable for the next seven months.", ("pfs = 7",)),
        (". After 10 months of therapy the scan was repeated.", ("on_treatment = 10",)),
        (". Over a two-year period three rashes were seen.", ()),
        (". Hydrocortisone was given for a rash. He remains in complete remission after two years.", ("response > 24",)),
        (". At 15 months new pleural nodules were found.", ("pfs = 15",)),
        (". He remained in complete remission for 15 months after discontinuation of sunitinib.", ("response > 15",)),
        (". After a disease-free interval of nine years he relapsed.", ("pfs = 108",)),
        (", on which he remained for 14 months.", ("on_treatment = 14",)),
        (". A complete remission persists to date, three years on.", ("response > 36",)),
        (". It was changed to a generic nine months later due to progression.", ("pfs = 9",)),
        (". Progressive disease was seen at 2.5 months.", ("pfs = 2.5",)),
        (". Stable disease was seen at two months.", ()),
        (". A year later there were multiple lung nodules.", ("pfs = 12",)),
        (". Only two months after the last dose new metastases had appeared.", ("pfs = 2",)),
        (". One month after the last cycle there was a complete response.", ()),
        (". He remains well 20 months after the last dose.", ("pfs > 20",)),
        (". The duration of treatment was seven months.", ("on_treatment = 7",)),
        (". The patient is still receiving the drug after 8 months.", ("on_treatment > 8",)),
        (". The AFP fell within two months, and CT after four months showed a partial response.", ("time_to_response = 4",)),
        (", remained on it for six months, and died of sepsis.", ("on_treatment = 6",)),
        (". A partial response was seen, and surgery became possible after three months.", ()),
        (". Fever ceased on day 9. A partial response was seen.", ()),
        (". Treatment was stopped in 06/2021 after two years.", ("on_treatment = 24",)),
        (". Nineteen months after the relapse he remains in complete remission.", ("response > 19",)),
        (". He had a marked response to eight months of treatment.", ("on_treatment = 8",)),
        (". The tumour responded well to six months of sunitinib.", ("on_treatment = 6",)),
        (". A response was seen after eight months.", ("time_to_response = 8",)),
        (". A complete response has been maintained for 16 months, and the overall survival is four years.", ("response > 16",)),
        (". He remains in complete remission (CR) 12 months post-treatment.", ("response > 12",)),
        (". He has been well without recurrence for 16 months, and survives for five years from diagnosis.", ("pfs > 16",)),
        (". He is alive without recurrence after five years.", ("pfs > 60",)),
        (". A partial and a complete response were seen at 2.5 and 6.5 months, respectively.", ("time_to_response = 6.5",)),
        (". One month later, the tumour had shrunk and the absence of lung metastases was noted.", ("time_to_response = 1",)),
        (". Around half year after the treatment, CT showed liver metastases.", ("pfs ~ 6",)),
        (". Two years later, we discovered several liver metastases.", ("pfs = 24",)),
        (". He survived five years without recurrence.", ("pfs > 60",)),
        (". The tumour has been controlled for eight months.", ("pfs > 8",)),
        (". Nine months after its discontinuation CT showed scarring of the lung tumours.", ()),
        (". Four months after the last cycle a partial response was seen.", ()),
        (". A complete response was seen, but he relapsed nine years after the beginning of therapy.", ("pfs = 108",)),
        (". A complete response was seen. Three months after discontinuation he lost the response.", ("pfs = 3",)),
        (". He had eight months of oral sunitinib.", ("on_treatment = 8",)),
        (". At the last visit (14 months on sunitinib) the response was ongoing.", ("on_treatment = 14",)),
        (", starting two months after the diagnosis, and is free of disease after two years.", ("pfs > 24",)),
        (". To date, a progression-free survival of 12 months has been achieved.", ("pfs > 12",)),
        (". During 100 weeks of treatment there was a partial response.", ("on_treatment = 23.01",)),
        (". Sunitinib was given for 10 months (four weeks of treatment, two weeks of rest).", ("on_treatment = 10",)),
    ],
)
def test_one_course(text: str, durations: tuple[str, ...]) -> None:
    (course,) = courses(SUNITINIB + text)
    assert course.durations == durations


def test_what_was_given_rather_than_what_it_followed() -> None:
    text = "A 60-year-old man with metastatic thymoma was treated with sunitinib after failure of everolimus, with a partial response for six months."
    assert {course.agents: course.durations for course in courses(text)} == {"sunitinib": ("response = 6",), "everolimus": ()}


def test_a_course_of_a_length() -> None:
    assert courses("A 60-year-old man with metastatic thymoma received a six-month course of sunitinib.") == [
        first("sunitinib", durations=("on_treatment = 6",))
    ]


def test_given_for_a_length_with_what_is_named_next() -> None:
    (course,) = courses("A 60-year-old man with metastatic thymoma was treated for one year with sunitinib with good results.")
    assert course.durations == ("on_treatment = 12",)


def test_each_course_has_its_own() -> None:
    text = " for 2 months. After a rash, everolimus was given for 9 months."
    assert courses(SUNITINIB + text) == [
        first("sunitinib", durations=("on_treatment = 2",)),
        after_change("everolimus", 2, durations=("on_treatment = 9",)),
    ]


def test_progression_of_one_response_to_the_next() -> None:
    text = (
        ". The disease progressed after three months. Everolimus was started, with a partial response that lasted 12 months."
    )
    assert courses(SUNITINIB + text) == [
        first("sunitinib", response="progressive_disease", progressed=True, durations=("pfs = 3",)),
        after_progression("everolimus", 2, response="partial_response", durations=("response = 12",)),
    ]


def test_after_an_operation() -> None:
    assert courses("A 60-year-old man with a thymoma underwent thymectomy. He has been disease-free for two years.") == [
        Course("surgery", progressed=False, durations=("pfs > 24",))
    ]


@pytest.mark.parametrize(
    ("text", "surgery", "drugs"),
    [
        (" and received sunitinib. Nine months after the operation metastases were found in the liver.", ("pfs = 9",), ()),
        (" and received adjuvant sunitinib. Nine months after surgery he relapsed.", (), ("pfs = 9",)),
        (" and was then given sunitinib for a year. He is free of disease three years postoperatively.", (), ("on_treatment = 12", "pfs > 36")),
        (" and received sunitinib. He relapsed. Seven years after surgery there was no sign of recurrence.", (), ()),
        (" and received sunitinib. Six months after surgery, he developed nodal, pulmonary, and hepatic metastases.", ("pfs = 6",), ()),
    ],
)
def test_counted_from_an_operation(text: str, surgery: tuple[str, ...], drugs: tuple[str, ...]) -> None:
    first_course, *_, second = courses("A 60-year-old man with a thymoma underwent thymectomy" + text)
    assert (first_course.durations, second.durations) == (surgery, drugs)


def test_counted_from_the_operation_told_before_it() -> None:
    text = "A 60-year-old man with a thymoma underwent thymectomy. Three years after the operation a metastasis was found, requiring a segmentectomy."
    assert courses(text)[0].durations == ("pfs = 36",)


def test_contradictory_lengths_are_both_kept() -> None:
    text = ". Progression-free survival was 11 months. The progression-free survival under sunitinib was 12 months."
    assert courses(SUNITINIB + text) == [first("sunitinib", progressed=True, durations=("pfs = 11", "pfs = 12"))]


def test_a_length_shows_its_words() -> None:
    (case,) = extract(SUNITINIB + ". Progression-free survival was 11 months.").cases
    ((duration,),) = [treatment.durations for treatment in case.treatments]
    assert [evidence.quote for evidence in duration.evidence] == ["11 months"]


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        (". After four years of stable disease he progressed.", ("pfs = 48",)),
        (". After one year of continuous complete remission he relapsed.", ("response = 12",)),
        ("; treatment was successful, but discontinued 19 months later because of fatigue.", ("on_treatment = 19",)),
        (". He was followed up for two years while continuing on sunitinib.", ("on_treatment = 24",)),
        (". The disease relapsed after five months off therapy.", ("pfs = 5",)),
        (". Eleven months off treatment, he is without recurrence.", ("pfs > 11",)),
        (". All metastases disappeared within 6 weeks.", ("time_to_response = 1.38",)),
        (". All lesions disappeared by the first two months of treatment.", ("time_to_response = 2",)),
        (". He died as a result of progressive disease one month later.", ()),
        (". Stability of the disease was observed for two months.", ("pfs = 2",)),
        (", although the majority of patients on the drug relapse within one year.", ()),
        (". Two years after confirmed complete response there was no recurrence.", ("response > 24",)),
        (". A year after achieving a complete response the tumour recurred in the lung.", ("response = 12",)),
        (". The patient survived for 27 months after the initiation of this therapy.", ("os = 27",)),
        (". He was alive for 42 months after initiation of sunitinib.", ("os = 42",)),
        (", but he died six months later.", ("os = 6",)),
        (". On progression it was stopped, and he died six months later.", ()),
        (". He expired from a toxic event 22 days after the third cycle of sunitinib.", ()),
        (". Over a two-year follow-up period he showed much improvement and stable disease without evidence of progression.", ("pfs > 24",)),
        (". After one week of therapy the course was complicated by sepsis.", ()),
        (". He lived free of relapse for eight years.", ("pfs > 96",)),
        (" with dramatic improvement within 2 weeks and a progression-free interval of 6 months.", ("pfs = 6",)),
        (". The response was maintained for 10 months despite drug withdrawal at the 6th month.", ("response = 10", "on_treatment = 6")),
        (" six months after the diagnosis and remained in partial remission for three years.", ("response = 36",)),
        (" with CR at 6 months, stopped at 24 months, still CR at 48 months.", ("time_to_response = 6", "on_treatment = 24", "response > 48")),
        (" and achieved PR at the first assessment (9 weeks).", ("time_to_response = 2.07",)),
        (", which kept his disease reasonably stable for another four years.", ("pfs = 48",)),
        (". Eight months later CT revealed a well-circumscribed mass in the liver.", ("pfs = 8",)),
        (", with a PFS and OS of 9 and 20 months, respectively.", ("pfs = 9",)),
        (". No recurrence was seen for 2½ years.", ("pfs > 30",)),
        (" for two years after surgery until progression.", ("on_treatment = 24",)),
        (". After six months the tumour had regrown.", ("pfs = 6",)),
        (". He died 18 months after the diagnosis (11.4 months after treatment with sunitinib).", ("os = 11.4",)),
        (" for 365 days (12 months).", ("on_treatment = 11.99",)),
        (" but discontinued it at four months for hypertension.", ("on_treatment = 4",)),
        (", which was tried without success for six weeks.", ("on_treatment = 1.38",)),
        (". He is alive with no evidence of disease, 36 months after the end of treatment.", ("response > 36",)),
        (". He had a partial response; nine months after the end of therapy, restaging showed no progression.", ("pfs > 9",)),
    ],
)
def test_further_words_around_a_length(text: str, durations: tuple[str, ...]) -> None:
    assert courses(SUNITINIB + text)[0].durations == durations


def test_each_length_goes_to_the_drug_named_beside_it() -> None:
    told = courses("A man with metastatic lung adenocarcinoma progressed on gefitinib after 11 months and on osimertinib after 5 months.")
    assert [course.durations for course in told] == [("pfs = 11",), ("pfs = 5",)]


def test_two_progressions_of_a_sentence_have_their_own_lengths() -> None:
    told = courses(
        "A man with metastatic lung adenocarcinoma experienced progression on first-line gefitinib after 11 months, and later experienced progression on"
        " second-line osimertinib after 5 months."
    )
    assert [course.durations for course in told] == [("pfs = 11",), ("pfs = 5",)]


def test_a_drug_named_after_the_response_has_the_length() -> None:
    told = courses("A woman with follicular lymphoma received R-CHOP (reaching complete response) and then rituximab maintenance for two years.")
    assert [course.durations for course in told] == [(), ("on_treatment = 24",)]


def test_a_remission_after_drugs_and_operation_speaks_for_the_drugs() -> None:
    told = courses(
        "A 30-year-old man had testicular cancer. Cisplatin and etoposide followed by resection of the residual mass led to remission, which lasted for 10 years."
    )
    assert [course.durations for course in told] == [("response = 120",), ()]


def test_drugs_listed_with_their_lengths_are_courses_of_their_own() -> None:
    told = courses("A man with metastatic lung adenocarcinoma received gefitinib for 9 months, pemetrexed for 4 months and docetaxel for 2 months.")
    assert [course.durations for course in told] == [("on_treatment = 9",), ("on_treatment = 4",), ("on_treatment = 2",)]


def test_progressed_through_a_drug_and_a_response_that_followed() -> None:
    told = courses("A man with metastatic cholangiocarcinoma progressed through gemcitabine after 5 months, followed by a 4-month response to pemigatinib.")
    assert [course.durations for course in told] == [("pfs = 5",), ("response = 4",)]


def test_freedom_told_after_the_progression_under_a_drug_is_not_its_own() -> None:
    told = courses(SUNITINIB + ", with stable disease. Then the disease progressed. No recurrence was seen for two years.")
    assert told[0].durations == ()
