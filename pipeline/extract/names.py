"""Numbers that name and do not count: ordinals, set names, slogans, what stands in short quotation marks.

``resources/set_names.txt`` lists set names from their number on; the rules here hold for any.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent.parent / "resources" / "set_names.txt"

_SHORT = 9  # characters from a quotation mark to a number in a slogan
_AFTER_SET_ONE = ("级", "类", "期")  # 四个一级指标 are four
_TITLE = 40  # characters from 《 to a number in the title of a document
_OPENING = re.compile('[“"《]')
_LISTED_AFTER = frozenset("、和至-,")
RANK_SIGNS = _LISTED_AFTER | frozenset("第前后 ")
NAMING_UNITS = frozenset(("级", "岁", "周岁", "人"))  # before which a number may be part of a name
_RANK_LIST = re.compile(r"第[\d一二三四五六七八九十]{1,3}[、和至\-,]$")
_FIRST_OF = re.compile(r"[\d一二三四五六七八九十百]{1,4}[名位强]")
_LEVELS = frozenset("省市县区乡镇村)")
_LEVELLED = re.compile(r"网络|联动|书记|公示|平台|体系")
_GRADED = re.compile(r"[医甲乙丙残伤]|指标|公立|定点")
_RATE_OF_AGE = re.compile(r"[^,，。；;、\d]{0,16}率|及?以上(?:常住)?老(?:年)?人")
_LARGE_CLASS = re.compile(r"及?以上超?大班额")
_RATE_OF_ONE = re.compile(r"一次[^,，。；;、\d]{0,8}率")
_WITH_ONE = frozenset("每某另同各这那哪任何逐统单唯专之不合归万又更手")  # 每一个, 统一, 之一, 人手一册
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖")
_ARTICLES = frozenset("种批套层道条轮份场支片组类期级届重块把门节")  # 一种, 一批: hardly ever a count
_ARTICLE_BEFORE = re.compile(
    r"一(?:个|项|次)(?=[新更高大好又较都也不有是]|良好|重要|全新|崭新|台阶|方面|过程|整体|闭环|完整)"
    r"|一次.不?(?:清|齐|好|成|完|到位|结|透)|一(\w)(?:\1|.一\1)|一角|一笔账|一头(?![猪牛羊驴骡鹿奶肉黄能仔种母])"  # 一次算清, 一件件, 走一个缺一个
    r"|一起(?![^,。;]{0,8}(?:案|事故|纠纷|火|投诉|事件|信访|违))"  # 一起抓
)
_TWO_ENDS = re.compile(r"两头(?![猪牛羊驴骡鹿奶肉黄能仔种母])")
_REPEATED = re.compile(r"一(\w).一\1")
_PAIR = len("一个走")
_ORDERED = ("最后", "最低", "最高", "前", "后", "”")  # 最后一笔, 前一条; “群众满意度”一项
_BY_YEAR = frozenset("上下前头")  # 下一年
_BY_ORDER = frozenset("条笔类项批家场种档")
_CLOSES = ("", *"，。；、,;)")
_AFTER_TWO = frozenset(("人", "人次", *"个斤两克米吨亩天秒成"))
_BY_TWOS = frozenset("期道届片队站具床集升班首案票")  # 两期, 两道; not 两节, 两度, 两口子
_MORE_THAN_TWO = frozenset("三四五六七八九十")
_ABOUT = frozenset("近约超逾达有")


def set_name_end(text: str, start: int) -> int:
    """Where the set name of the table that begins at ``start`` ends; 0 where none begins."""
    found = _set_names().match(text, start)
    if not found or (found[0][-1] == "一" and text[found.end() : found.end() + 1] in _AFTER_SET_ONE):
        return 0
    return found.end()


@cache
def _set_names() -> re.Pattern[str]:
    lines = map(str.strip, TABLE.read_text(encoding="utf-8").splitlines())
    names = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the stretch stands in a short name in quotation marks or in the title of a document."""
    if not _OPENING.search(text, max(0, start - _TITLE), start):
        return False
    for opens, closes in ("“”", '""'):
        opening = text.rfind(opens, max(0, start - _SHORT), start)
        if opening >= 0 and text.find(closes, opening + 1, start) < 0 and text.find(closes, end, end + _SHORT) >= 0:
            return True
    opening = text.rfind("《", max(0, start - _TITLE), start)
    return opening >= 0 and text.find("》", opening, start) < 0


