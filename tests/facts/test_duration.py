"""Lengths of time in months, with their comparator and arithmetic; schedules, ages and histories are none."""

import pytest

from caseextract.facts.duration import months_of
from tests.facts.gathered import facts_of

SAID: list[tuple[str, list[tuple[float, str, str | None, bool]]]] = [
    ("He took imatinib for 18 months.", [(18.0, "=", None, False)]),
    ("She took it for six weeks.", [(1.38, "=", None, False)]),
    ("He was treated for 45 days.", [(1.48, "=", None, False)]),
    ("The response lasted two years.", [(24.0, "=", None, False)]),
    ("It lasted 1 year and 5 months.", [(17.0, "=", None, False)]),
    ("A response of 14+ months was seen.", [(14.0, ">", None, False)]),
    ("He was treated for more than 9 months.", [(9.0, ">", None, False)]),
    ("She took it for about three months.", [(3.0, "~", None, False)]),
    ("He took it for 6 to 8 months.", [(7.0, "~", None, False)]),
    ("It lasted two and a half years.", [(30.0, "=", None, False)]),
    ("He took sorafenib from 3 May 2011 to 7 June 2012.", [(13.17, "=", "401 days / 30.44", False)]),
    ("She took letrozole from March 2013 to May 2014.", [(14.0, "=", "2014-05 minus 2013-03", False)]),
    ("He took it between January and June 2015.", [(5.0, "=", "2015-06 minus 2015-01", False)]),
    ("Three months later he relapsed.", [(3.0, "=", None, True)]),
    ("The drug was given every three weeks.", []),
    ("She took 50 mg for 4 weeks on, 2 weeks off.", []),
    ("A 54-year-old woman came.", []),
    ("He had a two-month history of cough.", []),
    ("The drug was given on days 1 and 8 of 21 days.", []),
    ("He had a fracture five years ago.", []),
    ("He took it for less than 2 months.", [(2.0, "<", None, False)]),
    ("He took it for several months.", []),
]


@pytest.mark.parametrize(("sentence", "lengths"), SAID)
def test_lengths_of_time(sentence: str, lengths: list[tuple[float, str, str | None, bool]]) -> None:
    assert [(one.months, one.comparator, one.derived, one.gap) for one in facts_of(sentence).durations] == lengths


@pytest.mark.parametrize(
    ("value", "unit", "months"), [(1, "year", 12), (2, "yrs", 24), (10, "weeks", 2.3), (90, "days", 2.96), (3, "mos", 3)]
)
def test_months(value: float, unit: str, months: float) -> None:
    assert months_of(value, unit) == months


