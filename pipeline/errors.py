"""What can go wrong, as a small family; a batch turns each into a row of failures.csv."""

from __future__ import annotations


class PipelineError(Exception):
    """A failure that a user can act on: where it happened, what is wrong, what to do.

    ``stage`` is the folder's name (ingest, structure ...) or ``duplicate``, ``limit``; ``advice`` says the way out.
    """

    def __init__(self, message: str, *, stage: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.stage = stage
        self.advice = advice

    def __reduce__(self) -> tuple[object, ...]:
        """Keep stage and advice when the error comes back from a worker process."""
        return _rebuild, (type(self), self.message, self.stage, self.advice)


class ReadError(PipelineError):
    """A file that cannot be read as a report."""


class RepeatError(PipelineError):
    """A file whose content was read before under another path."""


class ResourceError(PipelineError):
    """A data file that breaks its own rules; the message names file and line."""


class UsageError(PipelineError):
    """A call that cannot be carried out: no such folder, output not writable."""


def _rebuild(kind: type[PipelineError], message: str, stage: str, advice: str) -> PipelineError:
    return kind(message, stage=stage, advice=advice)
