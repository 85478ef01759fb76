"""The speed of the whole text pipeline against jieba's segmentation alone, on the same texts in one run.

    python tests/benchmarks/speed.py [FILE ...]

Without files the bundled reports are read. Reports only; asserts nothing. The first reading is the figure for a run over
unseen reports; when texts are read again the aligner knows their names already.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from pipeline import load
from pipeline.align import align
from pipeline.classify import classify
from pipeline.export import export
from pipeline.extract import extract
from pipeline.extract.facts import find_facts
from pipeline.ingest import from_text
from pipeline.records import Document
from pipeline.relate import relate
from pipeline.run import Tools, read_document
from pipeline.structure import structure

ROOT = Path(__file__).parents[2]
ENOUGH = 100_000  # characters a round: less is noise
ROUNDS = 3  # of which the best counts: other work on the machine only slows


def documents(paths: list[Path]) -> list[Document]:
    found = [from_text(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return found * (1 + ENOUGH // max(sum(len(document.text) for document in found), 1))


def best_seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return min(once() for _ in range(ROUNDS))


def first_seconds(unseen: list[Document]) -> float:
    """Seconds to read texts with tools that know none of their names."""
    tools = Tools().ready()
    started = time.perf_counter()
    for document in unseen:
        read_document(document, tools)
    return time.perf_counter() - started


def by_stage(texts: list[Document], tools: Tools) -> dict[str, float]:
    """Seconds of each stage over all the texts."""
    spent: dict[str, float] = {}

    def timed(name: str, work: Callable[..., object], *given: object) -> object:
        started = time.perf_counter()
        result = work(*given)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - started
        return result

    for document in texts:
        layout = timed("structure", structure, document.text)
        facts = timed("facts", find_facts, document, layout, tools.divisions)
        segments = timed("classify", classify, layout, facts.report_type)  # type: ignore
        quantities = timed("extract", extract, layout, facts, segments)
        entities, statements = timed("relate", relate, layout, segments, quantities, facts)  # type: ignore
        timed("align", align, statements, entities, tools.aligner, facts)
    for document in texts:
        timed("export", export, read_document(document, tools))
    return spent


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "annotations" / "reports").glob("*.txt"))
    texts = documents(paths)
    length = sum(len(document.text) for document in texts)
    tools = Tools().ready()
    jieba.setLogLevel(logging.WARNING)
    jieba.lcut("先读词典")
    unseen = texts[: len(paths)]
    first = sum(len(document.text) for document in unseen) / min(first_seconds(unseen) for _ in range(ROUNDS))
    cut = best_seconds(lambda: [jieba.lcut(document.text) for document in texts])
    read = best_seconds(lambda: [read_document(document, tools) for document in texts])
    print(f"{len(texts)} texts, {length:,} characters")
    print(f"jieba.lcut     {length / cut / 1e6:8.3f} M characters/s")
    print(f"text pipeline  {length / read / 1e6:8.3f} M characters/s")
    print(f"ratio, first reading     {first * cut / length:8.3f}")
    print(f"ratio, texts read again  {cut / read:8.3f}")
    nlp = load()
    print(f"ratio, as spaCy Docs     {cut / best_seconds(lambda: [nlp(document.text) for document in texts]):8.3f}")
    for name, seconds in by_stage(texts, tools).items():
        print(f"  {name:12s} {length / max(seconds, 1e-9) / 1e6:8.3f} M characters/s")


if __name__ == "__main__":
    main()
