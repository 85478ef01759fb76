"""Texts of one shape and any length: what makes a scan go over the same characters again and again."""

from __future__ import annotations

from collections.abc import Callable

HAN = "一二三四五六七八九十"
ACCOUNT = "收入支出决算总表\n公开01表\n单位：万元\n"
FORM = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"

REPEATED = {
    "digits": "1234567890",
    "numeral 一": "一",
    "numeral 亿": "亿",
    "letters": "a",
    "commas": "，",
    "dots": ".",
    "dashes": "-",
    "bullets": "●",
    "bars": "|",
    "bars and blanks": " | ",
    "opening brackets": "（（（（",
    "brackets": "（）",
    "opening quotes": "“《",
    "closing quotes": "”》",
    "blanks": " ",
    "wide blanks": "　",
    "tabs": "\t",
    "line breaks": "\n",
    "carriage returns": "\r\n",
    "page breaks": "1\f",
    "numbers on lines": "12\n",
    "words on lines": "预算\n",
    "offices on lines": "桑河县财政局\n",
    "units": "万元",
    "number and unit": "3万元",
    "percentages": "1.5%、",
    "years": "2021年",
    "dates": "2021年3月5日至2022年",
    "months": "1—3月",
    "其中": "其中：",
    "nested 其中": "其中：住房支出12.5万元，",
    "headings in a line": "一、",
    "headings": "一、\n",
    "glued headings": "1.工作情况。",
    "numbers of items": "1、",
    "sentences": "全县新建改建农村公路，群众出行更加方便。",
    "one clause": "持续推进城乡供水一体化建设并取得明显成效",
    "leads": "9、主要是",
    "comparisons": "较月",
    "comparisons and figures": "较月" * 40 + "资金3万元",
    "labels": "单位：",
    "labels and staff": "人员编制 5人 ",
    "contents": "工作情况……………12\n",
    "notes": "注：本表\t反映收支。\n",
    "tab rows": "合计\t12.5\t13.5\t100\n",
    "tab cells": "12\t",
    "bar rows": "| 项目 | 12.5 | 万元 |\n",
    "empty bar rows": "||||\n",
    "listed cells": "\t12\n\n",
    "blank rows": "合计  12.5  100\n",
    "paragraphs": "全年拨付12.5万元，完成预算的98.5%，惠及1200人。\n",
    "pinyin": "县(xian)",
    "bold": "**a",
    "staff rows": "人员编制 12 实有人数 11\n",
    "titles": "支出决算表\n",
    "titles and rows": "支出决算表\n基本支出 12.5 13.5\n",
}
WIDE = ("变动", "人数(", "万元", "3万元", "(5分)", "1.", "第1项", "指标(", "9、主要是", "其中：", "、", "5人甲乙 ")


