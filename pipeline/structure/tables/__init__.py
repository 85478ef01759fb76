"""Tables and forms recovered from flattened text.

In: the normalised text of a report (as long as the report itself). Out: its tables in order, none overlapping, every
figure a cell with row head, column path and unit. The way: lines to stretches that look tabular (stretches), stretches to
rows of cells (rows), rows to bands under head rows (bands), head rows to columns (columns), bands to cells (build).
"""

from __future__ import annotations

from pipeline.records import Table
from pipeline.structure.tables.find import find_tables

__all__ = ["Table", "find_tables"]
