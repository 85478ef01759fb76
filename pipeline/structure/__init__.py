"""Structure: what a reader sees in a text that lost its layout.

In comes the text of a report, out goes its ``Layout``: tables first (``tables/``), then what is left: physical lines
(``lines``), furniture set aside (``furniture``), wrapped lines joined (``wrap``, ``running``), headings found (``marks``,
``titles``) and hung in a tree (``tree``), sentences cut (``sentences``). Every character that prints lies in exactly one
block; a page number inside a sentence lies in the paragraph's stretch, but not in its view.
"""

from __future__ import annotations

from pipeline.records import Layout
from pipeline.structure.blocks import build_blocks
from pipeline.structure.furniture import find_furniture
from pipeline.structure.lines import split_lines, uncovered
from pipeline.structure.tables import find_tables
from pipeline.structure.wrap import find_paragraphs
from pipeline.views import normal as normalised


def structure(text: str) -> Layout:
    """The structure of a report's text; linear in its length, never fails."""
    normal = normalised(text)
    tables = find_tables(normal)
    lines = split_lines(normal, uncovered(len(text), ((table.start, table.end) for table in tables)))
    furniture = find_furniture(normal, lines)
    paragraphs = find_paragraphs(text, normal, lines, furniture, tables)
    blocks, sections = build_blocks(normal, paragraphs, [lines[index] for index in sorted(furniture)], tables)
    return Layout(text=text, normal=normal, blocks=blocks, sections=sections, tables=tables)
