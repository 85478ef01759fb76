"""What belongs to tables though no table was made of it: notes under them, and scraps of cells."""

from __future__ import annotations

import re
from itertools import groupby

from pipeline.records import Block

LONGEST_SCRAP = 20  # characters of what was a cell
FEWEST_SCRAPS = 4  # in a row, away from a table
_NOTE = re.compile(r"(?:备注|注|说明)\s?:")
_ITEM = re.compile(r"[-•·](?!\d)|\d{1,2}[.、](?!\d)|\(\d{1,2}\)")
_CELL_WORDS = re.compile(r"\d|%|姓名|职务|单位|指标|分值|得分|序号|项目|金额|合计")


def label_tabular(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Indices of the blocks that belong to a table: index -> table."""
    return dict.fromkeys([*_notes(blocks), *_scraps(blocks)], "table")


def _notes(blocks: tuple[Block, ...]) -> list[int]:
    """Notes right under a table, each with the items of its list."""
    found: list[int] = []
    listing = False
    under = False  # a table or one of its notes is the block before
    for index, block in enumerate(blocks):
        text = block.view.text
        note = under and block.kind == "paragraph" and _NOTE.match(text) is not None
        item = under and listing and block.kind != "table" and _ITEM.match(text) is not None
        if note or item:
            found.append(index)
        listing = item or (note and (text.endswith(":") or "1." in text[:6]))
        under = note or item or block.kind == "table"
    return found


def _scraps(blocks: tuple[Block, ...]) -> list[int]:
    """Runs of short lines that are no sentences: many of them, or some between two tables."""
    found: list[int] = []
    for scraps, group in groupby(range(len(blocks)), key=lambda index: _is_scrap(blocks[index])):
        run = list(group)
        if scraps and (_between_tables(blocks, run) or _many(blocks, run)):
            found += run
    return found


def _is_scrap(block: Block) -> bool:
    text = block.view.text
    short = block.kind == "paragraph" and len(text) <= LONGEST_SCRAP
    return short and not text.endswith(("。", ";", ":")) and not _ITEM.match(text)


def _between_tables(blocks: tuple[Block, ...], run: list[int]) -> bool:
    before, after = run[0] - 1, run[-1] + 1
    return before >= 0 and after < len(blocks) and blocks[before].kind == blocks[after].kind == "table"


def _many(blocks: tuple[Block, ...], run: list[int]) -> bool:
    return len(run) >= FEWEST_SCRAPS and any(_CELL_WORDS.search(blocks[index].view.text) for index in run)
