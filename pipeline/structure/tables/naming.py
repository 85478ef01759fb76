"""What names a figure: the row head beside it, the heads that enclose it, its code."""

from __future__ import annotations

from pipeline.structure.tables import words
from pipeline.structure.tables.columns import Column
from pipeline.structure.tables.pieces import EMPTY, Piece, Row


def naming_columns(columns: list[Column], upto: int) -> list[int]:
    """The columns that name the figure in column ``upto``: of two blocks side by side, those of its own."""
    block = [i for i in range(upto) if columns[i].role in ("name", "code")]
    while block and any(columns[i].role == "figure" for i in range(block[0], block[-1])):
        block = block[1:]
    return block


def row_names(
    row: Row, columns: list[Column], block: list[int], upto: int, carried: list[Piece]
) -> tuple[Piece, list[Piece], str]:
    """Row head, enclosing heads and code for the figure in column ``upto``; ``carried`` holds merged names."""
    code = next(
        (row[i].text for i in block if columns[i].role == "code" and words.ACCOUNT_CODE.fullmatch(row[i].text)),
        "",
    )
    own = [i for i in block if row[i].text and row[i].text != code]
    if not own:
        return _fallback(row, columns, upto, carried), [], code
    path = [carried[i] for i in block if i < own[-1] and carried[i].text and columns[i].role == "name"]
    return row[own[-1]], path, code


def _fallback(row: Row, columns: list[Column], upto: int, carried: list[Piece]) -> Piece:
    """The nearest name of another block of the row, or the last one printed above."""
    for i in range(upto - 1, -1, -1):
        if row[i].text and columns[i].role in ("name", "code"):
            return row[i]
    return next((carried[i] for i in range(upto - 1, -1, -1) if carried[i].text), EMPTY)


def carry_down(row: Row, columns: list[Column], carried: list[Piece]) -> None:
    """Take the names of a row into ``carried``; a new outer name ends those inside it."""
    for index, cell in enumerate(row):
        if cell.text and columns[index].role == "name":
            carried[index:] = [cell, *[EMPTY] * (len(columns) - index - 1)]
