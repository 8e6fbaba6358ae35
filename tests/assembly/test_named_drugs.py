"""The course that a mention of drugs by name speaks of, where the same drugs come again or are only spoken of."""

from __future__ import annotations

import pytest

from tests.assembly.vignettes import courses, told

COLON = "A 64-year-old man had metastatic colon cancer. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FOLFOX was given. At progression he was switched to FOLFIRI. Later he was switched back to FOLFOX.", ["fluorouracil+oxaliplatin", "fluorouracil+irinotecan", "fluorouracil+oxaliplatin"]),
        ("Cetuximab was given. After progression he got regorafenib. Finally, cetuximab was given for three months.", ["cetuximab", "regorafenib", "cetuximab"]),
        ("Cetuximab was given. After progression he got regorafenib. The response to cetuximab had been short.", ["cetuximab", "regorafenib"]),
        ("After cetuximab treatment, weekly paclitaxel was administered.", ["cetuximab", "paclitaxel"]),
        ("It was decided to switch cetuximab for panitumumab.", ["cetuximab", "panitumumab"]),
        ("Chemotherapy with combined cisplatin and 5-FU was begun.", ["cisplatin+fluorouracil"]),
        ("Adjuvant chemotherapy was not prescribed. Cetuximab was begun.", ["cetuximab"]),
        ("Cetuximab was given. Because control could not be achieved using systemic therapy alone, the colon was resected.", ["cetuximab", "surgery"]),
        ("He agreed to neoadjuvant chemotherapy, to be followed by colectomy. He got three cycles of FOLFOX.", ["fluorouracil+oxaliplatin"]),
        ("We observed a response in this cetuximab-pretreated patient under regorafenib.", ["cetuximab", "regorafenib"]),
        ("Irinotecan and cetuximab led to a response. Cetuximab monotherapy maintained it.", ["cetuximab+irinotecan", "cetuximab"]),
        ("Staging was done prior to the systemic therapy.", []),
        ("Irinotecan plus cetuximab (IC) was given. IC led to a response.", ["cetuximab+irinotecan"]),
        ("Bladder cancer was found as well. Epirubicin was used for intravesical instillation.", ["local epirubicin"]),
        ("CLL, RAI stage I, was known.", []),
        ("Cetuximab was changed to panitumumab. Because of a rash, panitumumab was held and cetuximab was reintroduced.", ["cetuximab", "panitumumab", "cetuximab"]),
        ("He was refractory to bleomycin, etoposide and cisplatin (BEP) and paclitaxel, ifosfamide and cisplatin (TIP) chemotherapies.", ["bleomycin+cisplatin+etoposide", "cisplatin+ifosfamide+paclitaxel"]),
        ("He had colectomy with adjuvant chemotherapy. The cancer recurred. He was treated with chemotherapy.", ["surgery", "chemotherapy", "chemotherapy"]),
        ("He had colectomy with adjuvant chemotherapy. The cancer recurred. The chemotherapy had been short.", ["surgery", "chemotherapy"]),
        ("Cetuximab led to a response. Colectomy was done. He was continued on cetuximab.", ["cetuximab", "surgery", "cetuximab"]),
        ("Cetuximab led to a response. Colectomy was done. Cetuximab had been tolerated.", ["cetuximab", "surgery"]),
        ("He received resection after carboplatin and pemetrexed.", ["carboplatin+pemetrexed", "surgery"]),
        ("Irinotecan and cetuximab were given. Owing to a rash, panitumumab replaced cetuximab.", ["cetuximab+irinotecan", "irinotecan+panitumumab"]),
        ("Irinotecan and cetuximab were given, but he then continued only on cetuximab.", ["cetuximab+irinotecan", "cetuximab"]),
        ("S-1 + GEM (S-1 100 mg/day; GEM 1,000 mg/m2) was started.", ["S-1+gemcitabine"]),
        ("He received gemcitabine 1250 mg/m2 on days 1 and 8; cisplatin 80 mg/m2 on day 1.", ["cisplatin+gemcitabine"]),
        ("GP (gemcitabine 1 g/m2 d1, 8; cisplatin 80 mg/m2 d1; every 3 weeks) plus toripalimab was administered.", ["cisplatin+gemcitabine+toripalimab"]),
        ("He was treated with various means, including radiotherapy (50 Gy), seed implantation, and targeted therapy.", ["radiotherapy", "targeted therapy"]),
        ("Cetuximab and regorafenib were tried one after another. These salvage treatments led to a long survival.", ["cetuximab", "regorafenib"]),
        ("Capecitabine, cisplatin and T-mab were given.", ["capecitabine+cisplatin+trastuzumab"]),
        ("Colectomy was done. The postcolectomy syndrome was mild. Cetuximab followed.", ["surgery", "cetuximab"]),
        ("A combination of the antibody cetuximab (immunotherapy) in combination with the chemotherapeutic agent, irinotecan, was given.", ["cetuximab+irinotecan"]),
        ("With failures to 2 active lines of chemotherapy he achieved a response to chemo-immunotherapy.", ["chemotherapy", "chemotherapy", "chemoimmunotherapy"]),
        ("He began neoadjuvant chemotherapy, the planned regimen being FOLFOX followed by irinotecan. After 4 cycles of FOLFOX he died.", ["fluorouracil+oxaliplatin"]),
        ("We decided not to start systemic therapy when metastases appeared.", []),
        ("He had six cycles of FOLFOX. Two years later he relapsed and received FOLFOX.", ["fluorouracil+oxaliplatin", "fluorouracil+oxaliplatin"]),
        ("He had six cycles of FOLFOX. A relapse was found. He was treated with FOLFOX. He had had FOLFOX in vain.", ["fluorouracil+oxaliplatin", "fluorouracil+oxaliplatin"]),
        ("He had FOLFOX with cetuximab, followed by colectomy. Later he developed a brain metastasis and received radiotherapy and FOLFOX.", ["cetuximab+fluorouracil+oxaliplatin", "surgery", "radiotherapy", "fluorouracil+oxaliplatin"]),
        ("He had FOLFOX. It was stopped at progression. The FOLFOX had been tolerated.", ["fluorouracil+oxaliplatin"]),
        ("He underwent four lines of treatment from 2002 to 2014 (cetuximab, regorafenib, cetuximab and panitumumab).", ["cetuximab", "regorafenib", "cetuximab", "panitumumab"]),
        ("Irinotecan was given. When chemotherapy failed, he was switched to regorafenib.", ["irinotecan", "regorafenib"]),
        ("Cetuximab was given. The disease progressed again 7 months after the start of cetuximab.", ["cetuximab"]),
        ("As the metastases did not respond to cetuximab, regorafenib was begun.", ["cetuximab", "regorafenib"]),
        ("He had a response to cetuximab. He was treated with cetuximab following a rapid progression on regorafenib.", ["regorafenib", "cetuximab"]),
        ("Cetuximab and FOLFOX were given, followed by surgery and adjuvant chemotherapy.", ["cetuximab+fluorouracil+oxaliplatin", "surgery", "chemotherapy"]),
        ("He had colectomy and adjuvant chemotherapy. He recurred after 28 years and underwent secondary surgery and chemotherapy.", ["surgery", "chemotherapy", "chemotherapy"]),
        ("He responded to the conventional chemotherapy for a short time and died.", ["chemotherapy"]),
        ("He was scheduled for cetuximab and obtained a partial response after two courses.", ["cetuximab"]),
        ("He was scheduled for cetuximab, but died.", []),
        ("A bladder cancer was treated by TURBT and intravesical BCG therapy.", ["surgery", "local bacillus calmette-guerin"]),
        ("Cetuximab led to a response. Previous medical history included capecitabine.", ["capecitabine", "cetuximab"]),
        ("Cetuximab was given. Cetuximab with chemotherapy is a useful option.", ["cetuximab"]),
    ],
)
def test_which_course(text: str, expected: list[str]) -> None:
    assert told(COLON + text) == expected


