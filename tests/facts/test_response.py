"""What happened to the disease, by category, and whether it did."""

import pytest

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
