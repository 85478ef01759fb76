"""Running text in the cells of a form: 存在问题 | 宣传不够深入。 is a problem, not a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.classify.sections import CUE, WHOLE, Told
from pipeline.records import Block
from pipeline.resources.headings import headings

SHORTEST_TEXT = 25  # characters of a cell that is read as running text, if it holds two sentences or clauses
_CELL = re.compile(r"[^\n\t|\s](?:[^\n\t|]*[^\n\t|\s])?")
_STOP = re.compile(r"[。;]")
_FIELDS = re.compile(r"目标|完成情况|问题|措施|结论|原因|职能|职责|建议|成绩|成效|做法")


def cell_texts(block: Block) -> Iterator[tuple[int, int, Told]]:
    """Stretches of a table that hold a field's label and its running text, with what the label tells."""
    text = block.view.text
    if not (_FIELDS.search(text) and _STOP.search(text)):
        return  # an account, passed over at a glance
    label: re.Match[str] | None = None
    told = Told()
    for match in _CELL.finditer(text):
        if label and len(match[0]) >= SHORTEST_TEXT and len(_STOP.findall(match[0])) > 1:
            yield block.view.at(label.start()), block.view.at(match.end() - 1) + 1, told
        cue = headings().cue(match[0]) if _FIELDS.search(match[0]) else None
        label = match if cue and cue.label not in ("table", "closing", "finance") else None
        told = Told(label=cue.label, confidence=CUE) if cue else Told()


def cut_table(block: Block) -> Iterator[tuple[int, int, Told]]:
    """A table block in pieces: tabular matter, and the running text of its fields."""
    table = Told(label="table", confidence=WHOLE)
    last = block.start
    for start, end, told in cell_texts(block):
        if _prints(block, last, start):
            yield last, start, table
        yield start, end, told
        last = end
    if _prints(block, last, block.end):
        yield last, block.end, table


def _prints(block: Block, start: int, end: int) -> bool:
    return bool(block.view.text[start - block.start : end - block.start].strip())
