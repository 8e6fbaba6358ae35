"""OncoTree, the table of histology and site, the stems, and the version of all."""

from pathlib import Path

import pytest

from caseextract.knowledge import ancestors, combinations, knowledge_version, ncit, stems, tissue


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
