"""Which indicators a value in this unit can be about."""

from __future__ import annotations

from pipeline.records import Entity, Statement
from pipeline.resources.taxonomy.indicator import UNIT_FAMILIES

# entity type -> unit family of an indicator -> how well they go together
FAMILIES = {
    "MONEY": {"money": 1.0, "rate": 0.9},  # 人均 amounts in plain 元 are MONEY
    "RATE": {"rate": 1.0, "money": 0.8},
    "PERSON_COUNT": {"persons": 1.0, "person_times": 0.9, "count": 0.5},
    "VISITS": {"person_times": 1.0, "persons": 0.85, "count": 0.5},  # PERSON_COUNT in 人次
    "COUNT": {"count": 1.0, "person_times": 0.85, "persons": 0.8},
    "TALLY": {"count": 1.0, "person_times": 0.7, "persons": 0.6},  # 批次, 家: no people
    "PERCENT": {"percent": 1.0, "grade": 0.85, "score": 0.8},
    "SCORE": {
        "score": 1.0,
        "grade": 1.0,
        "percent": 1.0,
        "money": 0.9,
        "persons": 0.9,
        "person_times": 0.9,
        "count": 0.9,
        "rate": 0.9,
    },
}
ANY = dict.fromkeys(UNIT_FAMILIES, 1.0)
RATED = dict.fromkeys(UNIT_FAMILIES, 0.9) | {"money": 1.0, "percent": 1.0}  # shares and completions are mostly of money
SUBJECTS = RATED | {"percent": 0.8}  # where the name holds the subject apart from its rate
# a value of these measures is told of a subject in whatever unit: 基本支出占支出合计的78%
OF_A_SUBJECT = frozenset(("share", "completion", "change_rate"))
# what a classifier counts: 检查3次 is a round, 检查3家 are institutions
TALLIES = {
    "次": "event",
    "轮次": "event",
    "场": "event",
    "场次": "event",
    "批次": "event",
    "批": "event",
    "期": "event",
    "轮": "event",
    "家": "house",
    "户": "house",
    "所": "house",
    "家次": "house",
    "起": "case",
    "件": "case",
    "例": "case",
    "宗": "case",
    "笔": "case",
    "份": "copy",
    "册": "copy",
    "种": "sort",
    "个病种": "sort",
}


def families_of(statement: Statement, quantity: Entity, *, shortened: bool) -> dict[str, float]:
    """The unit families that the value can be of; ``shortened``: the name tells the subject apart from its rate."""
    if statement.measure in OF_A_SUBJECT:
        return SUBJECTS if shortened else RATED
    if quantity.type == "COUNT" and statement.unit in TALLIES and statement.unit != "次":
        return FAMILIES["TALLY"]
    if quantity.type == "PERSON_COUNT" and statement.unit == "人次":
        return FAMILIES["VISITS"]
    return FAMILIES.get(quantity.type, ANY)


# unit family of a list -> how well those of the indicators go with it
FAMILIES_OF_LIST = {
    "money": {"money": 1.0, "rate": 0.6},
    "rate": {"rate": 1.0, "money": 0.6},
    "persons": {"persons": 1.0, "person_times": 0.8, "count": 0.5},
    "person_times": {"person_times": 1.0, "persons": 0.8, "count": 0.5},
    "count": {"count": 1.0, "person_times": 0.7, "persons": 0.6},
    "percent": {"percent": 1.0, "grade": 0.7, "score": 0.5},
    "score": {"score": 1.0, "grade": 0.8, "percent": 0.8},
    "grade": {"grade": 1.0, "percent": 0.7, "score": 0.7},
}
_FAMILY_OF = {
    **dict.fromkeys(("元", "万元", "亿元", "千元", "MONEY"), "money"),
    **dict.fromkeys(("人", "名", "万人", "位"), "persons"),
    **dict.fromkeys(("人次", "万人次"), "person_times"),
    **dict.fromkeys(("%", "％", "‰", "百分点", "pp", "PERCENT"), "percent"),
    **dict.fromkeys(("分", "SCORE"), "score"),
}


def families_of_list(unit: str) -> dict[str, float]:
    """The unit families that a name of a list can be of; ``unit`` is a unit family, a printed unit, or empty."""
    unit = unit.strip()
    return FAMILIES_OF_LIST.get(unit) or FAMILIES_OF_LIST.get(_FAMILY_OF.get(unit, "")) or _of_printed(unit)


def _of_printed(unit: str) -> dict[str, float]:
    """Of another unit: with a stroke a rate, else a count."""
    return FAMILIES_OF_LIST["rate" if "/" in unit else "count"] if unit else ANY
