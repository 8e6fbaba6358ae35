"""The report's own short forms: drugs under their short form, and acronyms that mean something else here."""

import pytest

from tests.examples import check


@pytest.mark.parametrize(
    "annotated",
    [
        "He received [mogamulizumab](agent label=mogamulizumab) (MOG). [MOG](agent label=mogamulizumab matched_by=abbreviation) was stopped.",
        "Flow cytometry (FCM) was normal. Repeated FCM was normal. {no regimen}",
    ],
)
def test_short_forms_of_the_report(annotated: str) -> None:
    check(annotated)
