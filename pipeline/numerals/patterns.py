"""What written numbers look like: pieces of regular expressions, all of bounded length so that search stays linear.

They read text in normal form (``views.normal``), yet put up with what traditional or sloppy spelling leaves behind.
"""

DIGITS = "零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖兩貳參陸俩"
TENS = "十百千拾佰仟廿卅"
LARGE = "万亿萬億"
SHORT = "kKwW"  # 15k, 30w: thousand and ten thousand of informal writing
ESTIMATES = "余多来餘來"  # 三十余家, 200多家, 十来个

BLANKS = r"[ \t\r\n\u3000]{0,8}+"  # what layout puts inside a quantity: 51630 万元, 2021  年
DASH = r"(?:——|--|[-‐‑‒–—―─~～∼至到])"  # between the bounds of a range

_SPACED = (
    r"(?=\d \d)(?:(?<!\d )\d(?: \d){1,8}(?= [万亿元人个户次家%折成])"  # a letter-spaced line: 3 2 0 万 元
    r"|(?<![\d\s.,|])(?!1 2 3)\d(?: \d){2,8}(?:\.\d{1,4})?(?= ?[万亿元人个户次家%折成])"  # 支出1 2 0.5万元
    r"|(?<=[\u4e00-\u9fff])(?<![标表件图务目第号款项期段类级步组录章节条题])\d \d(?= ?[万亿元人个户次家%折成]))"  # 共1 2户, no 指标1 2户
)
# A number that the end of a line breaks: 医药费12. / 5万元. Without its point only in a long line of prose, and where
# no name takes the first number: 附件1 / 35家. In a short line the first number closes a row.
_NAMES_NUMBER = "标表件图务目第号款项期段类级步组录章节条题页"
_BROKEN = (
    r"(?=\d{1,9}+(?:\.?\r?\n))(?<=[\u4e00-\u9fff])(?:\d{1,9}(?:\.\r?\n|\r?\n\.)\d{1,4}"
    rf"|(?<=[^\n]{{15}}[^{_NAMES_NUMBER}])(?!(?:19|20)\d\d\r?\n)\d{{1,9}}\r?\n\d{{1,9}}(?:\.\d{{1,4}})?)"
    r"(?= ?[万亿元人个户次家%])"
)
_POWER = r"(?:[eE][+-]?\d{1,2}(?![\dA-Za-z])|×10(?:\^\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]))"  # 1.2E+04, 1.2×10^4
# 1,234.5 only in true groups of three: 512.30,498.75 is two numbers. Sixteen digits and more are codes.
ARABIC = (
    rf"(?:{_SPACED}|{_BROKEN}|\d{{1,3}}(?:,\d{{3}}){{1,4}}(?!,?\d)(?:\.\d{{1,8}})?"
    rf"|\d{{1,3}}点[\d{DIGITS}]{{1,2}}(?={BLANKS}[度℃摄])"  # 26点5度, but 9点30分 is a time of day
    rf"|\d{{1,15}}(?!\d)(?:\.\d{{1,10}}(?!\d))?{_POWER}?)"
)

# 万, 亿, 千万, 百亿, 15k, 30w; but 千克, 千米, 千瓦 and 百分点 are units.
MAGNITUDE = rf"(?:十(?=[{LARGE}])|百(?!{BLANKS}分)|千(?![克米瓦伏卡赫分字比])|[佰仟{LARGE}]|[{SHORT}](?![A-Za-z\d]))"
# What may follow an Arabic number before its unit: 9千余万, 40余, 25万6千, 3亿2000万.
TAIL = (
    rf"(?:[{ESTIMATES}]?{BLANKS}{MAGNITUDE}{{1,3}}(?:[{ESTIMATES}]{MAGNITUDE}{{1,2}})?"
    rf"(?:{BLANKS}\d{{1,4}}(?:\.\d{{1,4}})?{BLANKS}{MAGNITUDE}{{1,2}}){{0,3}}(?:{BLANKS}[{ESTIMATES}])?|[{ESTIMATES}])"
)

CHINESE = (
    rf"(?:[{DIGITS}{TENS}{LARGE}半]|几(?=[{TENS}{LARGE}])|(?<![基人户总次件分个倍指])数(?=[{TENS}{LARGE}])|(?<!成千)上(?=[{TENS}{LARGE}])|(?<=打)对(?=折))"
    rf"(?: ?[{DIGITS}{TENS}{LARGE}{ESTIMATES}几半点]){{0,40}}"  # with the blanks of a letter-spaced line
)
NUMBER = rf"(?:{ARABIC}(?:{BLANKS}{TAIL})?|{CHINESE})"
