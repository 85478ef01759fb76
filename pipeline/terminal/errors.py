"""How a command ends that cannot do its work: one line on stderr and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from pipeline.errors import PipelineError, ReadError, UsageError
from pipeline.terminal.safe import safe

CANNOT = 2
NOTHING_READ = 3
INTERRUPTED = 130  # what a shell reports for Ctrl-C


@contextmanager
def plain_errors() -> Iterator[None]:
    """A failure that the user can act on is one line, not a traceback; so is Ctrl-C.

    Commands import inside it, for it may be found while a module is loaded that a data file breaks its rules.
    """
    try:
        yield
    except PipelineError as error:
        typer.echo(safe(f"xianbao: {error.message}; {error.advice}"), err=True)
        raise typer.Exit(NOTHING_READ if isinstance(error, ReadError) else CANNOT) from error
    except KeyboardInterrupt as interrupt:
        typer.echo("xianbao: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from interrupt


def given_file(path: Path) -> Path:
    """The file that a command was given. Raises UsageError where there is none, or a folder."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", stage="inputs", advice="give one file")
    if not path.exists() and not path.is_symlink():
        raise UsageError(f"no such file: {path}", stage="inputs", advice="check the path")
    return path
