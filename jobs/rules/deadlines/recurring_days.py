"""Rhythms that name their day: "trước ngày 15 của tháng cuối quý", "thứ Sáu hằng tuần"."""

import re
from dataclasses import replace

from jobs.rules.deadlines.absolute import MONTH_PART, month_part
from jobs.rules.deadlines.hours import WEEKDAY, weekday_name
from jobs.rules.deadlines.model import Frequency, Recurrence
from jobs.rules.deadlines.occurrences import WEEKDAYS
from jobs.rules.deadlines.words import number

NOT_RULES = r"(?!\s+(?:dinh|che|trinh|hoach|mo|uoc|tac|pham|luat|chuan|phap)\b)"
EVERY = r"(?:hang|moi|tung)"
BY_WORD = {
    "ngay lam viec": Frequency.DAILY, "ngay": Frequency.DAILY, "tuan": Frequency.WEEKLY, "thang": Frequency.MONTHLY,
    "quy": Frequency.QUARTERLY, "nam": Frequency.ANNUAL, "nua nam": Frequency.HALF_YEARLY,
}  # fmt: skip

_OF = r"(?:\s+cua)?(?:\s+(?:hang|moi|tung|cac))?"
_LATER = r"(?:sau|ke tiep|tiep theo|lien ke|lien sau|toi|tiep)\b"
_WHICH = r"(?P<which>dau(?: tien)?|cuoi(?: cung)?|giua|thu (?:nhat|hai|ba|2|3)|thu [123])"
_IN_MONTH = re.compile(
    rf"(?:(?P<day>\bngay\s+(?P<d>\d{{1,2}}),?{_OF}\s+)|(?<!\d ))\bthang\s+{_WHICH}{_OF}\s+(?P<u>quy{NOT_RULES}|ky(?: bao cao)?|nua nam|(?:0?6|sau) thang|nam)\b(?:\s+(?P<later>{_LATER}))?"
)
_NEXT_MONTH = re.compile(
    rf"\bngay\s+(?P<d>\d{{1,2}}){_OF}\s+thang\s+{_LATER}(?:\s+(?:cua|sau|voi)?\s*(?:thang|(?P<q>quy|ky bao cao quy))\b)?"
)
_EACH_MONTH = re.compile(
    rf"(?:\bngay\s+|(?<=truoc )|(?<=vao )|(?<=nhat )|(?<=den ))(?P<d>\d{{1,2}})(?:,\s*|\s+)(?:cua\s+)?(?:dinh ky\s+)?(?:{EVERY}\s+thang|thang(?=\W*$)|cua\s+thang(?!\s*\d|\s+\w+\s+(?:quy|ky)))\b"
)
_OF_MONTH = re.compile(r"\bngay\s+(?P<d>\d{1,2})\s+cua\s+thang\b(?!\s*\d)")
_WORKING = re.compile(
    rf"\bngay\s+lam viec\s+(?P<which>dau(?: tien)?|cuoi(?: cung)?){_OF}\s+(?:{_WHICH.replace('which', 'month')}\s*)?(?P<u>tuan|thang(?:\s+{_WHICH.replace('which', 'm2')}{_OF}\s+quy)?|quy|nam)\b(?!\s*\d)(?:\s+(?P<later>{_LATER}))?"
)
_COUNTED = re.compile(r"(?<!gio )(?<!gio)(?<!h)(?<!:)(?<!\d)(?P<n>\d{1,2})\s+$")
_NTH_WEEKDAY = re.compile(
    rf"(?<!thang )(?<!tuan )(?<!lan )(?:{WEEKDAY.pattern})\s+(?:(?:cua\s+)?tuan\s+)?(?P<which>dau(?: tien)?|cuoi(?: cung)?){_OF}\s+(?P<u>thang|quy{NOT_RULES})\b(?!\s*(?:\d|[ivx]+\b|sau|toi|nay|truoc))"
)
_WINDOW = re.compile(
    rf"\b(?:tu\s+(?:ngay\s+)?|ngay\s+)(?P<a>\d{{1,2}})\s*(?:-|den)\s*(?:het\s+)?(?:ngay\s+)?(?P<b>\d{{1,2}}|cuoi(?: cung)?)\s+(?:cua\s+)?(?:hang\s+thang|moi\s+thang|cua\s+thang|thang(?!\s*\d))(?:\s+(?P<later>{_LATER}))?"
)
_WINDOW_APART = re.compile(
    r"\btu\s+ngay\s+(?P<a>\d{1,2})\s*(?:-|den)\s*(?:het\s+)?(?:ngay\s+)?(?P<b>\d{1,2})\b(?!\s*(?:/|thang\s*\d))"
)
_COUNTS = r"\d{1,2}\s+(?:lan|ky|cuoc|buoi|lop|dot|tin|bai)\b"
_MONTHLY = re.compile(
    rf"\b(?:{EVERY}|bao cao|dinh ky|(?<!tiep )theo)\s+thang\b(?!\s*(?!{_COUNTS})\d)|\d\s+(?:lan|ky|cuoc|buoi)\s*/\s*thang\b"
)
_FIRST_WEEK = re.compile(
    r"\btuan\s+(?P<which>dau(?: tien)?|cuoi(?: cung)?)\s+(?:cua\s+)?(?:hang |moi )?thang\b(?!\s*\d)"
)
_LAST_OF_EACH = re.compile(
    r"\bngay cuoi(?: cung)? (?:cua )?(?:hang|moi) (?P<u>thang|quy|nam)\b|\bcuoi (?:hang|moi) (?P<v>thang|quy|nam|ngay|tuan)\b"
)
_MONTH_LIST = re.compile(
    r"\bngay\s+(?P<d>\d{1,2})\s+(?:cua\s+)?(?:cac\s+)?thang\s+(?P<list>\d{1,2}(?:\s*(?:,|va|;)\s*(?:thang\s+)?\d{1,2})+)(?!\s*[/\d]|\s*nam\s*\d)"
)
_DAYS_OF_EACH = re.compile(
    rf"\bngay\s+(?P<list>\d{{1,2}}(?:\s*(?:,|va|;|&)\s*(?:ngay\s+)?\d{{1,2}})+){_OF}\s+thang\b(?!\s*\d)"
)
_DAYS_AFTER = re.compile(
    r"\bngay\s+(?P<list>\d{1,2}(?:\s*(?:,|va|;|&)\s*(?:ngay\s+)?\d{1,2})+)\b(?!\s*(?:/|-\s*\d|thang|lam))"
)
_PART_OF_EACH = re.compile(
    rf"\b{MONTH_PART}{_OF}\s+(?P<u>thang|quy{NOT_RULES})\b(?!\s*(?:\d|[iv]+\b))(?!\s+\w+\s+quy)(?:\s+(?P<later>{_LATER}))?"
)
_EXCLUSIVE = re.compile(r"\btruoc\s+(?:(?:cac|het|vao|thoi diem)\s+)*$")