SCHEDULES = [
    "S-1 was administered orally twice a day for 21 consecutive days, and cisplatin was infused on day 8.",
    "S-1 was given for 3 weeks followed by 2 drug-free weeks as a course.",
    "S-1 was given for 4 weeks, followed by a two-week rest.",
    "S-1 (120 mg/day) was administered for 2 weeks followed by 1 week of rest.",
    "He took S-1 for 14 days with a 7-day rest.",
    "He took S-1 for 2 weeks and rested for 1 week.",
    "She received S-1 100 mg/day for 28 days and then 14 days of rest.",
    "She received S-1 at 80 mg/day for four weeks and withdrawal for two weeks.",
    "S-1 was given on days 1 to 14 of a 21-day cycle.",
    "Capecitabine was given for 14 days every 21 days.",
    "Capecitabine 2000 mg/m2 on days 1-14, q3w.",
    "Capecitabine for 14 days in a 21-day cycle.",
    "Capecitabine was given for 2 weeks in 3-week cycles.",
    "Cisplatin was infused on day 8.",
    "Cisplatin (60 mg/m2) was administered on day 8, and S-1 for 21 days.",
    "Docetaxel was given on day 1 and S-1 for two weeks, repeated every three weeks.",
    "Gemcitabine was administered once a week for 3 weeks followed by 1 week rest.",
    "Gemcitabine was administered weekly for three weeks with one week off.",
    "Gemcitabine weekly for 3 out of 4 weeks.",
    "Gemcitabine was given for three weeks out of four.",
    "Gemcitabine at 1 g/m2 on days 1, 8 and 15 over 4 weeks.",
    "5-FU 500 mg/day for 5 days a week.",
    "5-FU was infused continuously for 5 days, and cisplatin on days 1 to 5.",
    "5-FU (800 mg/m2, continuous infusion for 5 days) and cisplatin (80 mg/m2, day 1) were given.",
    "5-FU at 1000 mg/m2 over 24 hours for four days.",
    "low-dose cisplatin (10 mg/day for 5 days) was given.",
    "Sunitinib 50 mg/day on a schedule of 4 weeks on and 2 weeks off.",
    "Sunitinib was given at 50 mg for four weeks on treatment followed by two weeks off treatment.",
    "Sunitinib four weeks on/two weeks off.",
    "Temozolomide 150 mg/m2 for five days every 28 days.",
    "Temozolomide was given for 5 days of each 28-day cycle.",
    "Etoposide was given orally for 21 days of a 28-day cycle.",
    "Etoposide 50 mg daily for 3 weeks followed by a 1-week break.",
    "Etoposide 100 mg/m2 for three days, repeated every 3 weeks.",
    "Lapatinib with capecitabine two weeks on, one week off.",
    "Two weeks of S-1 followed by one week of rest was considered one course.",
    "One course consisted of two weeks of administration and one week of rest.",
    "The regimen consisted of S-1 for 3 weeks and cisplatin on day 8 with a 5-week interval.",
    "One cycle consisted of 14 days of S-1 and a 7-day drug-free interval.",
    "A 3-week administration and 1-week rest schedule was used.",
    "The drug was administered for 28 days, followed by a 14-day rest period.",
    "Regorafenib 160 mg was given on days 1\u201321 every 4 weeks.",
    "Regorafenib 160 mg was given for 3 weeks on and 1 week off.",
    "Regorafenib for the first 21 days of each 28-day cycle.",
    "Octreotide LAR was given every 28 days.",
    "Nivolumab was administered at 2-week intervals.",
    "Nivolumab was given at an interval of 2 weeks.",
    "Interferon was given three times a week, 5 days per week.",
    "Cisplatin was infused over 2 hours on day 1 and 5-FU over five days.",
    "UFT was given 5 days a week with 2 days off.",
    "Oral UFT 300 mg/day, 5 days on and 2 days off.",
    "CPT-11 was given on days 1 and 15 of every 4 weeks.",
    "Irinotecan (60 mg/m2 on days 1, 8, 15) and cisplatin (60 mg/m2 on day 1) every 4 weeks.",
    "Each 21-day cycle consisted of paclitaxel on day 1.",
    "Treatment was repeated every 3 weeks for six cycles.",
    "Everolimus 10 mg daily, in 28-day cycles.",
    "Carboplatin on day 1 and gemcitabine on day 8 were given.",
    "The course was repeated after an interval of 2 weeks.",
    "S-1 was taken every other day.",
    "Paclitaxel was given on days 1, 8, and 15, followed by a week without treatment.",
    "The four-week administration was followed by a rest for two weeks.",
    "5-FU was infused for 24 h for 5 consecutive days.",
    "mitomycin was given once every 4 weeks.",
    "S-1 was given for 2 weeks, then withdrawn for 1 week.",
    "S-1 was given in a two-weeks-on, one-week-off schedule.",
    "Sorafenib 400 mg twice daily, 5 days on/2 days off.",
    "S-1 for 4 weeks with 2 weeks of withdrawal.",
    "Temsirolimus 25 mg weekly over 30 min; 4 weeks made one cycle.",
    "Cetuximab 250 mg/m2 weekly, 3-weekly.",
    "1 cycle = 28 days.",
    "He got 4 days of continuous 5-FU every 4 weeks.",
    "Capecitabine (days 1 to 14 in 3 weeks) was given.",
    "S-1 (80 mg/day; day 1-14) was given with a cycle of 3 weeks.",
    "High-dose 5-FU was infused weekly by hepatic artery over 5 hours for 3 weeks per month.",
]


@pytest.mark.parametrize("sentence", SCHEDULES)
def test_schedules_are_no_lengths(sentence: str) -> None:
    assert facts_of(sentence).durations == ()


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("He took S-1 for four weeks.", 0.92),
        ("The drug was given for 21 days and stopped because of fever.", 0.69),
        ("S-1 was given for 14 days until diarrhoea occurred.", 0.46),
        ("He relapsed on day 67.", 2.2),
        ("Treatment was stopped on day 8 because of fever.", 0.26),
        ("It had to be withdrawn on day 19.", 0.62),
        ("Lenvatinib was given for 6 weeks, followed by surgery.", 1.38),
        ("Imatinib was taken daily for 3 years.", 36.0),
        ("He took the drug every day for 8 months.", 8.0),
        ("Nivolumab every two weeks for 14 months led to a response.", 14.0),
        ("After 3 weeks off the drug he relapsed.", 0.69),
        ("A partial response was seen on day 35.", 1.15),
        ("Sunitinib (4 weeks on, 2 weeks off) was given for 9 months.", 9.0),
        ("The remission lasted 21 days.", 0.69),
        ("After two weeks' rest the drug was resumed and given for 5 months.", 5.0),
        ("Radiation with 2 Gy/day, 5 days a week, was given for 6 weeks.", 1.38),
    ],
)
def test_lengths_beside_schedules(sentence: str, months: float) -> None:
    assert [one.months for one in facts_of(sentence).durations] == [months]
