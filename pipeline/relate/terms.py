"""The word classes and cues of resources/relate, compiled once."""

from __future__ import annotations

import re
from functools import cache

from pipeline.records import Record
from pipeline.relate.word_lists import any_of, guarded, load

_TYPES = ("MONEY", "RATE", "PERSON_COUNT", "COUNT", "PERCENT", "SCORE")
_CUTS = '按)据以将把上中后等的“”"'  # see names.py: what asks for a look inside a phrase
_YEAR = r"(?:19|20)\d\d年?度?"  # a year that is no date entity: 2021省级补助资金
_ADVERBS = [
    "共",
    "共计",
    "累计",
    "累计共",
    "已",
    "已经",
    "一共",
    "总共",
    "现有",
    "合计",
]  # between subject and predicate


class CueForm(Record, frozen=True):
    """One row of measures.toml: what the end of a phrase says about the number after it."""

    measure: str
    pattern: re.Pattern[str]
    sign: str = ""
    types: tuple[str, ...] = ()  # entity types of the numbers it can stand at; () for all
    needs: frozenset[str] = frozenset()  # characters of which every match holds one


class Terms(Record, frozen=True):
    """Compiled word classes; see resources/relate/edges.toml for what each holds."""

    left: re.Pattern[str]  # one word at the beginning of a phrase; none where it looks like a time word of the name
    light: re.Pattern[str]  # a verb that says little of what was counted
    copulas: dict[str, tuple[str, ...]]  # words at its end, with what makes them none where it stands before them
    longest_copula: int  # characters
    level: re.Pattern[str]
    cut: re.Pattern[str]  # time words and regions inside a phrase: the name begins after the last
    adverb: re.Pattern[str]
    doing: re.Pattern[str]
    deeds: frozenset[str]  # the words of ``doing``
    modifier: re.Pattern[str]  # a clause before a noun that tells which of them: 未开通的
    no_names: re.Pattern[str]  # words that are no name
    no_name_starts: frozenset[str]  # their first characters
    inside: re.Pattern[str]  # what ``cut`` and ``adverb`` look for, found faster
    special: re.Pattern[str]  # that, or a character of which a phrase holds one if more than its edges is to be cut
    left_starts: frozenset[str]  # first characters of what ``left`` matches
    nominal: frozenset[str]  # those of them that also stand inside names
    stop: re.Pattern[str]
    counted: re.Pattern[str]
    heads: frozenset[str]
    set_classifiers: frozenset[str]
    cues: dict[str, tuple[CueForm, ...]]  # at the end of a phrase, by the type of the number after it
    led: dict[str, tuple[CueForm, ...]]  # at its beginning
    cue_characters: frozenset[str]  # every cue holds one of them
    copula_ends: frozenset[str]  # last characters of what ``peel_right`` takes off


@cache
def terms() -> Terms:
    """The compiled tables; read on first use."""
    edges = load("edges.toml")
    left, right, keep, unless = (
        edges["left"],
        edges["right"],
        edges["keep"],
        edges["unless"],
    )
    kept = f"{any_of(keep['words'])}(?={any_of(keep['after'])})"
    inner = [
        *(w for w in left["time"]["words"] if len(w) > 1 and w != "年度"),
        *left["region"]["words"],
        *edges["inside"]["words"],
    ]
    copulas = {word: tuple(right["unless"].get(word, ())) for word in right["copula"]["words"]}
    return Terms(
        inside=re.compile(any_of(inner, _ADVERBS)),
        special=re.compile(any_of(inner, _ADVERBS, [*_CUTS])),
        left_starts=frozenset(word[0] for group in left.values() for word in group["words"]) | set("12"),
        left=re.compile(
            f"(?!{kept})(?:{guarded([word for group in left.values() for word in group['words']], unless)}|{_YEAR})"
        ),
        light=re.compile(any_of(left["light_verb"]["words"])),
        copulas=copulas,
        longest_copula=max(map(len, copulas)),
        level=re.compile(any_of(right["level"]["words"]) + "(?:年末|年底|目前|现在|今年|当年)?的?$"),
        cut=re.compile(f"(?!{kept}){any_of(inner)}"),
        adverb=re.compile(f"(?!{kept})(?<!公){guarded(_ADVERBS, unless)}"),
        doing=re.compile(any_of(edges["doing"]["words"])),
        deeds=frozenset(edges["doing"]["words"]),
        modifier=re.compile(any_of(edges["modifier"]["words"]) + "[^,;:。、]{1,10}的"),
        no_names=re.compile(f"{any_of(edges['no_names']['words'])}+"),
        no_name_starts=frozenset(word[0] for word in edges["no_names"]["words"]),
        nominal=frozenset(edges["nominal"]["words"]),
        stop=re.compile(guarded(edges["stop"]["words"], edges["stop"]["unless"])),
        counted=re.compile(any_of(edges["counted"]["words"])),
        heads=frozenset(edges["heads"]["words"]),
        set_classifiers=frozenset(edges["fixed_sets"]["classifiers"]),
        cues=_by_type(_cues("cue")),
        led=_by_type(_cues("led")),
        cue_characters=frozenset().union(*(row.needs for kind in ("cue", "led") for row in _cues(kind))),
        copula_ends=frozenset(word[-1] for word in (*copulas, *"和与及、年")),
    )


def _by_type(rows: tuple[CueForm, ...]) -> dict[str, tuple[CueForm, ...]]:
    return {kind: tuple(row for row in rows if not row.types or kind in row.types) for kind in _TYPES}


def _cues(kind: str) -> tuple[CueForm, ...]:
    return tuple(
        CueForm(
            row["measure"],
            re.compile(row["pattern"]),
            row.get("sign", ""),
            tuple(row.get("types", ())),
            frozenset(row["needs"]),
        )
        for row in load("measures.toml")[kind]
    )
