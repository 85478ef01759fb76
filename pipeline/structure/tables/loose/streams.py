"""One cell a line and no marks of rows: cells regrouped into the lines that a table would have."""

from __future__ import annotations

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token

_LEAST = 6  # cells that make a stream


def is_stream(lines: list[list[Token]]) -> bool:
    """Whether nearly every line holds one cell, and no line a name with its figure."""
    rows = sum(1 for tokens in lines if len(tokens) > 1 and any(token.kind == "figure" for token in tokens))
    figures = sum(1 for tokens in lines if len(tokens) == 1 and tokens[0].kind == "figure")
    return len(lines) >= _LEAST and figures > 1 and 20 * rows <= figures


def regroup(lines: list[list[Token]]) -> list[list[Token]]:
    """Head cells in one line, then a line a row: words, then the figures that follow them."""
    cells = [token for tokens in lines for token in tokens]
    rows: list[list[Token]] = [[]]
    filled = False  # whether the last row holds a figure behind its name
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        if _starts_row(cell, rows[-1], after, filled=filled):
            rows.append([])
            filled = False
        filled = filled or (cell.kind != "text" and not (not rows[-1] and words.ACCOUNT_CODE.fullmatch(cell.text)))
        rows[-1].append(cell)
    return [part for row in rows for part in _without_heads(row, first=row is rows[0]) if part]


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
    text = token.text
    return bool(
        words.GOAL_HEAD.fullmatch(text) or words.GOAL_NAME.fullmatch(text) or words.UNIT_IN_HEAD.fullmatch(text)
    )
