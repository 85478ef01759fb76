"""What travels between the stages: frozen, plain records.

Every offset counts Unicode code points of ``Document.text``, the report as it was read, which nothing alters:
``text[start:end]`` is what the report printed. Values are ``Decimal`` with the digits that were printed.
Vocabularies (types, units, labels, measures ...) are those of ``annotations/guidelines.md``.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from pipeline.views import View


class Record(msgspec.Struct, frozen=True):
    """A frozen record; compares and prints by value. Fields are given by name."""


class Document(Record, frozen=True):
    """A file as its reader produced it."""

    doc_id: str  # from the content: a renamed file keeps it
    path: str  # relative to the input folder, with forward slashes
    sha256: str
    format: str  # txt
    text: str  # decoded, byte order mark taken out, line ends untouched
    encoding: str = ""
    pages: int = 0  # 0 where the format has none
    warnings: tuple[str, ...] = ()


class Facts(Record, frozen=True):
    """What the report is about; an empty string or None means that the report does not tell."""

    title: str = ""
    county: str = ""
    prefecture: str = ""
    province: str = ""
    admin_code: str = ""  # GB/T 2260, six digits
    agency: str = ""
    year: int | None = None  # the fiscal year reported on
    report_type: str = "other"
    report_date: str = ""  # ISO 8601


class Section(Record, frozen=True):
    """A heading and what stands under it, up to the next heading of its level or above."""

    start: int  # of the heading
    end: int  # of the last thing under it
    heading_end: int
    title: str  # the heading in clean text, its number taken off
    number: str  # as printed: 一、 （二） 3.
    level: int  # 1 is the outermost
    parent: int  # index into Layout.sections, -1 at the top


class Block(Record, frozen=True):
    """A stretch of the report that reads as one: a heading, a paragraph or a table."""

    kind: str  # heading, paragraph, table, furniture (page numbers, contents lines, web chrome)
    start: int
    end: int
    view: View  # its running text, wrapped lines joined, with the way back to the report
    sentences: tuple[tuple[int, int], ...] = ()  # offsets into view.text
    section: int = -1  # index into Layout.sections
    table: int = -1  # index into Layout.tables where kind is table
    label: str = ""  # of the form field that holds this text: 职能职责概述


class Cell(Record, frozen=True):
    """One cell of a table that prints something to read, in its place.

    ``role`` is ``value`` (a figure under a column head, or a form field's value), ``head`` (a row head or label that
    itself prints a figure), ``rule`` (how points are given, formulas: no data) or ``prose`` (running text in a table).
    """

    start: int
    end: int
    role: str = "value"
    row: str = ""  # row head, white space taken out; of a label-value field the label
    row_code: str = ""  # its 科目编码
    row_start: int = 0
    row_end: int = 0
    column: tuple[str, ...] = ()  # head path from top to bottom, white space taken out; () for a label-value field
    column_start: int = 0  # of the last head of the path
    column_end: int = 0
    unit: str = ""  # that heads, labels or a unit column give: 万元, 元, 人, 分, %
    comparator: str = ""  # from a comparator cell of its own: ge, gt, le, lt
    path: tuple[str, ...] = ()  # enclosing row heads, outermost first: 产出指标, 数量指标
    confidence: float = 1.0  # that it stands in this place
    others: tuple[tuple[str, ...], ...] = ()  # head paths under which it may stand too, the likeliest first


class Table(Record, frozen=True):
    """Tabular matter, whether or not its layout survived."""

    kind: str  # account (公开01 to 09, budget and fund tables), form (any table of a self-evaluation)
    start: int
    end: int
    title: str = ""  # as printed, line breaks folded to blanks
    unit: str = ""  # declared for the whole table
    cells: tuple[Cell, ...] = ()  # in document order


class GridCell(Record, frozen=True):
    """One cell of a table whose layout a file format knows; a merged cell stands once, at its first row and column."""

    start: int  # in Document.text; an empty cell needs no record
    end: int
    row: int  # from 0
    column: int
    rows: int = 1  # that it spans
    columns: int = 1
    head: bool = False  # the format marks it as a head: <th>, a repeated heading row


class Grid(Record, frozen=True):
    """A table as a reader of PDF, Word, HTML or spreadsheets found it; see ``structure/tables/grids.py``."""

    start: int
    end: int
    cells: tuple[GridCell, ...]
    title: str = ""  # its caption, where the format has one
    unit: str = ""


class Layout(Record, frozen=True):
    """A report's structure: its blocks in order, its heading tree, its tables."""

    text: str  # Document.text
    normal: str  # the same length: full-width narrowed, traditional characters simplified (views.normal)
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()


