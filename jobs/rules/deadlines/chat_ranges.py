"""From one day to another as people type it: "1/12-5/12", "từ thứ Hai đến thứ Tư tuần sau", "cả tuần sau", "3 ngày từ mai"."""

import re
from datetime import date, timedelta
from itertools import pairwise

from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.deadlines.model import last_day, on_day
from jobs.rules.text import fold
from jobs.rules.working_days import WorkingCalendar

Span = tuple[date, date]

_WEEKDAY_WORD = r"(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])"
_WEEKDAY = rf"(?:{_WEEKDAY_WORD},? )?(?:ngay )?"
_TO = r" ?(?:-|(?:cho )?(?:den|toi)(?: het)?) ?"
_YEAR = r"(?:[/.](?P<y{n}>20\d\d|\d\d))?"
_PAIR = re.compile(
    rf"{_WEEKDAY}(?P<d1>\d{{1,2}})(?:[/.](?P<m1>\d{{1,2}}))?{_YEAR.format(n=1)}{_TO}"
    rf"{_WEEKDAY}(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}}){_YEAR.format(n=2)}(?![\d/])"
)
_SPLIT = re.compile(r"(?:^| )(?:cho )?(?:den|toi)(?= )")
_ROUND = r"(?:(?:vao|trong|ca|suot|het) )*"
_WEEK = re.compile(rf"{_ROUND}tuan (?P<when>nay|sau|toi)(?: nua)?")
_MONTH = re.compile(rf"{_ROUND}thang (?:(?P<m>1[0-2]|0?[1-9])(?:[/.](?P<y>20\d\d))?|(?P<when>nay|sau|toi))")
#: No day can be told from it, nor the last one.
_ROUGHLY = re.compile(r"(?:dau|giua|cuoi) (?:tuan|thang|nam|quy)\b|(?<!thu )\btu ")
_LENGTH = re.compile(
    r"(?:(?:trong|ca|het|khoang) )*(?<!thu )\b(?P<n>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|muoi) (?P<u>ngay|hom|bua|tuan|thang)"
    r"(?: lam viec| lien tuc| lien)?\b(?! (?:nua|toi|sau|nay|truoc|\d))"
)
_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "muoi": 10}
_ONE_OF_WEEK = re.compile(rf"(?:tu )?(?P<day>{_WEEKDAY_WORD})")
_OF_WEEK = re.compile(rf"{_WEEKDAY_WORD} (?P<week>tuan (?:nay|sau|toi))")
_FROM_NOW = re.compile(r"\b(?:nay|mai|kia|tuan|thang|nam)\b")
_ONE_BY_ONE = re.compile(rf"\b({_WEEKDAY_WORD}) (?={_WEEKDAY_WORD}\b)")
_AND = re.compile(r" ?(?:[,&]| va | voi ) ?")


def read_range(text: str, on: date, calendar: WorkingCalendar) -> Span | None:
    """The first and the last day, both included, one day twice; None where no day is named or the last comes first.

    A day without a year is the coming one; the first day of a range that has begun lies before `on`. A week named is its
    working days that are left; so many days are working days.
    """
    said = _ONE_BY_ONE.sub(r"\1, ", fold(text).strip(" ,.;"))
    if found := _PAIR.search(said):
        return _pair(found, on)
    if length := _LENGTH.search(said):
        left = re.sub(r"^tu ", "", " ".join((said[: length.start()] + said[length.end() :]).split()).strip(" ,"))
        start = _one(left, on, calendar)
        return _so_long(start[0], length, calendar) if start else None
    parts = _SPLIT.split(said, maxsplit=1)
    if len(parts) > 1:
        return _from_to(parts[0].strip(), parts[1].strip(), on, calendar)
    return _one(said, on, calendar) or _listed(said, on, calendar)


