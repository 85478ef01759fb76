"""Names that share one number: 征收率和完好率均为100%."""

from __future__ import annotations

import re

from pipeline.relate.chain_names import PARTINGS, names_in
from pipeline.relate.sentences import Name, Sentence

_JOINT = re.compile("[、和与及]")
_ONE_NAME = re.compile(
    r".*收(?:入)?[、和]支(?:出)?(?:决算)?(?:总计|合计|总额)"
)  # what comes in and goes out, one indicator
_EACH = re.compile(r"(?:分别)?(?:均|各|都)(?:为|达到?|是)?$")  # 收入总计、支出总计均为80万元
_RATE_ENDS = ("率", "满意度", "覆盖面")
_RATES = re.compile(r".{2,}(?:率|满意度|覆盖面)(?:、|和|与|及|以及).{2,}")


def sharing(sentence: Sentence, name: Name, end: int) -> list[Name]:
    """The names that share the number which begins at ``end``: 征收率和完好率均为100%; else the name alone."""
    if not _JOINT.search(name.text):
        return [name]
    if _ONE_NAME.fullmatch(name.text):
        return [name]
    joined = name.text.endswith(_RATE_ENDS) and _RATES.fullmatch(name.text)
    start = sentence.text.rfind(name.text, 0, end)
    if start < 0 or not (joined or _EACH.match(sentence.text, start + len(name.text), end)):
        return [name]
    spans = names_in(sentence.text, start, start + len(name.text), PARTINGS[0])
    names = [sentence.name(*span) for span in spans]
    alike = all(len(each.text) > 2 and each.text[-1] == name.text[-1] for each in names)
    rates = all(each.text.endswith(_RATE_ENDS) for each in names)
    return names if rates or (alike and not joined) else [name]
