from __future__ import annotations

import csv as standard_csv
import json as standard_json
from pathlib import Path

import pytest

from caseextract.errors import MissingExtra, RecordError
from caseextract.exporters import csv, json, jsonl, parquet
from caseextract.exporters.tables import TABLES, facts_in, rows_of
from caseextract.schema import ArticleRecord
from tests.batch.stand_in import record

RECORDS = [
    record("A woman with adenocarcinoma, EGFR mutated; gefitinib.", name="first.txt"),
    record('Nothing "here",\nbut layout: {\n  }', name="empty.txt"),
    record("adenocarcinoma = ü\u2028EGFR"),
]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(standard_csv.DictReader(file))


def test_rows_fit_their_columns() -> None:
    for one in RECORDS:
        for name, rows in rows_of(one, article="a").items():
            for row in rows:
                assert len(row) == len(TABLES[name])
                for cell, kind in zip(row, TABLES[name].values(), strict=True):
                    assert cell is None or type(cell) is kind or (kind is float and type(cell) is int)


def test_csv(tmp_path: Path) -> None:
    csv.write(RECORDS, tmp_path)

    assert [(row["article"], row["sex"]) for row in table(tmp_path, "cases")] == [
        ("first.txt", "female"),
        (RECORDS[2].source.sha256[:12], ""),
    ]
    (course,) = table(tmp_path, "treatments")
    told = {
        "agents": "gefitinib",
        "agent_codes": "ncit:C1855",
        "line_stated": "1",
        "progressed": "true",
        "pfs_months": "9.5",
    }
    assert {name: course[name] for name in told} == told
    first = table(tmp_path, "diagnoses")[0]
    assert (first["stages"], first["quote"], first["start"]) == ("AJCC IV", "adenocarcinoma", "13")
    assert [row["variant"] for row in table(tmp_path, "alterations")] == ["L858R", "L858R"]


def test_parquet_says_the_same_with_types(tmp_path: Path) -> None:
    if not parquet.available():
        pytest.skip("the extra tables is not installed")
    from pyarrow.parquet import read_table

    parquet.write(RECORDS, tmp_path)
    csv.write(RECORDS, tmp_path)

    for name, columns in TABLES.items():
        found = read_table(tmp_path / f"{name}.parquet")
        assert found.column_names == list(columns)
        assert found.num_rows == len(table(tmp_path, name))
    (course,) = read_table(tmp_path / "treatments.parquet").to_pylist()
    assert (course["progressed"], course["pfs_months"], course["line_stated"]) == (True, 9.5, 1)


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingExtra, match=r"pip install 'caseextract\[tables\]'"):
        parquet.write(RECORDS, tmp_path)
    assert not parquet.available()


def test_json_comes_back(tmp_path: Path) -> None:
    json.write(RECORDS[0], tmp_path / "a.json")

    assert json.read(tmp_path / "a.json") == RECORDS[0]
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(RecordError, match=r"a\.json"):
        json.read(tmp_path / "a.json")


def test_json_lines_come_back_one_a_line(tmp_path: Path) -> None:
    jsonl.write(RECORDS, tmp_path / "a.jsonl")

    assert list(jsonl.read(tmp_path / "a.jsonl")) == RECORDS
    lines = (tmp_path / "a.jsonl").read_bytes().split(b"\n")
    assert len(lines) == len(RECORDS) + 1
    assert [standard_json.loads(line)["source"]["text"] for line in lines[:-1]] == [one.source.text for one in RECORDS]


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    jsonl.write(RECORDS[:1], tmp_path / "a.jsonl")
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write("{}\n")

    with pytest.raises(RecordError, match="line 2"):
        list(jsonl.read(tmp_path / "a.jsonl"))


def test_facts_are_counted() -> None:
    assert [facts_in(one) for one in RECORDS] == [5, 0, 3]
    assert isinstance(RECORDS[0], ArticleRecord)
