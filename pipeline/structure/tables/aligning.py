"""Rows into columns where cells are missing: merged names at the left, empty cells anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.structure.tables import words
from pipeline.structure.tables.kinds import fit, fits
from pipeline.structure.tables.pieces import EMPTY, Piece, Row

_TOTAL = re.compile(r"(?:合|总)计|总分|(?:综合|自评|评价)?(?:总|得)+分")
_GAP = 0.1  # points that an empty column between two cells costs
_SURE, _LIKELY = (
    1.0,
    0.3,
)  # points by which another layout must be better than the row as it stands, with empty cells and without


def placed_row(row: Row, kinds: list[str], full: int) -> Row:
    """A row as wide as the table; one of less than ``full`` cells lost empty ones at its right, or merged ones at its left.

    In bars, ``培训合格率 | 95% | 97%`` below ``产出指标 | 质量指标 | 受训人数 | …`` starts at the third name,
    ``时效指标 | 办结时限 | 15个工作日内`` at the second, and ``效益指标 | 参保率 | ≥95%`` has a gap after the first.
    """
    width = len(kinds)
    if row[0].text and _TOTAL.fullmatch(row[0].text) and (points := _points(row, kinds)):
        return points
    cells = _stripped(row)
    if len(cells) <= width and len(row) >= full:
        return [*row[:width], *[EMPTY] * (width - len(row))]
    if len(cells) > width:
        cells = [cell for cell in cells if cell.text]
    if len(cells) > width:
        return row[:width]
    left = [*cells, *[EMPTY] * (width - len(cells))]
    places = best_places([cell.text for cell in cells], kinds)
    best = _laid_out(cells, places, width)
    margin = _SURE if any(not cell.text for cell in cells) else _LIKELY
    return best if _total(best, kinds) > _total(left, kinds) + margin else left


def _stripped(row: Row) -> Row:
    """A row without the empty cells at its end."""
    end = max((index for index, cell in enumerate(row) if cell.text), default=-1) + 1
    return row[:end]


def _laid_out(cells: Row, places: Sequence[int], width: int) -> Row:
    row = [EMPTY] * width
    for cell, place in zip(cells, places, strict=True):
        row[place] = cell
    return row


def _total(row: Row, kinds: list[str]) -> float:
    """The points of a layout: of its cells, less the gaps between them."""
    filled = [index for index, cell in enumerate(row) if cell.text]
    gaps = sum(1 for index in range(filled[0], filled[-1]) if not row[index].text and kinds[index] not in _NAMES)
    return sum(fit(cell.text, kind) for cell, kind in zip(row, kinds, strict=True)) - _GAP * gaps if filled else 0.0


_NAMES = ("name", "one", "two", "last", "code", "line")


def best_places(texts: list[str], kinds: list[str]) -> tuple[int, ...]:
    """The columns, from left to right, in which the cells of a row fit best; the first of several that fit alike."""
    none = (float("-inf"), ())
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * len(kinds)  # before which column the next cell may stand
    for number, text in enumerate(texts):
        points = fits(text)
        ends: list[tuple[float, tuple[int, ...]]] = []
        for place, kind in enumerate(kinds):
            score, before = best[place]
            room = len(kinds) - place >= len(texts) - number and place >= number
            ends.append((score + points[kind], (*before, place)) if room else none)
        best = [none]
        for place in range(len(kinds) - 1):
            score, before = best[place]
            waited = score if kinds[place] in _NAMES else score - _GAP
            best.append(ends[place] if ends[place][0] >= waited else (waited, before))
    return max(ends, key=lambda option: option[0])[1] if texts else ()


def _points(row: Row, kinds: list[str]) -> Row | None:
    """A row of totals, merged over all but the columns of points: 总分 | 100 | 98."""
    figures = [cell for cell in row[1:] if words.PLAIN_NUMBER.fullmatch(cell.text)]
    places = [index for index, kind in enumerate(kinds) if kind == "points"]
    filled = sum(1 for cell in row[1:] if cell.text)
    if not figures or len(figures) != len(places) or len(figures) != filled or 0 in places:
        return None
    placed: dict[int, Piece] = dict(zip(places, figures, strict=True))
    return [row[0], *(placed.get(index, EMPTY) for index in range(1, len(kinds)))]
