"""What happened to the disease, by category, and whether it did."""

import pytest

from tests.assembly.vignettes import courses, first
from tests.facts.gathered import facts_of

SAID: list[tuple[str, list[tuple[str, str, str | None, str]]]] = [
    ("A complete response was achieved.", [("response", "complete_response", None, "present")]),
    ("CT showed a partial response.", [("response", "partial_response", None, "present")]),
    ("The best response was stable disease.", [("response", "stable_disease", None, "present")]),
    ("She had progressive disease.", [("response", "progressive_disease", None, "present")]),
    ("A mixed response was seen.", [("response", "mixed_response", None, "present")]),
    ("A pathologic complete response was found.", [("response", "pathologic_complete_response", None, "present")]),
    ("She did not respond to docetaxel.", [("response", "no_response", None, "present")]),
    ("The tumor had shrunk.", [("response", "response", "shrinkage", "present")]),
    ("The tumour recurred in the liver.", [("progression", "relapse", None, "present")]),
    ("He remained free of disease.", [("freedom", "freedom", None, "present")]),
    ("She was recurrence-free.", [("freedom", "freedom", None, "present")]),
    ("PFS was nine months.", [("survival", "pfs", None, "present")]),
    ("There was no complete response.", [("response", "complete_response", None, "absent")]),
]


@pytest.mark.parametrize(("sentence", "events"), SAID)
def test_events(sentence: str, events: list[tuple[str, str, str | None, str]]) -> None:
    assert [(one.kind, one.value, one.weak, one.judgement.status) for one in facts_of(sentence).events] == events


SUNITINIB = "A 60-year-old man with metastatic thymoma received sunitinib. "


@pytest.mark.parametrize(
    ("sentence", "response"),
    [
        ("The tumour shrank from 8 cm to 3 cm.", "partial_response"),
        ("The mass decreased in size (from 62 x 40 mm to 31 x 30 mm).", "partial_response"),
        ("The mass decreased from 5.2 cm to 47 mm.", "response"),
        ("The lesions decreased in size by 60%.", "partial_response"),
        ("The target lesions decreased by 22%.", "stable_disease"),
        ("CT showed neither progression nor regression.", "stable_disease"),
        ("PET/CT showed no FDG-avid disease.", "complete_response"),
        ("PET/CT showed resolution of all previously noted hypermetabolic lesions.", "complete_response"),
        ("There was no clinical benefit.", "no_response"),
        ("No benefit was seen.", "no_response"),
        ("It was given without benefit.", "no_response"),
        ("The tumour responded partially.", "partial_response"),
        ("The tumour responded completely.", "complete_response"),
        ("He derived clinical benefit.", "response"),
        ("The operation wound healed.", None),
        ("The pulmonary metastases were gone.", "complete_response"),
        ("No tumour could be seen any longer on CT.", "complete_response"),
        ("Nothing was left of the lung metastases.", "complete_response"),
        ("PET-CT was completely negative.", "complete_response"),
        ("CT failed to show any residual lesion.", "complete_response"),
        ("The tumour was halved in size.", "partial_response"),
        ("The metastases had all but disappeared.", "partial_response"),
        ("Most of the nodules had disappeared.", "partial_response"),
        ("MRI documented a fall in tumour volume from 820 to 260 cm3.", "partial_response"),
        ("The lung metastases vanished and the hepatic ones became much smaller nodules.", "partial_response"),
        ("The response was rated as partial.", "partial_response"),
        ("The mass began to shrink.", "response"),
        ("Sunitinib made the mass smaller.", "response"),
        ("PET showed decreased FDG uptake of the lesions.", "response"),
        ("The drug arrested its growth.", "stable_disease"),
        ("The disease was kept in check.", "stable_disease"),
        ("There was slight shrinkage that did not meet PR criteria.", "stable_disease"),
        ("The drug was likewise ineffective.", "no_response"),
        ("The drug failed to produce any benefit.", "no_response"),
        ("No remission was achieved.", "no_response"),
        ("He underwent thymectomy. The specimen showed 100% necrosis.", "pathologic_complete_response"),
        ("He was treated successfully using it.", "response"),
        ("A total remission was obtained.", "complete_response"),
        ("CT revealed the absence of all liver metastases.", "complete_response"),
        ("The nodules could no longer be confirmed.", "complete_response"),
        ("Some nodules shrank while others grew.", "mixed_response"),
        ("The tumour persisted.", "no_response"),
        ("The tumour showed resistance.", "no_response"),
        ("A remission was not reached.", "no_response"),
        ("It was given for a year until progressive disease.", None),
        ("He then underwent thymectomy, and pathology showed complete response.", "pathologic_complete_response"),
        ("Sunitinib followed by thymectomy led to complete remission.", "complete_response"),
        ("His hepatitis responded to steroids.", None),
        ("The dose was reduced by half.", None),
    ],
)
def test_response_of_a_course(sentence: str, response: str | None) -> None:
    assert courses(SUNITINIB + sentence)[0].response == response


