"""In which stage of the pipeline something went wrong, told from the files of a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import TracebackType

_MODULE = re.compile(r"caseextract[/\\](\w+)")
_BELOW = frozenset({"schema", "knowledge", "errors", "settings"})
_ABOVE = frozenset({"batch", "pipeline", "cli"})


def stage_of(traceback: TracebackType | None) -> str:
    """The innermost stage in an exception's traceback."""
    files = []
    while traceback is not None:
        files.append(traceback.tb_frame.f_code.co_filename)
        traceback = traceback.tb_next
    return _innermost(reversed(files))


def stage_in_dump(dump: str) -> str:
    """The innermost stage in a dump of `faulthandler`, which lists the most recent call first."""
    return _innermost(re.findall(r'File "([^"]+)"', dump))


def _innermost(files: Iterable[str]) -> str:
    modules: list[str] = [found[-1] for file in files if (found := _MODULE.findall(file))]
    for unwanted in (_BELOW | _ABOVE, _ABOVE):
        for module in modules:
            if module not in unwanted:
                return module
    return "pipeline"
