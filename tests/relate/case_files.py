"""Reads the case files: paragraphs with marked quantities, and what each of them says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pipeline.records import Block, Entity, Facts, Layout, Segment, Statement, plain
from pipeline.relate import relate
from pipeline.views import View, normal

FOLDER = Path(__file__).parent / "cases"
MARK = re.compile(r"\[(?P<quantity>[^\[\]]+)\]|\{(?P<date>[^{}]+)\}")
BLANK = re.compile(r"\s")
SENTENCE = re.compile(r"[^。]+。?")
CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九十")} | {"两": 2}
NUMBER = re.compile(r"(?P<low>[\d.]+|[一二两三四五六七八九十])(?:-(?P<high>[\d.]+))?(?P<scale>万|亿)?(?P<unit>.*)")
TYPES = {"元": "MONEY", "人": "PERSON_COUNT", "名": "PERSON_COUNT", "人次": "PERSON_COUNT", "分": "SCORE"}
TYPES |= dict.fromkeys(("元/人", "元/人月", "元/人年"), "RATE")


@dataclass
class Case:
    """A paragraph, the lines before it, and the expected lines."""

    text: str
    lines: list[str] = field(default_factory=list)
    label: str = "achievements"
    expected: list[str] = field(default_factory=list)


def load(path: Path) -> list[Case]:
    """The cases of one file."""
    cases: list[Case] = []
    lines: list[str] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("    "):
            cases[-1].expected.append(row.strip())
        elif row.endswith("//"):
            lines.append(row.removesuffix("//").strip())
        elif row and not row.startswith("#"):
            text, _, label = row.partition(" @")
            cases.append(Case(text.strip(), lines, label or "achievements"))
            lines = []
    return cases


def entity_of(printed: str, start: int) -> Entity:
    """The quantity that a marked stretch prints, as extract would give it."""
    end = start + len(printed)
    if "%" in printed or "百分点" in printed:
        number, unit = re.match(r"[\d.]+", printed)[0], "%" if "%" in printed else "pp"  # type: ignore[index]
        return Entity(start, end, "PERCENT", number, unit=unit)
    found = NUMBER.fullmatch(printed)
    assert found, printed
    value = Decimal(CHINESE.get(found["low"], found["low"])) * {"万": 10**4, "亿": 10**8, None: 1}[found["scale"]]
    unit = found["unit"]
    kind = TYPES.get(unit, "COUNT")
    if kind == "MONEY":
        value, unit = value / 10**4, "万元"
    return Entity(start, end, kind, plain(value), found["high"] or "", "人" if unit == "名" else unit)


def unmark(marked: str, start: int) -> tuple[str, list[Entity]]:
    """The text without its marks, and its quantities; the text begins at ``start``."""
    text, entities, last = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        at = start + len(text)
        if found["date"]:
            value = found["date"][:4] if found["date"][0].isdecimal() else "P5Y"  # 五年
            entities.append(Entity(at, at + len(found["date"]), "DATE", value))
        else:
            entities.append(entity_of(found["quantity"], at))
        text += found["quantity"] or found["date"]
        last = found.end()
    return text + marked[last:], entities


def read(case: Case) -> tuple[str, tuple[Entity, ...], tuple[Statement, ...]]:
    """Run relate over a case: the text, the entities, the statements."""
    text, blocks, quantities = "", [], []
    for line in [*case.lines, case.text]:
        plain_text, found = unmark(line, len(text))
        blocks.append((len(text), len(text) + len(plain_text)))
        quantities += found
        text += plain_text + "\n"
    layout = Layout(text, normal(text), tuple(block(text, *span) for span in blocks))
    entities, statements = relate(layout, (Segment(0, len(text), case.label),), tuple(quantities), Facts(year=2021))
    return text, entities, statements


def block(text: str, start: int, end: int) -> Block:
    """A paragraph with its sentences."""
    view = View.of(normal(text), [(start, end)])
    sentences = tuple(found.span() for found in SENTENCE.finditer(view.text))
    return Block("paragraph", start, end, view, sentences)


def told(case: Case) -> list[str]:
    """What relate says about each quantity of a case, in the form of the case files."""
    text, entities, statements = read(case)
    rows = []
    for index, entity in enumerate(entities):
        if entity.type in {"DATE", "INDICATOR"}:
            continue
        printed = text[entity.start : entity.end]
        for statement in [each for each in statements if each.entity == index] or [None]:
            rows.append(f"{printed} -> {row(text, statement, statements, printed)}")
    return rows


def row(text: str, statement: Statement | None, statements: tuple[Statement, ...], printed: str) -> str:
    """One statement as a case file prints it."""
    if statement is None:
        return "nothing"
    out = BLANK.sub("", text[statement.start : statement.end])
    if statement.measure in {"change", "change_rate"}:
        unit = "元" if printed.endswith("元") and not printed.endswith("万元") else ""
        amount = plain((Decimal(statement.value) * 10000).normalize()) if unit else statement.value
        out += f" ({statement.measure} {amount}{unit})"
    elif statement.measure != "actual":
        out += f" ({statement.measure})"
    if statement.year != "2021":
        out += f" {statement.year}"
    if statement.part_of >= 0:
        total = statements[statement.part_of]
        out += f" < {BLANK.sub('', text[total.start : total.end])}"
    return out
