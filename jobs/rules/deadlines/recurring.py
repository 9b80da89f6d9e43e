"""Rhythms: "hằng tháng", "trước ngày 15 của tháng cuối quý", "01 tin, bài/tháng" (deadline study §3.4)."""

import re
from dataclasses import replace

from jobs.rules.deadlines.absolute import Mark, Unit
from jobs.rules.deadlines.hours import WEEKDAY, hide_hours, time_of_day, weekday_name
from jobs.rules.deadlines.model import Frequency, Recurrence
from jobs.rules.deadlines.words import Source, number

_RULES = r"(?!\s+(?:dinh|che|trinh|hoach|mo|uoc|tac|pham|luat|chuan|phap))"
_U = rf"(?:ngay lam viec|ngay|tuan|thang|quy{_RULES}|(?:0?6|sau) thang(?: (?:mot|1) lan)?|nua nam|nam(?!\s*\d|\s+hoc|\s+bao cao))\b"
_EVERY = r"(?:hang|moi|tung)"
_SPOKEN = re.compile(
    rf"\b(?:(?P<e>{_EVERY})|dinh ky|bao cao(?: dinh ky)?(?= (?:thang, |quy, |tuan, |(?:0?6|sau) thang(?: va|,) )))\s+"
    rf"(?P<list>{_U}(?:\s*(?:,|/|va|hoac|-|;)\s*(?:{_EVERY}\s+|dinh ky\s+)*(?:mot |1 )?{_U})*)"
)
_PER = re.compile(
    r"(?:(?P<n>\d+|mot|hai|ba)\s+)?(?P<what>[a-z][a-z, ]{0,40}?)?\s*/\s*(?:0?1\s+|mot\s+)?(?P<u>ngay|tuan|thang|quy|nam)\b(?!\s*\d|\s*/)"
)
_TIMES = re.compile(
    rf"\b(?P<n>\d+|mot|hai|ba)\s+lan\s*(?:/|trong|moi|mot|trong mot)\s*(?:0?1\s+|mot\s+)?(?P<u>{_U})"
    rf"|\b(?:moi|mot|1|01)\s+(?P<u2>{_U})\s*(?:\w+\s+)?(?P<n2>\d+|mot|hai|ba)\s+(?:lan|tin|bai|bao cao|van ban|chuyen de|cuoc|buoi)\b"
    rf"|\b(?:0?(?P<k>[136]|12)\s+thang|(?P<u3>tuan|thang|quy|nam))\s*(?:/\s*(?:0?1\s*|mot\s*)?lan\b|(?:0?1|mot) lan\b)"
)
_RATES = re.compile(r"\b(?:dong|trieu|ty|gio|ho so|nguoi|luot|usd|km|thang|ngay|tuan)\s*$")

