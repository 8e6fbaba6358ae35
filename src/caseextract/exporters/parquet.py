"""Parquet: a folder of flat tables, one file a table, with typed columns. Needs the extra `tables`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from caseextract.errors import MissingExtra
from caseextract.exporters.tables import TABLES, Row, named, rows_of
from caseextract.schema import ArticleRecord

SUFFIX = ".parquet"
_GROUP = 2_000
"""Rows in memory at a time, and in a row group of the file."""


def available() -> bool:
    """Whether pyarrow is installed and can be used."""
    try:
        _pyarrow()
    except MissingExtra:
        return False
    return True


def write(records: Iterable[ArticleRecord], folder: Path) -> None:
    """Write all tables of the records into `folder`; the flat rows of all records are held in memory."""
    flat: dict[str, list[Row]] = {table: [] for table in TABLES}
    for article, record in named(records):
        for table, rows in rows_of(record, article=article).items():
            flat[table] += rows
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in flat.items():
        write_table(folder / f"{table}{SUFFIX}", table, rows)


def write_table(path: Path, table: str, rows: Iterable[Row]) -> None:
    """Write one table from rows that are already flat, a group of rows at a time."""
    arrow, parquet = _pyarrow()
    schema = arrow.schema([(name, _arrow_type(arrow, kind)) for name, kind in TABLES[table].items()])
    with parquet.ParquetWriter(path, schema) as writer:
        for group in _groups(rows):
            columns = [list(column) for column in zip(*group, strict=True)]
            writer.write_table(arrow.Table.from_arrays(list(map(arrow.array, columns, schema.types)), schema=schema))


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while group := list(islice(remaining, _GROUP)):
        yield group


def _arrow_type(arrow: Any, kind: type) -> Any:
    return {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}[kind]


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        # pyarrow may be there and still refuse: 26 wants NumPy 2, scispaCy NumPy 1
        raise MissingExtra(f"Parquet needs pyarrow ({error}): pip install 'caseextract[tables]'") from error
    return pyarrow, pyarrow.parquet
