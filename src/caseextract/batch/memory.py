"""How large this process is, and a lid on it. Lids need Linux; elsewhere they are left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_STATM = Path("/proc/self/statm")
_UNLIMITED = -1


def virtual() -> int:
    """Address space of this process in bytes; 0 where it cannot be told."""
    return _pages()[0] * _page_size()


def resident() -> int:
    """Resident memory of this process in bytes; 0 where it cannot be told."""
    return _pages()[1] * _page_size()


@contextmanager
def lid(allowance: int) -> Iterator[None]:
    """Let the process take `allowance` more bytes of address space, then raise `MemoryError`.

    The lid is counted from the present size, so that what earlier articles left behind is not charged to this one.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = virtual() + allowance
    ceiling = min((bound for bound in (soft, hard) if bound != _UNLIMITED), default=wanted)
    resource.setrlimit(resource.RLIMIT_AS, (min(wanted, ceiling), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _pages() -> tuple[int, int]:
    if not _STATM.exists():
        return 0, 0
    size, kept, *_ = _STATM.read_text().split()
    return int(size), int(kept)


def _page_size() -> int:
    import resource

    return resource.getpagesize()