_OF = r"(?:\s+cua)?(?:\s+(?:hang|moi|tung|cac))?"
_LATER = r"(?:sau|ke tiep|tiep theo|lien ke|lien sau|toi|tiep)\b"
_WHICH = r"(?P<which>dau(?: tien)?|cuoi(?: cung)?|giua|thu (?:nhat|hai|ba|2|3)|thu [123])"
_IN_MONTH = re.compile(
    rf"(?:(?P<day>\bngay\s+(?P<d>\d{{1,2}}),?{_OF}\s+)|(?<!\d ))\bthang\s+{_WHICH}{_OF}\s+(?P<u>quy{_RULES}|ky(?: bao cao)?|nua nam|(?:0?6|sau) thang|nam)\b(?:\s+(?P<later>{_LATER}))?"
)
_NEXT_MONTH = re.compile(
    rf"\bngay\s+(?P<d>\d{{1,2}}){_OF}\s+thang\s+{_LATER}(?:\s+(?:cua|sau|voi)?\s*(?:thang|(?P<q>quy|ky bao cao quy))\b)?"
)
_EACH_MONTH = re.compile(
    rf"\bngay\s+(?P<d>\d{{1,2}})(?:,\s*|\s+)(?:cua\s+)?(?:dinh ky\s+)?(?:{_EVERY}\s+thang|cua\s+thang(?!\s*\d|\s+\w+\s+(?:quy|ky)))\b"
)
_OF_MONTH = re.compile(r"\bngay\s+(?P<d>\d{1,2})\s+cua\s+thang\b(?!\s*\d)")
_WORKING = re.compile(
    rf"\bngay\s+lam viec\s+(?P<which>dau(?: tien)?|cuoi(?: cung)?){_OF}\s+(?:{_WHICH.replace('which', 'month')}\s*)?(?P<u>tuan|thang(?:\s+{_WHICH.replace('which', 'm2')}{_OF}\s+quy)?|quy|nam)\b(?!\s*\d)(?:\s+(?P<later>{_LATER}))?"
)
_WINDOW = re.compile(
    r"\b(?:tu\s+)?ngay\s+(?:mung\s+)?(?P<a>\d{1,2})\s*(?:-|den)\s*(?:het\s+)?(?:ngay\s+)?(?P<b>\d{1,2}|cuoi(?: cung)?)\s+(?:cua\s+)?(?:hang\s+thang|moi\s+thang|cua\s+thang|thang(?!\s*\d))"
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
_DAILY = re.compile(
    rf"\b(?:{_EVERY}\s+ngay(?P<work> lam viec)?|cuoi (?:moi )?ngay lam viec|trong moi ngay)\b|^\W*(?:trong\s+|cham nhat\s+|truoc\s+)?ngay lam viec\b(?!\s+(?:dau|cuoi|thu|ke|sau|tiep|\d))"
)
_EXCLUSIVE = re.compile(r"\btruoc\s+(?:(?:cac|het|vao|thoi diem)\s+)*$")
_BY_WORD = {
    "ngay lam viec": Frequency.DAILY, "ngay": Frequency.DAILY, "tuan": Frequency.WEEKLY, "thang": Frequency.MONTHLY,
    "quy": Frequency.QUARTERLY, "nam": Frequency.ANNUAL, "nua nam": Frequency.HALF_YEARLY,
}  # fmt: skip
_ORDER = list(Frequency)

Found = tuple[Recurrence, tuple[int, int]]


def read_recurrence(source: Source, view: str, marks: list[Mark]) -> Found | None:
    """The rhythm of the phrase and where it stands; None where no word of a rhythm is found."""
    found = _exact_day(view, marks) or _by_frequency(source, view)
    if found is None:
        return None
    rhythm, span = found
    time = time_of_day(view)
    return (replace(rhythm, time=time) if time else rhythm), span


def _exact_day(view: str, marks: list[Mark]) -> Found | None:
    for reader in (_working_day, _month_list, _window, _in_month, _next_month, _each_month, _last_of_each, _week):
        found = reader(view)
        if found:
            return found
    return _every_year(view, marks)


def _before(view: str, at: int) -> bool:
    return bool(_EXCLUSIVE.search(view[:at]))


def _working_day(view: str) -> Found | None:
    found = _WORKING.search(view)
    if not found:
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
            _BY_WORD[unit],
            day=day,
            before=_before(view, found.start()),
            next_period=bool(found["later"]),
            month=in_period if yearly else None,
            month_in_period=None if yearly else in_period,
        ),
        found.span(),
    )


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
    found = _WINDOW.search(view)
    if not found:
        return None
    end = int(found["b"]) if found["b"].isdigit() else 31
    return Recurrence(Frequency.MONTHLY, day=end, window_start_day=int(found["a"])), found.span()


def _in_month(view: str) -> Found | None:
    found = _IN_MONTH.search(view)
    if not found or (found["u"] == "nam" and not re.search(rf"\b{_EVERY}\b", view)):
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
        spoken = re.search(rf"\b{_EVERY}\s+thang\b", view)
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
    return Recurrence(_BY_WORD[unit], workdays_only=unit == "ngay"), found.span()


def _week(view: str) -> Found | None:
    first = _FIRST_WEEK.search(view)
    if first:
        window = (1, 7) if first["which"].startswith("dau") else (25, 31)
        return Recurrence(Frequency.MONTHLY, day=window[1], window_start_day=window[0]), first.span()
    weekly = re.search(rf"\b(?:{_EVERY}|dinh ky)\s+tuan\b|/\s*tuan\b|\bcua tuan\b", view)
    named = [] if not weekly else list(WEEKDAY.finditer(view))
    every = None if weekly else re.search(rf"\b{_EVERY}\s+(?:ngay\s+)?(?={WEEKDAY.pattern})", view)
    if every:
        named = list(WEEKDAY.finditer(view))
    if not named:
        return None
    names = tuple(dict.fromkeys(weekday_name(match) for match in named))
    span = (named[0].start(), max(named[-1].end(), weekly.end() if weekly else 0))
    return Recurrence(Frequency.WEEKLY, weekdays=names, before=_before(view, named[0].start())), span


