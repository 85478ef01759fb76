"""The record of one indicator."""

from __future__ import annotations

from pipeline.records import Record

UNIT_FAMILIES = ("money", "rate", "persons", "person_times", "count", "percent", "score", "grade")


class Indicator(Record, frozen=True):
    """One thing that reports measure."""

    id: str  # fund.income.resident
    name: str  # as a researcher would print it
    unit_family: str  # one of UNIT_FAMILIES
    parent: str = ""  # id of the indicator that this one is a kind or a part of
    name_en: str = ""
    domain: str = ""
    scheme: str = ""  # 职工, 居民, 救助 ...
    population: str = ""  # 贫困, 退休 ...
    aliases: tuple[str, ...] = ()  # spellings seen in reports
    differs_from: tuple[str, ...] = ()  # ids close in spelling, not in meaning
    formula: str = ""
    definition: str = ""
    source: str = ""
    valid_from: int = 0  # the first fiscal year in which it can be reported; 0 where none is known
    valid_to: int = 0  # the last one

    @property
    def leaf(self) -> str:
        """Its own name, without those of the 科目 above."""
        return self.name.rpartition("：")[2]

    def known_in(self, year: int) -> bool:
        """Whether a report on this year can tell it; 0 is a year that nobody told."""
        return not year or (self.valid_from <= year and (not self.valid_to or year <= self.valid_to))
