"""Calendar units named in a phrase: days, weeks, months, quarters, parts of a year, years.

Each is found once, the most specific first; a unit without a year borrows one from its neighbours.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from jobs.rules.deadlines.hours import WEEKDAY, weekday_name
from jobs.rules.deadlines.marks import Mark, Unit, with_years
from jobs.rules.deadlines.model import last_day
from jobs.rules.deadlines.occurrences import WEEKDAYS
from jobs.rules.deadlines.words import blank, number

_Y = r"(?P<y>(?:19|20)\d{2})(?![\d])"
_TAIL = (
    r"(?:\s*(?:/\s*nam\s*|/|[.,-]\s*nam\s+|,|-|cua nam|trong nam|nam|\s)\s*(?P<y>20\d{2})(?!\d|\s*-\s*20\d\d)"
    r"|\s*,?\s*(?:cua\s+)?(?P<r>nam (?:nay|sau|toi|truoc|ke tiep|tiep theo)))?"
)
_D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
_MW = rf"(?:{_M}|muoi mot\b|muoi hai\b|muoi\b|gieng\b|chap\b|hai\b(?! lan)|ba\b(?! lan)|tu\b(?! (?!nam 20|den\b)[a-z])|bay\b|tam\b|chin\b)"
_Q = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?![a-z0-9])(?!/\d{1,2}(?!\d))"
_QA = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?![a-z0-9])"
_NEXT = r"(?!\s+(?!nam\b|den\b|va\b|hang\b|cua\b|trong\b)[a-z]{2,})"
_JOIN = r"\s*(?:-|,|;|\+|&|va|hoac|cho den het|cho den|den het|den cuoi|den|~)\s*"
_LICENCE = re.compile(
    r"(?:ngay|sang|trua|chieu|toi|truoc|den|het|vao|han|han chot|cham nhat|muon nhat|tu|sau|khanh|dip|le|luc|toi|qua|la|han cuoi|khoang)\s*:?\s*$|^\W*$|[:(]\s*$"
)
_LISTED_BEFORE = re.compile(r"(?<![\d/])(?:\d{1,2}/\d{1,2}\s*;\s*)+$")
_HALF_A_YEAR = 6  # months after which a day without a year can only mean the year to come
_CELEBRATED = re.compile(r"\b(?:ky niem|dip|chao mung|huong ung)\b")
_NO_DAY_BEFORE = re.compile(r"\b(?:thang|tuan|thu|tuan le|quy|lan|dot|ky|lop|so|t),?\s*$")
_YEAR_BEFORE = re.compile(
    r"(?:^|\b(?:trong|den|tu|het|truoc|sau|cuoi|dau|giua|va|hoac|xuyen|hien|thanh|ke|ca|moc|han)|[~(,;/-]|(?<!\d):)\s*$"
)
_YEAR_AFTER = re.compile(
    r"\s*(?:$|[~,;.)(:/-]|\b(?:va|den|tro|hoac|cac|nhung|phai|hoan|dat|thuong|hang|trinh|truoc)\b)"
)
_AFTER_FRACTION = re.compile(r"\s*(?:[-,;).]|$|den\b|va\b|hang\b|hoac\b|nam\b|moi\b)")

MONTH_PART = r"(?P<part>(?:thuong|trung|ha) tuan|nua (?:dau|cuoi)|(?:0?[1-9]|1\d) ngay (?:dau|cuoi))(?: tien| cung)?"
_OF_EVERY = r",?\s+(?:cua\s+)?(?:hang|moi|cac|thang\s+(?:cuoi|dau|giua|thu|sau|ke|tiep|lien|bao cao))\b"
_NOT_NAMED = r"(?!\s*\d|\s+(?:hoc|tai chinh|ngan sach|dau|cuoi|sau|nay|toi|thu|ke|tiep|truoc|[ivx]+)\b)"

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
    return with_years(sorted(marks, key=lambda mark: mark.at))


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
    year = _year(found, on)
    if not 1 <= month <= 12 or day > last_day(year or 2024, month).day:
        return None
    if _NO_DAY_BEFORE.search(found.string[: found.start()]) or re.match(r"\s*lan\b", found.string[found.end() :]):
        return None
    return Mark(Unit.DAY, *found.span(), year, month, month, day, day)


def _several_days(found: re.Match[str], on: date) -> Mark | None:
    """ "10, 11/11/2025" and "01-15/11/2025" run from the first day to the last."""
    first, last, month = int(found["a"]), int(found["d"]), int(found["m"])
    year, before = _year(found, on), found.string[: found.start()]
    if first >= last or last > last_day(year or 2024, month).day or _NO_DAY_BEFORE.search(before):
        return None
    if not year and not re.search(r"(?:^|\b(?:ngay|tu|trong|dip)|[:(])\s*$", before):
        return None
    return Mark(Unit.DAY, *found.span(), year, month, month, first, last)


def _bare_day(found: re.Match[str], on: date) -> Mark | None:
    before, after = _LISTED_BEFORE.sub("", found.string[: found.start()]), found.string[found.end() :]
    licensed = _LICENCE.search(before) or re.search(r"(?:~|va|,|-)\s*(?:ngay\s*)?$", before)
    licensed = licensed or _CELEBRATED.search(before)
    if not licensed or (not before.strip(" -+(") and not _AFTER_FRACTION.match(after)):
        return None
    joined = re.search(r"(?:ngay|truoc|den|het|han|tu|nhat)\s*$", before) and _AFTER_FRACTION.match(after)
    if found["s"] != "/" and not joined:
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
    year, stops = _first_year(found, on, first, last), tuple(3 * quarter for quarter in _gapped(named, found["list"]))
    return Mark(Unit.QUARTER, *found.span(), year, first * 3 - 2, last * 3, stops=stops)


def _months(found: re.Match[str], on: date) -> Mark:
    listed = re.sub(r"thang|\bt\.?\s?(?=\d)", " ", found["list"])
    named = [number(m) for m in re.findall(rf"(?:^|(?<=[^a-z0-9])){_MW}", listed)]
    first, last = _ends(named, found["list"])
    year, stops = _first_year(found, on, first, last), _gapped(named, found["list"])
    return Mark(Unit.MONTH, *found.span(), year, first, last, stops=stops)


def _first_year(found: re.Match[str], on: date, first: int, last: int) -> int | None:
    """A range over the new year names the year in which it ends."""
    year = _year(found, on)
    return year - (first > last) if year else None


def _ends(named: list[int], words: str) -> tuple[int, int]:
    """A list runs from its earliest to its latest, a range ("11-2") from its first to its last."""
    if re.search(r"-|\bden\b|~", words):
        return named[0], named[-1]
    return min(named), max(named)


def _gapped(named: list[int], words: str) -> tuple[int, ...]:
    ends = sorted(set(named))
    gaps = ends != list(range(ends[0], ends[-1] + 1)) and not re.search(r"-|\bden\b|~", words)
    return tuple(ends) if gaps else ()


def _week(found: re.Match[str], on: date) -> Mark:
    month = number(found["m"])
    if found["n"] in ("cuoi", "cuoi cung"):
        return Mark(Unit.WEEK, *found.span(), _year(found, on), month, month, last_day(2025, month).day - 6, 31)
    nth = 1 if found["n"].startswith("dau") else number(found["n"])
    return Mark(Unit.WEEK, *found.span(), _year(found, on), month, month, nth * 7 - 6, min(nth * 7, 31))


def month_part(words: str) -> tuple[int, int]:
    """First and last day of "trung tuan", "nua dau", "10 ngay cuoi" (folded); 31 stands for a month's last day."""
    head, *_, tail = words.split()
    if head.isdigit():
        return (1, int(head)) if tail == "dau" else (32 - int(head), 31)
    if head == "nua":
        return (1, 15) if tail == "dau" else (16, 31)
    return {"thuong": (1, 10), "trung": (11, 20), "ha": (21, 31)}[head]


