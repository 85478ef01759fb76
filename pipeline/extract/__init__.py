"""Blocks and cells in, quantities and dates out, in document order.

``quantities`` reads a running text; ``cells`` a table cell, whose unit may stand in its head.
"""

from pipeline.extract.layout import extract
from pipeline.extract.quantities import quantities

__all__ = ["extract", "quantities"]
