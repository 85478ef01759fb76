"""run.json: what a run was made with and what it did; the one file of a data set that differs from run to run."""

from __future__ import annotations

import hashlib
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import pipeline
from pipeline.batch.summary import Summary
from pipeline.export.dataset import write_json
from pipeline.learn.artefacts import models_folder
from pipeline.settings import Settings

_PACKAGES = ("jieba", "rjieba", "rapidfuzz", "msgspec", "pyarrow")  # whose versions can move a result
_RESOURCES = Path(pipeline.__file__).parent / "resources"


def describe_run(folder: Path, summary: Summary, settings: Settings, *, engine: str, workers: int) -> None:
    """Write run.json into the data set's folder."""
    content = {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": _versions(),
        "settings": msgspec.to_builtins(settings) | {"engine": engine, "workers": workers},
        "counts": {key: value for key, value in msgspec.to_builtins(summary).items() if key != "seconds"},
        "timings": {"seconds": summary.seconds},
        "fingerprints": {"resources": fingerprint(_RESOURCES), "models": fingerprint(models_folder())},
    }
    write_json(folder / "run.json", content)


def fingerprint(folder: Path) -> dict[str, str]:
    """The first 16 digits of the SHA-256 of every data file below a folder, by its path; code is left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc"))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}


def _versions() -> dict[str, str]:
    found = {"xianbao": pipeline.__version__, "python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