def _nth_weekday(found: re.Match[str], on: date) -> Mark:
    """ "Thứ Hai đầu tiên của quý II", "thứ Sáu cuối tháng này"; without a year that of `on`, or the next half a year on."""
    is_last, year = found["n"].startswith("cuoi"), _year(found, on) or on.year
    if found["p"]:
        month = on.month + (found["p"] != "nay")
    else:
        month = number(found["m"]) if found["m"] else number(found["q"]) * 3 - (0 if is_last else 2)
        year += _year(found, on) is None and on.month - month > _HALF_A_YEAR
    year, month = year + (month > 12), (month - 1) % 12 + 1
    weekday = WEEKDAYS.index(weekday_name(found))
    edge = last_day(year, month) if is_last else date(year, month, 1)
    day = edge.day + (-((edge.weekday() - weekday) % 7) if is_last else (weekday - edge.weekday()) % 7)
    return Mark(Unit.DAY, *found.span(), year, month, month, day, day)


def _part_of_month(found: re.Match[str], on: date) -> Mark:
    month, (first, last) = int(found["m"]), month_part(found["part"])
    if last == 31 and found["part"][0].isdigit():  # counted from the month's own end
        first -= 31 - last_day(_year(found, on) or on.year, month).day
    return Mark(Unit.WEEK, *found.span(), _year(found, on), month, month, first, last)


