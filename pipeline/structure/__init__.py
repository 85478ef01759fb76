"""Structure: what a reader sees in a text that lost its layout.

In comes the text of a report, out goes its ``Layout``: tables first (``tables/``), then what is left: physical lines
(``lines``), furniture set aside (``furniture`` with ``pages`` and ``contents``), wrapped lines joined (``wrap``,
``running``), headings found (``marks``, ``titles``,
``heads``) and hung in a tree (``items``, ``tree``, ``blocks``), the labels of
form fields (``fields``), sentences cut (``sentences``). Every character that prints lies in exactly one block; a page
number inside a sentence lies in the paragraph's stretch, but not in its view.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Grid, Layout
from pipeline.structure.blocks import build_blocks
from pipeline.structure.furniture import find_furniture
from pipeline.structure.items import make_items
from pipeline.structure.lines import split_lines, uncovered
from pipeline.structure.marks import find_mark
from pipeline.structure.pages import part_glued_numbers
from pipeline.structure.tables import find_tables
from pipeline.structure.wrap import Page, find_paragraphs
from pipeline.views import normal as normalised


def structure(text: str, grids: Sequence[Grid] = ()) -> Layout:
    """The structure of a report's text; linear in its length, never fails.

    ``grids`` are the tables whose cells the file format knew; the text between them is searched for others.
    """
    normal = normalised(text)
    tables = find_tables(normal, text, grids)
    lines = split_lines(normal, uncovered(len(text), ((table.start, table.end) for table in tables)))
    lines = part_glued_numbers(normal, lines)
    marks = [find_mark(normal, line.start, line.end) for line in lines]
    furniture = find_furniture(normal, lines, marks)
    paragraphs = find_paragraphs(Page.of(text, normal, lines, marks), furniture, tables)
    items = make_items(normal, paragraphs, [lines[index] for index in sorted(furniture)], tables)
    blocks, sections = build_blocks(normal, items, tables)
    return Layout(text=text, normal=normal, blocks=blocks, sections=sections, tables=tables)
