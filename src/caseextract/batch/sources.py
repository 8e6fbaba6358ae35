"""Where articles come from: folders, globs, lists (`@FILE`), JSON Lines, ZIP and TAR archives.

Every source is walked lazily and in an order that depends on its contents alone.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from glob import has_magic, iglob
from pathlib import Path

from caseextract.batch.names import told
from caseextract.errors import DamagedFile, FileMissing, ReadError, TooLarge
from caseextract.readers.editions import identifiers_told, left_aside, left_aside_by_name
from caseextract.settings import DEFAULT, Settings

SUFFIXES = frozenset({"", ".txt", ".text", ".htm", ".html", ".xhtml", ".pdf", ".xml", ".nxml", ".jats"})
"""What is taken for an article in a folder or archive; a file that is named itself is taken whatever its suffix."""

LEDGER = "ledger.sqlite"
"""The file by which the folder of a batch is known."""
_LINES = (".jsonl", ".ndjson")
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_NAMES = ("name", "id", "pmcid", "pmid", "doi")
_DAMAGES = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError)

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One article at its source.

    `article` says where it is and is unique; `name` is what the record calls its source, `stem` what its file is named
    after. `load` gives the contents or raises `ReadError`, until the next entry is asked for; `path` is set where
    workers can read a file of their own.
    """

    article: str
    name: str
    stem: str
    load: Callable[[], bytes]
    path: Path | None = None

    def sha256(self) -> str:
        """Digest of the contents; raises `ReadError`."""
        if self.path is None:
            return hashlib.sha256(self.load()).hexdigest()
        if self.path.exists() and not self.path.is_file():  # a pipe would keep its reader waiting for ever
            raise DamagedFile(f"{self.article}: no regular file")
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError as error:
            raise FileMissing(f"{self.article}: no such file") from error
        except OSError as error:
            raise DamagedFile(f"{self.article}: {error.strerror}") from error


@dataclass(frozen=True, kw_only=True)
class Walk:
    """One way through the sources: its bounds, and the suffixes of the files that were no articles."""

    settings: Settings = DEFAULT
    left_aside: Counter[str] = field(default_factory=Counter)
    again: bool = False
    """Whether it has been walked before, so that what is left aside was said then."""


def entries(sources: Iterable[str], walk: Walk | None = None) -> Iterator[Entry]:
    """All articles of all sources; the same article twice if it is named twice."""
    walk = walk or Walk()
    sources = list(sources)
    others = set(_others([Path(source).absolute() for source in sources if Path(source).is_file()], walk))
    for source in sources:
        if Path(source).absolute() not in others:
            yield from _of(source, walk)


def _others(files: Iterable[Path], walk: Walk) -> Iterator[Path]:
    """Those of the files that are further files of an article that is read from another of them."""
    for file, better in left_aside(files, identifiers_told).items():
        if not walk.again:
            log.info("%s: left aside for %s, of the same article", told(str(file)), told(better.name))
        yield file


def spelled_out(sources: Iterable[str]) -> list[str]:
    """The sources with every list `@FILE` replaced by what it names; standard input can be read but once."""
    found = []
    for source in sources:
        found += _listed(source[1:]) if source.startswith("@") else [source]
    return found


def _listed(name: str) -> list[str]:
    """The sources in a list, one a line, blank lines left out; `-` is standard input."""
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise FileMissing(f"@{name}: no such list of files") from error
    return [os.fsdecode(line) for line in raw.splitlines() if line.strip()]


def check(source: str) -> None:
    """Raise `FileMissing` for a source that names nothing at all, so that a slip of the pen is told at once."""
    path = Path(source[1:] if source.startswith("@") else source)
    if source != "@-" and not path.exists() and next(_matching(source), None) is None:
        raise FileMissing(f"{told(source)}: no such file, folder or pattern")


def _of(source: str, walk: Walk) -> Iterator[Entry]:
    # absolute: a batch goes on from whatever folder it is called
    path = Path(source).absolute()
    if not path.exists() and has_magic(source):
        files = sorted(file for file in _matching(str(path)) if not file.is_dir())
        others = set(_others(files, walk))
        for file in files:
            if file not in others:
                yield from _of_file(file, walk)
    elif path.is_dir():
        yield from _of_folder(path, walk)
    else:
        yield from _of_file(path, walk)


def _matching(pattern: str) -> Iterator[Path]:
    # Path.glob knows no absolute patterns
    if has_magic(pattern):
        yield from map(Path, iglob(pattern, recursive=True))  # noqa: PTH207


def _of_folder(folder: Path, walk: Walk) -> Iterator[Entry]:
    for parent, folders, files in os.walk(folder):
        if LEDGER in files:  # the folder of a batch, whose tracebacks and records are no articles
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = {name: Path(parent, name) for name in sorted(files) if not name.startswith(".")}
        articles = set(filter(_taken, paths))
        others = set(_others((paths[name] for name in sorted(articles)), walk)) if _mixed(articles) else set()
        for name, path in paths.items():
            if path in others:
                continue
            if name in articles or _archive(name):
                yield from _of_file(path, walk)
            else:
                walk.left_aside[_suffix(name)] += 1


