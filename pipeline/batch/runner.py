"""The run: files in, an engine's outcomes in their order, the data set out.

The data set is written in this process, in the order of the files, so that its bytes are the same with any engine and
any number of workers.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from pipeline.batch.describe import describe_run
from pipeline.batch.inputs import Source, find_sources, mark_repeats
from pipeline.batch.output import new_folder
from pipeline.batch.summary import Progress, Summary, Tally
from pipeline.engines import load_engine
from pipeline.engines.outcome import Outcome
from pipeline.errors import RepeatError
from pipeline.export import Dataset, Exported, export
from pipeline.resources.taxonomy import Taxonomy
from pipeline.run import Tools, read_report
from pipeline.settings import Settings


def run_batch(
    inputs: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    settings: Settings | None = None,
    *,
    engine: str = "processes",
    workers: int | None = None,
    parquet: bool = False,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Summary:
    """Read the files and folders of ``inputs`` into a new data set at ``out``; ``workers`` defaults to the cores.

    An existing data set is replaced only with ``overwrite``, and only when the new one is complete. Raises UsageError
    for an input or output that cannot be used, ResourceError for a faulty taxonomy; a file that cannot be read is a row of failures.csv.
    """
    started = time.monotonic()
    out = Path(out)
    settings = settings or Settings()
    each = load_engine(engine)
    sources = find_sources([Path(given) for given in inputs], leave_out=out)
    if settings.taxonomy:
        Taxonomy.load(Path(settings.taxonomy))  # one fault told at once, not one a file
    workers = max(1, min(workers or os.cpu_count() or 1, len(sources)))
    tally = Tally(files=len(sources))
    with new_folder(out, overwrite=overwrite) as folder, Dataset(folder, parquet=parquet) as dataset:
        for outcome in each(partial(_read_source, settings), mark_repeats(sources), workers=workers):
            _keep(outcome, dataset, tally)
            if progress:
                progress(tally.done, tally.files, outcome.item.path)
        dataset.finish()
        summary = tally.summary(seconds=time.monotonic() - started)
        describe_run(folder, summary, settings, engine=engine, workers=workers)
    return summary


def _read_source(settings: Settings, source: Source) -> Exported:
    """The work of one file, in a worker."""
    if source.same_as:
        message = f"the same content as {source.same_as}"
        raise RepeatError(message, stage="duplicate", advice="nothing to do: it was read once")
    return export(read_report(source.file, _tools(settings), name=source.path))


@cache
def _tools(settings: Settings) -> Tools:
    """A worker's tools, built once."""
    return Tools(settings)


def _keep(outcome: Outcome, dataset: Dataset, tally: Tally) -> None:
    """Write one file's rows, or the row that says why there are none."""
    source, failure = outcome.item, outcome.failure
    if failure:
        dataset.fail((source.path, source.sha256, failure.stage, failure.error, failure.message, failure.advice))
        tally.add_failure(failure)
    else:
        dataset.add(outcome.result)
        tally.add_report(outcome.result)
