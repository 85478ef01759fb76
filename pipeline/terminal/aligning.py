"""The command ``xianbao align``: a list of names aligned, or what a reviewer decided taken into a taxonomy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.align.units import families_of_list
from pipeline.errors import UsageError
from pipeline.review.accept import DECIDED, apply_decisions
from pipeline.terminal.lists import align_list, read_csv


def run_align(arguments: Sequence[str], out: Path | None, taxonomy: Path | None) -> str:
    """Do what the arguments ask for; gives a line that says what was done. Raises UsageError."""
    match list(arguments):
        case ["apply", file]:
            return _apply(Path(file), taxonomy)
        case [file] if out:
            return _align(Path(file), out, taxonomy)
        case [_]:
            raise _usage("--out is missing")
    raise _usage("one file is asked for")


def _align(file: Path, out: Path, taxonomy: Path | None) -> str:
    done = align_list(file, out, taxonomy)
    told = f"{done.names} names in {out}"
    return f"{told}; no unit family, passed over: {', '.join(done.passed_over)}" if done.passed_over else told


def _apply(file: Path, taxonomy: Path | None) -> str:
    if taxonomy is None:
        raise _usage("--taxonomy is missing: the folder that the accepted names go to")
    rows = read_csv(file, DECIDED, needs=("accepted", "indicator_text"))
    done = apply_decisions(rows, taxonomy, f"review of {file.name}", families_of_list)
    return f"{done.added} names added to {taxonomy}, {done.known} known already, {done.open} rows without a decision"


def _usage(message: str) -> UsageError:
    advice = "xianbao align FILE.csv --out OUT.csv, or xianbao align apply FILE --taxonomy DIR"
    return UsageError(message, stage="align", advice=advice)
