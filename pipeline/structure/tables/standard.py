"""The tables that are published by a set form: their columns and sums, from ``resources/account_tables.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import views
from pipeline.errors import ResourceError
from pipeline.resources.tables import read_toml

_FILE = Path(__file__).parents[2] / "resources" / "account_tables.toml"


class StandardColumn(NamedTuple):
    """A column by its head path, from top to bottom; every head with its spellings, the usual one first."""

    heads: tuple[tuple[str, ...], ...]
    optional: bool

    @property
    def key(self) -> str:
        return "/".join(spellings[0] for spellings in self.heads)


class Sum(NamedTuple):
    """A total and its signed parts, by the positions of their columns."""

    total: int
    parts: tuple[tuple[int, int], ...]  # position, sign


class Block(NamedTuple):
    """The columns under one head; a table has one block, or two side by side."""

    head: str
    columns: tuple[StandardColumn, ...]
    sums: tuple[Sum, ...]
    usual: tuple[int, ...]  # positions, the most often filled first
    ends: tuple[str, ...]  # what the names of its rows end in


class Standard(NamedTuple):
    """One published form."""

    name: str
    titles: tuple[str, ...]
    kind: str
    rows: str  # code, name, none
    marks: tuple[str, ...]  # head text that only this build of a form has
    blocks: tuple[Block, ...]


@cache
def standards() -> tuple[Standard, ...]:
    """All forms, in the order of the file. Raises ResourceError naming the table that breaks the file's rules."""
    tables = read_toml(_FILE, views.normal)["table"]
    return tuple(_standard(table) for table in tables)


@cache
def head_words() -> dict[str, Any]:
    """The words of heads: ``names``, ``figures``, which head covers which (``over``), what is filled most (``usual``)."""
    return {"names": [], "figures": [], "over": {}, "usual": [], **read_toml(_FILE, views.normal).get("heads", {})}


def _standard(table: dict) -> Standard:  # type: ignore[type-arg]
    try:
        blocks = tuple(_block(block) for block in table.get("block", [table]))
        marks = tuple(table.get("marks", ()))
        return Standard(table["name"], tuple(table["titles"]), table["kind"], table["rows"], marks, blocks)
    except (KeyError, ValueError) as error:
        raise ResourceError(
            f"account_tables.toml, table {table.get('name', '?')}: {error}",
            stage="resources",
            advice="the head of the file lists what every table needs",
        ) from error


def _block(block: dict) -> Block:  # type: ignore[type-arg]
    columns = tuple(_column(text) for text in block["columns"])
    return Block(
        head=block.get("head", ""),
        columns=columns,
        sums=tuple(_sum(text, columns) for text in block.get("sums", ())),
        usual=tuple(_position(text, columns) for text in block.get("usual", ())),
        ends=tuple(block.get("ends", ())),
    )


def _column(text: str) -> StandardColumn:
    body = text.removesuffix("?")
    return StandardColumn(tuple(tuple(head.split("|")) for head in body.split("/")), body != text)


def _sum(text: str, columns: tuple[StandardColumn, ...]) -> Sum:
    total, parts = text.split(" = ")
    sign, signed = 1, []
    for word in parts.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
        else:
            signed.append((_position(word, columns), sign))
    return Sum(_position(total, columns), tuple(signed))


def _position(text: str, columns: tuple[StandardColumn, ...]) -> int:
    """The column whose path is, or ends in, ``text``. Raises ValueError if none or several do."""
    found = [i for i, column in enumerate(columns) if column.key == text or column.key.endswith("/" + text)]
    if len(found) != 1:
        raise ValueError(f"{text!r} names {len(found)} columns")
    return found[0]


def for_title(title: str) -> tuple[Standard, ...]:
    """The forms that go by a title (white space and closing brackets out), those with the longest fit first."""
    fits = [(max((len(end) for end in form.titles if title.endswith(end)), default=0), form) for form in standards()]
    longest = max((fit for fit, _ in fits), default=0)
    return tuple(form for fit, form in fits if fit == longest > 0)
