"""Rows whose name broke over lines above and below its code and figures, as readers of PDF centre them.

``城乡社区规划与``, then ``21202 31.50 31.50``, then ``管理`` is one row; so is a code with the middle of its name between two parts.
"""

from __future__ import annotations

from pipeline.structure.tables import words
from pipeline.structure.tables.loose.records import TOTAL
from pipeline.structure.tables.loose.tokens import Token

Line = list[Token]


def centred(lines: list[Line]) -> list[Line]:
    """The lines of a coded table, names that stand above and below their code put behind it."""
    if not any(map(_is_nameless, lines)):
        return lines
    found: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        above = found.pop() if _is_nameless(line) and found and _is_words(found[-1]) else []
        below = lines[index + 1] if above and index + 1 < len(lines) and _is_tail(lines, index + 1) else []
        found.append([line[0], *above, *below, *line[1:]] if above else line)
        index += 2 if below else 1
    return found


def _is_nameless(line: Line) -> bool:
    """Whether a line is a code and nothing but figures."""
    return (
        len(line) > 1
        and bool(words.ACCOUNT_CODE.fullmatch(line[0].text))
        and all(token.kind == "figure" for token in line)
        and any("." in token.text for token in line[1:])
    )


def _is_words(line: Line) -> bool:
    return bool(line) and all(token.kind == "text" for token in line) and not TOTAL.fullmatch(line[0].text)


def _is_tail(lines: list[Line], index: int) -> bool:
    """Whether a line of words ends the name above it: the next is no row that lacks its name, unless words stand there too."""
    if not _is_words(lines[index]):
        return False
    after = lines[index + 1] if index + 1 < len(lines) else []
    return not _is_nameless(after)
