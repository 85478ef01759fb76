"""The rows of a table that only its title names: 合计 under 三公经费支出决算表 is the three-public total."""

from __future__ import annotations

import re
from collections.abc import Sequence

# what the title holds, the row, and what it is called where it stands alone; the first that is met decides
_ROWS = tuple(
    (re.compile(title), re.compile(row), meant)
    for title, row, meant in (
        ("三公", "合计|总计|小计", "三公经费合计"),
        ("财政拨款(?:收入支出|收支)", "总计|收入总计|支出总计|收支总计", "财政拨款收支总计"),
        ("财政拨款(?:收入支出|收支)", "本年收入(?:合计)?", "财政拨款收入"),
        ("财政拨款(?:收入支出|收支)", "本年支出(?:合计)?", "财政拨款支出"),
        ("一般公共预算财政拨款基本支出", "合计|总计", "一般公共预算财政拨款基本支出"),
        ("一般公共预算财政拨款支出", "合计|总计|小计", "一般公共预算财政拨款支出"),
        ("政府性基金", "合计|总计|本年支出(?:合计)?", "政府性基金预算财政拨款支出"),
        ("政府性基金", "本年收入(?:合计)?", "政府性基金预算财政拨款收入"),
        ("国有资本经营", "合计|总计|本年支出(?:合计)?", "国有资本经营预算财政拨款支出"),
        ("国有资本经营", "本年收入(?:合计)?", "国有资本经营预算财政拨款收入"),
        ("收入支出|收支", "总计", "收支总计"),
        ("支出决算|支出总体|支出预算|预算执行", "合计|总计", "支出合计"),
        ("收入决算|收入总体|收入预算", "合计|总计", "收入合计"),
    )
)
COLUMN = re.compile(r"\([^()]*\)$")  # 合计(金额): a column of the row
_SHORTEST, _LONGEST = 2, 14  # letters of a row's name that may be one of these


def name_total(own: str, path: Sequence[str]) -> str:
    """The name of a row by its table; as it is where its own words are enough."""
    row = COLUMN.sub("", own)
    if not path or not _SHORTEST <= len(row) <= _LONGEST or row[-1] not in "计入出":
        return own
    titles = ":".join(path)
    return next((meant for title, name, meant in _ROWS if name.fullmatch(row) and title.search(titles)), own)
