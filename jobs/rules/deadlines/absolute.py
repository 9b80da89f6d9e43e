"""Calendar units named in a phrase: days, weeks, months, quarters, parts of a year, years.

Each is found once, the most specific first; a unit without a year borrows one from its neighbours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from jobs.rules.deadlines.model import last_day, on_day
from jobs.rules.deadlines.words import blank, number


class Unit(IntEnum):
    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    PART = 5
    YEAR = 6


@dataclass(frozen=True)
class Mark:
    """A calendar unit at [at, end) of the phrase. Months count 1 to 12; `year` or a day's month may be unsaid."""

    unit: Unit
    at: int
    end: int
    year: int | None
    first_month: int | None = 1
    last_month: int | None = 12
    first_day: int | None = None
    last_day: int | None = None
    last_year: int | None = None

    def first(self, year: int) -> date:
        return on_day(year, self.first_month or 1, self.first_day or 1)

    def last(self, year: int) -> date:
        """The last day; a list that runs over the new year ends in the next one."""
        first, month = self.first_month or 1, self.last_month or 12
        end_year = self.last_year or (year + 1 if month < first else year)
        return on_day(end_year, month, self.last_day) if self.last_day else last_day(end_year, month)


_Y = r"(?P<y>(?:19|20)\d{2})(?![\d])"
_TAIL = (
    r"(?:\s*(?:/\s*nam\s*|/|[.,-]\s*nam\s+|,|-|cua nam|trong nam|nam|\s)\s*(?P<y>20\d{2})(?!\d|\s*-\s*20\d\d)"
    r"|\s*,?\s*(?:cua\s+)?(?P<r>nam (?:nay|sau|toi|truoc|ke tiep|tiep theo)))?"
)
_D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_MW = rf"(?:{_M}|muoi mot\b|muoi hai\b|muoi\b|gieng\b|chap\b|hai\b(?! lan)|ba\b(?! lan)|tu\b(?! [a-z])|bay\b|tam\b|chin\b)"
_Q = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?![a-z0-9])(?!/\d{1,2}(?!\d))"
_QA = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?![a-z0-9])"
_NEXT = r"(?!\s+(?!nam\b|den\b|va\b|hang\b|cua\b|trong\b)[a-z]{2,})"
_JOIN = r"\s*(?:-|,|;|\+|&|va|hoac|cho den het|cho den|den het|den cuoi|den|~)\s*"
_LICENCE = re.compile(
    r"(?:ngay|truoc|den|het|vao|han|han chot|cham nhat|muon nhat|tu|sau|khanh|dip|le|luc|toi|qua|la|han cuoi|khoang)\s*:?\s*$|^\W*$|[:(]\s*$"
)
_AFTER_FRACTION = re.compile(r"\s*(?:[-,;).]|$|den\b|va\b|hang\b|hoac\b|nam\b|moi\b)")

_Build = Callable[[re.Match[str], date], Mark | None]


def find_marks(view: str, on: date) -> list[Mark]:
    """Every calendar unit in the phrase, in reading order; `view` is the fold with masks."""
    marks: list[Mark] = []
    for pattern, build in _SCANNERS:
        for found in list(pattern.finditer(view)):
            mark = build(found, on)
            if mark:
                marks.append(mark)
                view = blank(view, mark.at, mark.end, "~")
    return _with_years(sorted(marks, key=lambda mark: mark.at))


def day_of(mark: Mark, year: int) -> date:
    return mark.last(year)


def _year(found: re.Match[str], on: date) -> int | None:
    groups = found.groupdict()
    if groups.get("y"):
        year = int(groups["y"])
        return 2000 + year if year < 100 else year
    relative = groups.get("r")
    if not relative:
        return None
    return on.year + {"nam nay": 0, "nam truoc": -1}.get(relative, 1)


def _full_day(found: re.Match[str], on: date) -> Mark | None:
    day, month = int(found["d"]), int(found["m"])
    if not 1 <= month <= 12 or day > last_day(_year(found, on) or 2024, month).day:
        return None
    return Mark(Unit.DAY, *found.span(), _year(found, on), month, month, day, day)


def _bare_day(found: re.Match[str], on: date) -> Mark | None:
    before, after = found.string[: found.start()], found.string[found.end() :]
    licensed = _LICENCE.search(before) or re.search(r"(?:~|va|,|-)\s*(?:ngay\s*)?$", before)
    if not licensed or (not before.strip(" -+(") and not _AFTER_FRACTION.match(after)):
        return None
    if found["s"] != "/" and not re.search(r"(?:ngay|truoc|den|het|han|tu|nhat)\s*$", before):
        return None
    return _full_day(found, on)


