"""Rows to bands: a title, head rows, and the rows that stand under them."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.resources.headings import headings
from pipeline.structure.tables import words
from pipeline.structure.tables.halves import joined_rows
from pipeline.structure.tables.pieces import Piece, Row
from pipeline.structure.tables.titles import FURNITURE, declared_unit

_PROSE_SENTENCES = 2  # from so many sentences on, a cell is running text with a label
_PROSE_LENGTH = 40
_SENTENCE = 15  # characters of running text that its label tells
_RUNNING = ("goals", "achievements", "duties", "problems", "measures", "conclusion")  # labels of fields that hold text
_FEW_HEADS = 3  # columns
_MOST_CELLS = 100  # of a row; a wider one is a table that lost its line ends
_LONGEST_CELL = 1000  # characters; a longer one is a text that lost its line ends


class Band(NamedTuple):
    """A table within a stretch; without head rows its rows are label-value fields."""

    title: Piece | None
    heads: list[Row]
    rows: list[Row]
    unit: str = ""  # declared between this table and the one above


def split_bands(rows: list[Row]) -> list[Band]:
    """Cut rows into bands; rows of running text, headings and sign-offs belong to none."""
    bands = [Band(None, [], [])]
    unit = ""  # declared since the last table
    aims = False  # whether the row above heads texts: 年度总体目标, 预期目标, 实际完成情况
    for index, row in enumerate(rows):
        band = bands[-1]
        filled = [cell for cell in row if cell.text]
        if _is_furniture(filled):
            unit = next(filter(None, (declared_unit(cell.text) for cell in filled)), unit)
            continue
        below, aims = aims, _heads_aims(filled, rows, index + 1)
        if aims:
            band.rows.append(row)
        elif _is_foreign(row, filled, band) or (below and not is_head(row, strong=False)):
            bands.append(Band(None, [], []))
        elif len(filled) == 1 and words.is_title(filled[0].text) and not band_wants(band, rows, index + 1):
            bands.append(Band(filled[0], [], []))
        elif words.numbers_columns([cell.text for cell in filled]):
            continue
        elif not band.rows and band.heads and (whole := joined_rows(band.heads[-1], row)):
            band.heads[-1] = whole
        elif (
            is_head(row, strong=bool(band.rows))
            or (not band.rows and band.heads and is_sub_head(row, band.heads[-1]))
            or _heads_figures(row, rows, index + 1)
        ):
            if band.rows:
                bands.append(Band(None, [], []))
            bands[-1].heads.append(row)
            bands[-1] = bands[-1]._replace(unit=bands[-1].unit or unit)
            unit = ""
        else:
            band.rows.append(row)
    return [found for found in bands if found.heads or found.rows]


def _is_furniture(filled: Row) -> bool:
    """Whether a row is empty or tells of the table as a whole: 编制部门:某局, 单位:万元."""
    return all(FURNITURE.fullmatch(cell.text) for cell in filled)


def _heads_aims(filled: Row, rows: list[Row], after: int) -> bool:
    """Whether a row heads texts: nothing but labels of aims, and no figure in the row below."""
    if len(filled) < 2 or not all(words.AIM.fullmatch(cell.text) for cell in filled):
        return False
    return after >= len(rows) or not any(words.FIGURE.fullmatch(cell.text) for cell in rows[after])


def band_wants(band: Band, rows: list[Row], after: int) -> bool:
    """Whether a lone cell is a row of the band: the row that follows is no head."""
    while after < len(rows) and _is_furniture([cell for cell in rows[after] if cell.text]):
        after += 1
    return bool(band.heads) and after < len(rows) and not is_head(rows[after], strong=False)


def _is_foreign(row: Row, filled: Row, band: Band) -> bool:
    """Whether a row is no matter of a table: running text, a heading, a signature."""
    if len(row) > _MOST_CELLS or any(len(cell.text) > _LONGEST_CELL for cell in filled):
        return True
    if words.SIGN_OFF.search("\t".join([cell.text for cell in filled])):
        return not any(words.FIELD_LABEL.fullmatch(cell.text) for cell in filled)
    if len(filled) == 1 and words.HEADING.match(filled[0].text) and (len(row) == 1 or not band.heads):
        return True  # 三、收支情况 alone on its line; 一、收入 beside empty cells is a row
    if len(filled) == 2 and is_told(filled[0].text, filled[1].text):
        return True
    return any(is_prose(cell.text) for cell in filled) and not any(words.FIGURE.fullmatch(cell.text) for cell in filled)


def is_told(label: str, text: str) -> bool:
    """Whether a cell is the label of the running text beside it: 存在问题, 前期准备不足，雨季返工2处。"""
    return len(text) >= _SENTENCE and text.endswith(("。", ";")) and tells_text(label)


def tells_text(label: str) -> bool:
    """Whether a label heads running text: 自评结论."""
    cue = headings().cue(label)
    return cue is not None and cue.label in _RUNNING


def is_prose(text: str) -> bool:
    """Whether a cell holds running text of several sentences."""
    return len(text) >= _PROSE_LENGTH and sum(map(text.count, "。；;")) >= _PROSE_SENTENCES


def is_head(row: Row, *, strong: bool) -> bool:
    """Whether a row names columns: several cells, no figure, half of them words of table heads.

    ``strong`` asks for words that name no line of an account: 结余分配 beside 年末结转 is a row.
    """
    filled = [cell for cell in row if cell.text]
    if len(filled) < 2 or any(_is_figure(cell.text) for cell in filled):
        return False
    if any(words.NUMBERED.match(cell.text) or cell.text.endswith("。") for cell in filled):
        return False
    known = sum(1 for cell in filled if len(cell.text) <= 40 and _is_head_word(cell.text))
    sure = sum(1 for cell in filled if words.STRONG_HEAD.fullmatch(cell.text))
    return (
        2 * known >= len(filled)
        and known >= 2
        and (not strong or sure >= 2 or words.ROW_HEAD.fullmatch(filled[0].text) is not None)
    )


def _heads_figures(row: Row, rows: list[Row], after: int) -> bool:
    """Whether nothing but words stand over a row of figures, the first of them naming rows: 项目, 行次, 甲保险, 乙保险."""
    below = rows[after] if after < len(rows) else []
    if len(row) < _FEW_HEADS or len(row) != len(below) or not words.ROW_HEAD.fullmatch(row[0].text):
        return False
    under = [cell.text for cell in below[1:]]
    return (
        all(cell.text and not _is_figure(cell.text) for cell in row)
        and not words.FIGURE.fullmatch(below[0].text)
        and all(words.PLAIN_NUMBER.fullmatch(text) for text in under)
    )


def _is_head_word(text: str) -> bool:
    return bool(words.HEAD_WORD.fullmatch(text) or words.YEAR_HEAD.fullmatch(text))


def _is_figure(text: str) -> bool:
    return bool(words.FIGURE.fullmatch(text)) and not words.YEAR_HEAD.fullmatch(text)


def is_sub_head(row: Row, above: Row) -> bool:
    """Whether a row without figures parts the merged heads of the row above."""
    if any(_is_figure(cell.text) for cell in row):
        return False
    if len(row) > len(above):
        names = sum(1 for cell in above if words.ROW_HEAD.fullmatch(cell.text))
        return sum(1 for cell in row if not cell.text) >= max(names, 1)
    return _under_merged(row, above)


def _under_merged(row: Row, above: Row) -> bool:
    groups: dict[int, int] = {}
    owner = -1
    for column, cell in enumerate(row):
        if column < len(above) and above[column].text:
            owner = column
        if cell.text:
            groups[owner] = groups.get(owner, 0) + 1
    return bool(groups) and all(count > 1 for count in groups.values())
