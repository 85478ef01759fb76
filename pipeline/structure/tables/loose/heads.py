"""Broken head lines to columns: by the forms that are known, else by the words that stand there."""

from __future__ import annotations

import re
from functools import cache, reduce
from itertools import pairwise
from typing import NamedTuple

from pipeline.structure.tables import words
from pipeline.structure.tables.halves import is_whole, joined_lines
from pipeline.structure.tables.loose.tokens import Token
from pipeline.structure.tables.pieces import Piece, joined
from pipeline.structure.tables.standard import Block, Standard, StandardColumn, for_title, head_words, standards

_TOTAL = re.compile(r"(?:本年)?(?:收入|支出)?(?:合计|总计|小计)")
_SIDES = ("收入", "支出")  # which end many heads
_UNEXPLAINED = 0.25  # of a head's characters that no column of its form prints
_LEAST_COLUMNS = 3  # heads that must be found before a form is taken without its title


class HeadText(NamedTuple):
    """All heads of a table in one run of characters, with the way back to the report."""

    text: str
    offsets: tuple[int, ...]
    breaks: frozenset[int] = frozenset()  # places in ``text`` where the rest of a head begins that broke over lines

    def locate(self, word: str) -> Piece:
        """The piece of the report that prints ``word``; an empty one if it is not there in one run."""
        place = self.text.find(word)
        return self.locate_span((place, place + len(word))) if place >= 0 else Piece(0, 0, word)

    def locate_span(self, span: tuple[int, int]) -> Piece:
        """The piece of the report that prints the characters of a span of ``text``."""
        cuts = [span[0], *(at for at in range(span[0] + 1, span[1]) if at in self.breaks), span[1]]
        parts = [
            Piece(self.offsets[first], self.offsets[last - 1] + 1, self.text[first:last])
            for first, last in pairwise(cuts)
        ]
        return reduce(joined, parts)


def head_text(source: str, lines: list[list[Token]]) -> HeadText:
    """The words of head lines, column numbers left out."""
    offsets: list[int] = []
    breaks: set[int] = set()
    pieces = [token.piece for tokens in lines for token in tokens if token.kind == "text"]
    for own in pieces:
        for part in own.parts or (own,):
            if part.start != own.start:
                breaks.add(len(offsets))
            offsets.extend(at for at in range(part.start, part.end) if not source[at].isspace())
    return HeadText("".join(own.text for own in pieces), tuple(offsets), frozenset(breaks))


def whole_heads(lines: list[list[Token]]) -> list[list[Token]]:
    """The lines of a table, heads that broke over two of them in one, other heads between them or not."""
    found: list[list[Token]] = []
    for tokens in lines:
        for above in (1, 2):
            whole = joined_tokens(found[-above], tokens) if len(found) >= above else None
            if whole:
                found[-above] = whole
                break
        else:
            found.append(tokens)
    return found


def joined_tokens(upper: list[Token], lower: list[Token]) -> list[Token] | None:
    """Two lines of head words as one where one ends what the other begins, else None."""
    if any(token.kind == "figure" for token in (*upper, *lower)):
        return None
    pieces = joined_lines([token.piece for token in upper], [token.piece for token in lower])
    return [Token.of(part, "text") for part in pieces] if pieces else None


def choose_form(title: str, heads: HeadText, rows: str) -> Standard | None:
    """The published form that a table follows: by its title, else by its heads; ``rows`` is how its rows are named."""
    fits = [form for form in for_title(title) if rows in (form.rows, "")]
    marked = [form for form in fits if any(mark in heads.text for mark in form.marks)]
    plain = [form for form in fits if not form.marks]
    if marked or plain:
        return max(marked or plain, key=lambda form: _found(form, heads))
    known = [form for form in standards() if form.rows == rows and _covers(form, heads)]
    return max(known, key=lambda form: _found(form, heads), default=None)


def explains(form: Standard, heads: HeadText) -> bool:
    """Whether nearly all that a head prints are columns of a form or name its rows."""
    rest = heads.text
    for word in _words_of(form.name):
        rest = rest.replace(word, "")
    return len(rest) <= _UNEXPLAINED * len(heads.text)


@cache
def _words_of(name: str) -> list[str]:
    """What the head of a published form may print, the longest first."""
    [form] = [known for known in standards() if known.name == name]
    spellings = {word for block in form.blocks for column in block.columns for head in column.heads for word in head}
    names = [word for word in head_words()["names"] if word not in _SIDES]
    known = {*spellings, *names, *(block.head for block in form.blocks), "其中:", "备注"} - {""}
    return sorted(known, key=lambda word: (-len(word), word))


def lacks_columns(form: Standard, heads: HeadText) -> bool:
    """Whether a head leaves out columns that every build of a form has."""
    needed = [column for block in form.blocks for column in block.columns if not column.optional]
    return not all(_spelling(column.heads[-1], heads) for column in needed)


def _found(form: Standard, heads: HeadText) -> int:
    return sum(1 for block in form.blocks for column in block.columns if _spelling(column.heads[-1], heads))


def _covers(form: Standard, heads: HeadText) -> bool:
    needed = [column for block in form.blocks for column in block.columns if not column.optional]
    return len(needed) >= _LEAST_COLUMNS and all(_spelling(column.heads[-1], heads) for column in needed)


def _spelling(spellings: tuple[str, ...], heads: HeadText) -> str:
    """The longest spelling of a head that is printed, empty if none is."""
    return max((word for word in spellings if word in heads.text), key=len, default="")


def present(block: Block, heads: HeadText, count: int) -> list[int]:
    """Which columns of a form a table has: all that every build has, others if printed; all if their number says so."""
    if count == len(block.columns):
        return list(range(count))
    return [i for i, column in enumerate(block.columns) if not column.optional or _spelling(column.heads[-1], heads)]


def head_path(column: StandardColumn, heads: HeadText) -> tuple[Piece, ...]:
    """The heads of a column as printed; levels that this build leaves out are dropped."""
    path: list[Piece] = []
    last = _spelling(column.heads[-1], heads) or column.heads[-1][0]
    for spellings in column.heads[:-1]:
        word = _spelling(spellings, heads)
        inside = word in last and heads.text.count(word) == heads.text.count(last)  # 本年支出 only in 本年支出合计
        if word and not inside:
            path.append(heads.locate(word))
    if not path or path[-1].text != last:
        path.append(heads.locate(last))
    return tuple(path)


def plain_heads(lines: list[list[Token]], count: int) -> list[Piece]:
    """The heads of a table that follows no known form.

    Of one line with a total all words that name no row; else the last ``count``, fewer if there are.
    """
    pieces: list[Piece] = []
    for tokens in lines:
        words_of_line = [token.piece for token in tokens if token.kind == "text"]
        if pieces and words_of_line and is_whole(pieces[-1], words_of_line[0]):  # 本年 at a line's end, then 预算数
            pieces[-1] = joined(pieces[-1], words_of_line.pop(0))
        pieces.extend(words_of_line)
    named = [part for part in pieces if not _names_row(part.text)]
    alone = sum(1 for tokens in lines if any(token.kind == "text" for token in tokens)) == 1
    totalled = alone and any(_TOTAL.fullmatch(part.text) for part in named)  # sums will tell where figures stand
    return named if totalled and len(named) >= count > 0 else named[-count:] if count else []


def _names_row(text: str) -> bool:
    return bool(words.ROW_HEAD.fullmatch(text) or words.CODE_HEAD.fullmatch(text) or words.LINE_HEAD.fullmatch(text))
