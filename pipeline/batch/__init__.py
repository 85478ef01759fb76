"""Many files to one data set: each is read through every stage, what fails is written down, the run goes on.

``inputs.py`` lists the files, an engine's workers read them, ``pipeline.export`` writes the tables in the order of the
files, ``output.py`` puts the finished folder in its place, ``describe.py`` writes run.json.
"""

from pipeline.batch.runner import run_batch
from pipeline.batch.summary import Progress, Summary

__all__ = ["Progress", "Summary", "run_batch"]
