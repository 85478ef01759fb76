"""The lines of a report as the facts need them: cells apart, blanks taken out, both ends of a long report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\t|]+")  # a tab or a bar parts the cells of a row
_PIECE = re.compile(r"(?:\S*(?<!\d)20\d\d\s+(?=年))?\S+")  # 2021 年 is one
_MARKUP = "#>*•"  # before a line of a web page
END = 200_000  # characters from either end that are looked at; no fact lies further in
LONGEST = 60  # characters of a line that is a title, a name, a label or a signature
_LOOKED_AT = 400  # characters of any line
_WAY = re.compile(r"[>»]")  # 首页 > 政务公开 > 部门决算
_MENU = 5  # words apart in one line; letter-spaced words are shorter
_HEAD = 10  # lines; one of them that runs on is a page whose line breaks were lost


class Line(NamedTuple):
    """A line or tabbed cell that prints something."""

    text: str  # of the normal text, blanks and markup out
    start: int
    end: int


def read_lines(normal: str) -> list[Line]:
    """The lines and cells of a normal text, of a long one those at its head and its end."""
    ends = [(0, len(normal))] if len(normal) <= 2 * END else [(0, END), (len(normal) - END, len(normal))]
    found: list[Line] = []
    for start, stop in ends:
        for match in _LINE.finditer(normal, start, stop):
            if len(found) < _HEAD:
                found.extend(_pieces(match, normal))
            elif text := _squeeze(match[0][:_LOOKED_AT]):
                found.append(Line(text, *match.span()))
    return [line for line in found if line.text]


def printed(text: str, line: Line) -> str:
    """What the report itself prints there, blanks and markup out."""
    return _squeeze(text[line.start : line.end])


def _pieces(match: re.Match[str], normal: str) -> Iterator[Line]:
    """A line at the head, at its blanks if it is too long for one, or a menu: 首页 政务公开 办事服务 互动交流 专题."""
    line = _line(match)
    pieces = list(_PIECE.finditer(normal, match.start(), min(match.end(), match.start() + _LOOKED_AT)))
    menu = len(pieces) >= _MENU and all(len(piece[0]) > 1 for piece in pieces)
    spaced = len(pieces) > len(line.text) // 2  # letter by letter
    if _WAY.search(line.text) or (not menu and (spaced or len(line.text) <= LONGEST)):
        yield line
    else:
        yield from map(_line, pieces)


def _line(match: re.Match[str]) -> Line:
    return Line(_squeeze(match[0][:_LOOKED_AT]), *match.span())


def _squeeze(line: str) -> str:
    return "".join(line.rstrip("*").split()).lstrip(_MARKUP)