def _of_file(path: Path, walk: Walk) -> Iterator[Entry]:
    open_up = _archive(path.name)
    where = told(str(path))
    if open_up and path.is_file():
        try:
            yield from open_up(path, where, walk)
        except _DAMAGES as error:
            log.warning("%s: broken off: %s", where, error)
            yield _unreadable(where, DamagedFile(f"{where}: damaged archive: {error}"))
    else:
        name = told(path.name)
        yield Entry(article=where, name=name, stem=_stem(name), load=path.read_bytes, path=path)


def _of_lines(path: Path, where: str, walk: Walk) -> Iterator[Entry]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _of_line(line, f"{where}!{number}", f"{_stem(told(path.name))}-{number}")


def _of_line(line: bytes, where: str, fallback: str) -> Entry:
    try:
        row = json.loads(line)
        text = row["text"].encode("utf-8", "replace")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        cause = DamagedFile(f'{where}: needs a JSON object with a "text": {error!r}')
        return _unreadable(where, cause)
    name = next((str(row[key]) for key in _NAMES if row.get(key)), fallback)
    name = name.encode("utf-8", "replace").decode()
    return Entry(article=where, name=name, stem=name, load=lambda: text)


def _of_zip(path: Path, where: str, walk: Walk) -> Iterator[Entry]:
    with zipfile.ZipFile(path) as archive:
        others = left_aside_by_name(name for name in archive.namelist() if _taken(name))
        for number, member in enumerate(archive.infolist()):
            if member.filename in others:
                continue
            if member.is_dir() or not _taken(member.filename):
                walk.left_aside[Path(member.filename).suffix] += not member.is_dir()
                continue
            namesake = archive.NameToInfo[member.filename] is not member
            load = partial(_load_zipped, archive, member, walk.settings.max_bytes)
            yield _of_member(where, member.filename, number if namesake else None, load)


def _load_zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, longest: int) -> bytes:
    if member.file_size > longest:
        raise TooLarge(f"{told(member.filename)}: larger than {longest} bytes")
    with archive.open(member) as file:
        return _bounded(file.read(longest + 1), member.filename, longest)


def _of_tar(path: Path, where: str, walk: Walk) -> Iterator[Entry]:
    seen: set[str] = set()
    others = left_aside_by_name(_names_in_tar(path))
    with tarfile.open(path, errorlevel=1) as archive:
        for number, member in enumerate(archive):
            if member.name in others:
                continue
            if not member.isfile() or not _taken(member.name):
                walk.left_aside[Path(member.name).suffix] += member.isfile()
                continue
            load = partial(_load_tarred, archive, member, walk.settings.max_bytes)
            yield _of_member(where, member.name, number if member.name in seen else None, load)
            seen.add(member.name)


def _names_in_tar(path: Path) -> Iterator[str]:
    """The articles' names, up to where the archive is damaged."""
    with suppress(*_DAMAGES), tarfile.open(path, errorlevel=1) as archive:
        yield from (member.name for member in archive if member.isfile() and _taken(member.name))


def _load_tarred(archive: tarfile.TarFile, member: tarfile.TarInfo, longest: int) -> bytes:
    if member.size > longest:
        raise TooLarge(f"{told(member.name)}: larger than {longest} bytes")
    file = archive.extractfile(member)
    content = file.read() if file else b""
    if len(content) < member.size:
        raise DamagedFile(f"{told(member.name)}: the archive ends inside it")
    return content


def _of_member(archive: str, name: str, number: int | None, load: Callable[[], bytes]) -> Entry:
    name = told(name)
    where = f"{archive}!{name}" if number is None else f"{archive}!{name}#{number}"
    base = name.rstrip("/").rpartition("/")[2]
    return Entry(article=where, name=base, stem=_stem(base), load=partial(_loaded, where, load))


def _loaded(where: str, load: Callable[[], bytes]) -> bytes:
    try:
        return load()
    except _DAMAGES as error:
        raise DamagedFile(f"{where}: {error}") from error


def _bounded(content: bytes, name: str, longest: int) -> bytes:
    if len(content) > longest:
        raise TooLarge(f"{told(name)}: larger than {longest} bytes")
    return content


def _unreadable(where: str, error: ReadError) -> Entry:
    def load() -> bytes:
        raise error

    name = where.rpartition("/")[2]
    return Entry(article=where, name=name, stem=name, load=load)


def _archive(name: str) -> Callable[[Path, str, Walk], Iterator[Entry]] | None:
    name = name.lower()
    if name.endswith(_LINES):
        return _of_lines
    if name.endswith(".zip"):
        return _of_zip
    return _of_tar if name.endswith(_TAR) else None


def _taken(name: str) -> bool:
    base = name.rpartition("/")[2]
    return not base.startswith(".") and not name.startswith("__MACOSX/") and _suffix(base).lower() in SUFFIXES


def _mixed(names: Iterable[str]) -> bool:
    """Whether there are several suffixes, so that files of one article may lie beside each other."""
    return len({_suffix(name) for name in names}) > 1


def _stem(name: str) -> str:
    suffix = _suffix(name)
    return name.removesuffix(suffix) if suffix.lower() in SUFFIXES or len(suffix) <= 6 else name


def _suffix(name: str) -> str:
    """As `PurePath.suffix` of a bare name, at a tenth of its cost."""
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""
