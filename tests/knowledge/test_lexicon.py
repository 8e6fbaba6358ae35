"""Lexicons: what a row means, and errors that name file and line."""

from pathlib import Path

import pytest

from caseextract.errors import KnowledgeError
from caseextract.knowledge.lexicon import lexicon, split

HEAD = "# made for a test\nlabel\tsynonyms\tabbreviations\tclass\tsource\n"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("caseextract.knowledge.files.ROOT", tmp_path)
    lexicon.cache_clear()
    (tmp_path / "lexicons").mkdir()
    return tmp_path / "lexicons" / "made.tsv"


def test_a_row(written: Path) -> None:
    written.write_text(HEAD + "imatinib\tGleevec | Glivec\tIM\tkinase inhibitor|small molecule\tWHO\n", encoding="utf-8")
    entry = lexicon("made")["imatinib"]
    assert (entry.label, entry.synonyms, entry.abbreviations) == ("imatinib", ("Gleevec", "Glivec"), ("IM",))
    assert entry.get("source") == "WHO"
    assert entry.get("no such column") == ""
    assert entry.listed("class") == ("kinase inhibitor", "small molecule")


def test_rows_keep_their_order(written: Path) -> None:
    written.write_text(HEAD + "b\t\t\t\tx\n\n# a remark\na\t\t\t\tx\n", encoding="utf-8")
    assert list(lexicon("made")) == ["b", "a"]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("a\tb\n", "made.tsv, line 3: 2 cells where the header has 5"),
        ("\tb\t\t\tx\n", "made.tsv, line 3: no label"),
        ("a\t\t\t\tx\na\t\t\t\tx\n", "made.tsv, line 4: 'a' stands twice"),
    ],
)
def test_errors_name_file_and_line(written: Path, row: str, complaint: str) -> None:
    written.write_text(HEAD + row, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        lexicon("made")


def test_rows_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        lexicon("agents")["new"] = None  # type: ignore[index]


def test_lists() -> None:
    assert split(" a | b||") == ("a", "b")
    assert split("") == ()
