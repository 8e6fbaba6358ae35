"""This package: a text to its validated record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from targets import measure


def load(lexicons: Path) -> Callable[[str], Any]:
    from caseextract.pipeline import extract

    return extract


if __name__ == "__main__":
    measure(load)
