"""The command starts at once: what is heavy is imported only by the commands that use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "pandas", "sklearn", "pyarrow", "numpy", "jieba", "rjieba", "rapidfuzz", "pydantic", "IPython")


@pytest.mark.parametrize(
    "arguments",
    [
        "--help",
        "--version",
        "run --help",
        "show --help",
        "quantities --help",
        "evaluate --help",
        "align --help",
        "taxonomy --help",
        "train --help",
    ],
)
def test_help_imports_nothing_heavy(arguments: str) -> None:
    script = f"""
import sys
sys.argv = ["xianbao", *{arguments.split()!r}]
from pipeline.cli import main
try:
    main()
finally:
    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = f"import sys, pipeline, pipeline.run; print([name for name in {HEAVY[:5]!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_tools_that_are_ready_compile_no_pattern_at_a_report() -> None:
    script = """
import re._compiler as compiler
from pathlib import Path
from pipeline.ingest import from_text
from pipeline.run import Tools, read_document
tools = Tools().ready()
costly = []
compile_pattern = compiler.compile
def watched(pattern, flags=0):
    costly.extend([pattern] if len(pattern) > 1000 else [])
    return compile_pattern(pattern, flags)
compiler.compile = watched
for path in sorted(Path("annotations/reports").glob("*.txt"))[:12]:
    read_document(from_text(path.read_text(encoding="utf-8")), tools)
print(costly)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
