"""The Chinese names of the data's own words, and the colours they get in a terminal."""

LABELS = {
    "front_matter": "标题与前言",
    "profile": "单位概况",
    "duties": "职能职责",
    "goals": "绩效目标",
    "finance": "财务收支",
    "evaluation": "评价工作",
    "achievements": "成绩",
    "problems": "问题",
    "measures": "改进措施",
    "conclusion": "评价结论",
    "glossary": "名词解释",
    "table": "表格",
    "closing": "落款与附件",
}
MEASURES = {
    "actual": "实际",
    "target": "目标",
    "budget": "预算",
    "prior": "上年",
    "change": "增减额",
    "change_rate": "增减率",
    "share": "占比",
    "completion": "完成率",
    "points": "分值",
    "score": "得分",
}
COLOURS = {
    "MONEY": "yellow",
    "RATE": "dark_orange",
    "PERSON_COUNT": "green",
    "COUNT": "cyan",
    "PERCENT": "magenta",
    "SCORE": "red",
    "DATE": "blue",
    "INDICATOR": "bold underline",
}


def label_name(label: str) -> str:
    """A label in Chinese with the English beside it.

    >>> label_name("problems")
    '问题 problems'
    """
    return f"{LABELS[label]} {label}" if label in LABELS else label
