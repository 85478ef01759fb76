"""One good table flattened in the ways that web pages, PDF readers and copying flatten it."""

from __future__ import annotations

from collections.abc import Callable

Grid = list[list[str]]  # rows of cells, empty ones as ""

TITLE = "支出决算表"
UNIT = "单位：万元"
HEADS = [
    "科目编码",
    "科目名称",
    "本年支出合计",
    "基本支出",
    "项目支出",
    "上缴上级支出",
    "经营支出",
    "对附属单位补助支出",
]


def account(amounts: dict[str, tuple[str, int, int]]) -> Grid:
    """Rows of a 支出决算表: code to name, basic and project expenditure in hundredths; parents add up."""
    rows = [["合计", "", *_cells(*_sums(amounts, ""))]]
    for code, (name, _, _) in amounts.items():
        rows.append([code, name, *_cells(*_sums(amounts, code))])
    return rows


def _sums(amounts: dict[str, tuple[str, int, int]], code: str) -> tuple[int, int]:
    leaves = [value for key, value in amounts.items() if key.startswith(code) and len(key) == 7]
    return sum(leaf[1] for leaf in leaves), sum(leaf[2] for leaf in leaves)


def _cells(basic: int, project: int) -> list[str]:
    printed = [f"{amount / 100:.2f}" if amount else "" for amount in (basic + project, basic, project)]
    return [*printed, "", "", ""]


def tabs(rows: Grid) -> str:
    return "\n".join([TITLE, UNIT, *("\t".join(row) for row in [HEADS, *rows])])


def bars(rows: Grid) -> str:
    return "\n".join([TITLE, UNIT, *(" | ".join(row) + " |" for row in [HEADS, *rows])])


def framed_bars(rows: Grid) -> str:
    ruler = "|" + " --- |" * len(HEADS)
    lines = ["| " + " | ".join(row) + " |" for row in [HEADS, *rows]]
    return "\n".join([TITLE, UNIT, lines[0], ruler, *lines[1:]])


def one_cell_a_line(rows: Grid) -> str:
    return "\n\n".join([TITLE, UNIT, *("\n".join("\t" + cell for cell in row) for row in [HEADS, *rows])])


def blanks(rows: Grid) -> str:
    return "\n".join([TITLE, UNIT, " ".join(HEADS), *(" ".join(filter(None, row)) for row in rows)])


def blanks_with_blank_lines(rows: Grid) -> str:
    return blanks(rows).replace("\n", "\n\n")


def broken_heads(rows: Grid) -> str:
    heads = [
        "项 目",
        "本年支出\n合计",
        "基本支出 项目支出 上缴上级支出 经营支出",
        "对附属单位补助\n支出科目编码 科目名称",
    ]
    return "\n".join([TITLE, UNIT, *heads, *(" ".join(filter(None, row)) for row in rows)])


def stream(rows: Grid) -> str:
    return "\n".join([TITLE, UNIT, *HEADS, *(cell for row in rows for cell in row if cell)])


def stream_of_bars(rows: Grid) -> str:
    return "\n".join(line + " |" for line in stream(rows).split("\n"))


WAYS: tuple[Callable[[Grid], str], ...] = (
    tabs, bars, framed_bars, one_cell_a_line, blanks, blanks_with_blank_lines, broken_heads, stream, stream_of_bars,
)  # fmt: skip
EXACT = (tabs, bars, framed_bars, one_cell_a_line)  # these keep the empty cells
