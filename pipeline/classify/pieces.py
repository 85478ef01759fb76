"""Labelled pieces of blocks, and the segments that they merge into."""

from __future__ import annotations

from pipeline.classify.cues import sentence_cue
from pipeline.classify.sections import INHERITED, NONE, WHOLE, Told
from pipeline.records import Block, Layout, Record, Segment

BY_SENTENCE = 0.8  # how far a sentence's own cue is to be trusted
BY_PLACE = 0.85
DEFAULT = "achievements"  # what a report tells where nothing says otherwise


class Piece(Record):
    """A stretch of one block with one label."""

    start: int
    end: int
    told: Told
    block: int


def label_blocks(layout: Layout, sections: list[Told], ends: dict[int, str]) -> list[Piece]:
    """The pieces of all blocks in order."""
    pieces: list[Piece] = []
    for index, block in enumerate(layout.blocks):
        if block.kind == "table":
            pieces.append(_whole(block, index, Told(label="table", confidence=WHOLE)))
        elif index in ends:
            pieces.append(_whole(block, index, Told(label=ends[index], confidence=BY_PLACE)))
        elif block.kind == "paragraph":
            pieces += _label_sentences(block, index, _under(block, sections))
        else:
            pieces.append(_whole(block, index, Told()))
    return _label_headings(layout, pieces, sections)


def _whole(block: Block, index: int, told: Told) -> Piece:
    return Piece(start=block.start, end=block.end, told=told, block=index)


def _under(block: Block, sections: list[Told]) -> Told:
    """The label that a block's section gives it."""
    return sections[block.section] if block.section >= 0 else Told()


def _label_sentences(block: Block, index: int, above: Told) -> list[Piece]:
    """The pieces of a paragraph: its section's label, unless its sentences tell otherwise."""
    pieces: list[Piece] = []
    base, start = above, block.start
    for number, (left, _) in enumerate(block.sentences):
        left_end = block.sentences[number][1]
        cue = sentence_cue(block.view.text[left:left_end], base.label)
        told = Told(label=cue[0], confidence=BY_SENTENCE) if cue else base
        if cue and cue[1]:
            base = told
        last = number + 1 == len(block.sentences)
        end = block.end if last else block.view.at(left_end - 1) + 1
        pieces.append(
            Piece(start=start, end=end, told=told if told.label else Told(label=DEFAULT, confidence=NONE), block=index)
        )
        start = end if last else block.view.at(block.sentences[number + 1][0])
    return pieces


def _label_headings(layout: Layout, pieces: list[Piece], sections: list[Told]) -> list[Piece]:
    """Headings take the label of what they head, or their own if nothing stands under them; furniture what is around."""
    labelled: list[Piece] = []
    after: Piece | None = None
    for piece in reversed(pieces):
        block = layout.blocks[piece.block]
        if not piece.told.label and block.kind == "heading":
            piece = _with(piece, _heading_label(layout, block, after, sections))
        if block.kind != "furniture":
            after = piece
        labelled.append(piece)
    return _label_furniture(layout, labelled[::-1])


def _heading_label(layout: Layout, block: Block, after: Piece | None, sections: list[Told]) -> Told:
    own = sections[block.section]
    if after is None:
        return own
    section = layout.sections[block.section]
    follows = layout.blocks[after.block]
    inside = follows.start < section.end and (follows.section == block.section or follows.kind == "heading")
    if inside or follows.kind == "table" and follows.section == block.section:
        return after.told
    return own


def _label_furniture(layout: Layout, pieces: list[Piece]) -> list[Piece]:
    """Page numbers go with the piece before them; what stands before the first text is front matter, after it closing."""
    last_text = max((i for i, piece in enumerate(pieces) if piece.told.label), default=-1)
    before = Told(label="front_matter", confidence=BY_PLACE)
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if not piece.told.label:
            heading = layout.blocks[piece.block].kind == "heading"
            told = Told(label=DEFAULT, confidence=NONE) if heading else before
            piece = _with(
                piece, Told(label="closing", confidence=BY_PLACE) if index > last_text and not heading else told
            )
        before = piece.told
        found.append(piece)
    return found


def _with(piece: Piece, told: Told) -> Piece:
    return Piece(start=piece.start, end=piece.end, told=told, block=piece.block)


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
    return Segment(
        start=run[0].start,
        end=run[-1].end,
        label=run[0].told.label,
        confidence=round(weight / length, 2),
        heading=layout.sections[section].title if section >= 0 else "",
    )
