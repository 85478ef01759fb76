"""One cell a line and no marks of rows: cells regrouped into the lines that a table would have."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.dumps import dumped_rows
from pipeline.structure.tables.loose.heaps import unheaped
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token

_HEAD = re.compile("|".join(f"(?:{head.pattern})" for head in (words.GOAL_HEAD, words.GOAL_NAME, words.UNIT_IN_HEAD)))
_LEAST = 6  # cells that make a stream
_LEAST_NUMBERED = 3  # columns


def is_stream(lines: list[list[Token]]) -> bool:
    """Whether nearly every line holds one cell, and no line a name with its figure."""
    rows = sum(1 for tokens in lines if len(tokens) > 1 and any(token.kind == "figure" for token in tokens))
    figures = sum(1 for tokens in lines if len(tokens) == 1 and tokens[0].kind == "figure")
    return len(lines) >= _LEAST and figures > 1 and 20 * rows <= figures


def regroup(lines: list[list[Token]]) -> list[list[Token]]:
    """Head cells in one line, then a line a row: words, then the figures that follow them.

    Where columns are numbered, all words above are heads, and so they are where no word follows the first figure.
    """
    cells = [token for tokens in lines for token in tokens]
    heap = unheaped(cells) or _undumped_form(cells)
    if heap:
        return heap
    first = next((index for index, cell in enumerate(cells) if cell.kind == "figure"), len(cells))
    numbers = _column_numbers(cells, first)
    if numbers or _is_one_row(cells, first):
        heads, rest = cells[:first], cells[first + numbers :]
        return [part for part in (heads, cells[first : first + numbers], *_rows(rest)) if part]
    return [part for row in _rows(cells) for part in _without_heads(row, first=row[0] is cells[0]) if part]


def _undumped_form(cells: list[Token]) -> list[list[Token]] | None:
    """The heads of a form and its rows, where it was dumped column by column."""
    start = next((index for index, cell in enumerate(cells) if _is_head(cell)), len(cells))
    end = next((index for index in range(start, len(cells)) if not _is_head(cells[index])), len(cells))
    columns = sum(1 for cell in cells[start:end] if words.GOAL_HEAD.fullmatch(cell.text))
    rows = dumped_rows(cells[end:], columns) if columns > 1 else None
    return [*([cells[:start]] if start else []), cells[start:end], *rows] if rows else None


def _is_one_row(cells: list[Token], first: int) -> bool:
    """Whether nothing but figures follows the words, and none of these is a name behind the heads of a form."""
    heads = sum(1 for cell in cells[:first] if _is_head(cell))
    return (
        len(cells) - first >= _LEAST and heads < _LEAST_NUMBERED and all(cell.kind != "text" for cell in cells[first:])
    )


def _column_numbers(cells: list[Token], first: int) -> int:
    """How many figures from ``first`` on number the columns: 1, 2, 3; none below 栏次 1 栏次 2."""
    count = 0
    while first + count < len(cells) and cells[first + count].text == str(count + 1):
        count += 1
    return count if count >= _LEAST_NUMBERED else 0


def _rows(cells: list[Token]) -> list[list[Token]]:
    rows: list[list[Token]] = [[]]
    filled = False  # whether the last row holds a figure behind its name
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        if _starts_row(cell, rows[-1], after, filled=filled):
            rows.append([])
            filled = False
        filled = filled or (cell.kind != "text" and not (not rows[-1] and words.ACCOUNT_CODE.fullmatch(cell.text)))
        rows[-1].append(cell)
    return [row for row in rows if row]


def _starts_row(cell: Token, row: list[Token], after: Token | None, *, filled: bool) -> bool:
    if words.VERBAL.fullmatch(cell.text) and not is_level(cell.text):
        return False
    if filled:
        return cell.kind == "text" or _is_code(cell, after)
    if is_level(cell.text):
        return bool(row) and not is_level(row[-1].text)
    return bool(row) and _is_code(cell, after)


def _is_code(cell: Token, after: Token | None) -> bool:
    return bool(after) and after is not None and after.kind == "text" and bool(words.ACCOUNT_CODE.fullmatch(cell.text))


def _without_heads(row: list[Token], *, first: bool) -> list[list[Token]]:
    """What stands before the heads in a row, the heads, and the row that they head."""
    figure = next((index for index, token in enumerate(row) if token.kind == "figure"), len(row))
    heads = [index for index, token in enumerate(row[:figure]) if _is_head(token)]
    if len(heads) > 2:
        start, known = heads[-1], set(heads)
        while start - 1 in known:
            start -= 1
        return [row[:start], row[start : heads[-1] + 1], row[heads[-1] + 1 :]]
    if not first or figure == len(row):
        return [row]
    after = row[figure + 1] if figure + 1 < len(row) else None
    cut = figure if _is_code(row[figure], after) else max(figure - 1, 0)
    return [row[:cut], row[cut:]]


def _is_head(token: Token) -> bool:
    return _HEAD.fullmatch(token.text) is not None
