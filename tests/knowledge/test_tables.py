"""OncoTree, the table of histology and site, the stems, the confidences, and the version of all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseextract.errors import KnowledgeError
from caseextract.knowledge import Trust, ancestors, combinations, knowledge_version, ncit, stems, tissue, trusts


def test_the_way_up_the_tree() -> None:
    assert ancestors("LUAD")[0] == "NSCLC"
    assert ancestors("LUAD")[-1] == "LUNG"
    assert ancestors("NO SUCH CODE") == ()


def test_tissue_and_code() -> None:
    assert (tissue("SCLC"), ncit("SCLC")) == ("Lung", "C4917")
    assert (tissue("?"), ncit("?")) == ("", "")


def test_a_histology_at_a_site() -> None:
    assert combinations()["adenocarcinoma", "stomach"][0] == "STAD"


def test_stems() -> None:
    assert "kinase inhibitor" in stems()["tinib"].agent_class
    assert "tofacitinib" in stems()["tinib"].exclusions


def test_the_version_changes_with_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(*contents: str) -> str:
        files = [tmp_path / f"{number}.tsv" for number in range(len(contents))]
        for file, content in zip(files, contents, strict=True):
            file.write_text(content, encoding="utf-8")
        monkeypatch.setattr("caseextract.knowledge.version.every_file", lambda: files)
        knowledge_version.cache_clear()
        return knowledge_version()

    assert version("a", "b") == version("a", "b")
    assert len({version("a", "b"), version("a", "c"), version("ab", ""), version("a")}) == 4
    monkeypatch.undo()
    knowledge_version.cache_clear()


@pytest.fixture
def confidences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("caseextract.knowledge.tables.lexicon_file", lambda name: tmp_path / f"{name}.tsv")
    trusts.cache_clear()
    yield tmp_path / "confidence.tsv"
    trusts.cache_clear()


def test_rows_of_confidences(confidences: Path) -> None:
    confidences.write_text("# head\nkind\twhen\tconfidence\nsex\tby=pronoun & series=yes\t0.7\nsex\t\t0.95\n")

    assert trusts() == {"sex": (Trust((("by", "pronoun"), ("series", "yes")), 0.7), Trust((), 0.95))}
    assert [row.fits({"by": "pronoun", "series": "no"}) for row in trusts()["sex"]] == [False, True]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("sex\tpronoun\t0.7\n", "'pronoun' is not NAME=VALUE"),
        ("sex\t\t70 %\n", "'70 %' is no number"),
        ("sex\t\t70\n", "70 is not between 0 and 1"),
        ("sex\tby=pronoun\t0.7\n", "sex: no row for all others"),
        ("sex\t\t0.7\nsex\tby=pronoun\t0.7\n", "a row after the one for all others"),
    ],
)
def test_confidences_that_are_refused(confidences: Path, rows: str, message: str) -> None:
    confidences.write_text("kind\twhen\tconfidence\n" + rows)

    with pytest.raises(KnowledgeError, match=message):
        trusts()
