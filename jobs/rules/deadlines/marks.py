"""A calendar unit named in a phrase, and how those without a year or a month borrow one from their neighbours."""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from jobs.rules.deadlines.model import last_day, on_day


class Unit(IntEnum):
    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    PART = 5
    YEAR = 6


@dataclass(frozen=True)
class Mark:
    """A calendar unit at [at, end) of the phrase. Months count 1 to 12; `year` or a day's month may be unsaid.

    `stops`: last months of the units of a list with gaps ("quý II, IV": 6 and 12).
    """

    unit: Unit
    at: int
    end: int
    year: int | None
    first_month: int | None = 1
    last_month: int | None = 12
    first_day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    stops: tuple[int, ...] = ()

    def first(self, year: int) -> date:
        return on_day(year, self.first_month or 1, self.first_day or 1)

    def last(self, year: int) -> date:
        """The last day; a list that runs over the new year ends in the next one."""
        first, month = self.first_month or 1, self.last_month or 12
        end_year = self.last_year or (year + 1 if month < first else year)
        return on_day(end_year, month, self.last_day) if self.last_day else last_day(end_year, month)


def day_of(mark: Mark, year: int) -> date:
    return mark.last(year)


def with_years(marks: list[Mark]) -> list[Mark]:
    """Give a mark without a year the year of the next mark that has one, else of the one before; several years give none."""
    filled: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.first_month is None:
            other = next((m for m in marks[index + 1 :] if m.unit is Unit.DAY and m.first_month), None)
            other = other or next((m for m in reversed(filled) if m.unit is Unit.DAY and m.first_month), None)
            other = other or next((m for m in marks if m.unit is Unit.MONTH and m.first_month == m.last_month), None)
            if other:
                mark = replace(mark, first_month=other.first_month, last_month=other.last_month, year=other.year)
        if mark.year is None:
            later = next((m for m in marks[index + 1 :] if m.year and not m.last_year), None)
            earlier = next((m for m in reversed(filled) if m.year and not m.last_year), None)
            giver = later or earlier
            if giver:
                mark = replace(mark, year=giver.year)
        filled.append(mark)
    return filled
