"""What the words of table heads mean: patterns over head texts whose white space is taken out."""

from __future__ import annotations

import re

NUMBER = r"[-−－]?\d[\d,]*(?:\.\d+)?"
UNIT_WORDS = (
    "[万亿]?元/[\u4e00-\u9fff]{1,4}|万元|亿元|千元|元|人次|万人次|万人|人|户次|户|家次|家|个工作日|工作日|个月|个百分点|个|次|批次|批|起|"
    "件|份|期|场次|场|名|台|套|辆次|辆|条|处|所|座|万亩|亩|公顷|公里|万平方米|平方米|万立方米|立方米|立方|千米|米|吨|公斤|千克|天|日|月|年|小时|分钟|"
    "分|项|例|篇|宗|间|张|本|册|部|只|头|株|栋|幢|床|门|支|位|%|‰"
)
UNIT = re.compile(UNIT_WORDS)

# a cell that is nothing but a figure: 315.20, ≥95%, 小于10%, 1次
HAN = re.compile(r"[\u4e00-\u9fff“”()]+")
FIGURE = re.compile(
    rf"(?:[≥≤≧≦<>=＝]{{1,2}}|小于|大于|不少于|不低于|不超过|不高于|达到?|约|近)?(?:等于)?{NUMBER}"
    rf"(?:[-~～—]{NUMBER})?(?:余|多)?(?:{UNIT_WORDS}|万|亿|百分比)*+(?:\([^()]*\))?(?:以上|以下|以内|左右|及以上)?"
)
YEAR_HEAD = re.compile(r"(?:19|20)\d{2}年度?|[上本]年度?")  # names a column, though it looks like a figure
PLAIN_NUMBER = re.compile(rf"{NUMBER}%?")
ACCOUNT_CODE = re.compile(r"\d{3}(?:\d{2}){0,3}")  # 208, 20805, 2080505; slips such as 302201 do occur
UNIT_CODE = re.compile(r"\d{3}(?:\d{3}){1,2}")  # of a department and its units: 032, 032001
COMPARATORS = {
    "≥": "ge",
    "≧": "ge",
    ">=": "ge",
    "≤": "le",
    "≦": "le",
    "<=": "le",
    ">": "gt",
    "<": "lt",
    "=": "",
}

SIGN = re.compile(r"[≥≧≤≦<>=＝]{1,2}|定性")  # what a column of comparators prints

# heads of the columns that name a row
ROW_HEAD = re.compile(
    r"(?:.{0,8}(?:项目|科目|名称|机构)(?:\(按[^()]*\)|\([^()]*分类\))?|指标|指标名称|指标内容|绩效指标|具体指标|"
    r"[一二三四五]级指标|评价内容|绩效内容|绩效目标|内容|单位|部门|类别|资金来源|目标任务|"
    r"序号|编号|指标类型|指标类别|险种|评价指标|考核内容)"
)
CODE_HEAD = re.compile(
    r"(?:功能分类|经济分类|支出功能分类|支出经济分类|政府经济分类)?(?:科目)?(?:编码|代码)|单位编码|单位代码"
)
LINE_HEAD = re.compile(r"(?:行次|栏次|序号|编号|行号|类|款|类款项)")
UNIT_HEAD = re.compile(r"(?:计量|度量|指标)?单位")
COMPARATOR_HEAD = re.compile(r"(?:指标)?(?:性质|方向|符号)|运算符号?|比较符号?")
RULE_HEAD = re.compile(
    r".*(?:指标说明|指标解释|评分标准|评分细则|计分标准|评分办法|评价标准|扣分标准|计算公式|计算方法|赋分|评分规则|数据来源|数据获取).*"
)
PROSE_HEAD = re.compile(r".*(?:原因|措施|备注|说明|建议|分析|依据|佐证|理由|情况说明).*")

# heads of the columns that hold figures; what a mid-table head row is told by
FIGURE_HEAD = re.compile(
    r".*(?:预算数|决算数|执行数|执行率|完成率|完成值|完成情况|目标值|指标值|实际值|计划值|分值|权重|得分|自评分|评分|金额|合计|小计|总计|"
    r"支出|收入|经费|结余|结转|数量|比例|资金|全年数|上年数|本年数|增减|年初数|年末数|期初|期末|实际完成|预期目标).*"
)
HEAD_WORD = re.compile(rf"(?:{ROW_HEAD.pattern}|{CODE_HEAD.pattern}|{LINE_HEAD.pattern}|{UNIT_HEAD.pattern}|{COMPARATOR_HEAD.pattern}|"
                       rf"{RULE_HEAD.pattern}|{PROSE_HEAD.pattern}|{FIGURE_HEAD.pattern})")  # fmt: skip

STRONG_HEAD = re.compile(
    rf"(?:{ROW_HEAD.pattern}|{CODE_HEAD.pattern}|{LINE_HEAD.pattern}|{RULE_HEAD.pattern}|"
    r".*(?:预算数|决算数|执行数|执行率|完成率|完成值|目标值|指标值|实际值|分值|权重|得分|金额|完成情况).*)"
)
CORNER_TITLE = re.compile(r".{6,}情况")  # the label at the left of a form's head row names the table
UNIT_IN_HEAD = re.compile(rf"\((?:单位[:：]?)?({UNIT_WORDS})\)")
SCORE_HEAD = re.compile(r".*(?:分值|权重|得分|自评分|评分|分数|满分)(?:\(.*\))?")
RATE_HEAD = re.compile(r".*(?:率|比例|占比|比重|百分比)(?:\(.*\))?")
PERSONS_LABEL = re.compile(r".*(?:编制|人数|人员)(?:数|情况)?(?:\(.*\))?")

