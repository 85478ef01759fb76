"""The matter that names too general leave to what is told before them: 异地就医备案20人次，直接结算9人次 -> 异地就医直接结算."""

from __future__ import annotations

import re

from pipeline.relate.bind import Bound
from pipeline.relate.sentences import Sentence
from pipeline.relate.thread import Thread

_TOPIC = re.compile(
    r"(?:跨省|省内|市内)?异地就医|跨省(?=直接|联网|住院|结算)|门诊(?:慢特病|特殊慢性病|特殊疾病|慢性病)(?:及[“\"]两病[”\"])?|[“\"]两病[”\"]|长期护理保险|长护险|失能"
)
_NEAR = re.compile(rf"(?:普通)?门诊统筹|{_TOPIC.pattern}")  # told of so many benefits that only its own clause counts
_POPULATION = re.compile(r"(?:建档立卡)?(?:贫困|脱贫|特困)(?:人口|人员|群众|患者|户)|困难群众|监测对象")
_GENERAL = re.compile(
    r"(?:累计|成功|直接|即时|联网)*(?:报销|结算|补偿|保障|享受|评估|备案|统筹基金支付|基金支付)(?:待遇)?(?:人数|人次|金额)?"
)
_SPOKEN_OF = {  # by the first character of a topic what it can be said of
    **dict.fromkeys("异跨省市", re.compile("结算|备案|支付|报销")),
    **dict.fromkeys('门普“"', re.compile("报销|补偿|保障|享受")),
    "长": re.compile("享受|评估|支付"),
    "失": re.compile("评估"),
}
_GENERAL_ENDS = frozenset("销算偿障受估案付遇数次额")  # last characters of names that are general
_FAR = 400  # characters before a number


def with_topic(thread: Thread, sentence: Sentence, bound: Bound, name: str) -> str:
    """The name with its topic, and with the population that the sentence began with; alone where it says enough."""
    if name[-1] not in _GENERAL_ENDS:
        return name
    whose = _POPULATION.match(name)
    own = name[whose.end() :] if whose else name
    general = _GENERAL.fullmatch(own)
    if not general:
        return name
    topic = _topic_before(thread, sentence, bound, own)
    if not topic:
        return name
    whose = whose or (_POPULATION.match(thread.named[0].text) if thread.named else None)
    return f"{whose[0] if whose else ''}{topic}{own}"


def _topic_before(thread: Thread, sentence: Sentence, bound: Bound, own: str) -> str:
    text = sentence.text[max(bound.start - _FAR, 0) : bound.start]
    topic = _last(_NEAR, text[text.rfind(";") + 1 :], own)
    if topic or "基金" in own:
        return topic
    return _last(_TOPIC, _section_before(thread, bound), own)


def _section_before(thread: Thread, bound: Bound) -> str:
    """The end of what the section tells before a number."""
    end = thread.quantities[bound.mention.entity].start
    section = thread.layout.sections[thread.section].heading_end if thread.section >= 0 else 0
    return thread.layout.normal[max(section, end - _FAR) : end]


def _last(topics: re.Pattern[str], text: str, own: str) -> str:
    """The last topic told in a text that can be said of such a name; empty if there is none."""
    found = ""
    for topic in topics.finditer(text):
        if _SPOKEN_OF[topic[0][0]].search(own):
            found = "跨省异地就医" if topic[0] == "跨省" and "基金" in own else topic[0]
    return found
