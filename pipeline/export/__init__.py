"""Reports to the tables of the data set.

``export(report)`` turns one report into its rows (in a worker); ``Dataset`` writes the rows of one report after the
other as CSV and, on request, Parquet (in the parent), and at the end what needs them all: the panel, the review list,
the data package. The columns stand in ``tables.csv``, in this folder.
"""

from pipeline.export.dataset import Dataset
from pipeline.export.rows import Exported, export

__all__ = ["Dataset", "Exported", "export"]
