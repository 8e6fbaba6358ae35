"""Record → JSON, JSON Lines, CSV, Parquet; one module per format, tables listed here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from caseextract.exporters import csv, parquet
from caseextract.exporters.tables import Row
from caseextract.schema import ArticleRecord


class TableFormat(Protocol):
    """A module that writes flat tables, one file a table, named after the table with `SUFFIX`."""

    SUFFIX: str

    def available(self) -> bool:
        """Whether what it needs is installed."""
        ...

    def write(self, records: Iterable[ArticleRecord], folder: Path) -> None:
        """Write all tables of the records."""
        ...

    def write_table(self, path: Path, table: str, rows: Iterable[Row]) -> None:
        """Write one table from rows that are already flat."""
        ...


TABLE_FORMATS: tuple[TableFormat, ...] = (csv, parquet)
"""What a batch writes its tables in, where it is available."""
