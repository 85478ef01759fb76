"""What the ends of a report hold: titles and addressee before, signatures, dates and attachment lists after."""

from __future__ import annotations

import re

from pipeline.records import Block, Layout

LONGEST_SIGNATURE = 30  # characters of a line that signs
_DATE = re.compile(
    r"(?:报告)?(?:日期:?)?(?:20\d\d|二[〇○零O0][一二三四五六七八九〇○零]{2})?\s*年\s*[\d一二三四五六七八九十]*\s*月(?:\s*[\d一二三四五六七八九十]*\s*日)?"
)
_ATTACHED = re.compile(r"附(?:件|表|录)?\s?\d?[:：]|附(?:件|表|录)\s?\d?[.、]?\s?\S{0,30}(?:表|报告|说明)?$")
_SIGNED = re.compile(
    r"签字|签名|盖章|签章|填报人|填表人|联系人|联系电话|审核人|复核人|负责人[:(]|评价组组长|(?:主管)?(?:部门|单位).{0,4}意见|报告日期"
)
_LISTED = re.compile(r"\d[.、].{2,30}(?:表|报告|说明|材料|佐证)$")


def label_ends(layout: Layout) -> dict[int, str]:
    """Labels of the blocks that are told by their place: index -> front_matter or closing."""
    closing = dict.fromkeys(_closing(layout.blocks), "closing") | dict.fromkeys(_signed(layout.blocks), "closing")
    return closing | dict.fromkeys(_front(layout.blocks), "front_matter")


def _front(blocks: tuple[Block, ...]) -> list[int]:
    """Furniture, and short lines that are no sentences, before the first heading or text."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        text = block.view.text
        if block.kind != "furniture" and (block.kind != "paragraph" or _is_text(text)):
            break
        found.append(index)
    return found


def _is_text(text: str) -> bool:
    return len(text) > 60 or text.endswith(("。", ";"))


def _closing(blocks: tuple[Block, ...]) -> list[int]:
    """The last blocks, as far up as signatures, dates, attachments and furniture reach."""
    found: list[int] = []
    dated = False
    for index in range(len(blocks) - 1, -1, -1):
        block, text = blocks[index], blocks[index].view.text
        ends = bool(_DATE.fullmatch(text) or _ATTACHED.match(text) or _SIGNED.search(text) or _LISTED.match(text))
        short = (
            dated and block.kind == "paragraph" and len(text) <= LONGEST_SIGNATURE and not text.endswith(("。", ";"))
        )
        if block.kind == "table" or not (block.kind == "furniture" or ends and len(text) < 120 or short):
            break
        dated = dated or ends
        found.append(index)
    return found


def _signed(blocks: tuple[Block, ...]) -> list[int]:
    """Fields to be signed in mid-report, with the short entries that follow them: 同意, a date."""
    found: list[int] = []
    for index, block in enumerate(blocks):
        text = block.view.text
        if block.kind != "paragraph" or len(text) > 60:
            continue
        if (
            _SIGNED.search(text)
            and ":" in text
            or found
            and found[-1] == index - 1
            and (_DATE.fullmatch(text) or text == "同意")
        ):
            found.append(index)
    return found