@pytest.mark.parametrize("sentence",
    ["However, the tumour continued to grow.", "The target lesions increased by 30%.", "The masses had become larger.", "The tumour doubled in size."],
)
def test_growth(sentence: str) -> None:
    assert courses(SUNITINIB + sentence) == [first("sunitinib", response="progressive_disease", progressed=True)]


@pytest.mark.parametrize(
    ("sentence", "response"),
    [
        ("The treatment was continued with a very good outcome.", "response"),
        ("It was given for a year with considerable clinical benefit.", "response"),
        ("An unhoped-for success was obtained.", "response"),
        ("At six weeks the disease was better.", "response"),
        ("There was improvement of the pleural lesions.", "response"),
        ("CT revealed shrinking of the mediastinal mass.", "response"),
        ("The drug afforded no objective response.", "no_response"),
        ("It proved of very low efficacy.", "no_response"),
        ("There was a weak response to it.", "no_response"),
        ("The tumour did not responded.", "no_response"),
        ("The thymoma reached a plateau phase.", "stable_disease"),
        ("The disease came to a steady state.", "stable_disease"),
        ("At two months the disease was worse.", "progressive_disease"),
        ("CT showed increasing pleural nodules.", "progressive_disease"),
        ("PET showed no increased tracer uptake.", "complete_response"),
        ("PET revealed no more hypermetabolic foci.", "complete_response"),
        ("After three weeks the melanoma disappeared.", "complete_response"),
        ("There was a complete response of the pleura and a partial response of the lung nodules.", "partial_response"),
        ("The pleural nodules disappeared, whereas the liver metastases grew.", "mixed_response"),
        ("The mass shrank but then grew.", "response"),
        ("This led to remission.", "response"),
        ("The disease went into remission.", "response"),
        ("There was an early response.", "response"),
        ("CT showed a response of the pleura.", "response"),
        ("Remission ensued.", "response"),
        ("None of it led to a response.", None),
        ("Positive dynamics were seen on CT.", "response"),
        ("The mass became resectable.", "response"),
        ("This brought tumour downstaging.", "response"),
        ("SUVmax fell from 12.4 to 4.1.", "response"),
        ("The uptake of the pleura disappeared.", "complete_response"),
        ("There was practically no residual tumour.", "partial_response"),
        ("The effect was rated as NC.", "stable_disease"),
        ("Sunitinib (SD), was stopped.", "stable_disease"),
        ("It elicited an immune response.", None),
        ("He is regarded as cured.", "complete_response"),
        ("MRI showed no residual enhancing lesion.", "complete_response"),
        ("The nodes returned to normal size.", "complete_response"),
        ("The hand-foot lesions healed.", None),
        ("The nodules vanished almost completely.", "partial_response"),
        ("The large mass of the anterior mediastinum with a diameter of about 11 cm compressing the vein disappeared.", "complete_response"),
        ("MRI showed a decrease of the enhancing area.", "response"),
        ("He was in stable condition.", None),
        ("He felt better.", None),
        ("The wound healed with a good cosmetic result.", None),
    ],
)
def test_response_in_plain_words(sentence: str, response: str | None) -> None:
    assert courses(SUNITINIB + sentence)[0].response == response