def _one(said: str, on: date, calendar: WorkingCalendar) -> Span | None:
    """A week, a month or one day."""
    if found := _WEEK.fullmatch(said):
        weeks = (0 if found["when"] == "nay" else 1) + said.endswith(" nua")
        monday = on - timedelta(days=on.weekday()) + timedelta(weeks=weeks)
        return _left_of(monday, monday + timedelta(days=4), on)
    if found := _MONTH.fullmatch(said):
        return _month(found, on)
    if _ROUGHLY.search(said) or _AND.search(said):
        return None
    day = read_day(said, on, calendar, future=True)
    return (day[0], day[0]) if day else None


def _month(found: re.Match[str], on: date) -> Span | None:
    if found["when"]:
        first = on.replace(day=1) if found["when"] == "nay" else last_day(on.year, on.month) + timedelta(days=1)
    else:
        month = int(found["m"])
        first = date(int(found["y"] or on.year + (month < on.month)), month, 1)
    return _left_of(first, last_day(first.year, first.month), on)


def _left_of(first: date, last: date, on: date) -> Span | None:
    return (max(first, on), last) if last >= on else None


def _so_long(first: date, length: re.Match[str], calendar: WorkingCalendar) -> Span | None:
    n = _WORDS.get(length["n"]) or int(length["n"])
    if n < 1:
        return None
    if length["u"] != "tuan" and length["u"] != "thang":
        return first, calendar.add(first, n - 1) if calendar.is_working(first) else calendar.add(first, n)
    month = first.year * 12 + first.month - 1 + n
    after = first + timedelta(weeks=n) if length["u"] == "tuan" else on_day(month // 12, month % 12 + 1, first.day)
    return first, max(first, calendar.before(after))


def _from_to(start: str, end: str, on: date, calendar: WorkingCalendar) -> Span | None:
    """Without a first day it begins today; "từ thứ Hai đến thứ Tư tuần sau" are both of that week."""
    last = _day_in(end, on, calendar)
    of_week, same = _OF_WEEK.fullmatch(end), _ONE_OF_WEEK.fullmatch(start)
    both = _day_in(f"{same['day']} {of_week['week']}", on, calendar) if of_week and same else None
    first = both if both and last and on <= both <= last else _first(start, on, calendar)
    if first and last and last < first and not _FROM_NOW.search(end):  # "từ ngày 28 đến ngày 2"
        last = _day_in(end, first, calendar)
    return (first, last) if first and last and first <= last else None


def _first(said: str, on: date, calendar: WorkingCalendar) -> date | None:
    plain = re.sub(r"^tu\b ?", "", said)
    if not plain:
        return on
    found = _one(plain, on, calendar)
    return found[0] if found else _day_in(plain, on, calendar)


def _day_in(said: str, on: date, calendar: WorkingCalendar) -> date | None:
    """One day; of a week or a month its last."""
    if (_WEEK.fullmatch(said) or _MONTH.fullmatch(said)) and (whole := _one(said, on, calendar)):
        return whole[1]
    day = read_day(said, on, calendar, future=True)
    return day[0] if day else None


def _listed(said: str, on: date, calendar: WorkingCalendar) -> Span | None:
    """ "Thứ Năm và thứ Sáu": days that follow one another; a day left out between them would be lost."""
    days = [_one(part, on, calendar) for part in _AND.split(said)]
    if len(days) < 2 or any(day is None for day in days):
        return None
    named = [day[0] for day in days if day]
    follow = all(calendar.next_after(a) == b for a, b in pairwise(named))
    return (named[0], named[-1]) if follow else None


def _pair(found: re.Match[str], on: date) -> Span | None:
    day, month = int(found["d2"]), int(found["m2"])
    last = _day(day, month, found["y2"], on.year)
    if last is not None and found["y2"] is None and last < on:
        last = _day(day, month, None, on.year + 1)
    if last is None:
        return None
    day, month = int(found["d1"]), int(found["m1"] or found["m2"])
    first = _day(day, month, found["y1"], last.year)
    if first is not None and found["y1"] is None and first > last:
        first = _day(day, month, None, last.year - 1)
    return (first, last) if first is not None and first <= last else None


def _day(day: int, month: int, year: str | None, without: int) -> date | None:
    number = int(year) if year else without
    try:
        return date(number + 2000 if number < 100 else number, month, day)
    except ValueError:
        return None
