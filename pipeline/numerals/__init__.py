"""Chinese and Arabic numbers, magnitudes and units: pure functions over short strings, used by several stages.

``read_number`` turns a written number into exact decimals; ``patterns`` holds the regular expressions of written
numbers; ``units`` reads the table of units in ``resources/units.csv``.
"""

from pipeline.numerals.numbers import Number, read_number
from pipeline.numerals.units import Unit

__all__ = ["Number", "Unit", "read_number"]
