"""Tables and forms recovered from flattened text.

In: the normalised text of a report (as long as the report itself). Out: its tables in order, none overlapping, every
figure a cell with row head, column path and unit. ``find`` shows the way. Where marks (tabs, bars, one cell a line) tell the
cells, empty ones too (``marked``): lines to stretches (``stretches``), stretches to rows of cells (``rows``), rows to bands under
head rows (``bands``), head rows to columns (``columns``), bands to cells (``build``, ``place``). Where they do
not, or lost every empty cell (``bare``): ``loose/``.
A file format that knows its cells hands them over as grids (``grids``), which are read by the same code as marked tables.
Both know titles and declared units (``titles``), what heads mean (``words``) and which unit a figure has (``units``); the
published forms stand in ``resources/account_tables.toml`` (``standard``).
"""

from __future__ import annotations

from pipeline.structure.tables.find import find_tables

__all__ = ["find_tables"]