def _every_year(view: str, marks: list[Mark]) -> Found | None:
    yearly = re.search(rf"\b(?:{_EVERY}|dinh ky)\s+nam\b(?!\s*\d|\s+hoc)|\bcua nam\b(?!\s*(?:\d|bao cao|sau))", view)
    half = re.search(r"\b(?:dinh ky|hang)\s+(?:0?6|sau) thang\b", view)
    days = [mark for mark in marks if mark.unit is Unit.DAY and mark.first_month and not mark.year]
    if (half or yearly) and len(days) > 1:
        if len(days) == 2 and re.search(r"\btu\s+(?:ngay\s+)?$", view[: days[0].at]):
            return _yearly_window(days)
        dates = tuple(sorted(f"{day.first_month:02}-{day.first_day:02}" for day in days))
        return Recurrence(Frequency.ANNUAL, dates=dates, before=_truoc(view, days[0])), (days[0].at, days[-1].end)
    if not yearly:
        return None
    units = [mark for mark in marks if not mark.year and mark.first_month and mark.unit is not Unit.YEAR]
    if not units:
        return None
    day = next((mark for mark in units if mark.unit is Unit.DAY), units[0])
    before = _truoc(view, day)
    if day.unit is Unit.DAY:
        rhythm = Recurrence(Frequency.ANNUAL, month=day.first_month, day=day.first_day, before=before)
    elif before:
        rhythm = Recurrence(Frequency.ANNUAL, month=day.first_month, day=1, before=True)
    else:
        rhythm = Recurrence(Frequency.ANNUAL, month=day.last_month)
    return rhythm, (day.at, max(day.end, yearly.end()))


def _truoc(view: str, mark: Mark) -> bool:
    return bool(re.search(r"\btruoc\s+(?:ngay\s+)?$", view[: mark.at]))


def _yearly_window(days: list[Mark]) -> Found:
    first, last = days
    start = first.first_day if first.first_month == last.first_month else None
    rhythm = Recurrence(Frequency.ANNUAL, month=last.first_month, day=last.first_day, window_start_day=start)
    return rhythm, (first.at, last.end)


def _by_frequency(source: Source, view: str) -> Found | None:
    daily = _DAILY.search(hide_hours(view))
    if daily and not (daily[0].startswith("moi") and not source.says(daily.start(), daily.start() + 3, "mỗi")):
        workdays = "lam viec" in daily[0]
        return Recurrence(Frequency.DAILY, workdays_only=workdays), daily.span()
    times = _TIMES.search(view)
    if times:
        return _so_many_times(times)
    for per in _PER.finditer(view):
        if not _RATES.search(per["what"] or "") and (per["n"] or per["what"]):
            count = number(per["n"]) if per["n"] else None
            return Recurrence(_BY_WORD[per["u"]], count=count), per.span()
    return _spoken(source, view)


def _so_many_times(found: re.Match[str]) -> Found:
    if found["k"]:
        freq = {1: Frequency.MONTHLY, 3: Frequency.QUARTERLY, 6: Frequency.HALF_YEARLY, 12: Frequency.ANNUAL}[
            int(found["k"])
        ]
        return Recurrence(freq), found.span()
    if found["u3"]:
        return Recurrence(_BY_WORD[found["u3"]]), found.span()
    count = number(found["n"] or found["n2"])
    return Recurrence(_frequency(found["u"] or found["u2"]), count=count), found.span()


def _frequency(word: str) -> Frequency:
    return _BY_WORD.get(word, Frequency.HALF_YEARLY)


def _spoken(source: Source, view: str) -> Found | None:
    best: Found | None = None
    for found in _SPOKEN.finditer(view):
        if found["e"] == "moi" and not source.says(found.start("e"), found.end("e"), "mỗi"):
            continue
        for word in re.findall(_U, found["list"]):
            freq = _frequency(word)
            if best is None or _ORDER.index(freq) < _ORDER.index(best[0].freq):
                best = Recurrence(freq, workdays_only=word == "ngay lam viec"), found.span()
    return best
