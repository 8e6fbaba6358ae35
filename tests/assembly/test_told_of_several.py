"""Events that are told of several courses at once."""

import pytest

from tests.assembly.vignettes import courses

THYMOMA = "A 60-year-old man with metastatic thymoma "


def responses(text: str) -> list[tuple[str, str | None]]:
    return [(course.agents, course.response) for course in courses(THYMOMA + text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "received imatinib, with a partial response; nilotinib, later bosutinib, both failed.",
            [("imatinib", "partial_response"), ("nilotinib", "no_response"), ("bosutinib", "no_response")],
            id="both",
        ),
        pytest.param(
            "was given topotecan and then nivolumab, both being ineffective.",
            [("topotecan", "no_response"), ("nivolumab", "no_response")],
            id="both being",
        ),
        pytest.param(
            "received topotecan, then nivolumab, without benefit.",
            [("topotecan", "no_response"), ("nivolumab", "no_response")],
            id="one after another, without benefit",
        ),
        pytest.param(
            "received topotecan, then nivolumab and then sunitinib; however, the disease was refractory to these drugs.",
            [("topotecan", "no_response"), ("nivolumab", "no_response"), ("sunitinib", "no_response")],
            id="to these drugs",
        ),
        pytest.param(
            "received topotecan and then nivolumab. He was refractory to both.", [("topotecan", "no_response"), ("nivolumab", "no_response")], id="to both"
        ),
        pytest.param(
            "received topotecan and later sunitinib, which resulted in stable disease and a partial response, respectively.",
            [("topotecan", "stable_disease"), ("sunitinib", "partial_response")],
            id="respectively",
        ),
        pytest.param(
            "received topotecan, then sunitinib, with partial responses.",
            [("topotecan", "partial_response"), ("sunitinib", "partial_response")],
            id="responses",
        ),
        pytest.param(
            "was treated with topotecan and later with sunitinib, with a partial response.", [("topotecan", None), ("sunitinib", "partial_response")], id="a response"
        ),
        pytest.param(
            "received topotecan, which failed, as did everolimus.", [("topotecan", "no_response"), ("everolimus", "no_response")], id="as did"
        ),
        pytest.param(
            "received sunitinib after two lines of chemotherapy had failed.",
            [("chemotherapy", "no_response"), ("chemotherapy", "no_response"), ("sunitinib", None)],
            id="counted lines",
        ),
        pytest.param(
            "received sunitinib, to which everolimus was added owing to insufficient response.",
            [("sunitinib", "no_response"), ("sunitinib+everolimus", None)],
            id="why a drug was added",
        ),
        pytest.param(
            "received everolimus. Dexamethasone was given for oedema. A partial response was seen.",
            [("everolimus", "partial_response")],
            id="not of steroids",
        ),
        pytest.param("received imatinib, but lost the response.", [("imatinib", "response")], id="a response that was lost"),
        pytest.param("received sunitinib. It achieved no more than stable disease.", [("sunitinib", "stable_disease")], id="no more than"),
    ],
)
def test_responses_of_several(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert responses(text) == expected


def test_the_state_before_a_transplant_is_no_response_to_it() -> None:
    text = (
        "A 30-year-old man with acute myeloid leukemia received cytarabine, with a complete remission. Allogeneic stem cell "
        "transplantation was performed while in CR."
    )
    assert [(course.agents, course.response) for course in courses(text)] == [("cytarabine", "complete_response"), ("transplant", None)]


@pytest.mark.parametrize(
    "words",
    [
        "As the nodules were resistant to everolimus, axitinib was tried.",
        "The metastases being unresponsive to everolimus, axitinib was commenced.",
        "Since the tumour was refractory to everolimus, axitinib was given.",
        "His disease proved resistant to everolimus, and axitinib was introduced.",
        "The lesions being insensitive to everolimus, axitinib was chosen.",
    ],
)
def test_what_was_begun_after_the_failure_did_not_fail(words: str) -> None:
    found = courses("A 59-year-old man had metastatic renal cell carcinoma. " + words)
    assert [(course.agents, course.response) for course in found] == [("everolimus", "no_response"), ("axitinib", None)]


@pytest.mark.parametrize("words", ["He was refractory to everolimus and axitinib.", "The disease was resistant to everolimus, then axitinib, and he died."])
def test_all_that_failed(words: str) -> None:
    found = courses("A 59-year-old man had metastatic renal cell carcinoma. " + words)
    assert [course.agents for course in found] == ["everolimus", "axitinib"]


@pytest.mark.parametrize(
    ("words", "agents"),
    [
        ("As the disease was refractory to sorafenib, durvalumab and tremelimumab were started.", ["sorafenib", "durvalumab+tremelimumab"]),
        ("Since the nodules did not respond to sorafenib, cisplatin and gemcitabine were given.", ["sorafenib", "cisplatin+gemcitabine"]),
        ("After failing sorafenib, oxaliplatin, fluorouracil and bevacizumab were administered.", ["sorafenib", "oxaliplatin+fluorouracil+bevacizumab"]),
        ("On progression under sorafenib, durvalumab and tremelimumab were introduced.", ["sorafenib", "durvalumab+tremelimumab"]),
        ("Because of resistance to sorafenib and lenvatinib, regorafenib was chosen.", ["sorafenib", "lenvatinib", "regorafenib"]),
        ("After failing sorafenib, lenvatinib and regorafenib, he was given ramucirumab.", ["sorafenib", "lenvatinib", "regorafenib", "ramucirumab"]),
        ("He was given durvalumab and tremelimumab.", ["durvalumab+tremelimumab"]),
        ("After biopsy, oxaliplatin, fluorouracil and bevacizumab were administered.", ["oxaliplatin+fluorouracil+bevacizumab"]),
    ],
)
def test_what_failed_and_what_was_begun(words: str, agents: list[str]) -> None:
    found = courses("A 59-year-old man had hepatocellular carcinoma with lung metastases. " + words)
    assert [course.agents for course in found] == agents