def _repeat(unit: str) -> Callable[[int], str]:
    return lambda length: unit * (length // len(unit) + 1)


def headings(length: int) -> str:
    """Numbers that go on, titles that stay."""
    return "".join(f"{HAN[index % 10]}、工作情况\n" for index in range(length // 7))


def long_sentence(length: int) -> str:
    """One sentence of as many quantities as there is room for: 50,000 in 750,000 characters."""
    return (
        "全年拨付" + "、".join(f"第{index}个项目{index % 977}.{index % 10}万元" for index in range(length // 15)) + "。"
    )


def nested(length: int) -> str:
    """A total in a total in a total."""
    return (
        "总支出99万元"
        + "".join(f"，其中：第{index}项{index % 89}.{index % 10}万元" for index in range(length // 14))
        + "。"
    )


def table(head: str, row: str) -> Callable[[int], str]:
    """A table of many rows: 20,000 in 320,000 characters."""
    return lambda length: head + "".join(row.format(n=n, x=f"{n % 977}.{n % 10}") for n in range(length // 16))


def wide_cell(unit: str) -> Callable[[int], str]:
    """A form with one cell as long as the text, before, as and behind its figures."""
    rows = (
        "{cell}\t数量指标\t发放人数\t≥100人\t120人\t10\t9\n",
        "产出指标\t数量指标\t发放人数\t{cell}\t120人\t10\t9\n",
    )
    return lambda length: FORM + "".join(row.format(cell=unit * (length // len(unit) // 2)) for row in rows)


def long_cells(unit: str) -> Callable[[int], str]:
    """A form of many cells that are as long as cells may be."""
    row = f"产出指标\t数量指标{(unit * 1000)[:990]}\t发放人数\t100人\t120人\t10\t9\n"
    return lambda length: FORM + row * (length // len(row) + 1)


def wide_head(unit: str) -> Callable[[int], str]:
    """A form with one head as long as the text."""
    return lambda length: (
        FORM.replace("分值", unit * (length // len(unit))) + "产出指标\t数量指标\t人数\t100\t120\t10\t9\n"
    )


def halves(head: str, first: str, second: str) -> Callable[[int], str]:
    """Rows that lost their order: all names, then all figures."""
    return lambda length: head + first * (length // len(first) // 2) + second * (length // len(second) // 2)


def coded(length: int) -> str:
    """An account by codes, whose rows add up to those above."""
    return "支出决算表\n" + "".join(
        f"{201 + n % 30}{n % 99:02} 第{n}款 {n % 977}.{n % 10}0 {n % 97}.00\n" for n in range(length // 22)
    )


SHAPES: dict[str, Callable[[int], str]] = (
    {name: _repeat(unit) for name, unit in REPEATED.items()}
    | {f"one wide cell of {unit}": wide_cell(unit) for unit in WIDE}
    | {f"one wide head of {unit}": wide_head(unit) for unit in WIDE}
    | {f"long cells of {unit}": long_cells(unit) for unit in ("1", *WIDE)}
    | {
        "headings that go on": headings,
        "one sentence of quantities": long_sentence,
        "其中 in 其中": nested,
        "account between tabs": table(ACCOUNT + "项目\t行次\t金额\n", "第{n}项支出\t{n}\t{x}\n"),
        "account between blanks": table(ACCOUNT + "项目  行次  金额\n", "第{n}项支出  {n}  {x}\n"),
        "account of one cell a line": table(ACCOUNT + "项目\n行次\n金额\n", "第{n}项支出\n{n}\n{x}\n"),
        "account by codes": coded,
        "form": table(FORM, "产出指标\t数量指标\t发放{n}人\t≥100人\t120人\t10\t{x}\n"),
        "names, then figures": halves(
            "一级指标\n二级指标\n三级指标\n年度指标值\n产出指标\n数量指标\n", "培训人数\n", "12\n"
        ),
        "names and figures": halves("一级指标 二级指标 三级指标 年度指标值\n产出指标 数量指标\n", "培训人数 1 ", "12 "),
        "figures, then names": halves(
            "一级指标\n二级指标\n三级指标\n年度指标值\n产出指标\n数量指标\n", "12\n", "培训人数\n"
        ),
        "account names, then figures": halves(ACCOUNT + "项目\n行次\n金额\n", "基本支出\n", "12.5\n"),
        "account figures in a line": halves(ACCOUNT + "项目 行次 金额\n", "基本支出 1 ", "12.5 "),
        "heads, then figures": halves("一级指标\n二级指标\n三级指标\n", "年度指标值\n", "培训人数\n12\n"),
        "heads, then values": halves("一级指标\n二级指标\n三级指标\n", "年度指标值\n", "12\n"),
        "account heads": halves(ACCOUNT, "决算数\n", "12.5\n"),
        "bars, names then figures": halves("收入支出决算总表 |\n项目 |\n金额 |\n", "基本支出 |\n", "12.5 |\n"),
        "listed names, then figures": halves("\t项目\n\n\t金额\n\n", "\t基本支出\n", "\t12.5\n"),
        "wide rows": halves("项目\t金额\t其中：\n", "预算数\t", "12\t"),
        "form of levels": table(
            FORM, "产出指标（{n}分）\t数量指标（{n}分）\t发放人数（5分）\t≥100人\t120人\t10\t{x}\n"
        ),
    }
)
