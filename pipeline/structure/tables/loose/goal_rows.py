"""Rows of target and score tables out of tokens, whatever lines their names and values broke into."""

from __future__ import annotations

import re

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.goal_lines import Widths, is_whole_line, rank_of, told_levels
from pipeline.structure.tables.loose.goal_reader import (
    ITEM,
    SHORT,
    TAIL,
    TOTAL_FIELD,
    GoalReader,
    GoalRow,
    goes_on,
    is_empty_part,
    is_full,
    is_remark,
    is_value,
    names_next,
)
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece, squeeze

_TOTAL_ROW = re.compile(r"(?:合|总)计:?")  # of all points, under no level


_MOST_PARTS = 20  # lines over which a level's name may break


def goal_rows(lines: list[list[Token]], source: str, widths: Widths) -> list[GoalRow]:
    """Rows out of tokens; a level, or words after a full row, start one."""
    reader = GoalReader(source, widths)
    for number, tokens in enumerate(lines):
        pending = bool(reader.names) and not reader.values  # a name that broke over lines
        told = 0 if reader.depth or pending else told_levels(tokens, widths)
        for place, token in enumerate(tokens[:told]):
            reader.level(token.piece, rank_of(token, place, told, widths))
        rest = tokens[told:]
        levels = next((i for i, token in enumerate(rest) if not is_level(token.text)), len(rest) - 1)
        if is_whole_line(rest, levels, widths) and not reader.depth:
            _take_whole(reader, rest, levels)
            continue
        for index, token in enumerate(rest):
            after = rest[index + 1] if index + 1 < len(rest) else _first(lines, number + 1)
            _take(reader, token, after, fresh=index + told == 0)
    reader.close()
    return reader.rows


def _first(lines: list[list[Token]], number: int) -> Token | None:
    return lines[number][0] if number < len(lines) and lines[number] else None


def _take_whole(reader: GoalReader, tokens: list[Token], levels: int) -> None:
    """A line with as many cells as the table has columns: levels, a name, then values, be they words or figures."""
    for token in tokens[:levels]:
        _take_level(reader, token)
    name = tokens[levels]
    pending = reader.names if not reader.values and not levels and not is_empty_part(reader, name) else []
    reads_on = reader.below_level or len(name.text) <= SHORT  # 养老服务设施持续 below a level, then 运营率 ≥90% 100%
    if reader.values or not levels:
        reader.close()
    if TOTAL_FIELD.fullmatch(name.text) or _TOTAL_ROW.fullmatch(name.text):
        reader.levels = {}
    reader.names = [*(pending if reads_on else []), name.piece]
    reader.values = [None if token.kind == "empty" else token.piece for token in tokens[levels + 1 :]]


def _take(reader: GoalReader, token: Token, after: Token | None, *, fresh: bool) -> None:
    if reader.depth or (token.text.startswith("(") and reader.levels and not reader.names and not reader.values):
        reader.depth += token.text.count("(") - token.text.count(")")
        return
    ends_name = bool(reader.names) and not reader.values and after is not None and after.kind == "figure"
    if token.kind == "text" and not (fresh and ends_name) and _take_level(reader, token):
        return
    if token.kind == "empty" and (reader.names or reader.values):
        reader.values.append(None)
    elif token.kind == "figure" or is_value(reader, token):
        reader.values.append(token.piece)
    elif token.kind == "text":
        _take_text(reader, token, after, fresh=fresh)


def _take_level(reader: GoalReader, token: Token) -> bool:
    if words.LEVEL_ONE.fullmatch(token.text):
        reader.level(token.piece, 1)
        return True
    parts = reader.names[:_MOST_PARTS] if not reader.values else []
    broken = "".join(part.text for part in parts) + token.text
    for text in (token.text, broken):
        if words.LEVEL_TWO.fullmatch(text):
            reader.level(token.piece, 2)
            return True
    return False


def _take_text(reader: GoalReader, token: Token, after: Token | None, *, fresh: bool) -> None:
    last = reader.values[-1] if reader.values else None
    open_row = bool(reader.values) and not reader.is_total and not TOTAL_FIELD.fullmatch(token.text)
    if open_row and fresh and names_next(reader, token, after):
        open_row = False
    full = is_full(reader, fresh=fresh)
    is_tail = not reader.widths.units and bool(TAIL.fullmatch(token.text))
    if open_row and last and (is_tail or (fresh and goes_on(last, token, after))):
        reader.values[-1] = Piece(last.start, token.piece.end, squeeze(reader.source[last.start : token.piece.end]))
    elif open_row and (not full or is_remark(reader, token)):
        reader.values.append(token.piece)
    else:
        if ITEM.match(token.text):
            reader.names = [] if not reader.values else reader.names  # a remark cannot be told from a name before this
        if reader.values:
            reader.close()
        if TOTAL_FIELD.fullmatch(token.text) or _TOTAL_ROW.fullmatch(token.text):
            reader.levels, reader.names = {}, []
        if is_empty_part(reader, token):
            reader.names = []
        reader.names.append(token.piece)