_MOST_WORKING_DAYS = 15  # of the first ones of a month

Found = tuple[Recurrence, tuple[int, int]]


def read_exact_day(view: str) -> Found | None:
    for reader in (
        _working_day, _month_list, _window, _part_of_each, _days_of_each, _in_month, _next_month, _each_month, _nth_weekday,
        _first_week, _last_of_each, _weekdays,
    ):  # fmt: skip
        found = reader(view)
        if found:
            return found
    return None


def _before(view: str, at: int) -> bool:
    return bool(_EXCLUSIVE.search(view[:at]))


def _working_day(view: str) -> Found | None:
    found = _WORKING.search(view)
    if not found:
        return None
    counted = _COUNTED.search(view[: found.start()])
    if counted and (found["u"] in ("tuan", "nam") or not 1 <= int(counted["n"]) <= _MOST_WORKING_DAYS):
        return None
    day = "first_working" if found["which"].startswith("dau") else "last_working"
    unit = found["u"].split()[0] if "quy" not in found["u"] else "quy"
    in_period = None
    if unit in ("quy", "nam"):
        last = {"quy": 3, "nam": 12}[unit]
        in_period = _nth_month(found["m2"], last) if found["m2"] else (1 if day == "first_working" else last)
    yearly = unit == "nam"
    return (
        Recurrence(
            BY_WORD[unit],
            day=day,
            before=_before(view, found.start()),
            next_period=bool(found["later"]),
            month=in_period if yearly else None,
            month_in_period=None if yearly else in_period,
            nth=int(counted["n"]) if counted and day == "first_working" else None,
        ),
        (counted.start() if counted else found.start(), found.end()),
    )


