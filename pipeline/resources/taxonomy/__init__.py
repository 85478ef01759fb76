"""The taxonomy: what reports measure, under which names, and which of them lie close without being the same.

``Taxonomy.load`` reads ``indicators.csv`` (an indicator a row), ``aliases.csv`` (further names, one a row with its
source), ``whole_names.csv`` (still more, which count only where they are met as a whole), ``shared_names.csv`` (names
that several indicators go by), ``near_misses.csv`` (indicators that are taken for one another, and what tells them
apart), ``rates.csv`` (rates that are indicators of their own), ``wording.csv`` (ways to write the same), ``marks.csv``
(words that exclude one another), ``cues.csv`` (words around a short name that tell its indicator) and ``heads.csv``
(last words of a name, and the unit that they tell) from a folder, ours or a user's. All but the first may be missing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.records import Record
from pipeline.resources.spelling import squeeze
from pipeline.resources.tables import Row
from pipeline.resources.taxonomy.apart import decisions_of, read_near_misses, set_apart
from pipeline.resources.taxonomy.beside import check_aliases, check_shared, check_words
from pipeline.resources.taxonomy.check import check, refuse
from pipeline.resources.taxonomy.decision import NONE, Decision, decided
from pipeline.resources.taxonomy.files import (
    ALIASES,
    MARKS,
    WHOLE_NAMES,
    Mark,
    folders_of,
    mark_of,
    read_all,
    read_indicators,
)
from pipeline.resources.taxonomy.indicator import Indicator

__all__ = ["Indicator", "Mark", "Taxonomy"]

FOLDER = Path(__file__).parent


class Taxonomy(Record, frozen=True):
    """All indicators, checked, with the ways to find one."""

    indicators: dict[str, Indicator]  # by id, in the order of the file
    spellings: dict[str, tuple[str, ...]]  # squeezed name or alias -> ids; several only for a shared name
    whole_names: tuple[tuple[str, str], ...]  # id and a name that is the indicator's where it is met as a whole
    decisions: dict[
        str, tuple[Decision, ...]
    ]  # squeezed name -> what holds of it somewhere, or that it is none of these
    rates: dict[tuple[str, str], str]  # (id of the subject, measure) -> id of the rate that has its own row
    wording: dict[str, str]  # a printed word -> the word that the aligner compares
    marks: tuple[Mark, ...]
    cues: dict[str, tuple[str, ...]]  # id -> words that, around a name that does not say it, tell the indicator
    heads: dict[str, tuple[str, ...]]  # last word of a name -> unit families that it tells
    differences: dict[tuple[str, str], str]  # two ids, either first -> what tells them apart, where it is told in words
    fingerprint: str  # sha256 over the files, for run.json

    @classmethod
    def load(cls, folder: Path | None = None) -> Taxonomy:
        """Read and check a taxonomy; without a folder, the one that ships. Raises ResourceError: file and line.

        A folder whose ``taxonomy.toml`` says ``extends = true`` is added to ours; an id of ours in it takes our row's place.
        """
        folders = folders_of(folder or FOLDER, FOLDER)
        rows = read_indicators(folders)
        shared = read_all(folders, "shared_names.csv", ("name", "ids"))
        rates = read_all(folders, "rates.csv", ("subject", "measure", "rate"))
        cues = read_all(folders, "cues.csv", ("indicator", "words"))
        heads = read_all(folders, "heads.csv", ("head", "families"))
        wording = read_all(folders, "wording.csv", ("printed", "meant"))
        near = read_near_misses(folders)
        aliases, whole = read_all(folders, *ALIASES), read_all(folders, *WHOLE_NAMES)
        check(rows, shared, rates, _named([*cues, *aliases, *whole], near))
        marked = read_all(folders, *MARKS)
        refuse(
            check_aliases(aliases),
            check_aliases(whole),
            check_shared(shared),
            check_words(marked, cues, heads, wording, rates),
        )
        spellings = _spellings([indicator for _, indicator in rows], shared)
        return cls(
            indicators=set_apart([indicator for _, indicator in rows], near),
            spellings=spellings,
            whole_names=tuple(
                (row["indicator"], row["alias"]) for row in whole if squeeze(row["alias"]) not in spellings
            ),
            decisions=decisions_of(aliases, {one.id: one.unit_family for _, one in rows}),
            rates={(row["subject"], row["measure"]): row["rate"] for row in rates},
            wording={row["printed"]: row["meant"] for row in wording},
            marks=tuple(map(mark_of, marked)),
            heads={row["head"]: row.parts("families") for row in heads},
            cues={row["indicator"]: row.parts("words") for row in cues},
            differences={pair: row["difference"] for pair, row in near.items()},
            fingerprint=_fingerprint(folders),
        )

    def __hash__(self) -> int:
        """By content: equal taxonomies share what is built from them."""
        return hash(self.fingerprint)

    def exact(self, name: str) -> tuple[Indicator, ...]:
        """The indicators that go by this very name, blanks, quotation marks and width aside."""
        return tuple(self.indicators[found] for found in self.exact_ids(name))

    def exact_ids(self, name: str) -> tuple[str, ...]:
        """The ids of these."""
        return self.spellings.get(squeeze(name), ())

    def decided(self, name: str, fits: Mapping[str, float], places: Iterable[str]) -> Decision | None:
        """What was decided of a name, where it holds: see ``decision.decided``."""
        decisions = self.decisions.get(squeeze(name))
        return decided(decisions, fits, places) if decisions else None

    def account(self, code: str) -> Indicator | None:
        """The indicator of a 科目编码: functional classification (2 first), economic classification (3 first)."""
        return self.indicators.get(f"acct.{'e' if code.startswith('3') else 'f'}.{code}")

    def path(self, names: Sequence[str]) -> Indicator | None:
        """The indicator of a 类款项 path, outermost first, its marks left out: 卫生健康支出, 医疗救助, 城乡医疗救助."""
        marked = "".join(f"{name}({level})" for name, level in zip(names, "类款项", strict=False))
        found = self.exact(marked) or (self.exact(names[0]) if len(names) == 1 else ())
        return found[0] if found else None


def _named(rows: Sequence[Row], near: Mapping[tuple[str, str], Row]) -> list[tuple[str, str]]:
    """The ids that rows name, with the places of the rows."""
    told = ((row.place, row["indicator"]) for row in rows if row["indicator"] != NONE)
    return [*told, *((row.place, one) for (one, _), row in near.items())]


def _spellings(indicators: Sequence[Indicator], shared: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    spellings: dict[str, tuple[str, ...]] = {}
    for one in indicators:
        spellings |= {squeeze(name): (one.id,) for name in (one.name, *one.aliases)}
    return spellings | {squeeze(row["name"]): row.parts("ids") for row in shared}


def _fingerprint(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.glob("*.csv"))):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
