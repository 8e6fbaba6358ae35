"""The guide says what the page does."""

from __future__ import annotations

import re
from pathlib import Path

from caseextract.review.overlay import GONE
from caseextract.review.shares import DOUBTFUL

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")


def test_every_key_of_the_page_is_in_the_guide() -> None:
    script = (ROOT / "src/caseextract/review/static/curate.js").read_text(encoding="utf-8")
    table = script[script.index("const pressed = {") :]
    keys = re.findall(r'^    "?(.)"?: ', table[: table.index("\n  };")], re.MULTILINE)
    assert len(keys) == 11
    assert [key for key in keys if f"`{key}`" not in GUIDE] == []


def test_figures_and_files_named_in_the_guide_are_there() -> None:
    assert f"below {DOUBTFUL}" in GUIDE
    assert GONE.removeprefix("its ") in GUIDE
    assert (ROOT / "docs" / "images" / "review.png").is_file()
    assert (ROOT / "benchmarks" / "review" / "first_view.py").is_file()