def test_an_opening_that_sums_up_the_story() -> None:
    text = (
        "We report a patient with gastric cancer and liver metastases. The patient stayed in remission for 4 years after S-1/cisplatin and gastrectomy. "
        "The patient, a 60-year-old man, had dyspepsia. S-1/cisplatin was begun, and the lesions disappeared. Gastrectomy was performed. "
        "He underwent two more cycles of S-1/cisplatin."
    )
    assert told(text) == ["S-1+cisplatin", "surgery", "S-1+cisplatin"]


def test_an_announcement_that_alone_tells_the_beginning() -> None:
    text = "We report a woman with metastatic breast cancer who was treated with letrozole and ribociclib. After two years she underwent mastectomy. She was continued on letrozole and ribociclib."
    assert told(text) == ["letrozole+ribociclib", "surgery", "letrozole+ribociclib"]


def test_a_title_tells_nothing_first() -> None:
    text = "A case of gastric cancer treated with combined resection of the pancreas. A 60-year-old man received S-1 and cisplatin. After two courses gastrectomy was performed."
    assert told(text) == ["S-1+cisplatin", "surgery"]


def test_an_objective_counts_no_lines() -> None:
    text = (
        "The objective is to present a man whose treatment included several lines of chemotherapy and radiotherapy. "
        "A 50-year-old man had metastatic colon cancer. He received cetuximab as first-line therapy. Progression followed, and regorafenib was given."
    )
    assert [(course.agents, course.line) for course in courses(text) if course.line] == [("cetuximab", 1), ("regorafenib", 2)]


OPENED = "A woman with metastatic GIST had an impressive response to third-line regorafenib. A 64-year-old woman received imatinib as first-line therapy, then sunitinib as second-line therapy."


@pytest.mark.parametrize(
    "told",
    [
        "As third-line regorafenib was started.",
        "Then third-line regorafenib was given.",
        "Subsequently, she received regorafenib as third-line treatment.",
        "She was therefore switched to third-line regorafenib.",
        "Two months later, regorafenib was begun in the third line.",
    ],
)
def test_the_opening_told_of_the_same_line(told: str) -> None:
    assert [(course.agents, course.line, course.phase) for course in courses(f"{OPENED} {told}")] == [
        ("imatinib", 1, None), ("sunitinib", 2, None), ("regorafenib", 3, None)
    ]


def test_the_same_drug_in_another_line() -> None:
    assert [(course.agents, course.line) for course in courses(f"{OPENED} Then imatinib was given as fourth-line therapy.")][-1] == ("imatinib", 4)
