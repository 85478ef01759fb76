"""Annotated reports as sentences with their labels, with their headings and without."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from pipeline.classify.ends import label_ends
from pipeline.classify.sections import label_sections
from pipeline.classify.tabular import label_tabular
from pipeline.classify.trust import INDEX
from pipeline.classify.units import Unit, find_units
from pipeline.records import Layout, Record
from pipeline.structure import structure
from pipeline.training.corpus import Annotated

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL, BLURRED, HEADLESS, LONE = "full", "blurred", "headless", "lone"
UNKNOWN = -1  # of a sentence that the gold does not label


class Example(Record, frozen=True):
    """One report, in one guise."""

    report: str
    guise: str  # full; blurred: half of the titles hidden; headless: without headings; lone: each sentence by itself
    layout: Layout
    units: list[Unit]
    gold: list[int]  # of each unit, the index of its label
    kind: str  # of report; left out of every other headless one, for it may be unknown

    @property
    def lone(self) -> bool:
        """Whether nothing but its own wording may tell of a sentence."""
        return self.guise == LONE


def make_examples(reports: Iterable[Annotated]) -> list[Example]:
    """Every report in each guise; chance has no part."""
    return [example for report in reports for example in _guises(report) if example.units]


def _guises(report: Annotated) -> Iterator[Example]:
    layout = structure(report.text)
    labels = character_labels(report)
    kind = report.document.get("report_type", "")
    bare = without_headings(layout)
    some = kind if zlib.crc32(report.name.encode()) % 2 else ""
    for guise, seen, told in (
        (FULL, layout, kind),
        (BLURRED, _blur(layout, report.name), kind),
        (HEADLESS, bare, some),
    ):
        units = units_of(seen)
        gold = [_label(report.text, labels, unit) for unit in units]
        yield Example(report=report.name, guise=guise, layout=seen, units=units, gold=gold, kind=told)
    yield Example(report=report.name, guise=LONE, layout=bare, units=units, gold=gold, kind="")


def units_of(layout: Layout) -> list[Unit]:
    """The sentences that the model labels."""
    sections = label_sections(layout)
    return find_units(layout, sections, label_tabular(layout.blocks) | label_ends(layout, sections))


def without_headings(layout: Layout) -> Layout:
    """The layout of a report that prints no headings and no labels of form fields."""
    blocks = [
        msgspec.structs.replace(block, section=-1, label="") for block in layout.blocks if block.kind != "heading"
    ]
    return msgspec.structs.replace(layout, blocks=tuple(blocks), sections=())


def _blur(layout: Layout, name: str) -> Layout:
    """The layout with half of its titles hidden: which, the report's name and their order decide."""
    sections = [
        msgspec.structs.replace(section, title="") if zlib.crc32(f"{name} {index}".encode()) % 2 else section
        for index, section in enumerate(layout.sections)
    ]
    return msgspec.structs.replace(layout, sections=tuple(sections))


def character_labels(report: Annotated) -> list[str]:
    """The gold label of every character; empty between segments."""
    labels = [""] * len(report.text)
    for row in report.gold["segments"]:
        start, end = int(row["start"]), int(row["end"])
        labels[start:end] = [row["label"]] * (end - start)
    return labels


def _label(text: str, labels: Sequence[str], unit: Unit) -> int:
    """The label of most of a unit's characters."""
    held = Counter(labels[place] for place in range(unit.start, unit.end) if not text[place].isspace())
    most = max(sorted(held), key=lambda label: held[label], default="")
    return INDEX[most] if most else UNKNOWN
