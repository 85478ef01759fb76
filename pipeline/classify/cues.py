"""Sentences that tell what they are, whatever heading they stand under."""

from __future__ import annotations

import re

from pipeline.classify.sections import BY_LEAD, BY_SENTENCE, CLOSED, Told
from pipeline.records import Record
from pipeline.resources.headings import headings

EVERYWHERE = frozenset({"", "profile", "goals", "finance", "evaluation", "achievements", "conclusion", "front_matter"})
NARRATIVE = EVERYWHERE - {"profile", "goals"}
UNTOLD = frozenset({""})


class SentenceCue(Record, frozen=True):
    """A pattern of sentences and the label that it gives them."""

    label: str
    pattern: re.Pattern[str]
    under: frozenset[str]  # labels of the sections where it counts
    lasts: bool = False  # to the end of the paragraph, not for the sentence only
    first: bool = False  # whether it stands at the beginning of a sentence
    holds: re.Pattern[str] | None = None  # what every such sentence holds: plain words, found sooner than the pattern

    def fits(self, sentence: str) -> bool:
        """Whether a sentence is of this pattern."""
        if self.first:
            return self.pattern.match(sentence) is not None
        return (self.holds is None or bool(self.holds.search(sentence))) and bool(self.pattern.search(sentence))


def _cue(
    label: str, pattern: str, under: frozenset[str], *, lasts: bool = False, first: bool = False, holds: str = ""
) -> SentenceCue:
    return SentenceCue(
        label=label,
        pattern=re.compile(pattern, re.VERBOSE),
        under=under,
        lasts=lasts,
        first=first,
        holds=re.compile(holds) if holds else None,
    )


