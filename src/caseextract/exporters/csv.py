"""CSV: a folder of flat tables in UTF-8, one file a table; nothing stands for null, `true` and `false` for booleans."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from caseextract.exporters.tables import TABLES, Cell, Row, named, rows_of
from caseextract.schema import ArticleRecord

SUFFIX = ".csv"


def available() -> bool:
    """Always: the standard library writes it."""
    return True


def write(records: Iterable[ArticleRecord], folder: Path) -> None:
    """Write all tables of the records into `folder`, one pass, one record in memory."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {table: (folder / f"{table}{SUFFIX}").open("w", encoding="utf-8", newline="") for table in TABLES}
    try:
        writers = {table: csv.writer(file, lineterminator="\n") for table, file in files.items()}
        for table, writer in writers.items():
            writer.writerow(TABLES[table])
        for article, record in named(records):
            for table, rows in rows_of(record, article=article).items():
                writers[table].writerows(map(_written, rows))
    finally:
        for file in files.values():
            file.close()


def write_table(path: Path, table: str, rows: Iterable[Row]) -> None:
    """Write one table from rows that are already flat."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TABLES[table])
        writer.writerows(map(_written, rows))


def _written(row: Row) -> list[Cell]:
    return [str(cell).lower() if isinstance(cell, bool) else cell for cell in row]
