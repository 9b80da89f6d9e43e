"""Days and periods as people type them in a chat: "mai", "thứ 6 tuần sau", "cuối tháng", "30/11" (design §6)."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from jobs.rules.deadlines.model import last_day, on_day
from jobs.rules.deadlines.tet import tet_break
from jobs.rules.deadlines.words import Source, source_of
from jobs.rules.working_days import WorkingCalendar

FoundDay = tuple[date, tuple[int, int]]
"""A day and where it stands in the tidy text."""

_NAMED = r"(?:chi|anh|co|chu|bac|ong|ba|dong chi|dc|ms|mr|mrs|thay|cau|di)"
_NAME_BEFORE = re.compile(rf"\b{_NAMED}\s+$")
_ORDINAL_BEFORE = re.compile(
    r"\b(?:lan|ky|hop|vong|dot|khoa|quy|phien|viec|tang|bai|muc|hang|cap|giai|nguoi|dieu|ban|cai|y|buoc|ngay)\s+$"
)
_WEEKDAY = r"(?:thu\s*(?P<w>hai|ba|tu|nam|sau|bay|[2-7])|t(?P<t>[2-7])|(?P<cn>chu nhat|cn))\b(?!\s*[/%]|-\d)"
_WEEKDAY_WORDS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_WHEN = r"(?:\s+(?P<when>tuan nay|tuan sau|tuan toi|tuan truoc|tuan roi|nay|toi|sau|truoc|vua roi|roi|vua qua)\b)?"
_FRACTION_OF = re.compile(
    r"\s*(?:%|(?:khoi luong|so|viec|cong viec|nhiem vu|ho so|tin|bai|chi tieu|phan|ke hoach|tong|noi dung|don vi|phong|yeu cau|du an|van ban|chang|tien do|tieu chi|thu tuc|can bo|nguoi|xa|cau|muc)\b)"
)
_PARTLY = re.compile(r"\b(?:duoc|dat|khoang|gan|hon|moi xong|lam|moi duoc|xong duoc|xong|con|hoan thanh)\s+$")
_COMMON_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)}
_DATE_LEAD = re.compile(r"\b(?:ngay|truoc|den|toi|het|vao|han|la|sang|chieu|hom|tu|lui|qua|thanh|mung)\s*:?\s*$")
_NO_DATE_LEAD = re.compile(
    r"(?:\b(?:so|muc|dieu|khoan|phien ban|ban|luc|viec|nhiem vu|cac viec|diem)\s*:?\s*|[\d/.,-])$"
)

_MOT = re.compile(r"\bmot\b")
_WEEKDAY_SAID = re.compile(rf"\b{_WEEKDAY}{_WHEN}")
_FROM_NOW = re.compile(r"\b(?P<n>\d{1,2}) (?P<u>ngay lam viec|ngay|hom|tuan|thang) (?:nua|toi)\b")
_WEEK = re.compile(
    r"\b(?:(?P<part>dau|giua|cuoi|het|trong) )?tuan (?P<when>nay|sau|toi|truoc|roi)\b|\bcuoi tuan\b|\bhet tuan\b"
)
_MONTH_PART = re.compile(
    r"\b(?P<part>dau|giua|cuoi|het) thang(?: (?P<m>1[0-2]|0?[1-9])(?:\s*/\s*(?P<y>20\d\d)| nam (?P<y2>20\d\d))?(?!\d|\s*viec)| (?P<when>nay|sau|toi|truoc))?\b"
)
_QUARTER_END = re.compile(
    r"\b(?:cuoi|het) (?:(?P<year>nam)(?: (?P<y>20\d\d|nay|sau|toi))?|quy(?: (?P<q>iv|i{1,3}|[1-4])(?:\s*/\s*(?P<qy>20\d\d))?| (?P<when>nay|sau|toi))?)\b"
)
_LONE_DAY = re.compile(
    r"(?:\b(?:ngay|mung|mong|hom) (?:mung )?|\b(?=\d{1,2} tay\b))(?P<d>[12]\d|3[01]|0?[1-9])\b(?!\s*[/%]|[.,-]\d| (?:lan|tin|bai|viec|thang \d))(?: tay\b)?(?: thang (?P<when>nay|sau|toi|truoc))?"
)
_AROUND_TET = re.compile(r"\b(?P<side>ra|sau|qua|truoc|an) tet\b(?! (?:duong|tay))")
_THIS_AFTERNOON = re.compile(r"(?<!moi )(?<!hang )(?<!cac )(?<!buoi )\b(?:chieu|trua)\b(?! (?:mai|qua|thu))")
#: Without one of these no day is named.
_OF_TIME = re.compile(r"\d|thu|chu nhat|cn|thang|quy|nam|mai|mot|kia|qua|nay|tet|tuan|chieu|trua")

_Reader = Callable[[Source, date, WorkingCalendar, bool, bool], FoundDay | None]


def read_day(
    text: str, on: date, calendar: WorkingCalendar, *, future: bool, for_reminder: bool = False
) -> FoundDay | None:
    """The day a message names, and its place in `tidy(text)`; None where it names none or only perhaps.

    `future`: a day without a year is the coming one (a request), else the last one (a report). `for_reminder`:
    "tuần sau" is its Monday, else, as a due date, its Friday.
    """
    source = source_of(text)
    if not _OF_TIME.search(source.plain):
        return None
    for reader in _READERS:
        found = reader(source, on, calendar, future, for_reminder)
        if found:
            return found
    return None


def _numeric(source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool) -> FoundDay | None:
    for found in _DAY_MONTH.finditer(source.plain):
        day, month = int(found["d"]), int(found["m"])
        if _is_day_month(source.plain, found, day, month):
            year = int(found["y"]) if found["y"] else None
            year = year + 2000 if year and year < 100 else year
            named = _with_year(day, month, year, on, future)
            if named:
                return named, found.span()
    return None


_DAY_MONTH = re.compile(
    r"(?<![\d/.,\w-])(?P<d>\d{1,2})(?P<s>\s*/\s*|-|\.|\s+thang\s+)(?P<m>\d{1,2})(?:(?:\s*[/.-]\s*|\s+nam\s+)(?P<y>20\d{2}|[2-4]\d))?(?![\d%]|[./,-]\d|/\w|-[a-z])"
)


def _is_day_month(plain: str, found: re.Match[str], day: int, month: int) -> bool:
    before, after = plain[: found.start()], plain[found.end() :]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    if found["y"] or "thang" in found["s"]:
        return True
    led = _DATE_LEAD.search(before)
    if _NO_DATE_LEAD.search(before) or (found["s"] in ("-", ".") and not led):
        return False
    if re.match(r"\s*(?:gio|h\b)", after):
        return False
    if _FRACTION_OF.match(after) and not re.search(r"\b(?:ngay|truoc|han)\s*$", before):
        return False
    return bool(led and not _PARTLY.search(before)) or not (
        _PARTLY.search(before) and (day, month) in _COMMON_FRACTIONS
    )


def _with_year(day: int, month: int, year: int | None, on: date, future: bool) -> date | None:
    """That day of the month; without a year the coming one, or the last one. None if there is no such day."""
    years = [year] if year else ([on.year + n for n in range(5)] if future else [on.year - n for n in range(5)])
    for candidate in years:
        if day > last_day(candidate, month).day:
            continue
        named = date(candidate, month, day)
        if year or (named >= on if future else named <= on):
            return named
    return None


def _near(source: Source, on: date, _calendar: WorkingCalendar, _future: bool, _remind: bool) -> FoundDay | None:
    for pattern, shift in _NEAR:
        for found in pattern.finditer(source.plain):
            if shift != 1 or _is_tomorrow(source, found):
                return on + timedelta(days=shift), found.span()
    return None


_NEAR = tuple(
    (re.compile(pattern), shift)
    for pattern, shift in (
        (r"\b(?:ngay|hom|bua) (?:kia|mot)\b(?! (?:so|it|vai|lan))(?<!hom kia)(?<!bua kia)", 2),
        (r"\bhom kia\b|\bbua kia\b", -2),
        (
            r"\b(?:ngay |bua |sang |trua |chieu |toi )?hom qua\b|\bngay qua\b|\bbua qua\b|\b(?:chieu|trua|dem) qua\b(?! (?:phong|ben|nha|gap|cho|so|ubnd|anh|chi|em|cho)\b)",
            -1,
        ),
        (r"\b(?:(?:ngay |bua |sang |trua |chieu |toi |som |mai )?mai)\b(?! (?:la|mot|nay\b))", 1),
        (r"\b(?:ngay |bua |sang |trua |chieu |toi )?(?:hom|bua) nay\b|\b(?:sang|trua|chieu|toi) nay\b", 0),
    )
)


def _is_tomorrow(source: Source, found: re.Match[str]) -> bool:
    """Mai is also a name: after "chị", and with a capital inside a sentence."""
    before = source.plain[: found.start()]
    word_at = found.end() - 3
    capital = source.text[word_at].isupper() and not source.text.isupper()
    starts = not before.strip() or before.rstrip()[-1] in ".!?\n"
    if found[0] != "mai":
        return True
    return not _NAME_BEFORE.search(before) and (not capital or starts)


def _day_after_tomorrow(
    source: Source, on: date, _calendar: WorkingCalendar, _future: bool, _remind: bool
) -> FoundDay | None:
    """ "mốt" alone needs its accent, for without it stands "một"."""
    for found in _MOT.finditer(source.plain):
        if source.text[found.start() : found.end()].lower() == "mốt":
            return on + timedelta(days=2), found.span()
    return None


def _from_now(source: Source, on: date, calendar: WorkingCalendar, _future: bool, _remind: bool) -> FoundDay | None:
    found = _FROM_NOW.search(source.plain)
    if not found:
        return None
    n = int(found["n"])
    if found["u"] == "ngay lam viec":
        return calendar.add(on, n), found.span()
    if found["u"] == "thang":
        total = on.year * 12 + on.month - 1 + n
        return on_day(total // 12, total % 12 + 1, on.day), found.span()
    return on + timedelta(days=n * (7 if found["u"] == "tuan" else 1)), found.span()


def _weekday(source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool) -> FoundDay | None:
    monday = on - timedelta(days=on.weekday())
    for found in _WEEKDAY_SAID.finditer(source.plain):
        before = source.plain[: found.start()]
        if found["w"] and (
            _ORDINAL_BEFORE.search(before) or (source.text[found.start()].lower() == "t" and not _is_thu(source, found))
        ):
            continue
        if re.match(r"\s*nam\s*\d", source.plain[found.end() :]):
            continue
        word = found["w"] or found["t"]
        weekday = 6 if found["cn"] else (int(word) - 2 if word.isdigit() else _WEEKDAY_WORDS[word])
        when = found["when"] or ""
        if when == "tuan nay":
            return monday + timedelta(days=weekday), found.span()
        if when in ("tuan sau", "tuan toi"):
            return monday + timedelta(days=7 + weekday), found.span()
        if when in ("tuan truoc", "tuan roi"):
            return monday + timedelta(days=weekday - 7), found.span()
        if when in ("truoc", "roi", "vua roi", "vua qua") or not (future or when):
            return on - timedelta(days=(on.weekday() - weekday) % 7 or (7 if when else 0)), found.span()
        return on + timedelta(days=(weekday - on.weekday()) % 7 or 7), found.span()
    return None


def _is_thu(source: Source, found: re.Match[str]) -> bool:
    return source.says(found.start(), found.start() + 3, "thứ")


def _week(source: Source, on: date, _calendar: WorkingCalendar, _future: bool, remind: bool) -> FoundDay | None:
    found = _WEEK.search(source.plain)
    if not found:
        return None
    weeks = {"sau": 7, "toi": 7, "truoc": -7, "roi": -7}.get(found["when"] or "", 0)
    monday = on - timedelta(days=on.weekday() - weeks)
    offset = {"dau": 0, "giua": 2, "cuoi": 4, "het": 4}.get(found["part"] or "", 0 if remind and weeks else 4)
    day = monday + timedelta(days=offset)
    return (day if weeks or day >= on else max(day, on)), found.span()


def _month_part(source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool) -> FoundDay | None:
    found = _MONTH_PART.search(source.plain)
    if not found:
        return None
    wanted = {"dau": 1, "giua": 15}.get(found["part"], 31)
    if found["m"]:
        year = found["y"] or found["y2"]
        month = int(found["m"])
        years = [int(year)] if year else [on.year, on.year + 1] if future else [on.year, on.year - 1]
        days = [on_day(candidate, month, wanted) for candidate in years]
        named = days[0] if year else next((d for d in days if (d >= on) is future), days[0])
        return named, found.span()
    shift = {"sau": 1, "toi": 1, "truoc": -1}.get(found["when"] or "", 0)
    named = _in_month(on, shift, wanted)
    if future and not found["when"] and named < on:
        named = _in_month(on, 1, wanted)
    return named, found.span()


def _in_month(on: date, shift: int, day: int) -> date:
    total = on.year * 12 + on.month - 1 + shift
    return on_day(total // 12, total % 12 + 1, day)


def _quarter_end(source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool) -> FoundDay | None:
    found = _QUARTER_END.search(source.plain)
    if not found:
        return None
    if found["year"]:
        said = found["y"] or "nay"
        year = int(said) if said.isdigit() else on.year + (said != "nay")
        return date(year, 12, 31), found.span()
    year, quarter = on.year, (on.month + 2) // 3
    if found["q"]:
        quarter = int(found["q"]) if found["q"].isdigit() else ("i", "ii", "iii", "iv").index(found["q"]) + 1
        year = int(found["qy"] or year)
        if not found["qy"] and future and last_day(year, quarter * 3) < on:
            year += 1
    elif found["when"] in ("sau", "toi"):
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)
    return last_day(year, quarter * 3), found.span()


def _lone_day(source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool) -> FoundDay | None:
    found = _LONE_DAY.search(source.plain)
    if not found:
        return None
    wanted = int(found["d"])
    if found["when"]:
        return _in_month(on, {"nay": 0, "truoc": -1}.get(found["when"], 1), wanted), found.span()
    for shift in range(3):
        named = _in_month(on, shift if future else -shift, wanted)
        if named.day == wanted and (named >= on if future else named <= on):
            return named, found.span()
    return None


def _around_tet(source: Source, on: date, calendar: WorkingCalendar, _future: bool, _remind: bool) -> FoundDay | None:
    found = _AROUND_TET.search(source.plain)
    if not found or not calendar.days_off:
        return None
    for year in (on.year, on.year + 1):
        tet = tet_break(year, calendar)
        if tet and tet[1] >= on:
            if found["side"] == "truoc":
                return calendar.before(tet[0]), found.span()
            return calendar.next_after(tet[1]), found.span()
    return None


def _this_afternoon(
    source: Source, on: date, _calendar: WorkingCalendar, future: bool, _remind: bool
) -> FoundDay | None:
    found = _THIS_AFTERNOON.search(source.plain) if future else None
    word = "chiều" if found and found[0] == "chieu" else "trưa"
    return (on, found.span()) if found and source.says(*found.span(), word) else None


_READERS: tuple[_Reader, ...] = (
    _numeric, _weekday, _month_part, _quarter_end, _from_now, _lone_day, _near, _day_after_tomorrow, _around_tet,
    _week, _this_afternoon,
)  # fmt: skip
