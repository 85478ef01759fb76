"""The data set's folder: the tables of every report as it comes, then what needs them all."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Self

from pipeline.export.alignment import Doubts
from pipeline.export.csv import header, line
from pipeline.export.datapackage import datapackage
from pipeline.export.panel import Place, panel_lines
from pipeline.export.parquet import ParquetTable
from pipeline.export.projects import project_name
from pipeline.export.rows import Exported
from pipeline.export.schema import BY_REPORT, Column, Row, place, tables


class Dataset:
    """A data set being written into an empty folder.

    Used as a context: ``add`` and ``fail`` in the order of the files, then ``finish``; leaving closes its files.
    """

    def __init__(self, folder: Path, *, parquet: bool = False) -> None:
        self._folder = folder
        (folder / "texts").mkdir()
        (folder / "review").mkdir()
        self._tables = {name: _Table(folder, name, columns, parquet) for name, columns in tables().items()}
        self._doubts = Doubts()
        self._places: list[Place] = []

    def add(self, report: Exported) -> None:
        """Write one report's text and rows."""
        (self._folder / "texts" / f"{report.doc_id}.txt").write_bytes(report.text.encode("utf-8"))
        start = self._tables["observations"].size
        for name in BY_REPORT:
            self._tables[name].write(report.rows.get(name, ()))
        self._doubts.add(report.doubts)
        self._places.append(_place(report, start, self._tables["observations"].size))

    def fail(self, row: Row) -> None:
        """Write one row of failures.csv."""
        self._tables["failures"].write([row])

    def finish(self) -> None:
        """Write what needs every report: the panel, the review list, the package's description."""
        self._tables["observations"].close()
        for each in panel_lines(self._folder / place("observations"), self._places):
            self._tables["panel"].write([each.row])
            self._tables["conflicts"].write(each.conflicts)
        self._tables["alignment"].write(self._doubts.rows())
        write_json(self._folder / "datapackage.json", datapackage())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for table in self._tables.values():
            table.close()


class _Table:
    """One table's CSV and, on request, Parquet."""

    def __init__(self, folder: Path, name: str, columns: tuple[Column, ...], parquet: bool) -> None:
        self._columns = columns
        self._csv: BinaryIO = (folder / place(name)).open("wb")
        self.size = self._csv.write(header(columns).encode("utf-8"))  # in bytes
        self._parquet = ParquetTable(folder / place(name, "parquet"), columns) if parquet else None

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.size += self._csv.write(line(self._columns, row).encode("utf-8"))
            if self._parquet:
                self._parquet.write(row)

    def close(self) -> None:
        if self._csv.closed:
            return
        self._csv.close()
        if self._parquet:
            self._parquet.close()


def write_json(path: Path, content: object) -> None:
    """Write JSON for people: indented, Chinese as it is."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _place(report: Exported, start: int, end: int) -> Place:
    names = [column.name for column in tables()["documents"]]
    row = {name: str(value) for name, value in zip(names, report.rows["documents"][0], strict=True)}
    return Place(
        province=row["province"],
        prefecture=row["prefecture"],
        county=row["county"],
        admin_code=row["admin_code"],
        agency=row["agency"],
        report_type=row["report_type"],
        project=project_name(row["title"], row["agency"], row["report_type"]),
        doc_id=report.doc_id,
        start=start,
        end=end,
    )
