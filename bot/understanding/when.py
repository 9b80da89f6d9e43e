"""Days, periods, spans of time and hours of a chat line, over the readers of `jobs.rules.deadlines`."""

import re
from datetime import date

from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.deadlines.chat_spans import read_span
from jobs.rules.working_days import WorkingCalendar

#: "Hỏi mãi" is no "mai", and "từ đầu tuần tới giờ" is over.
_NO_DAY = re.compile(
    r"\bmãi\b|\btu (?:(?:dau|giua|cuoi) )?(?:tuan|thang|quy|nam)(?= (?:toi|den) (?:gio|nay|bay gio|hom nay)\b)"
)
_DURATION = re.compile(
    r"(?<!thu )(?<!ngay )(?<!thang )(?<!quy )(?<!viec )(?<!nhiem vu )\b(\d{1,3}|mot|hai|ba|nua|vai) (ngay lam viec|ngay|hom|bua|tuan|thang|tieng|gio|phut)\b(?! (?:\d|tieng|mot|hai ?\d))"
)
_FROM_NOW = r"(?= (?:nua|sau)\b)"
#: A length and no hour of the day, in any shorthand: "30p", "30'", "1h nữa", "sau 2h", "tiếng nữa".
_SHORT_LENGTHS = (
    (re.compile(r"\b(\d{1,3}) ?(?:phut|ph|p|')(?!\w)"), r"\1 phut"),
    (re.compile(rf"\b(\d{{1,2}}) ?(?:h|g|gio) ?ruoi{_FROM_NOW}|\b(\d{{1,2}}|mot|hai|ba) tieng ruoi\b"), r"\1\2 gio 30 phut"),
    (re.compile(rf"\b(\d{{1,2}}) ?(?:h|g|gio) ?(\d{{2}})(?: phut)?{_FROM_NOW}"), r"\1 gio \2 phut"),
    (re.compile(rf"\b(\d{{1,2}}) ?(?:h|g){_FROM_NOW}|(?:(?<=\bsau )|(?<=\bsnooze ))(\d{{1,2}}) ?(?:h|g)\b(?! (?:sang|chieu|toi|trua))"), r"\1\2 gio"),
    (re.compile(r"(?:^|(?<=, )|(?<=\bkhoang )|(?<=\btam ))(?=(?:tieng|tuan|thang) nua\b)"), "mot "),
)  # fmt: skip
_HOUR_AND_MINUTES = re.compile(r"\b(\d{1,2}|mot|hai|ba) (?:tieng|gio) (\d{1,2}) phut\b")
_COUNTS = {"mot": 1, "hai": 2, "ba": 3}
_ISO = {
    "ngay lam viec": "P{}D",
    "ngay": "P{}D",
    "hom": "P{}D",
    "bua": "P{}D",
    "tuan": "P{}W",
    "thang": "P{}M",
    "tieng": "PT{}H",
    "gio": "PT{}H",
    "phut": "PT{}M",
}
_HOUR = re.compile(
    r"\b(\d{1,2})(?:(?: ?(?:h|gio|g)(?![a-z])|:)(?: ?(\d{2})\b| ?(ruoi)| kem (\d{1,2}))?| (ruoi)\b| (?=(?:sang|chieu|toi)\b(?! (?:ngay|thu|cuoi|dau|het|giua|\d))))( ?(?:sang|trua|chieu|toi|am|pm)\b)?"
)
_STOPPED_AT = re.compile(r"\b(?:dung|khong|thoi|ngung|tat|khoi)\b.* (?:sau|truoc|ngoai|qua) $")
_WEEKDAY = re.compile(r"\b(?:thu|t) ?([2-7])\b|\bthu (hai|ba|tu|nam|sau|bay)\b|\b(chu nhat|cn)\b")
_WEEKDAYS = {
    "2": "MO",
    "3": "TU",
    "4": "WE",
    "5": "TH",
    "6": "FR",
    "7": "SA",
    "hai": "MO",
    "ba": "TU",
    "tu": "WE",
    "nam": "TH",
    "sau": "FR",
    "bay": "SA",
}


