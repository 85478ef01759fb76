"""政府收支分类: the codes and names of the functional (201 ...) and economic (301 ...) classification.

Names change over the years, and a number may be given anew: a code can have several rows, each with the fiscal years in
which its name held (0 where not known).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row, fault, read_rows

COLUMNS = ("code", "name", "level", "parent", "valid_from", "valid_to", "certainty", "source")
LEVELS = {3: "类", 5: "款", 7: "项"}  # by the number of digits


class Code(Record, frozen=True):
    """One 科目 under one name, and its place in its classification."""

    code: str  # 3, 5 or 7 digits
    name: str  # 医疗保障经办事务
    level: str  # 类, 款, 项
    parent: str = ""  # code of the level above
    valid_from: int = 0
    valid_to: int = 0
    group: str = ""  # of economic codes: 人员经费, 公用经费


class Codes(Record, frozen=True):
    """Both classifications; a code's first digit tells them apart (2 functional, 3 economic)."""

    by_code: dict[str, tuple[Code, ...]]  # the name in force first
    by_name: dict[str, tuple[Code, ...]]  # squeezed name -> all that go by it: 行政运行 has many

    @classmethod
    def load(cls, folder: Path | None = None) -> Codes:
        """Read and check both files. Raises ResourceError naming file and line."""
        folder = folder or Path(__file__).parent
        by_code: dict[str, list[Code]] = defaultdict(list)
        by_name: dict[str, list[Code]] = defaultdict(list)
        for name in ("function.csv", "economic.csv"):
            for row in read_rows(folder / name, COLUMNS):
                one = _code(row, by_code)
                by_code[one.code].append(one)
                by_name[squeeze(one.name)].append(one)
        in_force = {code: tuple(sorted(names, key=_ended)) for code, names in by_code.items()}
        return cls(by_code=in_force, by_name={name: tuple(codes) for name, codes in by_name.items()})

    def named(self, name: str) -> tuple[Code, ...]:
        """All codes of this name, blanks and width aside, in the order of the files."""
        return self.by_name.get(squeeze(name), ())

    def path(self, code: str) -> tuple[str, ...]:
        """The names from the outermost level to this code: 卫生健康支出, 医疗保障管理事务, 行政运行."""
        found = self.by_code.get(code)
        return (*self.path(found[0].parent), found[0].name) if found else ()


def _ended(one: Code) -> bool:
    return one.valid_to > 0


def _code(row: Row, known: dict[str, list[Code]]) -> Code:
    code = row["code"]
    if LEVELS.get(len(code)) != row["level"] or not code.isdecimal():
        raise fault(row.place, f"code {code} does not fit its level {row['level']!r}")
    if row["name"] in (one.name for one in known.get(code, ())):
        raise fault(row.place, f"code {code} stands twice under the name {row['name']}")
    if row["parent"] and row["parent"] not in known:
        raise fault(row.place, f"parent {row['parent']} of {code} must stand above it")
    return Code(
        code=code,
        name=row["name"],
        level=row["level"],
        parent=row["parent"],
        valid_from=int(row["valid_from"] or 0),
        valid_to=int(row["valid_to"] or 0),
        group=row.cells.get("group", ""),
    )
