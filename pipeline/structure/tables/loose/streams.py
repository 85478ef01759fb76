"""One cell a line and no marks of rows: cells regrouped into the lines that a table would have."""

from __future__ import annotations

from pipeline.structure.tables import words
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
    for index, cell in enumerate(cells):
        after = cells[index + 1] if index + 1 < len(cells) else None
        if _starts_row(cell, rows[-1], after):
            rows.append([])
        rows[-1].append(cell)
    return [part for row in rows for part in _without_heads(row, first=row is rows[0]) if part]


def _starts_row(cell: Token, row: list[Token], after: Token | None) -> bool:
    if any(token.kind == "figure" for token in row):
        return cell.kind == "text" or _is_code(cell, after)
    return bool(row) and _is_code(cell, after)


def _is_code(cell: Token, after: Token | None) -> bool:
    return bool(after) and after is not None and after.kind == "text" and bool(words.ACCOUNT_CODE.fullmatch(cell.text))


def _without_heads(row: list[Token], *, first: bool) -> list[list[Token]]:
    """The heads that stand before a row's name, and the row."""
    heads = [
        index
        for index, token in enumerate(row)
        if token.kind == "text" and (words.GOAL_HEAD.fullmatch(token.text) or words.GOAL_NAME.fullmatch(token.text))
    ]
    figures = next((index for index, token in enumerate(row) if token.kind == "figure"), len(row))
    if len(heads) > 2:
        cut = heads[-1] + 1
    elif first and figures < len(row):
        cut = max(
            figures
            - (0 if row[figures].text.isdigit() and figures + 1 < len(row) and row[figures + 1].kind == "text" else 1),
            0,
        )
    else:
        return [row]
    return [row[:cut], row[cut:]]
