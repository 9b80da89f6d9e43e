"""Rhythms that name their days in the year: "15/6 và 15/12 hằng năm", "tháng 6 và tháng 12 hằng năm"."""

import re

from jobs.rules.deadlines.marks import Mark, Unit
from jobs.rules.deadlines.model import Frequency, Recurrence, last_day
from jobs.rules.deadlines.recurring_days import EVERY, Found
from jobs.rules.deadlines.words import number

_HALF_YEAR = re.compile(r"\b(?:dinh ky|hang|bao cao|so ket)\s+(?:so ket\s+)?(?:0?6|sau) thang\b")
_YEARLY = re.compile(rf"\b(?:{EVERY}|dinh ky)\s+nam\b(?!\s*\d|\s+hoc)|\bcua nam\b(?!\s*(?:\d|bao cao|sau))")
_TIMES_A_YEAR = re.compile(
    r"\b(?P<n>0?[1-9]|mot|hai|ba|bon) lan\s*(?:/|trong|moi|mot)\s*(?:0?1 |mot )?nam\b(?!\s*\d|\s+hoc)"
    r"|\bmoi nam (?P<m>0?[1-9]|mot|hai|ba|bon) lan\b"
)
_YEAR_END = re.compile(r"\b(?:bao cao|tong ket)\s+(?:tong ket\s+)?nam\b(?!\s*\d|\s+hoc)")


def read_days_of_year(view: str, marks: list[Mark]) -> Found | None:
    times = _TIMES_A_YEAR.search(view)
    yearly, half = _YEARLY.search(view) or times, _HALF_YEAR.search(view)
    days = [mark for mark in marks if mark.unit is Unit.DAY and mark.first_month and not mark.year]
    if len(days) > 1 and (yearly or (half and (half[0].startswith(("dinh", "hang")) or _YEAR_END.search(view)))):
        if len(days) == 2 and re.search(r"\btu\s+(?:ngay\s+)?$", view[: days[0].at]):
            return _yearly_window(days)
        dates = tuple(sorted(f"{day.first_month:02}-{day.first_day:02}" for day in days))
        first = min(found.start() for found in (yearly, half) if found)
        return Recurrence(Frequency.ANNUAL, dates=dates, before=_truoc(view, days[0])), (
            min(first, days[0].at),
            max(days[-1].end, yearly.end() if yearly else 0),
        )
    return _once_a_year(view, marks, yearly, number(times["n"] or times["m"]) if times else 1) if yearly else None


def _once_a_year(view: str, marks: list[Mark], yearly: re.Match[str], times: int) -> Found | None:
    """`times` a year: where it is more than once, every time has to be named."""
    units = [mark for mark in marks if not mark.year and mark.first_month and mark.unit is not Unit.YEAR]
    if not units:
        return None
    day = next((mark for mark in units if mark.unit is Unit.DAY), units[0])
    span, before, listed = (day.at, max(day.end, yearly.end())), _truoc(view, day), _listed_ends(view, day)
    if times > 1 and not listed:
        return None
    if day.unit is Unit.DAY:
        return Recurrence(Frequency.ANNUAL, month=day.first_month, day=day.first_day, before=before), span
    if before:
        return Recurrence(Frequency.ANNUAL, month=day.first_month, day=1, before=True), span
    if listed:
        return Recurrence(Frequency.ANNUAL, dates=listed), span
    return Recurrence(Frequency.ANNUAL, month=day.last_month), span


def _listed_ends(view: str, mark: Mark) -> tuple[str, ...]:
    """ "Tháng 6 và tháng 12 hằng năm", "quý I, III hằng năm": the last day of each; () for a single one or a range."""
    words = view[mark.at : mark.end]
    if mark.unit not in (Unit.MONTH, Unit.QUARTER) or not re.search(r",|\bva\b|;|&|\+", words) or "-" in words:
        return ()
    named = re.findall(r"\b(?:\d{1,2}|iv|i{1,3})\b", words)
    months = sorted({number(word) * (3 if mark.unit is Unit.QUARTER else 1) for word in named})
    return tuple(f"{month:02}-{last_day(2024, month).day}" for month in months)


def _truoc(view: str, mark: Mark) -> bool:
    return bool(re.search(r"\btruoc\s+(?:ngay\s+)?$", view[: mark.at]))


def _yearly_window(days: list[Mark]) -> Found:
    first, last = days
    start = first.first_day if first.first_month == last.first_month else None
    rhythm = Recurrence(Frequency.ANNUAL, month=last.first_month, day=last.first_day, window_start_day=start)
    return rhythm, (first.at, last.end)
