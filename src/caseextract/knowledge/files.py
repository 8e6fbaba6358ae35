"""Where the knowledge files are, inside the installed package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

ROOT: Traversable = files("caseextract.knowledge")


def lexicon_file(name: str) -> Traversable:
    """`lexicons/NAME.tsv`."""
    return ROOT / "lexicons" / f"{name}.tsv"


def rule_file(name: str) -> Traversable:
    """`rules/NAME.toml`."""
    return ROOT / "rules" / f"{name}.toml"


def every_file() -> list[Traversable]:
    """All knowledge files, in a stable order."""
    found = [item for folder in ("lexicons", "rules") for item in (ROOT / folder).iterdir()]
    return sorted((item for item in found if item.name.endswith((".tsv", ".toml"))), key=lambda item: item.name)
