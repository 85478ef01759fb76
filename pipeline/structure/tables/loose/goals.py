"""Target, score and fund tables of self-evaluation forms whose cells stand between blanks or on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.records import Cell
from pipeline.structure.tables import words
from pipeline.structure.tables.columns import role_of
from pipeline.structure.tables.loose.heads import head_text
from pipeline.structure.tables.loose.levels import is_level
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece, quoted, squeeze
from pipeline.structure.tables.units import cell_unit, field_unit

_TAIL = re.compile(rf"(?:年?底前?|年?末|前|以[上下内前]|左右|及以上|[万亿]元?|{words.UNIT_WORDS})++")
_TOTAL_FIELD = re.compile(r".*(?:综合|自评|评价|总)(?:得|评)?分[::]?")
_FUND_ROW = re.compile(r"(?:年度)?(?:资金|项目|预算)?(?:总额|总计|合计)[::]?|.*资金总额[::]?|其中[::].*")


_HEAD_FIGURE = re.compile(r"\d(?:%|分)")


class GoalRow(NamedTuple):
    """A row: enclosing levels, the parts of its name, what it prints behind the name (None for a dash)."""

    path: tuple[Piece, ...]
    names: tuple[Piece, ...]
    values: tuple[Piece | None, ...]


def read_goals(lines: list[list[Token]], source: str, text: str, unit: str) -> list[Cell]:
    """The cells of a form; ``lines`` begin with a head, and a further head begins a further table."""
    cells: list[Cell] = []
    part: list[list[Token]] = []
    for tokens in lines:
        if part and is_goal_head(tokens) and not is_goal_head(part[-1]):
            cells.extend(_read_table(part, source, text, unit))
            part = []
        part.append(tokens)
    return sorted([*cells, *_read_table(part, source, text, unit)], key=lambda cell: cell.start)


def _read_table(lines: list[list[Token]], source: str, text: str, unit: str) -> list[Cell]:
    first = _first_row(lines)
    heads = head_text(source, lines[:first])
    columns = [heads.locate_span(match.span()) for match in words.GOAL_HEAD.finditer(heads.text)]
    told = words.UNIT_IN_HEAD.search(heads.text)
    unit = told[1] if told else unit
    cells: list[Cell] = []
    levels: set[Piece] = set()
    for row in goal_rows(lines[first:], source, _widths(columns)):
        fresh = [level for level in row.path if level not in levels and row.names and _HEAD_FIGURE.search(level.text)]
        levels.update(fresh)
        cells.extend(_level_cell(level, row, text) for level in fresh)
        cells.extend(_cells(row, columns, text, unit))
    return cells


def _level_cell(level: Piece, row: GoalRow, text: str) -> Cell:
    """A level that prints its points: 产出指标(50分)."""
    path = tuple(quoted(text, part) for part in row.path[: row.path.index(level)])
    return Cell(
        start=level.start, end=level.end, role="head", row=quoted(text, level), row_start=level.start,
        row_end=level.end, path=path,
    )  # fmt: skip


def _widths(columns: list[Piece]) -> tuple[int, int]:
    """How many columns hold values, without and with those of reasons and remarks."""
    plain = sum(1 for column in columns if role_of(column.text) not in ("prose", "rule"))
    return max(plain, 1), max(len(columns), 1)


def is_goal_head(tokens: list[Token]) -> bool:
    """Whether a line is the head of a form table: two heads at least, and little else."""
    narrow = "".join(token.text for token in tokens)
    if len(narrow) > 90 or any(token.kind == "figure" for token in tokens):
        return False
    found = [*words.GOAL_HEAD.finditer(narrow), *words.GOAL_NAME.finditer(narrow)]
    return len(found) >= 2 and 5 * sum(len(match[0]) for match in found) >= 3 * len(narrow)


def _first_row(lines: list[list[Token]]) -> int:
    """The first line that is a row: a figure, a level, the total of the funds."""
    for index, tokens in enumerate(lines):
        for token in tokens:
            if token.kind == "figure" or is_level(token.text) or _FUND_ROW.fullmatch(token.text):
                return index
    return len(lines)


class _Reader:
    """The state while rows are read: levels that hold, the row that is open."""

    def __init__(self, source: str, widths: tuple[int, int]) -> None:
        self.source, self.widths = source, widths
        self.levels: list[Piece] = []
        self.names: list[Piece] = []
        self.values: list[Piece | None] = []
        self.rows: list[GoalRow] = []
        self.depth = 0  # brackets that a level's comment has open

    def close(self) -> None:
        if self.values:
            self.rows.append(GoalRow(tuple(self.levels), tuple(self.names), tuple(self.values)))
        self.names, self.values = [], []

    def level(self, part: Piece, rank: int) -> None:
        self.close()
        self.levels = [*self.levels[: rank - 1], part] if rank > 1 else [part]

    @property
    def is_total(self) -> bool:
        return bool(self.names) and bool(_TOTAL_FIELD.fullmatch(self.names[-1].text))


def goal_rows(lines: list[list[Token]], source: str, widths: tuple[int, int]) -> list[GoalRow]:
    """Rows out of tokens; a level, or words after a full row, start one."""
    reader = _Reader(source, widths)
    for number, tokens in enumerate(lines):
        levels = next((i for i, token in enumerate(tokens) if not is_level(token.text)), len(tokens) - 1)
        if len(tokens) - levels - 1 in widths and tokens[levels].kind == "text" and not reader.depth:
            _take_whole(reader, tokens, levels)
            continue
        for index, token in enumerate(tokens):
            after = tokens[index + 1] if index + 1 < len(tokens) else _first(lines, number + 1)
            _take(reader, token, after, fresh=index == 0)
    reader.close()
    return reader.rows


def _first(lines: list[list[Token]], number: int) -> Token | None:
    return lines[number][0] if number < len(lines) and lines[number] else None


def _take_whole(reader: _Reader, tokens: list[Token], levels: int) -> None:
    """A line with as many cells as the table has columns: levels, a name, then values, be they words or figures."""
    for token in tokens[:levels]:
        _take_level(reader, token)
    if reader.values or not levels:
        reader.close()
    reader.names = [tokens[levels].piece]
    reader.values = [None if token.kind == "empty" else token.piece for token in tokens[levels + 1 :]]


def _take(reader: _Reader, token: Token, after: Token | None, *, fresh: bool) -> None:
    if reader.depth or (token.text.startswith("(") and reader.levels and not reader.names and not reader.values):
        reader.depth += token.text.count("(") - token.text.count(")")
        return
    if token.kind == "text" and _take_level(reader, token):
        return
    if token.kind == "empty" and (reader.names or reader.values):
        reader.values.append(None)
    elif token.kind == "figure":
        reader.values.append(token.piece)
    elif token.kind == "text":
        _take_text(reader, token, after, fresh=fresh)


def _take_level(reader: _Reader, token: Token) -> bool:
    if words.LEVEL_ONE.fullmatch(token.text):
        reader.level(token.piece, 1)
        return True
    broken = "".join(part.text for part in reader.names) + token.text if not reader.values else token.text
    for text in (token.text, broken):
        if words.LEVEL_TWO.fullmatch(text):
            reader.level(token.piece, 2)
            return True
    return False


def _take_text(reader: _Reader, token: Token, after: Token | None, *, fresh: bool) -> None:
    last = reader.values[-1] if reader.values else None
    open_row = bool(reader.values) and not reader.is_total and not _TOTAL_FIELD.fullmatch(token.text)
    full = len(reader.values) >= reader.widths[0 if fresh else 1]
    if open_row and last and (_TAIL.fullmatch(token.text) or (fresh and _goes_on(last, token, after))):
        reader.values[-1] = Piece(last.start, token.piece.end, squeeze(reader.source[last.start : token.piece.end]))
    elif open_row and not full:
        reader.values.append(token.piece)
    else:
        if reader.values:
            reader.close()
        if _TOTAL_FIELD.fullmatch(token.text):
            reader.levels, reader.names = [], []
        reader.names.append(token.piece)


def _goes_on(last: Piece, token: Token, after: Token | None) -> bool:
    """Whether a fragment on a new line is the rest of a wordy value: 配套申请, 到位3884万. A figure after it tells a name."""
    named = after is not None and after.kind == "figure"
    return not named and not words.FIGURE.fullmatch(last.text) and not token.text[0].isdigit()


def _cells(row: GoalRow, columns: list[Piece], text: str, unit: str) -> Iterator[Cell]:
    names = row.names or row.path[-1:]
    name = "".join(quoted(text, part) for part in names)
    span = (names[0].start, names[-1].end) if names else (0, 0)
    path = tuple(quoted(text, level) for level in (row.path if row.names else row.path[:-1]))
    if any(_HEAD_FIGURE.search(part.text) for part in names):
        yield Cell(start=span[0], end=span[1], role="head", row=name, row_start=span[0], row_end=span[1], path=path)
    values = [value for value in row.values if value is not None]
    label = "".join(part.text for part in names)
    if (
        len(values) == 1
        and _TOTAL_FIELD.fullmatch(label)
        and not any(words.SCORE_HEAD.fullmatch(c.text) for c in columns)
    ):
        value = values[0]
        yield Cell(start=value.start, end=value.end, row=name.rstrip("：:"), row_start=span[0], row_end=span[1],
                   unit=field_unit(label, unit))  # fmt: skip
        return
    for value, column in _assigned(row.values, columns):
        role = role_of(column.text)
        if not any(sign.isdigit() for sign in value.text) or role in ("unit", "comparator", "line"):
            continue
        yield Cell(
            start=value.start, end=value.end, role=role if role in ("rule", "prose") else "value", row=name,
            row_start=span[0], row_end=span[1], column=(quoted(text, column),), column_start=column.start,
            column_end=column.end, unit=cell_unit(column.text, label, "", unit), path=path,
        )  # fmt: skip


def _assigned(values: tuple[Piece | None, ...], columns: list[Piece]) -> list[tuple[Piece, Piece]]:
    """Values with their columns: one to one where their numbers agree, else where they fit best from left to right."""
    while len(values) > len(columns) and values[-1] is None:
        values = values[:-1]
    plain = [column for column in columns if role_of(column.text) not in ("prose", "rule")]
    for heads in (columns, plain):
        if len(heads) == len(values):
            return [(value, head) for value, head in zip(values, heads, strict=True) if value is not None]
    return _best_fit([value for value in values if value is not None], columns)


def _best_fit(values: list[Piece], columns: list[Piece]) -> list[tuple[Piece, Piece]]:
    best: list[tuple[float, tuple[tuple[Piece, Piece], ...]]] = [(0.0, ())] * (len(columns) + 1)
    for value in values:
        row: list[tuple[float, tuple[tuple[Piece, Piece], ...]]] = [best[0]]
        for index, column in enumerate(columns):
            score, pairs = best[index]
            taken = (score + _fit(value.text, column.text), (*pairs, (value, column)))
            row.append(max(row[-1], best[index + 1], taken, key=lambda option: option[0]))
        best = row
    return list(best[-1][1])


def _fit(value: str, head: str) -> float:
    number = bool(words.PLAIN_NUMBER.fullmatch(value)) and not value.endswith("%")
    if words.SCORE_HEAD.fullmatch(head):
        return 2.0 if number else -2.0
    if words.RATE_HEAD.fullmatch(head):
        return 2.0 if value.endswith("%") else -1.0
    if role_of(head) in ("prose", "rule"):
        return 0.5 if not words.FIGURE.fullmatch(value) else -2.0
    return 1.0