def _nth_weekday(view: str) -> Found | None:
    """ "Thứ Sáu cuối cùng của tháng", "thứ Hai đầu tiên của quý"."""
    found = _NTH_WEEKDAY.search(view)
    if not found:
        return None
    first = found["which"].startswith("dau")
    rhythm = Recurrence(
        BY_WORD[found["u"]],
        weekdays=(weekday_name(found),),
        nth=1 if first else -1,
        month_in_period=None if found["u"] == "thang" else (1 if first else 3),
        before=_before(view, found.start()),
    )
    return rhythm, found.span()


def _month_list(view: str) -> Found | None:
    found = _MONTH_LIST.search(view)
    if not found or not 1 <= int(found["d"]) <= 31:
        return None
    months = sorted({int(month) for month in re.findall(r"\d+", found["list"])})
    if not all(1 <= month <= 12 for month in months):
        return None
    dates = tuple(f"{month:02}-{int(found['d']):02}" for month in months)
    return Recurrence(Frequency.ANNUAL, dates=dates, before=_before(view, found.start())), found.span()


def _window(view: str) -> Found | None:
    found = _WINDOW.search(view) or (_MONTHLY.search(view) and _WINDOW_APART.search(view))
    if not found:
        return None
    end = int(found["b"]) if found["b"].isdigit() else 31
    later = bool(found.groupdict().get("later"))
    return Recurrence(Frequency.MONTHLY, day=end, window_start_day=int(found["a"]), next_period=later), found.span()


def _in_month(view: str) -> Found | None:
    found = _IN_MONTH.search(view)
    if not found or (found["u"] == "nam" and not re.search(rf"\b{EVERY}\b", view)):
        return None
    freq = {"qu": Frequency.QUARTERLY, "na": Frequency.ANNUAL, "ky": Frequency.QUARTERLY}.get(
        found["u"][:2], Frequency.HALF_YEARLY
    )
    if freq is Frequency.QUARTERLY and not re.search(r"\bquy\b", view):
        if re.search(r"\b(?:0?6|sau) thang\b", view):
            freq = Frequency.HALF_YEARLY
        elif re.search(r"\b(?:bao cao|hang|dinh ky) nam\b", view):
            freq = Frequency.ANNUAL
    length = {Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.ANNUAL: 12}[freq]
    nth = _nth_month(found["which"], length)
    yearly = freq is Frequency.ANNUAL
    day = int(found["d"]) if found["d"] else None
    rhythm = Recurrence(
        freq,
        day=day,
        before=_before(view, found.start()),
        next_period=bool(found["later"]),
        month=nth if yearly else None,
        month_in_period=None if yearly else nth,
    )
    return rhythm, found.span()


def _nth_month(word: str, length: int) -> int:
    if word.startswith("cuoi"):
        return length
    if word.startswith("dau"):
        return 1
    return 2 if word == "giua" else number(word.split()[-1])


