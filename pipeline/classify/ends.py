"""What the ends of a report hold: titles and addressee before, signatures, dates and attachment lists after."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.classify.sections import Told, first_year
from pipeline.records import Block, Layout

LONGEST_SIGNATURE = 30  # characters of a line that signs
LONGEST_ENTRY = 120  # of an attachment's line or a line of sign-off fields
LONGEST_TITLE = 60  # of a line before the report that is no text

_HAN = "一二三四五六七八九十〇○零"
_DATE = re.compile(
    rf"(?:(?:填报|报告)?(?:日期|时间):?)?(?:20\d\d|二[{_HAN}]{{3}}|20\s\d\d)?\s?年\s?[\d{_HAN}]*\s?月(?:\s?[\d{_HAN}]*\s?日)?"
)
_ATTACHED = re.compile(r"附(?:件|表|录)?\s?\d?:|附(?:件|表|录)\s?\d?[.、]?\s?\S{0,30}$")
_SIGNED = re.compile(
    r"签字|签名|盖章|签章|填报人|填表人|联系人|联系电话|审核人|复核人|负责人[:(]|评价组组长|(?:部门|单位).{0,4}意见|报告日期"
)
_LISTED = re.compile(r"\d[.、].{2,40}(?:表|报告|说明|材料|佐证|清单|证明|照片|目录|方案|pdf|docx?|xlsx?|zip|rar)$")
_OFFICE = re.compile(r"[局委办室院所厅站队会部处科股校司]$|中心$|政府$|单位$|\(盖章\)$")


def label_ends(layout: Layout, sections: list[Told]) -> dict[int, str]:
    """Labels of the blocks that are told by their place: index -> front_matter or closing."""
    blocks = layout.blocks
    closing = _signatures(blocks) | _closing(blocks, len(blocks) - 1, set()) | _fields(blocks)
    front = [*_front(layout), *_cover(layout, sections)]
    return dict.fromkeys(closing, "closing") | dict.fromkeys(front, "front_matter")


def _front(layout: Layout) -> list[int]:
    """Furniture, and short lines that are no sentences, before the first heading or text."""
    found: list[int] = []
    for index, block in enumerate(layout.blocks):
        if block.kind == "furniture" or _is_title(layout, block):
            found.append(index)
        else:
            break
    return found


def _is_title(layout: Layout, block: Block) -> bool:
    """Whether a line before the report is a part of its title; 2021年工作总结 is one, though it heads a section too."""
    if block.kind == "heading":
        section = layout.sections[block.section]
        return not section.number and first_year(section.title) > 0
    return block.kind == "paragraph" and len(block.view.text) <= LONGEST_TITLE and not _is_sentence(block)


def _cover(layout: Layout, sections: list[Told]) -> list[int]:
    """The short lines of a title page in mid-report, under the title of an attached report."""
    return [
        index
        for index, block in enumerate(layout.blocks)
        if block.section >= 0 and sections[block.section].label == "front_matter" and _is_title(layout, block)
    ]


def _is_sentence(block: Block) -> bool:
    return block.view.text.endswith(("。", ";"))


def _closing(blocks: tuple[Block, ...], last: int, known: set[int]) -> set[int]:
    """The blocks up from ``last`` as far as signatures, dates, attachments and furniture reach, and those known."""
    found = set(known)
    signing = False
    for index in range(last, -1, -1):
        if index in known:
            break
        block = blocks[index]
        entry = _is_entry(block)
        short = block.kind == "paragraph" and len(block.view.text) <= LONGEST_SIGNATURE and not _is_sentence(block)
        if block.kind == "table" or not (block.kind == "furniture" or entry or (signing and short)):
            break
        signing = signing or entry
        found.add(index)
    return found


def _is_entry(block: Block) -> bool:
    """Whether a line signs, dates or attaches."""
    text = block.view.text
    if len(text) > LONGEST_ENTRY:
        return False
    signed = _SIGNED.search(text) and not text.endswith("。")  # 出库和签收实行三方签字。 is a sentence
    return bool(_DATE.fullmatch(text) or _ATTACHED.match(text) or signed or _LISTED.match(text))


def _signatures(blocks: tuple[Block, ...]) -> set[int]:
    """An office's name with a date under it in mid-report, before an attached form."""
    found: set[int] = set()
    for index, (office, date) in enumerate(pairwise(blocks)):
        named = office.kind == date.kind == "paragraph" and len(office.view.text) <= LONGEST_SIGNATURE
        if named and _OFFICE.search(office.view.text) and _DATE.fullmatch(date.view.text):
            found |= _closing(blocks, index + 1, found)
    return found


def _fields(blocks: tuple[Block, ...]) -> set[int]:
    """Fields to be signed in mid-report, with the short entries that follow them: 同意, a date."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        text = block.view.text
        if block.kind != "paragraph" or len(text) > LONGEST_TITLE:
            continue
        signed = ":" in text and _SIGNED.search(text)
        if signed or (index - 1 in found and (text == "同意" or _DATE.fullmatch(text))):
            found.add(index)
    return found