def day_in(
    norm: str, on: date, calendar: WorkingCalendar, *, future: bool, for_reminder: bool = False
) -> tuple[date, tuple[int, int]] | None:
    return read_day(
        _NO_DAY.sub(lambda found: "_" * len(found[0]), norm), on, calendar, future=future, for_reminder=for_reminder
    )


def period_in(norm: str, on: date) -> str | None:
    return read_span(norm, on)


def duration_in(norm: str) -> tuple[str, str | None] | None:
    """ISO 8601 and "working_day" or nothing: "3 ngày làm việc" is ("P3D", "working_day")."""
    for short, full in _SHORT_LENGTHS:
        norm = short.sub(full, norm)
    if found := _HOUR_AND_MINUTES.search(norm):
        return f"PT{_COUNTS.get(found[1], found[1])}H{int(found[2])}M", None
    found = _DURATION.search(norm)
    if not found:
        return None
    count, unit = found[1], found[2]
    if count == "nua":
        return {"tieng": ("PT30M", None), "gio": ("PT30M", None), "thang": ("P15D", None)}.get(unit)
    if count == "vai":
        return None
    number = int(count) if count.isdigit() else _COUNTS[count]
    return _ISO[unit].format(number), "working_day" if unit == "ngay lam viec" else None


def time_in(norm: str) -> str | None:
    """HH:MM; an hour up to 6 "chiều", up to 11 "tối" is after noon."""
    for found in _HOUR.finditer(norm):
        half = (found[6] or "").strip() or _half_before(norm[: found.start()])
        stops = _STOPPED_AT.search(norm[: found.start()])
        if not (half or stops) and re.match(r" ?(?:nua|sau|truoc|lam)\b", norm[found.end() :]):
            continue  # "2 giờ nữa" is a length; "đừng nhắc sau 18h nữa" is none
        hour, minute = int(found[1]), int(found[2] or (30 if found[3] or found[5] else 0))
        if hour < 12 and (half in ("chieu", "toi", "pm") or (half == "trua" and hour < 4)):
            hour += 12
        if found[4] and hour and int(found[4]) < 60:  # "8h kém 15"
            hour, minute = hour - 1, 60 - int(found[4])
        if hour < 24 and minute < 60:
            return f"{hour:02d}:{minute:02d}"
    return None


#: Of an hour that is not wanted any more.
_TOO_EARLY = re.compile(
    r"\b(?:som|muon|tre|khuya)(?: (?:qua|lam|the|vay|thiet))+|\b(?:dung|khong|khoi|thoi|thay vi|dang|chu|bo)\b"
)


def wished_hour(norm: str) -> str | None:
    """HH:MM; of several hours the one that is wished for: "7h sớm quá, 8h30 đi". None where none is turned down."""
    timed = [(part, hour) for part in norm.split(",") if (hour := time_in(part))]
    wished = [hour for part, hour in timed if not _TOO_EARLY.search(part)]
    return wished[-1] if wished and len(wished) < len(timed) else None


def _half_before(before: str) -> str:
    """ "Tối 8h", "chiều mai 3h": which half of the day the hour is in."""
    found = re.search(
        r"(?:\b(chieu)|(?:^|, |\b(?:nay|mai|vao|buoi|moi) )(toi))(?: (?:nay|mai|thu \w+))?(?: luc| tam| khoang)? $",
        before,
    )
    return (found[1] or found[2]) if found else ""


def part_in(norm: str) -> str | None:
    """Noon or afternoon; the morning is when the digest comes anyway."""
    if re.search(r"\b(?:buoi )?trua\b", norm):
        return "noon"
    return "afternoon" if re.search(r"\bchieu\b|\bcuoi (?:ngay|buoi)\b", norm) else None


def weekday_in(norm: str) -> str | None:
    found = _WEEKDAY.search(norm)
    if not found:
        return None
    return "SU" if found[3] else _WEEKDAYS[found[1] or found[2]]
