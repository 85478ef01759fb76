"""The speed of reading quantities alone against jieba's segmentation, on the same texts in one process and run.

    python tests/benchmarks/quantities.py [FILE ...]

Without files the bundled reports are read. JioNLP, Recognizers-Text and cn2an (its transform of numbers in a text) are
timed too where they are installed; none of them is a dependency. Reports only; asserts nothing.
"""

from __future__ import annotations

import logging
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import jieba

from pipeline.extract import quantities

ROOT = Path(__file__).parents[2]
ENOUGH = 40_000  # characters a round: long enough to time, short enough to find a quiet moment
ROUNDS = 12
SLOW = 5_000  # characters for those that would take minutes
TARGET = 5.0  # times jieba's speed


def texts_of(paths: list[Path]) -> list[str]:
    found = [path.read_text(encoding="utf-8") for path in paths]
    return found * (1 + ENOUGH // max(sum(map(len, found)), 1))


def speed(work: Callable[[str], object], texts: list[str], rounds: int = ROUNDS) -> float:
    """Characters a second of the processor's time, the best of several rounds."""

    def once() -> float:
        started = time.process_time()
        for text in texts:
            work(text)
        return time.process_time() - started

    return sum(map(len, texts)) / max(min(once() for _ in range(rounds)), 1e-9)


def jionlp() -> Callable[[str], object]:
    library = import_module("jionlp")
    return lambda text: (library.ner.extract_money(text), library.ner.extract_time(text))


def recognizers() -> Callable[[str], object]:
    library, culture = import_module("recognizers_suite"), import_module("recognizers_text").Culture.Chinese
    return lambda text: (
        library.recognize_currency(text, culture),
        library.recognize_percentage(text, culture),
        library.recognize_datetime(text, culture),
    )


def cn2an() -> Callable[[str], object]:
    library = import_module("cn2an")
    return lambda text: library.transform(text, "cn2an")


OTHERS = {"JioNLP": jionlp, "Recognizers": recognizers, "cn2an": cn2an}


def timed_other(make: Callable[[], Callable[[str], object]], texts: list[str]) -> float | None:
    """The speed of another library on lines of the texts; None where it is not installed."""
    try:
        work = make()
    except ImportError:
        return None

    def tolerant(line: str) -> None:
        try:
            with warnings.catch_warnings(action="ignore"):
                work(line)
        except Exception as error:  # some stumble over lines that are not theirs to read
            logging.getLogger(__name__).debug("%s", error)

    lines: list[str] = []
    for line in "\n".join(texts).splitlines():
        if sum(map(len, lines)) < SLOW:
            lines.append(line)
    tolerant(lines[0])  # dictionaries are read on first use
    return speed(tolerant, lines, rounds=1)


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "annotations" / "reports").glob("*.txt"))
    texts = texts_of(paths)
    jieba.setLogLevel(logging.WARNING)
    for warm_up in (jieba.lcut, quantities):
        warm_up("先读词典，共3家")
    cut, read = speed(jieba.lcut, texts), speed(quantities, texts)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters")
    for name, figure in (("jieba.lcut", cut), ("quantities", read)):
        print(f"{name:14s} {figure / 1e6:8.3f} M characters/s  {figure / cut:7.3f} of jieba")
    for name, make in OTHERS.items():
        figure = timed_other(make, texts)
        told = (
            "not installed" if figure is None else f"{figure / 1e6:8.3f} M characters/s  {figure / cut:7.3f} of jieba"
        )
        print(f"{name:14s} {told}")
    print(f"target {TARGET:.1f}   ratio {read / cut:.2f}")


if __name__ == "__main__":
    main()
