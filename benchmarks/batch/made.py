"""Folders of many articles, made by repeating a few."""

from __future__ import annotations

import random
from pathlib import Path

DAMAGES = {
    "empty.txt": b"",
    "blank.txt": b"  \n\n ",
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Cat",
    "noise.pdf": b"%PDF-1.4\n" + random.Random(3).randbytes(3000),
    "cut.xml": b'<?xml version="1.0"?><article><front><article-meta><title-group><article-title>A case',
    "not-an-archive.zip": b"PK\x03\x04 and no more",
    "odd \xe9 name [1] 'quoted'; $(x).txt".encode("latin-1").decode(
        "utf-8", "surrogateescape"
    ): b"A man with melanoma.",
}
"""Files that are to be told as failed (and one with an odd name that is to be done)."""


def texts_in(folder: Path) -> list[Path]:
    """The texts of a folder, in the order of their names."""
    found = sorted(folder.glob("*.txt"))
    if not found:
        raise SystemExit(f"{folder}: no *.txt in it")
    return found


def repeat(source: Path, target: Path, number: int) -> Path:
    """So many articles: each a text of `source` under a name of its own and with a last line of its own.

    Without that line the batch would tell them as duplicates.
    """
    target.mkdir(parents=True)
    texts = texts_in(source)
    for index in range(number):
        text = texts[index % len(texts)]
        copy = target / f"{text.stem}-{index:05}.txt"
        copy.write_bytes(text.read_bytes().rstrip() + f"\n\nCopy {index}.\n".encode())
    return target


def damage(folder: Path) -> None:
    """Put damaged files and odd names among the articles."""
    for name, content in DAMAGES.items():
        (folder / name).write_bytes(content)
