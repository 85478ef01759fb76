"""Tables that were joined into one long line: ``一级指标 二级指标 … 得分 产出指标 数量指标 义诊场次 ≥12场 14场 10 10 …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.structure.tables import words
from pipeline.structure.tables.bands import is_prose
from pipeline.structure.tables.loose.anchors import LONGEST
from pipeline.structure.tables.loose.regions import Region
from pipeline.structure.tables.loose.streams import regroup
from pipeline.structure.tables.loose.tokens import Token, tokens_of
from pipeline.structure.tables.pieces import Piece
from pipeline.structure.tables.stretches import Line

LEAST_HEADS = 4
_HEADS = re.compile(
    rf"(?:(?:{words.GOAL_HEAD.pattern}|{words.GOAL_NAME.pattern})[ ]?(?:\(万?元\))?[ ]+){{{LEAST_HEADS},}}"
)
_LOOK_BACK = 200  # characters before the heads in which the title stands


def find_long_lines(source: str, lines: list[Line]) -> Iterator[Region]:
    """Yield the part of every long line that begins with four heads or more."""
    for line in lines:
        if line.end - line.start <= LONGEST or line.kind != "text":
            continue
        if source.count(" ", line.start, line.end) < LEAST_HEADS:
            continue  # running text, passed over at a glance
        heads = _HEADS.search(source, line.start, line.end)
        if heads:
            tokens = [token for token in tokens_of(source, heads.start(), line.end) if not is_prose(token.text)]
            title = _title_before(source, max(line.start, heads.start() - _LOOK_BACK), heads.start())
            start = title.start if title else heads.start()
            yield Region("goals", title, "", start, tokens[-1].piece.end, regroup([[token] for token in tokens]))


def _title_before(source: str, start: int, end: int) -> Piece | None:
    titles = [token.piece for token in _texts(source, start, end) if words.TITLE.fullmatch(token.text)]
    return titles[-1] if titles else None


def _texts(source: str, start: int, end: int) -> list[Token]:
    return [token for token in tokens_of(source, start, end) if token.kind == "text"]
