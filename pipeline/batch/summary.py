"""What a run has done, counted as it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from pipeline.engines.outcome import Failure
from pipeline.export import Exported
from pipeline.export.schema import tables
from pipeline.records import Record

Progress = Callable[[int, int, str], None]  # files done, files in all, path of the last one


class Summary(Record, frozen=True):
    """Counts of a finished run, for the command and run.json."""

    files: int
    reports: int
    rows: dict[str, int]  # of each table that is written report by report
    observations_by_label: dict[str, int]  # by the label of their segment
    failures_by_stage: dict[str, int]
    seconds: float


class Tally:
    """The counts while the run goes on."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.done = 0
        self._rows: Counter[str] = Counter()
        self._labels: Counter[str] = Counter()
        self._stages: Counter[str] = Counter()

    def add_report(self, report: Exported) -> None:
        self.done += 1
        self._rows.update({table: len(rows) for table, rows in report.rows.items()})
        label = [column.name for column in tables()["observations"]].index("segment_label")
        self._labels.update(str(row[label]) for row in report.rows["observations"])

    def add_failure(self, failure: Failure) -> None:
        self.done += 1
        self._stages[failure.stage] += 1

    def summary(self, seconds: float) -> Summary:
        return Summary(
            files=self.files,
            reports=self._rows["documents"],
            rows=dict(self._rows),
            observations_by_label=dict(self._labels.most_common()),
            failures_by_stage=dict(self._stages.most_common()),
            seconds=round(seconds, 2),
        )
