"""Where sentences end: not in brackets, quotes or numbers."""

from __future__ import annotations

import pytest

from pipeline.structure.sentences import sentences
from pipeline.views import normal


@pytest.mark.parametrize(
    "pieces",
    [
        ["参保率96.8%。", "基金收入3.2亿元。"],
        ["推行“一窗受理。限时办结。”的做法，群众满意。", "效果明显。"],
        ["举办活动3次（其中：乡镇2次。），受众1200人。", "好评如潮！"],
        ["他们说：“看病不难。”", "全年办件4.5万件。"],
        ["完成预算的100%.", "下一步加强管理。"],
        ["1.概况。", "2.目标。"],
        ["参保人数增加（见附表。", "基金收入增长。"],
        ["一是扩面；二是提质；三是增效。"],
        ["收入12.5万元"],
    ],
    ids=lambda pieces: "".join(pieces)[:20],
)
def test_sentences_end_where_a_reader_stops(pieces: list[str]) -> None:
    text = normal("".join(pieces))
    assert [text[start:end] for start, end in sentences(text)] == [normal(piece) for piece in pieces]
