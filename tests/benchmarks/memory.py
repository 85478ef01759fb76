"""The peak memory of a run with all its workers, sampled from outside.

    python tests/benchmarks/memory.py [INPUT ...]

Without inputs the bundled reports are read, 40 times over. Reports only; asserts nothing. ``proportional`` counts what
processes share once (Linux), ``resident`` counts it for each.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
COPIES = 40


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        inputs = sys.argv[1:] or [str(copies(Path(folder) / "reports"))]
        for workers in (1, 2):
            out = Path(folder) / f"dataset{workers}"
            command = [sys.executable, "-m", "pipeline", "run", *inputs, "--out", str(out), "--workers", str(workers)]
            started = time.monotonic()
            with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as run:
                resident, proportional = peak(run)
            seconds = time.monotonic() - started
            print(
                f"{workers} worker(s): resident {resident:.0f} MB, proportional {proportional:.0f} MB, {seconds:.1f} s"
            )


def copies(folder: Path) -> Path:
    """The bundled reports, each copy a content of its own."""
    folder.mkdir()
    for text in (ROOT / "annotations" / "reports").glob("*.txt"):
        for number in range(COPIES):
            content = text.read_text(encoding="utf-8") + f"\n附件{number}"
            (folder / f"{text.stem}-{number}.txt").write_text(content, encoding="utf-8")
    return folder


def peak(run: subprocess.Popen[bytes]) -> tuple[float, float]:
    """The highest sums over the process and its children while it runs, in MB."""
    parent, highest = psutil.Process(run.pid), (0.0, 0.0)
    while run.poll() is None:
        try:
            infos = [each.memory_full_info() for each in (parent, *parent.children(recursive=True))]
        except psutil.Error:  # one has just ended
            continue
        resident = sum(info.rss for info in infos) / 2**20
        proportional = sum(getattr(info, "pss", info.rss) for info in infos) / 2**20
        highest = (max(highest[0], resident), max(highest[1], proportional))
        time.sleep(0.05)
    return highest


if __name__ == "__main__":
    main()
