"""What the batch and its workers say to each other: frozen, picklable values."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from caseextract.schema import Provenance
from caseextract.settings import DEFAULT, Settings

PIPELINE = "caseextract.pipeline:extract"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one article may cost."""

    seconds: float = 300.0
    """Wall time of one article; beyond it the worker is ended and replaced."""
    memory: int = 2 << 30
    """Bytes of address space that one article may add to its worker."""
    growth: int = 1 << 30
    """Bytes by which a worker's resident memory may grow over many articles before it is replaced."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """What a worker is told once, at its start.

    `extractor` is `module:function`, called like `caseextract.extract(content, name=…, settings=…)`.
    """

    extractor: str = PIPELINE
    settings: Settings = DEFAULT
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One article to be done.

    `source` is a file to read or the contents themselves. With a `target` the worker writes the record there; without,
    it sends the record back.
    """

    number: int
    article: str
    name: str
    source: Path | bytes
    target: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A worker has loaded language and knowledge; `memory` is its resident size in bytes."""

    provenance: Provenance
    memory: int


@dataclass(frozen=True, kw_only=True)
class Finished:
    """An article came to its end; `rows` are its flat tables as JSON, `record` its JSON if no target was named."""

    number: int
    sha256: str
    seconds: float
    memory: int
    reader: str
    cases: int
    facts: int
    rows: str
    record: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Broken:
    """An article did not come to its end; `code` and `kind` (the error's class) as in `caseextract.errors`."""

    number: int
    code: str
    kind: str
    message: str
    stage: str
    traceback: str = ""
    seconds: float = 0.0
    spent: bool = False
    """The worker has to be replaced: its memory is not to be trusted."""


Reply = Finished | Broken
