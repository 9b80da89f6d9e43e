"""Rhythms: "hằng tháng", "trước ngày 15 của tháng cuối quý", "01 tin, bài/tháng" (deadline study §3.4)."""

import re
from dataclasses import dataclass, replace

from jobs.rules.deadlines.hours import hide_hours, time_of_day
from jobs.rules.deadlines.marks import Mark
from jobs.rules.deadlines.model import Frequency, Recurrence
from jobs.rules.deadlines.recurring_days import BY_WORD, EVERY, NOT_RULES, Found, read_exact_day
from jobs.rules.deadlines.recurring_years import read_days_of_year
from jobs.rules.deadlines.words import Source, blank, number

_THINGS = r"(?:lan|tin|bai|cuoc|buoi|chuyen de|phong su|video|clip|an pham|san pham|hoi nghi|lop|dot|ky)"
_YEAR = rf"nam(?!\s*\d(?!\d?\s+{_THINGS}\b)|\s+hoc|\s+bao cao)"
_U = rf"(?:ngay lam viec|ngay|tuan|thang|quy{NOT_RULES}|(?:0?6|sau) thang(?: (?:mot|1) lan)?|nua nam|(?:1 |mot )?{_YEAR})\b"
_N = r"\d{1,2}|mot|hai|ba|bon"
_SPOKEN = re.compile(
    rf"\b(?:(?P<e>{EVERY})|dinh ky|bao cao(?: dinh ky)?(?= (?:thang, |quy, |tuan, |(?:0?6|sau) thang(?: va|,) )))\s+"
    rf"(?P<list>{_U}(?:\s*(?:,|/|va|hoac|-|;)\s*(?:{EVERY}\s+|dinh ky\s+)*(?:(?:mot|1) (?!nam))?{_U})*)"
)
_PER = re.compile(
    rf"(?:(?P<n>{_N})\s+)?(?P<what>[a-z][a-z, ]{{0,40}}?)?\s*/\s*(?:0?1\s+|mot\s+)?(?P<u>ngay|tuan|thang|quy|nam)\b(?!\s*\d|\s*/)"
)
_TIMES = re.compile(
    rf"\b(?P<n>{_N})\s+lan\s*(?:/|trong|moi|mot|trong mot)\s*(?:0?1\s+|mot\s+)?(?P<u>{_U})(?!\s*(?:\d|[iv]+\b))"
    rf"|\b(?P<n3>{_N})\s+lan\s*/\s*(?P<k3>\d{{1,2}})\s*(?P<u5>tuan|thang|quy|nam)\b"
    r"|\b(?P<u6>tuan|thang|quy|nam)\s+(?P<n6>0?[2-9]|hai|ba)\s+lan\b"
    rf"|\b(?P<several>0?[2-9]|hai|ba|bon)\s+lan\s+trong\s+nam\b(?! hoc)"
    rf"|\b(?:moi|mot|1|01)\s+(?P<u2>{_U}|nam)\s*(?:\w+\s+)?(?P<n2>{_N})\s+(?:{_THINGS}|bao cao|van ban)\b"
    r"|\bdinh ky\s+(?P<k2>\d{1,2}|hai|ba|sau)\s+(?P<u4>tuan|thang|quy|nam)\b(?! dau| cuoi)(?:\s*/?\s*(?:0?1\s*|mot\s*)?lan\b)?"
    r"|(?:\b(?P<k>\d{1,2}|hai|ba|sau)\s+)?\b(?P<u3>tuan|thang|quy|(?:nua )?nam)\s*(?:/\s*(?:0?1\s*|mot\s*)?lan\b|(?:0?1|mot) lan\b)"
)
_QUOTA = re.compile(rf"\b(?P<n>{_N})\s*(?:\([^)]{{1,12}}\)\s*)?{_THINGS}\b(?!\s*(?:thu\b|\d))")
_BY_PERIOD = re.compile(
    rf"(?<!tiep )\btheo\s+(?P<list>(?:tuan|thang|quy|{_YEAR})(?:\s*(?:,|/|va|hoac|-|;)\s*(?:theo\s+)?(?:tuan|thang|quy|{_YEAR}))*)\s*(?:$|[,;.()])"
)
_ONLY_UNITS = re.compile(rf"\W*(?P<list>{_U}(?:\s*(?:,|/|va|hoac|-|;)\s*(?:(?:1|mot) (?!nam))?{_U})+)\W*")
_RATES = re.compile(r"\b(?:dong|trieu|ty|gio|ho so|nguoi|luot|usd|km|thang|ngay|tuan)\s*$")
_DAILY = re.compile(
    rf"\b(?:{EVERY}\s+ngay(?P<work> lam viec)?|cuoi (?:moi )?ngay lam viec|trong moi ngay)\b|^\W*(?:cham nhat\s+|truoc\s+)?ngay lam viec\b(?!\s+(?:dau|cuoi|thu|ke|sau|tiep|\d))"
)
_ORDER = list(Frequency)
_MOST = 4  # rules in one cell; a longer list is prose


