"""Reports as they come when something went wrong on the way: cut, shuffled, glued, mangled."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

Mutation = Callable[[str, random.Random], str]

ODD = "\x00\x07\x1b\x7f\xad\u0301\u20dd\u200b\u200d\u202e\ufeff\ufffd\ue000\U0001f600\U00020000\U000e0041\u0660\u2155Ⅷ½²㎡㊀﹪％🈚"


def _some(items: list[str], chance: random.Random) -> list[int]:
    """Indices of about every tenth."""
    return [index for index in range(len(items)) if chance.random() < 0.1]


def lines_deleted(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    gone = set(_some(lines, chance))
    return "".join(line for index, line in enumerate(lines) if index not in gone)


def lines_doubled(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    twice = set(_some(lines, chance))
    return "".join(line * (2 if index in twice else 1) for index, line in enumerate(lines))


def lines_shuffled(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def lines_joined(text: str, chance: random.Random) -> str:
    return "".join(line.rstrip("\n") if chance.random() < 0.5 else line for line in text.splitlines(keepends=True))


def lines_cut(text: str, chance: random.Random) -> str:
    """Broken wherever it falls, within numbers and words."""
    places = sorted(chance.sample(range(len(text)), min(len(text) // 15, len(text))))
    return "\n".join(text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True))


def cut_out(text: str, chance: random.Random) -> str:
    """A stretch from somewhere to somewhere."""
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start:end]


def characters_deleted(text: str, chance: random.Random) -> str:
    return "".join(sign for sign in text if chance.random() > 0.05)


def characters_shuffled(text: str, chance: random.Random) -> str:
    return "".join(chance.sample(text, len(text)))


def words_shuffled(text: str, chance: random.Random) -> str:
    """Runs of three characters in another order."""
    runs = [text[start : start + 3] for start in range(0, len(text), 3)]
    chance.shuffle(runs)
    return "".join(runs)


def odd_signs(text: str, chance: random.Random) -> str:
    """Control characters, combining marks, signs beyond the BMP, numbers that are no digits."""
    return "".join(sign + (chance.choice(ODD) if chance.random() < 0.05 else "") for sign in text)


def any_signs(text: str, chance: random.Random) -> str:
    """Every twentieth character is any other of Unicode."""
    return "".join(_any_sign(chance) if chance.random() < 0.05 else sign for sign in text)


def _any_sign(chance: random.Random) -> str:
    code = chance.randrange(0x110000 - 0x800)
    return chr(code if code < 0xD800 else code + 0x800)  # half a surrogate pair is refused by ingest


def other_digits(text: str, chance: random.Random) -> str:
    """Digits of another script: Python's \\d and Decimal know more than 0 to 9."""
    zero = ord(chance.choice("٠०０𝟎᠐"))
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)})


def numbers_swapped(text: str, chance: random.Random) -> str:
    """Every digit another: 13月45日, 0000年, 9999%."""
    return "".join(chance.choice("0123456789.,") if sign.isdigit() else sign for sign in text)


def swapped_brackets(text: str, chance: random.Random) -> str:
    return "".join(chance.choice('（）()【】[]《》“”"') if sign in "（）()《》“”" else sign for sign in text)


def plain(change: Callable[[str], str]) -> Mutation:
    """A mutation without chance."""
    return lambda text, chance: change(text)


def spaced(text: str) -> str:
    return " ".join(text)


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(lines_deleted, lines_doubled, lines_shuffled, lines_joined, lines_cut, cut_out),
        *(characters_deleted, characters_shuffled, words_shuffled, odd_signs, any_signs),
        *(other_digits, numbers_swapped, swapped_brackets),
    )
} | {
    "tabs to blanks": plain(lambda text: text.replace("\t", "  ")),
    "blanks to tabs": plain(lambda text: text.replace(" ", "\t")),
    "tabs to lines": plain(lambda text: text.replace("\t", "\n")),
    "lines to tabs": plain(lambda text: text.replace("\n", "\t")),
    "lines to bars": plain(lambda text: text.replace("\n", "|\n|")),
    "CR LF": plain(lambda text: text.replace("\n", "\r\n")),
    "CR": plain(lambda text: text.replace("\n", "\r")),
    "other line ends": plain(lambda text: text.replace("\n", "\u2028")),
    "no blanks": plain(lambda text: "".join(text.split())),
    "no line ends": plain(lambda text: text.replace("\n", "")),
    "no full stops": plain(lambda text: text.replace("。", "")),
    "no Chinese": plain(lambda text: "".join(sign for sign in text if sign < "\u4e00")),
    "Chinese only": plain(lambda text: "".join(sign for sign in text if sign >= "\u4e00")),
    "spaced": plain(spaced),
    "reversed": plain(lambda text: text[::-1]),
    "lines reversed": plain(lambda text: "\n".join(text.splitlines()[::-1])),
    "composed": plain(lambda text: unicodedata.normalize("NFKC", text)),
    "one character a line": plain("\n".join),
    "twice": plain(lambda text: text + text),
}


def interleaved(text: str, other: str) -> str:
    """The lines of two reports in turn."""
    pairs = zip(text.splitlines(keepends=True), other.splitlines(keepends=True), strict=False)
    return "".join(line for pair in pairs for line in pair)
