"""Files that are either there whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

PARTIAL = ".partial"
_number = count()


def write(target: Path, content: bytes) -> None:
    """Write `content` so that a kill at any moment leaves the old file or the new one."""
    with replacing(target) as path, path.open("wb") as file:
        file.write(content)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write to that takes the place of `target` when the block ends well.

    It lies in the folder `.partial` beside the target, so that what a kill leaves behind is never taken for a record.
    """
    path = partial(target.parent) / f"{os.getpid()}-{next(_number)}-{target.name[-100:]}"
    try:
        yield path
        _to_disk(path)
        path.replace(target)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def partial(folder: Path) -> Path:
    """Where files of `folder` lie while they are being written."""
    found = folder / PARTIAL
    if not found.is_dir():
        found.mkdir(parents=True, exist_ok=True)
    return found


def clear(folder: Path) -> None:
    """Remove what interrupted writers left in `folder`."""
    left = folder / PARTIAL
    for path in left.glob("*"):
        path.unlink(missing_ok=True)
    if left.exists():
        left.rmdir()


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