# labels of single fields that hold a figure; 联系电话 and 邮编 give nothing
FIELD_LABEL = re.compile(
    r"(?!.*(?:电话|邮编|编码|代码|账号|日期|时间|文号|年度$))"
    r".*(?:编制|人数|人员|总分|得分|评分|分值|权重|总额|金额|资金|经费|支出|收入|合计|小计|总数|面积|投资|数量|额|率|数)(?:\(.*\))?[:：]?"
)
NUMBERED = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、]")  # names of account lines: 4.公共安全支出
# labels above the aims of a form, told in sentences: 年度总体目标, 预期目标, 全年实际完成情况
AIM = re.compile(
    r"(?=.*(?:目标|完成情况))(?:(?:年度|年初|当年|全年|总体|绩效|预期|设定|实际|目标|完成|情况|概述)[及和与]?)+"
)
HEADING = re.compile(
    r"(?:第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))"
)
# to be searched for in a cell
HEADING_MARK = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|表[一二三四五六七八九十]{1,2}[、:]?|\d{1,2}[.、])\s*"
)
SIGN_OFF = re.compile(r"签字|签名|盖章|签章|填报人|填表人|联系电话|审核意见|部门\(单位\)意见|主管部门意见")
TARGET_ONLY = re.compile(r"目标|指标值|计划|任务")  # comparators belong to targets
TARGET_HEAD = re.compile(r".*(?:目标值?|指标值|实际值|完成值|完成情况|计划值|实际完成)(?:\(.*\))?")
TITLE = re.compile(
    r"(?!.*[。;,!?])(?!.*(?:公开\d+表|单位[::])|(?:财|部门)?[预决]算?\d).{2,60}(?:表|情况)(?:\(.{1,30}\))?"
)
_TITLE_ENDS = ("表", "况", ")")
# numbered lines of accounts, which look like headings: 二、外交支出
ACCOUNT_LINE = re.compile(r".*(?:\d$|(?:收入|支出|拨款|结余|结转|上缴|补助|资金|费|合计|总计)$)")

# heads of target and score tables, to be found in head lines that lost their cell edges; longer ones first
GOAL_HEAD = re.compile(
    r"(?:得分率|(?:评分|评价|计分|扣分)(?:标准|细则|办法|依据|规则)|(?:指标|扣分|得分|情况)(?:说明|解释|依据)|(?:全年|年度|年初|当年|本年|本年度|调整后|调整|绩效|预期|设定|自评|评价|实际|年末)*"
    r"(?:预算数|预算安排数?|执行数|目标值|指标值|完成值|实际值|计划值|决算数|得分|评分|自评分)|实际完成(?:值|情况)|完成情况|"
    r"预算执行率|执行率|完成率|完成比例|分值|权重|(?:偏差|未完成|扣分)[^0-9]{0,6}?原因(?:分析)?(?:[及和与、]?改进措施)?|改进措施|备注|说明|"
    r"指标性质|指标方向|(?:计量|度量)单位)"
    r"(?:\([^()]{1,14}\))?"
)
GOAL_NAME = re.compile(
    r"(?:[一二三四]级指标|评价内容|绩效内容|绩效指标|指标名称|指标内容|项目资金|资金来源|评价指标|具体指标|绩效目标)"
    r"(?:\((?:万?元|\d+分)\))?"
)
LEVEL_ONE = re.compile(r"(?:(?:项目)?(?:产出|效益|效果|满意度|过程|投入|决策|管理))(?:指标|目标)?(?:\(\d+分?\))?")
LEVEL_TWO = re.compile(
    r"(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|(?:经济|社会|生态|环境|生态环境)效益|可持续影响|满意度|"
    r"(?:社会公众或)?服务对象(?:满意度)?|(?:社会公众|受益对象|群众|公众)满意度)(?:指标|目标)?(?:\(\d+分?\))?"
)
# words that stand where a figure could, as what was reached: 完成, 长期目标, 效果明显
VERBAL = re.compile(
    r"(?:已|基本|全部|全面|未|部分|按时|按期|如期|均)?(?:完成|达成|达标|达到|实现)(?:预期)?(?:的?指标|目标|要求)?(?:并具有一定效果)?|"
    r"长期(?:性|目标|有效|坚持)?|(?:成效|效果)?(?:明显|显著|较好|良好)|有效(?:提升|改善|保障)?|(?:不断|持续|逐步|有所)(?:提高|提升|改善)|"
    r"优秀?|良好?|合格|是|否|减轻|提高|提升|改善|稳定|定性"
)
# a line of nothing but labels and figures, one of them of staff: 人员编制 12 实有人数 11
STAFF = re.compile(r"人员编制|编制人数|编制数|实有人数|在职人数|在编人数|在岗人数")
STAFF_LINE = re.compile(r"[ ]*(?:[^\s\d]{2,12}[ ]+\d{1,5}[人名]?+[ ]*)+\r?$", re.MULTILINE)


def is_title(text: str) -> bool:
    """Whether a line is worded like the title of a table; nearly all that is none is told by its last sign."""
    return text.endswith(_TITLE_ENDS) and TITLE.fullmatch(text) is not None


def numbers_columns(cells: list[str]) -> bool:
    """Whether a row only numbers the columns.

    >>> numbers_columns(["栏次", "1", "2", "3"]), numbers_columns(["栏次", "1", "栏次", "2"]), numbers_columns(["1", "2"])
    (True, True, True)
    """
    counted = [int(cell) for cell in cells if len(cell) < 3 and cell.isdecimal()]
    if not counted or counted != list(range(counted[0], counted[0] + len(counted))) or len(cells) < 2:
        return False
    return all(cell.isdecimal() and len(cell) < 3 or LINE_HEAD.fullmatch(cell) for cell in cells)
