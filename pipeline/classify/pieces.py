"""Labelled pieces of blocks, and the segments that they merge into."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from pipeline.classify.cells import cut_table
from pipeline.classify.cues import turn
from pipeline.classify.sections import BY_PLACE, NONE, Told
from pipeline.records import Block, Layout, Record, Segment

DEFAULT = Told(label="achievements", confidence=NONE)  # what a report tells where nothing says otherwise


class Piece(Record, frozen=True):
    """A stretch of one block with one label; the label is empty until it is known."""

    start: int
    end: int
    block: int
    told: Told = Told()


def label_blocks(
    layout: Layout,
    sections: list[Told],
    placed: dict[int, str],
    sentences: dict[int, list[Piece]],
    sure: Mapping[str, float] = {},
) -> list[Piece]:
    """The pieces of all blocks in order; ``sentences`` gives those of a paragraph by its block.

    ``sure`` tells how often a label that place or table gives is right.
    """
    pieces: list[Piece] = []
    for index, block in enumerate(layout.blocks):
        whole = Piece(start=block.start, end=block.end, block=index)
        if index in placed:
            pieces.append(replace(whole, told=_placed(placed[index], sure)))
        elif block.kind == "table":
            pieces += [
                Piece(start=start, end=end, block=index, told=_placed(told.label, sure))
                for start, end, told in cut_table(block)
            ]
        else:
            pieces += sentences.get(index, [whole])
    return _label_furniture(layout, _label_headings(layout, pieces, sections))


def _placed(label: str, sure: Mapping[str, float]) -> Told:
    return Told(label=label, confidence=sure.get(label, BY_PLACE))


def _label_headings(layout: Layout, pieces: list[Piece], sections: list[Told]) -> list[Piece]:
    """Headings take the label of what they head, or their own if nothing stands under them."""
    labelled: list[Piece] = []
    after: Piece | None = None
    for piece in reversed(pieces):
        block = layout.blocks[piece.block]
        if not piece.told.label and block.kind == "heading":
            piece = replace(piece, told=_heading_label(layout, block, after, sections))
        if block.kind != "furniture":
            after = piece
        labelled.append(piece)
    return labelled[::-1]


def _heading_label(layout: Layout, block: Block, after: Piece | None, sections: list[Told]) -> Told:
    own = sections[block.section]
    said, _ = turn(block.view.text, own) if block.view.text.endswith("。") else (own, own)
    if said is not own:
        return said
    section = layout.sections[block.section]
    if own.label == "front_matter" and section.number[:1] in ("", "附"):
        return own  # the title of an attached report
    if after is not None and after.start < section.end:
        return after.told
    if section.parent >= 0 and sections[section.parent].label == "closing":
        return sections[section.parent]  # a line of a list of attachments
    return own if own.label else DEFAULT


def _label_furniture(layout: Layout, pieces: list[Piece]) -> list[Piece]:
    """Page numbers go with the piece before them; furniture before the first text is front matter, after it closing."""
    last_text = max((index for index, piece in enumerate(pieces) if piece.told.label), default=-1)
    told = Told(label="front_matter", confidence=BY_PLACE)
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if index > last_text >= 0:
            told = Told(label="closing", confidence=BY_PLACE)
        told = piece.told if piece.told.label else told
        found.append(replace(piece, told=told))
    return found


def merge(layout: Layout, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Adjacent pieces of one label as segments; their confidence is the mean over their characters."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        if runs and runs[-1][0].told.label == piece.told.label:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(_segment(layout, run) for run in runs)


def _segment(layout: Layout, run: list[Piece]) -> Segment:
    length = sum(piece.end - piece.start for piece in run)
    weight = sum(piece.told.confidence * (piece.end - piece.start) for piece in run)
    section = layout.blocks[run[0].block].section
    start, end = _printed(layout.text, run[0].start, run[-1].end)
    return Segment(
        start=start,
        end=end,
        label=run[0].told.label,
        confidence=round(weight / length, 2),
        heading=layout.sections[section].title if section >= 0 else "",
    )


def _printed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
