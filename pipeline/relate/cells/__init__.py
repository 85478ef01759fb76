"""Figures of tables and forms to statements: the heads say what is measured, of which measure and year.

In: the layout's tables, the entities found in their cells, the facts of the report. Out: one statement an entity that
states something, with the total it is part of. ``measures`` reads heads, ``names`` cuts the indicator's span,
``parts`` finds totals.
"""

from __future__ import annotations

from pipeline.relate.cells.relate import relate_cells

__all__ = ["relate_cells"]
