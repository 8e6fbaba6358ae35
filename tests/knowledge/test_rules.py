"""Rule files: fragments, common settings, and errors that name file and stanza."""

from pathlib import Path

import pytest

from caseextract.errors import KnowledgeError
from caseextract.knowledge.rules import rules


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("caseextract.knowledge.files.ROOT", tmp_path)
    rules.cache_clear()
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules" / "made.toml"


def test_a_stanza(written: Path) -> None:
    written.write_text(
        "kind = 'time'\n[fragments]\nn = '\\d+|{word}'\nword = 'two'\n"
        "[[rule]]\nname = 'months'\npattern = '(?P<n>{n}) months'\nanchors = ['month']\nvalue = { unit = 'month', factor = 1 }\nmatches = ['2 months']\n"
        "[[rule]]\nname = 'PFS'\nkind = 'survival'\ncase = true\npattern = 'PFS'\nmatches = ['PFS']\nignores = ['pfs']\n",
        encoding="utf-8",
    )
    months, survival = rules("made")
    assert (months.name, months.kind, months.anchors, dict(months.value)) == ("months", "time", ("month",), {"unit": "month", "factor": "1"})
    assert [bool(months.pattern.fullmatch(text)) for text in ("12 months", "TWO months", "three months")] == [True, True, False]
    assert (survival.kind, survival.ignores, survival.pattern.search("pfs")) == ("survival", ("pfs",), None)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[rule]\n", "made.toml: "),
        ("[[rule]]\nname = 'x'\nkind = 'k'\npattern = 'a'\n", "made.toml, rule 'x': matches is missing"),
        ("[[rule]]\nname = 'x'\nkind = 'k'\npattern = '('\nmatches = ['a']\n", "made.toml, rule 'x': "),
        ("[[rule]]\nname = 'x'\nkind = 'k'\npattern = '{gone}'\nmatches = ['a']\n", "made.toml, rule 'x': gone is missing"),
        ("[[rule]]\nkind = 'k'\npattern = 'a'\nmatches = ['a']\n", "name is missing"),
    ],
    ids=["no TOML", "no matches", "no pattern", "no such fragment", "no name"],
)
def test_errors_name_file_and_stanza(written: Path, text: str, complaint: str) -> None:
    written.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        _ = [rule.pattern.search("a") for rule in rules("made")]