def is_rank(text: str, start: int) -> bool:
    """Whether 第 or a list that 第 opens, or 前 of a ranking, stands before the number: 第三, 第2、3批, 前10名."""
    if text[start - 1 : start] not in RANK_SIGNS:
        return False
    at = start
    while at and text[at - 1] == " ":
        at -= 1
    previous = text[at - 1 : at]
    if previous == "第" or (previous in ("前", "后") and _FIRST_OF.match(text, start)):
        return True
    return previous in _LISTED_AFTER and _RANK_LIST.search(text, max(0, start - 8), start) is not None


def is_grade(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number before 级 is a grade (三级医院) and no count of levels (县、镇、村三级, 三级网络)."""
    if unit != "级" or text[start] == "两" or _LEVELLED.match(text, end):
        return False
    return text[start - 1 : start] not in _LEVELS or _GRADED.match(text, end) is not None


def in_rate_name(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a bound belongs to a name: 5岁以下儿童死亡率, 65岁以上老年人健康管理, 56人以上大班额; but 年满60岁以上老人."""
    if unit == "人":
        return _LARGE_CLASS.match(text, end) is not None
    return unit in ("岁", "周岁") and text[start - 1 : start] != "满" and _RATE_OF_AGE.match(text, end) is not None


def counts_nothing(text: str, start: int, end: int, numeral: str, unit: str) -> bool:
    """Whether a Chinese numeral with a classifier is a name or an article, not a count."""
    previous = text[start - 1 : start]
    return (
        in_quotes(text, start, end)
        or (unit == "年" and numeral == "一" and previous in _BY_YEAR and not text.endswith("提前", 0, start))
        or (numeral in "一两" and previous in _WITH_ONE)
        or (numeral == "一" and _is_article(text, start, end, unit))
        or _TWO_ENDS.match(text, start) is not None
        or is_grade(text, start, end, unit)
        or (_is_ordinal(numeral, unit) and not (unit == "层" and text[end : end + 1] == "楼"))
        or _is_idiom(previous, numeral, unit)
    )


def counts_though_ranking(numeral: str, unit: str) -> bool:
    """Whether a numeral counts before a unit that mostly ranks: 两期培训, 三道防线; but 二期, 一道."""
    return (numeral == "两" and unit in _BY_TWOS) or (unit == "道" and numeral in _MORE_THAN_TWO)


def _is_article(text: str, start: int, end: int, unit: str) -> bool:
    if unit in _BY_ORDER and text.endswith(_ORDERED, 0, start):
        return True
    if start >= _PAIR and _REPEATED.match(text, start - _PAIR):
        return True
    if text[end : end + 1] in _CLOSES and unit != "角":
        return text.endswith("公益", 0, start)  # 公益一类; but 印发方案一套。
    return (
        unit[0] in _ARTICLES
        or _ARTICLE_BEFORE.match(text, start) is not None
        or _RATE_OF_ONE.match(text, start) is not None  # 一次选举成功率
    )


def _is_ordinal(numeral: str, unit: str) -> bool:
    """Two things are 两件: 二级, 二类, 二审 are ranks, 二个 and 二公里 are not; 三层 is."""
    if numeral == "二":
        return unit not in _AFTER_TWO and (len(unit) == 1 or unit[-1] == "次" or unit == "标段")
    return unit == "层" and numeral != "两"


def _is_idiom(previous: str, numeral: str, unit: str) -> bool:
    """十分重要, 入伍人数, 百姓, 千家万户; but 近百户 counts."""
    if len(numeral) > 1:
        return False
    return (
        unit == "分"
        or (numeral in _FORMAL and unit not in ("元", "圆"))
        or (numeral in "百千万亿" and previous not in _ABOUT)
    )
