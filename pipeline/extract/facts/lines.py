"""The lines of a report as the facts need them: cells apart, blanks taken out, both ends of a long report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_LINE = re.compile(r"[^\r\n\t|]+")  # a tab or a bar parts the cells of a row
_PIECE = re.compile(r"(?:\S*(?<!\d)20\d\d\s+(?=年))?\S+")  # 2021 年 is one
_MARKUP = "#>*•"  # before a line of a web page
END = 200_000  # characters from either end that are looked at; no fact lies further in
LONGEST = 60  # characters of a line that is a title, a name, a label or a signature
_LOOKED_AT = 400  # characters of any line
_WAY = re.compile(r"[>»]")  # 首页 > 政务公开 > 部门决算
_MENU = 5  # words apart in one line; letter-spaced words are shorter
_HEAD = 10  # lines; one of them that runs on is a page whose line breaks were lost


class Lines:
    """The lines and tabbed cells of a normal text that print something; of a long text those at its head and its end."""

    def __init__(self, normal: str) -> None:
        self.normal = normal
        ends = [(0, len(normal))] if len(normal) <= 2 * END else [(0, END), (len(normal) - END, len(normal))]
        self.texts: list[str] = []  # blanks and markup out
        self.head: list[tuple[int, int]] = []  # where the first lines stand
        self.seen = 0  # first lines, those that print nothing included
        self.rest: list[tuple[int, int]] = []  # stretches with the others, which hardly a fact stands in
        for start, stop in ends:
            begin = self._read_head(start, stop)
            self.rest.append((begin, stop))
            self.texts += filter(None, [_squeeze(line) for line in _LINE.findall(normal, begin, stop)])

    def _read_head(self, start: int, stop: int) -> int:
        """Take in the first lines of a report; where the others begin."""
        while self.seen < _HEAD and (match := _LINE.search(self.normal, start, stop)):
            start = match.end()
            for piece in _pieces(match, self.normal):
                self.seen += 1
                if text := _squeeze(piece[0]):
                    self.texts.append(text)
                    self.head.append(piece.span())
        return start

    def span(self, at: int) -> tuple[int, int]:
        """Where a line stands in the text."""
        if at < len(self.head):
            return self.head[at]
        matches = (match for stretch in self.rest for match in _LINE.finditer(self.normal, *stretch))
        told = (match.span() for match in matches if _squeeze(match[0]))
        return next(islice(told, at - len(self.head), None))

    def printed(self, text: str, at: int) -> str:
        """What the report itself prints in a line, blanks and markup out."""
        return _squeeze(text[slice(*self.span(at))], most=len(text))


def _pieces(match: re.Match[str], normal: str) -> Iterator[re.Match[str]]:
    """A line at the head, at its blanks if it is too long for one, or a menu: 首页 政务公开 办事服务 互动交流 专题."""
    line = _squeeze(match[0])
    pieces = list(_PIECE.finditer(normal, match.start(), min(match.end(), match.start() + _LOOKED_AT)))
    menu = len(pieces) >= _MENU and all(len(piece[0]) > 1 for piece in pieces)
    spaced = len(pieces) > len(line) // 2  # letter by letter
    if _WAY.search(line) or (not menu and (spaced or len(line) <= LONGEST)):
        yield match
    else:
        yield from pieces


def _squeeze(line: str, most: int = _LOOKED_AT) -> str:
    return "".join(line[:most].rstrip("*").split()).lstrip(_MARKUP)
