"""The columns of tables without marks, block by block: from a published form, else from the words of the head."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.structure.tables.loose.anchors import numbers_columns
from pipeline.structure.tables.loose.heads import HeadText, head_path, plain_heads, present
from pipeline.structure.tables.loose.records import Record
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.loose.vocabulary import usual, worded_paths
from pipeline.structure.tables.pieces import Piece
from pipeline.structure.tables.placing import Form
from pipeline.structure.tables.standard import Block, Standard, Sum, standards
from pipeline.structure.tables.sums import find_sums, holding

_AMOUNT = re.compile(r"-?\d{1,20}(?:\.\d{1,6})?")


class Columns(NamedTuple):
    """The columns of one block as printed."""

    head: tuple[Piece, ...]  # over all of them: 收入
    paths: tuple[tuple[Piece, ...], ...]
    form: Form
    ends: tuple[str, ...]  # what the names of its rows end in


def known_blocks(form: Standard, heads: HeadText, head_lines: list[list[Token]]) -> list[Columns]:
    """The blocks of a published form as a table prints them."""
    counts = _column_counts(head_lines)
    return [
        _known_columns(block, heads, counts[number] if number < len(counts) else 0)
        for number, block in enumerate(form.blocks)
    ]


def plain_block(lines: list[list[Token]], records: list[Record]) -> Columns:
    """The one block of a table that follows no known form: as many columns as its longest row at least."""
    heads = plain_heads(lines, max((len(record.slots) for record in records), default=0))
    return _inferred([(head,) for head in heads], records, (), ())


def worded_blocks(heads: HeadText, records: list[Record]) -> list[Columns] | None:
    """The blocks of a table whose heads are words that heads are made of; None if its rows are wider."""
    found = worded_paths(heads)
    if not found:
        return None
    sides = next(form.blocks for form in standards() if len(form.blocks) > 1) if len(found) > 1 else ()
    blocks: list[Columns] = []
    for number, paths in enumerate(found):
        side = sides[number] if number < len(sides) else None
        own = [record for record in records if len(found) == 1 or record.place == number]
        head = (heads.locate(side.head),) if side and side.head in heads.text else ()
        blocks.append(_inferred(paths, own, head, side.ends if side else ()))
    widest = max((len(record.slots) for record in records), default=0)
    return blocks if widest <= max(block.form.width for block in blocks) else None


def is_full(blocks: list[Columns], records: list[Record]) -> bool:
    """Whether the rows of the one block of a table have a figure in every column."""
    rows = [record for record in records if record.slots]
    return len(blocks) == 1 and bool(rows) and all(len(record.slots) == blocks[0].form.width for record in rows)


def _inferred(
    paths: list[tuple[Piece, ...]], records: list[Record], head: tuple[Piece, ...], ends: tuple[str, ...]
) -> Columns:
    """A block whose sums its heads tell, as far as rows that lost no cell agree."""
    whole = [_amounts(record) for record in records if len(record.slots) == len(paths)]
    sums = holding(find_sums([tuple(part.text for part in path) for path in paths]), whole)
    return Columns(head, tuple(paths), Form(len(paths), sums, usual(paths)), ends)


def _amounts(record: Record) -> list[int | None]:
    """The figures of a row in its smallest printed unit."""
    texts = [slot.text.replace(",", "") if slot else "" for slot in record.slots]
    places = max((len(text.partition(".")[2]) for text in texts), default=0)
    return [int(Decimal(text) * 10**places) if _AMOUNT.fullmatch(text) else None for text in texts]


def owners(records: list[Record], blocks: list[Columns]) -> list[int]:
    """The block of every record; of two totals of one name the second belongs to the next block."""
    found: list[int] = []
    for index, record in enumerate(records):
        own = block_of(record, blocks)
        again = index > 0 and record.name == records[index - 1].name and not record.place and record.name != ""
        found.append(min(found[-1] + 1, len(blocks) - 1) if again and own == found[-1] else own)
    return found


def block_of(record: Record, blocks: list[Columns]) -> int:
    """Which block a record stands in: the second of its line, else the one whose rows end like its name."""
    if len(blocks) == 1:
        return 0
    if record.place:
        return min(record.place, len(blocks) - 1)
    fits = [max((len(end) for end in block.ends if record.name.endswith(end)), default=0) for block in blocks]
    return fits.index(max(fits)) if max(fits) else 0


def _column_counts(lines: list[list[Token]]) -> list[int]:
    """How many columns each block has, from the line that numbers them."""
    for tokens in lines:
        if tokens and numbers_columns(tokens):
            counts: list[int] = []
            for token in tokens:
                if token.kind == "text":
                    counts.append(0)
                else:
                    counts = [*counts[:-1], counts[-1] + 1] if counts else [1]
            return counts
    return []


def _known_columns(block: Block, heads: HeadText, count: int) -> Columns:
    kept = present(block, heads, count)
    place = {column: index for index, column in enumerate(kept)}
    sums = [
        Sum(place[total], tuple((place[part], sign) for part, sign in parts if part in place))
        for total, parts in block.sums
        if total in place and any(part in place for part, _ in parts)
    ]
    usual = tuple(place[column] for column in block.usual if column in place)
    return Columns(
        head=(heads.locate(block.head),) if block.head else (),
        paths=tuple(head_path(block.columns[column], heads) for column in kept),
        form=Form(len(kept), tuple(sums), usual),
        ends=block.ends,
    )
