"""Damaged files of every format, through the real readers: each fails with its own error, and harms no other."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from caseextract.cli import app
from tests.batch.runs import lines
from tests.golden import SAMPLES

PDF, XML, HTML = (
    (SAMPLES / name).read_bytes()
    for name in ("colon-two-columns.pdf", "large-b-cell-lymphoma.xml", "gastric-conversion.html")
)
NOISE = random.Random(3).randbytes(3000)
DAMAGES: dict[str, tuple[bytes, str | None]] = {
    "pdf-head.pdf": (PDF[:200], "damaged"),
    "pdf-half.pdf": (PDF[: len(PDF) // 2], "damaged"),
    "pdf-without-end.pdf": (PDF[:-200], "damaged"),
    "pdf-noise.pdf": (b"%PDF-1.4\n" + NOISE, "damaged"),
    "pdf-empty.pdf": (b"", "empty"),
    "xml-head.xml": (XML[:120], "damaged"),
    "xml-half.xml": (XML[: len(XML) // 2], "damaged"),
    "xml-not-closed.xml": (XML.replace(b"</article>", b""), "damaged"),
    "xml-of-another-kind.xml": (b"<?xml version='1.0'?><invoice><total>3</total></invoice>", "damaged"),
    "xml-empty.xml": (b"<?xml version='1.0'?><article></article>", "empty"),
    "xml-noise.xml": (b"<?xml version='1.0'?><article>" + NOISE, "unknown_format"),
    "html-empty.html": (b"<!doctype html><html><body></body></html>", "empty"),
    "html-script.html": (b"<!doctype html><html><body><script>var a = 1</script></body></html>", "empty"),
    "html-noise.html": (b"<!doctype html><html><body>" + NOISE, "unknown_format"),
    "html-half.html": (HTML[: len(HTML) // 2], None),
    "text-blank.txt": (b" \n\n ", "empty"),
    "text-noise.txt": (NOISE, "unknown_format"),
    "whole.xml": (XML, None),
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (content, _) in DAMAGES.items():
        (folder / name).write_bytes(content)
    locked = Canvas(str(folder / "pdf-locked.pdf"), encrypt=StandardEncryption("secret"))
    locked.drawString(72, 700, "A 61-year-old woman")
    locked.save()
    scan = Canvas(str(folder / "pdf-scan.pdf"))
    scan.rect(50, 50, 300, 300, fill=1)
    scan.save()
    return folder


def test_each_damage_has_its_error(articles: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["batch", str(articles), "--out", str(tmp_path / "run"), "--workers", "1"])
    assert done.exit_code == 1
    expected = {name: error for name, (_, error) in DAMAGES.items()}
    expected |= {"pdf-locked.pdf": "encrypted", "pdf-scan.pdf": "no_text_layer"}
    assert {name: line.error for name, line in lines(tmp_path / "run").items()} == expected


def test_a_password_opens_what_was_locked(articles: Path, tmp_path: Path) -> None:
    command = ["batch", str(articles / "pdf-locked.pdf"), "--out", str(tmp_path / "run"), "--workers", "1"]
    assert CliRunner().invoke(app, command).exit_code == 1
    opened = CliRunner().invoke(app, [*command, "--password", "secret", "--retry-failed"])
    assert opened.exit_code == 0
    assert {name: line.state for name, line in lines(tmp_path / "run").items()} == {"pdf-locked.pdf": "done"}