def _bare_year(found: re.Match[str], on: date) -> Mark | None:
    """A number alone is a year only between words of time: not in "2025 m2", "Office 2019", "ISO 9001:2015"."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return _year_mark(found, on) if _YEAR_BEFORE.search(before) and _YEAR_AFTER.match(after) else None


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
        (r"(?<![\d/-])(?P<y>20\d{2})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-2]\d|3[01])(?![\d/-])", _full_day),
        (
            rf"(?<![\d/.,-])(?P<a>[1-9]|0[1-9]|[12]\d|3[01])(?:\s*(?:-|,|va|&)\s*\d{{1,2}}(?![\d/]))*(?:\s*(?:-|,|va|&)\s*(?:ngay\s*)?|(?:(?<=\btu \d)|(?<=\btu \d\d))\s+den\s+(?:het\s+)?){_D}"
            rf"\s*(?P<s>[/.-])\s*(?P<m>{_M})(?:\s*(?P=s)\s*(?P<y>20\d{{2}}))?(?!\s*[/%]|\d)",
            _several_days,
        ),
        (
            rf"(?<![\d/.]){_D}\s*(?P<s>[/.-])\s*(?P<m>\d{{1,2}})\s*(?P=s)\s*(?P<y>(?:19|20)\d{{2}}|[2-4]\d)(?![\d/])",
            _full_day,
        ),
        (rf"(?<![\d/.]){_D}\s*(?:/|-|,)?\s*thang\s*(?P<m>{_M}){_TAIL}", _full_day),
        (rf"(?<![\d/.]){_D}\s*[/.-]\s*(?P<m>{_M})\s*,?\s*nam\s*{_Y}", _full_day),
        (rf"(?<!\d )\bngay cuoi(?: cung)? (?:cua )?(?P<u>thang(?: (?P<m>{_M}))?|quy|nam)\b{_TAIL}", _last_calendar_day),
        (
            rf"\b(?P<n>0?[2-9]|1[01]|hai|ba|bon|sau|bay|tam|chin)\s+thang\s+(?P<w>dau|cuoi)\b(?:\s+(?:cua\s+)?nam\b)?{_TAIL}",
            _part,
        ),
        (rf"\b(?P<n>0?9|chin)\s+thang(?P<w>)(?=\s+nam\s+\d){_TAIL}", _part),
        (rf"\bnua(?P<n>)\s+(?P<w>dau|cuoi)\s+(?:cua\s+)?nam\b{_TAIL}", _part),
        (
            rf"(?<!thang )(?<!tuan )(?<!lan )(?:{WEEKDAY.pattern})\s+(?:(?:cua\s+)?tuan\s+)?(?P<n>dau(?: tien)?|cuoi(?: cung)?)\s+(?:cua\s+)?"
            rf"(?:thang\s+(?P<m>{_M})|quy\s+(?P<q>{_Q})|thang\s+(?P<p>nay|sau|toi)\b){_TAIL}",
            _nth_weekday,
        ),
        (
            rf"\b(?<!moi )(?<!hang )(?:quy\s*|q\.?\s?)(?P<list>{_QA}(?:{_JOIN}(?:quy\s*|q)?{_Q}{_NEXT})*){_TAIL}",
            _quarters,
        ),
        (
            rf"\btuan\s+(?:thu\s+|le\s+)?(?P<n>dau(?: tien)?|cuoi(?: cung)?|[1-5]|iv|i{{1,3}}|hai|ba|tu|nhat)\s+(?:cua\s+)?thang\s+(?P<m>{_M}){_TAIL}",
            _week,
        ),
        (rf"\b{MONTH_PART}\s+(?:cua\s+)?thang\s+(?P<m>{_M}){_TAIL}", _part_of_month),
        (
            rf"\b(?<!moi )(?<!hang )(?:thang\s*|t(?=\d))(?P<list>{_MW}(?:{_JOIN}(?:thang\s*|t(?=\d))?{_MW}(?![/.]\d{{1,2}}(?!\d)){_NEXT})*){_TAIL}",
            _months,
        ),
        (rf"(?<![\d/.]){_D}\s*(?P<s>[/.-])\s*(?P<m>{_M})(?!\s*[/%.]\s*\d|\s*%|\s*-\s*\d+(?!\d*\s*/\s*\d))", _bare_day),
        (rf"(?<![\d/.])(?:\bt\.?\s?)?(?P<list>{_M}(?:\s*(?:-|,|va|den)\s*{_M})*)\s*[/-]\s*{_Y}(?!\s*/)", _months),
        (
            rf"(?:\bnam\s*)?\b{_Y}\s*(?:-|,|va|cho den het|cho den|den het|den cuoi|den)\s*(?:nam\s*)?(?P<z>20\d{{2}})\b",
            _year_mark,
        ),
        (rf"\bnam\s*{_Y}(?!\s*[/%]|[.,]\d)", _year_mark),
        (rf"(?<![\d.,/])(?<!so )\b{_Y}(?!\s*[/%]|[.,]\d)", _bare_year),
        (r"(?<=\btu )dau\s+nam\b(?=.*\bden\b)", lambda found, _: Mark(Unit.YEAR, found.start(), found.end(), None)),
        (r"(?<!\bcac )(?<!\bnhung )(?<!\d )\b(?P<u>nam)\s+(?P<w>nay|sau(?! khi\b| ngay\b)|toi)\b", _current),
        (r"\b(?P<u>thang|quy|tuan)\s+(?P<w>nay|sau|toi)\b", _current),
        (r"(?<=\btrong )(?P<u>nam|thang|quy|tuan)(?P<w>)(?=\s*(?:$|[,;.(]))", _current),
        (r"(?<=\bca )(?P<u>nam)(?P<w>)\b(?!\s*\d)", _current),
        (rf"(?<=\bhet )(?P<u>nam|thang|quy|tuan)(?P<w>)\b{_NOT_NAMED}", _current),
        (r"(?<=\bcuoi )(?P<u>nam|thang|quy|tuan)(?P<w>)(?=\s*(?:$|[,;.(]))", lambda found, on: _ending_now(found, on)),
        (rf"\bngay\s+{_D}\b(?!\s*(?:[/%~]|thang\s*\d|ngay|lan|tin|lam viec|gio)|{_OF_EVERY})", _lone_day),
    )
)


def _ending_now(found: re.Match[str], on: date) -> Mark | None:
    """ "cuối năm" is a date only where something is bounded by it; in prose it may say when a result is used."""
    bound = re.search(r"\b(?:den|truoc|cham nhat|muon nhat|han|vao)\s+(?:\w+\s+)?cuoi $", found.string[: found.start()])
    return _current(found, on) if bound else None