def _next_month(view: str) -> Found | None:
    found = _NEXT_MONTH.search(view)
    if not found:
        return None
    day, before = int(found["d"]), _before(view, found.start())
    if found["q"] or re.search(r"\b(?:hang|moi|bao cao|dinh ky)\s+quy\b", view):
        rhythm = Recurrence(Frequency.QUARTERLY, month_in_period=1, day=day, before=before, next_period=True)
    else:
        rhythm = Recurrence(Frequency.MONTHLY, day=day, before=before, next_period=True)
    return rhythm, found.span()


def _each_month(view: str) -> Found | None:
    found = _EACH_MONTH.search(view) or _OF_MONTH.search(view)
    if not found:
        spoken = _MONTHLY.search(view)
        day = re.search(r"\bngay\s+(?P<d>\d{1,2})\b(?!\s*(?:/|-\s*\d|thang|ngay|lam|den))", view)
        if not spoken or not day:
            return None
        found = day
    if not 1 <= int(found["d"]) <= 31:
        return None
    return Recurrence(Frequency.MONTHLY, day=int(found["d"]), before=_before(view, found.start())), found.span()


def _last_of_each(view: str) -> Found | None:
    found = _LAST_OF_EACH.search(view)
    if not found:
        return None
    unit = found["u"] or found["v"]
    return Recurrence(BY_WORD[unit], workdays_only=unit == "ngay"), found.span()


def _part_of_each(view: str) -> Found | None:
    found = _PART_OF_EACH.search(view)
    if not found:
        return None
    first, last = month_part(found["part"])
    rhythm = Recurrence(Frequency.MONTHLY, day=last, window_start_day=first, next_period=bool(found["later"]))
    if found["u"] == "quy":
        rhythm = replace(rhythm, freq=Frequency.QUARTERLY, month_in_period=1 if first == 1 else 3)
    return rhythm, found.span()


def listed_days(view: str) -> tuple[int, ...]:
    """ "Ngày 5, 15, 25 hằng tháng": the days of every month, () where there is no such list."""
    found = _days_listed(view)
    days = sorted({int(day) for day in re.findall(r"\d+", found["list"])}) if found else []
    return tuple(days) if all(1 <= day <= 31 for day in days) else ()


def _days_listed(view: str) -> re.Match[str] | None:
    return _DAYS_OF_EACH.search(view) or (_DAYS_AFTER.search(view) if _MONTHLY.search(view) else None)


def _days_of_each(view: str) -> Found | None:
    """A rule has one day: the first of the list; the others are noted by the reader."""
    found, days = _days_listed(view), listed_days(view)
    if not found or not days:
        return None
    return Recurrence(Frequency.MONTHLY, day=days[0], before=_before(view, found.start())), found.span()


def _first_week(view: str) -> Found | None:
    found = _FIRST_WEEK.search(view)
    if not found:
        return None
    first, last = (1, 7) if found["which"].startswith("dau") else (25, 31)
    return Recurrence(Frequency.MONTHLY, day=last, window_start_day=first), found.span()


def _weekdays(view: str) -> Found | None:
    weekly = re.search(rf"\b(?:{EVERY}|dinh ky|bao cao|(?<!tiep )theo)\s+tuan\b|/\s*tuan\b|\bcua tuan\b", view)
    every = re.search(rf"\b{EVERY}\s+(?:ngay\s+)?(?={WEEKDAY.pattern})", view)
    named = list(WEEKDAY.finditer(view)) if weekly or every else []
    if not named:
        return None
    names = tuple(dict.fromkeys(weekday_name(match) for match in named))
    if len(names) == 2 and re.fullmatch(r"\s*(?:den|-)\s*(?:het\s+)?", view[named[0].end() : named[1].start()]):
        first, last = (WEEKDAYS.index(name) for name in names)
        names = WEEKDAYS[first : last + 1] or names
    span = (named[0].start(), max(named[-1].end(), weekly.end() if weekly else 0))
    return Recurrence(Frequency.WEEKLY, weekdays=names, before=_before(view, named[0].start())), span
