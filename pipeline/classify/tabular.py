"""What belongs to tables though no table was made of it: notes under them, and scraps of cells."""

from __future__ import annotations

import re
from itertools import groupby

from pipeline.records import Block

LONGEST_CELL = 20  # characters of what was a cell
LONGEST_ROW = 120  # of a row of figures
LONGEST_LINE = 40  # of a line with a table's title or unit
NEAR_END = 300  # characters of a table in which its notes begin
FEWEST_SCRAPS = 4  # in a row, away from a table
_NOTE = re.compile(r"(?:备注|注|说明)\s?:")
_ITEM = re.compile(r"[-•·](?!\d)|\d{1,2}[.、](?!\d)|\(\d{1,2}\)")
_HEAD = re.compile(
    r"表$|^\(?20\d\d年度?\)?$|单位\s?:\s?\S{0,4}元|公开\s?\d+\s?表|"
    r"^(?:部门|填报\S{0,4}|编制\S{0,4}|\S{0,4}单位|\S{0,4}得分)\s?:\s?[^\s,]{0,20}$"
)
_NUMBERED = re.compile(r"公开\s?\d+\s?表")
_NO_ROWS = re.compile(r"(?:此|本|该)表(?:为空|为空表|无数据|没有数据)")
_STOP = re.compile(r"[。;]")
_ROW = re.compile(r"\d\S*\s\S*\d\S*(?:\s\S*\d\S*)*$")  # a row of figures: 城市低保人 3000 3105 103.5%
_CELL_WORDS = re.compile(r"\d|%|姓名|职务|单位|指标|分值|得分|序号|项目|金额|合计")


def label_tabular(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Indices of the blocks that belong to a table: index -> table."""
    return dict.fromkeys([*_notes(blocks), *_heads(blocks), *_scraps(blocks), *_empty(blocks)], "table")


def _empty(blocks: tuple[Block, ...]) -> list[int]:
    """The titles and notes of account tables without a row: 公开08表, 单位:万元, 备注:本表无数据."""
    found: list[int] = []
    if not any("公开" in block.view.text for block in blocks):
        return found
    for heads, group in groupby(range(len(blocks)), key=lambda index: _is_head_or_note(blocks[index])):
        run = list(group)
        if heads and any(_NUMBERED.search(blocks[index].view.text) for index in run):
            found += run
    return found


def _is_head_or_note(block: Block) -> bool:
    text = block.view.text
    return block.kind == "paragraph" and (_is_head(block.view.text) or _NO_ROWS.search(text) is not None)


def _notes(blocks: tuple[Block, ...]) -> list[int]:
    """Notes right under a table, each with the items of its list."""
    found: list[int] = []
    listing = False
    under = False  # a table or one of its notes is the block before
    for index, block in enumerate(blocks):
        text = block.view.text
        if block.kind == "table":
            under, listing = True, _NOTE.search(text, max(len(text) - NEAR_END, 0)) is not None
            continue
        note = block.kind == "paragraph" and _NOTE.match(text) is not None
        under = under and (note or (listing and _ITEM.match(text) is not None))
        listing = listing or text.endswith(":") or "1." in text[:6]
        if under:
            found.append(index)
    return found


def _heads(blocks: tuple[Block, ...]) -> list[int]:
    """The lines right over a table that are its title, its year, its unit or its first rows."""
    found: list[int] = []
    for index in range(len(blocks) - 2, -1, -1):
        over = blocks[index + 1].kind == "table" or (found and found[-1] == index + 1)
        if over and blocks[index].kind == "paragraph" and _is_head(blocks[index].view.text):
            found.append(index)
    return found


def _is_head(text: str) -> bool:
    if "\t" in text:  # a row of cells, unless it holds running text
        return all(len(_STOP.findall(cell)) < 2 for cell in text.split("\t"))
    return len(text) <= LONGEST_LINE and _HEAD.search(text) is not None


def _scraps(blocks: tuple[Block, ...]) -> list[int]:
    """Runs of lines that are no sentences: rows or cells, if there are many, or if they stand beside tables."""
    found: list[int] = []
    for scraps, group in groupby(range(len(blocks)), key=lambda index: _is_scrap(blocks[index])):
        run = list(group)
        if scraps and (_between_tables(blocks, run) or _many(blocks, run)):
            found += run
    return found


def _is_scrap(block: Block) -> bool:
    text = block.view.text
    if block.kind != "paragraph" or len(text) > LONGEST_ROW or text.endswith(("。", ";", ":")):
        return False
    return _ROW.search(text) is not None if len(text) > LONGEST_LINE else not _ITEM.match(text)


def _between_tables(blocks: tuple[Block, ...], run: list[int]) -> bool:
    before, after = run[0] - 1, run[-1] + 1
    return before >= 0 and after < len(blocks) and blocks[before].kind == blocks[after].kind == "table"


def _many(blocks: tuple[Block, ...], run: list[int]) -> bool:
    texts = [blocks[index].view.text for index in run]
    cells = [text for text in texts if len(text) <= LONGEST_CELL or _ROW.search(text)]
    return len(cells) >= FEWEST_SCRAPS and any(_CELL_WORDS.search(text) for text in cells)