# The first that fits wins. Patterns are of normal text (half-width signs).
CUES = (
    # 为做好绩效自评工作,根据县财政局通知要求,现将有关情况报告如下:
    _cue(
        "front_matter",
        r"(?:根据|按照|依据|遵照|为|按).{6,}现(?:将|就|对)?.{0,40}(?:如下|报告|汇报|说明)|"
        r"(?:根据|按照|依据|遵照|为|按).{6,}形成(?:了)?(?:本|此|如下)(?:自评)?报告|现将.{2,40}如下[:。]$|受[^,。]{2,30}委托",
        EVERYWHERE,
        first=True,
    ),
    # 评价结果分为优(90分以上)、良(80-90分)、中、差
    _cue("evaluation", r"分(?:为|档|级|成)[^。]{0,40}以上[^。]{0,60}(?:良|合格)", EVERYWHERE),
    # 资金专款专用,未发现截留挪用
    _cue(
        "achievements",
        r"专款专用|专账(?:核算|管理)|(?:未|无|没有)(?:发现|发生|出现|存在)?[^。]{0,6}(?:截留|挤占|挪用)|集体(?:决策|研究)",
        frozenset({"", "finance"}),
        holds="专款专用|专账|截留|挤占|挪用|集体",
    ),
    # 本部门自评得分95分,等次为优
    _cue(
        "conclusion",
        r"(?:自评|自查|评价|综合|绩效|最终|总)(?:得分|总?评分|总分|分值|分(?=为|是|达|:)|评价等次|等次|等级|结果)"
        r"[^,。;]{0,12}?(?:\d|优|良|中|差)|"
        r"(?:评为|评定为|等[级次]为|结果为|绩效为)[“‘\"]?(?:优|良|中|差|合格|[一二三四]等)",
        EVERYWHERE,
        holds="分|等次|等级|结果|评为|评定为|绩效为",
    ),
    # 全年预算数30万元,执行数28万元,完成预算的93.33%
    _cue("finance", r"预算数?为?\s?[\d.,]+\s?万?元,(?:全年)?(?:执行|支出|决算)数?为?\s?[\d.,]+", EVERYWHERE),
    # 但工作中仍存在一些不足
    _cue(
        "problems",
        r"(?:还|仍|尚|也|依然|仍然|但)(?:然)?存在(?:着)?[^。]{0,20}(?:问题|不足|差距|短板|困难|薄弱)|"
        r"(?:清醒|深刻)(?:地)?(?:认识|看)到|^(?:但|同时|然而)[^。]{0,30}(?:差距|不足|问题)|发现的?(?:主要)?问题[:是有]|"
        r"^存在(?:的)?(?:主要)?(?:问题|不足|困难)",
        NARRATIVE,
        holds="存在|识到|看到|差距|不足|问题",
        lasts=True,
    ),
    # 下一步,我局将加大宣传力度
    _cue(
        "measures",
        r"(?:下一步|下步|今后|接下来|下阶段|下一阶段|明年|在今后)|针对(?:以上|上述|存在|这些|发现)[^。]{0,12}(?:问题|不足|情况)|"
        r"20\d\d年,?(?:我|本)?(?:局|们|中心|单位|县|部门)?(?:将|要|计划)",
        NARRATIVE | {"problems"},
        lasts=True,
        first=True,
    ),
    # 一是进一步加强培训: under 存在问题及改进措施
    _cue(
        "measures",
        r"(?:[一二三四五六七八]是|\(?[\d一二三四五六七八]{1,2}[).、])?(?:要|应|将|建议)?"
        r"(?:进一步|加强|完善|强化|健全|加大|加快|细化|优化|科学编制|严格|积极|建立)"
        r"(?![^。]{0,60}(?:不够|不足|不高|不强|有待|滞后|[偏较][低慢差弱少]))",
        frozenset({"problems"}),
        lasts=True,
        first=True,
    ),
    # 贯彻执行…并组织实施: what a unit is charged to do, told under another heading
    _cue(
        "duties",
        r"(?:\(?[一二三四五六七八九十\d]{1,3}[).、])?(?:主要)?(?:负责|贯彻执行|贯彻落实|贯彻实施|拟订|研究拟订|组织拟订|承担)"
        r"[^\d]*(?:组织实施|监督|管理|工作|任务|政策)",
        frozenset({"", "finance", "front_matter"}),
        lasts=True,
        first=True,
    ),
    # 我局内设办公室等4个股室,现有在职人员26人
    _cue(
        "profile",
        r"(?:内设|下设|设有|核定|(?<!算)编制|在职|在编|在岗|现有)[^。]{0,30}(?:个|人|名|室|股|科|中心|机构)",
        frozenset({"", "front_matter"}),
    ),
    # 预算执行率97.8%,“三公”经费控制率71.6%
    _cue("finance", r"预算(?:执行|完成|调整)率|三公[^。]{0,4}经费[”\"]?(?:控制|变动)率|政府采购执行率", UNTOLD),
    # 全年收支总计1698.76万元,其中人员经费365.82万元
    _cue(
        "finance",
        r"(?!.*自评).*(?:收支|预算|决算|拨款|[本总年]收入|[本总年]支出|基本支出|项目支出|三公|人员经费|公用经费|结转|资金)"
        r"[^。]{0,20}\d[\d.,]*\s?万?元",
        UNTOLD,
        first=True,
    ),
    # 成立自评小组,采用比较法逐项计分
    _cue("evaluation", r"(?:评价|自评)(?:工作|小组|方法|指标|范围|对象|目的|原则|过程)", UNTOLD),
)
# 发现的主要问题及原因:一是…
_LEAD = re.compile(r"(?:\(?[一二三四五六七八九十\d]{1,3}[).、])?([^,。;:!?]{2,24}):(?=.)")
_ONE_SENTENCE = frozenset({"conclusion", "front_matter"})
_CLOSED_LEADS = frozenset({"problems", "measures", "conclusion", "closing"})


def turn(sentence: str, base: Told) -> tuple[Told, Told]:
    """What a sentence tells under what was told before it, and what that leaves for the sentences after it."""
    lead = _LEAD.match(sentence)
    cue = headings().cue(lead[1]) if lead else None
    if cue and cue.label not in ("front_matter", "table") and (base.label not in CLOSED or cue.label in _CLOSED_LEADS):
        told = Told(label=cue.label, confidence=BY_LEAD, general=cue.general)
        return told, told
    for entry in CUES:
        if (base.label in entry.under or (base.general and "" in entry.under)) and entry.fits(sentence):
            told = Told(label=entry.label, confidence=BY_SENTENCE, general=base.general)
            return told, told if entry.lasts or (base.general and entry.label not in _ONE_SENTENCE) else base
    return base, base
