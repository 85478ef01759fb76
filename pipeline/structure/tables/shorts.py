"""Account rows between marks that lost their empty cells: laid out by sums and by the tree of codes, as rows without marks."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.columns import Column
from pipeline.structure.tables.loose.records import Record
from pipeline.structure.tables.loose.tree import tree_of
from pipeline.structure.tables.pieces import EMPTY, Piece, Row
from pipeline.structure.tables.placing import Form, Node, Placed, place_rows
from pipeline.structure.tables.sums import find_sums

_LEAST_SHORT = 2  # rows
_FINEST = 6  # decimals that sums are checked to


class _Short(NamedTuple):
    """An account row without empty cells."""

    names: Row
    figures: Row
    whole: bool  # it has its empty cells still


def placed_by_sums(rows: list[Row], columns: list[Column], full: int) -> dict[int, tuple[Row, Placed]]:
    """The layouts of rows that lost cells, by their number; nothing where the heads tell no sums.

    Heads that cover others have no column of their own where the rows are short: 基本支出 over 人员经费.
    """
    if sum(len(row) < full for row in rows) < _LEAST_SHORT:
        return {}  # no row lost a cell
    names = next((i for i, column in enumerate(columns) if column.role == "figure"), len(columns))
    places = [i for i, column in enumerate(columns) if i >= names and column.role == "figure"]
    if any(column.role not in ("figure", "prose") for column in columns[names:]):
        return {}
    sums = find_sums([tuple(head.text for head in columns[place].heads) for place in places])
    if not sums:
        return {}
    shorts = {number: _short(row, full) for number, row in enumerate(rows)}
    told = {number: short for number, short in shorts.items() if short and len(short.figures) <= len(places)}
    lost = [number for number, short in told.items() if not short.whole and len(short.figures) < len(places)]
    if len(lost) < _LEAST_SHORT:
        return {}
    nodes = _nodes(list(told.values()), rows, list(told), names, places)
    placed = dict(zip(told, place_rows(nodes, Form(len(places), sums, ())), strict=True))
    return {
        number: (_row(told[number], placed[number], names, places, len(columns)), placed[number]) for number in lost
    }


def _short(row: Row, full: int) -> _Short | None:
    """A row as names and figures; None if it is no row of amounts."""
    filled = [cell for cell in row if cell.text]
    names = [
        cell for cell in filled if words.ACCOUNT_CODE.fullmatch(cell.text) or not words.FIGURE.fullmatch(cell.text)
    ]
    figures = [cell for cell in filled if cell not in names]
    if (
        not names
        or filled[: len(names)] != names
        or not all(words.PLAIN_NUMBER.fullmatch(cell.text) for cell in figures)
    ):
        return None
    first = next(index for index, cell in enumerate(row) if cell.text)
    gaps = any(not cell.text for cell in row[first : row.index(filled[-1])])
    return _Short(names, figures, gaps or len(row) >= full) if figures else None


def _nodes(shorts: list[_Short], rows: list[Row], numbers: list[int], names: int, places: list[int]) -> list[Node]:
    records = [Record(_code(short), tuple(short.names[-1:]), tuple(short.figures), 0, 0) for short in shorts]
    amounts = [
        [Decimal(cell.text.rstrip("%").replace(",", "").replace("−", "-")) for cell in short.figures]
        for short in shorts
    ]
    scale = max((min(-int(amount.as_tuple().exponent), _FINEST) for own in amounts for amount in own), default=0)
    nodes = []
    for short, number, own, below in zip(shorts, numbers, amounts, tree_of(records), strict=True):
        cells = [rows[number][place] if place < len(rows[number]) else EMPTY for place in places]
        given = tuple(index for index, cell in enumerate(cells) if cell.text) if short.whole else None
        nodes.append(Node(tuple(int(amount * 10**scale) for amount in own), tuple(below), {}, given))
    return nodes


def _code(short: _Short) -> str:
    first = short.names[0].text
    return first if words.ACCOUNT_CODE.fullmatch(first) else ""


def _row(short: _Short, placed: Placed, names: int, places: list[int], width: int) -> Row:
    row: list[Piece] = [EMPTY] * width
    row[: min(len(short.names), names)] = short.names[:names]
    if len(short.names) == 1 < names and not _code(short):
        row[:names] = [EMPTY] * (names - 1) + short.names
    for column, figure in zip(placed.layout, short.figures, strict=True):
        row[places[column]] = figure
    return row