@pytest.mark.parametrize(
    ("specimen", "response"),
    [
        ("Histology showed no malignant cells in the lymph nodes.", "response"),
        ("No viable tumour cells were found at the resection margins.", "response"),
        ("No residual carcinoma was seen in the pleural fluid.", "response"),
        ("Histology showed no malignant cells in the thymus or the nodes.", "pathologic_complete_response"),
        ("No viable tumour cells were left.", "pathologic_complete_response"),
        ("The specimen consisted of total necrotic tissue.", "pathologic_complete_response"),
        ("Pathology identified no viable sarcoma elements.", "pathologic_complete_response"),
        ("No viable cells were seen in most sections.", "response"),
        ("Histology revealed disappearance of the tumour cells.", "pathologic_complete_response"),
        ("Histologically the mass had been completely replaced by scar tissue.", "pathologic_complete_response"),
        ("The specimen showed fibrosis without residual tumour.", "pathologic_complete_response"),
        ("The response was Huvos grade IV.", "pathologic_complete_response"),
    ],
)
def test_nodes_or_margins_free_of_tumour_are_no_pathologic_response(specimen: str, response: str) -> None:
    assert courses(SUNITINIB + "The mass shrank. Thymectomy was done. " + specimen)[0].response == response


def test_pathologic_response_goes_before_that_seen_on_scans() -> None:
    told = courses(SUNITINIB + "CT showed a complete response. Thymectomy was done. The pathologic response was complete.")
    assert told[0].response == "pathologic_complete_response"


@pytest.mark.parametrize(
    ("sentence", "response"),
    [
        ("Marrow blasts dropped from 70% to 3%.", "complete_response"),
        ("Marrow blasts dropped from 70% to 38%.", "response"),
        ("The smear showed no leukemic cells.", "complete_response"),
        ("BCR-ABL1 transcripts were undetectable.", "complete_response"),
        ("The blasts disappeared.", "complete_response"),
        ("The bone marrow normalised.", "complete_response"),
    ],
)
def test_response_of_an_acute_leukaemia(sentence: str, response: str | None) -> None:
    assert courses("A 50-year-old man with acute myeloid leukemia received azacitidine. " + sentence)[0].response == response


@pytest.mark.parametrize(
    ("sentence", "response"),
    [
        ("He reached CCyR nine months after starting nilotinib.", "complete_response"),
        ("He was in CHR.", "complete_response"),
        ("MMR was obtained within a year.", "response"),
        ("He had an MMR to nilotinib.", "response"),
        ("There was no major molecular response to nilotinib.", "no_response"),
        ("A major cytogenetic response was seen.", "response"),
    ],
)
def test_response_of_a_chronic_leukaemia(sentence: str, response: str | None) -> None:
    assert courses("A 50-year-old man with chronic myeloid leukemia received nilotinib. " + sentence)[0].response == response


