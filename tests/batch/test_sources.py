from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseextract.batch import sources
from caseextract.batch.sources import Entry, Walk, check, entries, spelled_out
from caseextract.errors import CaseExtractError, DamagedFile, FileMissing, TooLarge
from caseextract.settings import Settings


def found(*sources: Path | str, walk: Walk | None = None) -> list[Entry]:
    return list(entries([str(source) for source in sources], walk))


def contents(*sources: Path | str) -> list[tuple[str, str, bytes]]:
    walked = entries([str(source) for source in sources])
    return [(entry.name, entry.stem, entry.load()) for entry in walked]


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.pdf", "deep/.hidden.txt", ".git/x.txt", "picture.png", "README"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    walk = Walk()

    names = [entry.name for entry in found(tmp_path, walk=walk)]

    assert names == ["README", "a.html", "b.txt", "c.pdf"]
    assert walk.left_aside == Counter({".png": 1})


def test_of_several_files_of_one_article_one_is_taken(tmp_path: Path) -> None:
    for name in ("a.html", "a.pdf", "b.txt", "b/a.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>x</p>" if name == "a.html" else "%PDF-1.4 x" if name != "b.txt" else "x")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive, tarfile.open(tmp_path / "more.tar", "w") as other:
        for name in ("a.html", "a.pdf"):
            archive.write(tmp_path / name, f"x/{name}")
            other.add(tmp_path / name, f"x/{name}")
    walk = Walk()

    assert [entry.name for entry in found(tmp_path, walk=walk)] == ["a.html", "b.txt", "a.html", "a.html", "a.pdf"]
    assert walk.left_aside == Counter()
    assert [entry.name for entry in found(f"{tmp_path}/a.*")] == ["a.html"]
    assert [entry.name for entry in found(tmp_path / "a.pdf", tmp_path / "b.txt", tmp_path / "a.html")] == ["b.txt", "a.html"]
    assert [entry.name for entry in found(tmp_path / "a.pdf", tmp_path / "b" / "a.pdf")] == ["a.pdf", "a.pdf"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "report.odd").write_text("x")

    assert contents(tmp_path / "report.odd") == [("report.odd", "report", b"x")]


def test_globs_lists_and_their_misses(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "[odd].txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "wanted").write_text(f"{tmp_path}/b.txt\n\n{tmp_path}/gone.txt\n")

    assert [entry.name for entry in found(f"{tmp_path}/?.txt")] == ["a.txt", "b.txt"]
    assert [entry.name for entry in found(f"{tmp_path}/[odd].txt")] == ["[odd].txt"]
    listed = found(*spelled_out([f"@{tmp_path}/wanted"]))
    assert [entry.name for entry in listed] == ["b.txt", "gone.txt"]
    with pytest.raises(FileMissing):
        listed[1].sha256()
    for nowhere in ("gone", "g*ne", "@gone"):
        with pytest.raises(FileMissing):
            check(f"{tmp_path}/{nowhere}" if nowhere[0] != "@" else f"@{tmp_path}/gone")


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        '{"id": "PMC1", "text": "one"}',
        "",
        '{"text": "two"}',
        "not json",
        '{"id": "x"}',
        '{"pmid": 7, "text": "3"}',
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(rows))

    one, two, bad, without, three = found(tmp_path)

    assert [(entry.name, entry.load()) for entry in (one, two, three)] == [
        ("PMC1", b"one"),
        ("many-3", b"two"),
        ("7", b"3"),
    ]
    assert [entry.article.rpartition("!")[2] for entry in (one, two, bad, without, three)] == ["1", "3", "4", "5", "6"]
    for entry in (bad, without):
        with pytest.raises(DamagedFile):
            entry.load()


def test_zip_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/one.txt", "1")
        archive.writestr("../../two.txt", "2")
        archive.writestr("__MACOSX/._one.txt", "x")
        archive.writestr("picture.png", "x")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("in/one.txt", "1 again")

    assert contents(tmp_path) == [("one.txt", "one", b"1"), ("two.txt", "two", b"2"), ("one.txt", "one", b"1 again")]
    assert len({entry.article for entry in found(tmp_path)}) == 3


@pytest.mark.parametrize("kind", ["tar", "tar.gz", "tar.xz"])
def test_tar_members(tmp_path: Path, kind: str) -> None:
    with tarfile.open(tmp_path / f"a.{kind}", f"w:{kind[4:]}") as archive:  # type: ignore[call-overload]
        for name, content in (("in/one.txt", b"1"), ("/etc/two.nxml", b"2"), ("in/one.txt", b"3"), ("x.png", b"4")):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)

    assert contents(tmp_path) == [("one.txt", "one", b"1"), ("two.nxml", "two", b"2"), ("one.txt", "one", b"3")]


def test_damaged_archives_are_told_and_what_stands_before_the_damage_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and no more")
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        for name in ("one.txt", "two.txt"):
            member = tarfile.TarInfo(name)
            member.size = 2000
            archive.addfile(member, io.BytesIO(b"x" * 2000))
    (tmp_path / "b.tar").write_bytes((tmp_path / "b.tar").read_bytes()[: 512 + 2048 + 512 + 700])

    told = []
    for entry in entries([str(tmp_path)]):
        try:
            told.append((entry.name, str(len(entry.load()))))
        except CaseExtractError as error:
            told.append((entry.name, error.code))

    assert told == [("a.zip", "damaged"), ("one.txt", "2000"), ("two.txt", "damaged"), ("b.tar", "damaged")]


def test_members_beyond_the_bounds_are_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", "0" * 5000)

    for entry in entries([str(tmp_path)], Walk(settings=Settings(max_bytes=1000))):
        with pytest.raises(TooLarge):
            entry.load()


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems know no such names")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(b"x")

    (entry,) = found(tmp_path)

    assert entry.name == "caf\\xe9.txt"
    assert entry.sha256() == hashlib.sha256(b"x").hexdigest()
    json.dumps(entry.article).encode()


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere")

    codes = []
    for entry in found(tmp_path):
        with pytest.raises(CaseExtractError) as caught:
            entry.sha256()
        codes.append(caught.value.code)

    assert codes == ["missing", "damaged"]


def test_the_folders_of_batches_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "run/tracebacks").mkdir(parents=True)
    (tmp_path / "run/ledger.sqlite").touch()
    (tmp_path / "run/tracebacks/one.txt").touch()
    (tmp_path / "one.txt").touch()

    assert [entry.name for entry in found(tmp_path)] == ["one.txt"]


@given(st.text(st.characters(exclude_characters="/\0"), min_size=1).filter(lambda name: name not in (".", "..")))
def test_a_suffix_is_that_of_pathlib(name: str) -> None:
    assert sources._suffix(name) == PurePath(name).suffix
