"""Figures to columns where empty cells vanished: what the sums along a row allow, what the rows below add up to.

A row prints k figures for n columns, in order. Its candidates are the ways to lay them out that satisfy the sums of the
form (``layouts``); a total above rows keeps only the candidates that the rows can add up to, column by column
(``totals``). Amounts are whole numbers (of the last printed digit).
"""

from __future__ import annotations

from pipeline.structure.tables.placing.layouts import Form, Layout, Node, Placed
from pipeline.structure.tables.placing.rows import place_rows

__all__ = ["Form", "Layout", "Node", "Placed", "place_rows"]
