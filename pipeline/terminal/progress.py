"""The progress bar, on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.batch import Progress as Callback
from pipeline.terminal.safe import safe


@contextmanager
def progress_bar() -> Iterator[Callback]:
    """A callback that moves a bar; nothing is drawn where stderr is no terminal."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def move(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=safe(path))

        yield move
