"""Rows to Parquet, in groups, so that memory does not grow with the data set."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.export.schema import Column, Row

_GROUP_ROWS = 50_000


class ParquetTable:
    """A Parquet file that takes rows; decimals are kept as text, digit for digit."""

    def __init__(self, path: Path, columns: tuple[Column, ...]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
        self._schema = pa.schema([(column.name, kinds.get(column.kind, pa.string())) for column in columns])
        self._writer: Any = pq.ParquetWriter(path, self._schema)
        self._waiting: list[Row] = []

    def write(self, row: Row) -> None:
        self._waiting.append(row)
        if len(self._waiting) >= _GROUP_ROWS:
            self._flush()

    def close(self) -> None:
        if self._waiting:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa

        columns = [list(values) for values in zip(*self._waiting, strict=True)]
        arrays = [pa.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._waiting.clear()