@pytest.mark.parametrize(
    ("sentence", "response"),
    [
        ("The paraprotein became undetectable.", "complete_response"),
        ("The M-protein fell by 80%.", "partial_response"),
        ("The M-protein fell by 10%.", None),
        ("A monoclonal band was detectable.", None),
    ],
)
def test_response_of_a_myeloma(sentence: str, response: str | None) -> None:
    assert courses("A 50-year-old man with multiple myeloma received lenalidomide. " + sentence)[0].response == response


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("received sunitinib after the failure of second-line treatment. The mass shrank by half.", [("sunitinib", "partial_response")]),
        ("was given sunitinib after radiotherapy had failed, with unexpected success.", [("radiotherapy", "no_response"), ("sunitinib", "response")]),
        (
            "received cisplatin and pemetrexed followed by pemetrexed maintenance. A partial response was seen.",
            [("cisplatin+pemetrexed", "partial_response"), ("pemetrexed", None)],
        ),
        (
            "received cisplatin and pemetrexed with stable disease, followed by pemetrexed maintenance. CT then showed a partial response.",
            [("cisplatin+pemetrexed", "stable_disease"), ("pemetrexed", "partial_response")],
        ),
        ("received octreotide with a partial response, and a complete response was obtained by resection of the rest.", [("octreotide", "partial_response"), ("surgery", None)]),
        (
            "received cisplatin and etoposide. Thymectomy was done. No viable tumour cells were found in the thymus, but two nodes contained a few.",
            [("cisplatin+etoposide", None), ("surgery", None)],
        ),
        ("received octreotide. Octreotide was changed to everolimus because of stable disease.", [("octreotide", "stable_disease"), ("everolimus", None)]),
        ("received octreotide and was found to be in complete remission.", [("octreotide", "complete_response")]),
        ("received octreotide and was considered to be in remission.", [("octreotide", "response")]),
        ("received octreotide, and the disease was considered stable.", [("octreotide", "stable_disease")]),
        ("received octreotide. The mass shrank and new lesions had not appeared.", [("octreotide", "response")]),
        ("received octreotide. Everolimus was given for stable disease.", [("octreotide", None), ("everolimus", "stable_disease")]),
        ("received octreotide, which had initially shrunk the pleural nodules.", [("octreotide", "response")]),
        (
            "received cisplatin and etoposide. Thymectomy was done. Viable cells were found in a tenth of the thymus, and only fibrosis in the pleura.",
            [("cisplatin+etoposide", None), ("surgery", None)],
        ),
        ("received octreotide. Thymectomy was to follow after assessing the response to octreotide.", [("octreotide", None)]),
        ("received octreotide. The metastases regressed spontaneously.", [("octreotide", None)]),
        ("received octreotide. Everolimus was started because pleural effusion and liver metastases had appeared.", [("octreotide", "progressive_disease"), ("everolimus", None)]),
        ("received octreotide. Everolimus was begun after CT had shown new liver metastases.", [("octreotide", "progressive_disease"), ("everolimus", None)]),
        ("received octreotide. Everolimus was given, which led to treatment failure.", [("octreotide", None), ("everolimus", "no_response")]),
        (
            "received cisplatin and etoposide. Thymectomy was done. The histological effect was graded as Grade 3.",
            [("cisplatin+etoposide", "pathologic_complete_response"), ("surgery", None)],
        ),
    ],
)
def test_what_a_response_is_said_of(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(course.agents, course.response) for course in courses("A 60-year-old man with metastatic thymoma " + text)] == told


@pytest.mark.parametrize(
    ("specimen", "response"),
    [
        ("Pathology showed 95% necrosis.", "response"),
        ("A major pathologic response was found.", "partial_response"),
        ("The margins were free.", None),
    ],
)
def test_response_told_of_the_specimen(specimen: str, response: str | None) -> None:
    assert courses(SUNITINIB + "Thymectomy was done. " + specimen)[0].response == response


@pytest.mark.parametrize(
    "told",
    [
        "Rapid and pronounced effectiveness of sunitinib was found.",
        "Sunitinib was promptly and dramatically effective.",
        "It had outstanding efficacy.",
        "Sunitinib proved remarkably effective.",
        "The effect was observed early: marked clinical efficacy against the pleural lesions.",
    ],
)
def test_a_marked_effect(told: str) -> None:
    (course,) = courses(SUNITINIB + told)
    assert course.response == "response"


@pytest.mark.parametrize(
    "told",
    [
        "It was chosen for its marked efficacy in trials.",
        "Its outstanding efficacy is known.",
        "No marked efficacy was seen.",
        "It was not markedly effective.",
        "Loperamide was rapidly effective for diarrhoea.",
    ],
)
def test_a_marked_effect_not_seen_here(told: str) -> None:
    (course,) = courses(SUNITINIB + told)
    assert course.response in (None, "no_response")
