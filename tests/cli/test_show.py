from __future__ import annotations

from pathlib import Path

from PIL import Image
from typer.testing import CliRunner

from caseextract import extract
from caseextract.cli import app
from caseextract.readers import read
from caseextract.schema import ArticleRecord
from caseextract.schema.article import Article
from caseextract.schema.source import Value

from ..readers.pdfs import two_columns


def record_of(content: bytes) -> ArticleRecord:
    report = read(content)
    start = report.text.index("left03")
    value = Value[str](value="left03", evidence=(report.evidence(start, start + 6),))
    return extract(content).model_copy(update={"article": Article(journal=value)})


def test_a_value_is_marked_on_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(two_columns())
    (tmp_path / "a.json").write_text(record_of(two_columns()).to_json(), encoding="utf-8")
    where = tmp_path / "page.png"
    command = ["show", str(tmp_path / "a.json"), "--pdf", str(tmp_path / "a.pdf"), "--page", "1", "-o", str(where)]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "1 marked" in result.output
    with Image.open(where) as picture:
        red, _, blue = picture.convert("RGB").split()
    assert any(r > 200 and b < 180 for r, b in zip(red.tobytes(), blue.tobytes(), strict=True))


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(two_columns())
    (tmp_path / "a.json").write_text(record_of(two_columns()).to_json(), encoding="utf-8")
    result = CliRunner().invoke(
        app, ["show", str(tmp_path / "a.json"), "--pdf", str(tmp_path / "a.pdf"), "--page", "7"]
    )
    assert result.exit_code == 2
    assert "pages 1 to 1" in result.output
