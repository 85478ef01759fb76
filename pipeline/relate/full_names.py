"""The name that a researcher would give a row when it stands alone: scheme, total and measure made explicit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records import Statement
from pipeline.relate.sentences import Sentence
from pipeline.relate.weights import Candidate

if TYPE_CHECKING:
    from pipeline.relate.prose import Thread

_ADDED = {
    "change": "增减额",
    "change_rate": "增减率",
    "completion": "完成率",
    "share": "占比",
}


def full_name(
    thread: Thread,
    sentence: Sentence,
    candidate: Candidate,
    parent: Statement | None,
    measure: str,
) -> str:
    """Compose the name in clean Chinese: total：part, then what is said of it."""
    name = candidate.name.text.replace("(", "（").replace(")", "）")
    if candidate.kind == "heading" and thread.code_path:
        name = thread.code_path.replace("(", "（").replace(")", "）")
    if parent:
        name = f"{parent.full_name}：{name}"
    return name + _ADDED.get(measure, "")
