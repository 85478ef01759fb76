"""What dates and periods look like, blanks of any layout inside: 2021  年 7 月, 20 21 年度, 二〇二一年三月, 1—10月份."""

from __future__ import annotations

import re

from pipeline.numerals.patterns import BLANKS as S
from pipeline.numerals.patterns import DASH

_ONES = "[一二三四五六七八九]"
# 2021, 20 21, 二〇二一, 07, 零八; 21 and 九八 only where 年度, a month or a comparison shows that it is a year
_YEAR_SHOWN = r"年(?:度|\d{1,2}月|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|[上下]半年|[底末初])"
_YEAR = (
    r"(?:(?:19|20) ?\d ?\d|[12一二][九零〇○ＯO0][零〇○ＯO0一二三四五六七八九]{2}"
    rf"|[二两]千零(?:[一二]?十{_ONES}?|{_ONES})(?={S}年)|[二两]千(?={S}年{S}[\d一二三四五六七八九十]{{1,2}}{S}月)"  # 两千零八年
    rf"|1[0-8]\d\d(?=年\d{{1,2}}月)|(?<!\d)0\d(?=[ \n]?年)|零{_ONES}(?=年)"
    rf"|(?<!\d)[0-25-9]\d(?={_YEAR_SHOWN})|[五六七八九][零〇一二三四五六七八九](?={_YEAR_SHOWN})|(?<=[与比较同])[012]\d(?=年))"
)
_MONTH = r"(?:1[0-2](?!\d)|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九元])"
_DAY = rf"(?:[12]\d(?!\d)|3[01](?!\d)|0?[1-9](?!\d)|三十一?|二?十{_ONES}?|廿{_ONES}?|{_ONES})"
_CLOSED = r"(?<=[一二三四五六七八九十])(?=[。;；)]|[,，](?!\d)|$)"  # 八月十五, without 日
_OF_YEAR = rf"{S}年(?:{S}度(?!假|过|量))?"

# What makes a closer look worth while.
HINT = re.compile(
    rf"[\d ○〇零Ｏ一二三四五六七八九十元]{{1,8}}+(?:{S}{DASH}{S}[\d十一二三四五六七八九〇零 ]{{1,5}})?{S}[年月季]"
    rf"|(?:19|20)\d\d(?:[-/. ]\d|{S}{DASH}{S}\d\d)|[二两]千[零年]"
    r"|[上下]半年|[前首][一二两三1-3]?个?季度|前[\d一二两三四五六七八九十]{1,2}个月|第[一二三四1-4]季度|[一二三四1-4]至[一二三四1-4]季度"
)
# The spelling of nine dates in ten, nothing behind it that could be more of a date: 2021年度, 2021年7月12日, 8月
PLAIN = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度(?![假过量]))?)?"
    r"(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?)?"
    r"(?=$|[^\s\d〇○零一二三四五六七八九十廿元度份日号上中下前首第\-‐‑‒–—―─~～∼至到])"
)
POINT = re.compile(
    rf"(?:(?P<year>{_YEAR}){_OF_YEAR})?{S}"
    rf"(?:(?P<month>{_MONTH}){S}月份?(?:{S}(?P<day>{_DAY})(?:{S}[日号]|{_CLOSED}))?)?"
)
_UNIT = rf"{S}[万亿元%分人户=]"
# 2021-07-12; 2011 03 09 only with a nought before a single digit; 1996.03-28, which can be no range of months
DIGITS = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]|(?<!\d .{4}) (?=0[1-9] [0-3]\d(?! ?\d)|1[0-2] 0[1-9](?! ?\d)))"
    rf"(?P<month>1[0-2]|0?[1-9])(?:(?P=mark)|(?<=\.\d\d)-(?=(?:1[3-9]|2\d|3[01])(?!\.|{_UNIT})))"
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
)
MONTHS = re.compile(
    rf"(?:(?P<year>{_YEAR}){_OF_YEAR}{S})?(?P<from>{_MONTH}){S}(?:月份?{S})?{DASH}{S}(?P<to>{_MONTH}){S}月份?(?!{S}{_DAY}{S}[日号])"
)
YEARS = re.compile(  # 2021-2022学年, 1997到99年6月
    rf"(?P<from>{_YEAR}){S}{DASH}{S}(?P<to>{_YEAR})"
    rf"(?:学年|{_OF_YEAR}(?:{S}(?P<month>{_MONTH}){S}月(?!份?{S}{DASH}|{S}{_DAY}{S}[日号]))?)"
)
# 服务期限从2017-2019: years without 年 where the words before announce a time
BARE_YEARS = re.compile(rf"(?P<from>(?:19|20)\d\d){S}{DASH}{S}(?P<to>(?:19|20)\d\d)(?=$|[,，、。;；)\s]|期间)")
TIME_ANNOUNCED = re.compile(r"(?:[从自]|时间|期[间限]|周期|年[度份])[为是在:]?\s?$")
DAYS = re.compile(
    rf"(?:(?P<year>{_YEAR}){_OF_YEAR}{S})?(?P<month>{_MONTH}){S}月{S}(?P<from>{_DAY}){S}[日号]?{S}{DASH}{S}(?P<to>{_DAY}){S}[日号]"
)
PART = re.compile(
    rf"(?:(?P<year>{_YEAR}){_OF_YEAR}{S})?(?:(?P<half>[上下])半年|(?P<first>[前首])(?P<upto>[一二两三1-3]?)个?季度"
    rf"|前(?P<months>1[01]|[2-9]|十一?|[二两三四五六七八九])个月"
    rf"|第?(?P<from>[一二三四1-4])(?:{S}{DASH}{S}第?(?P<to>[一二三四1-4]))?季度)"
)
# 2019.8-2021.12: with one digit only where both points tell a year and nothing is counted
_LOOSE = rf"(?P<from>(?:19|20)\d\d)[./](?P<start>1[0-2]|[1-9]){S}{DASH}{S}(?P<to>(?:19|20)\d\d)[./](?P<end>1[0-2]|[1-9])(?![\d.]|{_UNIT})"
DOTTED_LOOSE = re.compile(_LOOSE)
# 2019.08-2021.02, 2009.06-2012: two points, or a year and no unit, must show that these are no decimals
DOTTED = re.compile(
    rf"(?P<from>(?:19|20)\d\d)[./](?P<start>0[1-9]|1[0-2]){S}{DASH}{S}(?P<to>(?:19|20)\d\d)"
    rf"(?:[./](?P<end>0[1-9]|1[0-2])(?![\d.])|(?![\d./]|{_UNIT}))"
)
JOIN = re.compile(rf"(?:[上中下]旬)?{S}{DASH}{S}")  # 5月中旬至6月上旬
