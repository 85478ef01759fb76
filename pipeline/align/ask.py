"""The question of a name that stands alone: in a list, or asked by a user."""

from __future__ import annotations

import re

from pipeline.align.query import Query, pose
from pipeline.align.readings import shorten, split
from pipeline.align.surroundings import Watcher
from pipeline.align.totals import name_total
from pipeline.align.units import families_of_list
from pipeline.resources.spelling import squeeze

_SENTENCE = re.compile("[,;。…]|[0-9]")  # what a heading or the head of a list does not hold
_SET = re.compile(r"(?:19|20)\d\d(?:年度?)?|(?:公开|附?表)\d+(?:-\d+)?表?[:、]?")  # 2021年度, 公开08表: no sentence yet
_LEVEL = re.compile(r"\([类款项]\)|[/:|、]")
_NUMBER = re.compile(r"^(?:\(?[一二三四五六七八九十0-9]+[)、.]+)+|其中$|^其中")

_CODE = re.compile(r"^(?:2\d{6}|2\d{4}|[23]\d{2}|3\d{4})(?![\d年月.%])")  # 2101301城乡医疗救助


def take_code(text: str) -> tuple[str, str]:
    """The 科目编码 that a name or a context begins with, empty where there is none; and the text without it.

    >>> take_code("2101301 城乡医疗救助"), take_code("2021年收入")
    (('2101301', '城乡医疗救助'), ('', '2021年收入'))
    """
    squeezed = squeeze(text)
    found = _CODE.match(squeezed)
    return (found[0], squeezed[found.end() :]) if found else ("", text)


def ask(name: str, context: str, unit: str, watcher: Watcher) -> Query:
    """The query of a name; ``context`` is a heading, a list's head or the sentence around the name."""
    path, own = split(name)
    around = _SET.sub("", squeeze(context))
    before, _, after = around.partition(own) if own else (around, "", "")  # a name of signs alone is none
    if not _SENTENCE.search(around):
        levels = (_NUMBER.sub("", level) for level in _LEVEL.split(before))
        path = [*(level for level in levels if level and level not in path), *path]
    own = name_total(own, path)
    near = (*path[-1:], around[-60:])
    surroundings = watcher.look(path, own, f"{around}\n{before}…{after}", "")
    return pose(
        shorten(own, "", watcher.reader), path, near, surroundings, families_of_list(unit), 0, watcher, listed=True
    )
