"""Whether the cue of its sentence bears on a tumour."""

from __future__ import annotations

import pytest

from tests.facts.gathered import claimed, tumors


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The lesion was suspicious for melanoma.", {"diagnosed", "unsure"}),
        ("There was no melanoma.", {"denied"}),
        ("The specimen was negative for keratin, consistent with melanoma.", {"diagnosed", "strong", "definite"}),
    ],
)
def test_what_the_cue_bears_on(text: str, flags: set[str]) -> None:
    (tumor, *_) = tumors(text)
    assert claimed(tumor) == flags
