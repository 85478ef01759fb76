"""Eight ways to flatten one table: what web pages, PDF readers and copying leave of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

Grid = list[list[str]]  # rows of cells, empty ones as ""


class Sheet(NamedTuple):
    """A table as it was laid out."""

    title: str
    heads: list[str]
    rows: Grid
    names: int  # columns that name a row


def _page(sheet: Sheet, body: str) -> str:
    return f"{sheet.title}\n单位：万元\n{body}\n"


def tabs(sheet: Sheet) -> str:
    return _page(sheet, "\n".join("\t".join(row) for row in [sheet.heads, *sheet.rows]))


def blanks(sheet: Sheet) -> str:
    """Empty cells print a dash, so that none is lost."""
    rows = [[cell or "—" for cell in row[sheet.names :]] for row in sheet.rows]
    lines = [[*filter(None, row[: sheet.names]), *rest] for row, rest in zip(sheet.rows, rows, strict=True)]
    return _page(sheet, "\n".join(" ".join(row) for row in [sheet.heads, *lines]))


def pipes(sheet: Sheet) -> str:
    return _page(sheet, "\n".join("| " + " | ".join(row) + " |" for row in [sheet.heads, *sheet.rows]))


def one_cell_a_line(sheet: Sheet) -> str:
    return _page(sheet, "\n\n".join("\n".join("\t" + cell for cell in row) for row in [sheet.heads, *sheet.rows]))


def wrapped_heads(sheet: Sheet) -> str:
    """The later heads stand on a second line, broken in their middle."""
    first, rest = sheet.heads[:-2], sheet.heads[-2:]
    heads = " ".join(first) + " " + rest[0][:2] + "\n" + rest[0][2:] + " " + rest[1]
    return _page(sheet, "\n".join([heads, *(" ".join(filter(None, row)) for row in sheet.rows)]))


def empty_cells_dropped(sheet: Sheet) -> str:
    return _page(sheet, "\n".join(" ".join(filter(None, row)) for row in [sheet.heads, *sheet.rows]))


def side_by_side(sheet: Sheet) -> str:
    """The second half of the rows beside the first."""
    half = -(-len(sheet.rows) // 2)
    right = [*sheet.rows[half:], *[[""] * len(sheet.heads)] * (2 * half - len(sheet.rows))]
    pairs = zip([sheet.heads, *sheet.rows[:half]], [sheet.heads, *right], strict=True)
    return _page(sheet, "\n".join("\t".join([*left, *beside]) for left, beside in pairs))


def column_major(sheet: Sheet) -> str:
    """Column after column, a cell a line, empty ones gone."""
    columns = zip(*sheet.rows, strict=True)
    return _page(sheet, "\n".join([*sheet.heads, *(cell for column in columns for cell in column if cell)]))


WAYS: dict[Callable[[Sheet], str], float] = {  # and the share of the cells that each must give back
    tabs: 0.95, blanks: 0.95, pipes: 0.95, one_cell_a_line: 0.95, wrapped_heads: 0.95, empty_cells_dropped: 0.95,
    side_by_side: 0.8, column_major: 0.8,
}  # fmt: skip


def printed(sheet: Sheet) -> Iterator[tuple[str, str, str]]:
    """Figure, row head and column head of every filled cell."""
    for row in sheet.rows:
        name = next(cell for cell in reversed(row[: sheet.names]) if cell)
        for head, cell in zip(sheet.heads[sheet.names :], row[sheet.names :], strict=True):
            if any(letter.isdigit() for letter in cell):
                yield cell, name, head
