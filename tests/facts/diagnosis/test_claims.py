"""How a tumour is told of: as diagnosed, first, revised, of earlier years, in general."""

from __future__ import annotations

import pytest

from tests.facts.gathered import claimed, tumors


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The biopsy revealed melanoma.", {"diagnosed", "strong", "definite"}),
        ("Melanoma is a malignant tumor of melanocytes.", {"general"}),
        ("He had a history of melanoma.", {"past", "definite"}),
        ("The lesion was first interpreted as melanoma.", {"initial", "definite"}),
        ("The final diagnosis was melanoma.", {"diagnosed", "strong", "final", "definite"}),
        ("A melanoma was found incidentally.", {"strong", "incidental", "definite"}),
    ],
)
def test_what_is_claimed(text: str, flags: set[str]) -> None:
    (tumor, *_) = tumors(text)
    assert claimed(tumor) == flags
