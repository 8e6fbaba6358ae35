"""Where articles are done: in processes of this machine, or on a cluster. One module per engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from caseextract.batch.tasks import Reply, Task
from caseextract.schema import Provenance


class Engine(Protocol):
    """Does tasks, in any order, each exactly one reply; takes a task from the iterable only when it can start soon."""

    def provenance(self) -> Provenance:
        """The versions that the engine's workers run."""
        ...

    def replies(self, tasks: Iterable[Task]) -> Iterator[Reply]:
        """One reply for each task, as they come."""
        ...

    def close(self) -> None:
        """End all workers."""
        ...