@dataclass(frozen=True)
class Rhythm:
    """A recurrence and its place in the phrase; `exact` where it names a day."""

    recurrence: Recurrence
    at: int
    end: int
    exact: bool

    def holds(self, mark: Mark) -> bool:
        return self.at <= mark.at < self.end


def read_rhythms(source: Source, view: str, marks: list[Mark]) -> list[Rhythm]:
    """Every rule of the phrase; the one to go by first: the most frequent of those that are full rules."""
    found: list[Rhythm] = []
    left, rest = view, marks
    while len(found) < _MOST:
        exact = read_exact_day(left) or read_days_of_year(left, rest)
        one = exact or _by_frequency(source, left)
        if one is None:
            break
        rhythm, (at, end) = one
        found.append(Rhythm(rhythm, at, end, exact is not None))
        left = blank(left, at, end, " ")
        rest = [mark for mark in rest if not at <= mark.at < end]
    if not found:
        return []
    first = min(found, key=lambda one: _rank(one, found, view))
    main = replace(first, recurrence=_completed(first.recurrence, view, left))
    return [main, *(one for one in found if one is not first)]


def _rank(rhythm: Rhythm, found: list[Rhythm], view: str) -> tuple[bool, int]:
    """Words such as "hằng quý" beside an exact day only name its rhythm; in a clause of their own they are a rule."""
    only_names = not rhythm.exact and any(one.exact and not _apart(rhythm, one, view) for one in found)
    return only_names, _ORDER.index(rhythm.recurrence.freq)


def _apart(one: Rhythm, other: Rhythm, view: str) -> bool:
    first, second = sorted((one, other), key=lambda rhythm: rhythm.at)
    return bool(re.search(r"[;.]", view[first.end : second.at]))


def _completed(recurrence: Recurrence, view: str, left: str) -> Recurrence:
    """With the hour, and how many: "mỗi tháng ít nhất 01 tin"."""
    quota = None if recurrence.count or recurrence.interval else _QUOTA.search(left)
    count = number(quota["n"]) if quota else recurrence.count
    return replace(recurrence, time=time_of_day(view), count=count)


def _by_frequency(source: Source, view: str) -> Found | None:
    daily = _DAILY.search(hide_hours(view))
    if daily and not (daily[0].startswith("moi") and not source.says(daily.start(), daily.start() + 3, "mỗi")):
        workdays = "lam viec" in daily[0]
        return Recurrence(Frequency.DAILY, workdays_only=workdays), daily.span()
    times = _TIMES.search(view)
    if times:
        return _so_many_times(times)
    only = _ONLY_UNITS.fullmatch(view) or _BY_PERIOD.search(view)
    if only:
        return Recurrence(_shortest(only["list"])), only.span("list")
    for per in _PER.finditer(view):
        if not _RATES.search(per["what"] or "") and (per["n"] or per["what"]):
            count = number(per["n"]) if per["n"] else None
            return Recurrence(BY_WORD[per["u"]], count=count), per.span()
    return _spoken(source, view)


def _so_many_times(found: re.Match[str]) -> Found:
    every = found["u3"] or found["u4"]
    if every:
        return _every(number(found["k"] or found["k2"] or "1"), every), found.span()
    if found["u5"]:
        times = number(found["n3"])
        return replace(_every(number(found["k3"]), found["u5"]), count=times if times > 1 else None), found.span()
    if found["u6"]:
        return Recurrence(_frequency(found["u6"]), count=number(found["n6"])), found.span()
    if found["several"]:
        return Recurrence(Frequency.ANNUAL, count=number(found["several"])), found.span()
    count = number(found["n"] or found["n2"])
    return Recurrence(_frequency(found["u"] or found["u2"]), count=count), found.span()


def _every(n: int, unit: str) -> Recurrence:
    """ "3 tháng/lần" is quarterly, "2 tháng/lần" every second month."""
    months = {"thang": n, "quy": 3 * n, "nua nam": 6 * n, "nam": 12 * n}.get(unit)
    named = {1: Frequency.MONTHLY, 3: Frequency.QUARTERLY, 6: Frequency.HALF_YEARLY, 12: Frequency.ANNUAL}
    if months in named:
        return Recurrence(named[months])
    return Recurrence(BY_WORD[unit], interval=n if n > 1 else None)


def _frequency(word: str) -> Frequency:
    return BY_WORD.get(word.removeprefix("1 ").removeprefix("mot "), Frequency.HALF_YEARLY)


def _shortest(units: str) -> Frequency:
    return min((_frequency(word) for word in re.findall(_U, units)), key=_ORDER.index)


def _spoken(source: Source, view: str) -> Found | None:
    best: Found | None = None
    for found in _SPOKEN.finditer(view):
        if found["e"] == "moi" and not source.says(found.start("e"), found.end("e"), "mỗi"):
            continue
        if re.search(r"\b(?:sau|truoc) (?:khi )?(?:ket thuc|het)\s*$", view[: found.start()]):
            continue  # an event that comes again, not a day
        freq = _shortest(found["list"])
        if best is None or _ORDER.index(freq) < _ORDER.index(best[0].freq):
            best = Recurrence(freq, workdays_only="ngay lam viec" in found["list"]), found.span()
    return best
