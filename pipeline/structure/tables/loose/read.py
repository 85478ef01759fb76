"""A region without marks to the cells of its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.loose.anchors import numbers_columns
from pipeline.structure.tables.loose.heads import HeadText, choose_form, head_path, head_text, plain_heads, present
from pipeline.structure.tables.loose.records import Record, coded_records, named_records
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.loose.tree import tree_of
from pipeline.structure.tables.pieces import Piece, quoted
from pipeline.structure.tables.placing import Form, Node, Placed, place_rows
from pipeline.structure.tables.standard import Block, Sum
from pipeline.structure.tables.units import cell_unit

_ACCOUNT_HEAD = re.compile(r"(?:预算|决算|执行)数")
Known = dict[tuple[str, str], int]  # figures of sister tables, by row and column head


class Reading(NamedTuple):
    """What a region was read as."""

    kind: str  # of the known form, empty if none
    cells: list[Cell]


class _Columns(NamedTuple):
    """The columns of one block as printed."""

    head: tuple[Piece, ...]  # over all of them: 收入
    paths: tuple[tuple[Piece, ...], ...]
    form: Form
    ends: tuple[str, ...]


def read_region(region: Region, source: str, text: str, unit: str, known: Known) -> Reading:
    """The cells of a region; ``known`` holds figures of sister tables by row and column head, and takes in this one's."""
    first = _first_row(region.lines)
    head_lines, data = region.lines[:first], [tokens for tokens in region.lines[first:] if not numbers_columns(tokens)]
    heads = head_text(source, head_lines)
    rows = _rows_kind(data)
    title = region.title.text if region.title else ""
    form = choose_form(_bare(title), heads, rows)
    numbered = "行次" in heads.text
    records = coded_records(data) if rows == "code" else named_records(data, numbered=numbered)
    counts = _column_counts(head_lines)
    if form:
        blocks = [_known_columns(b, heads, counts[i] if i < len(counts) else 0) for i, b in enumerate(form.blocks)]
    else:
        widest = max((len(record.figures) for record in records), default=0)
        blocks = [_plain_columns(head_lines, widest)]
    cells = list(_cells(records, blocks, text, unit, known))
    kind = form.kind if form else "account" if rows == "code" or _ACCOUNT_HEAD.search(heads.text) else ""
    return Reading(kind, sorted(cells, key=lambda cell: cell.start))


def _bare(title: str) -> str:
    return title[: title.rindex("(")] if title.endswith(")") and "(" in title else title


def _first_row(lines: list[list[Token]]) -> int:
    """The first line that is a row: a figure that numbers no column, a code and a name, or a numbered account line."""
    for index, tokens in enumerate(lines):
        if not tokens or numbers_columns(tokens):
            continue
        first = tokens[0]
        if first.kind == "text" and words.NUMBERED.match(first.text):
            return index
        if any(token.kind == "figure" for token in tokens):
            return index
    return len(lines)


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


def _rows_kind(data: list[list[Token]]) -> str:
    """code, name or none, from the first tokens of the rows."""
    coded = sum(
        1
        for tokens in data
        if len(tokens) > 1 and words.ACCOUNT_CODE.fullmatch(tokens[0].text) and tokens[1].kind == "text"
    )
    named = sum(1 for tokens in data if tokens and tokens[0].kind == "text")
    if coded:
        return "code"
    return "name" if named else "none"


def _known_columns(block: Block, heads: HeadText, count: int) -> _Columns:
    kept = present(block, heads, count)
    place = {column: index for index, column in enumerate(kept)}
    sums = [
        Sum(place[total], tuple((place[part], sign) for part, sign in parts if part in place))
        for total, parts in block.sums
        if total in place and any(part in place for part, _ in parts)
    ]
    usual = tuple(place[column] for column in block.usual if column in place)
    return _Columns(
        head=(heads.locate(block.head),) if block.head else (),
        paths=tuple(head_path(block.columns[column], heads) for column in kept),
        form=Form(len(kept), tuple(sums), usual),
        ends=block.ends,
    )


def _plain_columns(lines: list[list[Token]], count: int) -> _Columns:
    heads = plain_heads(lines, count)
    return _Columns((), tuple((head,) for head in heads), Form(len(heads), (), ()), ())


def _block_of(record: Record, blocks: list[_Columns]) -> int:
    """Which block a record stands in: the second of its line, else the one whose rows end like its name."""
    if len(blocks) == 1:
        return 0
    if record.place:
        return min(record.place, len(blocks) - 1)
    fits = [max((len(end) for end in block.ends if record.name.endswith(end)), default=0) for block in blocks]
    return fits.index(max(fits)) if max(fits) else 0


def _cells(records: list[Record], blocks: list[_Columns], text: str, unit: str, known: Known) -> Iterator[Cell]:
    owners = [_block_of(record, blocks) for record in records]
    for number, block in enumerate(blocks):
        own = [record for record, owner in zip(records, owners, strict=True) if owner == number and record.figures]
        if not block.form.width:
            continue
        scale = max((_decimals(part.text) for record in own for part in record.figures), default=0)
        figures = [tuple(_whole(part.text, scale) for part in record.figures) for record in own]
        children = tree_of(own)
        last = [path[-1].text for path in block.paths]
        nodes = [
            Node(
                row,
                tuple(below),
                {i: known[key] for i, head in enumerate(last) if (key := (_key(record), head)) in known},
            )
            for record, row, below in zip(own, figures, children, strict=True)
        ]
        for record, row, placed in zip(own, figures, place_rows(nodes, block.form), strict=True):
            for column, figure in zip(placed.layout, row, strict=False):
                known.setdefault((_key(record), last[column]), figure)
            yield from _row_cells(record, placed, block, text, unit)


def _key(record: Record) -> str:
    return record.code or words.NUMBERED.sub("", record.name, count=1)


def _row_cells(record: Record, placed: Placed, block: _Columns, text: str, unit: str) -> Iterator[Cell]:
    name = "".join(quoted(text, part) for part in record.names)
    for figure, column, confidence in zip(record.figures, placed.layout, placed.confidences, strict=False):
        path = (*block.head, *block.paths[column])
        yield Cell(
            start=figure.start,
            end=figure.end,
            row=name,
            row_code=record.code,
            row_start=record.names[0].start if record.names else 0,
            row_end=record.names[-1].end if record.names else 0,
            column=tuple(quoted(text, head) if head.end else head.text for head in path),
            column_start=path[-1].start,
            column_end=path[-1].end,
            unit="%" if figure.text.endswith("%") else cell_unit(path[-1].text, record.name, "", unit),
            confidence=confidence,
        )


def _decimals(figure: str) -> int:
    return min(len(figure.partition(".")[2].rstrip("%")), 6)


def _whole(figure: str, scale: int) -> int:
    """The figure as a whole number of its last printed digit; what is no plain number counts nothing."""
    if not words.PLAIN_NUMBER.fullmatch(figure):
        return 0
    number = Decimal(figure.rstrip("%").replace(",", "").replace("−", "-"))
    return int(number * 10**scale)
