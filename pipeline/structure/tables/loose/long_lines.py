"""Tables that were joined into one long line: ``一级指标 二级指标 … 得分 产出指标 数量指标 义诊场次 ≥12场 14场 10 10 …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_prose
from pipeline.structure.tables.loose.anchors import LONGEST
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.loose.streams import regroup
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece, squeeze
from pipeline.structure.tables.stretches import Line
from pipeline.structure.tables.titles import FURNITURE, declared_unit

LEAST_HEADS = 4
_HEADS = re.compile(
    rf"(?:(?:{words.GOAL_HEAD.pattern}|{words.GOAL_NAME.pattern})[ ]?(?:\(万?元\))?[ ]+){{{LEAST_HEADS},}}"
)
_ACCOUNT = re.compile(r"公开\s?0?\d{1,2}\s?表|科目编码|行次")
_ROW = re.compile(r"合计|总计")
_AMOUNT = re.compile(r"(?<= )-?\d[\d,]*\.\d{1,6}(?= |$)")
_LEAST_AMOUNTS = 6
_LOOK_BACK = 200  # characters before the heads in which the title stands


def find_long_lines(source: str, lines: list[Line]) -> Iterator[Region]:
    """Yield the part of every long line that begins with four heads or more."""
    for line in lines:
        if line.end - line.start <= LONGEST or line.kind != "text":
            continue
        if source.count(" ", line.start, line.end) < LEAST_HEADS:
            continue  # running text, passed over at a glance
        if _ACCOUNT.search(source, line.start, min(line.end, line.start + _LOOK_BACK)):
            yield from _account(source, line)
            continue
        heads = _HEADS.search(source, line.start, line.end)
        if heads:
            tokens = [token for token in tokens_of(source, heads.start(), line.end) if not is_prose(token.text)]
            title = _title_before(source, max(line.start, heads.start() - _LOOK_BACK), heads.start())
            start = title.start if title else heads.start()
            yield Region("goals", title, "", start, tokens[-1].piece.end, regroup([[token] for token in tokens]))


def _account(source: str, line: Line) -> Iterator[Region]:
    """A line as one account table, if it holds amounts enough."""
    amounts = sum(1 for _ in islice(_AMOUNT.finditer(source, line.start, line.end), _LEAST_AMOUNTS))
    if amounts < _LEAST_AMOUNTS:
        return
    tokens = tokens_of(source, line.start, line.end)
    titles = [index for index, token in enumerate(tokens[:_LOOK_BACK]) if words.is_title(token.text)]
    title = tokens[titles[-1]].piece if titles else None
    rest = [token for token in tokens[titles[-1] + 1 if titles else 0 :] if not FURNITURE.fullmatch(token.text)]
    unit = declared_unit(squeeze(source[line.start : min(line.end, line.start + _LOOK_BACK)]))
    first = next(
        (i for i, token in enumerate(rest) if words.NUMBERED.match(token.text) or _ROW.fullmatch(token.text)), 0
    )
    yield Region("account", title, unit, line.start, tokens[-1].piece.end, [rest[:first], rest[first:]])


def _title_before(source: str, start: int, end: int) -> Piece | None:
    titles = [token.piece for token in _texts(source, start, end) if words.is_title(token.text)]
    return titles[-1] if titles else None


def _texts(source: str, start: int, end: int) -> list[Token]:
    return [token for token in tokens_of(source, start, end) if token.kind == "text"]