def _lone_day(found: re.Match[str], _on: date) -> Mark:
    day = int(found["d"])
    return Mark(Unit.DAY, *found.span(), None, None, None, day, day)


def _last_calendar_day(found: re.Match[str], on: date) -> Mark:
    unit = found["u"]
    if unit.startswith("thang"):
        month = number(found["m"]) if found["m"] else on.month
        return Mark(
            Unit.DAY, *found.span(), _year(found, on) or (None if found["m"] else on.year), month, month, 31, 31
        )
    month = 12 if unit == "nam" else (on.month + 2) // 3 * 3
    return Mark(Unit.DAY, *found.span(), _year(found, on) or on.year, month, month, 31, 31)


def _part(found: re.Match[str], on: date) -> Mark:
    length = number(found["n"]) if found["n"] else 6
    first, last = (13 - length, 12) if found["w"] == "cuoi" else (1, length)
    return Mark(Unit.PART, *found.span(), _year(found, on), first, last)


def _quarters(found: re.Match[str], on: date) -> Mark:
    named = [number(q) for q in re.findall(rf"\b{_QA}", re.sub(r"quy|q", " ", found["list"]))]
    first, last = _ends(named, found["list"])
    return Mark(Unit.QUARTER, *found.span(), _first_year(found, on, first, last), first * 3 - 2, last * 3)


def _months(found: re.Match[str], on: date) -> Mark:
    named = [number(m) for m in re.findall(rf"(?:^|(?<=[^a-z0-9])){_MW}", re.sub(r"thang", " ", found["list"]))]
    first, last = _ends(named, found["list"])
    return Mark(Unit.MONTH, *found.span(), _first_year(found, on, first, last), first, last)


def _first_year(found: re.Match[str], on: date, first: int, last: int) -> int | None:
    """A range over the new year names the year in which it ends."""
    year = _year(found, on)
    return year - (first > last) if year else None


def _ends(named: list[int], words: str) -> tuple[int, int]:
    """A list runs from its earliest to its latest, a range ("11-2") from its first to its last."""
    if re.search(r"-|\bden\b|~", words):
        return named[0], named[-1]
    return min(named), max(named)


def _week(found: re.Match[str], on: date) -> Mark:
    month = number(found["m"])
    if found["n"] in ("cuoi", "cuoi cung"):
        return Mark(Unit.WEEK, *found.span(), _year(found, on), month, month, last_day(2025, month).day - 6, 31)
    nth = 1 if found["n"].startswith("dau") else number(found["n"])
    return Mark(Unit.WEEK, *found.span(), _year(found, on), month, month, nth * 7 - 6, min(nth * 7, 31))


def _year_mark(found: re.Match[str], on: date) -> Mark:
    last = found.groupdict().get("z")
    return Mark(Unit.YEAR, *found.span(), _year(found, on) or on.year, last_year=int(last) if last else None)


def _current(found: re.Match[str], on: date) -> Mark:
    unit, later = found["u"], (found["w"] or "nay") not in ("nay", "")
    if unit == "tuan":
        monday = on - timedelta(days=on.weekday() - 7 * later)
        sunday = monday + timedelta(days=6)
        return Mark(
            Unit.WEEK, *found.span(), monday.year, monday.month, sunday.month, monday.day, sunday.day, sunday.year
        )
    if unit == "nam":
        return Mark(Unit.YEAR, *found.span(), on.year + later)
    length = 1 if unit == "thang" else 3
    first = on.year * 12 + (on.month - 1) // length * length + length * later
    year, month = divmod(first, 12)
    kind = Unit.MONTH if length == 1 else Unit.QUARTER
    return Mark(kind, *found.span(), year, month + 1, month + length)