class Segment(Record, frozen=True):
    """A piece of the report with one label; together they cover it."""

    start: int
    end: int
    label: str
    confidence: float = 1.0
    heading: str = ""  # the nearest heading's title


class Entity(Record, frozen=True):
    """A quantity, a date or an indicator name."""

    start: int
    end: int
    type: str  # MONEY, RATE, PERSON_COUNT, COUNT, PERCENT, SCORE, DATE, INDICATOR
    value: str = ""  # a plain decimal in `unit`, or ISO 8601 for DATE
    value_high: str = ""
    unit: str = ""
    comparator: str = ""  # ge, gt, le, lt
    approximate: bool = False
    unit_source: str = ""  # text, header, elided
    table: int = -1  # index into Layout.tables
    cell: int = -1  # index into that table's cells
    rule: str = ""  # what found it, for review: money.arabic


class Statement(Record, frozen=True):
    """This name has this value, of this measure and year, part of that total."""

    entity: int  # index of its quantity in the entities
    start: int  # of the indicator's span
    end: int
    full_name: str
    value: str  # signed where the report tells a decrease
    unit: str
    measure: str  # actual, target, budget, prior, change, change_rate, share, completion, points, score
    value_high: str = ""
    comparator: str = ""
    approximate: bool = False
    year: str = ""
    part_of: int = -1  # index of the statement that is its total
    source: str = "text"  # text, form, table
    code: str = ""  # 科目编码, from the row or the path of 类款项
    context: str = ""  # what stands around the name: heading, list head, row path; for the aligner
    evidence_start: int = 0
    evidence_end: int = 0
    confidence: float = 1.0  # that name, value, measure and year are all right
    runner_up: str = ""  # the name that was second best
    reason: str = ""  # the signals that spoke for the name, parted by blanks
    base: str = ""  # what a change, a share or a completion is measured against: 上年, 年初预算
    period: str = ""  # ISO 8601 interval where the value is not about a year: 2021-01/2021-06, ../2021-09 (as of)
    same_as: int = -1  # index of the statement that tells the same elsewhere, in a table or in prose


REVIEWED = "a reviewer's decision"  # reason of a match that a taxonomy's aliases.csv settles
PART_OF_ROW = "a column that tells a part of its row"  # reason of a match that no name could change


class Match(Record, frozen=True):
    """The canonical indicator of a statement, and why."""

    indicator_id: str = ""  # empty unless status is matched
    indicator_name: str = ""
    score: float = 0.0
    status: str = "unmatched"  # matched, ambiguous, unmatched
    runner_up: str = ""  # id of the second best
    reason: str = ""
    candidate: str = ""  # id of the best, whatever the status
    candidate_name: str = ""
    runner_up_name: str = ""


class Report(Record, frozen=True):
    """One report read through every stage."""

    document: Document
    facts: Facts
    layout: Layout
    segments: tuple[Segment, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    matches: tuple[Match, ...]  # one a statement, in its order

    @property
    def quantities(self) -> tuple[Entity, ...]:
        """The quantities and dates among the entities, as extract gave them."""
        return tuple(entity for entity in self.entities if entity.type != "INDICATOR")


def plain(value: Decimal) -> str:
    """A decimal as the data set writes it: digits kept, never an exponent.

    >>> plain(Decimal("1.50E+4")), plain(Decimal("44.40"))
    ('15000', '44.40')
    """
    return format(value, "f")