_SCANNERS: tuple[tuple[re.Pattern[str], _Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (
            rf"(?<![\d/.]){_D}\s*(?P<s>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=s)\s*(?P<y>(?:19|20)\d{{2}}|[2-4]\d)(?![\d/])",
            _full_day,
        ),
        (rf"(?<![\d/.]){_D}\s*(?:/|-|,)?\s*thang\s*(?P<m>{_M}){_TAIL}", _full_day),
        (rf"(?<![\d/.]){_D}\s*[/.-]\s*(?P<m>{_M})\s*,?\s*nam\s*{_Y}", _full_day),
        (rf"\bngay cuoi(?: cung)? (?:cua )?(?P<u>thang(?: (?P<m>{_M}))?|quy|nam)\b{_TAIL}", _last_calendar_day),
        (rf"\b(?P<n>0?[369]|ba|sau|chin)\s+thang\s+(?P<w>dau|cuoi)\b(?:\s+(?:cua\s+)?nam\b)?{_TAIL}", _part),
        (rf"\b(?P<n>0?9|chin)\s+thang(?P<w>)(?=\s+nam\s+\d){_TAIL}", _part),
        (rf"\bnua(?P<n>)\s+(?P<w>dau|cuoi)\s+(?:cua\s+)?nam\b{_TAIL}", _part),
        (rf"\b(?:quy\s*|q\.?\s?)(?P<list>{_QA}(?:{_JOIN}(?:quy\s*|q)?{_Q}{_NEXT})*){_TAIL}", _quarters),
        (
            rf"\btuan\s+(?:thu\s+|le\s+)?(?P<n>dau(?: tien)?|cuoi(?: cung)?|[1-5]|iv|i{{1,3}}|hai|ba|tu|nhat)\s+(?:cua\s+)?thang\s+(?P<m>{_M}){_TAIL}",
            _week,
        ),
        (rf"\bthang\s*(?P<list>{_MW}(?:{_JOIN}(?:thang\s*)?{_MW}(?![/.]\d{{1,2}}(?!\d)){_NEXT})*){_TAIL}", _months),
        (rf"(?<![\d/.]){_D}\s*(?P<s>[/.-])\s*(?P<m>{_M})(?!\s*[/%.-]\s*\d|\s*%)", _bare_day),
        (rf"(?<![\d/.])(?:\bt\.?\s?)?(?P<list>{_M}(?:\s*(?:-|,|va|den)\s*{_M})*)\s*[/-]\s*{_Y}(?!\s*/)", _months),
        (
            rf"(?:\bnam\s*)?\b{_Y}\s*(?:-|,|va|cho den het|cho den|den het|den cuoi|den)\s*(?:nam\s*)?(?P<z>20\d{{2}})\b",
            _year_mark,
        ),
        (
            rf"(?:\bnam\s*)?(?<![\d.,/])(?<!so )\b{_Y}(?!\s*[/%]|[.,]\d|\s+(?:ho so|nguoi|ty|trieu|dong|luot))",
            _year_mark,
        ),
        (r"\b(?P<u>nam)\s+(?P<w>nay|sau|toi)\b", _current),
        (r"\b(?P<u>thang|quy|tuan)\s+(?P<w>nay|sau|toi)\b", _current),
        (r"(?<=\btrong )(?P<u>nam|thang|tuan)(?P<w>)(?=\s*(?:$|[,;.(]))", _current),
        (r"(?<=\bca )(?P<u>nam)(?P<w>)\b(?!\s*\d)", _current),
        (r"(?<=\bhet )(?P<u>nam|thang|quy|tuan)(?P<w>)(?=\s*(?:$|[,;.(]))", _current),
        (r"(?<=\bcuoi )(?P<u>nam|thang|quy|tuan)(?P<w>)(?=\s*(?:$|[,;.(]))", lambda found, on: _ending_now(found, on)),
        (rf"\bngay\s+(?:mung\s+)?{_D}\b(?!\s*(?:[/%~]|thang\s*\d|ngay|lan|tin|lam viec|gio))", _lone_day),
    )
)


def _ending_now(found: re.Match[str], on: date) -> Mark | None:
    """ "cuối năm" is a date only where something is bounded by it; in prose it may say when a result is used."""
    bound = re.search(r"\b(?:den|truoc|cham nhat|muon nhat|han|vao)\s+(?:\w+\s+)?cuoi $", found.string[: found.start()])
    return _current(found, on) if bound else None


def _with_years(marks: list[Mark]) -> list[Mark]:
    """Give a mark without a year the year of the next mark that has one, else of the one before."""
    filled: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.first_month is None:
            other = next((m for m in marks[index + 1 :] if m.unit is Unit.DAY and m.first_month), None)
            other = other or next((m for m in reversed(filled) if m.unit is Unit.DAY and m.first_month), None)
            if other:
                mark = replace(mark, first_month=other.first_month, last_month=other.last_month, year=other.year)
        if mark.year is None:
            later = next((m for m in marks[index + 1 :] if m.year), None)
            earlier = next((m for m in reversed(filled) if m.year), None)
            giver = later or earlier
            if giver:
                mark = replace(mark, year=giver.year)
        filled.append(mark)
    return filled
